"""Search over an archive in memory, from the text to the JSON of a page."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import ANY

import pytest

from archive.passages import Passage
from search import engine_whoosh, indexing
from search.query import parse
from search.service import SearchService
from tests.search.fakes import FakeArchive, passage

ORIGINAL = passage(
    "كَتَبَ أَحمَدُ أنّ المُعَارَضَةَ رفضت القرار في ٢٠١٥.",
    "وقال الوزير إن لبنان بعيد.",
    title="موقف من القرار",
    work="w-decision",
    text="t-ar",
    outlets=("صحيفة الأفق",),
    agents=("أحمد السهلي",),
    external_id="demo-01",
    published="2015-11-12",
    publishers=(("صحيفة الأفق", "Al-Ufuq"),),
)
TRANSLATION = passage(
    "Ahmad wrote that the opposition's answer to the decision was no.",
    title="A Stand on the Decision",
    language="en",
    work="w-decision",
    text="t-en",
    outlets=("The Meadow Review",),
    has_disclaimer=True,
    kind="news",
)
FAIR = passage("زار الناس معرض الكتاب.", title="معرض", work="w-fair", day=date(2016, 3, 1), kind="feature")


@pytest.fixture
def archive() -> FakeArchive:
    return FakeArchive(ORIGINAL, TRANSLATION, FAIR)


@pytest.fixture
def service(tmp_path: Path, archive: FakeArchive) -> SearchService:
    return SearchService(tmp_path / "index", archive)


def works(service: SearchService, q: str = "", **filters: object) -> list[str]:
    return [result.work for result in service.search(parse(q, **filters)).results]  # type: ignore[arg-type]


def versions(service: SearchService, q: str) -> list[str]:
    return [hit.version for result in service.search(parse(q)).results for hit in result.hits]


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("كتب", ["w-decision"]),
        ("احمد", ["w-decision"]),
        ("2015", ["w-decision"]),
        ("والمعارضة", ["w-decision"]),
        ("بالمعارضة", ["w-decision"]),
        ("معارضة القرارات", ["w-decision"]),
        ("معرض", ["w-fair"]),
        ("المعرض", ["w-fair"]),
        ("معرض القرار", []),
        ("oppositions decisions", ["w-decision"]),
        ("لبنان opposition", ["w-decision"]),
        ("معرض opposition", []),
        ('"أحمد أن المعارضة"', ["w-decision"]),
        ('"أحمد المعارضة"', []),
        ('"القرار في ٢٠١٥"', ["w-decision"]),
        ('"2015 وقال"', []),
        ('"the decision"', ["w-decision"]),
        ('"the decisions"', []),
        ("القرار -الوزير", []),
        ("decision -الوزير", []),
        ("-decision", ["w-fair"]),
        ("-معرض -decision", []),
        ("nothing", []),
        ("", ["w-fair", "w-decision"]),
    ],
)
def test_queries(service: SearchService, q: str, found: list[str]) -> None:
    """Words by stem, phrases exactly, exclusions by work, scripts across versions."""
    assert works(service, q) == found


@pytest.mark.parametrize(
    ("q", "filters", "found"),
    [
        ("", {"language": "en"}, ["w-decision"]),
        ("القرار", {"language": "en"}, []),
        ("", {"outlet": "صحيفه الافق"}, ["w-decision"]),
        ("decision", {"outlet": "صحيفة الأفق"}, []),
        ("", {"outlet": ["the meadow review", "x"]}, ["w-decision"]),
        ("", {"agent": "احمد السهلى"}, ["w-decision"]),
        ("", {"kind": "feature"}, ["w-fair"]),
        ("", {"date_from": "2016"}, ["w-fair"]),
        ("", {"date_to": "2015-11"}, ["w-decision"]),
        ("", {"has_disclaimer": True}, ["w-decision"]),
        ("القرار", {"has_disclaimer": True}, []),
        ("", {"has_disclaimer": False, "kind": "news"}, ["w-decision"]),
    ],
)
def test_filters(service: SearchService, q: str, filters: dict[str, object], found: list[str]) -> None:
    """A filter must hold of the version that is shown."""
    assert works(service, q, **filters) == found


def test_the_json_is_the_contract(service: SearchService) -> None:
    """Exactly the shape the API and the command line promise."""
    assert service.search(parse("المعارضة")).as_dict() == {
        "query": "المعارضة",
        "total": 1,
        "results": [
            {
                "work": "w-decision",
                "external_id": "demo-01",
                "titles": {"ar": "موقف من القرار", "en": "A Stand on the Decision"},
                "score": ANY,
                "hits": [
                    {
                        "version": ORIGINAL.version_id,
                        "language": "ar",
                        "status": "latest",
                        "replaced_by": None,
                        "published": "2015-11-12",
                        "outlets": [["صحيفة الأفق", "Al-Ufuq"]],
                        "snippet": "كَتَبَ أَحمَدُ أنّ المُعَارَضَةَ رفضت القرار في ٢٠١٥.",
                        "highlights": [[19, 32]],
                        "place": [ORIGINAL.layout[1].span.start, ORIGINAL.layout[1].span.end],
                        "why": [{"by": "words"}],
                        "counterpart": None,
                        "no_counterpart": None,
                    }
                ],
            }
        ],
        "mode": "words",
        "names": {},
        "suggestions": [],
    }
    (start, end) = (19, 32)
    assert "كَتَبَ أَحمَدُ أنّ المُعَارَضَةَ رفضت القرار في ٢٠١٥."[start:end] == "المُعَارَضَةَ"


def test_titles_and_exact_words_weigh_more(tmp_path: Path) -> None:
    """The word in the title first, then the word as typed, then other forms of it."""
    other = passage("Decisions were made about bread.", title="Bread", language="en", work="w-other")
    same = passage("A decision was made about bread.", title="Bread", language="en", work="w-same")
    titled = passage("They were made about bread, a decision.", title="Decision", language="en", work="w-title")
    service = SearchService(tmp_path / "index", FakeArchive(other, same, titled))
    assert works(service, "decision") == ["w-title", "w-same", "w-other"]


def test_pages_are_cut_from_one_order(tmp_path: Path) -> None:
    """The total counts all works; pages neither overlap nor leave gaps, within a score too."""
    texts = [passage("خبر واحد", work=f"w{n:02}") for n in range(25)]
    service = SearchService(tmp_path / "index", FakeArchive(*texts))
    pages = [service.search(parse("خبر", offset=offset, limit=10)) for offset in (0, 10, 20, 30)]
    assert [page.total for page in pages] == [25, 25, 25, 25]
    assert [len(page.results) for page in pages] == [10, 10, 5, 0]
    assert len({result.work for page in pages for result in page.results}) == 25


def test_what_is_added_is_found_within_a_second(service: SearchService, archive: FakeArchive) -> None:
    """By another searcher, too, which is not told."""
    elsewhere = SearchService(service._builds.directory, archive)
    assert works(elsewhere, "زلزال") == []
    added = passage("وقع زلزال خفيف.", work="w-new")
    archive.put(added)
    began = time.monotonic()
    assert service.catch_up() == 1
    assert works(service, "زلزال") == works(elsewhere, "زلزال") == ["w-new"]
    assert time.monotonic() - began < 1


def test_superseded_and_withdrawn_versions_never_come_back(service: SearchService, archive: FakeArchive) -> None:
    """The regression test of Whoosh's refresh(): after many commits each, no old state shows through."""
    current = passage("النص الأول خبر0", work="w-many", text="t-many")
    archive.put(current)
    service.catch_up()
    for number in range(1, 15):
        following = passage(f"النص التالي خبر{number}", work="w-many", text="t-many")
        archive.supersede(current, following)
        service.catch_up()
        assert versions(service, "النص") == [following.version_id]
        assert versions(service, f"خبر{number - 1}") == [current.version_id]
        current = following
    archive.withdraw(current)
    service.catch_up()
    assert current.version_id not in versions(service, "النص")
    assert service.search(parse("خبر14")).total == 0
    assert service.status()["documents"] == len(archive.passages)


