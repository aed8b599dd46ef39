"""What a reading answers: phrases by definition, long texts, filters, counts, budgets; through many commits."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engine import Document, Tokens
from search.engine_whoosh import WhooshEngine
from search.index import inverted
from search.index.view import View
from search.reading import Budget, TooBroad
from search.tree import (
    And,
    AnyOf,
    Between,
    Everything,
    Fuzzy,
    Has,
    Keyed,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Term,
    Weighted,
)
from tests.search.index.making import SCHEMA, Row, document, engine_in, engine_of, found, view_of

words = st.sampled_from(["a", "b", "c"])
placed = st.lists(st.tuples(words, st.integers(0, 12)), max_size=14)


def has_phrase(tokens: list[tuple[str, int]], phrase: list[tuple[int, str]], slop: int) -> bool:
    """By definition: a chain of places, each step as long as it should be or up to ``slop`` longer."""
    reached = {place for word, place in tokens if word == phrase[0][1]}
    for (before, _), (offset, text) in pairwise(phrase):
        places = {place for word, place in tokens if word == text}
        reached = {p for p in places for r in reached if offset - before <= p - r <= offset - before + slop}
    return bool(reached)


@given(
    st.lists(placed, min_size=1, max_size=6),
    st.lists(words, min_size=2, max_size=4),
    st.lists(st.integers(1, 3), min_size=3, max_size=3),
    st.integers(0, 3),
)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_phrases_by_definition(
    tmp_path: Path, texts: list[list[tuple[str, int]]], phrase: list[str], steps: list[int], slop: int
) -> None:
    """Words repeated, several at a position, in any order in the document; offsets of more than one."""
    offsets = [sum(steps[:n]) for n in range(len(phrase))]
    node = Phrase("body", tuple(zip(offsets, phrase, strict=True)), slop)
    documents = [document(f"d{n}", Tokens([w for w, _ in t], [p for _, p in t])) for n, t in enumerate(texts)]
    expected = {f"d{n}" for n, t in enumerate(texts) if has_phrase(t, list(node.words), slop)}
    assert found(engine_of(tmp_path, documents), node) == expected
    assert found(engine_of(tmp_path, *([d] for d in documents)), node) == expected


def test_positions_beyond_two_bytes(tmp_path: Path) -> None:
    """A book is found by a phrase at its end, alone and after a merge with short texts; so is a short text."""
    book = Tokens(["x"] * 200 + ["the", "end"], [*range(200), 70_000, 70_001])
    wrong = Tokens(["the", "end"], [70_000, 70_001 + (1 << 16)])
    engine = engine_of(tmp_path, [document("book", book)], [document("wrong", wrong)], [document("short", "the end")])
    phrase = Phrase("body", ((0, "the"), (1, "end")))
    assert found(engine, phrase) == {"book", "short"}
    engine.condense()
    assert found(engine, phrase) == {"book", "short"}


def test_merges_are_made_piece_by_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few postings are put in order at a time, the merged segment is the same."""
    texts = [document(f"d{n}", f"a b{n % 3} a c{n} d{n % 5}") for n in range(40)]
    bodies = []
    for pieces in (1, 7, 10**6):
        monkeypatch.setattr(inverted, "MERGED_AT_ONCE", pieces)
        engine = engine_of(tmp_path, texts[:10], texts[10:25], texts[25:])
        engine.commit([], position=9, gone=["d3", "d17"])
        engine.condense()
        (segment,) = view_of(engine).segments
        bodies.append(
            [
                segment.file.whole(f"body.{part}").tolist()
                for part in ("terms", "entries", "documents", "counts", "places")
            ]
        )
        assert found(engine, Phrase("body", ((0, "a"), (1, "c16")))) == {"d16"}
        assert found(engine, Term("body", "c17")) == set()
    assert bodies[0] == bodies[1] == bodies[2]


def test_words_more_frequent_than_a_byte(tmp_path: Path) -> None:
    """And a vocabulary and a number of documents above one."""
    many = [document(f"d{n}", f"w{n} common " + "often " * n) for n in range(300)]
    engine = engine_of(tmp_path, many[:150], many[150:])
    for _ in range(2):
        view = view_of(engine)
        assert view.find(Term("body", "common")).total == 300
        assert found(engine, Term("body", "w299")) == {"d299"}
        assert found(engine, Phrase("body", ((0, "w299"), (1, "common"), (2, "often")))) == {"d299"}
        engine.condense()


