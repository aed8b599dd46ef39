"""What is owed for a version is done once, recorded in the journal, and the same every time."""

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlmodel import select

from api.services import Services
from archive.errors import NotFound
from archive.intake.receipt import Receipt
from archive.models import Derivation, Job, JournalEntry, Segment, Segmentation, Version
from archive.pipeline import ALIGN, process, segments_digest
from archive.text.segment import RECIPE
from tests.samples import ENGLISH


def test_a_version_is_segmented_once(services: Services, pair: Receipt, now: datetime) -> None:
    """The second run finds everything done and writes neither rows nor journal entries."""
    version_id = pair.texts[1].version_id
    with services.database.write() as session:
        assert process(session, version_id, now=now) is True
    with services.database.write() as session:
        assert process(session, version_id, now=now) is False
    with services.database.read() as session:
        (run,) = session.exec(select(Segmentation).where(Segmentation.version_id == version_id)).all()
        assert run.recipe == RECIPE
        entries = session.exec(select(JournalEntry).where(JournalEntry.kind == "process")).all()
        assert [entry.entity for entry in entries] == [pair.work_id]


def test_segments_are_spans_of_the_text(services: Services, pair: Receipt, now: datetime) -> None:
    """Segments cover headline, byline, sentences and the disclaimer in order, and their digest is recomputable."""
    version_id = next(text.version_id for text in pair.texts if text.language == "en")
    with services.database.write() as session:
        process(session, version_id, now=now)
    with services.database.read() as session:
        version = session.get_one(Version, version_id)
        run = session.exec(select(Segmentation).where(Segmentation.version_id == version_id)).one()
        segments = session.exec(
            select(Segment).where(Segment.segmentation_id == run.id).order_by(Segment.ordinal)
        ).all()
    kinds = [segment.kind for segment in segments]
    assert kinds[:2] == ["headline", "byline"]
    assert kinds[-1] == "disclaimer"
    assert kinds.count("sentence") == 3
    words = [version.content[segment.start : segment.end] for segment in segments]
    assert "".join("".join(words).split()) == "".join(version.content.split())
    rows = [[item.ordinal, item.kind, item.start, item.end, item.paragraph] for item in segments]
    assert segments_digest(rows) == run.segments_sha256
    assert services.catalogue.work(pair.work_id).texts[1].latest.segments == len(segments) == run.count


def test_an_alignment_is_owed_once_both_sides_are_segmented(services: Services, pair: Receipt, now: datetime) -> None:
    """Not after the first version, once after the second, and not again when the work is looked at again."""
    owed = select(Job.subject_id).where(Job.kind == ALIGN)
    original, translation = (text.version_id for text in pair.texts)
    for version_id, expected in ((translation, 0), (original, 1), (translation, 1)):
        with services.database.write() as session:
            process(session, version_id, now=now)
            assert len(session.exec(owed).all()) == expected
    with services.database.read() as session:
        [derivation] = session.exec(select(Derivation)).all()
        [subject] = session.exec(owed).all()
    for one in (subject, derivation.id):  # a job of an archive from before pairs were owed is about a derivation
        prepared = services.comparisons.prepare_owed(one, now=now)
        assert prepared.rows is not None
        assert (prepared.rows.comparison.a_id, prepared.rows.comparison.b_id) == (original, translation)


def test_two_originals_owe_no_alignment(services: Services, deposit: Callable[..., Receipt], now: datetime) -> None:
    """What is not a translation of each other is compared when somebody asks."""
    receipt = deposit({"original": ENGLISH})
    with services.database.write() as session:
        process(session, receipt.texts[0].version_id, now=now)
        assert session.exec(select(Job).where(Job.kind == ALIGN)).all() == []


def test_there_must_be_a_version(services: Services, now: datetime, deposit: Callable[..., Receipt]) -> None:
    """A job about nothing is an error that names it."""
    with pytest.raises(NotFound, match="no-such"), services.database.write() as session:
        process(session, "no-such", now=now)
