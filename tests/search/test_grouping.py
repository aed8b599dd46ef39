"""From matches to works: one hit a text, filters, exclusions, order."""

from __future__ import annotations

from datetime import date

import pytest

from search.grouping import Match, Row, listing, name_key, ranking
from search.query import Filters


def row(version: str, work: str = "w", text: str = "", **fields: object) -> Row:
    day = date(2015, 11, 12).toordinal()
    plain = Row(version, text or version, work, "ar", "news", True, day, day, False, (), ())
    return plain._replace(**fields)  # type: ignore[arg-type]


def shown(
    groups: list[list[Match]], filters: Filters | None = None, unwanted: list[Row] | None = None
) -> list[list[str]]:
    found = ranking(groups, filters or Filters(), unwanted or [])
    return [[r.version for r in work.rows] for work in found.works]


def test_the_latest_version_of_a_text_is_shown() -> None:
    """Even when a superseded one scores higher."""
    old, new = row("v1", text="t", latest=False), row("v2", text="t")
    assert shown([[Match(old, 9.0), Match(new, 1.0)]]) == [["v2"]]


def test_a_superseded_version_is_shown_when_the_latest_does_not_match() -> None:
    """The best of the superseded ones."""
    older, old = row("v1", text="t", latest=False), row("v2", text="t", latest=False)
    assert shown([[Match(older, 2.0), Match(old, 1.0)]]) == [["v1"]]


def test_every_text_of_a_work_has_its_hit() -> None:
    """Best first."""
    assert shown([[Match(row("v1"), 1.0), Match(row("v2"), 2.0)]]) == [["v2", "v1"]]


def test_groups_may_be_met_by_different_versions_of_a_work() -> None:
    """A work that meets only one group does not answer; the scores of the groups add up."""
    groups = [[Match(row("ar1", "w1"), 2.0), Match(row("ar2", "w2"), 5.0)], [Match(row("en1", "w1"), 3.0)]]
    found = ranking(groups, Filters(), [])
    assert [(work.work, work.score, [r.version for r in work.rows]) for work in found.works] == [
        ("w1", 5.0, ["en1", "ar1"])
    ]


def test_an_unwanted_word_in_a_current_version_leaves_the_work_out() -> None:
    """Whatever version of the work has it."""
    assert shown([[Match(row("v1"), 1.0)]], unwanted=[row("v2")]) == []


def test_an_unwanted_word_in_a_superseded_version_leaves_only_that_version_out() -> None:
    """The correction may have taken the word away."""
    old, new = row("v1", text="t", latest=False), row("v2", text="t")
    assert shown([[Match(old, 1.0), Match(new, 1.0)]], unwanted=[old]) == [["v2"]]


def test_equal_scores_are_ordered_by_date_then_id() -> None:
    """Order is total, so pages never overlap."""
    old, new = row("v1", "w1", date_to=1), row("v2", "w2")
    twin = row("v3", "w0", date_to=1)
    assert shown([[Match(r, 1.0) for r in (old, new, twin)]]) == [["v2"], ["v3"], ["v1"]]


DAY = date(2015, 11, 12).toordinal()
FILTERS = [
    (Filters(languages=("ar",)), {"language": "ar"}, True),
    (Filters(languages=("ar",)), {"language": "ar-SY"}, True),
    (Filters(languages=("ar-SY",)), {"language": "ar"}, False),
    (Filters(languages=("a",)), {"language": "ar"}, False),
    (Filters(languages=("en", "ar")), {"language": "ar"}, True),
    (Filters(outlets=("الأفق",)), {"outlets": (name_key("الافق"),)}, True),
    (Filters(outlets=("THE  HORIZON",)), {"outlets": (name_key("The Horizon"),)}, True),
    (Filters(outlets=("Horizon",)), {"outlets": (name_key("The Horizon"),)}, False),
    (Filters(agents=("وائل",)), {"agents": (name_key("وَائِل"),)}, True),
    (Filters(agents=("وائل",)), {}, False),
    (Filters(kinds=("opinion",)), {"kind": "opinion"}, True),
    (Filters(kinds=("opinion",)), {"kind": "news"}, False),
    (Filters(has_disclaimer=True), {"has_disclaimer": True}, True),
    (Filters(has_disclaimer=True), {}, False),
    (Filters(has_disclaimer=False), {}, True),
    (Filters(date_from=date(2015, 11, 12)), {}, True),
    (Filters(date_from=date(2015, 11, 13)), {}, False),
    (Filters(date_to=date(2015, 11, 12)), {}, True),
    (Filters(date_to=date(2015, 11, 11)), {}, False),
    (Filters(date_from=date(2015, 11, 20)), {"date_from": DAY - 10, "date_to": DAY + 20}, True),
    (Filters(date_from=date(2016, 1, 1)), {"date_to": None}, True),
    (Filters(date_to=date(2014, 1, 1)), {"date_from": None}, True),
    (Filters(date_to=date(2030, 1, 1)), {"date_from": None, "date_to": None}, False),
]


@pytest.mark.parametrize(("filters", "fields", "passes"), FILTERS)
def test_filters(filters: Filters, fields: dict[str, object], passes: bool) -> None:
    """Names are compared folded, dates by whether the ranges can meet; an unknown date is in no range."""
    version = row("v1", **fields)
    assert shown([[Match(version, 1.0)]], filters) == ([["v1"]] if passes else [])
    assert [work.rows for work in listing([version], filters, []).works] == ([(version,)] if passes else [])


def test_a_listing_is_newest_first_and_of_latest_versions() -> None:
    """Undated works come last; a superseded version is never listed."""
    rows = [row("v1", "w1", date_to=5), row("v2", "w2"), row("v3", "w3", date_from=None, date_to=None)]
    rows.append(row("v0", "w4", latest=False))
    assert [work.work for work in listing(rows, Filters(), []).works] == ["w2", "w1", "w3"]