FILTERED: list[tuple[Node, set[str]]] = [
    (Between("day", 5, 7), {"b"}),
    (Between("day"), {"a", "b"}),
    (Between("day", low=6), {"b"}),
    (Between("day", high=6), {"a", "b"}),
    (Not(Between("day")), {"c"}),
    (Has("tags", ("x",)), {"a", "b"}),
    (Has("tags", ("y", "z")), {"b"}),
    (Has("tags", ("no",)), set()),
    (Keyed("id", ("a", "c", "no")), {"a", "c"}),
    (Everything(), {"a", "b", "c"}),
    (And((Term("body", "one"), Has("tags", ("x",)))), {"a"}),
    (And((Term("body", "one"), Not(Has("tags", ("x",))))), {"c"}),
    (And((Not(Term("body", "two")), Not(Keyed("id", ("a",))))), {"c"}),
    (Or((Between("day", 5, 7), Term("body", "one"))), {"a", "b", "c"}),
    (Or((Has("tags", ("x",)), Between("day", high=3))), {"a", "b"}),
    (Or(()), set()),
    (AnyOf("body", ("one", "two", "no")), {"a", "b", "c"}),
    (Weighted(Term("body", "two"), 3.0), {"b"}),
]


@pytest.mark.parametrize(("tree", "expected"), FILTERED)
def test_filters_and_nodes(tmp_path: Path, tree: Node, expected: set[str]) -> None:
    """Alone, with words and with each other; deleted documents never come back through a filter."""
    documents = [
        document(Row("a", 3, ("x",)), "one"),
        document(Row("b", 6, ("x", "y")), "two"),
        document(Row("c"), "one"),
        document(Row("gone", 6, ("x", "y")), "one two"),
    ]
    engine = engine_of(tmp_path, documents[:2], documents[2:])
    engine.commit([], position=9, gone=["gone"])
    assert found(engine, tree) == expected
    engine.condense()
    assert found(engine, tree) == expected


def test_rows_and_columns(tmp_path: Path) -> None:
    """Values come back as they were given, several segments on; names are counted, keys grouped alike everywhere."""
    rows = [Row("á", -4, ("ب", "x")), Row("b"), Row("c", 2**31 - 1, ("x",))]
    engine = engine_of(tmp_path, *([document(row, "w")] for row in rows))
    for _ in range(2):
        view = view_of(engine)
        assert view.rows(range(3)) == rows
        assert view.names("tags").counts(view.find(Term("body", "w")).numbers) == {"ب": 1, "x": 2}
        group, fixed = view.groups("id")
        assert len(set(group.tolist())) == len(fixed) == 3
        engine.condense()


def test_terms_with_how_many_have_them(tmp_path: Path) -> None:
    """For suggestions: how many documents have each term, over all segments."""
    view = view_of(
        engine_of(tmp_path, [document("a", "river rover"), document("b", "river")], [document("c", "river")])
    )
    assert view.terms("body", near="rivers") == {"river": 3}
    assert view.terms("body", prefix="r") == {"river": 3, "rover": 1}


def test_spellings_count_as_one_word(tmp_path: Path) -> None:
    """A document with two spellings scores like one with the same spelling twice."""
    view = view_of(engine_of(tmp_path, [document("a", "river rover x"), document("b", "river river x")]))
    scores = view.find(AnyOf("body", ("river", "rover"))).scores
    assert scores[0] == scores[1]


@pytest.mark.parametrize(
    "tree",
    [Prefix("body", "w"), Pattern("body", "w*"), Term("body", "all"), Phrase("body", ((0, "all"), (1, "of")))],
)
def test_what_is_too_broad_is_refused_with_a_sentence(tmp_path: Path, tree: Node) -> None:
    """The word that asks too much is named; with a larger budget it is answered."""
    view = view_of(engine_of(tmp_path, [document(f"d{n}", f"all of w{n} w{n + 1}") for n in range(40)]))
    with pytest.raises(TooBroad, match="30 entries"):
        view.find(tree, Budget(postings=30, seconds=5))
    assert view.find(tree, Budget(postings=100, seconds=5)).total == 40


def test_a_slow_question_is_broken_off(tmp_path: Path) -> None:
    """By the clock, between the leaves of the tree."""
    view = view_of(engine_of(tmp_path, [document("a", "one")]))
    with pytest.raises(TooBroad, match="broken off"):
        view.find(Or((Term("body", "one"), Fuzzy("body", "on"))), Budget(postings=30, seconds=-1))


