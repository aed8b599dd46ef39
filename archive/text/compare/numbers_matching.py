"""Which numbers of a link the other side says too, by value, and which are left. :mod:`.numbers` says what it means.

A number is matched within its link first, with one of its own kind before any other; then with what a neighbouring
sentence has to spare, for clauses cross the borders of sentences. A number that its neighbours say of something else
is no counterpart, so only what they cannot match themselves is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from archive.text.compare.links import Here, Pair, placed
from archive.text.fold import fold
from archive.text.numbers import Number, NumberKind
from archive.text.numbers.hidden import hidden_in

Placed = tuple[int, Number]
Sentences = tuple[tuple[Number, ...], ...]

_LONG: Final = 3  # digits
_TELLING: Final = 10  # below, the same number in the next sentence is likely by chance
_LOST_SPACES: Final = re.compile("[\u0621-\u064a]{16,}")  # أفاستسقيناكموها has 15 letters
_BETWEEN_FIGURES: Final = re.compile(r"[ -]")
_GROUPED: Final = re.compile(r"(?<![\d.,])\d{2,}(?:[ -]\d{3,})+(?![\d.,]?\d)")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of both texts, sentence by sentence."""

    source: Sentences
    target: Sentences


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of one side of a link, and what the other side says there and right beside it, matched or not."""

    numbers: tuple[Placed, ...]
    heard: tuple[Number, ...]
    glued: str = ""  # the words of the other side, where they have lost their spaces

    def echoes(self, number: Number) -> bool:
        """Whether the other side says ``number`` as well, only less often or in the next sentence."""
        return any(same(number, other) for other in self.heard) or bool(self.glued and hidden_in(self.glued, number))


Leftovers = tuple[Left, Left]


def leftovers(pair: Pair, numbers: Numbers) -> list[Leftovers]:
    """What the two sides of every link do not share."""
    links = list(pair.linked())
    source, target = _Spare(numbers.source), _Spare(numbers.target)
    for here in links:
        _match_within(source, target, here)
    for here in links:
        _match_beside(source, here.source, target, here.near_target)
        _match_beside(target, here.target, source, here.near_source)
    return [_left(pair, here, numbers, (source, target)) for here in links]


class _Spare:
    """The numbers that have no counterpart yet."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = [list(numbers) for numbers in sentences]

    def of(self, sentences: Sequence[int]) -> list[Placed]:
        return placed(self._sentences, sentences)

    def take(self, one: Placed) -> None:
        """Remove that very number, not one that looks like it."""
        numbers = self._sentences[one[0]]
        del numbers[next(at for at, number in enumerate(numbers) if number is one[1])]


def _match_within(source: _Spare, target: _Spare, here: Here) -> None:
    for fits in _PASSES:
        for one in source.of(here.source):
            match = next((other for other in target.of(here.target) if fits(one[1], other[1])), None)
            if match is not None:
                source.take(one)
                target.take(match)


def _match_beside(ours: _Spare, sentences: Sequence[int], theirs: _Spare, beside: Sequence[int]) -> None:
    if not beside:
        return
    for one in ours.of(sentences):
        match = next((other for other in theirs.of(beside) if one[1].agrees(other[1])), None)
        if match is not None and max(one[1].readings) >= _TELLING:
            ours.take(one)
            theirs.take(match)


def _left(pair: Pair, here: Here, numbers: Numbers, spare: tuple[_Spare, _Spare]) -> Leftovers:
    source, target = spare[0].of(here.source), spare[1].of(here.target)
    if not (source or target):
        return Left((), ()), Left((), ())
    texts = fold(pair.source.text(here.source)), fold(pair.target.text(here.target))
    heard = (
        _heard(numbers.target, here.target + here.near_target),
        _heard(numbers.source, here.source + here.near_source),
    )
    return (
        Left(_apart(source, *texts), heard[0], _glued(texts[1])),
        Left(_apart(target, *reversed(texts)), heard[1], _glued(texts[0])),
    )


def _glued(folded: str) -> str:
    return folded if _LOST_SPACES.search(folded) else ""


def _heard(sentences: Sentences, indices: Sequence[int]) -> tuple[Number, ...]:
    return tuple(number for index in indices for number in sentences[index])


def _apart(left: list[Placed], ours: str, theirs: str) -> tuple[Placed, ...]:
    """Drop the parts of what one side has in groups and the other not, or in other groups: telephone numbers."""
    groups = [_joined(match) for match in _GROUPED.finditer(theirs)]
    groups += [group for match in _GROUPED.finditer(ours) if (group := _joined(match)) in theirs]
    return tuple(one for one in left if not _within_one(fold(one[1].printed), groups))


def _within_one(printed: str, groups: Sequence[str]) -> bool:
    return len(printed) >= _LONG and any(printed in group for group in groups)


def _joined(match: re.Match[str]) -> str:
    return _BETWEEN_FIGURES.sub("", match[0])


def same(one: Number, other: Number) -> bool:
    """One value, or one share: half is fifty per cent."""
    return one.agrees(other) or _share(one, other) or _share(other, one)


def _share(one: Number, other: Number) -> bool:
    if one.kind is not NumberKind.PERCENT or other.kind is not NumberKind.FRACTION:
        return False
    return any(value / 100 in other.readings for value in one.readings)


def _both(weak: bool, other_weak: bool) -> Callable[[Number, Number], bool]:
    return lambda one, other: one.weak == weak and other.weak == other_weak and one.agrees(other)


def _alike(one: Number, other: Number) -> bool:
    return one.kind is other.kind and one.weak == other.weak and one.agrees(other)


_PASSES: Final = (_alike, _both(False, False), _both(False, True), _both(True, False), _both(True, True), same)
"""The second at half past two is no 2; what stands by itself before what may go unsaid."""
