"""The tamper matrix, third part: alignments, comparisons, findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archive.verify.tampering import alter, broken
from tests.archive.verify.tiny_archive import COMPARISON, DISCLAIMER, FINDING, row_id


def test_an_edited_link_is_named(data: Path) -> None:
    """By the row, and by the digest that stands beside the links."""
    alter(data, "UPDATE alignment SET links = replace(links, 'kept', 'moved')")
    found = broken(data)
    assert list(found) == [8, 10]
    assert found[10][0].startswith(f"alignment {row_id(91)}: the SHA-256 of its links is ")


def test_links_that_cannot_be_read_are_one_finding_a_step(data: Path) -> None:
    """The rest is checked all the same."""
    alter(data, "UPDATE alignment SET links = '[1,'")
    assert broken(data)[10] == [f"alignment {row_id(91)}: the SHA-256 of its links is none, they cannot be read"]


@pytest.mark.parametrize(
    "change",
    [
        "kind = 'omitted'",
        "band = 'L'",
        "confidence_millis = 1",
        "found = 'nothing'",
        "detail = '{}'",
        "method = 'x'",
        "key = 'x'",
    ],
)
def test_an_edited_finding_is_named_by_its_comparison(data: Path, change: str) -> None:
    """Findings are recorded through the digest of their comparison: every column of theirs."""
    alter(data, f"UPDATE finding SET {change}")
    [named] = broken(data)[10]
    assert named.startswith(f"comparison {COMPARISON}: the SHA-256 of its findings is ")


def test_a_deleted_finding_is_counted(data: Path) -> None:
    """How many there were and are."""
    alter(data, "DELETE FROM finding")
    assert broken(data)[10] == [f"comparison {COMPARISON}: expected 1 findings, found 0"]


def test_an_unreadable_finding_is_named(data: Path) -> None:
    """By its comparison."""
    alter(data, "UPDATE finding SET detail = '[1,'")
    [named] = broken(data)[10]
    assert named.startswith(f"comparison {COMPARISON}: a finding cannot be read")


def test_findings_of_no_comparison_are_named(data: Path) -> None:
    """Findings that no recorded comparison made."""
    columns = "comparison_id, id"
    alter(data, f"UPDATE finding SET ({columns}) = ('stray', 'stray')")
    assert "findings of comparison stray: there is no such comparison" in broken(data)[10]


def test_a_quote_that_does_not_stand_there_is_named(data: Path) -> None:
    """What was expected, where, and what is there."""
    alter(data, "UPDATE finding SET target_start = target_start + 5")
    found = broken(data)
    assert list(found) == [10, 11]
    assert found[11][0].startswith(f"finding {FINDING}: expected “{DISCLAIMER[:30]}")


def test_an_edited_review_is_named(data: Path) -> None:
    """Nobody's word can be changed."""
    alter(data, "UPDATE finding_review SET status = 'dismissed'")
    assert broken(data) == {
        8: [f"finding_review {row_id(93)}, recorded by journal entry 2: the row is not what was recorded"]
    }


def test_a_correction_that_was_taken_out_is_named(data: Path) -> None:
    """A layer that no re-run overwrites, and nobody else either."""
    alter(data, "DELETE FROM alignment_correction")
    assert broken(data) == {8: [f"alignment_correction {row_id(94)}, recorded by journal entry 2: the row is missing"]}
