"""How results are printed: JSON for programs, text that a terminal shows in the right direction for people.

Results go to stdout and messages to stderr. Text of articles is cleaned of control characters (a title
must not be able to steer a terminal) and, on a terminal, put into bidi isolates (UAX 9), so that an Arabic
title does not drag numbers and punctuation of an English line with it. Into pipes and files goes what was
printed and nothing else: an invisible mark before a word would hide it from ``grep`` and ``sort``.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, Final

FSI, PDI = "\u2068", "\u2069"
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
# C0, C1, bidi embeddings, overrides and isolates, line and paragraph separator
_UNSAFE: Final = re.compile("[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


def say(text: str = "") -> None:
    """A line of the result."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def say_json(document: Any, *, indent: int | None = 2) -> None:
    """One JSON document; ``indent=None`` makes it a line of JSON lines."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=indent) + "\n")
    sys.stdout.flush()


def tell(message: str) -> None:
    """A message about the work: never part of the result."""
    sys.stderr.write(f"{message}\n")
    sys.stderr.flush()


def complain(message: str) -> None:
    """The one line that says what went wrong."""
    tell(f"thabat: {' '.join(message.split())}")


def plain(text: str) -> str:
    """``text`` on one line, without characters that steer a terminal."""
    return _UNSAFE.sub(lambda found: " " if found[0] in "\t\n\r\u2028\u2029" else "\ufffd", text)


def isolated(text: str) -> str:
    """``text`` as a run of its own direction inside a line."""
    return _isolate(plain(text))


def highlighted(text: str, spans: Iterable[Sequence[int]]) -> str:
    """``text`` as :func:`isolated`, with ``[start, end)`` spans bold on a terminal and in brackets elsewhere."""
    opening, closing = (_BOLD, _PLAIN) if sys.stdout.isatty() else ("[", "]")
    pieces, position = [], 0
    for start, end in spans:
        pieces += [plain(text[position:start]), opening, plain(text[start:end]), closing]
        position = end
    return _isolate(f"{''.join(pieces)}{plain(text[position:])}")


def _isolate(cleaned: str) -> str:
    return f"{FSI}{cleaned}{PDI}" if sys.stdout.isatty() else cleaned


def table(rows: Sequence[Sequence[str]]) -> None:
    """Columns of short identifiers, two spaces apart."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    for row in rows:
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