def test_a_version_withdrawn_since_the_last_catch_up_is_not_shown_or_counted(
    service: SearchService, archive: FakeArchive
) -> None:
    """The archive has the last word over the index."""
    assert works(service, "معرض") == ["w-fair"]
    archive.withdraw(FAIR)
    assert service.search(parse("معرض")).total == 0


def test_indexing_twice_changes_nothing(service: SearchService, archive: FakeArchive) -> None:
    """Documents are replaced by version id."""
    service.catch_up()
    archive.put(ORIGINAL, TRANSLATION)
    assert service.catch_up() == 2
    assert service.catch_up() == 0
    assert works(service, "") == ["w-fair", "w-decision"]
    assert service.status()["documents"] == 3


def test_the_index_persists(service: SearchService, archive: FakeArchive) -> None:
    """Opened again it reads nothing from the archive's journal."""
    service.catch_up()
    reads = archive.reads
    again = SearchService(service._builds.directory, archive)
    assert works(again, "معرض") == ["w-fair"]
    assert archive.reads == reads


def test_status_tells_position_and_lag(service: SearchService, archive: FakeArchive) -> None:
    """Before, behind and up to date."""
    assert service.status()["usable"] is False
    service.catch_up()
    archive.put(passage("جديد"))
    status = service.status()
    assert (status["usable"], status["position"], status["lag"], status["documents"]) == (True, 3, 1, 3)
    assert status["analyser"].startswith("analysis|")


