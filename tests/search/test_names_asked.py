"""Names in a question, from what was typed to what is shown: articles, several words, minus, على, printed forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.query import parse
from search.results import Page
from search.service import SearchService
from tests.search.fakes import FakeArchive, passage

RULER = passage("خطاب بشار الأسد أمس.", "وقال للأسد كلاما آخر.", title="خطاب", work="w-assad")
RULER_ENGLISH = passage("A speech of Assad.", title="Speech", language="en", work="w-assad-en")
LION = passage("رأينا أسدا في الحديقة.", title="حديقة", work="w-lion")
PARTY = passage("اجتمع مجلس بلدة السرو مع وفد لحزب الله أمس.", title="وفد", work="w-party")
KINGDOM = passage("سفير السعودية يزور البلدة.", title="سفير", work="w-saudi")
TOGETHER = passage("التقى عبدالله جاره.", title="جاران", work="w-together")
APART = passage("التقى عبد الله جاره.", title="جاران", work="w-apart")
ALI = passage("التقى علي جاره وعاد وعلي معه.", title="علي", work="w-ali")
ON = passage("وقف على الجسر وعليه معطف.", title="الجسر", work="w-on")
UNKNOWN = passage("Mr al-Sawwaf, that is Sawwaf of Sarw.", title="Sawwaf", language="en", work="w-sawwaf")
ARABIC_UNKNOWN = passage("وصل الصوّاف إلى السرو.", title="وصول", work="w-sawwaf-ar")
ALL = RULER, RULER_ENGLISH, LION, PARTY, KINGDOM, TOGETHER, APART, ALI, ON, UNKNOWN, ARABIC_UNKNOWN


@pytest.fixture
def searching(tmp_path: Path) -> SearchService:
    return SearchService(tmp_path / "index", FakeArchive(*ALL))


def works(page: Page) -> set[str]:
    return {result.work for result in page.results}


def marked(page: Page) -> set[str]:
    return {span.of(hit.snippet) for result in page.results for hit in result.hits for span in hit.highlights}


@pytest.mark.parametrize(
    "q", ["Assad", "al-Assad", "el-Assad", "Al Assad", "Bashar al-Assad OR Assad", "title:Speech OR al-Assad"]
)
def test_the_article_is_no_part_of_a_name(searching: SearchService, q: str) -> None:
    """With it and without it the same works are found, and no lion."""
    assert works(searching.search(parse(q))) == {"w-assad", "w-assad-en"}


def test_a_name_that_no_gazetteer_has(searching: SearchService) -> None:
    """By its sound, from either side."""
    for q in ("al-Sawwaf", "Sawwaf", "el-Sawwaf", "الصواف"):
        assert works(searching.search(parse(q))) == {"w-sawwaf", "w-sawwaf-ar"}


def test_names_of_several_words(searching: SearchService) -> None:
    """One word for two and two for one; the whole is marked, and shown in print."""
    page = searching.search(parse("Hezbollah"))
    assert (works(page), marked(page)) == ({"w-party"}, {"لحزب الله"})
    assert page.names == {"Hezbollah": ("حزب الله",)}
    assert page.results[0].hits[0].why.as_list() == [{"by": "name", "found": "لحزب الله"}]
    page = searching.search(parse("Saudi Arabia"))
    assert (works(page), marked(page)) == ({"w-saudi"}, {"السعودية"})
    assert page.names is not None
    assert page.names["Saudi Arabia"] == ("السعودية",)


@pytest.mark.parametrize("q", ["Abdullah", "عبدالله", "عبد الله", "Abd Allah"])
def test_compounds_meet(searching: SearchService, q: str) -> None:
    """Written together or apart, in either script."""
    assert works(searching.search(parse(q))) == {"w-together", "w-apart"}


def test_a_natural_question_has_names_of_several_words(searching: SearchService) -> None:
    """Any word will do, and so will the name."""
    assert "w-saudi" in works(searching.search(parse("what of Saudi Arabia", natural=True)))


def test_words_apart_are_no_name(searching: SearchService) -> None:
    """Only what stands side by side: quoted words are as printed, others stay single words."""
    assert works(searching.search(parse('"Saudi Arabia"'))) == set()
    assert "Saudi Arabia" not in (searching.search(parse("Saudi OR (Arabia)")).names or {})


def test_ali_is_not_on(searching: SearchService) -> None:
    """Both fold to علي; the stem tells them apart, and the exact form still finds both."""
    for q in ("Ali", "علي"):
        page = searching.search(parse(q))
        assert (works(page), marked(page)) == ({"w-ali"}, {"علي", "وعلي"})
    assert {"w-ali", "w-on"} <= works(searching.search(parse("=علي")))


@pytest.mark.parametrize("q", ["Assad", "al-Assad", "Abdullah", "Ali", "Sawwaf", "Saudi Arabia", "Hezbollah"])
def test_minus_leaves_out_what_the_name_finds(searching: SearchService, q: str) -> None:
    """Every work is in one of the two and none in both."""
    found = works(searching.search(parse(q, limit=100)))
    unwanted = q if " " not in q else f"({q})"
    left = works(searching.search(parse(f"-{unwanted}", limit=100)))
    assert found
    assert not found & left
    assert found | left == {one.work_id for one in ALL}


def test_minus_can_be_exact(searching: SearchService) -> None:
    """Without other spellings the Arabic stays; what is left out is not among what is looked for."""
    assert "w-assad" in works(searching.search(parse("-=Assad", limit=100)))
    assert "w-assad" in works(searching.search(parse("-Assad", names=False, limit=100)))
    assert searching.search(parse("speech -Assad")).names == {}


@pytest.mark.parametrize(
    ("typed", "key"),
    [("Assad?", "Assad"), ("\u200fالأسد\u200e", "الأسد"), ("«علي»،", "علي"), ("Hezbollah’s", "Hezbollah’s")],
)
def test_names_are_told_by_the_bare_word(searching: SearchService, typed: str, key: str) -> None:
    """Without the signs around it and invisible marks."""
    assert set(searching.search(parse(typed)).names or {}) <= {key}


def test_spellings_are_shown_as_printed(searching: SearchService) -> None:
    """Not folded, and with the case of the texts; of those a text has, the most frequent."""
    assert searching.search(parse("el-Sawwaf")).names == {"el-Sawwaf": ("Sawwaf", "الصوّاف")}
    assert searching.search(parse("Saudi")).names == {"Saudi": ("السعودية",)}


def test_a_form_stands_for_a_spelling_that_no_text_has(tmp_path: Path) -> None:
    """The gazetteer has حوثي; these texts have not."""
    text = passage("وصل الحوثيون أمس.", title="وصول", work="w-houthi")
    asked = SearchService(tmp_path / "index", FakeArchive(text)).search(parse("Houthi"))
    assert asked.names == {"Houthi": ("الحوثيون",)}
