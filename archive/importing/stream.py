"""The lines of an import file, one at a time: plain or gzipped, UTF-8, whatever the size of the whole.

Never more than one line is in memory. A line longer than the limit is passed over without being
read into memory, and reported like any other bad line.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from archive.errors import BadFile, BadInput

MAX_LINE_BYTES: Final = 10_000_000
"""One work. The longest text that is taken has 10 MiB (``readers.limits``); two of them never came in one line."""

_GZIP_MAGIC: Final = b"\x1f\x8b"
_BOM: Final = b"\xef\xbb\xbf"
_PIECE: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class RawLine:
    """``number`` counts from 1 and counts empty lines. ``raw`` is None when ``fault`` says why."""

    number: int
    raw: bytes
    position: int  # bytes of the file as it lies on disk that were read up to here
    fault: BadInput | None = None


def read_lines(path: Path) -> Iterator[RawLine]:
    """Every line that is not blank."""
    with _opened(path) as (lines, file):
        number = 0
        while True:
            number += 1
            try:
                raw, whole = _next(lines)
            except (OSError, EOFError, zlib.error) as error:
                detail = f"the file cannot be read on from here: {error}"
                yield RawLine(number, b"", file.tell(), BadFile(detail, code="undecodable"))
                return
            if not raw:
                return
            raw = raw.removeprefix(_BOM) if number == 1 else raw
            if not whole:
                detail = f"the line has more than {MAX_LINE_BYTES:,} bytes"
                yield RawLine(number, b"", file.tell(), BadFile(detail, code="too-large"))
            elif not raw.isspace():
                yield RawLine(number, raw, file.tell())


def size_of(path: Path) -> int:
    """Bytes on disk, for a progress bar; :class:`BadInput` when there is no such file."""
    try:
        return path.stat().st_size
    except OSError as error:
        raise _unreadable(path, error) from None


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    try:
        file = path.open("rb")
    except OSError as error:
        raise _unreadable(path, error) from None
    with file:
        if not file.seekable():
            raise BadInput(f"{path}: a pipe cannot be imported, only a file: progress and resuming need its positions")
        packed = file.peek(2)[:2] == _GZIP_MAGIC
        if packed:
            with gzip.open(file) as unpacked:
                yield unpacked, file  # type: ignore[misc]
        else:
            yield file, file


def _next(lines: IO[bytes]) -> tuple[bytes, bool]:
    """The next line and whether it is whole; of one that is too long only the beginning."""
    raw = lines.readline(MAX_LINE_BYTES + 1)
    if len(raw) <= MAX_LINE_BYTES or raw.endswith(b"\n"):
        return raw, True
    while (piece := lines.readline(_PIECE)) and not piece.endswith(b"\n"):
        pass
    return raw[:1], False


def _unreadable(path: Path, error: OSError) -> BadInput:
    return BadInput(f"{path}: cannot be read: {error.strerror}")
