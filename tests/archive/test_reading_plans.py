"""What a search and the worker read of the database is found by indexes: no read goes through a whole table.

A small archive is as good as a large one here: without statistics SQLite plans by the schema alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import event

from api.services import Services
from archive.aligned_sql import SqlAligned
from archive.comparing import Comparisons
from archive.intake.receipt import Receipt
from archive.passages_sql import SqlPassages


@pytest.fixture
def plans(services: Services) -> Iterator[list[str]]:
    """Every step of the plan of every statement that was read with."""
    found: list[str] = []

    def explain(connection: Any, cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found.extend(row[-1] for row in cursor.fetchall())

    event.listen(services.database.reader, "before_cursor_execute", explain)
    yield found
    event.remove(services.database.reader, "before_cursor_execute", explain)


def _scans(plans: list[str]) -> list[str]:
    return [step for step in plans if step.startswith("SCAN") and "CONSTANT ROW" not in step]


def test_a_page_of_results_reads_no_table_through(
    services: Services, plans: list[str], comparisons: Comparisons, pair: Receipt, now: datetime
) -> None:
    """Texts, titles and aligned sentences of one page."""
    versions = [text.version_id for text in pair.texts]
    comparisons.compare(*versions, actor="test", now=now)
    plans.clear()
    passages, aligned = SqlPassages(services.database), SqlAligned(services.database)
    assert set(passages.printed(versions)) == set(versions)
    assert passages.titles([pair.work_id])[pair.work_id]
    assert len(aligned.linked([pair.work_id])) == 1
    assert len(aligned.of_versions(versions[:1])) == 1
    assert aligned.waiting([pair.work_id]) == []
    assert plans
    assert _scans(plans) == []


def test_following_the_archive_reads_no_table_through(
    services: Services, plans: list[str], comparisons: Comparisons, pair: Receipt, now: datetime
) -> None:
    """What came in since a position, as it is indexed, with findings; and the sentences of it."""
    comparisons.compare(*(text.version_id for text in pair.texts), actor="test", now=now)
    plans.clear()
    passages, aligned = SqlPassages(services.database), SqlAligned(services.database)
    assert len(passages.changed(0, passages.position(), 10)) == len(pair.texts)
    assert aligned.touched(0, aligned.position(), 10) == [pair.work_id]
    assert len(aligned.of_works([pair.work_id])) == 1
    assert _scans(plans) == []
