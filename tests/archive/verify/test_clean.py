"""An archive that nobody touched, and the report itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive import verify as package
from archive.store.blobs import BlobStore
from archive.verify import TITLES, Step, verify
from archive.verify.report import MAX_NAMED, Tally
from tests.archive.verify.tampering import CLEAN, alter, broken
from tests.archive.verify.tiny_archive import THIRD_WORK


def test_an_untouched_archive_holds(data: Path) -> None:
    """The whole report, as people read it."""
    report = verify(data)
    assert report.as_text() == CLEAN
    assert report.exit_code == 0


def test_verifying_changes_no_byte(data: Path) -> None:
    """Every file is after the verification what it was before."""

    def contents() -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in data.rglob("*") if path.is_file() and "db-" not in path.name}

    before = contents()
    verify(data)
    assert contents() == before


def test_a_copy_on_a_medium_that_cannot_be_written_is_verified(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite cannot put its files beside such a database, and none appear."""
    monkeypatch.setattr(package.source, "_writable", lambda _folder: False)
    assert verify(data).as_text() == CLEAN
    assert sorted(path.name for path in data.iterdir()) == ["blobs", "checkpoint", "keys", "thabat.db"]


def test_a_blob_without_a_row_is_no_fault(data: Path) -> None:
    """What a rolled-back transaction left behind is listed elsewhere."""
    BlobStore(data / "blobs").put(b"left over")
    assert broken(data) == {}


def test_each_step_is_heard_when_it_is_done(data: Path) -> None:
    """Twelve steps in order, under the numbers of the documentation."""
    heard: list[Step] = []
    report = verify(data, on_step=heard.append)
    assert tuple(heard) == report.steps
    assert [item.number for item in heard] == list(range(1, 13)) == list(TITLES)[:-1]
    for number in TITLES:
        assert f"\n{number:>2}. " in (package.__doc__ or "")


def test_the_report_for_programs(data: Path) -> None:
    """The same facts as JSON."""
    told = json.loads(json.dumps(verify(data).as_dict()))
    assert (told["outcome"], told["exit_code"], told["not_checked"]) == ("HOLDS", 0, [12])
    assert told["steps"][7] == {
        "number": 8, "title": TITLES[8], "outcome": "HOLDS", "held": {"rows": 35}, "broken": [], "broken_count": 0,
        "not_checked": [],
    }  # fmt: skip


def test_a_wrecked_archive_has_a_readable_report() -> None:
    """So many are named, the rest is counted."""
    tally = Tally(8, "every row", ("row", "rows"))
    for number in range(MAX_NAMED + 7):
        tally.broken(f"row {number}")
    text = tally.step().as_text()
    assert text.startswith(f" 8  BROKEN       every row: 0 rows; {MAX_NAMED + 7} broken\n      - row 0\n")
    assert text.endswith(f"      - row {MAX_NAMED - 1}\n      - and 7 more")


def test_a_broken_report_names_its_steps(data: Path) -> None:
    """The last line says which steps are broken and which were not checked."""
    alter(data, f"DELETE FROM work WHERE id = '{THIRD_WORK}'")
    text = verify(data).as_text()
    assert (
        f" 8  BROKEN       every recorded row is what was recorded: 34 rows; 1 broken\n      - work {THIRD_WORK}, "
        in text
    )
    assert text.endswith("Result: BROKEN in step 8; not checked: step 12\n")
