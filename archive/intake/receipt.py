"""What a depositor gets back: ids and digests of what was kept, and what was seen on the way."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from archive.intake.checks import Notice
from archive.models import Capture, Text, Version


@dataclass(frozen=True, slots=True)
class ReceiptText:
    """One text as it was kept. ``removed`` is [{text, reason}], ``flags`` [{code, count, detail}]."""

    key: str
    text_id: str
    version_id: str
    number: int
    role: str
    language: str
    title: str
    bytes_sha256: str
    canonical_sha256: str
    charset: str
    charset_basis: str
    charset_confidence: int  # per cent
    blocks: dict[str, int]  # block kind → how many
    removed: tuple[dict[str, str], ...]
    flags: tuple[dict[str, Any], ...]
    language_check: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Receipt:
    """``created`` is False when the archive held these very bytes already; then nothing was written."""

    work_id: str
    created: bool
    texts: tuple[ReceiptText, ...]
    notices: tuple[Notice, ...]
    journal_seq: int | None

    def as_dict(self) -> dict[str, Any]:
        found = asdict(self)
        return {"work": found.pop("work_id"), **found}


def receipt_text(key: str, text: Text, version: Version, capture: Capture) -> ReceiptText:
    kinds = [block[0] for block in version.layout]
    return ReceiptText(
        key=key,
        text_id=text.id,
        version_id=version.id,
        number=version.number,
        role=text.role,
        language=text.language,
        title=version.title,
        bytes_sha256=version.bytes_sha256,
        canonical_sha256=version.canonical_sha256,
        charset=capture.charset,
        charset_basis=capture.charset_basis,
        charset_confidence=capture.charset_confidence,
        blocks={kind: kinds.count(kind) for kind in dict.fromkeys(kinds)},
        removed=tuple(capture.removed),
        flags=tuple(version.flags),
        language_check=version.language_check,
    )
