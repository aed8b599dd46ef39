"""``thabat concordance``, ``thabat renderings`` and ``thabat codings``."""

from __future__ import annotations

import csv
import io
import json

from api.cli.parallel import _published
from archive.comparison_records import ComparisonRecord
from tests.api.cli.conftest import Cli


def test_a_concordance_for_people_and_for_programs(cli: Cli, compared: ComparisonRecord) -> None:
    """The hit stands in brackets, the other side below it; JSON is that of the API."""
    assert compared.alignment is not None
    shown = cli("concordance", "المعارضة").out
    assert "1 hit for المعارضة on the side ar" in shown
    assert not set("\u2066\u2067\u2068\u2069") & set(shown)
    assert "[المعارضة]" in shown
    assert "[المعارضة]" in shown
    assert "the opposition in the municipal council" in shown
    assert cli("concordance", "opposition", "--with", "المعارضة", "--json").json["hits"] == 1
    (row,) = csv.DictReader(io.StringIO(cli("concordance", "المعارضة", "--csv").out))
    assert row["alignment"] == compared.alignment.id


def test_renderings(cli: Cli, compared: ComparisonRecord) -> None:
    """Rows that sum up to the hits."""
    assert compared.a_id
    assert "    1  not rendered" in cli("renderings", "المعارضة").out
    assert [row["hits"] for row in cli("renderings", "المعارضة", "--json").json["rows"]] == [1]
    assert cli("renderings", "المعارضة", "--csv").out.splitlines()[1].startswith("not_rendered,not_rendered,,,1")


def test_what_is_uncertain_is_said(cli: Cli, compared: ComparisonRecord) -> None:
    """Nothing is found where the other side has the word; a bad question ends with 2."""
    assert compared.a_id
    assert cli("concordance", "ar:المعارضة -en:opposition", "--json").json["hits"] == 0
    assert cli("concordance", "title:x").code == 2


def test_names_are_spelled_when_asked(cli: Cli, compared: ComparisonRecord) -> None:
    """What was looked for is said, and such hits are marked."""
    assert compared.a_id
    assert cli("names", "--accept", "Opposition=المعارضة").code == 0
    asked = ("المعارضة", "--side", "en")
    assert cli("concordance", *asked, "--no-names", "--json").json["hits"] == 0
    shown = cli("concordance", *asked, "--names").out
    assert "also: Opposition (spellings of المعارضة" in shown
    assert "      ~ " in shown
    assert cli("renderings", *asked, "--names", "--json").json["hits"] == 1


def test_codings(cli: Cli, compared: ComparisonRecord) -> None:
    """One is given, listed and exported."""
    assert compared.a_id
    (line,) = cli("concordance", "المعارضة", "--json").json["lines"]
    (kept,) = map(json.loads, cli("codings", "--hit", line["id"], "--code", "plain", "--json").out.splitlines())
    assert (kept["hit"], kept["by"]) == (line["id"], "cli")
    assert "plain" in cli("codings").out
    assert "# plain by cli" in cli("concordance", "المعارضة").out
    assert cli("codings", "--code", "other", "--csv").out.count("\n") == 1
    assert cli("codings", "--hit", line["id"]).code == 2


def test_names_are_learnt_and_decided(cli: Cli, compared: ComparisonRecord) -> None:
    """Proposed with counts, accepted, and not proposed again; a search has them at once."""
    assert compared.a_id
    proposed = {one["latin"]: one for one in cli("names", "--json").json}
    assert (proposed["Ras"]["arabic"], proposed["Ras"]["together"]) == ("راس", 2)
    assert "Ras" in cli("names", "--least", "1").out
    assert cli("names", "--accept", "Ras=رأس", "--reject", "Wadi=وادي").code == 0
    assert cli("names", "--json").json == []
    assert cli("names", "--accept", "Salma").code == 2


def test_a_date_is_printed_as_it_is_known() -> None:
    """A month is a month, and nothing is nothing."""
    assert _published({"published": ["2016-03-01", "2016-03-31"]}) == "2016-03"
    assert _published({"published": ["2016-03-05", "2016-03-05"]}) == "2016-03-05"
    assert _published({"published": [None, None]}) == ""
