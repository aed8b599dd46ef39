"""Files of arrays: what was written is read, and nothing else is believed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from search.engine import IndexUnusable
from search.index.store import BLOCK, StoredArrays, narrow, pack, ragged
from search.snapshot import Seal, SegmentMissing

ARRAYS = {
    "few": np.arange(10, dtype=np.uint16),
    "none": np.empty(0, np.uint32),
    "many": np.arange(3 * BLOCK // 8, dtype=np.int64),
}


def written(path: Path) -> tuple[Seal, int]:
    header, body = pack(ARRAYS, {"fact": 7})
    path.write_bytes(header + body)
    return Seal.of(header), len(header) + len(body)


def test_arrays_come_back(tmp_path: Path) -> None:
    """Whole and in parts, with the facts beside them."""
    stored = StoredArrays(tmp_path / "a", *written(tmp_path / "a"))
    assert stored.facts == {"fact": 7}
    for name, array in ARRAYS.items():
        assert stored.whole(name).dtype == array.dtype
        assert stored.whole(name).tolist() == array.tolist()
    assert stored.part("many", 5, 9).tolist() == [5, 6, 7, 8]
    stored.prove_all()


def test_an_altered_block_is_refused_when_it_is_touched(tmp_path: Path) -> None:
    """And not before: what lies in other blocks is as good as ever."""
    seal, size = written(tmp_path / "a")
    data = bytearray((tmp_path / "a").read_bytes())
    data[-1] ^= 1
    (tmp_path / "a").write_bytes(data)
    stored = StoredArrays(tmp_path / "a", seal, size)
    assert stored.part("many", 0, 10).tolist() == list(range(10))
    with pytest.raises(IndexUnusable, match="block"):
        stored.part("many", len(ARRAYS["many"]) - 1, len(ARRAYS["many"]))
    with pytest.raises(IndexUnusable, match="block"):
        stored.prove_all()


@pytest.mark.parametrize("place", [0, 30, -1])
def test_an_altered_header_is_refused_at_once(tmp_path: Path, place: int) -> None:
    """Every array's place and every block's digest stands in it."""
    seal, size = written(tmp_path / "a")
    data = bytearray((tmp_path / "a").read_bytes())
    data[place if place >= 0 else seal.size - 1] ^= 1
    (tmp_path / "a").write_bytes(data)
    with pytest.raises(IndexUnusable, match="header"):
        StoredArrays(tmp_path / "a", seal, size)


def test_a_file_of_another_size_or_none_is_refused(tmp_path: Path) -> None:
    """Cut short, or gone."""
    seal, size = written(tmp_path / "a")
    with pytest.raises(IndexUnusable, match="bytes"):
        StoredArrays(tmp_path / "a", seal, size + 1)
    (tmp_path / "a").unlink()
    with pytest.raises(SegmentMissing):
        StoredArrays(tmp_path / "a", seal, size)


def test_numbers_take_no_more_room_than_they_need() -> None:
    """One, two or four bytes."""
    assert [narrow(np.array([0, most])).dtype.itemsize for most in (255, 256, 65_535, 65_536)] == [1, 2, 2, 4]


def test_ragged() -> None:
    """Runs of indices, empty ones among them."""
    assert ragged(np.array([5, 0, 9]), np.array([2, 0, 3])).tolist() == [5, 6, 9, 10, 11]
    assert ragged(np.array([], int), np.array([], int)).tolist() == []
