"""The calibration in use. Made by ``tests/quality/calibrate_align.py``; do not edit.

Method: align|margins:best-rival|search:chains|second_look:yes|constants:5759350f7875|version:1
Vectors: use-multilingual-v3|library:0.2.1|longest:4000|version:1
"""

from __future__ import annotations

from typing import Final

from archive.text.align.calibration import Bin, Calibration, Observed

CALIBRATION: Final = Calibration(
    id="align-86965209c68b",
    bins={
        Observed.LINK: (
            Bin(-20.0, 0, 0),
            Bin(0.0, 3, 4),
            Bin(1.0, 6, 7),
            Bin(3.0, 8, 8),
            Bin(4.0, 9, 9),
            Bin(5.0, 36, 37),
            Bin(6.0, 128, 129),
            Bin(7.0, 200, 200),
            Bin(8.0, 316, 316),
            Bin(9.0, 6270, 6274),
        ),
        Observed.MOVED: (
            Bin(0.0, 0, 0),
            Bin(8.0, 1, 1),
            Bin(10.0, 37, 37),
        ),
        Observed.OMITTED: (
            Bin(0.0, 8, 15),
            Bin(2.0, 8, 10),
            Bin(3.0, 26, 26),
            Bin(5.0, 361, 364),
        ),
        Observed.ADDED: (
            Bin(0.0, 1, 8),
            Bin(2.0, 6, 6),
            Bin(3.0, 15, 15),
            Bin(5.0, 47, 47),
            Bin(8.0, 79, 79),
        ),
        Observed.CONDENSED: (
            Bin(-20.0, 8, 564),
            Bin(-2.0, 6, 90),
            Bin(-1.0, 9, 32),
            Bin(1.0, 7, 12),
            Bin(2.0, 13, 14),
        ),
        Observed.EXPANDED: (
            Bin(-20.0, 0, 115),
            Bin(-4.0, 4, 248),
            Bin(-2.0, 5, 58),
            Bin(-1.0, 3, 10),
            Bin(2.0, 15, 16),
        ),
        Observed.DUPLICATE: (Bin(0.0, 33, 34),),
        Observed.UNTRANSLATED: (Bin(0.0, 33, 33),),
    },
)