def test_an_empty_index_answers_everything_with_nothing(tmp_path: Path) -> None:
    """Every node, every column."""
    view = view_of(engine_in(tmp_path))
    for tree, _ in FILTERED:
        assert view.find(tree).total == 0
    assert view.find(Phrase("body", ((0, "a"), (1, "b")))).top(10) == []
    assert view.find(Pattern("body", "a*b")).total == 0
    assert view.names("tags").counts(view.find(Everything()).numbers) == {}


def test_texts_without_words_and_words_without_texts(tmp_path: Path) -> None:
    """A document may be empty, and so may a field of a whole segment."""
    engine = engine_of(
        tmp_path, [document("a", "")], [Document(Row("b"), {"body": Tokens(["x"], [0]), "loose": Tokens([], [])})]
    )
    assert found(engine, Term("body", "x")) == {"b"}
    engine.condense()
    assert found(engine, Term("body", "x")) == {"b"}
    assert found(engine, Everything()) == {"a", "b"}


def test_what_did_not_change_is_the_same_lexicon(tmp_path: Path) -> None:
    """So that what is made of it can be kept."""
    engine = engine_of(tmp_path, [document("a", "river rover")])
    (before,) = view_of(engine).lexicons("body")
    engine.commit([document("b", "sea")], position=2)
    same, new = view_of(engine).lexicons("body")
    assert same is before
    assert list(new) == [b"sea"]
    assert [list(lexicon) for lexicon in view_of(engine).lexicons("loose")] == [[b"river", b"rover"], [b"sea"]]


commits = st.lists(
    st.tuples(
        st.lists(st.integers(0, 9), max_size=4, unique=True), st.lists(st.integers(0, 9), max_size=2), st.booleans()
    ),
    max_size=14,
)


@given(commits)
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_carried_over_commits_is_what_a_fresh_opening_finds(
    tmp_path: Path, history: list[tuple[list[int], list[int], bool]]
) -> None:
    """Through commits, replacements, deletions and merges, whether columns were asked for in between or not."""
    engine = engine_in(tmp_path)
    for position, (put, gone, tidy) in enumerate(history):
        rows = [Row(f"k{n}", n or None, tuple(f"t{n % m}" for m in (2, 3, 7))) for n in put]
        documents = [document(row, f"w{row.day} all" * (1 + n % 3)) for n, row in enumerate(rows)]
        engine.commit(documents, position=position, gone=[f"k{n}" for n in gone])
        if tidy:
            engine.tidy()
        carried, fresh = view_of(engine), view_of(WhooshEngine(engine.directory, b"key", SCHEMA))
        if position % 3 != 1:  # else nobody asks for columns in this state
            assert_same(carried, fresh)
    assert_same(view_of(engine), view_of(WhooshEngine(engine.directory, b"key", SCHEMA)))


def assert_same(one: View, other: View) -> None:
    """Every column, every group, every score."""
    every = range(one.size)
    assert one.rows(every) == other.rows(every)
    assert one.numbers("day").tolist() == other.numbers("day").tolist()
    found = one.find(Everything()).numbers
    assert found.tolist() == other.find(Everything()).numbers.tolist()
    assert one.names("tags").counts(found) == other.names("tags").counts(found)
    assert one.names("tags").having(("t1", "t2")).tolist() == other.names("tags").having(("t1", "t2")).tolist()
    keys = [view.groups("id")[1][view.groups("id")[0]].tolist() for view in (one, other)]
    assert keys[0] == keys[1]
    group, fixed = one.groups("id")
    assert len(set(fixed.tolist())) == len(fixed)
    assert len(set(zip(group.tolist(), keys[0], strict=True))) == len(set(keys[0]))
    scores = [view.find(Or((Term("body", "all"), Term("body", "w3")))).top(20) for view in (one, other)]
    assert scores[0] == scores[1]


def test_many_keys_are_those_of_the_rows(tmp_path: Path) -> None:
    """In the order asked for, over several segments; read at once they are what they are one by one."""
    batches = [[document(f"{batch}-ü{number}", "a") for number in range(150)] for batch in range(3)]
    view = view_of(engine_of(tmp_path, *batches))
    numbers = [*range(view.size - 1, -1, -2), *range(0, view.size, 2)]
    assert view.values("id", numbers) == [row.id for row in view.rows(numbers)]
    assert view.values("id", numbers[:5]) == [row.id for row in view.rows(numbers[:5])]
