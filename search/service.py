"""Search as the rim uses it: ask, catch up with the archive, rebuild, look after.

Puts the engine's ranking and the archive's passages together into pages. The index is a disposable
cache: when it is missing, cut short, altered, foreign or of another format, it is built again from
the archive, once, by whoever needs it first.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeVar

from archive.errors import ThabatError
from archive.passages import Passage, PassageSource
from search.analysis import analyser_version
from search.answer import answer
from search.builds import Builds
from search.engine import Engine, IndexUnusable
from search.grouping import RankedWork
from search.indexing import Follower, Progress
from search.query import Clause, Query
from search.results import Hit, Page, WorkResult
from search.snippet import snippet

_HEAL_WAIT: Final = 2.0
"""Seconds a search waits for another process's rebuild before it says so."""
_REBUILD_WAIT: Final = 600.0

T = TypeVar("T")


class SearchService:
    """One archive's search. Threads may share it; processes may each have their own."""

    def __init__(self, index_dir: Path, source: PassageSource, *, key_file: Path | None = None) -> None:
        """``key_file`` seals the index and lies outside it; by default beside ``index_dir``, as ``NAME.key``."""
        self._builds = Builds(index_dir, key_file)
        self._source = source
        self._merge: threading.Thread | None = None

    def search(self, query: Query) -> Page:
        """The page of works that ``query`` asks for."""
        return self._healing(lambda engine: self._search(engine, query))

    def catch_up(self, progress: Progress | None = None) -> int:
        """Index what the archive has that the index has not; return the number of versions indexed."""
        return self._healing(lambda engine: Follower(engine, self._source).catch_up(progress))

    def tidy(self) -> bool:
        """Begin one due merge of segments in a thread of its own; whether one was begun.

        Commits and searches go on meanwhile. The thread may be cut off at any moment without harm,
        and does not keep the process alive.
        """
        if self._merge is not None and self._merge.is_alive():
            return False
        if not self._healing(lambda engine: engine.is_untidy()):
            return False
        self._merge = threading.Thread(target=self._merge_once, name="search-merge", daemon=True)
        self._merge.start()
        return True

    def settle(self) -> None:
        """Wait for a merge that was begun."""
        if self._merge is not None:
            self._merge.join()

    def rebuild(self, progress: Progress | None = None) -> int:
        """Build the index anew beside the old one and swap; return the number of versions indexed."""
        return self._rebuild(progress, wait=_REBUILD_WAIT)

    def status(self) -> dict[str, Any]:
        """Position in the journal, lag behind it, documents, segments, analyser; whether the index is usable."""
        head = self._source.position()
        try:
            found = self._builds.current().status()
        except IndexUnusable as fault:
            return {"usable": False, "why": fault.detail, "lag": head, "position": 0, "analyser": analyser_version()}
        return {"usable": True, "lag": head - found["position"], **found}

    def _merge_once(self) -> None:
        # A merge only saves time later: whatever is wrong with the index is the next search's to find.
        with suppress(ThabatError):
            self._builds.current().tidy()

    def _healing(self, work: Callable[[Engine], T]) -> T:
        """Do ``work`` on the current index; if that cannot be used, rebuild it and try once more."""
        try:
            return work(self._builds.current())
        except IndexUnusable:
            self._heal()
            return work(self._builds.current())

    def _heal(self) -> None:
        self._builds.forget()
        self._rebuild(None, wait=_HEAL_WAIT, unless_sound=True)

    def _rebuild(self, progress: Progress | None, *, wait: float, unless_sound: bool = False) -> int:
        with self._builds.rebuilding(wait=wait) as (name, engine):
            if unless_sound and self.is_sound():
                return 0  # another process healed it while this one waited
            done = Follower(engine, self._source).catch_up(progress)
            engine.condense()
            self._builds.swap(name)
            return done + Follower(engine, self._source).catch_up()  # what came in meanwhile

    def is_sound(self) -> bool:
        """Whether every file of the index is what its seal says. Reads them all; heals nothing."""
        try:
            self._builds.current().check()
        except IndexUnusable:
            self._builds.forget()
            return False
        return True

    def _search(self, engine: Engine, query: Query) -> Page:
        gone: frozenset[str] = frozenset()
        while True:
            with engine.reading() as reading:
                ranking = answer(reading, query, without=gone)
                works = ranking.page(query.offset, query.limit)
            shown = [row.version for work in works for row in work.rows]
            passages = self._source.by_version(shown)
            missing = gone.union(shown).difference(passages).difference(gone)
            if not missing:
                return self._page(query, ranking.total, works, passages)
            gone |= missing  # withdrawn since it was indexed: it does not count

    def _page(self, query: Query, total: int, works: tuple[RankedWork, ...], passages: dict[str, Passage]) -> Page:
        titles = self._source.titles([work.work for work in works])
        wanted = [clause for group in query.groups for clause in group]
        results = [_result(work, titles.get(work.work, {}), passages, wanted) for work in works]
        return Page(query.text, total, tuple(results))


def _result(
    ranked: RankedWork, titles: dict[str, str], passages: dict[str, Passage], wanted: list[Clause]
) -> WorkResult:
    shown = [passages[row.version] for row in ranked.rows]
    return WorkResult(
        work=ranked.work,
        external_id=next((passage.external_id for passage in shown if passage.external_id), None),
        titles=titles,
        score=ranked.score,
        hits=tuple(_hit(passage, wanted) for passage in shown),
    )


def _hit(passage: Passage, wanted: list[Clause]) -> Hit:
    text, highlights = snippet(passage, wanted)
    return Hit(passage.version_id, passage.language, text, highlights)
