"""From matches to works: one hit a text, filters, exclusions, order, counts."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import pytest

from search.answer import Context, answer
from search.engine import Document, Tokens
from search.engine_whoosh import WhooshEngine
from search.facts import name_key
from search.grouping import Ranking, ranking
from search.index.hits import Hits
from search.index.view import View
from search.query import parse
from search.schema import VERSIONS, Row


def row(version: str, work: str = "w", text: str = "", **fields: object) -> Row:
    day = date(2015, 11, 12).toordinal()
    plain = Row(
        version,
        text or version,
        work,
        "ar",
        "news",
        True,
        day,
        day,
        False,
        (),
        (),
        (),
        False,
        (),
        (),
        (),
        (),
    )
    return plain._replace(**fields)  # type: ignore[arg-type]


class Indexed(Protocol):
    def __call__(self, *rows: Row) -> View: ...


@pytest.fixture
def indexed(tmp_path: Path) -> Iterator[Indexed]:
    """An index of these rows, without words, read; document numbers are their places."""
    with ExitStack() as stack:

        def read(*rows: Row) -> View:
            engine = WhooshEngine.create(tmp_path / secrets.token_hex(4), b"k")
            engine.commit([Document(r, dict.fromkeys(VERSIONS.fields, Tokens((), ()))) for r in rows], position=1)
            return stack.enter_context(engine.reading())

        yield read


def found(view: View, scores: dict[int, float]) -> Hits:
    return Hits(view.size, np.array(list(scores)), np.array(list(scores.values()), np.float32))


def shown(ranked: Ranking) -> list[list[str]]:
    return [[r.version for r in work.rows] for work in ranked.page(0, 100)]


def grouped(view: View, *groups: dict[int, float], unwanted: Sequence[dict[int, float]] = ()) -> list[list[str]]:
    return shown(ranking(view, [found(view, g) for g in groups], [found(view, u) for u in unwanted]))


def test_the_latest_version_of_a_text_is_shown(indexed: Indexed) -> None:
    """Even when a superseded one scores higher."""
    view = indexed(row("v1", text="t", latest=False), row("v2", text="t"))
    assert grouped(view, {0: 9.0, 1: 1.0}) == [["v2"]]


def test_a_superseded_version_is_shown_when_the_latest_does_not_match(indexed: Indexed) -> None:
    """The best of the superseded ones."""
    view = indexed(row("v1", text="t", latest=False), row("v2", text="t", latest=False), row("v3", text="t"))
    assert grouped(view, {0: 2.0, 1: 1.0}) == [["v1"]]


def test_every_text_of_a_work_has_its_hit(indexed: Indexed) -> None:
    """Best first."""
    assert grouped(indexed(row("v1"), row("v2")), {0: 1.0, 1: 2.0}) == [["v2", "v1"]]


def test_groups_may_be_met_by_different_versions_of_a_work(indexed: Indexed) -> None:
    """A work that meets only one group does not answer; the scores of the groups add up."""
    view = indexed(row("ar1", "w1"), row("ar2", "w2"), row("en1", "w1"))
    ranked = ranking(view, [found(view, {0: 2.0, 1: 5.0}), found(view, {2: 3.0})])
    assert ranked.total == 1
    assert [(work.work, work.score, [r.version for r in work.rows]) for work in ranked.page(0, 10)] == [
        ("w1", 5.0, ["en1", "ar1"])
    ]


def test_an_unwanted_word_in_a_current_version_leaves_the_work_out(indexed: Indexed) -> None:
    """Whatever version of the work has it."""
    assert grouped(indexed(row("v1"), row("v2")), {0: 1.0}, unwanted=[{1: 1.0}]) == []


def test_an_unwanted_word_in_a_superseded_version_leaves_only_that_version_out(indexed: Indexed) -> None:
    """The correction may have taken the word away."""
    view = indexed(row("v1", text="t", latest=False), row("v2", text="t"))
    assert grouped(view, {0: 1.0, 1: 1.0}, unwanted=[{0: 1.0}]) == [["v2"]]


def test_equal_scores_are_ordered_by_date_then_by_an_order_of_ids(indexed: Indexed) -> None:
    """Order is total and does not depend on where in the index a version lies, so pages never overlap."""
    rows = [row("v1", "w1", date_to=1), row("v2", "w2"), row("v3", "w0", date_to=1), row("v4", "w3", date_to=1)]
    order = grouped(indexed(*rows), dict.fromkeys(range(4), 1.0))
    assert order[0] == ["v2"]
    assert order == grouped(indexed(*reversed(rows)), dict.fromkeys(range(4), 1.0))
    view = indexed(*rows)
    ranked = ranking(view, [found(view, dict.fromkeys(range(4), 1.0))])
    assert [[r.version for r in work.rows] for n in range(4) for work in ranked.page(n, 1)] == order


def test_counts_are_of_works(indexed: Indexed) -> None:
    """A work counts once for a value, however many of its versions have it; every value of a version counts."""
    rows = [
        row("v1", "w1", outlets=("a", "b")),
        row("v2", "w1", outlets=("b",)),
        row("v3", "w2", outlets=("b",)),
        row("v4", "w3", outlets=("c",)),
    ]
    view = indexed(*rows)
    assert ranking(view, [found(view, {0: 1.0, 1: 1.0, 2: 2.0})]).counts("outlets") == {"a": 1, "b": 2}


DAY = date(2015, 11, 12).toordinal()
FILTERS = [
    ({"language": ("ar",)}, {"language": "ar"}, True),
    ({"language": ("ar",)}, {"language": "ar-SY"}, True),
    ({"language": ("ar-SY",)}, {"language": "ar"}, False),
    ({"language": ("aa",)}, {"language": "ar"}, False),
    ({"language": ("en", "ar")}, {"language": "ar"}, True),
    ({"outlet": ("الأفق",)}, {"outlets": (name_key("الافق"),)}, True),
    ({"outlet": ("THE  HORIZON",)}, {"outlets": (name_key("The Horizon"),)}, True),
    ({"outlet": ("Horizon",)}, {"outlets": (name_key("The Horizon"),)}, False),
    ({"agent": ("وائل",)}, {"agents": (name_key("وَائِل"),)}, True),
    ({"agent": ("وائل",)}, {}, False),
    ({"kind": ("opinion",)}, {"kind": "opinion"}, True),
    ({"kind": ("opinion",)}, {"kind": "news"}, False),
    ({"has_disclaimer": True}, {"has_disclaimer": True}, True),
    ({"has_disclaimer": True}, {}, False),
    ({"has_disclaimer": False}, {}, True),
    ({"date_from": date(2015, 11, 12)}, {}, True),
    ({"date_from": date(2015, 11, 13)}, {}, False),
    ({"date_to": date(2015, 11, 12)}, {}, True),
    ({"date_to": date(2015, 11, 11)}, {}, False),
    ({"date_from": date(2015, 11, 20)}, {"date_from": DAY - 10, "date_to": DAY + 20}, True),
    ({"date_from": date(2016, 1, 1)}, {"date_to": None}, True),
    ({"date_to": date(2014, 1, 1)}, {"date_from": None}, True),
    ({"date_to": date(2030, 1, 1)}, {"date_from": None, "date_to": None}, False),
]


@pytest.mark.parametrize(("filters", "fields", "passes"), FILTERS)
def test_filters(indexed: Indexed, filters: dict[str, Any], fields: dict[str, object], passes: bool) -> None:
    """Names are compared folded, dates by whether the ranges can meet; an unknown date is in no range."""
    view = indexed(row("v1", **fields), row("v2", "w2", language="fr", date_from=1, date_to=1, kind="letter"))
    works = [work.work for work in answer(view, parse(**filters), Context({})).page(0, 10)]
    assert (row("v1", **fields).work in works) is passes


def test_a_listing_is_newest_first_and_of_latest_versions(indexed: Indexed) -> None:
    """Undated works come last; a superseded version is shown only where no latest one of its text answers."""
    rows = [row("v1", "w1", "t1", date_to=5), row("v2", "w2"), row("v3", "w3", date_from=None, date_to=None)]
    view = indexed(*rows, row("v0", "w1", "t1", kind="opinion", latest=False))
    listed = answer(view, parse(), Context({})).page(0, 10)
    assert [[one.version for one in work.rows] for work in listed] == [["v2"], ["v1"], ["v3"]]
    (older,) = answer(view, parse(kind="opinion"), Context({})).page(0, 10)
    assert [one.version for one in older.rows] == ["v0"]
