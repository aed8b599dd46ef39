"""Saved searches: kept under a name, asked again, and what is new to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.errors import BadInput, Broken, NotFound
from search.query import parse
from search.reading import TooBroad
from search.service import SearchService
from search.watching import Saved, SavedSearches, fresh
from tests.search.fakes import FakeArchive, passage

SEA = Saved("بحر sea", "البحر OR sea", {"kind": ["news"], "names": False}, {"w1": ["v1"]}, "2026-01-01T00:00:00+00:00")


def test_a_saved_search_comes_back_as_it_was(tmp_path: Path) -> None:
    """With its options; another of its name takes its place."""
    searches = SavedSearches(tmp_path / "searches.json")
    searches.put(SEA)
    assert searches.get("بحر sea") == SEA
    assert searches.get("بحر sea").query(limit=3) == parse("البحر OR sea", kind=["news"], names=False, limit=3)
    searches.put(Saved("بحر sea", "harbour"))
    assert (searches.names(), searches.get("بحر sea").q) == (["بحر sea"], "harbour")


def test_what_cannot_be_kept_or_read_is_refused(tmp_path: Path) -> None:
    """A name that would be no file name or line, a name that is not there, a file that is no such file."""
    searches = SavedSearches(tmp_path / "searches.json")
    with pytest.raises(BadInput, match="letters, digits"):
        searches.put(Saved("a\nb", "x"))
    searches.put(SEA)
    with pytest.raises(NotFound, match="saved are: بحر sea"):
        searches.get("land")
    (tmp_path / "searches.json").write_text('{"a": []}')
    with pytest.raises(Broken):
        searches.names()


def test_new_is_what_answers_now_and_did_not_before(tmp_path: Path) -> None:
    """A work, or another version of one seen; what no longer answers is not news."""
    archive = FakeArchive(first := passage("the sea", language="en", work="w1", text="t1"))
    service = SearchService(tmp_path / "index", archive)
    query = parse("sea")
    seen = service.matching(query, 10)
    assert seen == {"w1": [first.version_id]}
    second, again = passage("a sea", language="en", work="w2"), passage("my sea", language="en", work="w1", text="t1")
    archive.put(second, passage("land", language="en", work="w3"))
    archive.supersede(first, again)
    service.catch_up()
    found = service.matching(query, 10)
    saved = Saved("sea", "sea", {}, seen)
    assert fresh(saved, found) == {"w1": [again.version_id], "w2": [second.version_id]}
    assert fresh(Saved("sea", "sea", {}, found), found) == {}
    with pytest.raises(TooBroad, match="2 works answer"):
        service.matching(query, 1)
