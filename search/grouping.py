"""From matching versions to ranked works: one hit a text, scores, order, counts.

A work answers when every group of finds has some version of it. Of a text the latest version is
shown; a superseded one only when no latest version of that text matches. A work is left out when a
current version of any of its texts has something unwanted. All matches are looked at, as arrays, so
totals and counts are exact; rows are put together for one page alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from search.meaning.fusing import WEIGHTS, fuse
from search.reading import Found, Reading

if TYPE_CHECKING:
    from numpy.typing import NDArray

_EPOCH: Final = date(1970, 1, 1).toordinal()
_NEVER: Final = 0
"""The day of what has no date: before any that has."""


class RankedVersion(NamedTuple):
    """What of the row of a version a page of results needs."""

    version: str
    text: str
    work: str
    language: str

    @classmethod
    def of(cls, reading: Reading, numbers: Sequence[int]) -> list[RankedVersion]:
        columns = (reading.values(column, numbers) for column in cls._fields)
        return [cls(*values) for values in zip(*columns, strict=True)]


class Match(NamedTuple):
    row: RankedVersion
    score: float


class RankedWork(NamedTuple):
    work: str
    score: float
    rows: tuple[RankedVersion, ...]
    """One a text, best first."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The versions of one group that may be shown, with their scores."""

    numbers: NDArray[Any]
    scores: NDArray[Any]


class Ranking:
    """Works that answer in order: by score, then newest, or by date, then score; last in an order fixed by ids."""

    def __init__(
        self, reading: Reading, groups: Sequence[Shown], works: NDArray[Any], scores: NDArray[Any], *, by_date: bool
    ) -> None:
        """``works`` are numbers of groups by work, ``scores`` theirs; ``groups`` have the versions to be shown."""
        self.reading = reading
        self.groups = groups
        self._work, self._fixed = reading.groups("work")
        self._works = works
        self._scores = scores
        self._by_date = by_date

    @classmethod
    def of_all(cls, reading: Reading, groups: Sequence[Shown], *, by_date: bool = False) -> Ranking:
        """The works met by every group. A work's score is the sum of its best version a group."""
        best = [_best(reading, group.numbers, group.scores, np.float32) for group in groups]
        works = np.flatnonzero(np.logical_and.reduce([scores > 0 for scores in best]))
        return cls(reading, groups, works, np.add.reduce(best)[works], by_date=by_date)

    @classmethod
    def of_any(cls, reading: Reading, groups: Sequence[Shown], *, by_date: bool = False) -> Ranking:
        """The works met by any group. A work's score is that of its best version."""
        best = np.maximum.reduce([_best(reading, group.numbers, group.scores, np.float32) for group in groups])
        works = np.flatnonzero(best > 0)
        return cls(reading, groups, works, best[works], by_date=by_date)

    @classmethod
    def fused(cls, rankings: Sequence[Ranking], *, by_date: bool = False) -> Ranking:
        """The works of the rankings by words and by meaning of one reading, by their places in them."""
        scores = dict(fuse([one.order() for one in rankings], WEIGHTS))
        works = np.array(sorted(scores), np.int64)
        of_works = np.array([scores[work] for work in works.tolist()], np.float32)
        groups = [group for one in rankings for group in one.groups]
        return cls(rankings[0].reading, groups, works, of_works, by_date=by_date)

    def order(self) -> list[int]:
        """Every work, best first."""
        found: list[int] = self._works[self._ordered(self.total)].tolist()
        return found

    def leading(self, count: int) -> list[int]:
        """The numbers of the first works."""
        found: list[int] = self._works[self._ordered(count)].tolist()
        return found

    def matches(self, works: Sequence[int]) -> dict[int, list[Match]]:
        """Everything of these works that matches."""
        return self._matches(np.array(works, np.int64))

    def with_scores(self, scores: Mapping[int, float]) -> Ranking:
        """The same works with these scores for some of them, by their numbers; scores stay above 0."""
        changed = self._scores.copy()
        for work, score in scores.items():
            changed[np.searchsorted(self._works, work)] = max(score, float(np.finfo(np.float32).tiny))
        return Ranking(self.reading, self.groups, self._works, changed, by_date=self._by_date)

    @property
    def total(self) -> int:
        return len(self._works)

    @cached_property
    def numbers(self) -> NDArray[Any]:
        """Every version of these works that matches and may be shown."""
        answers = np.zeros(len(self._fixed), bool)
        answers[self._works] = True
        matches = np.zeros(self.reading.size, bool)
        for group in self.groups:
            matches[group.numbers] = True
        return np.flatnonzero(matches & answers[self._work])

    def page(self, offset: int, limit: int) -> tuple[RankedWork, ...]:
        """The works from ``offset`` on, with their rows."""
        places = self._ordered(offset + limit)[offset:]
        matches = self._matches(self._works[places])
        return tuple(
            _ranked(score, matches[work])
            for work, score in zip(self._works[places].tolist(), self._scores[places].tolist(), strict=True)
        )

    def counts(self, column: str) -> dict[str, int]:
        """How many of the works have each value of a column of names in a version that matches."""
        numbers, names = self.numbers, self.reading.names(column)
        which, code = names.of(numbers)
        return {names.values[value]: count for value, count in self._works_by(numbers[which], code)}

    def years(self) -> dict[int, int]:
        """How many of the works have a version that matches and was published in each year."""
        numbers = self.numbers
        days = _newest(self.reading)[numbers]
        numbers, days = numbers[days > _NEVER], days[days > _NEVER]
        calendar = (days - _EPOCH).astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
        return dict(self._works_by(numbers, calendar))

    def flags(self, column: str) -> dict[bool, int]:
        """How many of the works have a version that matches with, and one without, the flag."""
        numbers = self.numbers
        values = self.reading.numbers(column)[numbers].astype(np.int64)
        return {bool(value): count for value, count in self._works_by(numbers, values)}

    def _works_by(self, numbers: NDArray[Any], values: NDArray[Any]) -> list[tuple[int, int]]:
        """By value, how many works these versions with these values are of."""
        pairs = values * np.int64(len(self._fixed)) + self._work[numbers]
        pairs.sort()  # sorted neighbours are compared: several times as fast as numpy.unique
        of_pairs = pairs[_first_of_each(pairs)] // max(1, len(self._fixed))
        first = _first_of_each(of_pairs)
        counts = np.diff(np.append(first, len(of_pairs)))
        return list(zip(of_pairs[first].tolist(), counts.tolist(), strict=True))

    def _ordered(self, count: int) -> NDArray[Any]:
        """Places of the first ``count`` works in order."""
        numbers = np.concatenate([group.numbers for group in self.groups])
        newest = _best(self.reading, numbers, _newest(self.reading)[numbers], np.int64)[self._works]
        # Positive floats are in the order of their bits: one number says which is better, then newer.
        score = np.ascontiguousarray(self._scores, np.float32).view(np.int32).astype(np.int64)
        rank = (newest << 32) | score if self._by_date else (score << 32) | newest
        if count < len(rank):
            bound = np.partition(rank, len(rank) - count)[len(rank) - count]
            among = np.flatnonzero(rank >= bound)
        else:
            among = np.arange(len(rank))
        order = np.lexsort((self._fixed[self._works[among]], -rank[among]))
        return among[order[:count]]

    def _matches(self, works: NDArray[Any]) -> dict[int, list[Match]]:
        """The matches of these works."""
        found: dict[int, list[Match]] = {work: [] for work in works.tolist()}
        wanted = np.zeros(len(self._fixed), bool)
        wanted[works] = True
        for group in self.groups:
            chosen = np.flatnonzero(wanted[self._work[group.numbers]])
            numbers = group.numbers[chosen]
            rows = RankedVersion.of(self.reading, numbers.tolist())
            scores = group.scores[chosen].tolist()
            for work, row, score in zip(self._work[numbers].tolist(), rows, scores, strict=True):
                found[work].append(Match(row, score))
        return found


