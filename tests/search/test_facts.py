"""Facts that can be asked for: read in both languages, refused with what would be right."""

from __future__ import annotations

from datetime import date

import pytest

from archive.models.works import WorkKind
from archive.passages import WORK_KINDS
from search.facts import Fact, fact


@pytest.mark.parametrize(
    ("field", "given", "value"),
    [
        ("kind", "Opinion", "opinion"),
        ("kind", "رأي", "opinion"),
        ("role", "trl", "trl"),
        ("role", "translator", "trl"),
        ("role", "مُترجم", "trl"),
        ("role", "thabat:fixer", "thabat:fixer"),
        ("lang", "عربي", "ar"),
        ("lang", "AR_sy", "ar-SY"),
        ("disclaimer", "بلا", "none"),
        ("status", "سابق", "superseded"),
        ("finding", "number_changed", "number_changed"),
        ("translator", "مجهول", "unnamed"),
        ("translator", "  Toby   Marlwick ", "toby marlwick"),
        ("outlet", "صحيفة الأُفق", "صحيفه الافق"),
    ],
)
def test_values_are_read_in_both_languages(field: str, given: str, value: str) -> None:
    """Codes and words, whatever the case, the harakat or the hamza."""
    assert fact(field, given) == Fact(field, value)


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("2015-10..2015-12", date(2015, 10, 1), date(2015, 12, 31)),
        ("2015-10..", date(2015, 10, 1), None),
        ("..2016-02", None, date(2016, 2, 29)),
        ("٢٠١٥…٢٠١٦", date(2015, 1, 1), date(2016, 12, 31)),
        ("۲۰۱۵-۱۱-۱۲", date(2015, 11, 12), date(2015, 11, 12)),
    ],
)
def test_dates_have_open_ends_and_either_digits(given: str, first: date | None, last: date | None) -> None:
    """A range takes in the whole of its last year, month or day."""
    assert fact("date", given) == Fact("date", first=first, last=last)


@pytest.mark.parametrize(
    ("field", "given", "says"),
    [
        ("kind", "gossip", "news, opinion, interview"),
        ("status", "strange", "latest, superseded"),
        ("disclaimer", "maybe", "any, none"),
        ("finding", "merged", "finding knows no"),
        ("finding", "number", "number_changed"),
        ("role", "translater", "near to it: translator"),
        ("role", "مترخم", "مترجم"),
        ("role", "xyzzy", "role knows no 'xyzzy'$"),
        ("lang", "frensh", "near to it: french"),
        ("lang", "not a tag", "neither a language tag nor"),
        ("outlet", "«»", "wants a name"),
        ("date", "..", "a range such as"),
        ("date", "2016..2015", "ends before it begins"),
        ("date", "2015..2016..2017", "a range such as"),
        ("date", "2015-13", "not a day"),
    ],
)
def test_what_no_text_can_have_is_refused(field: str, given: str, says: str) -> None:
    """With the values that there are."""
    with pytest.raises(ValueError, match=says):
        fact(field, given)


def test_kinds_are_the_archives() -> None:
    """Search has its list from the door, not from the tables."""
    assert tuple(kind.value for kind in WorkKind) == WORK_KINDS
