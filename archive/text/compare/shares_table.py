"""The shares in use. Made by ``tests/quality/calibrate_checks.py``; do not edit."""

from __future__ import annotations

from typing import Final

from archive.text.compare.findings import Kind
from archive.text.compare.shares import Counted, Shares

SHARES: Final = Shares(
    id="checks-2bf0e746f21e",
    counts={
        (Kind.NEGATION, 500): Counted(0, 17),
        (Kind.NEGATION, 750): Counted(31, 38),
        (Kind.POLARITY, 750): Counted(14, 15),
        (Kind.UNTRANSLATED, 970): Counted(33, 33),
    },
)