def _first_of_each(ordered: NDArray[Any]) -> NDArray[Any]:
    """Where each run of equal values begins."""
    return np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1]))[: len(ordered)])


def _best(reading: Reading, numbers: NDArray[Any], values: NDArray[Any], kind: Any) -> NDArray[Any]:
    """The highest value among the versions of each work, 0 for works without."""
    work, fixed = reading.groups("work")
    best = np.zeros(len(fixed), kind)
    np.maximum.at(best, work[numbers], values)
    return best


def ranking(
    reading: Reading, groups: Sequence[Found], unwanted: Iterable[Found] = (), *, by_date: bool = False
) -> Ranking:
    """Rank the works met by every group."""
    wanted = allowed(reading, unwanted)
    return Ranking.of_all(reading, [_shown(reading, found, wanted) for found in groups], by_date=by_date)


def allowed(reading: Reading, unwanted: Iterable[Found]) -> NDArray[Any]:
    """Which versions may be shown: not those of works with something unwanted in a latest version, nor with it."""
    work, fixed = reading.groups("work")
    wanted, banned = np.ones(reading.size, bool), np.zeros(len(fixed), bool)
    for found in unwanted:
        numbers = found.numbers
        wanted[numbers] = False
        banned[work[numbers[reading.numbers("latest")[numbers]]]] = True
    kept: NDArray[Any] = wanted & ~banned[work]
    return kept


def _shown(reading: Reading, found: Found, wanted: NDArray[Any]) -> Shown:
    """Superseded versions only of texts of which no latest version was found."""
    kept = wanted[found.numbers]
    numbers, scores = found.numbers[kept], found.scores[kept]
    latest = reading.numbers("latest")[numbers]
    if latest.all():
        return Shown(numbers, scores)
    text, texts = reading.groups("text")
    has_latest = np.zeros(len(texts), bool)
    has_latest[text[numbers[latest]]] = True
    shown = latest | ~has_latest[text[numbers]]
    return Shown(numbers[shown], scores[shown])


def _newest(reading: Reading) -> NDArray[Any]:
    """The last day of publication that is known of each version."""
    last, first = reading.numbers("date_to"), reading.numbers("date_from")
    return np.maximum(np.where(last > _NEVER, last, first), _NEVER)


def _ranked(score: float, matches: Sequence[Match]) -> RankedWork:
    """The best match of each text, best first; a version found by two groups counts with its better score."""
    by_text: dict[str, Match] = {}
    for match in matches:
        known = by_text.get(match.row.text)
        if known is None or (match.score, match.row.version) > (known.score, known.row.version):
            by_text[match.row.text] = match
    ordered = sorted(by_text.values(), key=lambda match: (-match.score, match.row.language, match.row.text))
    return RankedWork(ordered[0].row.work, score, tuple(match.row for match in ordered))
