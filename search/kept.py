"""An index that is kept: opened when asked, brought up to the archive, healed when it cannot be trusted.

What is indexed, and how the archive is followed, is the business of whoever is given an engine by
``follow``; here is only when that happens. An index is a cache: when it is missing, cut short, altered,
foreign or of another format it is built again, once, by whoever needs it first.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final, TypeVar

from archive.errors import ThabatError
from search.analysis import analyser_version
from search.builds import Builds
from search.engine import Engine, IndexUnusable

HEAL_WAIT: Final = 2.0
"""Seconds a question waits for another process's rebuild before it says so."""
REBUILD_WAIT: Final = 600.0

T = TypeVar("T")
Follow = Callable[[Engine], int]
"""Index in this engine all that happened up to now; return how much was indexed."""


class KeptIndex:
    """``head`` is the archive's position. Threads may share it; processes may each have their own."""

    def __init__(self, builds: Builds, *, head: Callable[[], int], follow: Follow) -> None:
        self._builds = builds
        self._head = head
        self._follow = follow
        self._merge: threading.Thread | None = None

    def use(self, work: Callable[[Engine], T]) -> T:
        """Do ``work`` on the current index; if that cannot be used, build it anew and try once more."""
        try:
            return work(self._builds.current())
        except IndexUnusable:
            self._builds.forget()
            self._rebuild(self._follow, wait=HEAL_WAIT, unless_sound=True)
            return work(self._builds.current())

    def catch_up(self) -> int:
        return self.use(self._follow)

    def rebuild(self, follow: Follow | None = None) -> int:
        """Build anew beside the old index and swap; ``follow`` may be one that tells how far it is."""
        return self._rebuild(follow or self._follow, wait=REBUILD_WAIT)

    def tidy(self) -> bool:
        """Begin one due merge in a thread of its own; whether one was begun. It may be cut off without harm."""
        if self._merge is not None and self._merge.is_alive():
            return False
        if not self.use(lambda engine: engine.is_untidy()):
            return False
        self._merge = threading.Thread(target=self._merge_once, name="search-merge", daemon=True)
        self._merge.start()
        return True

    def settle(self) -> None:
        """Wait for a merge that was begun."""
        if self._merge is not None:
            self._merge.join()

    def is_sound(self) -> bool:
        """Whether every file is what its seal says. Reads them all; heals nothing."""
        try:
            self._builds.current().check()
        except IndexUnusable:
            self._builds.forget()
            return False
        return True

    def status(self) -> dict[str, Any]:
        """Position in the journal, lag behind it, documents, segments, analyser; whether the index is usable."""
        head = self._head()
        try:
            found = self._builds.current().status()
        except IndexUnusable as fault:
            return {"usable": False, "why": fault.detail, "lag": head, "position": 0, "analyser": analyser_version()}
        return {"usable": True, "lag": head - found["position"], **found}

    def _rebuild(self, follow: Follow, *, wait: float, unless_sound: bool = False) -> int:
        with self._builds.rebuilding(wait=wait) as (name, engine):
            if unless_sound and self.is_sound():
                return 0  # another process healed it while this one waited
            done = follow(engine)
            engine.condense()
            self._builds.swap(name)
            return done + self._follow(engine)  # what came in meanwhile

    def _merge_once(self) -> None:
        # A merge only saves time later: whatever is wrong with the index is the next question's to find.
        with suppress(ThabatError):
            self._builds.current().tidy()
