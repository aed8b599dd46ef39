"""What stands around the results: other spellings, nearness of meaning, facets, suggestions, counterparts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from archive.aligned import AlignedLink, AlignedPair
from archive.errors import Unavailable
from archive.passages import Hand, Passage
from archive.values import Span
from search.meaning.asking import Meaning
from search.meaning.vectors import Floats
from search.query import parse
from search.results import Counterpart, Suggestion, Value
from search.service import SearchService
from search.slips import Slip, slip
from tests.search.fakes import FakeArchive, passage

OUTLET = Hand("pbl", True, ("صحيفة الأفق", "The Horizon"))
ARABIC = passage(
    "شهدت جبال القلمون هدوءاً.", "وعاد الفلاحون إلى حقولهم.", title="هدوء", work="w-q", outlets=OUTLET.names, hands=(OUTLET,)
)  # fmt: skip
ENGLISH = passage(
    "The mountains of Kalamoon were quiet.", "Farmers went back to their fields.", title="Quiet", language="en", work="w-q"
)  # fmt: skip
FAIR = passage("A book fair opened in the harbour.", title="Fair", language="en", work="w-f", day=date(2016, 3, 1))
BREAD = passage("Bread was dear at the harbour.", title="Bread", language="en", work="w-b", kind="feature")


def service(tmp_path: Path, *texts: object, **around: object) -> SearchService:
    archive = FakeArchive(*(texts or (ARABIC, ENGLISH, FAIR, BREAD)))  # type: ignore[arg-type]
    return SearchService(tmp_path / "index", archive, **around)  # type: ignore[arg-type]


# Names


def test_a_name_is_found_in_other_spellings_and_scripts(tmp_path: Path) -> None:
    """Each spelling found is shown, marked, and given as the reason."""
    page = service(tmp_path).search(parse("Qalamoun"))
    (result,) = page.results
    found = {hit.language: hit for hit in result.hits}
    assert {span.of(hit.snippet) for hit in found.values() for span in hit.highlights} == {"القلمون", "Kalamoon"}
    assert found["ar"].why.as_list() == [{"by": "name", "found": "القلمون"}]
    assert page.names is not None
    assert set(page.names) == {"Qalamoun"}
    assert set(page.names["Qalamoun"]) == {"القلمون", "Kalamoon"}


def test_particles_written_in_one_with_a_name_are_no_hindrance(tmp_path: Path) -> None:
    """In the spelling of the other script as in its own."""
    text = passage("وصلت القافلة من دمشق وللقلمون طريق واحدة.", title="طريق", work="w-r")
    page = service(tmp_path, text, ARABIC).search(parse("Qalamoun"))
    marked = {span.of(hit.snippet) for result in page.results for hit in result.hits for span in hit.highlights}
    assert marked == {"القلمون", "وللقلمون"}


def test_other_spellings_can_be_switched_off(tmp_path: Path) -> None:
    """Then only what was typed is found; so too for an exact word and inside a phrase."""
    searching = service(tmp_path)
    assert searching.search(parse("Qalamoun", names=False)).total == 0
    assert searching.search(parse("=Qalamoun")).total == 0
    assert searching.search(parse("bread -Qalamoun")).names == {}


# Did you mean


@pytest.mark.parametrize(
    ("q", "better"),
    [
        ("harbuor bread", Suggestion("harbour bread", 1, "spelling")),
        ("Harbuor", Suggestion("harbour", 2, "spelling")),
        ('"book fiar"', Suggestion('"book fair"', 1, "spelling")),
        ('"dear at the harbor"', Suggestion('"dear at the harbour"', 1, "spelling")),
        ("2106", None),
        ("pair", None),
        ("harbor", Suggestion("harbour", 2, "spelling")),
        ("الفلاحين", None),
        ("الفلاحوم", Suggestion("الفلاحون", 1, "spelling")),
        ("hgrglk", Suggestion("القلمن", 1, "keyboard")),
        ("لاقثشي", Suggestion("bread", 1, "keyboard")),
        ("bread harbor", Suggestion("bread harbour", 1, "spelling")),
        ("bread", None),
    ],
)
def test_did_you_mean(tmp_path: Path, q: str, better: Suggestion | None) -> None:
    """One letter, or the other keyboard, in the spelling of the texts; only when it finds more."""
    extra = passage("القلمن", title="صيغة", work="w-x")
    page = service(tmp_path, ARABIC, ENGLISH, FAIR, BREAD, extra).search(parse(q, names=False))
    assert next(iter(page.suggestions), None) == better


def test_a_suggestion_is_printed_as_texts_print_it_and_counted_as_its_click_counts(tmp_path: Path) -> None:
    """No folded letters; names in other spellings are in the count."""
    first = passage("قال مسؤول كبير في سورية.", title="قول", work="w-1")
    searching = service(tmp_path, first, passage("An official left Suriya.", language="en", work="w-2"))
    (better,) = searching.search(parse("مسسؤول")).suggestions
    assert better == Suggestion("مسؤول", 1, "spelling")
    for q in ("سوزية", "مسسؤول", "Suriyya"):
        for better in searching.search(parse(q)).suggestions:
            assert searching.search(parse(better.query)).total == better.total


@pytest.mark.parametrize(
    ("typed", "meant", "kind"),
    [
        ("regmie", "regime", Slip.SWAPPED),
        ("harbor", "harbour", Slip.SKELETON),
        ("oposition", "opposition", Slip.SKELETON),
        ("هظبه", "هضبه", Slip.SKELETON),
        ("احمد", "احد", Slip.LETTER),
        ("baker", "maker", Slip.LETTER),
    ],
)
def test_slips_are_told_apart(typed: str, meant: str, kind: Slip) -> None:
    """The surer a slip, the earlier its guess is tried."""
    assert slip(typed, meant) is kind


def test_good_words_are_not_second_guessed(tmp_path: Path) -> None:
    """A word that people write is meant where it stands in a text, however much more frequent its neighbours are."""
    texts = [passage("جاء أحد الناس ودعا الجميع.", title="خبر", work=f"w{n}") for n in range(30)]
    searching = service(tmp_path, *texts, passage("وصل أحمد إلى درعا.", title="وصول", work="w-d"))
    for q in ("أحمد", "درعا", "1400"):
        assert searching.search(parse(q)).suggestions == ()


def test_no_suggestion_where_enough_is_found(tmp_path: Path) -> None:
    """A search that finds its works is not second-guessed."""
    many = [passage("a harbour", language="en", work=f"w{n}") for n in range(5)]
    more = [passage("a harbours", language="en", work=f"v{n}") for n in range(9)]
    assert service(tmp_path, *many, *more).search(parse("harbour")).suggestions == ()


# Facets


def test_facets_count_the_works_found(tmp_path: Path) -> None:
    """By the versions that matched; names with all their scripts."""
    page = service(tmp_path).search(parse("", facets=True))
    assert page.facets is not None
    assert page.facets["lang"] == (Value("en", (), 3), Value("ar", (), 1))
    assert page.facets["year"] == (Value("2016", (), 1), Value("2015", (), 2))
    assert page.facets["kind"] == (Value("news", (), 2), Value("feature", (), 1))
    assert page.facets["outlet"] == (Value("صحيفة الأفق", ("صحيفة الأفق", "The Horizon"), 1),)
    assert page.facets["role"] == (Value("pbl", (), 1),)
    assert page.facets["disclaimer"] == (Value("without", (), 3),)


def test_a_chosen_value_leaves_the_others_of_its_facet_to_choose(tmp_path: Path) -> None:
    """Its own facet is counted as if it had not been chosen, all others with it."""
    page = service(tmp_path).search(parse("harbour", kind="feature", facets=True))
    assert page.total == 1
    assert page.facets is not None
    assert page.facets["kind"] == (Value("feature", (), 1, chosen=True), Value("news", (), 1))
    assert page.facets["year"] == (Value("2015", (), 1),)
    chosen = service(tmp_path).search(parse("", outlet="the horizon", facets=True)).facets
    assert chosen is not None
    assert [value.chosen for value in chosen["outlet"]] == [True]


# Counterparts


class Aligned:
    """The pair of the first work, sentence by sentence; nothing stands for the second."""

    def linked(self, work_ids: Sequence[str]) -> Sequence[AlignedPair]:
        if "w-q" not in work_ids:
            return []
        ours, theirs = _sentences(ARABIC.content), _sentences(ENGLISH.content)
        links = (
            AlignedLink((ours[1],), (theirs[1],), "translated", 900, False, False, ()),
            AlignedLink((ours[2],), (), "omitted", 900, True, False, ()),
        )
        return [AlignedPair("a", "w-q", ARABIC.version_id, ENGLISH.version_id, links, ())]

    def waiting(self, work_ids: Sequence[str]) -> Sequence[tuple[str, str]]:
        return []


def _sentences(content: str) -> list[Span]:
    spans, start = [], 0
    for line in content.split("\n\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 2
    return spans


def test_a_hit_has_the_sentence_that_stands_for_it(tmp_path: Path) -> None:
    """From either side; empty where nothing was carried over; none where nothing is aligned."""
    searching = service(tmp_path, aligned=Aligned())

    def beside(q: str) -> Counterpart | None:
        return searching.search(parse(q, names=False)).results[0].hits[0].counterpart

    def standing(text: Passage) -> Counterpart:
        place = _sentences(text.content)[1]
        return Counterpart(text.version_id, text.language, place.of(text.content), False, place, place.start)

    assert beside("القلمون") == standing(ENGLISH)
    assert beside("Kalamoon") == standing(ARABIC)
    assert beside("الفلاحون") == Counterpart(ENGLISH.version_id, "en", "", uncertain=True)
    assert beside("bread") is None
    assert beside("title:quiet") == Counterpart(ARABIC.version_id, "ar", "هدوء", uncertain=True, place=Span(0, 4))
    assert beside("عنوان:هدوء") == Counterpart(ENGLISH.version_id, "en", "Quiet", uncertain=True, place=Span(0, 5))


# Meaning


class Topics:
    """An encoder that knows three topics by a word in either language."""

    recipe = "topics/1"
    dimensions = 4
    TOPICS = (("quiet", "calm", "هدوء"), ("fair", "books"), ("bread", "food"))

    def encode(self, texts: Sequence[str]) -> Floats:
        rows = np.zeros((len(texts), 4), np.float32)
        rows[:, 3] = 0.05  # all that a text about nothing has
        for row, text in zip(rows, texts, strict=True):
            for number, words in enumerate(self.TOPICS):
                row[number] += sum(text.lower().count(word) for word in words)
        unit: Floats = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


@pytest.fixture
def meaning(tmp_path: Path) -> Meaning:
    return Meaning(tmp_path / "vectors", FakeArchive(ARABIC, ENGLISH, FAIR, BREAD), Topics())


def test_by_meaning_texts_are_found_without_their_words(tmp_path: Path, meaning: Meaning) -> None:
    """In both languages, nearest first, with the sentence and how near it is; filters hold."""
    assert meaning.catch_up() == 4
    searching = service(tmp_path, meaning=meaning)
    page = searching.search(parse("calm", mode="meaning"))
    assert page.results[0].work == "w-q"
    assert {hit.language for hit in page.results[0].hits} == {"ar", "en"}
    assert all((hit.why.likeness or 0) > 0.9 and not hit.why.words for hit in page.results[0].hits)
    assert [result.work for result in page.results] == ["w-q"]
    assert searching.search(parse("calm", mode="meaning", kind="feature")).total == 0
    assert "w-q" not in {r.work for r in searching.search(parse("calm -kalamoon", mode="meaning")).results}


def test_both_fuses_words_and_meaning(tmp_path: Path, meaning: Meaning) -> None:
    """What both find comes first; what either finds is there once."""
    meaning.catch_up()
    page = service(tmp_path, meaning=meaning).search(parse("harbour food OR fair", mode="both"))
    assert {result.work for result in page.results} == {"w-f", "w-b"}
    assert page.total == len(page.results) == 2
    words = service(tmp_path, meaning=meaning).search(parse("harbour", mode="both"))
    assert words.results[0].hits[0].why.words


def test_what_is_more_than_free_words_holds_by_meaning_too(tmp_path: Path, meaning: Meaning) -> None:
    """A title, a phrase, a word as printed: met by some version of the work, in whatever language it is shown."""
    meaning.catch_up()
    searching = service(tmp_path, meaning=meaning)

    def found(q: str) -> list[str]:
        return [result.work for mode in ("meaning", "both") for result in searching.search(parse(q, mode=mode)).results]

    assert found("calm title:هدوء") == ["w-q", "w-q"]
    assert found("calm title:fair") == ["w-f", "w-f"]
    assert found("calm title:council") == []
    assert found('calm "fair book"') == []
    assert found('calm "جبال القلمون"') == ["w-q", "w-q"]
    assert found("calm =mountains -books") == ["w-q", "w-q"]


def test_what_says_nothing_is_not_found(tmp_path: Path, meaning: Meaning) -> None:
    """Neither texts below the floor, nor anything for letters that are no word."""
    meaning.catch_up()
    searching = service(tmp_path, meaning=meaning)
    assert searching.search(parse("zzzzqqq", mode="meaning")).total == 0
    assert searching.search(parse("شسيبلا", mode="meaning")).total == 0
    assert [r.work for r in searching.search(parse("food", mode="meaning")).results] == ["w-b"]


def test_operator_and_parameter_find_the_same_by_meaning(tmp_path: Path, meaning: Meaning) -> None:
    """And every facet counts what its click finds."""
    meaning.catch_up()
    searching = service(tmp_path, meaning=meaning)
    for tag in ("ar", "en"):
        by_operator = searching.search(parse(f"quiet books lang:{tag}", mode="meaning", limit=1))
        by_parameter = searching.search(parse("quiet books", language=tag, mode="meaning"))
        assert by_operator.total == by_parameter.total
        counted = searching.search(parse("quiet books", mode="meaning", facets=True)).facets or {}
        assert {one.value: one.count for one in counted["lang"]}[tag] == by_parameter.total


def test_order_by_meaning_is_that_of_the_figures_shown(tmp_path: Path, meaning: Meaning) -> None:
    """The nearness that is shown is the one that ranks."""
    meaning.catch_up()
    page = service(tmp_path, meaning=meaning).search(parse("quiet books bread", mode="meaning"))
    figures = [max(hit.why.likeness or 0 for hit in result.hits) for result in page.results]
    assert len(figures) == 3
    assert figures == sorted(figures, reverse=True)


def test_without_vectors_the_reader_is_told(tmp_path: Path, meaning: Meaning) -> None:
    """And filters alone need none."""
    searching = service(tmp_path, meaning=meaning)
    with pytest.raises(Unavailable, match="no text has been read"):
        searching.search(parse("calm", mode="meaning"))
    assert searching.search(parse("kind:feature", mode="meaning")).total == 1
    with pytest.raises(Unavailable, match="no encoder"):
        service(tmp_path).search(parse("calm", mode="both"))


def test_vectors_of_another_recipe_are_made_anew(tmp_path: Path, meaning: Meaning) -> None:
    """And the status says how far it has come."""
    meaning.catch_up()
    assert meaning.status() == {"usable": True, "versions": 4, "lag": 0}
    other = Topics()
    other.recipe = "topics/2"
    later = Meaning(tmp_path / "vectors", FakeArchive(ARABIC, ENGLISH), other)
    assert later.status()["usable"] is False
    assert later.catch_up() == 2
    assert later.rebuild() == 2
    assert later.status() == {"usable": True, "versions": 2, "lag": 0}
