"""Names that sound does not find, by hand: exonyms and names too short to be told by their consonants.

``gazetteer.toml`` comes with Thabat; an archivist's own file has the same shape and is read beside
it. What the archive's own aligned sentences propose is :mod:`search.names.learning`'s; nothing of that
comes in here without a person.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from archive.errors import BadFile
from search.names import compounds
from search.names.spelling import is_arabic, plain, words

KINDS: Final = frozenset({"place", "person", "people", "body"})
_FIELDS: Final = frozenset({"kind", "arabic", "latin"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One name with its spellings, the usual one of each script first."""

    arabic: tuple[str, ...]
    latin: tuple[str, ...]
    kind: str = "place"

    @property
    def spellings(self) -> tuple[str, ...]:
        return (*self.arabic, *self.latin)


class Gazetteer:
    """Entries by any of their spellings; later ones are added to those before, they replace nothing."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._by_spelling: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for spelling in dict.fromkeys(map(plain, entry.spellings)):
                self._by_spelling.setdefault(spelling, []).append(entry)

    def find(self, name: str) -> tuple[Entry, ...]:
        """The entries that have this spelling."""
        return tuple(self._by_spelling.get(plain(name), ()))

    def aliases(self, name: str) -> tuple[str, ...]:
        """The other spellings of a name, as they are written in the gazetteer."""
        found = (spelling for entry in self.find(name) for spelling in entry.spellings)
        return tuple(spelling for spelling in dict.fromkeys(found) if plain(spelling) != plain(name))

    def __add__(self, other: Gazetteer) -> Gazetteer:
        return Gazetteer((*self.entries, *other.entries))


@cache
def curated() -> Gazetteer:
    """The gazetteer that comes with Thabat, with the names of two words that are spelled by rule."""
    by_hand = read(files("search.names").joinpath("gazetteer.toml").read_text(encoding="utf-8"))
    return by_hand + Gazetteer(Entry(arabic, latin, "person") for arabic, latin in compounds.spelled())


def read(content: str) -> Gazetteer:
    """Read a gazetteer; :class:`archive.errors.BadFile` names the entry that cannot be taken."""
    try:
        parsed = tomllib.loads(content)
    except tomllib.TOMLDecodeError as fault:
        raise BadFile(f"the gazetteer is not TOML: {fault}") from fault
    rows = parsed.get("name", [])
    if set(parsed) - {"name"} or not isinstance(rows, list):
        raise BadFile("a gazetteer has only [[name]] tables")
    return Gazetteer(_entry(number, row) for number, row in enumerate(rows, start=1))


def _entry(number: int, row: Any) -> Entry:
    if not isinstance(row, dict) or set(row) - _FIELDS:
        raise BadFile(f"name {number} of the gazetteer: the fields are kind, arabic and latin, found {_shown(row)}")
    kind = row.get("kind", "place")
    if kind not in KINDS:
        expected = ", ".join(sorted(KINDS))
        raise BadFile(f"name {number} of the gazetteer: kind is one of {expected}, found {_shown(kind)}")
    arabic, latin = (_spellings(number, field, row.get(field, [])) for field in ("arabic", "latin"))
    if len(arabic) + len(latin) < 2:
        raise BadFile(f"name {number} of the gazetteer: a name has at least two spellings")
    return Entry(arabic, latin, kind)


def _spellings(number: int, field: str, given: Any) -> tuple[str, ...]:
    """Each must have letters of the script that it stands under."""
    if not isinstance(given, list):
        raise BadFile(f"name {number} of the gazetteer: {field} is a list of spellings, found {_shown(given)}")
    for spelling in given:
        letters = words(spelling) if isinstance(spelling, str) else ()
        if not letters or is_arabic(letters[0]) != (field == "arabic"):
            raise BadFile(f"name {number} of the gazetteer: {_shown(spelling)} has no letters of the {field} script")
    return tuple(given)


def _shown(found: Any) -> str:
    return repr(found)[:60]
