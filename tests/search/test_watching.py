"""Saved searches: kept under a name, asked again, and what is new to them."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archive.errors import BadInput, Broken, Conflict, NotFound, Unavailable
from search import news, watching
from search.news import Watch
from search.query import parse
from search.reading import TooBroad
from search.service import SearchService
from search.watching import Saved, SavedSearches, fresh, tidy_name
from tests.search.fakes import FakeArchive, passage

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
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


def test_searches_are_renamed_and_deleted(tmp_path: Path) -> None:
    """What was seen goes along; a name that is taken is refused and nothing is lost."""
    searches = SavedSearches(tmp_path / "searches.json")
    searches.put(SEA)
    searches.put(Saved("Land", "land"))
    assert searches.names() == ["Land", "بحر sea"]
    with pytest.raises(Conflict) as taken:
        searches.rename("Land", "بحر sea")
    assert taken.value.code == "name-taken"
    with pytest.raises(Conflict):
        searches.put(Saved("Land", "other"), fresh=True)
    assert searches.rename("بحر sea", "  البَحر  ").name == "البَحر"
    assert searches.get("البَحر").seen == SEA.seen
    assert searches.rename("Land", "Land").q == "land"
    assert searches.delete("Land").q == "land"
    assert searches.names() == ["البَحر"]
    with pytest.raises(NotFound):
        searches.delete("Land")


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a/b", "-a", "a\u202eb", "a" * 81, "a?b", "a\x00"])
def test_names_that_could_not_stand_in_an_address(name: str) -> None:
    """Line breaks, slashes and signs that turn a line are refused."""
    with pytest.raises(BadInput, match="begins with a letter"):
        tidy_name(name)


def test_names_are_written_in_one_way(tmp_path: Path) -> None:
    """Composed or not, with one blank or two: the same name; marks of Arabic and apostrophes may stand."""
    searches = SavedSearches(tmp_path / "searches.json")
    searches.put(Saved("caf\u0065\u0301  d’été, مُعارَضة", "x"))
    assert searches.names() == ["café d’été, مُعارَضة"]
    assert searches.get("cafe\u0301 d’été, مُعارَضة").q == "x"


def test_files_of_before_are_read(tmp_path: Path) -> None:
    """They said nothing of a kind: all were searches."""
    path = tmp_path / "searches.json"
    path.write_text('{"sea": {"name": "sea", "q": "بحر", "options": {}, "seen": {}, "seen_at": ""}}', encoding="utf-8")
    assert SavedSearches(path).get("sea").kind == "search"


def test_no_more_are_kept_than_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of a kept name may still take its place."""
    monkeypatch.setattr(watching, "MOST_SAVED", 1)
    searches = SavedSearches(tmp_path / "searches.json")
    searches.put(SEA)
    with pytest.raises(Conflict, match="delete one") as full:
        searches.put(Saved("land", "land"))
    assert full.value.code == "too-many"
    searches.put(Saved(SEA.name, "harbour"))


def test_many_change_at_once(tmp_path: Path) -> None:
    """Doors of their own in threads of their own: nothing of what another kept is lost."""
    path = tmp_path / "searches.json"

    def keep(first: int) -> None:
        for number in range(first, first + 5):
            SavedSearches(path).put(Saved(f"n{number}", "x"))

    threads = [threading.Thread(target=keep, args=(5 * at,)) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(SavedSearches(path).all()) == 20


@pytest.fixture
def sea(tmp_path: Path) -> tuple[FakeArchive, SearchService, Watch]:
    """An archive of three works with the sea in them, and a kept search for it."""
    archive = FakeArchive(*(passage("the sea", language="en", work=f"w{number}") for number in range(3)))
    service = SearchService(tmp_path / "index", archive)
    service.catch_up()
    watch = Watch(SavedSearches(tmp_path / "searches.json"), service)
    watch.keep(Saved("sea", "sea"), now=NOW)
    return archive, service, watch


def test_a_list_counts_what_is_new(sea: tuple[FakeArchive, SearchService, Watch]) -> None:
    """Anew when the index grew; what cannot be counted says why, and stands in the list all the same."""
    archive, service, watch = sea
    watch.searches.put(Saved("broken", '"open'))
    watch.searches.put(Saved("rows", "بحر", kind="renderings"))
    watch.searches.put(Saved("meant", "sea", {"mode": "meaning"}))

    def counted() -> dict[str, tuple[int | None, str]]:
        return {one.saved.name: (one.new, one.why) for one in watch.standings(0, 10)[1]}

    expected = {"broken": (None, "bad-query"), "rows": (None, "not-watched"), "meant": (None, "unavailable")}
    assert counted() == {**expected, "sea": (0, "")}
    archive.put(passage("a sea", language="en", work="w9"))
    service.catch_up()
    assert counted()["sea"] == (1, "")
    assert watch.standings(3, 1)[1][0].saved.name == "sea"


def test_a_list_does_not_count_what_is_broad(
    sea: tuple[FakeArchive, SearchService, Watch], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search itself still says what is new."""
    archive, service, watch = sea
    archive.put(passage("a sea", language="en", work="w9"))
    service.catch_up()
    monkeypatch.setattr(news, "MOST_COUNTED", 3)
    assert (watch.standings(0, 10)[1][0].new, watch.standings(0, 10)[1][0].why) == (None, "too-broad")
    assert watch.news("sea").total == 1


def test_exactly_what_was_shown_is_seen(sea: tuple[FakeArchive, SearchService, Watch]) -> None:
    """What came in since stays new; marking all leaves nothing."""
    archive, service, watch = sea
    shown, later = (passage("a sea", language="en", work=work) for work in ("w8", "w9"))
    archive.put(shown, later)
    service.catch_up()
    assert [one.work for one in watch.look("sea", now=NOW, versions={shown.version_id}).works] == ["w8"]
    assert [one.work for one in watch.news("sea").works] == ["w9"]
    assert watch.searches.get("sea").seen_at == NOW.isoformat()
    assert watch.news("sea", offset=1).works == []
    watch.look("sea", now=NOW)
    assert watch.news("sea").total == 0


def test_another_version_of_a_work_that_was_seen(sea: tuple[FakeArchive, SearchService, Watch]) -> None:
    """Is told from a work that was not."""
    archive, service, watch = sea
    archive.put(passage("my sea", language="en", work="w1", text="t2"), passage("a sea", language="en", work="w9"))
    service.catch_up()
    assert {one.work: one.known for one in watch.news("sea").works} == {"w1": True, "w9": False}


def test_a_question_is_not_watched(tmp_path: Path) -> None:
    """It can be kept if it can be asked."""
    watch = Watch(SavedSearches(tmp_path / "searches.json"), SearchService(tmp_path / "index", FakeArchive()))
    watch.keep(Saved("regime", "النظام", {"not_beside": "regime"}, kind="concordance"), now=NOW)
    with pytest.raises(BadInput) as refused:
        watch.news("regime")
    assert refused.value.code == "not-watched"
    with pytest.raises(BadInput):
        watch.keep(Saved("empty", "", kind="concordance"), now=NOW)
    assert watch.searches.names() == ["regime"]


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """As something that is not possible now, not as a fault of ours."""
    with pytest.raises(Unavailable, match="cannot be written"):
        SavedSearches(tmp_path / "gone" / "searches.json").put(SEA)
