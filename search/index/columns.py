"""Columns as arrays: made from rows, merged, and read without touching a value that is not asked for.

What an array of a column is called in the segment file, and how a value of each kind
(:class:`search.schema.Column`) is kept in it, is known here alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np

from search.index.store import Array, StoredArrays, narrow, ragged, run_of, strings
from search.schema import Column, Schema

UNKNOWN: Final = -(1 << 31)
"""What a number column has for ``None``."""


def digest(key: str) -> int:
    """The 64-bit number by which keys are compared: one in 10**8 archives of a million would see a clash."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def digests(keys: Iterable[str]) -> Array:
    return np.fromiter(map(digest, keys), np.uint64)


def packed(schema: Schema, rows: Sequence[Any]) -> dict[str, Array]:
    """The arrays of all columns."""
    arrays: dict[str, Array] = {}
    for place, (name, kind) in enumerate(schema.columns.items()):
        made = _packed(kind, [row[place] for row in rows])
        arrays.update({f"{name}.{part}": array for part, array in made.items()})
    return arrays


def _packed(kind: Column, values: list[Any]) -> dict[str, Array]:
    if kind is Column.KEY:
        blob, ends = run_of([value.encode("utf-8", "surrogatepass") for value in values])
        return {"blob": blob, "ends": ends, "digests": digests(values)}
    if kind is Column.NAME:
        return _names([(value,) for value in values])
    if kind is Column.NAMES:
        return _names(values)
    if kind is Column.FLAG:
        return {"values": np.array(values, np.uint8)}
    return {"values": np.array([UNKNOWN if value is None else value for value in values], np.int32)}


def _names(values: Sequence[Sequence[str]]) -> dict[str, Array]:
    """The distinct names once, then for each document how many it has, and which."""
    known = sorted({name for names in values for name in names})
    codes = {name: code for code, name in enumerate(known)}
    blob, ends = run_of([name.encode("utf-8", "surrogatepass") for name in known])
    flat = [codes[name] for names in values for name in names]
    counts = np.fromiter(map(len, values), np.int64, len(values))
    return {"blob": blob, "ends": ends, "counts": narrow(counts), "codes": narrow(np.array(flat, np.int64))}


def merged(schema: Schema, sources: Sequence[tuple[StoredArrays, Array]]) -> dict[str, Array]:
    """The columns of the documents that are still alive: ``(file, alive)`` a source, in order."""
    arrays: dict[str, Array] = {}
    for name, kind in schema.columns.items():
        merge = {Column.KEY: _merged_keys, Column.NAME: _merged_names, Column.NAMES: _merged_names}.get(kind, _merged)
        arrays.update({f"{name}.{part}": array for part, array in merge(name, sources).items()})
    return arrays


def _merged(name: str, sources: Sequence[tuple[StoredArrays, Array]]) -> dict[str, Array]:
    return {"values": np.concatenate([file.whole(f"{name}.values")[alive] for file, alive in sources])}


def _merged_keys(name: str, sources: Sequence[tuple[StoredArrays, Array]]) -> dict[str, Array]:
    blobs, lengths = [], []
    for file, alive in sources:
        ends = file.whole(f"{name}.ends").astype(np.int64)
        length = np.diff(ends, prepend=0)
        blobs.append(file.whole(f"{name}.blob")[ragged((ends - length)[alive], length[alive])])
        lengths.append(length[alive])
    digests_ = np.concatenate([file.whole(f"{name}.digests")[alive] for file, alive in sources])
    ends = np.cumsum(np.concatenate(lengths)).astype(np.uint32)
    return {"blob": np.concatenate(blobs), "ends": ends, "digests": digests_}


def _merged_names(name: str, sources: Sequence[tuple[StoredArrays, Array]]) -> dict[str, Array]:
    known = sorted({value for file, _ in sources for value in values_of(file, name)})
    code_of = {value: code for code, value in enumerate(known)}
    counts, codes = [], []
    for file, alive in sources:
        count = file.whole(f"{name}.counts").astype(np.int64)
        wanted = ragged((np.cumsum(count) - count)[alive], count[alive])
        recoded = np.array([code_of[value] for value in values_of(file, name)], np.int64)
        codes.append(recoded[file.whole(f"{name}.codes")[wanted]] if len(wanted) else wanted)
        counts.append(count[alive])
    blob, ends = run_of([value.encode("utf-8", "surrogatepass") for value in known])
    return {
        "blob": blob,
        "ends": ends,
        "counts": narrow(np.concatenate(counts)),
        "codes": narrow(np.concatenate(codes)),
    }


def values_of(file: StoredArrays, name: str) -> list[str]:
    """The distinct values of a column of names, by code; all values of a key column, by document."""
    return list(strings(file.whole(f"{name}.blob"), file.whole(f"{name}.ends")))


def key_at(file: StoredArrays, name: str, number: int) -> str:
    """One string: of a key column by document, of a column of names by code."""
    first, last = (int(file.part(f"{name}.ends", n, n + 1)[0]) if n >= 0 else 0 for n in (number - 1, number))
    return file.part(f"{name}.blob", first, last).tobytes().decode("utf-8", "surrogatepass")


def keys_at(file: StoredArrays, name: str, numbers: Array) -> list[str]:
    """The strings of a key column for many documents, in this order."""
    ends = file.whole(f"{name}.ends").astype(np.int64)
    lengths = np.diff(ends, prepend=0)
    blob = file.whole(f"{name}.blob")[ragged((ends - lengths)[numbers], lengths[numbers])]
    return list(strings(blob, np.cumsum(lengths[numbers])))
