"""From the tree that was typed to the tree that an index answers: words become terms of fields, filters masks.

Words count by their stems; where they stand exactly as typed, or in a title, they count for more, but never
find more (SEARCH.md §5, step 4). Quoted and ``=`` words are looked for as printed, beginnings and near words
among the words as printed. Another index, such as that of aligned sentences, gives its own fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from search.analysis import Term as Analysed
from search.clauses import Clause, clause, clauses, runs
from search.links import SIDES, SideFields
from search.names import Expansion
from search.schema import EXACT, ONLY_TITLE_EXACT, ONLY_TITLE_STEM, STEM, TITLE_EXACT, TITLE_STEM
from search.syntax.nodes import Both, Either, Filter, Leaf, Within, Without
from search.syntax.nodes import Fuzzy as FuzzyWord
from search.syntax.nodes import Node as Typed
from search.syntax.nodes import Prefix as Beginning
from search.syntax.nodes import Word as PlainWord
from search.tree import And, AnyOf, Fuzzy, Maybe, Node, Not, Or, Phrase, Prefix, Term, Weighted

EXACT_BOOST: Final = 0.5
TITLE_BOOST: Final = 1.0
"""Measured on ``ir_arcd``, where 2 puts the passages of one article, which share their title, out of order."""
NAME_WEIGHT: Final = 0.8
"""Of a name in another spelling, beside the one that was typed."""

SHORTEST_STEM: Final = 4
"""Letters of a stem of which one may differ."""

_WHOLE: Final = SideFields(EXACT, STEM)
_TITLE: Final = SideFields(TITLE_EXACT, TITLE_STEM)
_BODY: Final = "body"

Also = Mapping[str, Sequence[Expansion]]
"""Other spellings by the name as analysed (:attr:`search.clauses.Clause.name`)."""


class Compiler:
    """``fact`` makes a node of a filter; ``also`` has the names to be found in other spellings too."""

    def __init__(
        self, fact: Callable[[Filter], Node], also: Also | None = None, weight: Callable[[str], float] | None = None
    ) -> None:
        """``weight`` says of each word, as typed, what it counts for beside others; all the same by default."""
        self._fact = fact
        self._also = also or {}
        self._weight = weight or (lambda _: 1.0)

    def wanted(self, nodes: Sequence[Typed]) -> Node:
        """All of ``nodes`` in one document, with what exact words and titles add."""
        found = And(self._together(nodes))
        extra = [part for node in nodes for part in self._extras(node)]
        return Maybe(found, Or(tuple(extra))) if extra else found

    def node(self, typed: Typed, within: str = "") -> Node:
        """What ``typed`` asks for; ``within`` is the field it stands in."""
        match typed:
            case Both():
                return self.both(typed.nodes, within)
            case Either():
                names = (self._spelled(name, within) for _, _, name in self._names(typed.nodes))
                return Or((*(self.node(one, within) for one in typed.nodes), *chain.from_iterable(names)))
            case Without():
                return self.without(typed.node, within)
            case Within():
                return self.node(typed.node, typed.field)
            case Filter():
                return self._fact(typed)
            case _:
                return _weighted(self._leaf(typed, within), self._weight(typed.text))

    def _extras(self, node: Typed) -> Iterable[Node]:
        """What counts for more: words as typed, and words in the title."""
        for one in clauses(node):
            if not one.negated and not isinstance(one.leaf, Beginning | FuzzyWord):
                weight = self._weight(one.text)
                for word in (*one.terms, *one.joined):
                    yield Weighted(Term(EXACT, word.exact), weight * EXACT_BOOST)
                    yield Weighted(Term(TITLE_STEM, word.stem), weight * TITLE_BOOST)

    def _together(self, nodes: Sequence[Typed], within: str = "") -> tuple[Node, ...]:
        """All of ``nodes``; words that are one name are there one by one, or as the name is spelled otherwise."""
        found: list[Node] = []
        done = 0
        for first, end, name in self._names(nodes):
            if first >= done:
                found.extend(self.node(one, within) for one in nodes[done:first])
                members = And(tuple(self.node(one, within) for one in nodes[first:end]))
                found.append(Or((members, *self._spelled(name, within))))
                done = end
        return (*found, *(self.node(one, within) for one in nodes[done:]))

    def _names(self, nodes: Sequence[Typed]) -> Iterable[tuple[int, int, str]]:
        """Where among ``nodes`` there are names of several words that have other spellings."""
        if self._also and len(nodes) > 1:
            words = [clause(one) if isinstance(one, PlainWord) else None for one in nodes]
            yield from (window for window in runs(words) if window[2] in self._also)

    def _spelled(self, name: str, within: str) -> Iterable[Node]:
        return spelled(self._also[name], _fields(within))

    def both(self, nodes: Sequence[Typed], within: str) -> Node:
        """All of ``nodes`` in one document."""
        return And(self._together(nodes, within))

    def without(self, left_out: Typed, within: str) -> Node:
        """Documents that do not have it."""
        return Not(self.node(left_out, within))

    def _leaf(self, leaf: Leaf, within: str) -> Node:
        one = clause(leaf)
        if within == _BODY:
            return And((self._in(one, _WHOLE), Not(_only_in_title(one))))
        return self._in(one, _fields(within))

    def _in(self, one: Clause, fields: SideFields) -> Node:
        leaf = one.leaf
        match leaf:
            case PlainWord(exact=True):
                return And(tuple(Term(fields.exact, term.exact) for term in one.terms))
            case PlainWord():
                return self._word(one, fields)
            case Beginning():
                return _beginning(one, fields)
            case FuzzyWord():
                return And(tuple(_near(term, fields) for term in one.terms))
        return Phrase(fields.exact, tuple((term.position, term.exact) for term in one.terms), slop=leaf.slop)

    def _word(self, one: Clause, fields: SideFields) -> Node:
        ways: list[Node] = [And(tuple(_stem(term, fields) for term in one.terms))]
        ways.extend(_stem(term, fields) for term in one.joined)
        ways.extend(spelled(self._also.get(one.name, ()), fields))
        return ways[0] if len(ways) == 1 else Or(tuple(ways))


def spelled(others: Sequence[Expansion], fields: SideFields) -> Iterable[Node]:
    """The name in its other spellings, which count as one word."""
    words = tuple(dict.fromkeys(row[0] for each in others for row in each.forms if len(row) == 1))
    stems = tuple(each.stem for each in others if each.stem)
    rows = dict.fromkeys(row for each in others for row in each.forms if len(row) > 1)
    ways: list[Node] = [AnyOf(fields.exact, words)] if words else []
    ways.extend([AnyOf(fields.stem, stems)] if stems else [])
    ways.extend(Phrase(fields.exact, tuple(enumerate(row))) for row in rows)
    if ways:
        yield Weighted(Or(tuple(ways)), NAME_WEIGHT)


def _fields(within: str) -> SideFields:
    return _TITLE if within == "title" else SIDES.get(within, _WHOLE)


def _stem(word: Analysed, fields: SideFields) -> Node:
    """By its stem, or as it stands in texts in other languages, which are not stemmed."""
    forms = dict.fromkeys((word.stem, word.exact))
    return Or(tuple(Term(fields.stem, form) for form in forms))


def _beginning(one: Clause, fields: SideFields) -> Node:
    """Words before it stand as they are; stems are looked at too, for Arabic words have particles before them."""
    *before, last = one.terms
    ends = Or((Prefix(fields.exact, last.exact), Prefix(fields.stem, last.exact)))
    return And((*(_stem(term, fields) for term in before), ends))


def _near(word: Analysed, fields: SideFields) -> Node:
    """Near the word as printed; an Arabic one also without its article and particles, as stems are."""
    ways: list[Node] = [Fuzzy(fields.exact, word.exact), _stem(word, fields)]
    if sees_through(word):
        ways.append(Fuzzy(fields.stem, word.stem))
    return Or(tuple(ways))


def sees_through(word: Analysed) -> bool:
    """Whether a near word is looked for among stems too: Arabic, and long enough not to be near too many."""
    return "\u0600" <= word.stem[0] <= "\u08ff" and len(word.stem) >= SHORTEST_STEM


def _only_in_title(one: Clause) -> Node:
    """Documents where a word of it stands in the title and nowhere else, so that the body cannot have it."""
    if isinstance(one.leaf, PlainWord) and not one.leaf.exact:
        return Or(tuple(Term(ONLY_TITLE_STEM, form) for term in one.terms for form in {term.stem, term.exact}))
    return Or(tuple(Term(ONLY_TITLE_EXACT, term.exact) for term in one.terms))


def _weighted(node: Node, weight: float) -> Node:
    return node if weight == 1 else Weighted(node, weight)
