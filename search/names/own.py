"""The archive's own names: files that an archivist edits, read beside the gazetteer that comes with Thabat.

``accepted.toml`` has names with their spellings, ``rejected.toml`` pairs that are not one name, both in the
shape of :mod:`search.names.gazetteer`. How they are written, so that comments and order stay as they were made,
is :mod:`search.names.editing`'s. What aligned sentences propose (:mod:`search.names.learning`) comes in here only
through a person.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from archive.errors import BadFile, BadInput, NotFound, Unavailable
from search.locks import locked
from search.names import editing
from search.names.gazetteer import KINDS, Entry, Gazetteer, curated, read
from search.names.learning import Candidate
from search.names.spelling import is_arabic, plain, words
from search.snapshot import write_durably

MOST_SPELLINGS: Final = 20
"""Of one name in one script."""
LONGEST: Final = 80
"""Code points of a spelling."""
_ACCEPTED: Final = "accepted.toml"
_REJECTED: Final = "rejected.toml"
_NOTHING: Final = Gazetteer(())
_WAIT: Final = 10.0
_LOG: Final = logging.getLogger("thabat.search")


class OwnNames:
    """The names under ``directory``. Threads and processes may share it; a changed file is read again."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._guard = threading.Lock()
        self._read: dict[str, tuple[tuple[int, int, int], Gazetteer]] = {}
        self._bad: dict[str, BadFile] = {}
        self._joined: tuple[Gazetteer, Gazetteer] | None = None

    def check(self) -> int:
        """How many names are accepted; :class:`BadFile` when a file cannot be read as it stands."""
        accepted = len(self.accepted())
        self.rejected()
        for fault in self._bad.values():
            raise fault
        return accepted

    def accepted(self) -> tuple[Entry, ...]:
        """The archive's own names, in the order of their file."""
        return self._of(_ACCEPTED).entries

    def rejected(self) -> tuple[Entry, ...]:
        """Pairs that are not one name, in the order of their file."""
        return self._of(_REJECTED).entries

    def gazetteer(self) -> Gazetteer:
        """The gazetteer of Thabat with the archive's own names; those last read, while a file has a fault in it."""
        own = self._of(_ACCEPTED)
        with self._guard:
            if self._joined is None or self._joined[0] is not own:
                self._joined = (own, curated() + own)
            return self._joined[1]

    def open(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """Those of the candidates that no gazetteer has and nobody rejected."""
        known, rejected = self.gazetteer(), self._of(_REJECTED)
        return [one for one in candidates if not (_has(known, one) or _has(rejected, one))]

    def accept(self, latin: str, arabic: str, kind: str = "place") -> None:
        """Take the two as spellings of one name."""
        self.add(Entry((arabic,), (latin,), kind))

    def add(self, entry: Entry) -> tuple[Entry, bool]:
        """Take these as spellings of one name; return them as kept, and whether they were not before.

        If two of them were rejected, they no longer are.
        """
        kept = checked(entry)
        for one in self.accepted():
            if one.kind == kept.kind and set(kept.spellings) <= set(one.spellings):
                return one, False
        self._edit(_ACCEPTED, lambda content: editing.added(content, kept))
        again = {editing.entry_id(one) for one in self.rejected() if set(one.spellings) <= set(kept.spellings)}
        if again:
            self._edit(_REJECTED, lambda content: editing.without(content, again))
        return kept, True

    def replace(self, entry_id: str, entry: Entry) -> Entry:
        """Put other spellings in the place of a name."""
        kept = checked(entry)
        self._named(_ACCEPTED, entry_id)
        self._edit(_ACCEPTED, lambda content: editing.replaced(content, entry_id, kept))
        return kept

    def remove(self, entry_id: str) -> Entry:
        """Take a name out of the archive's own."""
        return self._without(_ACCEPTED, entry_id)

    def reject(self, latin: str, arabic: str) -> Entry:
        """Do not propose the two again."""
        kept = checked(Entry((arabic,), (latin,)))
        if kept not in self.rejected():
            self._edit(_REJECTED, lambda content: editing.added(content, kept))
        return kept

    def take_back(self, entry_id: str) -> Entry:
        """Let a rejected pair be proposed again."""
        return self._without(_REJECTED, entry_id)

    def _without(self, name: str, entry_id: str) -> Entry:
        entry = self._named(name, entry_id)
        self._edit(name, lambda content: editing.without(content, {entry_id}))
        return entry

    def _named(self, name: str, entry_id: str) -> Entry:
        found = next((one for one in self._of(name).entries if editing.entry_id(one) == entry_id), None)
        if found is None:
            raise NotFound(f"there is no name {entry_id[:40]!r} here; somebody may have changed it meanwhile")
        return found

    def _of(self, name: str) -> Gazetteer:
        path = self._directory / name
        try:
            found = path.stat()
        except FileNotFoundError:
            return _NOTHING
        stamp = (found.st_ino, found.st_mtime_ns, found.st_size)
        with self._guard:
            if name not in self._read or self._read[name][0] != stamp:
                self._read[name] = (stamp, self._reread(name))
            return self._read[name][1]

    def _reread(self, name: str) -> Gazetteer:
        """A slip in a file that people edit must not stop searches."""
        self._bad.pop(name, None)
        try:
            return _parsed(self._directory / name)
        except BadFile as fault:
            self._bad[name] = fault
            _LOG.warning("names are used as they were last read: %s", fault.detail)
            return self._read[name][1] if name in self._read else _NOTHING

    def _edit(self, name: str, change: Callable[[str], str]) -> None:
        """Replace a file as a whole. One that cannot be read is not written to."""
        path = (self._directory / name).resolve()
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            with locked(self._directory / "names.lock", wait=_WAIT):
                self.check()
                content = path.read_bytes().decode() if path.exists() else ""
                write_durably(path, change(content).encode())
        except OSError as fault:
            raise Unavailable(f"{path} cannot be written: {fault.strerror}") from fault
        except StopIteration:  # taken out by somebody else between a look and the lock
            raise NotFound("there is no such name here; somebody changed it meanwhile") from None


def _parsed(path: Path) -> Gazetteer:
    try:
        return read(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as fault:
        raise BadFile(f"{path} is not UTF-8 at byte {fault.start}", code="undecodable") from fault
    except BadFile as fault:
        raise BadFile(f"{path}: {fault.detail}") from fault


def _has(gazetteer: Gazetteer, candidate: Candidate) -> bool:
    return plain(candidate.arabic) in {plain(alias) for alias in gazetteer.aliases(candidate.latin)}


def checked(entry: Entry) -> Entry:
    """The entry with tidy spellings, each once; :class:`BadInput` for one that is no name."""
    if entry.kind not in KINDS:
        raise BadInput(
            f"a kind of name is one of {', '.join(sorted(KINDS))}; found {entry.kind[:40]!r}", pointer="/kind"
        )
    arabic = _spellings(entry.arabic, "arabic", is_in_arabic=True)
    latin = _spellings(entry.latin, "latin", is_in_arabic=False)
    if len(arabic) + len(latin) < 2:
        raise BadInput("a name has at least two spellings, in Arabic or Latin letters", code="missing-field")
    return Entry(arabic, latin, entry.kind)


def _spellings(given: Iterable[str], field: str, *, is_in_arabic: bool) -> tuple[str, ...]:
    tidy = dict.fromkeys(filter(None, map(_tidy, given)))
    for spelling in tidy:
        letters = words(spelling)
        if not letters or is_arabic(letters[0]) != is_in_arabic:
            script = "Arabic" if is_in_arabic else "Latin"
            raise BadInput(f"{spelling[:60]!r} has no letters of the {script} script", pointer=f"/{field}")
        if len(spelling) > LONGEST:
            raise BadInput(f"a spelling has at most {LONGEST} characters: {spelling[:60]!r}", pointer=f"/{field}")
    if len(tidy) > MOST_SPELLINGS:
        raise BadInput(f"a name has at most {MOST_SPELLINGS} spellings in a script", pointer=f"/{field}")
    return tuple(tidy)


def _tidy(spelling: str) -> str:
    """Without signs that are not printed, with single blanks."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in spelling).split())
