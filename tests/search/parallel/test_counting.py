"""What is counted of very many hits: the same whatever way it is counted, and names only when they are asked for."""

from __future__ import annotations

import string
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.aligned import VersionText
from search.analysis import analyse
from search.clauses import clauses
from search.names import Gazetteer
from search.names.gazetteer import Entry
from search.parallel import answering
from search.parallel.documents import terms_in
from search.parallel.hits import Occurrences, hits_in
from search.parallel.kwic import Order
from search.parallel.question import By, ask
from search.parallel.service import Parallel
from search.syntax import parse_query
from tests.search.parallel.fakes import Sentences

ARABIC = ("النظام", "ونظامنا", "الحكومة", "قال", "في", "المرفأ،", "«النظام»")
ENGLISH = ("The", "regime", "regime’s", "government", "said", "co-operation", "harbour,")
SENTENCES = st.tuples(
    st.lists(st.sampled_from(ARABIC), min_size=1, max_size=6).map(" ".join),
    st.lists(st.sampled_from(ENGLISH), max_size=6).map(" ".join),
    st.sampled_from(["sure", "sure", "uncertain"]),
)
WORKS = st.lists(st.lists(SENTENCES, min_size=1, max_size=6), min_size=1, max_size=4)


@given(WORKS, st.sampled_from(["النظام", "في OR الحكومة", "regime", "government OR harbour"]), st.booleans())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_hit_is_counted_in_one_row_and_every_row_is_opened(
    drawn: list[list[tuple[str, str, str]]], q: str, sampled: bool
) -> None:
    """Rows and the cells of years sum up to the hits; lines of all pages are the hits; in a sample, too."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        archive = Sentences(Path(folder))
        for number, one in enumerate(drawn):
            archive.add(*one, work=f"w{number}", day=date(2014 + number, 3, 2), translator="Mona" if number else None)
        if sampled:
            patch.setattr(answering, "MOST_LINKS", 2)
        table, whole = archive.parallel.renderings(ask(q)), archive.parallel.concordance(ask(q, limit=1_000))
        assert sum(row.hits for row in table.rows) == table.hits == whole.hits == len(whole.lines)
        for row in table.rows:
            assert sum(one.hits for one in row.counts[By.YEAR]) == row.hits
            assert archive.parallel.concordance(ask(q, row=row.name)).hits == row.hits
        pages = [archive.parallel.concordance(ask(q, offset=offset, limit=3)) for offset in range(0, whole.hits, 3)]
        assert [line.id for page in pages for line in page.lines] == [line.id for line in whole.lines]


@given(
    st.lists(st.sampled_from([*ARABIC, *ENGLISH, "\u00a0", "-", "3.5", "O'Neill's", "النـظام", "وَالنِّظام"]), max_size=8),
    st.sampled_from(["النظام", "نظ*", "regime~1", "cooperation", "oneill OR النظام", '"the regime"', "=regime"]),
)
def test_printed_words_one_by_one_give_the_hits_of_the_whole(words: list[str], q: str) -> None:
    """What is remembered of a printed word is what the analysis of the sentence says of it."""
    text = VersionText("ar", "؟ " + " ".join(words))
    places = [(2, len(text.content))]
    wanted = clauses(parse_query(q))
    assert Occurrences(wanted).of(text, places) == hits_in(terms_in(text, places), wanted)


@given(st.text(alphabet="اأبوة َـ-'.,٣3 \n\u00a0" + string.ascii_letters, max_size=40))
def test_no_term_reaches_across_a_blank(drawn: str) -> None:
    """Which is why printed words can be looked at one by one."""
    alone = [term.stem for word in drawn.split() for term in analyse(word, "ar")]
    assert alone == [term.stem for term in analyse(drawn, "ar")]


def test_what_was_counted_is_kept_for_the_next_page(sentences: Sentences, monkeypatch: pytest.MonkeyPatch) -> None:
    """The texts are read again for the lines of the page alone, until the archive has changed."""
    sentences.add(*[(f"قال النظام {number}.", f"The regime said {number}.") for number in range(6)], work="w1")
    sentences.add(*[(f"وصلت القافلة {number}.", f"Convoy {number} came.") for number in range(20)], work="w0")
    read: list[int] = []
    texts = sentences.aligned.texts

    def counted(ids: Sequence[str]) -> dict[str, VersionText]:
        read.append(len(ids))
        return texts(ids)

    monkeypatch.setattr(sentences.aligned, "texts", counted)
    sentences.parallel.renderings(ask("النظام"))
    assert read == [2]
    row = sentences.parallel.concordance(ask("النظام", row="word:regim", order=Order.OUTLET))
    assert (row.hits, read) == (6, [2, 2])
    sentences.add(("رحل النظام.", "The regime left."), work="w2")
    assert sentences.parallel.concordance(ask("النظام")).hits == 7
    sentences.parallel.forget()
    assert sentences.parallel.concordance(ask("النظام")).hits == 7


# --- names ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def named(sentences: Sentences) -> Sentences:
    """One town in three spellings on each side, and a word that is none of them."""
    sentences.add(
        ("سار الموكب إلى القلمون.", "The convoy went to Qalamoun."),
        ("عاد من القلمون أمس.", "It came back from Kalamoun yesterday."),
        ("وصل إلى المرفأ.", "It reached the harbour."),
        ("تحدث سليماني طويلاً.", "Soleimani spoke at length."),
        ("سكت سليماني بعدها.", "Suleimani was silent then."),
        work="w1",
    )
    return sentences


def test_names_are_exact_unless_asked_for(named: Sentences) -> None:
    """Counting Qalamoun counts what is printed so; with names, the other spelling too, marked as such."""
    exact = named.parallel.concordance(ask("Qalamoun"))
    assert (exact.hits, dict(exact.names)) == (1, {})
    every = named.parallel.concordance(ask("Qalamoun", names=True))
    assert [(line.context.node, line.spelling) for line in every.lines] == [("Qalamoun", False), ("Kalamoun", True)]
    assert every.names == {"Qalamoun": ("kalamoun",)}
    assert every.as_dict()["names"] == {"Qalamoun": ["kalamoun"]}
    assert named.parallel.renderings(ask("Qalamoun", names="on")).hits == 2


def test_names_are_spelled_on_the_other_side_too(named: Sentences) -> None:
    """What must stand there may stand in another spelling, and is marked."""
    found = named.parallel.concordance(ask("سليماني", beside="Soleimani", names=True))
    assert [[mark.of(line.other.text) for mark in line.other.marks] for line in found.lines] == [
        ["Soleimani"],
        ["Suleimani"],
    ]
    assert found.names == {"Soleimani": ("suleimani",)}
    assert named.parallel.concordance(ask("سليماني", beside="Soleimani")).hits == 1


def test_quoted_words_and_absent_ones_keep_to_what_is_typed(named: Sentences) -> None:
    """As in the search of whole texts."""
    assert named.parallel.concordance(ask('"Qalamoun"', names=True)).hits == 1
    assert named.parallel.concordance(ask("=Qalamoun", names=True)).hits == 1
    assert named.parallel.concordance(ask("القلمون", not_beside="Qalamoun", names=True)).hits == 1


def test_the_archives_own_names_count(named: Sentences) -> None:
    """A name that somebody took in by hand is found under its other spelling."""
    own = Gazetteer([Entry(("المرفأ",), ("Harbour", "Qalamoun"), "place")])
    parallel = Parallel(named.index, named.aligned, gazetteer=lambda: own)
    lines = parallel.concordance(ask("Harbour", names=True)).lines
    assert {(line.context.node, line.spelling) for line in lines} == {("harbour", False), ("Qalamoun", True)}
