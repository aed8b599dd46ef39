"""The calibration in use. Made by ``tests/quality/calibrate_align.py``; do not edit.

Method: align|margins:best-rival|search:chains|second_look:yes|constants:8d5209ac4a64|version:1
Vectors: use-multilingual-v3|library:0.2.1|longest:4000|version:1
"""

from __future__ import annotations

from typing import Final

from archive.text.align.calibration import Bin, Calibration, Observed

CALIBRATION: Final = Calibration(
    id="align-fbeb8bf6d588",
    bins={
        Observed.LINK: (
            Bin(-20.0, 0, 0),
            Bin(0.0, 4, 4),
            Bin(1.0, 14, 15),
            Bin(3.0, 9, 9),
            Bin(4.0, 17, 17),
            Bin(5.0, 132, 133),
            Bin(7.0, 438, 439),
            Bin(9.0, 8375, 8388),
        ),
        Observed.MOVED: (
            Bin(0.0, 2, 2),
            Bin(8.0, 17, 19),
            Bin(10.0, 85, 85),
        ),
        Observed.OMITTED: (
            Bin(0.0, 11, 16),
            Bin(1.0, 11, 13),
            Bin(2.0, 16, 18),
            Bin(3.0, 89, 92),
            Bin(8.0, 210, 211),
        ),
        Observed.ADDED: (
            Bin(0.0, 6, 11),
            Bin(1.0, 6, 7),
            Bin(3.0, 11, 11),
            Bin(5.0, 45, 45),
            Bin(8.0, 126, 126),
        ),
        Observed.CONDENSED: (
            Bin(-20.0, 0, 48),
            Bin(-1.0, 4, 63),
            Bin(0.0, 4, 37),
            Bin(1.0, 19, 36),
            Bin(5.0, 12, 13),
        ),
        Observed.EXPANDED: (
            Bin(-20.0, 0, 26),
            Bin(-4.0, 4, 63),
            Bin(-2.0, 5, 18),
            Bin(-1.0, 3, 6),
            Bin(2.0, 15, 16),
        ),
        Observed.DUPLICATE: (Bin(0.0, 33, 34),),
        Observed.UNTRANSLATED: (Bin(0.0, 33, 33),),
    },
)
