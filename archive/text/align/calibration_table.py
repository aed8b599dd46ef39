"""The calibration in use. Made by ``tests/quality/calibrate_align.py``; do not edit.

Method: align|margins:best-rival|search:chains|second_look:yes|constants:c47368230e94|version:1
Vectors: use-multilingual-v3|library:0.2.1|longest:4000|version:1
"""

from __future__ import annotations

from typing import Final

from archive.text.align.calibration import Bin, Calibration, Observed

CALIBRATION: Final = Calibration(
    id="align-4e4a0da3bb48",
    bins={
        Observed.LINK: (
            Bin(-20.0, 0, 0),
            Bin(0.0, 4, 4),
            Bin(1.0, 14, 15),
            Bin(3.0, 9, 9),
            Bin(4.0, 18, 18),
            Bin(5.0, 131, 132),
            Bin(7.0, 444, 445),
            Bin(9.0, 8366, 8378),
        ),
        Observed.MOVED: (
            Bin(0.0, 0, 0),
            Bin(7.0, 3, 3),
            Bin(8.0, 30, 31),
            Bin(10.0, 80, 80),
        ),
        Observed.OMITTED: (
            Bin(0.0, 15, 25),
            Bin(1.0, 31, 36),
            Bin(3.0, 40, 42),
            Bin(5.0, 65, 67),
            Bin(8.0, 234, 235),
        ),
        Observed.ADDED: (
            Bin(0.0, 7, 17),
            Bin(1.0, 9, 11),
            Bin(3.0, 13, 13),
            Bin(5.0, 53, 53),
            Bin(8.0, 143, 143),
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
