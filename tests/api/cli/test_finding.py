"""``thabat search`` and ``thabat reindex``."""

import pytest

from api.services import Services
from archive.intake.receipt import Receipt
from search.query import parse
from tests.api.cli.conftest import Cli


def test_json_is_the_services_answer(cli: Cli, pair: Receipt, services: Services) -> None:
    """What was just added is found without a worker, in exactly the documented shape."""
    found = cli("search", "market", "--json").json
    assert found == services.search.search(parse("market")).as_dict()
    assert set(found) == {"query", "mode", "total", "results", "names", "suggestions"}
    assert set(found["results"][0]) == {"work", "external_id", "titles", "score", "hits"}
    hit = found["results"][0]["hits"][0]
    assert [hit["snippet"][start:end].lower() for start, end in hit["highlights"]] == ["market"]


def test_people_see_works_with_their_hits(cli: Cli, pair: Receipt) -> None:
    """Titles in both languages, each isolated; the found word in brackets where there is no terminal."""
    out = cli("search", "المعارضة").out
    assert out.startswith("1 work for \u2068المعارضة\u2069\n")
    assert "\u2068بلدية رأس الوادي تعيد فتح السوق القديم\u2069 (ar) · \u2068Ras al-Wadi Municipality" in out
    assert f"     sample-1 work {pair.work_id}" in out
    assert "[المعارضة]" in out


@pytest.mark.parametrize(
    ("filters", "total"),
    [
        (["--language", "ar"], 0),
        (["--language", "en"], 1),
        (["--agent", "Salma al-Hourani"], 1),
        (["--agent", "Nobody"], 0),
        (["--kind", "news"], 1),
        (["--kind", "opinion"], 0),
        (["--disclaimer"], 1),
        (["--no-disclaimer"], 0),
        (["--from", "2020"], 0),
        (["--offset", "1"], 1),
    ],
)
def test_filters(cli: Cli, pair: Receipt, filters: list[str], total: int) -> None:
    """Each narrows the answer; paging does not change the total."""
    found = cli("search", "market", *filters, "--json").json
    assert found["total"] == total
    assert len(found["results"]) == (0 if "--offset" in filters else total)


def test_a_query_that_cannot_be_read(cli: Cli) -> None:
    """One line says where."""
    result = cli("search", '"open')
    assert result.code == 2
    assert result.err == 'thabat: /q: the quotation mark " at character 1 has no fellow\n'


def test_reindex_counts_versions(cli: Cli, pair: Receipt) -> None:
    """The new index holds both versions and is not behind."""
    assert cli("reindex").out == "indexed 2 versions; 2 in the index, 0 journal entries behind\n"
    found = cli("reindex", "--json").json
    assert (found["documents"], found["lag"], found["usable"]) == (2, 0, True)
