"""The calibration in use. Made by ``tests/quality/calibrate_align.py``; do not edit.

Method: align|margins:best-rival|search:chains|second_look:yes|constants:ae8cf4e33d5c|version:1
Vectors: use-multilingual-v3|library:0.2.1|longest:4000|version:1
"""

from __future__ import annotations

from typing import Final

from archive.text.align.calibration import Bin, Calibration, Observed

CALIBRATION: Final = Calibration(
    id="align-569ba6dd5028",
    bins={
        Observed.LINK: (
            Bin(-20.0, 0, 0),
            Bin(0.0, 4, 6),
            Bin(1.0, 12, 13),
            Bin(3.0, 21, 22),
            Bin(5.0, 40, 41),
            Bin(6.0, 97, 97),
            Bin(7.0, 132, 132),
            Bin(8.0, 358, 358),
            Bin(9.0, 8336, 8344),
        ),
        Observed.MOVED: (
            Bin(0.0, 0, 0),
            Bin(8.0, 1, 1),
            Bin(10.0, 36, 36),
        ),
        Observed.OMITTED: (
            Bin(0.0, 17, 26),
            Bin(1.0, 13, 15),
            Bin(2.0, 15, 16),
            Bin(3.0, 38, 39),
            Bin(5.0, 295, 298),
        ),
        Observed.ADDED: (
            Bin(0.0, 7, 17),
            Bin(1.0, 3, 4),
            Bin(2.0, 23, 24),
            Bin(5.0, 44, 44),
            Bin(8.0, 157, 157),
        ),
        Observed.CONDENSED: (
            Bin(-20.0, 8, 569),
            Bin(-2.0, 6, 90),
            Bin(-1.0, 9, 25),
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
