"""Meaning as search asks for it: one store, one encoder, kept up with the archive; questions in, nearest texts out.

Threads may share it. While there are no vectors yet, a question is refused with a sentence that says what
makes them; vectors that cannot be used are made anew by the next who keeps them up.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

from archive.errors import Reason, Unavailable
from archive.passages import PassageSource
from search.meaning.following import Encodes, catch_up
from search.meaning.nearest import Near, nearest
from search.meaning.sentences import Numbers, Sentences, sentences
from search.meaning.store import StoreUnusable, VectorStore
from search.meaning.vectors import Floats


class Meaning:
    """The vectors of one archive, under ``directory``."""

    def __init__(self, directory: Path, source: PassageSource, encoder: Encodes) -> None:
        self._store = VectorStore(directory, recipe=encoder.recipe, dimensions=encoder.dimensions)
        self._source = source
        self._encoder = encoder
        self._guard = threading.Lock()
        self._numbers: Numbers = {}
        self._last: tuple[str, Floats] | None = None

    def nearest(self, question: str, *, limit: int) -> Sequence[Near]:
        """The versions that come nearest, best first."""
        with self._guard:
            segments = self._store.segments()
        if not segments:
            raise Unavailable(
                "no text has been read for its meaning yet: the worker does it beside its jobs, "
                "`thabat reindex --meaning` at once",
                code="no-vectors",
                reason=Reason("not-read"),
            )
        return nearest(segments, self._vector(question), limit=limit)

    def sentences(self, question: str, versions: Collection[str]) -> dict[str, Sentences]:
        """Every sentence of these versions beside the question; those without vectors are absent."""
        with self._guard:
            segments = self._store.segments()
        return sentences(segments, self._vector(question), versions, self._numbers)

    def _vector(self, question: str) -> Floats:
        """Of the question; the last one is remembered."""
        last = self._last
        if last is None or last[0] != question:
            self._last = last = (question, self._encoder.encode([question])[0])
        return last[1]

    def catch_up(self, stopped: Callable[[], bool] = lambda: False) -> int:
        """Read what is new; the number of versions read, fewer when ``stopped``."""
        with self._guard:
            try:
                return catch_up(self._store, self._source, self._encoder, stopped)
            except StoreUnusable:
                self._store.clear()
                return catch_up(self._store, self._source, self._encoder, stopped)

    def rebuild(self) -> int:
        """Read everything anew."""
        with self._guard:
            self._store.clear()
        return self.catch_up()

    def status(self) -> dict[str, Any]:
        """How many versions have been read, and how far behind the journal that is."""
        head = self._source.position()
        try:
            with self._guard:
                position, versions = self._store.position(), len(self._store.known())
        except StoreUnusable as fault:
            return {"usable": False, "why": fault.detail, "versions": 0, "lag": head}
        return {"usable": True, "versions": versions, "lag": max(0, head - position)}
