"""Following the archive with vectors, with the real encoder: a question in one language finds the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from api.services import Services
from archive.intake.receipt import Receipt
from archive.machine.encoder import Encoder
from archive.passages_sql import SqlPassages
from search.meaning import following
from search.meaning.following import catch_up
from search.meaning.fusing import fuse
from search.meaning.nearest import nearest
from search.meaning.store import VectorStore

Deposit = Callable[..., Receipt]


@pytest.fixture
def store(tmp_path: Path, encoder: Encoder) -> VectorStore:
    return VectorStore(tmp_path / "vectors", recipe=encoder.recipe, dimensions=encoder.dimensions)


@pytest.fixture
def source(services: Services) -> SqlPassages:
    return SqlPassages(services.database)


def test_a_question_finds_the_sentence_in_the_other_language(
    store: VectorStore, source: SqlPassages, encoder: Encoder, deposit: Deposit
) -> None:
    """An English question, an Arabic original without a translation, and the sentence that answers."""
    water = "أعلنت البلدية قطع المياه عن الحي ثلاثة أيام.\nيصلح العمال الأنبوب الرئيسي قرب السوق."
    theatre = "افتتح المسرح المدرسي موسمه بعرض جديد.\nصفق الأهالي طويلا للممثلين الصغار."
    deposit({"original": water}, external_id="water")
    deposit({"original": theatre}, external_id="theatre")
    assert catch_up(store, source, encoder) == 2
    (best, _) = nearest(store.segments(), encoder.encode(["When is the water cut off?"])[0], limit=5)
    passage = source.by_version([best.version])[best.version]
    assert best.span.of(passage.content) == "أعلنت البلدية قطع المياه عن الحي ثلاثة أيام."


def test_what_was_followed_is_not_encoded_again(
    store: VectorStore, source: SqlPassages, encoder: Encoder, pair: Receipt
) -> None:
    """The position is kept with the vectors; disclaimers and bylines have none."""
    assert catch_up(store, source, encoder) == 2
    assert catch_up(store, source, encoder) == 0
    sentences = [
        segment.span(row).of(source.by_version([str(version)])[str(version)].content)
        for segment in store.segments()
        for (version, *_, count), start in zip(segment.record.versions, segment.starts, strict=True)
        for row in range(int(start), int(start) + int(count))
    ]
    assert not any("This article was translated" in sentence for sentence in sentences)
    assert len(sentences) == 8
    assert pair.work_id in {str(row[1]) for segment in store.segments() for row in segment.record.versions}


def test_stopped_half_way_it_goes_on(
    store: VectorStore, source: SqlPassages, encoder: Encoder, deposit: Deposit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step that is done stays done, and the position is noted only at the end."""
    monkeypatch.setattr(following, "BATCH", 1)
    for number in range(3):
        deposit({"original": f"عاد {number + 12} طالبا إلى المدرسة بعد العطلة."}, external_id=str(number))
    steps = iter([False, True])
    assert catch_up(store, source, encoder, stopped=lambda: next(steps)) == 1
    assert store.position() == 0
    assert catch_up(store, source, encoder) == 2
    assert store.position() == source.position()
    assert len(store.known()) == 3


def test_fused_ranks_reward_agreement() -> None:
    """Second in both lists beats first in one; the order is stable; weights tell."""
    assert [item for item, _ in fuse([["a", "b", "c"], ["d", "b", "e"]])] == ["b", "a", "d", "c", "e"]
    assert [item for item, _ in fuse([["a"], ["b"]], [1.0, 2.0])] == ["b", "a"]
    assert fuse([]) == []
