"""What is new to a saved search: asked when it is kept, when somebody looks, and to count for a list.

A list counts cheaply: a search that more than :data:`MOST_COUNTED` works answer is listed without a count.
A number is counted again only when the index or the search has changed.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Protocol

from archive.errors import BadInput, Unavailable
from search.query import Query
from search.reading import TooBroad
from search.watching import MOST_WORKS, Kind, Saved, SavedSearches, fresh, tidy_name

MOST_COUNTED: Final = 1_000
"""Works that may answer a search whose news a list counts."""
_REMEMBERED: Final = 1_000


class Finder(Protocol):
    """What is asked of the search (:class:`search.service.SearchService`)."""

    def matching(self, query: Query, most: int) -> dict[str, list[str]]: ...

    def titles(self, works: Sequence[str]) -> dict[str, dict[str, str]]: ...

    def status(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class New:
    """One work with the versions that answer and did not; ``known``: others of its versions were seen."""

    work: str
    titles: Mapping[str, str]
    versions: Sequence[str]
    known: bool

    def as_dict(self) -> dict[str, Any]:
        return {"work": self.work, "titles": self.titles, "versions": self.versions, "known": self.known}


@dataclass(frozen=True, slots=True)
class News:
    """What is new to a saved search: ``total`` works, of which ``works`` are shown, the latest first."""

    saved: Saved
    total: int
    works: Sequence[New]

    def as_dict(self) -> dict[str, Any]:
        """The one JSON of API and command line."""
        return {
            "name": self.saved.name,
            "query": self.saved.q,
            "since": self.saved.seen_at,
            "total": self.total,
            "works": [one.as_dict() for one in self.works],
        }


@dataclass(frozen=True, slots=True)
class Standing:
    """A saved question in a list: ``new`` works, or None and ``why`` they were not counted.

    ``why``: ``too-broad``, ``bad-query`` (it can no longer be read), ``unavailable``, ``not-watched`` (no search).
    """

    saved: Saved
    new: int | None
    why: str = ""


class Watch:
    """The saved searches of one archive with the search that answers them. Threads may share it."""

    def __init__(self, searches: SavedSearches, finder: Finder) -> None:
        self.searches = searches
        self._finder = finder
        self._guard = threading.Lock()
        self._counts: OrderedDict[object, tuple[int | None, str]] = OrderedDict()

    def keep(self, saved: Saved, *, now: datetime, fresh_name: bool = False) -> tuple[Saved, bool]:
        """Keep a question; what a search finds now is not new. Return it as kept, and whether its name is new."""
        saved = replace(saved, name=tidy_name(saved.name))
        saved.check()
        if saved.kind == Kind.SEARCH:
            found = self._finder.matching(saved.query(), MOST_WORKS)
            saved = replace(saved, seen=found, seen_at=now.isoformat())
        is_new = self.searches.put(saved, fresh=fresh_name)
        return saved, is_new

    def news(self, name: str, *, offset: int = 0, limit: int | None = None) -> News:
        """What is new to it; nothing counts as seen by that."""
        saved = self.searches.get(name)
        return self._told(saved, fresh(saved, self._found(saved)), offset, limit)

    def look(self, name: str, *, now: datetime, versions: Collection[str] | None = None) -> News:
        """What is new to it, which from now on counts as seen; only ``versions`` of it where they are given."""
        saved = self.searches.get(name)
        found = self._found(saved)
        new = fresh(saved, found)
        if versions is not None:
            shown = {work: [one for one in each if one in versions] for work, each in new.items()}
            new = {work: each for work, each in shown.items() if each}
        told = self._told(saved, new, 0, None)
        self.searches.look(saved.name, found, at=now.isoformat(), versions=versions)
        return told

    def standings(self, offset: int, limit: int) -> tuple[int, list[Standing]]:
        """How many questions are kept, and those of one page, with the number of works that are new to each."""
        kept = self.searches.all()
        position = self._finder.status().get("position")
        return len(kept), [self._standing(saved, position) for saved in kept[offset : offset + limit]]

    def standing(self, saved: Saved) -> Standing:
        return self._standing(saved, self._finder.status().get("position"))

    def _standing(self, saved: Saved, position: object) -> Standing:
        if saved.kind != Kind.SEARCH:
            return Standing(saved, None, "not-watched")
        asked = (saved.name, saved.q, repr(saved.options), saved.seen_at, position)
        with self._guard:
            counted = self._counts.get(asked)
        if counted is None:
            counted = self._counted(saved)
            if counted[1] != "unavailable":
                self._remember(asked, counted)
        return Standing(saved, *counted)

    def _remember(self, asked: object, counted: tuple[int | None, str]) -> None:
        with self._guard:
            self._counts[asked] = counted
            while len(self._counts) > _REMEMBERED:
                self._counts.popitem(last=False)

    def _counted(self, saved: Saved) -> tuple[int | None, str]:
        try:
            return len(fresh(saved, self._finder.matching(saved.query(), MOST_COUNTED))), ""
        except TooBroad:
            return None, "too-broad"
        except BadInput:
            return None, "bad-query"
        except Unavailable:
            return None, "unavailable"

    def _found(self, saved: Saved) -> dict[str, list[str]]:
        return self._finder.matching(saved.query(), MOST_WORKS)

    def _told(self, saved: Saved, new: Mapping[str, list[str]], offset: int, limit: int | None) -> News:
        """The works whose new versions are latest come first: ids are in the order of time."""
        ordered = sorted(new, key=lambda work: (max(new[work]), work), reverse=True)
        shown = ordered[offset:] if limit is None else ordered[offset : offset + limit]
        titles = self._finder.titles(shown)
        works = [New(work, titles.get(work, {}), new[work], work in saved.seen) for work in shown]
        return News(saved, len(new), works)
