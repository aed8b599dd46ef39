"""The vectors on disk: added once, found again by another process, refused when they are not what was written."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.values import Span
from search.meaning.nearest import WHOLE, nearest
from search.meaning.store import Entry, StoreUnusable, VectorStore
from search.meaning.vectors import unit
from tests.search.meaning.test_vectors import some

WIDTH = 64


def store_at(path: Path, recipe: str = "toy|version:1") -> VectorStore:
    return VectorStore(path, recipe=recipe, dimensions=WIDTH)


def entry(version: str, count: int) -> Entry:
    return Entry(version, f"w-{version}", "en", tuple(Span(10 * n, 10 * n + 5) for n in range(count)))


def test_a_store_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """Nothing is made by looking."""
    store = store_at(tmp_path / "vectors")
    assert (store.position(), store.segments(), store.known(), store.check()) == (0, [], set(), 0)
    assert not (tmp_path / "vectors").exists()


def test_the_nearest_is_the_nearest(tmp_path: Path) -> None:
    """Over several segments the order is that of best sentence plus half the whole, and the sentence is named."""
    vectors = some(30)
    store = store_at(tmp_path)
    store.add([entry("a", 10), entry("b", 5)], vectors[:15], position=1)
    store.add([entry("c", 15)], vectors[15:], position=2)
    query = unit(vectors[12] + 0.3 * vectors[20])
    found = nearest(store_at(tmp_path).segments(), query, limit=10)
    runs = {"a": vectors[:10], "b": vectors[10:15], "c": vectors[15:]}
    scores = {name: (run @ query).max() + WHOLE * (unit(run.sum(axis=0)) @ query) for name, run in runs.items()}
    assert [near.version for near in found] == sorted(scores, key=lambda name: -scores[name])
    assert (found[0].version, found[0].work, found[0].span) == ("b", "w-b", Span(20, 25))
    assert found[0].likeness == pytest.approx(float(vectors[12] @ query), abs=0.01)


@settings(deadline=None, max_examples=30)  # each writes files
@given(st.lists(st.lists(st.integers(0, 3), min_size=1, max_size=4), min_size=1, max_size=8), st.integers(1, 9))
def test_the_best_of_all_segments_come_equal_ones_by_id(versions: list[list[int]], limit: int) -> None:
    """Against plain Python: few directions, so that many versions are equally near; one segment each."""
    directions = np.eye(4, 64, dtype=np.float32)
    with TemporaryDirectory() as folder:
        store = store_at(Path(folder))
        for number, sentences in enumerate(versions):
            store.add([entry(f"{number}", len(sentences))], directions[sentences], position=number)
        query = unit(np.array([4, 3, 2, 1], np.float32) @ directions)
        found = nearest(store.segments(), query, limit=limit)
        everything = nearest(store.segments(), query, limit=99)
    assert found == everything[:limit]
    assert found == sorted(found, key=lambda near: (-near.score, near.version))
    assert {near.version for near in everything} == {f"{number}" for number in range(len(versions))}
    for near in everything:
        sentences = versions[int(near.version)]
        assert near.span.start // 10 == sentences.index(min(sentences))


def test_a_version_is_kept_once(tmp_path: Path) -> None:
    """Doing a piece twice changes nothing; a version without sentences is passed over."""
    store = store_at(tmp_path)
    for _ in range(2):
        store.add([entry("a", 2), entry("none", 0), entry("b", 1)], some(3), position=7)
    assert store.known() == {"a", "b"}
    assert store.check() == 3
    assert store.position() == 7


def test_many_small_segments_become_one(tmp_path: Path) -> None:
    """Nothing is lost or moved, and no file is left over."""
    vectors = some(40)
    store = store_at(tmp_path)
    for number in range(40):
        store.add([entry(f"v{number:02}", 1)], vectors[number : number + 1], position=number)
    assert len(store.segments()) <= 17
    assert store.check() == 40
    assert [nearest(store.segments(), vector, limit=1)[0].version for vector in vectors] == sorted(store.known())
    assert len(list(tmp_path.glob("vectors-*"))) == 5 * len(store.segments())


@pytest.mark.parametrize("part", ["rows", "scales", "spans", "mean-rows", "mean-scales"])
def test_a_file_cut_short_is_refused(tmp_path: Path, part: str) -> None:
    """By its size when it is opened, and with the sentence that says so."""
    store_at(tmp_path).add([entry("a", 3)], some(3), position=1)
    (path,) = tmp_path.glob(f"vectors-*.{part}")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(StoreUnusable, match="bytes"):
        store_at(tmp_path).segments()


def test_an_altered_file_is_found(tmp_path: Path) -> None:
    """By its digest, when asked."""
    store_at(tmp_path).add([entry("a", 3)], some(3), position=1)
    (path,) = tmp_path.glob("vectors-*.rows")
    data = bytearray(path.read_bytes())
    data[5] ^= 1
    path.write_bytes(data)
    with pytest.raises(StoreUnusable, match="SHA-256"):
        store_at(tmp_path).check()


def test_vectors_of_another_recipe_are_never_mixed(tmp_path: Path) -> None:
    """Another encoder's store is refused, and can be cleared."""
    store_at(tmp_path).add([entry("a", 3)], some(3), position=1)
    other = store_at(tmp_path, "toy|version:2")
    with pytest.raises(StoreUnusable, match="version:1"):
        other.segments()
    other.clear()
    assert other.position() == 0


def test_a_broken_manifest_is_unusable(tmp_path: Path) -> None:
    """Not an internal fault."""
    (tmp_path / "MANIFEST.json").write_text("{", encoding="utf-8")
    with pytest.raises(StoreUnusable):
        store_at(tmp_path).position()


def test_a_file_left_by_a_killed_writer_does_no_harm(tmp_path: Path) -> None:
    """The same segment is written again over what was left, and strangers are removed."""
    store_at(tmp_path).add([entry("a", 3)], some(3), position=1)
    (rows,) = tmp_path.glob("vectors-*.rows")
    (tmp_path / "MANIFEST.json").unlink()
    (tmp_path / "vectors-0000.rows").write_bytes(b"")
    store_at(tmp_path).add([entry("a", 3)], some(3), position=1)
    assert [path.name for path in tmp_path.glob("vectors-*.rows")] == [rows.name]
    assert store_at(tmp_path).check() == 3


def test_scores_that_are_equal_stand_by_id(tmp_path: Path) -> None:
    """So that pages never overlap."""
    vectors = np.repeat(some(1), 4, axis=0)
    store = store_at(tmp_path)
    store.add([entry(name, 1) for name in "dbca"], vectors, position=1)
    assert [near.version for near in nearest(store.segments(), vectors[0], limit=2)] == ["a", "b"]
