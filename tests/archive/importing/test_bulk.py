"""Imports into an archive: bad lines cost themselves alone, reruns pass over, nothing is half there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from api.services import Services
from archive.importing import preparing
from archive.importing.batches import MAX_BATCH_BYTES, Batch, Fault, Kept, batched
from archive.importing.bulk import Importer, Summary
from archive.importing.stream import RawLine
from archive.values import utc_now
from archive.verify import verify
from tests.archive.importing.pairs import pair_line, write_lines

Run = Callable[..., tuple[list[Kept | Fault], Summary]]


@pytest.fixture
def run(services: Services) -> Run:
    def _run(path: Path, **options: Any) -> tuple[list[Kept | Fault], Summary]:
        importer = Importer(
            services.database, services.blobs, services.intake, actor="test", clock=utc_now, **{"jobs": 1, **options}
        )
        results = [result for progress in importer.run(path) for result in progress.results]
        return results, importer.summary

    return _run


def test_every_line_becomes_a_work(run: Run, services: Services, tmp_path: Path) -> None:
    """Works, versions and derivations are there, and what was reported leads to them."""
    file = write_lines(tmp_path / "lines", (pair_line(number) for number in range(5)))
    results, summary = run(file, batch=2)
    assert (summary.lines, summary.created, summary.bad) == (5, 5, 0)
    assert services.catalogue.counts().pairs == 5
    third = services.catalogue.work(results[2].work)
    assert third.external_id == "pair-2"
    assert [text.language for text in third.texts] == ["ar", "en"]
    assert third.texts[0].latest.capture.method == "import"


def test_a_rerun_passes_over_what_is_kept(run: Run, services: Services, tmp_path: Path) -> None:
    """The same file twice is one import; a longer file goes on where the shorter ended."""
    lines = [pair_line(number) for number in range(4)]
    first, _ = run(write_lines(tmp_path / "lines", lines[:3]))
    second, summary = run(write_lines(tmp_path / "lines", lines))
    assert (summary.created, summary.known) == (1, 3)
    assert [result.work for result in second[:3]] == [result.work for result in first]
    assert services.catalogue.counts().works == 4


def test_a_line_twice_in_one_file_is_one_work(run: Run, services: Services, tmp_path: Path) -> None:
    """Also within one batch."""
    results, summary = run(write_lines(tmp_path / "lines", [pair_line(1), pair_line(1)]))
    assert (summary.created, summary.known) == (1, 1)
    assert results[0].work == results[1].work


def test_bad_lines_cost_themselves_alone(run: Run, services: Services, tmp_path: Path) -> None:
    """Each kind of fault is reported with its line: unreadable, refused by a check, refused while recording."""
    swapped = {**pair_line(3), "text_ar": "An English text, of more than a few words, where an Arabic one should be."}
    del swapped["sentences_ar"]
    taken = {**pair_line(4), "external_id": "pair-0"}
    file = write_lines(tmp_path / "lines", [pair_line(0), "{oops", "", swapped, taken, pair_line(5)])
    results, summary = run(file)
    assert (summary.lines, summary.created, summary.bad) == (5, 2, 3)
    faults = {result.line: result.code for result in results if isinstance(result, Fault)}
    assert faults == {2: "malformed", 4: "same-language", 5: "external-id-taken"}
    assert [result.line for result in results] == [1, 2, 4, 5, 6]
    assert services.catalogue.counts().works == 2
    assert verify(services.settings.data).exit_code == 0


def test_force_keeps_a_text_in_another_language(run: Run, tmp_path: Path) -> None:
    """And says so among the notices."""
    wrong = {
        "text_ar": "An English text, of more than a few words, where an Arabic one should be.",
        "title_ar": "عنوان",
    }
    file = write_lines(tmp_path / "lines", [wrong])
    assert run(file)[1].bad == 1
    summary = run(file, force=True)[1]
    assert (summary.created, summary.notices["language-overridden"]) == (1, 1)


def test_a_dry_run_checks_everything_and_writes_nothing(run: Run, services: Services, tmp_path: Path) -> None:
    """Also what only recording can find; neither rows nor blobs nor journal entries are left."""
    file = write_lines(tmp_path / "lines", [pair_line(0), {**pair_line(1), "external_id": "pair-0"}])
    results, summary = run(file, dry_run=True)
    assert (summary.created, summary.bad) == (1, 1)
    assert results[0] == Kept(1, None, "pair-0", True)
    assert services.catalogue.counts().works == services.catalogue.counts().journal == 0
    assert list(services.blobs.digests()) == []


def test_ignored_fields_are_counted(run: Run, tmp_path: Path) -> None:
    """The summary says what was seen and not kept."""
    lines = [{**pair_line(number), "genre": "news", "x_mine": number} for number in range(3)]
    summary = run(write_lines(tmp_path / "lines", lines))[1]
    assert summary.as_dict()["ignored"] == {"genre": 3, "x_mine": 3}


def test_processes_give_the_same_as_one(run: Run, services: Services, tmp_path: Path) -> None:
    """Drafting elsewhere changes neither what is kept nor its order."""
    lines: list[dict[str, Any] | str] = [pair_line(number) for number in range(12)]
    lines.insert(7, "oops")
    results, summary = run(write_lines(tmp_path / "lines", lines), jobs=2, batch=3)
    assert (summary.created, summary.bad) == (12, 1)
    assert [result.line for result in results] == list(range(1, 14))
    works = [result.work for result in results if isinstance(result, Kept)]
    assert works == sorted(works)  # ids are in the order of time
    assert verify(services.settings.data).exit_code == 0


def test_a_fault_of_ours_is_one_bad_line(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand lines do not end with the one that finds a bug; its text is not told."""
    original = preparing.prepare

    def trip(deposit: Any, **options: Any) -> Any:
        if deposit.external_id == "pair-1":
            raise RuntimeError(deposit.texts[0].source.data.decode())
        return original(deposit, **options)

    monkeypatch.setattr(preparing, "prepare", trip)
    results, summary = run(write_lines(tmp_path / "lines", [pair_line(number) for number in range(3)]))
    assert (summary.created, summary.bad) == (2, 1)
    assert isinstance(results[1], Fault)
    assert results[1].detail == "a fault of Thabat's own, RuntimeError; please report it"


def test_batches_are_bounded_by_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Large lines travel in small batches, so that memory stays bounded."""
    raw = b"x" * (MAX_BATCH_BYTES // 2 + 1)
    batches = list(batched((RawLine(number, raw, number) for number in range(1, 6)), size=50))
    assert [len(batch.results) for batch in batches] == [2, 2, 1]
    assert all(isinstance(batch, Batch) and batch.bytes <= 2 * len(raw) for batch in batches)
