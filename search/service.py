"""Search as the rim uses it: ask, catch up with the archive, rebuild, look after.

Puts the engine's ranking and the archive's passages together into pages. The index is a disposable
cache: when it is missing, cut short, altered, foreign or of another format, it is built again from
the archive, once, by whoever needs it first.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from archive.aligned import AlignedSource
from archive.passages import PassageSource
from search.asking import Asking, Surroundings
from search.builds import Builds
from search.engine import Engine
from search.indexing import Follower, Progress
from search.kept import Follow, KeptIndex
from search.links import LinkSearch
from search.meaning.asking import Meaning
from search.names import Gazetteer, curated
from search.query import Query
from search.reading import Reading
from search.results import Page
from search.spellings import Spellings

AT_ONCE: Final = 2
"""Questions of one process that are worked on together: more would only take the interpreter from each other."""


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
        self._source = source
        self._surroundings = Surroundings(source, Spellings(gazetteer), aligned, links, meaning)
        self._builds = Builds(index_dir, key_file)
        self._turns = threading.BoundedSemaphore(AT_ONCE)
        self._index = KeptIndex(self._builds, head=source.position, follow=self._following())

    def search(self, query: Query) -> Page:
        """The page of works that ``query`` asks for."""
        with self._turns:
            return self._index.use(lambda engine: self._search(engine, query))

    def catch_up(self, progress: Progress | None = None) -> int:
        """Index what the archive has that the index has not; return the number of versions indexed."""
        return self._index.use(self._following(progress))

    def rebuild(self, progress: Progress | None = None) -> int:
        """Build the index anew beside the old one and swap; return the number of versions indexed."""
        return self._index.rebuild(self._following(progress))

    def tidy(self) -> bool:
        """Begin one due merge of segments in a thread of its own; whether one was begun."""
        return self._index.tidy()

    def settle(self) -> None:
        """Wait for a merge that was begun."""
        self._index.settle()

    def status(self) -> dict[str, Any]:
        """Position in the journal, lag behind it, documents, segments, analyser; whether the index is usable."""
        return self._index.status()

    def is_sound(self) -> bool:
        """Whether every file of the index is what its seal says. Reads them all; heals nothing."""
        return self._index.is_sound()

    def _following(self, progress: Progress | None = None) -> Follow:
        return lambda engine: Follower(engine, self._source).catch_up(progress)

    def _search(self, engine: Engine, query: Query) -> Page:
        with engine.reading() as reading:
            return self._asking(reading, query).page()

    def titles(self, works: Sequence[str]) -> dict[str, dict[str, str]]:
        """Titles by work, then by language."""
        return self._source.titles(works)

    def matching(self, query: Query, most: int) -> dict[str, list[str]]:
        """Every work that answers with its versions that match; refused when there are more than ``most``."""
        return self._index.use(lambda engine: self._matching(engine, query, most))

    def _matching(self, engine: Engine, query: Query, most: int) -> dict[str, list[str]]:
        with engine.reading() as reading:
            return self._asking(reading, query).matching(most)

    def _asking(self, reading: Reading, query: Query) -> Asking:
        return Asking(reading, query, self._surroundings)
