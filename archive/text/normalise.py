"""The canonical text that digests and offsets refer to, and what in a text deserves a second look.

Canonical form is NFC (Unicode Standard Annex 15) with LF line ends and without NUL; nothing else
changes, so tatweel, harakat, bidi controls and presentation forms stay as they were received.
Folding for search is :mod:`archive.text.fold`; refusing a text is the business of the intake.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_LINE_ENDS: Final = re.compile("\r\n|[\r\u2028\u2029]")

# One class of characters a code. Order is the order of the flags.
_SUSPECTS: Final[Mapping[str, str]] = {
    "nul": "\x00",
    "bidi-control": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "zero-width": "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff",
    "variation-selector": "\ufe00-\ufe0f\U000e0100-\U000e01ef",
    "tatweel": "\u0640",
    "replacement-character": "\ufffd",
    "private-use": "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
    "surrogate": "\ud800-\udfff",
    "control": "\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f",  # tab, LF and CR are everyday text
}
_PATTERNS: Final = {code: re.compile(f"[{characters}]") for code, characters in _SUSPECTS.items()}


@dataclass(frozen=True, slots=True)
class Flag:
    """Something about a text that a person should know; never by itself a reason to refuse it."""

    code: str
    count: int
    detail: str


def canonical(text: str) -> str:
    """Return ``text`` in NFC with LF line ends and without NUL; canonical text stays as it is."""
    text = _LINE_ENDS.sub("\n", text.replace("\x00", ""))
    return unicodedata.normalize("NFC", text)


def canonical_line(text: str) -> str:
    """Return ``text`` canonical, on one line: every run of whitespace is one space, none at the ends."""
    return " ".join(canonical(text).split())


def suspicious(text: str) -> tuple[Flag, ...]:
    """Count the characters that hide, reorder or replace others. Give it the text as received: NUL is gone later."""
    found = ((code, pattern.findall(text)) for code, pattern in _PATTERNS.items())
    return tuple(Flag(code, len(hits), _census(hits)) for code, hits in found if hits)


def _census(hits: list[str]) -> str:
    """``U+200F × 3, U+202B × 1``, most frequent first, at most five kinds."""
    kinds = sorted(Counter(hits).items(), key=lambda item: (-item[1], item[0]))
    shown = [f"U+{ord(character):04X} × {count}" for character, count in kinds[:5]]
    rest = [f"{len(kinds) - 5} more"] if len(kinds) > 5 else []
    return ", ".join(shown + rest)
