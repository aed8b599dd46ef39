"""Names of a question in the spellings that the index has, without reading its dictionaries again and again."""

from __future__ import annotations

from pathlib import Path

import pytest

from search import spellings
from search.builds import Builds
from search.indexing import document_of
from search.names import NameTerms
from search.query import parse
from search.service import SearchService
from search.spellings import Spellings
from tests.search.fakes import FakeArchive, passage


def test_only_new_dictionaries_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A spelling is found right after the commit that brings it; what was there before is not read again."""
    read: list[NameTerms] = []

    class Counted(NameTerms):
        def __init__(self, terms: object) -> None:
            super().__init__(terms)  # type: ignore[arg-type]
            read.append(self)

        @classmethod
        def joined(cls, dictionaries: object) -> NameTerms:
            return NameTerms.joined(dictionaries)  # type: ignore[arg-type]

    monkeypatch.setattr(spellings, "NameTerms", Counted)
    archive = FakeArchive(passage("They met in Kalamoon.", language="en"))
    SearchService(tmp_path / "index", archive).catch_up()
    engine, known = Builds(tmp_path / "index").current(), Spellings()

    def others() -> set[str]:
        with engine.reading() as reading:
            return {one.term for each in known.of(parse("Qalamoun"), reading).values() for one in each}

    assert others() == {"kalamoon"}
    assert (others(), len(read)) == ({"kalamoon"}, 2)
    engine.commit([document_of(passage("They left Qalamun.", language="en"))], position=2)
    assert others() == {"kalamoon", "qalamun"}
    assert len(read) == 4
