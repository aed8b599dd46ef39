"""From matching versions to ranked works: filters, one hit a text, scores, order. Pure.

A work answers when every group of clauses is met by some version of it that passes the filters. Of a
text the latest version is shown; a superseded one only when no latest version of that text matches.
A work is left out when a current version of any of its texts has an unwanted word, whatever the
filters. Without words, works are listed newest first, by their latest versions alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from archive.text.fold import fold
from search.query import Filters

_NEVER: Final = 0
_ALWAYS: Final = 10_000_000
"""Day ordinals before and after any date."""


class Row(NamedTuple):
    """What filters, grouping and order need to know of a version. Plain values: it is kept as JSON."""

    version: str
    text: str
    work: str
    language: str
    kind: str
    latest: bool
    date_from: int | None
    """Proleptic Gregorian ordinal (``date.toordinal``) of the first day of publication, if known."""
    date_to: int | None
    has_disclaimer: bool
    outlets: tuple[str, ...]
    """Names as :func:`name_key` makes them."""
    agents: tuple[str, ...]

    @property
    def newest(self) -> int:
        return self.date_to or self.date_from or _NEVER


class Match(NamedTuple):
    row: Row
    score: float


class RankedWork(NamedTuple):
    work: str
    score: float
    rows: tuple[Row, ...]
    """One a text, best first."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Every work that matches, best first; pages are cut from it."""

    works: tuple[RankedWork, ...]

    @property
    def total(self) -> int:
        return len(self.works)


def name_key(name: str) -> str:
    """A name as filters compare it: folded, inner spaces single."""
    return " ".join(fold(name).split())


def ranking(groups: Sequence[Sequence[Match]], filters: Filters, unwanted: Iterable[Row]) -> Ranking:
    """Rank the works met by every group. A work's score is the sum of its best version a group."""
    keep = _predicate(filters, unwanted)
    by_group = [_by_work(m for m in group if keep(m.row)) for group in groups]
    works = set[str].intersection(*(set(found) for found in by_group))
    ranked = [_ranked(work, [found[work] for found in by_group]) for work in works]
    return Ranking(tuple(sorted(ranked, key=_order)))


def listing(rows: Iterable[Row], filters: Filters, unwanted: Iterable[Row]) -> Ranking:
    """List the works whose latest versions pass the filters, newest first."""
    keep = _predicate(filters, unwanted)
    found = _by_work(Match(row, 0.0) for row in rows if row.latest and keep(row))
    return Ranking(tuple(sorted((_ranked(work, [texts]) for work, texts in found.items()), key=_order)))


def _not_left_out(unwanted: Sequence[Row]) -> Callable[[Row], bool]:
    """A row falls to an exclusion when its work has the word in a latest version, or it has it itself."""
    works = {row.work for row in unwanted if row.latest}
    versions = {row.version for row in unwanted}
    return lambda row: row.work not in works and row.version not in versions


def _by_work(matches: Iterable[Match]) -> dict[str, dict[str, Match]]:
    """Work → text → the match to show: the latest version's if it matched, else the best."""
    works: dict[str, dict[str, Match]] = {}
    for match in matches:
        texts = works.setdefault(match.row.work, {})
        known = texts.get(match.row.text)
        if known is None or _preference(match) > _preference(known):
            texts[match.row.text] = match
    return works


def _preference(match: Match) -> tuple[bool, float, str]:
    return match.row.latest, match.score, match.row.version


def _ranked(work: str, groups: Sequence[dict[str, Match]]) -> RankedWork:
    score = sum(max(match.score for match in texts.values()) for texts in groups)
    matches = [match for texts in groups for match in texts.values()]
    if len(matches) > 1:
        matches.sort(key=lambda match: (-match.score, match.row.language, match.row.text))
    return RankedWork(work, score, tuple(dict.fromkeys(match.row for match in matches)))


def _order(ranked: RankedWork) -> tuple[float, int, str]:
    """Best score first, then newest publication, then id: total and stable, so that pages never overlap."""
    return -ranked.score, -max(row.newest for row in ranked.rows), ranked.work


def _predicate(filters: Filters, unwanted: Iterable[Row]) -> Callable[[Row], bool]:
    """One function of the exclusions and all filters that are set."""
    tests = _tests(filters)
    if rows := list(unwanted):
        tests.append(_not_left_out(rows))
    if len(tests) <= 1:
        return tests[0] if tests else lambda _: True
    return lambda row: all(test(row) for test in tests)


def _tests(filters: Filters) -> list[Callable[[Row], bool]]:
    tests: list[Callable[[Row], bool]] = []
    if filters.languages:
        tests.append(lambda row: any(_speaks(row.language, wanted) for wanted in filters.languages))
    if filters.kinds:
        tests.append(lambda row: row.kind in filters.kinds)
    if outlets := {name_key(name) for name in filters.outlets}:
        tests.append(lambda row: not outlets.isdisjoint(row.outlets))
    if agents := {name_key(name) for name in filters.agents}:
        tests.append(lambda row: not agents.isdisjoint(row.agents))
    if filters.has_disclaimer is not None:
        tests.append(lambda row: row.has_disclaimer is filters.has_disclaimer)
    if filters.date_from or filters.date_to:
        tests.append(_within(filters))
    return tests


def _speaks(language: str, wanted: str) -> bool:
    """``ar`` takes in ``ar-SY`` (RFC 4647 §3.3.1, basic filtering)."""
    return language == wanted or language.startswith(f"{wanted}-")


def _within(filters: Filters) -> Callable[[Row], bool]:
    """Whether a row can have been published in the range. An unknown date is in no range."""
    first = filters.date_from.toordinal() if filters.date_from else _NEVER
    last = filters.date_to.toordinal() if filters.date_to else _ALWAYS

    def overlaps(row: Row) -> bool:
        if row.date_from is None and row.date_to is None:
            return False
        return (row.date_from or _NEVER) <= last and (row.date_to or _ALWAYS) >= first

    return overlaps
