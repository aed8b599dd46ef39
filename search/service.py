"""Search as the rim uses it: ask, catch up with the archive, rebuild, look after.

Puts the engine's ranking and the archive's passages together into pages. The index is a disposable
cache: when it is missing, cut short, altered, foreign or of another format, it is built again from
the archive, once, by whoever needs it first.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeVar

from archive.aligned import AlignedSource
from archive.errors import ThabatError
from archive.passages import PassageSource
from search.analysis import analyser_version
from search.asking import Asking, Surroundings
from search.builds import Builds
from search.engine import Engine, IndexUnusable
from search.indexing import Follower, Progress
from search.links import LinkSearch
from search.meaning.asking import Meaning
from search.names import Gazetteer, curated
from search.query import Query
from search.reading import Reading
from search.results import Page
from search.spellings import Spellings

_HEAL_WAIT: Final = 2.0
"""Seconds a search waits for another process's rebuild before it says so."""
_REBUILD_WAIT: Final = 600.0

T = TypeVar("T")


class SearchService:
    """One archive's search. Threads may share it; processes may each have their own."""

    def __init__(
        self,
        index_dir: Path,
        source: PassageSource,
        *,
        key_file: Path | None = None,
        aligned: AlignedSource | None = None,
        links: LinkSearch | None = None,
        meaning: Meaning | None = None,
        gazetteer: Callable[[], Gazetteer] = curated,
    ) -> None:
        """``key_file`` seals the index and lies outside it; by default beside ``index_dir``, as ``NAME.key``."""
        self._builds = Builds(index_dir, key_file)
        self._source = source
        self._surroundings = Surroundings(source, Spellings(gazetteer), aligned, links, meaning)
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
        with engine.reading() as reading:
            return self._asking(reading, query).page()

    def titles(self, works: Sequence[str]) -> dict[str, dict[str, str]]:
        """Titles by work, then by language."""
        return self._source.titles(works)

    def matching(self, query: Query, most: int) -> dict[str, list[str]]:
        """Every work that answers with its versions that match; refused when there are more than ``most``."""
        return self._healing(lambda engine: self._matching(engine, query, most))

    def _matching(self, engine: Engine, query: Query, most: int) -> dict[str, list[str]]:
        with engine.reading() as reading:
            return self._asking(reading, query).matching(most)

    def _asking(self, reading: Reading, query: Query) -> Asking:
        return Asking(reading, query, self._surroundings)
