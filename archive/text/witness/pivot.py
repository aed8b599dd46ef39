"""What a machine's sentence says about a difference between the original and a person's translation of it.

The machine read the same original and knows nothing of the person. Where its sentence has the number, the
name or the manner of reporting that the original has and the person's has not, the finding gains; where it
has what the person has, it loses; with both or neither it says nothing (COMPARE.md §1.2, T2). Gaining and
losing is three times the odds, up or down: a stated rule, not a measured one. An opinion stands beside the
confidence that a finding has and takes none away: what is surely shown stays shown. A flagged sentence is
not asked; that is the caller's to see to. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from archive.text.compare.arabic_ordinary import ORDINARY
from archive.text.compare.attribution import CLASSES
from archive.text.compare.findings import Band, Kind, band_of
from archive.text.compare.gazetteer import arabic_beginnings, begins, english_forms
from archive.text.compare.lexicons import lexicon
from archive.text.compare.links import Side
from archive.text.compare.mentions import find_mentions
from archive.text.compare.name_words import Word, arabic_words, latin_words
from archive.text.compare.phrases import Met, meet
from archive.text.compare.transliteration import bare_forms, likeness
from archive.text.numbers import find_numbers
from archive.text.recipe import recipe
from archive.values import Span, primary_language

ODDS: Final = 3
"""How many times likelier, or less likely, a finding becomes by one opinion."""
RECIPE: Final = recipe("machine-pivot", 1, odds=ODDS)

_SAME_SOUND: Final = 0.2  # likeness up to which two words are one name, as in the check of names


class Verdict(StrEnum):
    GAINS = "gains"
    """The machine has what the original has, and not what the person has."""
    LOSES = "loses"
    """The machine has what the person has, and not what the original seemed to have."""


@dataclass(frozen=True, slots=True)
class Said:
    """Sentences in one language; ``span`` is where in them the words at issue stand."""

    language: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Opinion:
    """``span`` is where in the machine's sentence it has what it is called upon for."""

    verdict: Verdict
    span: Span


@dataclass(frozen=True, slots=True)
class Weighed:
    """A confidence in thousandths and its band, with the opinion taken in."""

    confidence_millis: int
    band: Band


def ask(kind: str, original: Said | None, person: Said | None, *, machine: str, language: str) -> Opinion | None:
    """The opinion of the machine's sentences on one finding; ``None`` where they say nothing, or are not asked.

    ``original`` and ``person`` are the two sides of the finding, ``None`` where that side has nothing.
    """
    find = _READERS.get(kind)
    if find is None:
        return None
    as_original = find(original, machine, language) if original else None
    as_person = find(person, machine, language) if person else None
    if as_original is not None and as_person is None:
        return Opinion(Verdict.GAINS, as_original)
    if as_person is not None and as_original is None:
        return Opinion(Verdict.LOSES, as_person)
    return None


def weigh(confidence_millis: int, band: Band, verdict: Verdict) -> Weighed:
    """The odds times or by ``ODDS``. One band at most is crossed: H falls no lower than M, and none rises to H."""
    up, down = (ODDS, 1) if verdict is Verdict.GAINS else (1, ODDS)
    for_it, against = up * confidence_millis, down * (1000 - confidence_millis)
    millis = round(1000 * for_it / (for_it + against))
    reached = band_of(millis / 1000)
    if band is Band.HIGH:
        return Weighed(millis, Band.HIGH if reached is Band.HIGH else Band.MEDIUM)
    return Weighed(millis, Band.LOW if reached is Band.LOW else Band.MEDIUM)


def _number(said: Said, machine: str, language: str) -> Span | None:
    wanted = [one for one in find_numbers(said.text, said.language) if one.span.overlaps(said.span)]
    found = (one for one in find_numbers(machine, language) if any(one.agrees(other) for other in wanted))
    return next((one.span for one in found), None)


def _date(said: Said, machine: str, language: str) -> Span | None:
    """A month or a day of the week; a year or a day of the month is a number."""
    wanted = [one for one in find_mentions(said.text, said.language) if one.span.overlaps(said.span)]
    if not wanted:
        return _number(said, machine, language)
    return next(
        (
            one.span
            for one in find_mentions(machine, language)
            if any(one.family == other.family and one.numbers & other.numbers for other in wanted)
        ),
        None,
    )


def _name(said: Said, machine: str, language: str) -> Span | None:
    """By spelling within one script, by sound and by the list of places between two."""
    wanted = [word for word in _words(said.text, said.language) if word.span.overlaps(said.span)]
    same = _same_name(arabic_said=_is_arabic(said.language), arabic_machine=_is_arabic(language))
    met = (word for word in _names(machine, language) if any(same(one.folded, word.folded) for one in wanted))
    return next((word.span for word in met), None)


def _is_arabic(language: str) -> bool:
    return primary_language(language) == "ar"


def _words(text: str, language: str) -> tuple[Word, ...]:
    return arabic_words(text) if _is_arabic(language) else latin_words(text)


def _names(text: str, language: str) -> Iterable[Word]:
    """What may be a name: any Arabic word, a word in Latin script with a capital."""
    return (word for word in _words(text, language) if _is_arabic(language) or word.printed[0].isupper())


def _same_name(*, arabic_said: bool, arabic_machine: bool) -> Callable[[str, str], bool]:
    if arabic_said and arabic_machine:
        return lambda one, other: not set(bare_forms(one)).isdisjoint(bare_forms(other))
    if arabic_said:
        return lambda one, other: _sounds(other, one)
    return _sounds if arabic_machine else lambda one, other: one == other


def _sounds(latin: str, arabic: str) -> bool:
    if latin in english_forms(arabic) or begins(arabic, arabic_beginnings(latin)):
        return True
    apart = likeness(latin, arabic)
    return apart == 0 or (apart <= _SAME_SOUND and arabic not in ORDINARY)


def _attribution(said: Said, machine: str, language: str) -> Span | None:
    """A verb of the same class of reporting."""
    wanted = {name for name, met in _reported(said.text, said.language) if met.mark.span.overlaps(said.span)}
    return next((met.mark.span for name, met in _reported(machine, language) if name in wanted), None)


def _reported(text: str, language: str) -> list[tuple[str, Met]]:
    words: Mapping[str, Mapping[str, Iterable[str]]] = lexicon("reporting")
    spoken = primary_language(language)
    side = Side(language, (text,))
    return [(name, met) for name in CLASSES for met in meet(side, (0,), words[name].get(spoken, ()), name)]


_READERS: Final[Mapping[str, Callable[[Said, str, str], Span | None]]] = {
    **dict.fromkeys((Kind.NUMBER_CHANGED, Kind.NUMBER_MISSING, Kind.NUMBER_ADDED), _number),
    **dict.fromkeys((Kind.DATE_CHANGED, Kind.DATE_MISSING, Kind.DATE_ADDED), _date),
    **dict.fromkeys((Kind.NAME_CHANGED, Kind.NAME_MISSING, Kind.NAME_ADDED), _name),
    Kind.ATTRIBUTION_SHIFT: _attribution,
}

ASKED: Final = frozenset(str(kind) for kind in _READERS)
"""Kinds of findings that a machine's sentence has a say in."""
