"""Renderings: the evidence of words that stand together. The sentences are the project's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.parallel.renderings import Beside, Outcome, Rendering, Words, log_likelihood, renderings


@dataclass(frozen=True)
class Link:
    """One link: how often the term stands in it, and the other words of both sides."""

    others: tuple[str, ...]
    hits: int = 1
    uncertain: bool = False
    own: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def link(
    *words: str, hits: int = 1, uncertain: bool = False, own: Sequence[str] = (), near: Sequence[str] = ()
) -> Link:
    return Link(words, hits, uncertain, tuple(own), tuple(near))


@dataclass(frozen=True)
class Counts:
    """All sure links, by hand; ``both`` has how many have an own word and another together."""

    links: int
    others: dict[str, int] = field(default_factory=dict)
    own: dict[str, int] = field(default_factory=dict)
    both: dict[tuple[str, str], int] = field(default_factory=dict)

    def holders(self, stem: str) -> int:
        return self.others.get(stem, 0)

    def together(self, own: Sequence[str], stem: str) -> tuple[list[int], list[int]]:
        return [self.own.get(word, 0) for word in own], [self.both.get((word, stem), 0) for word in own]


def beside(links: Sequence[Link]) -> Beside:
    return Beside(
        np.array([one.hits for one in links], np.int64),
        np.array([one.uncertain for one in links], bool),
        _words([[(word, False) for word in one.others] for one in links]),
        _words([[(word, word in one.near) for word in (*one.own, *one.near)] for one in links]),
    )


def _words(links: Sequence[Sequence[tuple[str, bool]]]) -> Words:
    stems = sorted({word for words in links for word, _ in words})
    pairs = [(number, stems.index(word), near) for number, words in enumerate(links) for word, near in words]
    places, codes, near = zip(*pairs, strict=True) if pairs else ((), (), ())
    return Words(stems, np.array(places, np.int64), np.array(codes, np.int64), np.array(near, bool))


def told(rows: Sequence[Rendering]) -> list[tuple[Outcome, str | None, list[int]]]:
    return [(row.outcome, row.stem, row.links.tolist()) for row in rows]


COMMON = Counts(1000, {"the": 900, "regime": 12, "government": 40, "said": 300})


def test_log_likelihood_is_dunnings() -> None:
    """2·Σ O·ln(O/E) over the four cells, computed by hand for 8 of 10 against 12 of 1,000.

    33.60 - 3.19 - 4.35 + 7.91 = 33.96.
    """
    assert log_likelihood(8, 10, 12, 1000) == pytest.approx(2 * 33.96, abs=0.02)
    assert log_likelihood(1, 100, 100, 1000) == 0.0  # repelled
    assert log_likelihood(10, 100, 100, 1000) == 0.0  # as expected


def test_each_link_goes_to_the_most_telling_word() -> None:
    """النظام as regime, as government, not at all, without counterpart, on an uncertain link."""
    links = [
        *[link("the", "regime", "said")] * 5,
        *[link("the", "government")] * 3,
        link("the", "said"),
        link(),
        link("the", "regime", uncertain=True),
    ]
    rows = renderings(beside(links), COMMON)
    assert told(rows) == [
        (Outcome.RENDERED, "regime", [0, 1, 2, 3, 4]),
        (Outcome.RENDERED, "government", [5, 6, 7]),
        (Outcome.NOT_RENDERED, None, [8]),
        (Outcome.NO_COUNTERPART, None, [9]),
        (Outcome.UNCERTAIN, None, [10]),
    ]
    assert rows[0].g2_millis is not None
    assert rows[0].g2_millis > 10_830


def test_hits_are_counted_and_links_are_evidence() -> None:
    """The term four times in one sentence is four hits and says no more of *zephyr* than one."""
    (row,) = renderings(beside([link("zephyr", hits=4)]), Counts(1000, {"zephyr": 1}))
    assert (row.outcome, row.hits) == (Outcome.NOT_RENDERED, 4)


def test_a_word_that_is_everywhere_renders_nothing() -> None:
    """*the* stands beside every hit and beside everything else."""
    (row,) = renderings(beside([link("the")] * 6), COMMON)
    assert row.outcome is Outcome.NOT_RENDERED


def test_nothing_has_no_rows() -> None:
    """No hits, no table; nor have links in which nothing is found."""
    assert renderings(beside([]), COMMON) == ()
    assert renderings(beside([link("regime", hits=0)] * 3), COMMON) == ()


def test_what_another_word_explains_is_no_rendering() -> None:
    """*exit* stands beside رئيس because بريكست does; where it does not, the word is what it was."""
    background = Counts(1000, {"exit": 12, "calm": 900}, {"بريكست": 12}, {("بريكست", "exit"): 12})
    links = [*[link("exit", own=["بريكست"])] * 5, *[link("calm")] * 5]
    (row,) = renderings(beside(links), background)
    assert row.outcome is Outcome.NOT_RENDERED
    (rendered, rest) = renderings(beside([*[link("exit")] * 5, *links]), background)
    assert (rendered.stem, rendered.links.tolist()) == ("exit", [0, 1, 2, 3, 4])
    assert rest.hits == 10


def test_the_next_word_is_part_of_an_expression() -> None:
    """*prime* for رئيس الوزراء is رئيس, too: it hardly stands without it. *Trump* mostly does, and is ترامب's."""
    links = [*[link("prime", near=["وزراء"])] * 5, *[link("calm")] * 40]
    background = Counts(1000, {"prime": 6, "calm": 900}, {"وزراء": 6}, {("وزراء", "prime"): 6})
    assert renderings(beside(links), background)[0].stem == "prime"
    often = Counts(1000, {"prime": 16, "calm": 900}, {"وزراء": 16}, {("وزراء", "prime"): 16})
    (row,) = renderings(beside(links), often)
    assert row.outcome is Outcome.NOT_RENDERED


