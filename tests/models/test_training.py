"""The recipe, run again: not the same bytes everywhere, but a model that knows its sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.models.knowledge import known

ENOUGH = 0.9


@pytest.mark.slow
def test_training_again_gives_a_model_that_knows_its_sentences(tmp_path: Path) -> None:
    """One direction, about three CPU-minutes."""
    pytest.importorskip(
        "torch", reason="training needs torch==2.13.0, which nothing else does: pip install it to run this"
    )
    from tests.models.train import build

    build(tmp_path / "ar_en.argosmodel", "ar-en")
    right, asked = known(tmp_path / "ar_en.argosmodel", tmp_path / "models")
    assert right / asked >= ENOUGH