def test_progress_is_told(service: SearchService, archive: FakeArchive) -> None:
    """The number of versions indexed so far, after every commit."""
    told: list[int] = []
    assert service.rebuild(told.append) == 3
    assert told == [3]


def test_an_archive_restored_to_an_earlier_state_is_followed_again(
    service: SearchService, archive: FakeArchive
) -> None:
    """The journal's head lies behind the index."""
    service.catch_up()
    del archive.journal[2:]
    archive.withdraw(TRANSLATION)
    archive.journal.pop(0)
    service.catch_up()
    assert service.status()["lag"] == 0


def test_search_goes_on_during_a_rebuild(service: SearchService, archive: FakeArchive) -> None:
    """The old build answers until the new one is swapped in, and then its directory is gone."""
    service.catch_up()
    seen: list[list[str]] = []

    class Watching(FakeArchive):
        def changed(self, after: int, upto: int, limit: int, offset_version: str | None = None) -> list[Passage]:
            seen.append(works(service, "معرض"))
            return list(super().changed(after, upto, limit, offset_version))

    watched = Watching(ORIGINAL, TRANSLATION, FAIR)
    before = set(service._builds.directory.glob("build-*"))
    SearchService(service._builds.directory, watched).rebuild()
    after = set(service._builds.directory.glob("build-*"))
    assert seen == [["w-fair"]]
    assert works(service, "معرض") == ["w-fair"]
    assert len(after) == 1
    assert not before & after


def test_threads_get_right_answers_while_the_index_grows(service: SearchService, archive: FakeArchive) -> None:
    """Every thread has a reader of its own, and what was found once stays found."""
    service.catch_up()
    wrong: list[list[str]] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            found = works(service, "معرض الكتاب")
            if found != ["w-fair"]:
                wrong.append(found)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(20):
        archive.put(passage(f"خبر رقم {number}"))
        service.catch_up()
    done.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert service.search(parse("خبر")).total == 20


def test_the_number_of_segments_stays_small(service: SearchService, archive: FakeArchive) -> None:
    """Commits of one document are merged by tiers, and nothing is lost on the way."""
    for number in range(70):
        archive.put(passage(f"خبر رقم {number}", work=f"w{number}"))
        service.catch_up()
    assert service.status()["segments"] <= 15
    assert service.search(parse("خبر")).total == 70
    assert works(service, '"رقم 33"') == ["w33"]
    while service.tidy():
        service.settle()
    assert service.search(parse("خبر")).total == 70


def test_a_merge_in_the_background_keeps_what_is_committed_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document replaced while its segment is being merged is not brought back by the merge."""
    monkeypatch.setattr(indexing, "QUICK_MERGE", 0)
    texts = [passage(f"خبر رقم {number}", work=f"w{number}") for number in range(8)]
    archive = FakeArchive()
    service = SearchService(tmp_path / "index", archive)
    for text in texts:
        archive.put(text)
        service.catch_up()
    merge, begun, merged = engine_whoosh.merged, threading.Event(), threading.Event()

    def slow_merge(*arguments: Any) -> Any:
        built = merge(*arguments)
        begun.set()
        merged.wait(5)
        return built

    monkeypatch.setattr(engine_whoosh, "merged", slow_merge)
    assert service.tidy()
    assert begun.wait(5)
    assert not service.tidy()
    archive.put(replace(texts[3], content="نص آخر", layout=()))
    service.catch_up()
    merged.set()
    service.settle()
    assert service.status()["segments"] == 2
    assert "w3" not in works(service, "خبر")
    assert works(service, "نص") == ["w3"]
    assert service.search(parse("خبر")).total == 7