WORDS = st.sets(st.sampled_from(["the", "regime", "government", "state", "army"]))
OWN = st.sets(st.sampled_from(["قال", "رئيس", "جيش"]))
LINKS = st.lists(st.builds(Link, WORDS.map(tuple), st.integers(0, 3), st.booleans(), OWN.map(tuple)), max_size=30)
BOTH = {(own, other): 5 for own in ("رئيس", "جيش") for other in ("regime", "army")}


@given(LINKS)
def test_rows_sum_up_to_the_hits(drawn: list[Link]) -> None:
    """Whatever stands beside them, every link with hits is in exactly one row."""
    rows = renderings(beside(drawn), Counts(1000, COMMON.others, {"رئيس": 6, "جيش": 9}, BOTH))
    placed = sorted(number for row in rows for number in row.links.tolist())
    assert placed == [number for number, one in enumerate(drawn) if one.hits]
    assert sum(row.hits for row in rows) == sum(one.hits for one in drawn)
    assert all(row.hits for row in rows)


def test_two_meetings_need_more_evidence_than_three() -> None:
    """Of the many words that stand beside a term, some meet it twice by chance."""
    background = Counts(200, {"lull": 4})
    (row,) = renderings(beside([link("lull", f"a{number}") for number in range(2)] + [link("calm")]), background)
    assert row.outcome is Outcome.NOT_RENDERED
    assert 10.83 < log_likelihood(2, 3, 4, 200) < 15.13
    assert renderings(beside([link("lull")] * 3), background)[0].stem == "lull"


def test_the_more_words_are_asked_the_more_evidence_each_needs() -> None:
    """Of five thousand words, five would pass a test that one of a thousand passes by chance."""
    background = Counts(200, {"lull": 6, "calm": 190})
    links = [link("lull")] * 3 + [link("calm")] * 3
    assert 10.83 < log_likelihood(3, 6, 6, 200) < 17
    assert renderings(beside(links), background)[0].stem == "lull"
    many = [f"w{number}" for number in range(20_000)]
    crowd = Counts(200, {"lull": 6, "calm": 190, **dict.fromkeys(many, 200)})
    wide = [link("lull", *many), link("lull", *many), link("lull"), *[link("calm")] * 3]
    assert all(row.stem != "lull" for row in renderings(beside(wide), crowd))
