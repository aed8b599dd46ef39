"""What was used last, at most so much of it: for what never changes and is asked for again and again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Values by key, the ``most`` used last. Threads may share it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._guard = threading.Lock()
        self._kept: dict[K, V] = {}

    def all_of(self, keys: Iterable[K], make: Callable[[list[K]], Mapping[K, V]]) -> dict[K, V]:
        """The values of ``keys``; ``make`` is asked once for all that are not at hand, and may leave some out."""
        wanted = list(dict.fromkeys(keys))
        with self._guard:
            found = {key: self._kept[key] for key in wanted if key in self._kept}
        missing = [key for key in wanted if key not in found]
        made = make(missing) if missing else {}
        with self._guard:
            for key, value in (*found.items(), *made.items()):
                self._kept.pop(key, None)
                self._kept[key] = value  # the last is the most recent
            while len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]
        return {**found, **made}
