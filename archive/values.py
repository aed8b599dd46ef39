"""Small validated values that every package speaks in.

Frozen, printable, no I/O. A value that exists is valid: constructors check and raise
``ValueError``; whoever reads outside input turns that into a :mod:`archive.errors` error.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Final, Self

import uuid_utils

UNDETERMINED: Final = "und"
"""BCP 47 / ISO 639-2 tag for a language nobody could determine. A value, not an error."""

_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
# The shape of BCP 47 (RFC 5646 §2.1) without the registry: language, script, region, variants, extensions.
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")


class Outcome(StrEnum):
    """The three things a check can say (STYLE.md §15)."""

    HOLDS = "HOLDS"
    BROKEN = "BROKEN"
    NOT_CHECKED = "NOT CHECKED"


class Digest(str):
    """A SHA-256 digest as 64 lower-case hexadecimal digits."""

    __slots__ = ()

    def __new__(cls, value: str) -> Self:
        if not _SHA256.match(value):
            raise ValueError(f"not a SHA-256 digest in hexadecimal: {value[:80]!r}")
        return super().__new__(cls, value)

    @classmethod
    def of(cls, data: bytes) -> Self:
        return cls(hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[start, end)`` in Unicode code points of one canonical text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date with the precision its source had (EDTF, ISO 8601-2).

    ``lower`` and ``upper`` are the first and last day it can mean, ``None`` where the
    interval is open or the bound is unknown. Built by :func:`archive.chain.dates.edtf_date`.
    """

    text: str
    lower: date | None
    upper: date | None

    def __str__(self) -> str:
        return self.text


def language_tag(value: str) -> str:
    """Return ``value`` as a BCP 47 tag with the usual letter case (``ar``, ``ku-Latn``, ``ar-SY``)."""
    value = value.strip().replace("_", "-")
    if not _LANGUAGE_TAG.match(value):
        raise ValueError(f"not a language tag: {value[:40]!r}")
    first, *rest = value.split("-")
    return "-".join([first.lower(), *(_subtag_case(part) for part in rest)])


def _subtag_case(part: str) -> str:
    if len(part) == 4 and part.isalpha():
        return part.title()  # script
    if len(part) == 2 and part.isalpha():
        return part.upper()  # region
    return part.lower()


def primary_language(tag: str) -> str:
    """``ar-SY`` → ``ar``."""
    return tag.partition("-")[0]


def new_id() -> str:
    """A UUIDv7 (RFC 9562 §5.7): unique, and sorted by the time it was made."""
    return str(uuid_utils.uuid7())


def is_id(value: str) -> bool:
    return bool(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", value))


def utc_now() -> datetime:
    """The clock. Read once an operation, at its edge, and handed inward."""
    return datetime.now(UTC)


def iso_instant(moment: datetime) -> str:
    """RFC 3339 in UTC with microseconds and ``Z``: the only form of time in journal leaves."""
    if moment.tzinfo is None:
        raise ValueError("a naive datetime names no instant")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
