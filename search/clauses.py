"""The words of a query, analysed: what each leaf of its tree asks for, and of which script it is.

A leaf keeps its place in the query; its terms are those of :mod:`search.analysis`, as in the texts. Words
that run together in two scripts are taken apart, and what has no letter or digit left is taken out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Final

from archive.values import Span
from search.analysis import Term, analyse
from search.syntax.nodes import Both, Either, Filter, Leaf, Node, Phrase, Within, Without, Word, leaves

ARABIC: Final = "arabic"
OTHER: Final = "other"
NUMBER: Final = "number"
MIXED: Final = "mixed"
LONGEST_NAME: Final = 5
"""Words of a name: Democratic Forces of Syria, Abd Rabbuh Mansur Hadi."""
_BLANKS: Final = (1, 2)
"""Characters between words that stand side by side."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One leaf of the query. ``terms`` must all be there, for a phrase in this order.

    ``joined`` are other ways to write the whole (cooperation for co-operation), any of which will do.
    """

    leaf: Leaf
    terms: tuple[Term, ...]
    joined: tuple[Term, ...]
    negated: bool = False
    within: str = ""
    """The field in which it is looked for, if one is named."""

    @property
    def phrase(self) -> bool:
        return isinstance(self.leaf, Phrase)

    @property
    def text(self) -> str:
        return self.leaf.text

    @property
    def span(self) -> Span:
        return self.leaf.span

    @property
    def bare(self) -> str:
        """What was typed without the signs around it and the invisible marks in it."""
        places = [(term.start, term.end) for term in self.terms]
        word = self.text[min(start for start, _ in places) : max(end for _, end in places)]
        return "".join(sign for sign in word if unicodedata.category(sign) != "Cf")

    @property
    def name(self) -> str:
        """The key under which other spellings of it are kept, if it is a plain word: its words as analysed."""
        is_plain = isinstance(self.leaf, Word) and not self.leaf.exact
        return " ".join(term.exact for term in self.terms) if is_plain else ""


def clause(leaf: Leaf, *, negated: bool = False, within: str = "") -> Clause:
    """Analyse a leaf."""
    terms = analyse(leaf.text)
    main = tuple(term for term in terms if not term.alternate)
    # A joined form stands for the whole word only; the tail of O'Neill alone would be another name.
    whole = () if isinstance(leaf, Phrase) else tuple(t for t in terms if t.alternate and t.start <= main[0].start)
    joined = tuple(term for term in whole if term.end >= main[-1].end and len(main) > 1)
    return Clause(leaf, main, joined, negated, within)


def clauses(node: Node | None) -> tuple[Clause, ...]:
    """Every leaf in the order typed."""
    found = leaves(node) if node else ()
    return tuple(clause(one.leaf, negated=one.negated, within=one.within) for one in found)


def name_of(run: Sequence[Clause | None]) -> str:
    """The key of a name of several words; empty unless all are plain words and stand side by side."""
    words = [one for one in run if one and one.name]
    beside = all(after.span.start - before.span.end in _BLANKS for before, after in pairwise(words))
    return " ".join(one.name for one in words) if beside and len(words) == len(run) else ""


def runs(among: Sequence[Clause | None]) -> Iterator[tuple[int, int, str]]:
    """Each window ``(first, last + 1, key)`` of clauses that may be one name, from the left, the longest first."""
    for first in range(len(among) - 1):
        for end in range(min(first + LONGEST_NAME, len(among)), first + 1, -1):
            name = name_of(among[first:end])
            if name:
                yield first, end, name


def readable(node: Node) -> Node | None:
    """``node`` without leaves that have no terms, without double negation, and with words of two scripts as two."""
    match node:
        case Both() | Either():
            kept = [one for one in map(readable, node.nodes) if one is not None]
            if len(kept) < 2:
                return kept[0] if kept else None
            return replace(node, nodes=tuple(kept))
        case Without() | Within():
            inside = readable(node.node)
            return None if inside is None else _around(node, inside)
        case Filter():
            return node
        case Word():
            return _by_script(node)
        case _:
            return node if analyse(node.text) else None


def _around(node: Without | Within, inside: Node) -> Node:
    """What is left out twice is asked for; ``title:-word`` is ``-title:word``."""
    if not isinstance(inside, Without):
        return replace(node, node=inside)
    if isinstance(node, Without):
        return inside.node
    return replace(inside, span=node.span, node=replace(node, node=inside.node))


def _by_script(word: Word) -> Node | None:
    """A word is one for each run of letters of one script: Gazaفي is two, الـ20 is one."""
    terms = analyse(word.text)
    if not terms:
        return None
    scripts = iter(settled([_script(term.exact) for term in terms]))
    runs = [list(run) for _, run in groupby(terms, key=lambda _: next(scripts))]
    if len(runs) == 1:
        return word
    return Both(word.span, tuple(_part(word, run) for run in runs))


def _part(word: Word, run: Sequence[Term]) -> Word:
    start, end = min(term.start for term in run), max(term.end for term in run)
    return Word(Span(start, end).shift(word.span.end - len(word.text)), word.text[start:end], word.exact)


def scripts(nodes: Sequence[Node]) -> list[str]:
    """The script of each node: that of its words; :data:`MIXED` where it has several, numbers as their neighbours."""
    return settled([_script_of(node) for node in nodes])


def by_script(nodes: Sequence[Node]) -> tuple[tuple[Node, ...], ...]:
    """Nodes with words, by their script: an Arabic and an English word may be met in different versions of a work.

    What has words of both inside an OR is a group of its own.
    """
    found: dict[object, list[Node]] = {}
    for number, (node, script) in enumerate(zip(nodes, scripts(nodes), strict=True)):
        found.setdefault(number if script == MIXED else script, []).append(node)
    return tuple(map(tuple, found.values()))


def _script_of(node: Node) -> str:
    found = {_script(one.terms[0].exact) for one in clauses(node)} - {NUMBER}
    if len(found) > 1:
        return MIXED
    return found.pop() if found else NUMBER


def _script(word: str) -> str:
    if word[0].isdigit():
        return NUMBER
    return ARABIC if "\u0600" <= word[0] <= "\u08ff" else OTHER


def settled(found: list[str]) -> list[str]:
    """Numbers take the script before them, or else the one after."""
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for index in order:
            if found[index] == NUMBER:
                found[index] = found[index - order.step]
    return found


def conjuncts(node: Node | None) -> Iterator[Node]:
    """What must hold together: the parts of AND and of words side by side, brackets opened."""
    if isinstance(node, Both):
        for one in node.nodes:
            yield from conjuncts(one)
    elif node is not None:
        yield node
