"""Names added to, replaced in and taken out of a file that people edit too: their comments and order stay.

Pure: text in, text out. Only ``[[name]]`` tables are touched, from the header of a table to its last line with
something other than a comment in it; what was made is read again and must say what was meant.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import Final

from archive.errors import BadFile
from archive.values import Digest, Span
from search.names.gazetteer import Entry, read

_HEADER: Final = re.compile(r"^[ \t]*\[\[[ \t]*name[ \t]*\]\][ \t]*(?:#.*)?\r?$", re.MULTILINE)
_ID_DIGITS: Final = 16


def entry_id(entry: Entry) -> str:
    """What names the entry: a piece of the digest of all it says."""
    said = json.dumps([entry.kind, entry.arabic, entry.latin], ensure_ascii=False)
    return Digest.of(said.encode())[:_ID_DIGITS]


def added(content: str, entry: Entry) -> str:
    """With the entry at the end."""
    gap = "" if not content or content.endswith("\n") else "\n"
    return _checked(content + gap + "\n" + _table(entry), (*read(content).entries, entry))


def replaced(content: str, entry_id_: str, entry: Entry) -> str:
    """With another entry where the first of this id stands."""
    entries = read(content).entries
    at = next(number for number, one in enumerate(entries) if entry_id(one) == entry_id_)
    table = _tables(content, len(entries))[at]
    new = content[: table.start] + _table(entry).rstrip("\n") + content[table.end :]
    return _checked(new, (*entries[:at], entry, *entries[at + 1 :]))


def without(content: str, ids: Collection[str]) -> str:
    """Without the entries of these ids."""
    entries = read(content).entries
    gone = [number for number, one in enumerate(entries) if entry_id(one) in ids]
    tables = _tables(content, len(entries))
    for number in reversed(gone):
        table = tables[number]
        content = content[: table.start].rstrip(" \t\n\r") + "\n" + content[table.end :].removeprefix("\n")
    left = tuple(one for number, one in enumerate(entries) if number not in gone)
    return _checked(content if content.strip() else "", left)


def _tables(content: str, count: int) -> list[Span]:
    """Where each table stands, without the comments before and behind it."""
    starts = [match.start() for match in _HEADER.finditer(content)]
    if len(starts) != count:
        raise _not_ours()
    ends = [*starts[1:], len(content)]
    return [Span(start, start + _length(content[start:end])) for start, end in zip(starts, ends, strict=True)]


def _length(table: str) -> int:
    """Up to the end of the last line that is neither blank nor a comment."""
    lines = table.splitlines(keepends=True)
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return len("".join(lines).rstrip("\r\n"))


def _table(entry: Entry) -> str:
    arabic, latin = (", ".join(map(_quoted, spellings)) for spellings in (entry.arabic, entry.latin))
    return f"[[name]]\nkind = {_quoted(entry.kind)}\narabic = [{arabic}]\nlatin = [{latin}]\n"


def _quoted(text: str) -> str:
    """A TOML basic string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _checked(content: str, entries: tuple[Entry, ...]) -> str:
    if read(content).entries != entries:
        raise _not_ours()
    return content


def _not_ours() -> BadFile:
    return BadFile("the names are not written as [[name]] tables one below the other: this has to be done by hand")
