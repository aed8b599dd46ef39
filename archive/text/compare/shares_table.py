"""The shares in use. Made by ``tests/quality/calibrate_checks.py``; do not edit."""

from __future__ import annotations

from typing import Final

from archive.text.compare.findings import Kind
from archive.text.compare.shares import Counted, Shares

SHARES: Final = Shares(
    id="checks-c1caca0f9680",
    counts={
        (Kind.NEGATION, 450): Counted(0, 52),
        (Kind.NEGATION, 500): Counted(0, 79),
        (Kind.NEGATION, 750): Counted(31, 37),
        (Kind.POLARITY, 750): Counted(14, 16),
        (Kind.UNTRANSLATED, 970): Counted(33, 33),
    },
)
