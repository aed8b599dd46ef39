"""Is a CTranslate2 ``model.bin`` whole? Its own lengths are followed from the first byte to the last.

A model is data for a parser in C++, which reads a cut one into memory before it notices, or does not
notice. This walk reads only headers, in pure Python, and never a weight. Layout: ``model_spec.py`` of
CTranslate2 (versions 1 to 6): little-endian, strings with a 16-bit length and a NUL. Whether the weights
make sense is the engine's question.
"""

from __future__ import annotations

import struct
from typing import BinaryIO, Final

from archive.errors import BadFile

NEWEST: Final = 6
"""The newest layout that the pinned ctranslate2 writes and reads."""

_MOST_VARIABLES: Final = 100_000


def check_model(file: BinaryIO, size: int) -> None:
    """Raise :class:`BadFile` unless ``file``, of ``size`` bytes, ends exactly where its headers say."""
    walk = _Walk(file, size)
    version = walk.number("I")
    if not 1 <= version <= NEWEST:
        raise BadFile(
            f"model/model.bin: expected CTranslate2 layout 1 to {NEWEST}, found {version}: "
            "not a model, or one for a newer engine",
            code="bad-model",
        )
    if version >= 2:
        walk.skip_string()
        walk.number("I")
    for _ in range(walk.count()):
        _skip_variable(walk, version)
    if version >= 3:
        for _ in range(walk.count()):
            walk.skip_string()
            walk.skip_string()
    if walk.at != size:
        raise BadFile(f"model/model.bin: the model ends at byte {walk.at}, the file at {size}", code="bad-model")


def _skip_variable(walk: _Walk, version: int) -> None:
    walk.skip_string()
    walk.skip(4 * walk.number("B"))
    item = walk.number("B")  # from version 4 on the number of a type, and the length is in bytes
    length = walk.number("I")
    walk.skip(length if version >= 4 else item * length)


class _Walk:
    """A position in a file that never goes past its end."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self.at, self._file, self._size = 0, file, size

    def number(self, kind: str) -> int:
        length = struct.calcsize(f"<{kind}")
        data = self._file.read(length)
        if len(data) != length:
            raise self._cut(length)
        self.at += length
        return int(struct.unpack(f"<{kind}", data)[0])

    def count(self) -> int:
        found = self.number("I")
        if found > _MOST_VARIABLES:
            raise BadFile(f"model/model.bin: {found} variables; at most {_MOST_VARIABLES} are read", code="bad-model")
        return found

    def skip_string(self) -> None:
        self.skip(self.number("H"))

    def skip(self, length: int) -> None:
        if self.at + length > self._size:
            raise self._cut(length)
        self._file.seek(length, 1)
        self.at += length

    def _cut(self, length: int) -> BadFile:
        return BadFile(
            f"model/model.bin is cut: {length} bytes are expected at byte {self.at}, the file has {self._size}",
            code="bad-model",
        )
