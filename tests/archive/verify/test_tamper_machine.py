"""The tamper matrix, fourth part: machine runs, their sentences, and what the cache holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archive.verify.tampering import alter, broken
from tests.archive.verify.tiny_archive import RUN, TAKEN_BACK


@pytest.mark.parametrize(
    "change", ["score_micros = -1", "flags = '[]'", "target_tokens = 7", "cached_from = 'x'", "via = 'another'"]
)
def test_an_edited_machine_sentence_is_named_by_its_run(data: Path, change: str) -> None:
    """Sentences are recorded through the digest of their run: every column of theirs."""
    alter(data, f"UPDATE machine_sentence SET {change}")
    [named] = broken(data)[10]
    assert named.startswith(f"machine run {RUN}: the SHA-256 of its sentences is ")


def test_a_deleted_machine_sentence_is_counted(data: Path) -> None:
    """How many there were and are."""
    alter(data, "DELETE FROM machine_sentence")
    assert broken(data) == {10: [f"machine run {RUN}: expected 1 sentences, found 0"]}


def test_an_unreadable_machine_sentence_is_named(data: Path) -> None:
    """By its run."""
    alter(data, "UPDATE machine_sentence SET flags = '[1,'")
    [named] = broken(data)[10]
    assert named.startswith(f"machine run {RUN}: a sentence cannot be read")


def test_machine_sentences_of_no_run_are_named(data: Path) -> None:
    """Sentences that no recorded run made."""
    alter(data, "UPDATE machine_sentence SET run_id = 'stray'")
    assert broken(data)[10][-1] == "sentences of machine run stray: there is no such run"


def test_a_source_that_did_not_go_in_is_named(data: Path) -> None:
    """A run speaks of the very text that the machine was given."""
    alter(data, "UPDATE version SET content = replace(content, 'المياه', 'الماء') WHERE title LIKE '%المياه'")
    named = broken(data)[10]
    assert f"machine run {RUN}: the text that it was made from is not the one that went in" in named


def test_a_cached_output_that_was_edited_is_named(data: Path) -> None:
    """The cache is no record, but runs are made of it."""
    alter(data, """UPDATE machine_cache SET output = replace(output, '""', '"a"')""")
    [named] = broken(data)[10]
    assert named.startswith(f"cached sentence {'0f' * 32}: the SHA-256 of its output is ")


def test_a_cache_that_was_emptied_is_no_fault(data: Path) -> None:
    """It can be made again."""
    alter(data, "DELETE FROM machine_cache")
    assert broken(data) == {}


def test_a_cancellation_that_was_taken_out_is_named(data: Path) -> None:
    """So is every other row of a request."""
    alter(data, "DELETE FROM machine_cancellation")
    [named] = broken(data)[8]
    assert named.startswith(f"machine_cancellation {TAKEN_BACK}, recorded by journal entry 2: the row is missing")
