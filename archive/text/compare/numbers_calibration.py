"""The calibration in use. Made by ``tests/quality/calibrate_numbers.py``; do not edit."""

from __future__ import annotations

from typing import Final

from archive.text.compare.numbers_evidence import Evidence, NumberCalibration, Share

CALIBRATION: Final = NumberCalibration(
    id="numbers-8c6b66673dab",
    shares={
        Evidence.CHANGED: Share(60, 67),
        Evidence.CHANGED_KIND: Share(0, 0),
        Evidence.CHANGED_ECHO: Share(5, 5),
        Evidence.CHANGED_WEAK: Share(0, 4),
        Evidence.ALONE_YEAR: Share(1, 1),
        Evidence.ALONE_FIGURES: Share(5, 5),
        Evidence.ALONE_WORDS: Share(1, 2),
        Evidence.ALONE_SMALL: Share(3, 7),
        Evidence.ALONE_LOOSE: Share(0, 15),
        Evidence.ALONE_UNREADABLE: Share(4, 4),
        Evidence.MONTH_CHANGED: Share(10, 10),
        Evidence.MONTH_ALONE: Share(1, 24),
        Evidence.WEEKDAY_CHANGED: Share(21, 25),
        Evidence.WEEKDAY_ALONE: Share(0, 27),
    },
)
