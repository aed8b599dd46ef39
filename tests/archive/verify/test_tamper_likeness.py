"""The tamper matrix, fifth part: a machine beside a person, and the figures of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive.verify import likeness
from archive.witnessing_rows import content_digest
from tests.archive.verify.tampering import alter, broken
from tests.archive.verify.tiny_archive import LIKENESS


@pytest.mark.parametrize(
    "change",
    [
        "rows = replace(rows, '51000', '91000')",
        "opinions = '[{}]'",
        "totals = replace(totals, '\"counted\": 1', '\"counted\": 2')",
    ],
)
def test_an_edited_likeness_is_named(data: Path, change: str) -> None:
    """By what was recorded of the row, and by the digest of what it says."""
    alter(data, f"UPDATE likeness SET {change}")
    named = broken(data)
    assert named[8] == [f"likeness {LIKENESS}, recorded by journal entry 2: the row is not what was recorded"]
    assert named[10][0].startswith(f"likeness {LIKENESS}: the SHA-256 of what it says is ")


def test_a_likeness_that_was_taken_out_is_named(data: Path) -> None:
    """Its digest has no row."""
    alter(data, "DELETE FROM likeness")
    assert broken(data) == {8: [f"likeness {LIKENESS}, recorded by journal entry 2: the row is missing"]}


def test_an_unreadable_likeness_is_named(data: Path) -> None:
    """Whatever was put in the place of its rows."""
    alter(data, "UPDATE likeness SET rows = '[1,'")
    assert any(line.startswith(f"likeness {LIKENESS}: it cannot be read") for line in broken(data)[10])


def test_totals_that_are_no_sum_are_a_fault() -> None:
    """Whoever writes totals of another sum with its own digest is told so all the same."""
    rows = [[1, [0], [0], [0], None, [[1, 1], [2], [3], [0, 0]], [1, 1, 1, None], None]]
    honest = {"counted": 1, "left_out": {}, "statistics": [[1, 1], [2], [3], [0, 0]], "scores": [1, 1, 1, None]}
    assert likeness._fault(_stored(rows, honest)) is None
    assert likeness._fault(_stored(rows, {**honest, "statistics": [[9, 9], [2], [3], [0, 0]]})) is not None
    assert likeness._fault(_stored(rows, {**honest, "left_out": {"flagged": 1}})) is not None


def _stored(rows: list[object], totals: dict[str, object]) -> dict[str, object]:
    return {
        "id": "0",
        "rows": json.dumps(rows),
        "opinions": "[]",
        "totals": json.dumps(totals),
        "content_sha256": content_digest(rows, [], totals),
    }
