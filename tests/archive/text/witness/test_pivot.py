"""The machine's sentence as a third reading: it adds to or takes from a finding, and never decides. Our own sentences."""

from __future__ import annotations

import pytest

from archive.text.compare.findings import Band
from archive.text.compare.report import KINDS
from archive.text.witness.pivot import ASKED, Said, Verdict, ask, weigh
from archive.values import Span

GAINS, LOSES = Verdict.GAINS, Verdict.LOSES


def _said(language: str, text: str, words: str) -> Said:
    start = text.index(words)
    return Said(language, text, Span(start, start + len(words)))


def _verdict(kind: str, original: Said | None, person: Said | None, machine: str, language: str = "en") -> object:
    opinion = ask(kind, original, person, machine=machine, language=language)
    return opinion and (opinion.verdict, opinion.span.of(machine))


FAMILIES = _said("ar", "عادت ٤٠ عائلة إلى الحي.", "٤٠")
FOURTEEN = _said("en", "Fourteen families returned to the district.", "Fourteen")


@pytest.mark.parametrize(
    ("machine", "verdict"),
    [
        ("40 families came back to the quarter.", (GAINS, "40")),
        ("Forty families came back.", (GAINS, "Forty")),
        ("14 families came back.", (LOSES, "14")),
        ("Between 14 and 40 families came back.", None),
        ("The families came back.", None),
    ],
)
def test_a_changed_number(machine: str, verdict: object) -> None:
    """By value, in figures or words; both numbers or neither is no opinion."""
    assert _verdict("number_changed", FAMILIES, FOURTEEN, machine) == verdict


def test_a_number_on_one_side_only() -> None:
    """The machine bears out that the original has it, or that what was added is in the original after all."""
    assert _verdict("number_missing", FAMILIES, None, "40 families came back.") == (GAINS, "40")
    assert _verdict("number_missing", FAMILIES, None, "Families came back.") is None
    assert _verdict("number_added", None, FOURTEEN, "14 families came back.") == (LOSES, "14")
    assert _verdict("number_added", None, FOURTEEN, "Families came back.") is None


def test_dates() -> None:
    """Months and days of the week by name, whichever press's; years as numbers."""
    monday = _said("ar", "اجتمع المجلس يوم الاثنين.", "الاثنين")
    sunday = _said("en", "The council met on Sunday.", "Sunday")
    assert _verdict("date_changed", monday, sunday, "The council met on Monday.") == (GAINS, "Monday")
    assert _verdict("date_changed", monday, sunday, "The council met on Sunday.") == (LOSES, "Sunday")
    tishrin = _said("ar", "في تشرين الثاني ٢٠١٣", "تشرين الثاني")
    assert _verdict("date_missing", tishrin, None, "in November 2013") == (GAINS, "November")
    year = _said("ar", "في تشرين الثاني ٢٠١٣", "٢٠١٣")
    assert _verdict("date_changed", year, _said("en", "in 2031", "2031"), "in November 2013") == (GAINS, "2013")


def test_names_by_spelling_sound_and_place() -> None:
    """From Arabic by sound, within English by spelling, and places by their list."""
    karim = _said("ar", "قال كريم السعدي إن السوق فتح.", "السعدي")
    haddad = _said("en", "Karim Haddad said the market had opened.", "Haddad")
    assert _verdict("name_changed", karim, haddad, "Karim Saadi said the market opened.") == (GAINS, "Saadi")
    assert _verdict("name_changed", karim, haddad, "Haddad said the market opened.") == (LOSES, "Haddad")
    assert _verdict("name_changed", karim, haddad, "He said the haddad market opened.") is None
    damascus = _said("ar", "وصل إلى دمشق.", "دمشق")
    homs = _said("en", "He arrived in Homs.", "Homs")
    assert _verdict("name_changed", damascus, homs, "He reached Damascus.") == (GAINS, "Damascus")


def test_names_into_arabic() -> None:
    """The English name by its sound, the person's by its letters, whatever is written on to them."""
    karim = _said("en", "Karim told the council.", "Karim")
    said = _said("ar", "وأبلغ سالم المجلس.", "سالم")
    assert _verdict("name_changed", karim, said, "أخبر كريم المجلس.", "ar") == (GAINS, "كريم")
    assert _verdict("name_changed", karim, said, "قال لسالم ذلك.", "ar") == (LOSES, "لسالم")
    assert _verdict("name_missing", karim, None, "أخبر كريم المجلس.", "ar") == (GAINS, "كريم")


def test_the_manner_of_reporting() -> None:
    """A verb of the same class bears it out, whatever the verb."""
    said = _said("ar", "قالت اللجنة إن الجسر آمن.", "قالت")
    claimed = _said("en", "The committee claimed that the bridge was safe.", "claimed")
    shift = "attribution_shift"
    assert _verdict(shift, said, claimed, "The committee stated that the bridge is safe.") == (GAINS, "stated")
    assert _verdict(shift, said, claimed, "The committee alleged that it is safe.") == (LOSES, "alleged")
    assert _verdict(shift, said, claimed, "She said what they claimed.") is None


def test_other_kinds_are_not_asked_about() -> None:
    """What a machine leaves out or moves says nothing of a person; every kind asked about is a kind there is."""
    assert _verdict("omitted", FAMILIES, FOURTEEN, "40 families") is None
    assert set(KINDS) >= ASKED


@pytest.mark.parametrize(
    ("before", "band", "verdict", "after", "then"),
    [
        (500, Band.LOW, GAINS, 750, Band.MEDIUM),
        (350, Band.LOW, GAINS, 618, Band.MEDIUM),
        (150, Band.LOW, GAINS, 346, Band.LOW),
        (700, Band.MEDIUM, LOSES, 438, Band.LOW),
        (820, Band.MEDIUM, GAINS, 932, Band.MEDIUM),
        (950, Band.HIGH, LOSES, 864, Band.HIGH),
        (860, Band.HIGH, LOSES, 672, Band.MEDIUM),
        (400, Band.HIGH, LOSES, 182, Band.MEDIUM),
        (0, Band.LOW, GAINS, 0, Band.LOW),
        (1000, Band.HIGH, LOSES, 1000, Band.HIGH),
    ],
)
def test_three_times_the_odds(before: int, band: Band, verdict: Verdict, after: int, then: Band) -> None:
    """L may rise to M, M fall to L; nothing rises to H on a machine's word, and H stays shown."""
    weighed = weigh(before, band, verdict)
    assert (weighed.confidence_millis, weighed.band) == (after, then)
