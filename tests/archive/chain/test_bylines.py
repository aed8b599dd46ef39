"""Bylines: the table of cases, precision over it, and what a byline says beyond names."""

from __future__ import annotations

import pytest

from archive.chain.bylines import MAX_LENGTH, parse_byline
from tests.archive.chain.byline_cases import ARABIC, ENGLISH, NOT_BYLINES, PUBLISHER, Case

CASES = ENGLISH + ARABIC


def test_the_table_is_as_large_as_the_issue_asks():
    """At least sixty bylines and fifteen strings that are none."""
    assert len(CASES) >= 60
    assert len(NOT_BYLINES) >= 15


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.line)
def test_byline_is_read_as_printed(case: Case):
    """Persons, outlet, label and place come out verbatim, and the span is exactly the quote."""
    found = parse_byline(case.line, publisher=PUBLISHER)
    assert found is not None
    assert (found.persons, found.outlet, found.label, found.place) == case[1:]
    assert found.span.of(case.line) == found.quote


@pytest.mark.parametrize("line", NOT_BYLINES)
def test_what_is_no_byline_yields_nothing(line: str):
    """Sentences and headlines that begin like bylines invent no hand."""
    assert parse_byline(line, publisher=PUBLISHER) is None


def test_precision_of_persons_and_outlets_is_at_least_95_percent():
    """Over all cases, negatives included: of the names given out, how many were printed as such."""
    given = right = 0
    for case in [*CASES, *(Case(line) for line in NOT_BYLINES)]:
        found = parse_byline(case.line, publisher=PUBLISHER)
        names = [("person", name) for name in found.persons] + [("outlet", found.outlet)] if found else []
        expected = {("person", name) for name in case.persons} | {("outlet", case.outlet)}
        given += sum(name is not None for _, name in names)
        right += sum(one in expected for one in names if one[1] is not None)
    assert given >= 80
    assert right / given >= 0.95


@pytest.mark.parametrize(
    ("line", "role", "identity", "extent", "own_work"),
    [
        ("by Wafa Sayegh for The Cedar Review", "aut", "named", None, True),
        ("by Wafa Sayegh for Sada al-Asi (opposition website)", "aut", "named", None, False),
        ("By our correspondent in Damascus", "rpt", "anonymous", None, False),
        ("Excerpts from an op-ed by Wafa Sayegh", "aut", "named", "excerpt", False),
        ("by Al-Fanar (pro-government newspaper)", "org", "named", None, False),
        ("Reporting by Lina Khoury", "rpt", "named", None, False),
        ("بقلم سامي حداد", "aut", "named", None, False),
        ("دمشق - مراسلنا", "rpt", "anonymous", None, False),
        ("وكالات", "org", "anonymous", None, False),
        ("إعداد: رهف القدسي", "com", "named", None, False),
        ("خاص بـ«الفنار»", "org", "unknown", None, False),
        ("ملخص مقال بقلم سامي حداد", "aut", "named", "summary", False),
        ("مقتطفات من مقال بقلم سامي حداد", "aut", "named", "excerpt", False),
    ],
)
def test_role_identity_and_extent(line, role, identity, extent, own_work):
    """The role follows the cue, a hand without a name is anonymous, and excerpts say so."""
    found = parse_byline(line, publisher=PUBLISHER)
    assert (found.role, found.identity, found.extent, found.own_work) == (role, identity, extent, own_work)


def test_dateline_before_prose_is_the_quote_alone():
    """In a paragraph that starts with a dateline only the dateline is evidence."""
    found = parse_byline("DAMASCUS (SANA) – The minister opened a bridge.")
    assert (found.quote, found.outlet, found.place) == ("DAMASCUS (SANA)", "SANA", "DAMASCUS")


def test_leading_space_moves_the_span():
    """Spans count from the start of the line given, not from its first letter."""
    found = parse_byline("  by Salim Haddad  ")
    assert (found.span.start, found.span.end) == (2, 17)


def test_a_wall_of_text_is_not_searched():
    """A line too long to be a byline is refused by length, whatever it starts with."""
    assert parse_byline("By " + "Salim Haddad, " * (MAX_LENGTH // 10)) is None


def test_bare_lines_are_marked_as_less_certain():
    """A line without a cue word is not explicit."""
    assert parse_byline("الرياض - فهد الأحمدي").explicit is False
    assert parse_byline("بقلم فهد الأحمدي").explicit is True
