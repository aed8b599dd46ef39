"""Three witnesses: a machine's run beside a person's translation, kept, and never taken for a judgement. Our texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlmodel import func, select

from api.services import Services
from api.translating import Lane
from archive.comparing import Comparisons
from archive.errors import BadInput, Conflict, NotFound
from archive.intake.receipt import Receipt
from archive.journal.entries import tree_size
from archive.models import Comparison, Likeness, table_of
from archive.pipeline import process
from archive.text.witness.likeness import summed
from archive.verify import verify
from archive.witness_records import LeftOut, WitnessRecord
from archive.witnessing import Witnessing
from tests.archive.machine_archive import FakeShop, with_machine
from tests.witness_texts import ORIGINAL, PERSON, WORDS


@pytest.fixture
def archive(services: Services, comparisons: Comparisons) -> Services:
    built = with_machine(services, FakeShop(words=WORDS))
    return replace(
        built,
        comparisons=comparisons,
        witnesses=Witnessing(services.database, comparisons, built.translations),
    )


@pytest.fixture
def versions(deposit: Callable[..., Receipt]) -> tuple[str, str]:
    """Original and person's translation."""
    texts = deposit({"original": ORIGINAL, "translation": PERSON}).texts
    return texts[0].version_id, texts[1].version_id


@pytest.fixture
def run(archive: Services, versions: tuple[str, str], now: datetime) -> str:
    requested = archive.translations.request(versions[0], actor="test", now=now)
    Lane(archive).run_once()
    return requested.id


@pytest.fixture
def kept(archive: Services, run: str, versions: tuple[str, str], now: datetime) -> WitnessRecord:
    return archive.witnesses.keep(run, versions[1], actor="test", now=now)


def _row(record: WitnessRecord, words: str) -> int:
    units = record.comparison.alignment.target_units
    return next(at for at, row in enumerate(record.rows) if any(words in units[one].text for one in row.person))


def test_rows_are_the_links_with_the_machines_sentences(kept: WitnessRecord) -> None:
    """Every link once, in order; the machine's sentence stands where its original does."""
    assert [row.number for row in kept.rows] == list(range(1, len(kept.comparison.alignment.links) + 1))
    assert [(row.source, row.person) for row in kept.rows] == [
        (link.source, link.target) for link in kept.comparison.alignment.links
    ]
    row = kept.rows[_row(kept, "Haddad")]
    assert row.machine_text == "said Karim Saadi that 40 families returned to the old quarter yesterday."
    assert row.left_out is None
    assert row.likeness is not None


def test_what_does_not_count_says_why(kept: WitnessRecord) -> None:
    """A stammering machine, a sentence of the person's alone, and one that the person left out."""
    assert kept.rows[_row(kept, "condemned")].left_out is LeftOut.FLAGGED
    assert kept.rows[_row(kept, "photographs")].left_out is LeftOut.NO_MACHINE
    assert kept.rows[_row(kept, "photographs")].machine == ()
    assert [row.left_out for row in kept.rows if not row.person] == [LeftOut.NO_PERSON]
    counted = [row for row in kept.rows if row.left_out is None]
    assert all(row.likeness is None for row in kept.rows if row not in counted)
    assert kept.totals.counted == len(counted)
    assert kept.totals.left_out == {"flagged": 1, "no_machine": 1, "no_person": 1}


def test_totals_are_the_sum_of_the_rows_that_count(archive: Services, kept: WitnessRecord) -> None:
    """chrF++, BLEU, TER and runs of the whole come from the added-up statistics, none from averages."""
    metrics = archive.witnesses._metrics("en")
    units = kept.comparison.alignment.target_units
    pairs = [
        (row.machine_text, " ".join(units[one].text for one in row.person)) for row in kept.rows if not row.left_out
    ]
    total = summed(metrics.statistics([one for one, _ in pairs], [other for _, other in pairs]))
    scores = metrics.scores(total)
    assert kept.totals.scores is not None
    assert kept.totals.scores.chrf_millis == scores.chrf_millis
    assert kept.totals.scores.bleu_millis == scores.bleu_millis
    assert kept.totals.scores.ter_millis == scores.ter_millis
    assert 0 < kept.totals.scores.runs_millis < 1000
    assert {"chrf", "bleu", "bleu_of_one", "ter", "runs", "opinions", "rows"} == set(kept.methods)


def test_the_machine_bears_findings_out_and_none_is_hidden(kept: WitnessRecord) -> None:
    """It read 40 where the person wrote 14, and *said* where the person wrote *claimed*; both findings gain."""
    number = next(one for one in kept.comparison.findings if one.kind == "number_changed")
    shift = next(one for one in kept.comparison.findings if one.kind == "attribution_shift")
    assert (number.band, shift.kind) == ("H", "attribution_shift")
    opinion = kept.opinion(number.id)
    assert opinion is not None
    assert (opinion.verdict, opinion.quote) == ("gains", "40")
    assert opinion.after_millis > opinion.before_millis == number.confidence_millis
    assert (opinion.band_before, opinion.band_after) == ("H", "H")
    assert opinion.sentence.startswith("said Karim")
    other = kept.opinion(shift.id)
    assert other is not None
    assert (other.verdict, other.quote) == ("gains", "said")
    assert kept.opinion("0" * 32) is None


