"""Comparisons that are kept: found again by what went in, reviewed, corrected, and recorded in the journal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlmodel import func, select

from api.services import Services
from archive.comparing import Comparisons
from archive.comparison_records import ComparisonRecord, FindingRecord
from archive.errors import BadInput, NotFound, Unavailable
from archive.intake.receipt import Receipt
from archive.journal.canonical import canonical_json
from archive.journal.entries import tree_size
from archive.models import (
    Alignment,
    AlignmentCorrection,
    Comparison,
    Finding,
    FindingReview,
    JournalEntry,
    Segment,
    Segmentation,
    table_of,
)
from archive.pipeline import segments_digest
from archive.text.align.calibration import Calibration
from archive.text.align.calibration_table import CALIBRATION
from archive.values import Digest
from tests.samples import ARABIC, ENGLISH

TABLES = (Alignment, Comparison, Finding, FindingReview, AlignmentCorrection)


@pytest.fixture
def versions(pair: Receipt) -> tuple[str, str]:
    original, translation = (text.version_id for text in pair.texts)
    return original, translation


@pytest.fixture
def first(comparisons: Comparisons, versions: tuple[str, str], now: datetime) -> ComparisonRecord:
    return comparisons.compare(*versions, actor="test", now=now)


def state(comparisons: Comparisons) -> list[int]:
    """How much there is of everything that a comparison writes."""
    with comparisons._database.read() as session:
        counts = [session.exec(select(func.count()).select_from(table)).one() for table in TABLES]
        return [*counts, tree_size(session)]


def by_kind(found: ComparisonRecord, kind: str) -> FindingRecord:
    return next(finding for finding in found.findings if finding.kind == kind)


def test_a_pair_is_aligned_and_its_findings_are_kept(first: ComparisonRecord, versions: tuple[str, str]) -> None:
    """Ids of both versions, links over all sentences, findings with quotes, a summary that says how much is there."""
    assert (first.a_id, first.b_id, first.mode) == (*versions, "cross")
    assert len(first.id) == 32
    assert first.alignment is not None
    assert [(link.source, link.target) for link in first.alignment.links] == [((n,), (n,)) for n in (0, 2, 3, 4)]
    assert first.result["source"] == {"units": 3, "of": 3, "without": 0, "characters_millis": 1000}
    disclaimer = by_kind(first, "disclaimer_added")
    assert disclaimer.target is not None
    assert disclaimer.target.quote.startswith("This article was translated")
    assert (disclaimer.status, disclaimer.shown) == ("open", True)
    units = first.alignment.target_units
    assert [unit.takes_part for unit in units] == [True, False, True, True, True, False]
    assert units[5].text == disclaimer.target.quote


def test_the_id_is_a_digest_of_the_input(first: ComparisonRecord) -> None:
    """Anybody can compute it: canonical JSON of both versions, recipe, options, corrections."""
    facts = {"a": first.a_id, "b": first.b_id, "recipe": first.recipe, "options": first.options, "corrections": []}
    assert first.id == Digest.of(canonical_json(facts))[:32]
    assert first.options == {"completeness": "unknown", "completeness_quote": None, "completeness_span": None}


def test_the_default_view_hides_what_is_below_its_band(first: ComparisonRecord) -> None:
    """Hints are kept, counted in the summary, and shown when asked for."""
    assert {finding.band for finding in first.findings} == {"H", "L"}
    assert {finding.band for finding in first.visible()} == {"H"}
    assert first.visible(all_bands=True) == first.findings
    assert first.result["shown"] == len(first.visible())
    assert sum(n for bands in first.result["kinds"].values() for n in bands.values()) == len(first.findings)


def test_the_same_comparison_is_the_same_row(
    services: Services, comparisons: Comparisons, first: ComparisonRecord, versions: tuple[str, str], now: datetime
) -> None:
    """A second run, later and by somebody else, writes nothing and returns the first."""
    before = state(comparisons)
    again = comparisons.compare(*versions, actor="another", now=now + timedelta(days=1))
    assert again == first
    assert state(comparisons) == before
    assert comparisons.find(*versions) == comparisons.get(first.id) == first


def test_another_calibration_is_another_row_beside_the_old(
    services: Services, comparisons: Comparisons, first: ComparisonRecord, versions: tuple[str, str], now: datetime
) -> None:
    """What was found before stays."""
    other = Comparisons(services.database, comparisons._encoder, Calibration("another", CALIBRATION.bins))
    second = other.compare(*versions, actor="test", now=now)
    assert second.id != first.id
    assert comparisons.get(first.id) == first
    assert [item.id for item in comparisons.of_work(services.catalogue.work_of_version(versions[0]))].count(
        first.id
    ) == 1


def test_the_other_direction_is_another_comparison(
    comparisons: Comparisons, first: ComparisonRecord, versions: tuple[str, str], now: datetime
) -> None:
    """What is omitted one way is added the other."""
    back = comparisons.compare(versions[1], versions[0], actor="test", now=now)
    assert back.id != first.id
    assert by_kind(back, "disclaimer_removed").source is not None


def test_looking_writes_nothing(
    services: Services, comparisons: Comparisons, pair: Receipt, versions: tuple[str, str], now: datetime
) -> None:
    """A reader sees what would be kept; before the worker was there, only that it is not ready."""
    before = state(comparisons)
    with pytest.raises(Unavailable, match="not segmented yet"):
        comparisons.look(*versions, now=now)
    assert state(comparisons) == before
    kept = comparisons.compare(*versions, actor="test", now=now)
    fixed = comparisons.correct(*versions, "link", [2], [2], by="test", now=now)
    before = state(comparisons)
    seen = comparisons.look(*versions, now=now)
    assert seen.id != kept.id
    assert [one.id for one in seen.corrections] == [fixed.id]
    assert state(comparisons) == before


def test_a_review_is_kept_with_who_and_when(comparisons: Comparisons, first: ComparisonRecord, now: datetime) -> None:
    """The last word counts, and those before it stay."""
    name = by_kind(first, "disclaimer_added").id
    comparisons.review(name, "accepted", by="0a1b2c3d", now=now)
    found = comparisons.review(name, "annotated", note=" the site prints it everywhere ", by="test", now=now)
    assert found.status == "annotated"
    assert [(one.status, one.note, one.by) for one in found.reviews] == [
        ("accepted", None, "0a1b2c3d"),
        ("annotated", "the site prints it everywhere", "test"),
    ]
    assert found.reviews[0].recorded_at == now
    assert by_kind(comparisons.get(first.id), "disclaimer_added").status == "annotated"


def test_a_review_outlives_the_comparison_it_was_made_in(
    comparisons: Comparisons, first: ComparisonRecord, versions: tuple[str, str], now: datetime
) -> None:
    """After a correction the same observation is found again, and what was said of it is there."""
    comparisons.review(by_kind(first, "disclaimer_added").id, "dismissed", by="test", now=now)
    comparisons.correct(*versions, "omit", [3], [], by="test", now=now)
    second = comparisons.compare(*versions, actor="test", now=now)
    assert second.id != first.id
    assert by_kind(second, "disclaimer_added").status == "dismissed"
    assert by_kind(second, "omitted").status == "open"


@pytest.mark.parametrize(
    "given",
    [
        ("maybe", None, "expected one of open, accepted"),
        ("annotated", " ", "needs a note"),
        ("open", "x" * 4001, "4000"),
    ],
)
def test_a_review_that_says_nothing_is_refused(
    comparisons: Comparisons, first: ComparisonRecord, now: datetime, given: tuple[str, str | None, str]
) -> None:
    """And nothing is written."""
    status, note, said = given
    before = state(comparisons)
    with pytest.raises(BadInput, match=said):
        comparisons.review(first.findings[0].id, status, note=note, by="test", now=now)
    assert state(comparisons) == before


def test_a_correction_is_kept_by_every_later_run(
    comparisons: Comparisons, first: ComparisonRecord, versions: tuple[str, str], now: datetime
) -> None:
    """It is in the links under its id, the machine aligned around it, and the first comparison is as it was."""
    step = comparisons.correct(*versions, "link", [4], [2], note="the lead is made of the end", by="test", now=now)
    second = comparisons.compare(*versions, actor="test", now=now)
    assert second.alignment is not None
    fixed = [link for link in second.alignment.links if link.correction_id]
    assert [(link.source, link.target, link.correction_id) for link in fixed] == [((4,), (2,), step.id)]
    assert ((3,), (3,)) in [(link.source, link.target) for link in second.alignment.links]
    assert [one.id for one in second.corrections] == [step.id]
    assert comparisons.get(first.id) == first
    assert comparisons.compare(*versions, actor="test", now=now) == second
    assert comparisons.corrections(*versions) == comparisons.corrections(*reversed(versions)) == (step,)


def test_a_correction_holds_in_the_other_direction_too(
    comparisons: Comparisons, versions: tuple[str, str], now: datetime
) -> None:
    """Whichever of the two was called the source."""
    comparisons.correct(*versions, "link", [4], [2], by="test", now=now)
    back = comparisons.compare(versions[1], versions[0], actor="test", now=now)
    assert back.alignment is not None
    assert [(link.source, link.target) for link in back.alignment.links if link.correction_id] == [((2,), (4,))]


@pytest.mark.parametrize(
    "given",
    [
        ("join", [2], [2], "expected one of merge, split, link, unlink, omit"),
        ("link", [2], [], "name sentences of both sides"),
        ("link", [1], [2], "segment 1 is a byline and is not aligned"),
        ("omit", [99], [], "there is no segment 99"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(
    comparisons: Comparisons, first: ComparisonRecord, now: datetime, given: tuple[str, list[int], list[int], str]
) -> None:
    """With what was expected; nothing is written."""
    action, source, target, said = given
    before = state(comparisons)
    with pytest.raises(BadInput, match=said):
        comparisons.correct(first.a_id, first.b_id, action, source, target, by="test", now=now)
    assert state(comparisons) == before


def test_corrections_are_carried_over_to_another_segmentation(
    services: Services, comparisons: Comparisons, versions: tuple[str, str], now: datetime
) -> None:
    """Ordinals of an older splitter are found again by the words they stood for."""
    comparisons.correct(*versions, "link", [4], [4], by="test", now=now)
    with services.database.write() as session:
        old = session.exec(select(Segmentation).where(Segmentation.version_id == versions[0])).one()
        kept = session.exec(select(Segment).where(Segment.segmentation_id == old.id).order_by(Segment.ordinal)).all()
        rows = [[n, item.kind, item.start, item.end, item.paragraph] for n, item in enumerate(kept[1:])]
        run = {"id": "ffffffff-0000-7000-8000-000000000000", "version_id": versions[0], "recipe": "other|version:1"}
        run |= {"count": len(rows), "segments_sha256": segments_digest([]), "recorded_at": now}
        session.execute(table_of(Segmentation).insert(), [run])
        names = ("ordinal", "kind", "start", "end", "paragraph")
        values = [{"segmentation_id": run["id"], **dict(zip(names, row, strict=True))} for row in rows]
        session.execute(table_of(Segment).insert(), values)
    found = comparisons.compare(*versions, actor="test", now=now)
    assert found.alignment is not None
    assert [(link.source, link.target) for link in found.alignment.links if link.correction_id] == [((3,), (4,))]


def test_two_versions_in_one_language_are_a_redline(
    comparisons: Comparisons, deposit: Callable[..., Receipt], pair: Receipt, now: datetime
) -> None:
    """A correction of the translation: what was replaced, the number that changed, and no alignment."""
    older = next(text.version_id for text in pair.texts if text.language == "en")
    later = deposit(
        {"translation": ENGLISH.replace("450", "540")}, to_work=pair.work_id, translation={"revises": older}
    )
    found = comparisons.compare(older, later.texts[0].version_id, actor="test", now=now)
    assert (found.mode, found.alignment) == ("revision", None)
    assert by_kind(found, "number_changed").expected == "450 thousand = 450000"
    assert by_kind(found, "replaced").found == "540"
    assert found.result["counts"]["replaced"] == 1
    assert [op[0] for op in found.result["redline"]] == ["equal", "replace", "equal"]
    with pytest.raises(BadInput, match="one language"):
        comparisons.correct(older, later.texts[0].version_id, "link", [0], [0], by="test", now=now)
    [summary] = comparisons.of_work(pair.work_id)
    assert "redline" not in summary.result
    assert summary.shown == len(found.visible()) == 2


def test_what_the_translation_declares_of_itself_is_an_input(
    comparisons: Comparisons, deposit: Callable[..., Receipt], now: datetime
) -> None:
    """ "Full" with a third of the text is reported, with the words that declare it."""
    paragraphs = ENGLISH.split("\n\n")
    short = "\n\n".join(["Full translation", *paragraphs[2:3]])
    receipt = deposit(
        {"original": ARABIC, "translation": short},
        translation={"completeness": "full", "completeness_quote": "Full translation", "language": "en"},
    )
    found = comparisons.compare(*(text.version_id for text in receipt.texts), actor="test", now=now)
    coverage = by_kind(found, "coverage")
    assert found.options["completeness"] == coverage.expected == "full"
    assert found.result["extent"] == "contradicts"
    assert coverage.target is not None
    assert coverage.target.quote == "Full translation"


def test_each_deed_is_in_the_journal_of_the_work(services: Services, compared: ComparisonRecord, pair: Receipt) -> None:
    """Compare, review, correct and compare again, by whom."""
    with services.database.read() as session:
        query = select(JournalEntry.kind).where(JournalEntry.entity == pair.work_id).order_by(JournalEntry.seq)
        kinds = [kind for kind in session.exec(query) if kind not in {"deposit", "process"}]
    assert kinds == ["compare", "review", "align-correct", "compare"]


def test_what_is_not_there_is_named(comparisons: Comparisons, versions: tuple[str, str], now: datetime) -> None:
    """Comparisons, alignments, findings, versions, derivations; and nothing is compared with itself."""
    for ask in (comparisons.get, comparisons.alignment, comparisons.finding):
        with pytest.raises(NotFound, match="no-such"):
            ask("no-such")
    with pytest.raises(NotFound, match="no-such"):
        comparisons.compare(versions[0], "no-such", actor="test", now=now)
    with pytest.raises(NotFound, match="no-such"):
        comparisons.prepare_owed("no-such", now=now)
    with pytest.raises(BadInput, match="not with itself"):
        comparisons.compare(versions[0], versions[0], actor="test", now=now)
    assert comparisons.find(*versions) is None


def test_a_faster_one_wins_and_nothing_is_written_twice(
    services: Services, comparisons: Comparisons, versions: tuple[str, str], now: datetime
) -> None:
    """Two who compared the same at the same time keep one comparison."""
    one, other = (comparisons.prepare(*versions, now=now) for _ in range(2))
    for prepared in (one, other):
        with services.database.write() as session:
            comparisons.record(session, prepared, actor="test", now=now)
    assert one.id == other.id
    assert state(comparisons)[:2] == [1, 1]
