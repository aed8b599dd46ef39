"""Natural questions through the service: what comes first, on every page, by words, by meaning and by both."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np

from search.meaning.asking import Meaning
from search.meaning.vectors import Floats
from search.query import parse
from search.questions.closely import WORKS
from search.service import SearchService
from tests.search.fakes import FakeArchive, passage

RAIN = "It rained in the harbour."
WAIT = "Boats waited for fish."


class Colours:
    """An encoder: a number for each colour of a sentence, whatever its language."""

    recipe = "colours"
    dimensions = 4
    _COLOURS = (("red", "أحمر"), ("blue", "أزرق"), ("green", "أخضر"))

    def encode(self, texts: Sequence[str]) -> Floats:
        rows = [[float(any(name in text for name in names)) for names in self._COLOURS] + [0.05] for text in texts]
        found = np.array(rows, np.float32).reshape(-1, 4)
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)


def service(folder: Path, *texts: object, meaning: bool = False) -> SearchService:
    archive = FakeArchive(*texts)  # type: ignore[arg-type]
    near = Meaning(folder / "vectors", archive, Colours()) if meaning else None
    if near:
        near.catch_up()
    return SearchService(folder / "index", archive, meaning=near)


def works(searching: SearchService, q: str, **options: object) -> list[str]:
    return [one.work for one in searching.search(parse(q, natural=True, **options)).results]  # type: ignore[arg-type]


def english(*sentences: str, work: str, title: str = "") -> object:
    return passage(" ".join(sentences), title=title, language="en", work=work)


def test_words_that_only_ask_do_not_lead_to_texts_that_ask(tmp_path: Path) -> None:
    """However rare they are in the archive; and a text that has only those is still found, last."""
    asks = english("When, when, when did it rain? Who knows when.", WAIT, work="asks")
    tells = english(RAIN, "The lighthouse was built.", WAIT, work="tells")
    searching = service(tmp_path, asks, tells, *(english(WAIT, work=f"w{n}") for n in range(6)))
    assert works(searching, "When was the lighthouse built?") == ["tells", "asks"]


def test_words_together_come_before_words_apart(tmp_path: Path) -> None:
    """The same words as often in texts of one length: only the order differs."""
    apart = english("The mayor slept.", RAIN, "A bridge was wet.", WAIT, "A baker sang.", work="apart")
    together = english(
        RAIN, WAIT, "The mayor slept. A baker sang, a bridge was wet.".replace(". A", " as a"), work="one"
    )
    searching = service(tmp_path, apart, together, *(english(RAIN, WAIT, work=f"w{n}") for n in range(6)))
    assert works(searching, "mayor baker bridge")[0] == "one"


def test_pages_are_pieces_of_one_order(tmp_path: Path) -> None:
    """Works that were looked at closely and those that were not, whatever the size of a page."""
    texts = [
        english(RAIN * (n % 4), "The mayor saw a bridge." * (1 + n % 3), WAIT * n, work=f"w{n:02}") for n in range(35)
    ]
    searching = service(tmp_path, *texts)
    whole = works(searching, "mayor bridge harbour", limit=40)
    assert len(set(whole)) == len(texts) > 2 * WORKS
    for size in (1, 7, 10):
        pages = [works(searching, "mayor bridge harbour", offset=at, limit=size) for at in range(0, 40, size)]
        assert [work for page in pages for work in page] == whole


def test_other_spellings_are_found_and_the_word_itself_comes_first(tmp_path: Path) -> None:
    """In the other script too; sounds of the same script only where the word is nowhere."""
    arabic = passage("شهدت جبال القلمون هدوءاً.", title="هدوء", work="ar")
    other = english("The mountains of Kalamoon were quiet.", work="other")
    own = english("The mountains of Qalamoun were quiet.", work="own")
    assert set(works(service(tmp_path / "1", arabic, other), "What happened in Qalamoun?")) == {"ar", "other"}
    assert works(service(tmp_path / "2", arabic, other, own), "Qalamoun") == ["own", "ar"]


def test_both_ways_find_what_stands_in_the_other_language_alone(tmp_path: Path) -> None:
    """Although any word of the question finds other texts in its own."""
    only_arabic = passage("كان الباب أحمر.", title="باب", work="red")
    chaff = [english("The gate of the harbour was shut.", WAIT, work=f"w{n}") for n in range(12)]
    searching = service(tmp_path, only_arabic, *chaff, meaning=True)
    assert works(searching, "was anything red?", mode="both")[0] == "red"
    assert "red" not in works(searching, "was anything red?", mode="words")


def test_a_work_that_is_there_in_the_language_of_the_question_is_judged_by_its_words(tmp_path: Path) -> None:
    """A translation that is near does not bring it before a work that has the words."""
    answer = english("The gate of the harbour was red.", work="answer")
    pair = [passage("كان الباب أحمر.", title="باب", work="pair"), english("The gate was late.", WAIT, work="pair")]
    searching = service(tmp_path, answer, *pair, *(english(WAIT, work=f"w{n}") for n in range(8)), meaning=True)
    assert works(searching, "gate of the harbour, red", mode="both")[:2] == ["answer", "pair"]


def test_of_equal_words_meaning_decides(tmp_path: Path) -> None:
    """And words still count: a text with all of them leads one that is only near."""
    plain = english("The gate was painted.", WAIT, work="plain")
    blue = english("The gate was painted.", "It was blue.", work="blue")
    searching = service(tmp_path, plain, blue, meaning=True)
    assert works(searching, "gate painted, blueish", mode="both") == ["blue", "plain"]


def test_what_is_gone_from_the_archive_is_not_shown(tmp_path: Path) -> None:
    """Withdrawn since it was indexed, and among the first."""
    texts = [english("The mayor saw a bridge.", WAIT * n, work=f"w{n}") for n in range(4)]
    archive = FakeArchive(*texts)  # type: ignore[arg-type]
    searching = SearchService(tmp_path / "index", archive)
    before = works(searching, "mayor bridge")
    gone = next(one for one in archive.passages.values() if one.work_id == before[0])
    del archive.passages[gone.version_id]
    assert works(searching, "mayor bridge") == before[1:]


def test_by_date_is_by_date(tmp_path: Path) -> None:
    """Nothing is looked at closely then; a number of works is the same in every order."""

    days = [date(2015, 1, 1), date(2017, 1, 1), date(2016, 1, 1)]
    texts = [passage("The mayor saw a bridge.", language="en", work=f"w{day.year}", day=day) for day in days]
    searching = service(tmp_path, *texts, meaning=True)
    for mode in ("words", "both"):
        assert works(searching, "mayor bridge", sort="date", mode=mode) == ["w2017", "w2016", "w2015"]


def test_where_nothing_comes_near_words_alone_answer(tmp_path: Path) -> None:
    """Both ways, of a question whose meaning no text has."""
    texts = (english(RAIN, "The lighthouse was built.", work="tells"), english(WAIT, work="waits"))
    searching = service(tmp_path, *texts, meaning=True)
    assert works(searching, "Who built the red lighthouse?", mode="meaning") == []
    assert works(searching, "Who built the red lighthouse?", mode="both") == ["tells"]