def test_it_is_kept_once(archive: Services, kept: WitnessRecord, versions: tuple[str, str], now: datetime) -> None:
    """The same run beside the same comparison is one row and one deed, whoever asks and when."""
    with archive.database.read() as session:
        before = tree_size(session)
    again = archive.witnesses.keep(kept.run.id, versions[1], actor="other", now=now + timedelta(days=1))
    assert again == kept
    assert archive.witnesses.get(kept.id) == kept
    assert archive.witnesses.look(kept.run.id, versions[1], now=now) == kept
    with archive.database.read() as session:
        assert tree_size(session) == before
    report = verify(archive.settings.data)
    assert report.exit_code == 0
    assert report.steps[9].held["likeness records"] == 1


def test_looking_writes_nothing(archive: Services, run: str, versions: tuple[str, str], now: datetime) -> None:
    """What would be kept, under the id it would have."""
    with archive.database.write() as session:
        process(session, versions[1], now=now)
    record = archive.witnesses.look(run, versions[1], now=now)
    assert not record.kept
    with archive.database.read() as session:
        counts = [
            session.exec(select(func.count()).select_from(table_of(table))).one() for table in (Likeness, Comparison)
        ]
    assert counts == [0, 0]
    kept = archive.witnesses.keep(run, versions[1], actor="test", now=now)
    assert (kept.id, kept.rows, kept.totals) == (record.id, record.rows, record.totals)
    with pytest.raises(NotFound):
        archive.witnesses.get("0" * 32)


def test_the_models_score_of_the_person_when_asked(
    archive: Services, kept: WitnessRecord, versions: tuple[str, str], now: datetime
) -> None:
    """Another record, with both scores where the machine made one sentence of one; without it there is none."""
    assert not kept.scored
    assert {row.person_score_micros for row in kept.rows} == {None}
    scored = archive.witnesses.keep(kept.run.id, versions[1], score=True, actor="test", now=now)
    assert scored.scored
    assert scored.id != kept.id
    row = scored.rows[_row(scored, "Haddad")]
    assert (row.machine_score_micros, row.person_score_micros) == (-1_100_000, -1_200_000)
    assert scored.rows[_row(scored, "condemned")].person_score_micros is None
    assert "scores" in scored.methods
    archive.packages.remove("ar-en", actor="test", now=now, force=True)
    with pytest.raises(NotFound):
        archive.witnesses.look(kept.run.id, versions[1], score=True, now=now)
    assert archive.witnesses.look(kept.run.id, versions[1], now=now).id == kept.id


def test_which_runs_can_stand_beside(archive: Services, run: str, versions: tuple[str, str], now: datetime) -> None:
    """Done ones of this original into the person's language, newest first."""
    again = archive.translations.request(versions[0], again=True, actor="test", now=now + timedelta(hours=1)).id
    assert [one.id for one in archive.witnesses.runs(*versions)] == [run]
    Lane(archive).run_once()
    assert [one.id for one in archive.witnesses.runs(*versions)] == [again, run]
    assert archive.witnesses.runs(versions[1], versions[0]) == []
    assert archive.witnesses.newest(*versions).id == again


def test_without_a_run_it_says_what_to_do(archive: Services, versions: tuple[str, str], now: datetime) -> None:
    """Ask for one where a package is installed; else install one, offline included."""
    with pytest.raises(NotFound, match="thabat translate") as missing:
        archive.witnesses.newest(*versions)
    assert missing.value.code == "no-machine-text"
    archive.packages.remove("ar-en", actor="test", now=now)
    with pytest.raises(NotFound, match=r"thabat models install ar-en --from-index.*offline"):
        archive.witnesses.newest(*versions)


def test_what_is_refused(
    archive: Services, run: str, versions: tuple[str, str], deposit: Callable[..., Receipt], now: datetime
) -> None:
    """A machine's text as the person's, another work, another language, a run that is not done."""
    target = archive.translations.get(run).result.target_version_id
    other = deposit({"original": ORIGINAL + "\nنص آخر.", "translation": PERSON + "\nAnother text."}, external_id="2")
    for person, code in (
        (target, "machine-text"),
        (other.texts[1].version_id, "other-work"),
        (versions[0], "other-language"),
    ):
        with pytest.raises(BadInput) as refused:
            archive.witnesses.look(run, person, now=now)
        assert refused.value.code == code
    waiting = archive.translations.request(versions[0], again=True, actor="test", now=now).id
    with pytest.raises(Conflict) as not_done:
        archive.witnesses.look(waiting, versions[1], now=now)
    assert not_done.value.code == "run-not-done"
