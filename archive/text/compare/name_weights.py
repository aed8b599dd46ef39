"""The weights and shares in use. Made by ``tests/quality/calibrate_names.py``; do not edit."""

from __future__ import annotations

from typing import Final

from archive.text.compare.name_calibration import NameCalibration, Share

CALIBRATION: Final = NameCalibration(
    id="names-82b958b45ad3",
    bias=-2.591,
    weights={
        "alike": -0.109,
        "apart": -1.849,
        "article": -0.724,
        "as_word": -0.067,
        "beside": 0.988,
        "beside_met": 0.775,
        "break_both": 0.535,
        "elsewhere": -1.210,
        "foreign": 0.498,
        "gazetted": 1.049,
        "known_name": 2.303,
        "length": 0.525,
        "like_a_word": -1.062,
        "many": -0.391,
        "met_elsewhere": -1.000,
        "near_small": -0.619,
        "not_beside": -1.082,
        "other_sort": -0.704,
        "people": -0.754,
        "place_both": 0.503,
        "placed": 0.893,
        "short": -0.124,
        "something_near": -0.336,
        "stands_for_another": 2.200,
        "sure": 1.057,
        "tanwin": -0.252,
        "title_both": 0.287,
        "together_elsewhere": -0.070,
        "unmet_elsewhere": -0.847,
    },
    shares=(
        Share(-20.0, 19, 2049),
        Share(-2.0, 17, 1102),
        Share(-1.0, 15, 365),
        Share(-0.5, 22, 162),
        Share(0.0, 38, 248),
        Share(0.5, 48, 83),
        Share(1.0, 63, 98),
        Share(1.5, 405, 440),
        Share(4.0, 55, 55),
    ),
)
