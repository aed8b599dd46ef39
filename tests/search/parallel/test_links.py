"""The index of aligned sentences: what it holds, how it follows the archive, and what ``ar:… -en:…`` means."""

from __future__ import annotations

from pathlib import Path

from archive.values import Span
from search.answer import Context, filters
from search.compiling import Compiler
from search.links import LinkSearch
from search.parallel.schema import read_places, written
from search.query import parse
from search.tree import And, Everything, Node
from tests.search.parallel.fakes import Sentences

REGIME = ("قال النظام إنه باق.", "The regime said it would stay.")
GOVERNMENT = ("نفى النظام الخبر.", "The government denied the report.")
DROPPED = ("وصمت النظام بعد ذلك.", "")
UNSURE = ("وللنظام رأي آخر.", "Others disagreed.", "uncertain")


def tree(q: str) -> Node:
    compiler = Compiler(lambda _: Everything())
    return And(tuple(compiler.node(one) for one in parse(q).sides))


def works(links: LinkSearch, q: str) -> set[str]:
    return set(links.works(tree(q)))


def test_places_are_written_and_read_back() -> None:
    """Several spans of a side, and a side without any."""
    sides = ((Span(0, 4), Span(10, 12)), ())
    assert read_places(written(*sides)) == sides


def test_both_sides_are_asked_of_one_sentence(sentences: Sentences) -> None:
    """The words of a side have to stand in the very link, in any of their forms."""
    sentences.add(REGIME, GOVERNMENT, work="w1")
    assert works(sentences.index, "ar:والنظام en:regimes") == {"w1"}
    assert works(sentences.index, "ar:الخبر en:regime") == set()


def test_where_it_was_not_rendered_so(sentences: Sentences) -> None:
    """A work where the word stands in some sentence without the other; a dropped sentence has not the other word."""
    sentences.add(REGIME, work="w1")
    sentences.add(REGIME, GOVERNMENT, work="w2")
    sentences.add(DROPPED, work="w3")
    assert works(sentences.index, "ar:النظام -en:regime") == {"w2", "w3"}


def test_uncertain_links_prove_no_absence(sentences: Sentences) -> None:
    """They answer when something is there, and not when something is said not to be."""
    sentences.add(UNSURE, work="w1")
    assert works(sentences.index, "ar:النظام") == {"w1"}
    assert works(sentences.index, "ar:النظام -en:regime") == set()


def test_the_source_may_be_english(sentences: Sentences) -> None:
    """Sides are languages, not source and target."""
    sentences.add(REGIME, work="w1", languages=("en", "ar"))
    assert works(sentences.index, "ar:النظام en:regime") == {"w1"}


def test_links_of_other_languages_answer_no_side(sentences: Sentences) -> None:
    """A French translation is no English one without the word."""
    sentences.add(("قال النظام.", "Le régime a parlé."), work="w1", languages=("ar", "fr"))
    assert works(sentences.index, "ar:النظام -en:regime") == set()


def test_the_first_links_of_each_work(sentences: Sentences) -> None:
    """In order of the source text, as many as asked for, with their places."""
    pair = sentences.add(REGIME, GOVERNMENT, work="w1")
    (found,) = sentences.index.links(tree("ar:النظام"), ["w1"], each=1)
    assert (found.source, found.target) == (pair.links[0].source, pair.links[0].target)
    assert len(sentences.index.links(tree("ar:النظام"), ["w1"], each=5)) == 2
    assert sentences.index.links(tree("ar:النظام"), ["other"], each=5) == []


def test_a_new_alignment_takes_the_place_of_the_old(sentences: Sentences) -> None:
    """Nothing of the old one is found again, and the index says how far it has followed."""
    sentences.add(REGIME, GOVERNMENT, work="w1")
    sentences.aligned.pairs.clear()
    sentences.add(DROPPED, work="w1")
    assert sentences.index.status()["documents"] == 1
    assert works(sentences.index, "en:regime") == set()
    assert sentences.index.status()["lag"] == 0


def test_a_damaged_index_is_built_again(sentences: Sentences, tmp_path: Path) -> None:
    """As with the index of texts: what is not as it was written is not believed, and made anew."""
    sentences.add(REGIME, work="w1")
    (snapshot,) = (tmp_path / "links").glob("build-*/SNAPSHOT")
    snapshot.write_bytes(b"0" * 64 + snapshot.read_bytes()[64:])
    assert not sentences.index.is_sound()
    assert works(sentences.index, "ar:النظام") == {"w1"}
    assert sentences.index.is_sound()


def test_a_rebuild_finds_the_same(sentences: Sentences) -> None:
    """And says how many links there are, as it goes on."""
    sentences.add(REGIME, GOVERNMENT, work="w1")
    told: list[int] = []
    assert sentences.index.rebuild(told.append) == 2
    assert told[0] == 2
    assert works(sentences.index, "en:government") == {"w1"}


def test_search_asks_it(sentences: Sentences) -> None:
    """``ar:… -en:…`` in a search leaves the works with such a sentence."""
    sentences.add(REGIME, GOVERNMENT, work="w1")
    query = parse("ar:النظام -en:regime")
    assert sentences.index.works(tree(query.text)) == {"w1"}
    (found,) = sentences.index.read(lambda reading: filters(reading, query, Context({}, sentences.index)))
    assert found.keys == ("w1",)  # type: ignore[union-attr]
