from __future__ import annotations

import io

import pytest

from archive.errors import BadFile
from archive.machine.model_file import check_model
from tests.argos_packages import model_bin


def _check(data: bytes) -> None:
    check_model(io.BytesIO(data), len(data))


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5, 6])
def test_a_whole_model_of_every_layout_is_taken(version: int) -> None:
    """Packages of 2021 have older layouts than those of today."""
    _check(model_bin(version=version))


@pytest.mark.parametrize("missing", [1, 3, 20, 60, 100])
def test_a_model_cut_anywhere_is_refused(missing: int) -> None:
    """CTranslate2 would read it into memory first."""
    with pytest.raises(BadFile, match=r"is cut: \d+ bytes are expected at byte \d+") as caught:
        _check(model_bin()[:-missing])
    assert caught.value.code == "bad-model"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "is cut"),
        (b"<html>not found</html>", "expected CTranslate2 layout 1 to 6"),
        (model_bin(version=7), "found 7"),
        (model_bin() + b"\0", "the model ends at byte"),
        (model_bin()[:26] + b"\xff\xff\xff\x7f" + model_bin()[30:], "variables; at most"),
    ],
)
def test_what_is_no_model_is_refused(data: bytes, found: str) -> None:
    """An error page, a newer layout, bytes at the end, a count nobody believes."""
    with pytest.raises(BadFile, match=found):
        _check(data)
