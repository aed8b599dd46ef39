"""The verifier on archives that the real intake wrote; what tampering does to one is under ``verify/``."""

from __future__ import annotations

from datetime import datetime

from api.services import Services
from archive.comparison_records import ComparisonRecord
from archive.intake.receipt import Receipt
from archive.journal.custody import sign
from archive.journal.entries import append
from archive.verify import verify
from tests.archive.verify.tampering import step


def test_what_the_intake_keeps_holds(services: Services, compared: ComparisonRecord, now: datetime) -> None:
    """A real deposit, its stages, its comparisons and a checkpoint: every step holds, and the evidence is not nothing."""
    sign(services.database, services.custody, now)
    report = verify(services.custody.root)
    assert [item.broken for item in report.steps] == [()] * 12
    assert [item.number for item in report.steps if item.outcome == "NOT CHECKED"] == [12]
    held = {name: count for name, count in step(report, 10).held.items() if count}
    assert held == {"versions": 2, "segmentations": 2, "alignments": 2, "comparisons": 2}
    assert step(report, 11).held["quotes"] >= 3 + 2 * len(compared.findings)


def test_an_archive_being_written_can_be_verified(services: Services, pair: Receipt, now: datetime) -> None:
    """Beside an open server the verifier sees one state, and the server writes on."""
    sign(services.database, services.custody, now)
    with services.database.write() as session:
        append(session, kind="note", at=now, actor="test", entity="a-deed")
        report = verify(services.custody.root)
    assert report.exit_code == 0
    assert step(report, 3).held == {"entries": step(verify(services.custody.root), 3).held["entries"] - 1}
