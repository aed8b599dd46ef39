"""What the reader types and what is understood, with the place of every fault."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import BadQuery
from search.facts import Fact
from search.query import LONGEST_QUERY, MOST_CLAUSES, Filters, parse


def shape(q: str) -> list[tuple[str, bool, bool]]:
    return [(" ".join(t.exact for t in c.terms), c.phrase, c.negated) for c in parse(q).clauses]


@pytest.mark.parametrize(
    ("q", "clauses"),
    [
        ("المعارضة السورية", [("المعارضه", False, False), ("السوريه", False, False)]),
        ('"the regime"', [("the regime", True, False)]),
        ("«النظام السوري»", [("النظام السوري", True, False)]),
        ("“so quoted”", [("so quoted", True, False)]),
        ('“half curly"', [("half curly", True, False)]),
        ("„deutsch”", [("deutsch", True, False)]),
        ("war -regime", [("war", False, False), ("regime", False, True)]),
        ('-"the regime"', [("the regime", True, True)]),
        ("co-operation", [("co operation", False, False)]),
        ("a –b", [("a", False, False), ("b", False, True)]),
        ("الأمن، والعدالة؟", [("الامن", False, False), ("والعداله", False, False)]),
        ("الـ20", [("ال 20", False, False)]),
        ("Gazaفي", [("gaza", False, False), ("في", False, False)]),
        ('x"y z"', [("x", False, False), ("y z", True, False)]),
        ("", []),
        ("   ", []),
        ('"" word', [("word", False, False)]),
    ],
)
def test_words_phrases_and_exclusions(q: str, clauses: list[tuple[str, bool, bool]]) -> None:
    """Any double quotes make a phrase, a minus before a word excludes it, punctuation means nothing."""
    assert shape(q) == clauses


@pytest.mark.parametrize(
    ("q", "position", "code"),
    [
        ('war "and peace', 4, "unbalanced-quote"),
        ('"', 0, "unbalanced-quote"),
        ("سلام»", 4, "unbalanced-quote"),
        ("«سلام", 0, "unbalanced-quote"),
        ('-"x', 1, "unbalanced-quote"),
        ("؟؟ …", 0, "nothing-to-search"),
        ('""', 0, "nothing-to-search"),
        ("a" * (LONGEST_QUERY + 1), LONGEST_QUERY, "query-too-long"),
        ("a " * (MOST_CLAUSES + 1), 2 * MOST_CLAUSES, "query-too-long"),
    ],
)
def test_faults_have_their_place(q: str, position: int, code: str) -> None:
    """A query that cannot be read says where."""
    with pytest.raises(BadQuery) as caught:
        parse(q)
    assert (caught.value.position, caught.value.code) == (position, code)


@pytest.mark.parametrize(
    ("q", "groups"),
    [
        ("النظام regime", [["النظام"], ["regime"]]),
        ("النظام 2015", [["النظام", "2015"]]),
        ("2015 regime", [["2015", "regime"]]),
        ("2015 3.5", [["2015", "3.5"]]),
        ("regime النظام ٢٠١٥ war", [["regime", "war"], ["النظام", "٢٠١٥"]]),
        ("-النظام regime", [["regime"]]),
    ],
)
def test_words_are_grouped_by_script(q: str, groups: list[list[str]]) -> None:
    """Each script's words meet in one version; numbers go with the word before them, or after."""
    assert [[node.span.of(q) for node in group] for group in parse(q).groups] == groups


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015-11-12", date(2015, 11, 12), date(2015, 11, 12)),
        (date(2015, 1, 2), date(2015, 1, 2), date(2015, 1, 2)),
        (None, None, None),
    ],
)
def test_a_date_takes_in_all_of_its_period(given: str | date | None, first: date | None, last: date | None) -> None:
    """A year or month is its first day as a beginning and its last as an end."""
    facts = [fact for _, (fact,) in parse(date_from=given, date_to=given).filters.asked]
    assert facts == ([Fact("date", first=first, last=last)] if given else [])


@pytest.mark.parametrize(
    ("arguments", "pointer"),
    [
        ({"date_from": "2013-02-30"}, "/date_from"),
        ({"date_to": "yesterday"}, "/date_to"),
        ({"date_from": "2016", "date_to": "2015"}, "/date_to"),
        ({"language": "not a tag"}, "/language"),
        ({"offset": -1}, "/offset"),
        ({"limit": 0}, "/limit"),
        ({"limit": 1000}, "/limit"),
    ],
)
def test_a_bad_filter_is_named(arguments: dict[str, object], pointer: str) -> None:
    """The pointer of the error is the filter's name."""
    with pytest.raises(BadQuery) as caught:
        parse("x", **arguments)  # type: ignore[arg-type]
    assert caught.value.pointer == pointer


def test_filters_take_one_value_or_several() -> None:
    """A string is one value; blanks are none."""
    asked = (("language", (Fact("lang", "ar-SY"),)), ("outlet", (Fact("outlet", "a"), Fact("outlet", "b"))))
    assert parse(language="AR_sy", outlet=["A", " ", "B"], kind="").filters == Filters(asked)


@given(st.text(alphabet='ab ت"«»“”-،1\u064b\u200f\ud800', max_size=30))
def test_any_text_is_understood_or_refused_with_a_place(q: str) -> None:
    """No query breaks the parser; spans and positions are inside it."""
    try:
        query = parse(q)
    except BadQuery as fault:
        assert 0 <= fault.position <= len(q)  # noqa: PT017  either outcome is right
        return
    for clause in query.clauses:
        assert clause.text in clause.span.of(q)
        assert clause.terms
