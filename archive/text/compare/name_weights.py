"""The weights and shares in use. Made by ``tests/quality/calibrate_names.py``; do not edit."""

from __future__ import annotations

from typing import Final

from archive.text.compare.name_calibration import NameCalibration, Share

CALIBRATION: Final = NameCalibration(
    id="names-ab8e360c7595",
    bias=-2.597,
    weights={
        "alike": -0.107,
        "apart": -1.844,
        "article": -0.721,
        "as_word": -0.062,
        "beside": 0.989,
        "beside_met": 0.776,
        "break_both": 0.537,
        "elsewhere": -1.208,
        "foreign": 0.497,
        "gazetted": 1.050,
        "known_name": 2.304,
        "length": 0.529,
        "like_a_word": -1.060,
        "many": -0.390,
        "met_elsewhere": -1.017,
        "near_small": -0.617,
        "not_beside": -1.081,
        "other_sort": -0.702,
        "people": -0.752,
        "place_both": 0.504,
        "placed": 0.895,
        "short": -0.119,
        "something_near": -0.334,
        "stands_for_another": 2.190,
        "sure": 1.058,
        "tanwin": -0.250,
        "title_both": 0.287,
        "together_elsewhere": -0.106,
        "unmet_elsewhere": -0.847,
    },
    shares=(
        Share(-20.0, 21, 2086),
        Share(-2.0, 16, 1066),
        Share(-1.0, 15, 365),
        Share(-0.5, 22, 162),
        Share(0.0, 38, 248),
        Share(0.5, 47, 82),
        Share(1.0, 63, 98),
        Share(1.5, 407, 442),
        Share(4.0, 53, 53),
    ),
)
