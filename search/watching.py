"""Saved searches: a question under a name, and what it had found when it was last looked at.

One small JSON file in the data folder (``searches.json``), replaced as a whole. It is nobody's evidence and
no part of the journal: whoever may write there may change it. A question to the concordance can be kept
too, as a question; what is new is told of searches alone (:mod:`search.news`).
"""

from __future__ import annotations

import json
import threading
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, TypeVar

from archive.errors import BadInput, Broken, Conflict, NotFound, Unavailable
from search.locks import locked
from search.parallel.question import Question, ask
from search.query import Query, parse
from search.snapshot import write_durably

MOST_WORKS: Final = 10_000
"""Works that one saved search may have found."""
MOST_SAVED: Final = 500
"""Questions that one archive keeps: they are read as a whole, by people too."""
LONGEST_NAME: Final = 80
_SIGNS: Final = frozenset(" ._-,،'’:")
_WAIT: Final = 10.0

T = TypeVar("T")


class Kind(StrEnum):
    """What is asked, by the page that answers it."""

    SEARCH = "search"
    CONCORDANCE = "concordance"
    RENDERINGS = "renderings"


@dataclass(frozen=True, slots=True)
class Saved:
    """``options`` are the arguments beside the words: of :func:`search.query.parse`, or of a concordance's ``ask``.

    ``seen`` has versions by work, ``seen_at`` an ISO 8601 instant; both are empty of what is no search.
    """

    name: str
    q: str
    options: Mapping[str, Any] = field(default_factory=dict)
    seen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    seen_at: str = ""
    kind: str = Kind.SEARCH.value

    def query(self, *, offset: int = 0, limit: int = 10) -> Query:
        """The search; :class:`BadInput` of a question that is none."""
        if self.kind != Kind.SEARCH:
            detail = f"{self.name!r} is a question to the {self.kind} and no search: its page is /searches/{self.name}"
            raise BadInput(detail, code="not-watched")
        return parse(self.q, **self.options, offset=offset, limit=limit)

    def check(self) -> Query | Question:
        """The question as it is read; refused where it cannot be."""
        return self.query() if self.kind == Kind.SEARCH else ask(self.q, **self.options)


class SavedSearches:
    """The saved searches of one archive, in ``path``. Threads and processes may share it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._guard = threading.Lock()
        self._kept: tuple[object, dict[str, Saved]] | None = None

    def names(self) -> list[str]:
        return [saved.name for saved in self.all()]

    def all(self) -> list[Saved]:
        """In the order of their names."""
        return sorted(self._read().values(), key=lambda saved: (saved.name.casefold(), saved.name))

    def get(self, name: str) -> Saved:
        """The search of this name; :class:`NotFound` names those that there are."""
        return _named(name, self._read())

    def put(self, saved: Saved, *, fresh: bool = False) -> bool:
        """Keep it in place of any of its name, or refuse if it is to be ``fresh``; whether the name is new."""
        name = tidy_name(saved.name)

        def change(kept: dict[str, Saved]) -> bool:
            if fresh and name in kept:
                raise _taken(name)
            if name not in kept and len(kept) >= MOST_SAVED:
                detail = f"{MOST_SAVED} searches are kept, and no more: delete one that nobody needs"
                raise Conflict(detail, code="too-many")
            was_new = name not in kept
            kept[name] = replace(saved, name=name)
            return was_new

        return self._change(change)

    def delete(self, name: str) -> Saved:
        """Keep it no longer; return what it was."""
        return self._change(lambda kept: kept.pop(_named(name, kept).name))

    def rename(self, name: str, to: str) -> Saved:
        """Give it another name, which nothing else may have; what was seen stays seen."""
        other = tidy_name(to)

        def change(kept: dict[str, Saved]) -> Saved:
            saved = _named(name, kept)
            if other != saved.name and other in kept:
                raise _taken(other)
            kept[other] = replace(kept.pop(saved.name), name=other)
            return kept[other]

        return self._change(change)

    def look(
        self, name: str, found: Mapping[str, Sequence[str]], *, at: str, versions: Collection[str] | None = None
    ) -> Saved:
        """Count as seen what was ``found``: all of it, or ``versions`` of it and what was seen before."""

        def change(kept: dict[str, Saved]) -> Saved:
            saved = _named(name, kept)
            kept[saved.name] = replace(saved, seen=_seen(saved, found, versions), seen_at=at)
            return kept[saved.name]

        return self._change(change)

    def _change(self, change: Callable[[dict[str, Saved]], T]) -> T:
        try:
            with locked(self._path.with_suffix(".lock"), wait=_WAIT):
                kept = dict(self._read())
                result = change(kept)
                body = {name: asdict(one) for name, one in sorted(kept.items())}
                write_durably(self._path, json.dumps(body, ensure_ascii=False, indent=1).encode())
        except OSError as fault:
            raise Unavailable(f"{self._path} cannot be written: {fault.strerror}") from fault
        return result

    def _read(self) -> dict[str, Saved]:
        """What is kept; the file is read again when it was replaced."""
        try:
            state = self._path.stat()
            stamp = (state.st_ino, state.st_mtime_ns, state.st_size)
            with self._guard:
                if self._kept is None or self._kept[0] != stamp:
                    found = json.loads(self._path.read_bytes())
                    self._kept = (stamp, {name: Saved(**one) for name, one in found.items()})
                return self._kept[1]
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, AttributeError) as fault:
            raise Broken(f"{self._path} cannot be read as saved searches: {fault}") from fault


def tidy_name(given: str) -> str:
    """The name in NFC, with single blanks; :class:`BadInput` for one that could not stand in a line or an address."""
    name = " ".join(filter(None, unicodedata.normalize("NFC", given).split(" ")))
    if not 0 < len(name) <= LONGEST_NAME or not name[0].isalnum() or not all(map(_may_stand, name)):
        raise BadInput(
            f"the name of a search begins with a letter or digit and has letters, digits, blanks and . _ - , ' :, "
            f"at most {LONGEST_NAME}: found {given[:LONGEST_NAME]!r}",
            pointer="/name",
        )
    return name


def _may_stand(sign: str) -> bool:
    """Letters with their marks, digits and a few signs."""
    return sign.isalnum() or sign in _SIGNS or unicodedata.category(sign) in {"Mn", "Mc"}


def _named(name: str, kept: Mapping[str, Saved]) -> Saved:
    found = kept.get(name) or kept.get(unicodedata.normalize("NFC", name))
    if found is None:
        there = ", ".join(sorted(kept)[:20]) or "none"
        raise NotFound(f"there is no saved search {name[:LONGEST_NAME]!r}; saved are: {there}")
    return found


def _taken(name: str) -> Conflict:
    return Conflict(f"there is a saved search {name!r} already: choose another name", code="name-taken")


def _seen(
    saved: Saved, found: Mapping[str, Sequence[str]], versions: Collection[str] | None
) -> Mapping[str, Sequence[str]]:
    if versions is None:
        return found
    seen = {
        work: [one for one in each if one in versions or one in saved.seen.get(work, ())]
        for work, each in found.items()
    }
    return {work: each for work, each in seen.items() if each}


def fresh(saved: Saved, found: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """What answers now and did not when it was last looked at: versions by work."""
    new = {work: sorted(set(versions).difference(saved.seen.get(work, ()))) for work, versions in found.items()}
    return {work: versions for work, versions in new.items() if versions}
