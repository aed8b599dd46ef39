"""The tamper matrix, sixth part: what people coded, and the places that it stands on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.archive.verify.tampering import alter, broken
from tests.archive.verify.tiny_archive import BESIDE, CODED, CODING

_CHANGED = f"hit_coding {CODING}, recorded by journal entry 2: the row is not what was recorded"


@pytest.mark.parametrize("change", ["code = 'other'", "by = 'somebody'", "note = 'never said'", "query = ''"])
def test_an_edited_coding_is_named(data: Path, change: str) -> None:
    """Nobody's word can be changed."""
    alter(data, f"UPDATE hit_coding SET {change}")
    assert broken(data) == {8: [_CHANGED]}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("start = 1", f"expected “{CODED}” at 1–{len(CODED)}, found “{CODED[1:]}”"),
        ("quote = 'another'", f"expected “another” at 0–{len(CODED)}, found “{CODED}”"),
        ("quote = ''", f"expected “” at 0–{len(CODED)}, found “{CODED}”"),
        ("other_quote = 'another'", f"expected “another” beside it at 0–{len(BESIDE)}, found “{BESIDE}”"),
        ("other_spans = '[[0, 5]]'", f"expected “{BESIDE}” beside it at 0–5, found “{BESIDE[:5]}”"),
        ("other_spans = '[]'", f"expected “{BESIDE}” beside it at no place, found “”"),
        ("version_id = other_version_id", f"expected “{CODED}” at 0–{len(CODED)}, found “{BESIDE[: len(CODED)]}”"),
        ("other_version_id = 'none'", f"expected “{BESIDE}” beside it at 0–{len(BESIDE)}, found “”"),
    ],
)
def test_a_coding_that_does_not_stand_there_is_named(data: Path, change: str, said: str) -> None:
    """By what was recorded of the row, and by what its version holds at the place."""
    alter(data, f"UPDATE hit_coding SET {change}")
    assert broken(data) == {8: [_CHANGED], 11: [f"hit_coding {CODING}: {said}"]}


@pytest.mark.parametrize("places", ["'[[0,'", "'[[0]]'", "'{}'", "7"])
def test_places_that_cannot_be_read_are_named(data: Path, places: str) -> None:
    """Whatever was put in their stead."""
    alter(data, f"UPDATE hit_coding SET other_spans = {places}")
    assert any(line.startswith(f"hit_coding {CODING}: ") for line in broken(data)[11])


def test_a_text_that_was_edited_under_a_coding_is_named(data: Path) -> None:
    """The coding still says what stood there."""
    alter(data, f"UPDATE version SET content = replace(content, '{CODED}', 'المرفأ') WHERE content LIKE '{CODED}%'")
    found = broken(data)
    assert f"hit_coding {CODING}: expected “{CODED}” at 0–{len(CODED)}, found “المرفأ”" in found[11]
