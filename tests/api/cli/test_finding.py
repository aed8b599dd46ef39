"""``thabat search`` and ``thabat reindex``."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from api.cli.finding import _called
from api.cli.output import highlighted, isolated
from api.services import Services
from archive.intake.receipt import Receipt
from search.query import parse
from tests.api.cli.conftest import Cli
from tests.samples import ARABIC


def test_json_is_the_services_answer(cli: Cli, pair: Receipt, services: Services) -> None:
    """What was just added is found without a worker, in exactly the documented shape."""
    found = cli("search", "market", "--json").json
    assert found == services.search.search(parse("market")).as_dict()
    assert set(found) == {"query", "mode", "total", "results", "names", "suggestions"}
    assert set(found["results"][0]) == {"work", "external_id", "titles", "score", "hits"}
    hit = found["results"][0]["hits"][0]
    assert [hit["snippet"][start:end].lower() for start, end in hit["highlights"]] == ["market"]


def test_people_see_works_with_their_hits(cli: Cli, pair: Receipt) -> None:
    """Titles in both languages, each isolated on a terminal; the found word in brackets where there is no terminal."""
    out = cli("search", "المعارضة").out
    assert out.startswith("1 work for المعارضة\n")
    assert "بلدية رأس الوادي تعيد فتح السوق القديم (ar) · Ras al-Wadi Municipality" in out
    assert f"     sample-1 work {pair.work_id}" in out
    assert "[المعارضة]" in out


def test_a_terminal_gets_isolates_and_a_pipe_does_not(cli: Cli, pair: Receipt, monkeypatch: pytest.MonkeyPatch) -> None:
    """Marks that nobody sees would hide words from what reads a pipe."""
    piped = cli("search", "المعارضة").out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    shown = highlighted("السوق القديم", [(0, 5)])
    assert shown == "\u2068\x1b[1mالسوق\x1b[0m القديم\u2069"
    assert isolated("a\u202eb") == "\u2068a\ufffdb\u2069"
    assert not set("\u2066\u2067\u2068\u2069\x1b") & set(piped)


def test_results_say_who_published_them_and_when(cli: Cli, deposit: Callable[..., Receipt], tmp_path: Path) -> None:
    """As precise as it is known, and nothing where nothing is; in the CSV too."""
    deposit({"original": ARABIC}, original={"published": "2015-11", "outlet": "صوت الوادي"})
    hit = cli("search", "السوق", "--json").json["results"][0]["hits"][0]
    assert (hit["published"], hit["outlets"]) == ("2015-11", [["صوت الوادي"]])
    assert "\n     ar, صوت الوادي, 2015-11: " in cli("search", "السوق").out
    asked = tmp_path / "queries.txt"
    asked.write_text("السوق\n", encoding="utf-8")
    (row,) = csv.DictReader(cli("search", "--queries", asked, "--csv").out.splitlines())
    assert (row["published"], row["outlets"]) == ("2015-11", "صوت الوادي")


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
    assert result.err == 'thabat: the quotation mark " has no fellow (character 1)\n'


def test_reindex_counts_versions(cli: Cli, pair: Receipt) -> None:
    """The new index holds both versions and is not behind."""
    assert cli("reindex").out.startswith("indexed 2 versions; 2 in the index, 0 journal entries behind\n")
    found = cli("reindex", "--json").json
    assert (found["documents"], found["lag"], found["usable"]) == (2, 0, True)


def test_counterparts_facets_and_other_spellings_are_printed(cli: Cli, pair: Receipt) -> None:
    """For people: what was looked for besides, what was meant, and what can be chosen."""
    out = cli("search", "", "--kind", "news", "--facets").out
    assert "\nlang: Arabic (ar) 1, English (en) 1\n" in out
    assert "\nkind: News 1\n" in out
    assert out.startswith("1 work\n")
    assert "did you mean market? (1 found)" in cli("search", "markit").out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["market", "--kind", "gossip"], "--kind: kind is one of news, opinion"),
        (
            ["market kind:gossip"],
            "kind is one of news, opinion, interview, feature, statement, other; found 'gossip' (character 13)",
        ),
        (["--year", "soon"], "--year: not a day"),
        (["market", "--mode", "luck"], "--mode: one of words, meaning, both"),
        (["market", "--from", "2016", "--to", "2015"], "thabat: --to: the range ends before it begins"),
        (["market", "--from", "soon"], "thabat: --from: not a day"),
        (["tit:market"], "quotation marks to look for it as words (character 1)"),
        (["(ar:x OR market)"], "(character 1)"),
        (["-market"], "A query that begins with a minus comes last, after --: thabat search -- -market"),
        (["-disclaimer:any"], "thabat search -- -disclaimer:any"),
        (["market", "--saved", "x"], "the queries are in the file, or saved"),
        (["--csv"], "--csv goes with --queries"),
        (["--new"], "--new goes with --saved"),
        (["--list-saved", "--delete-saved", "x"], "--list-saved and --delete-saved exclude each other"),
        (["market", "--natural", "--save", "x"], "--natural is for questions as they come"),
        (["market", "--save", "a/b"], "/name: the name of a search begins with a letter or digit"),
        (["--saved", "nothing"], "there is no saved search 'nothing'"),
        (["--queries", "/nowhere/at/all"], "cannot be read: No such file"),
    ],
)
def test_what_makes_no_sense_is_refused(cli: Cli, pair: Receipt, arguments: list[str], says: str) -> None:
    """Exit 2 with a sentence; never an empty answer."""
    result = cli("search", *arguments)
    assert (result.code, result.out) == (2, "")
    assert says in result.err


def test_many_queries_are_answered_in_order(cli: Cli, pair: Receipt, tmp_path: Path) -> None:
    """A line each, as JSON; a fault stands in its place and the command ends with 2."""
    asked = tmp_path / "queries.txt"
    asked.write_text('\ufeffالسوق القديم\nzeppelin\n\n"open\nmarket\n', encoding="utf-8")
    result = cli("search", "--queries", asked, "--limit", 1, "--json")
    assert [(line["query"], line["total"]) for line in result.lines] == [
        ("السوق القديم", 1), ("zeppelin", 0), ("", 0), ('"open', 0), ("market", 1)
    ]  # fmt: skip
    assert [line.get("fault", {}).get("code") for line in result.lines] == [
        None, None, "nothing-to-search", "unbalanced-quote", None
    ]  # fmt: skip
    assert result.code == 2


def test_natural_questions_are_free_words(cli: Cli, pair: Receipt, tmp_path: Path) -> None:
    """Any of the words, whatever the marks; the same as CSV has a row a work."""
    asked = tmp_path / "questions.txt"
    asked.write_text('Where is the "zeppelin of the market?\n=what (now\n', encoding="utf-8")
    first, second = cli("search", "--queries", asked, "--natural", "--json").lines
    assert (first["total"], second["total"]) == (1, 0)
    rows = list(csv.DictReader(cli("search", "--queries", asked, "--natural", "--csv").out.splitlines()))
    assert [(row["number"], row["total"], row["rank"], row["external_id"]) for row in rows] == [
        ("1", "1", "1", "sample-1"), ("2", "0", "", "")
    ]  # fmt: skip
    assert rows[1]["query"] == "'=what (now"


def test_a_saved_search_says_what_is_new(cli: Cli, pair: Receipt, deposit: Callable[..., Receipt]) -> None:
    """Once: what was reported counts as seen."""
    assert cli("search", "market OR السوق", "--kind", "news", "--save", "markets").out.startswith(
        "saved as markets: 1 work so far"
    )
    assert cli("search", "--saved", "markets", "--new", "--json").json["total"] == 0
    added = deposit({"original": "سوق أخرى\n\nفُتحت السوق في المدينة صباح الأحد بعد سنوات من الإغلاق الطويل."})
    news = cli("search", "--saved", "markets", "--new", "--json").json
    assert [work["work"] for work in news["works"]] == [added.work_id]
    assert cli("search", "--saved", "markets", "--new").out.startswith("0 new since ")
    assert cli("search", "--saved", "markets", "--json").json["total"] == 2


def test_a_saved_search_is_not_lost_to_another_of_its_name(cli: Cli, pair: Receipt) -> None:
    """The second is refused in words, and the first is what it was."""
    assert cli("search", "market", "--save", "mine").code == 0
    refused = cli("search", "council", "--save", "mine")
    assert (refused.code, refused.out) == (2, "")
    assert "there is a saved search 'mine' already: choose another name" in refused.err
    (kept,) = cli("search", "--list-saved", "--json").json["searches"]
    assert (kept["query"], kept["seen"]) == ("market", 1)


def test_saved_searches_are_listed_and_deleted(cli: Cli, pair: Receipt, deposit: Callable[..., Receipt]) -> None:
    """With what is new, which a list does not mark as seen; the JSON is that of the API."""
    cli("search", "market OR السوق", "--no-disclaimer", "--no-names", "--save", "bare")
    cli("search", "market OR السوق", "--save", "markets")
    deposit({"original": "سوق أخرى\n\nفُتحت السوق في المدينة صباح الأحد بعد سنوات من الإغلاق الطويل."})
    for _ in range(2):
        shown = cli("search", "--list-saved").out
        assert "1 new  markets" in shown
        assert "disclaimer=without names=off" in shown
        assert shown.endswith("2 questions are kept\n")
    listed = cli("search", "--list-saved", "--json").json
    assert [(one["name"], one["new"], one["parameters"]) for one in listed["searches"]] == [
        ("bare", 1, {"disclaimer": ["without"], "names": ["off"]}), ("markets", 1, {})
    ]  # fmt: skip
    assert "bare" in cli("search", "--delete-saved", "bare").out
    assert cli("search", "--list-saved", "--json").json["total"] == 1
    assert cli("search", "--delete-saved", "bare").code == 2


def test_search_by_meaning_reads_what_is_new_first(cli: Cli, pair: Receipt) -> None:
    """The pair is found in both languages by a question with none of its words."""
    found = cli("search", "a bazaar opens its doors again", "--mode", "meaning", "--json").json
    assert (found["mode"], found["total"]) == ("meaning", 1)
    assert {hit["language"] for hit in found["results"][0]["hits"]} == {"ar", "en"}
    assert all(why["by"] == "meaning" for hit in found["results"][0]["hits"] for why in hit["why"])


def test_a_query_may_begin_with_a_minus(cli: Cli, pair: Receipt) -> None:
    """After two dashes, as everywhere at a command line."""
    assert cli("search", "--json", "--", "-nosuchword").json["total"] == 1


def test_choices_are_printed_in_words() -> None:
    """Names as they are; a role and a language with their code, which is what one types."""
    assert _called("role", {"value": "aut", "names": []}) == "Author (aut)"
    assert _called("lang", {"value": "ckb", "names": []}) == "Central Kurdish (ckb)"
    assert _called("finding", {"value": "number_changed", "names": []}) == "number changed"
    assert _called("outlet", {"value": "x", "names": ["The Tern", "الخرشنة"]}) == "The Tern · الخرشنة"
    assert _called("year", {"value": "2016", "names": []}) == "2016"
