"""What stands around a text: its byline, and its disclaimers. Compared as records, never aligned.

Names across scripts are compared by sound (:mod:`.transliteration`), disclaimers by what they claim
(:mod:`archive.chain.disclaimers`): a translated disclaimer claims the same in other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from archive.chain.byline_record import same_name
from archive.chain.bylines import Byline, parse_byline, script_of
from archive.chain.disclaimers import Claims, find_disclaimers, wording_key
from archive.text.compare.findings import Band
from archive.text.compare.report import PairFinding, Place, Structure
from archive.text.compare.texts import Text
from archive.text.compare.transliteration import likeness
from archive.text.fold import fold
from archive.text.recipe import recipe
from archive.text.segment import SegmentKind
from archive.values import primary_language

METHOD: Final = recipe("compare-paratext", 1)

_RECORD: Final = 950
"""Millis: both sides are read by rule; what errs is the reading, seldom."""
_NAMES: Final = 700
_SAME_SOUND: Final = 0.3

_SIGNED: Final = (SegmentKind.BYLINE, SegmentKind.DATELINE)


def compare_paratext(source: Text, target: Text) -> tuple[PairFinding, ...]:
    return (*_bylines(source, target), *_disclaimers(source, target))


def _finding(
    kind: Structure,
    sides: tuple[Place | None, Place | None],
    expected: str | None,
    found: str | None,
    confidence: int = _RECORD,
    **detail: str,
) -> PairFinding:
    band = Band.HIGH if confidence >= _RECORD else Band.MEDIUM
    return PairFinding(kind.value, *sides, expected, found, confidence, band, METHOD, METHOD, detail)


@dataclass(frozen=True, slots=True)
class _Signed:
    unit: int
    byline: Byline


def _signed(text: Text) -> list[_Signed]:
    read = [(unit, parse_byline(text.units[unit].text)) for unit in text.ordinals(_SIGNED)]
    return [_Signed(unit, byline) for unit, byline in read if byline is not None]


def _bylines(source: Text, target: Text) -> Iterator[PairFinding]:
    one, other = _signed(source), _signed(target)
    if not one and not other:
        return
    places = Place.of_units(source, [each.unit for each in one]), Place.of_units(target, [each.unit for each in other])
    if not one or not other:
        yield _finding(
            Structure.BYLINE_CHANGED,
            places,
            places[0].quote if places[0] else None,
            places[1].quote if places[1] else None,
            _RECORD if one else _NAMES,
            field="byline",
        )
        return
    for field, expected, found, confidence in _fields(one, other):
        yield _finding(Structure.BYLINE_CHANGED, places, expected, found, confidence, field=field)


def _fields(one: Sequence[_Signed], other: Sequence[_Signed]) -> Iterator[tuple[str, str | None, str | None, int]]:
    """Which fields of the bylines differ, with what stands on each side."""
    persons = [[name for each in side for name in each.byline.persons] for side in (one, other)]
    missing, added = _unmatched(*persons), _unmatched(*reversed(persons))
    if missing or added:
        yield "persons", ", ".join(missing) or None, ", ".join(added) or None, _NAMES
    outlets = [next((each.byline.outlet for each in side if each.byline.outlet), None) for side in (one, other)]
    if all(outlets) and _one_script(*map(str, outlets)) and not same_name(*outlets):
        yield "outlet", outlets[0], outlets[1], _NAMES
    labels = [next((each.byline.label for each in side if each.byline.label), None) for side in (one, other)]
    if bool(labels[0]) != bool(labels[1]):
        yield "label", labels[0], labels[1], _RECORD


def _unmatched(names: Sequence[str], others: Sequence[str]) -> list[str]:
    return [name for name in names if not any(_same_person(name, other) for other in others)]


def _same_person(name: str, other: str) -> bool:
    if _one_script(name, other):
        return same_name(name, other)
    arabic, latin = (name, other) if script_of(name) == "ar" else (other, name)
    sounds = [likeness(word, heard) for word in fold(latin).split() for heard in fold(arabic).split() if len(word) > 2]
    return min(sounds, default=1.0) <= _SAME_SOUND


def _one_script(name: str, other: str) -> bool:
    return script_of(name) == script_of(other)


@dataclass(frozen=True, slots=True)
class _Disclaimer:
    unit: int
    wording: str
    claims: frozenset[str]


def _disclaimers_of(text: Text) -> list[_Disclaimer]:
    return [
        _Disclaimer(unit, wording_key(words := text.units[unit].text), _claims(words))
        for unit in text.ordinals([SegmentKind.DISCLAIMER])
    ]


def _claims(words: str) -> frozenset[str]:
    return frozenset(claim for found in find_disclaimers(words) for claim in _claimed(found.claims))


def _claimed(claims: Claims) -> Iterator[str]:
    for name in ("translated", "edited", "not_verified", "not_endorsed", "permission", "abridged"):
        if getattr(claims, name):
            yield name
    if claims.responsibility:
        yield f"responsibility:{claims.responsibility}"


def _disclaimers(source: Text, target: Text) -> Iterator[PairFinding]:
    left, right = _disclaimers_of(source), _disclaimers_of(target)
    same_language = primary_language(source.language) == primary_language(target.language)
    for one in list(left):
        other = max(right, key=lambda each: _likeness(one, each), default=None)
        if other is None or not any(_likeness(one, other)):
            continue
        left.remove(one)
        right.remove(other)
        if one.claims != other.claims or (same_language and one.wording != other.wording):
            places = Place.of_units(source, [one.unit]), Place.of_units(target, [other.unit])
            yield _finding(Structure.DISCLAIMER_CHANGED, places, _shown(one), _shown(other))
    for one in left:
        yield _finding(Structure.DISCLAIMER_REMOVED, (Place.of_units(source, [one.unit]), None), _shown(one), None)
    for other in right:
        yield _finding(Structure.DISCLAIMER_ADDED, (None, Place.of_units(target, [other.unit])), None, _shown(other))


def _likeness(one: _Disclaimer, other: _Disclaimer) -> tuple[bool, int]:
    """Whether the words are the same, and how many claims are shared; nothing of both: they are about other things."""
    return one.wording == other.wording, len(one.claims & other.claims)


def _shown(one: _Disclaimer) -> str:
    return ", ".join(sorted(one.claims)) or "no claim that is known here"
