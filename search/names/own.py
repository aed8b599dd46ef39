"""The archive's own names: files that an archivist edits, read beside the gazetteer that comes with Thabat.

``accepted.toml`` has names with their spellings, ``rejected.toml`` pairs that are not one name, both in the
shape of :mod:`search.names.gazetteer`. They are added to at the end, so comments and order stay as they were
made. What aligned sentences propose (:mod:`search.names.learning`) comes in here only through a person.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from archive.errors import BadFile, BadInput, Unavailable
from search.names.gazetteer import KINDS, Gazetteer, curated, read
from search.names.learning import Candidate
from search.names.spelling import is_arabic, plain, words

_ACCEPTED: Final = "accepted.toml"
_REJECTED: Final = "rejected.toml"
_NOTHING: Final = Gazetteer(())
_LOG: Final = logging.getLogger("thabat.search")


class OwnNames:
    """The names under ``directory``. Threads may share it; a changed file is read again."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._guard = threading.Lock()
        self._read: dict[str, tuple[tuple[int, int], Gazetteer]] = {}
        self._bad: dict[str, BadFile] = {}
        self._joined: tuple[Gazetteer, Gazetteer] | None = None

    def check(self) -> int:
        """How many names are accepted; :class:`BadFile` when a file cannot be read as it stands."""
        accepted = len(self._of(_ACCEPTED).entries)
        self._of(_REJECTED)
        for fault in self._bad.values():
            raise fault
        return accepted

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
        self._add(_ACCEPTED, latin, arabic, kind)

    def reject(self, latin: str, arabic: str) -> None:
        """Do not propose the two again."""
        self._add(_REJECTED, latin, arabic, "place")

    def _of(self, name: str) -> Gazetteer:
        path = self._directory / name
        try:
            found = path.stat()
        except FileNotFoundError:
            return _NOTHING
        stamp = (found.st_mtime_ns, found.st_size)
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

    def _add(self, name: str, latin: str, arabic: str, kind: str) -> None:
        block = f"\n[[name]]\nkind = {_quoted(kind)}\narabic = [{_quoted(arabic)}]\nlatin = [{_quoted(latin)}]\n"
        _check(latin, arabic, kind)
        self.check()  # a file that cannot be read is not added to
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            with (self._directory / name).open("a", encoding="utf-8") as file:
                file.write(block)
        except OSError as fault:
            raise Unavailable(f"{self._directory / name} cannot be written: {fault.strerror}") from fault


def _parsed(path: Path) -> Gazetteer:
    try:
        return read(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as fault:
        raise BadFile(f"{path} is not UTF-8 at byte {fault.start}", code="undecodable") from fault
    except BadFile as fault:
        raise BadFile(f"{path}: {fault.detail}") from fault


def _has(gazetteer: Gazetteer, candidate: Candidate) -> bool:
    return plain(candidate.arabic) in {plain(alias) for alias in gazetteer.aliases(candidate.latin)}


def _check(latin: str, arabic: str, kind: str) -> None:
    for spelling, wanted in ((latin, False), (arabic, True)):
        letters = words(spelling)
        if not letters or is_arabic(letters[0]) != wanted:
            script = "Arabic" if wanted else "Latin"
            raise BadInput(f"a name is LATIN=ARABIC; {spelling[:60]!r} has no letters of the {script} script")
    if kind not in KINDS:
        raise BadInput(f"a kind of name is one of {', '.join(sorted(KINDS))}; found {kind[:40]!r}")


def _quoted(text: str) -> str:
    """A TOML basic string; what the spellings cannot have is refused by the check, quotes are escaped."""
    safe = "".join(sign if sign.isprintable() else " " for sign in text)
    return '"' + safe.replace("\\", "\\\\").replace('"', '\\"') + '"'
