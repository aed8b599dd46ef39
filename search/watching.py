"""Saved searches: a question under a name, and what it had found when it was last looked at.

One small JSON file in the data folder (``searches.json``), replaced as a whole. It is nobody's evidence and
no part of the journal: whoever may write there may change it. What is new is what answers now and did not
then: a work, or another version of one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from archive.errors import BadInput, Broken, NotFound
from search.locks import locked
from search.query import Query, parse
from search.snapshot import write_durably

MOST_WORKS: Final = 10_000
"""Works that one saved search may have found."""
_NAME: Final = re.compile(r"[\w][\w .-]{0,79}\Z")
_WAIT: Final = 10.0


@dataclass(frozen=True, slots=True)
class Saved:
    """``options`` are the arguments of :func:`search.query.parse` beside the text; ``seen`` versions by work."""

    name: str
    q: str
    options: Mapping[str, Any] = field(default_factory=dict)
    seen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    seen_at: str = ""

    def query(self, *, offset: int = 0, limit: int = 10) -> Query:
        return parse(self.q, **self.options, offset=offset, limit=limit)


class SavedSearches:
    """The saved searches of one archive, in ``path``. Processes may share it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def names(self) -> list[str]:
        return sorted(self._read())

    def get(self, name: str) -> Saved:
        """The search of this name; :class:`NotFound` names those that there are."""
        found = self._read()
        if name not in found:
            there = ", ".join(sorted(found)) or "none"
            raise NotFound(f"there is no saved search {name[:80]!r}; saved are: {there}")
        return found[name]

    def put(self, saved: Saved) -> None:
        """Keep it in place of any of its name."""
        if not _NAME.match(saved.name):
            raise BadInput(f"the name of a search has letters, digits, blanks, . _ -, at most 80: {saved.name[:80]!r}")
        with locked(self._path.with_suffix(".lock"), wait=_WAIT):
            kept = {**self._read(), saved.name: saved}
            body = {name: asdict(one) for name, one in sorted(kept.items())}
            write_durably(self._path, json.dumps(body, ensure_ascii=False, indent=1).encode())

    def _read(self) -> dict[str, Saved]:
        try:
            found = json.loads(self._path.read_bytes())
            return {name: Saved(**one) for name, one in found.items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, TypeError, AttributeError) as fault:
            raise Broken(f"{self._path} cannot be read as saved searches: {fault}") from fault


def fresh(saved: Saved, found: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """What answers now and did not when it was last looked at: versions by work."""
    new = {work: sorted(set(versions).difference(saved.seen.get(work, ()))) for work, versions in found.items()}
    return {work: versions for work, versions in new.items() if versions}
