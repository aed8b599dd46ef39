"""Aligned sentences as search sees them: the newest comparison of the latest versions, and nothing dismissed."""

from __future__ import annotations

from datetime import datetime

import pytest

from api.services import Services
from archive.aligned_sql import TEXTS_AT_ONCE, SqlAligned
from archive.comparing import Comparisons
from archive.comparison_records import ComparisonRecord
from archive.intake.receipt import Receipt
from archive.passages_sql import SqlPassages


@pytest.fixture
def first(comparisons: Comparisons, pair: Receipt, now: datetime) -> ComparisonRecord:
    original, translation = (text.version_id for text in pair.texts)
    return comparisons.compare(original, translation, actor="test", now=now)


@pytest.fixture
def source(services: Services) -> SqlAligned:
    return SqlAligned(services.database)


def test_a_pair_that_was_not_compared_has_no_links(source: SqlAligned, pair: Receipt) -> None:
    """Nothing is guessed; the work is named as touched, so that its links come when they are there."""
    assert source.of_works([pair.work_id]) == []
    assert source.of_works([]) == []
    assert source.touched(0, source.position(), 10) == [pair.work_id]


def test_texts_are_read_alone(source: SqlAligned, services: Services, pair: Receipt) -> None:
    """As the passages have them, with their languages; what is not there is left out, however many are asked."""
    versions = [text.version_id for text in pair.texts]
    passages = SqlPassages(services.database).by_version(versions)
    found = source.texts([*(f"none-{number}" for number in range(TEXTS_AT_ONCE)), *versions])
    assert found == {name: (one.language, one.content) for name, one in passages.items()}
    assert len(found) == 2
    assert source.texts([]) == {}


def test_links_point_into_the_passages(
    source: SqlAligned, services: Services, pair: Receipt, first: ComparisonRecord
) -> None:
    """Each link of the newest alignment gives sentences of both contents, word for word."""
    (found,) = source.of_works([pair.work_id])
    assert first.alignment is not None
    assert found.alignment_id == first.alignment.id
    contents = SqlPassages(services.database).by_version([found.source_version, found.target_version])
    arabic, english = contents[found.source_version].content, contents[found.target_version].content
    quotes = [([s.of(arabic) for s in link.source], [s.of(english) for s in link.target]) for link in found.links]
    units = first.alignment.source_units, first.alignment.target_units
    expected = [
        ([units[0][n].text for n in link.source], [units[1][n].text for n in link.target])
        for link in first.alignment.links
    ]
    assert quotes == expected
    assert "disclaimer_added" in found.findings
    assert all("disclaimer_added" not in link.findings for link in found.links)


def test_a_dismissed_finding_is_none(
    source: SqlAligned, comparisons: Comparisons, pair: Receipt, first: ComparisonRecord, now: datetime
) -> None:
    """A person's no counts at once, and only the last word does."""
    finding = next(one for one in first.findings if one.kind == "disclaimer_added")
    comparisons.review(finding.id, "dismissed", note=None, by="test", now=now)
    assert "disclaimer_added" not in source.of_works([pair.work_id])[0].findings
    comparisons.review(finding.id, "accepted", note=None, by="test", now=now)
    assert "disclaimer_added" in source.of_works([pair.work_id])[0].findings


def test_a_correction_shows_after_the_next_comparison(
    source: SqlAligned, comparisons: Comparisons, pair: Receipt, first: ComparisonRecord, now: datetime
) -> None:
    """The newest comparison counts, and its link says that a person made it."""
    before = source.position()
    comparisons.correct(first.a_id, first.b_id, "link", [2], [2], by="test", now=now)
    comparisons.compare(first.a_id, first.b_id, actor="test", now=now)
    (found,) = source.of_works([pair.work_id])
    assert [one.by_hand for one in found.links] == [False, True, False, False]
    assert source.touched(before, source.position(), 10) == [pair.work_id]
    assert source.touched(before, source.position(), 10, offset_work=pair.work_id) == []
