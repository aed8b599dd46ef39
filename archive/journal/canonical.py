"""The bytes that the journal hashes: RFC 8785 canonical JSON of leaves, payloads and rows.

Pure. Says how a deed becomes bytes and how a database row becomes a digest; leaves the tree to
:mod:`archive.journal.merkle` and the storing to :mod:`archive.journal.entries`. The canonical
form is the JSON Canonicalization Scheme (RFC 8785), narrowed: only ``str``, ``int``, ``bool``,
``None``, ``list`` and ``dict`` with string keys. Floats are refused, because no two languages
print them alike for certain, and so are lone surrogates, which have no UTF-8.
Nothing is Unicode-normalised here: what was stored is what is hashed.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, Final

import rfc8785

from archive.values import Digest, iso_instant

LEAF_VERSION: Final = 1
SALT_BYTES: Final = 32
MAX_INTEGER: Final = 2**53 - 1
"""The largest integer that every JSON reader holds exactly (RFC 8785 §3.2.2.3, I-JSON)."""

# A leaf names things only by code: no space, no letter beyond ASCII, no "@". What a person wrote does not pass.
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._/-]{0,199}\Z")


class NotCanonicalError(ValueError):
    """A value that has no canonical JSON here: where in it, what was expected, what was found."""

    def __init__(self, pointer: str, expected: str, found: str) -> None:
        super().__init__(f"{pointer or 'the whole value'}: {expected} was expected, found {found}")


def canonical_json(value: Any) -> bytes:
    """RFC 8785 bytes of ``value``; :class:`NotCanonicalError` with a JSON Pointer to what cannot be written."""
    _check(value, "")
    return rfc8785.dumps(value)


def _check(value: object, pointer: str) -> None:
    if value is None or isinstance(value, bool):
        return
    if isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise NotCanonicalError(pointer, "an integer within ±(2^53-1)", str(value))
    elif isinstance(value, str):
        _check_text(value, pointer)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            _check(item, f"{pointer}/{position}")
    elif isinstance(value, dict):
        _check_members(value, pointer)
    else:
        raise NotCanonicalError(pointer, "str, int, bool, null, list or dict", type(value).__name__)


def _check_members(value: Mapping[object, object], pointer: str) -> None:
    for key, item in value.items():
        if not isinstance(key, str):
            raise NotCanonicalError(pointer, "a text as key", type(key).__name__)
        _check_text(key, pointer)
        _check(item, f"{pointer}/{key}")


def _check_text(value: str, pointer: str) -> None:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        found = f"a lone surrogate at character {error.start}"
        raise NotCanonicalError(pointer, "text that has UTF-8", found) from error


def leaf_body(
    *, kind: str, at: datetime, actor: str, entity: str, digests: Sequence[Digest], payload_hmac: Digest
) -> bytes:
    """The bytes of one journal leaf: codes, times and digests; never a text, never a name.

    ``digests`` are the SHA-256 of the blobs and canonical texts that the deed brought in, in order.
    """
    for name, value in (("type", kind), ("actor", actor), ("entity", entity)):
        if not _CODE.match(value):
            raise ValueError(f"a leaf's {name} is a code (ASCII letters, digits and :._/-), found {value[:80]!r}")
    leaf: dict[str, object] = {
        "v": LEAF_VERSION,
        "type": kind,
        "at": iso_instant(at),
        "actor": actor,
        "entity": entity,
        "digests": [str(digest) for digest in digests],
        "payload_hmac": str(payload_hmac),
    }
    return canonical_json(leaf)


def payload_hmac(salt: bytes, payload: Mapping[str, object]) -> Digest:
    """What a leaf says of its payload: HMAC-SHA256 under a random salt.

    Once salt and payload are erased, nobody can guess the payload from the leaf, and every proof still holds.
    """
    return body_hmac(salt, canonical_json(dict(payload)))


def body_hmac(salt: bytes, body: bytes) -> Digest:
    """:func:`payload_hmac` of a payload that already is canonical bytes."""
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a payload's salt has {SALT_BYTES} bytes, found {len(salt)}")
    return Digest(hmac.new(salt, body, hashlib.sha256).hexdigest())


def row_digest(table: str, row: Mapping[str, object]) -> Digest:
    """SHA-256 of one database row, by column name, under the name of its table.

    Empty (``None``) columns are left out, so a column that a later migration adds, empty, leaves the
    digests of the older rows valid; emptying a column that was filled still changes the digest.
    Instants are written as RFC 3339 in UTC, days as ISO 8601, bytes as lower-case hexadecimal.
    """
    columns = {name: _column(value) for name, value in row.items() if value is not None}
    return Digest.of(canonical_json({"table": table, "row": columns}))


def _column(value: object) -> object:
    """The JSON form of one column. ``datetime`` is asked before ``date``, being one."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return iso_instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, str):
        return str(value)
    return value


def parse_canonical(data: bytes) -> dict[str, object]:
    """Read a canonical JSON object back; ``ValueError`` unless ``data`` is exactly its own canonical form."""
    value = json.loads(data.decode("utf-8"))
    if not isinstance(value, dict) or canonical_json(value) != data:
        raise ValueError("a JSON object in canonical form (RFC 8785) was expected")
    return value
