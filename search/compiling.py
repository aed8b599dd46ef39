"""From the tree that was typed to the tree that an index answers: words become terms of fields, filters masks.

Words count by their stems; where they stand exactly as typed, or in a title, they count for more, but never
find more (SEARCH.md §5, step 4). Quoted and ``=`` words are looked for as printed, beginnings and near words
among the words as printed. Another index, such as that of aligned sentences, gives its own fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from search.analysis import Term as Analysed
from search.clauses import Clause, clause, clauses
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

_ARTICLE, _TO_THE = "ال", "لل"
_CONJUNCTIONS: Final = ("و", "ف")
_PARTICLES: Final = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")

_WHOLE: Final = SideFields(EXACT, STEM)
_TITLE: Final = SideFields(TITLE_EXACT, TITLE_STEM)
_BODY: Final = "body"

Also = Mapping[str, Sequence[Expansion]]
"""Other spellings by the word as analysed."""


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
        found = And(tuple(map(self.node, nodes)))
        extra = [part for node in nodes for part in self._extras(node)]
        return Maybe(found, Or(tuple(extra))) if extra else found

    def node(self, typed: Typed, within: str = "") -> Node:
        """What ``typed`` asks for; ``within`` is the field it stands in."""
        match typed:
            case Both():
                return And(tuple(self.node(one, within) for one in typed.nodes))
            case Either():
                return Or(tuple(self.node(one, within) for one in typed.nodes))
            case Without():
                return Not(self.node(typed.node, within))
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

    def _leaf(self, leaf: Leaf, within: str) -> Node:
        one = clause(leaf)
        if within == _BODY:
            return And((self._in(one, _WHOLE), Not(_only_in_title(one))))
        fields = _TITLE if within == "title" else SIDES.get(within, _WHOLE)
        return self._in(one, fields)

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
        ways.extend(self._spellings(one, fields))
        return ways[0] if len(ways) == 1 else Or(tuple(ways))

    def _spellings(self, one: Clause, fields: SideFields) -> Iterable[Node]:
        """As printed, and Arabic ones as stems too."""
        found = self._also.get(one.terms[0].exact, ()) if len(one.terms) == 1 else ()
        if found:
            stems = tuple(each.term for each in found if each.script == "arabic")
            ways = (AnyOf(fields.exact, printed_forms(found)), AnyOf(fields.stem, stems))
            yield Weighted(Or(tuple(way for way in ways if way.texts)), NAME_WEIGHT)


def printed_forms(spellings: Iterable[Expansion]) -> tuple[str, ...]:
    """The words in which they can stand in print: with the particles that Arabic writes in one with a name."""
    found: dict[str, None] = {}
    for each in spellings:
        found[each.term] = None
        if each.script == "arabic":
            found.update(dict.fromkeys(_with_particles(each.term)))
    return tuple(found)


def _with_particles(name: str) -> Iterable[str]:
    yield from (particle + name for particle in _PARTICLES)
    if name.startswith(_ARTICLE):
        yield from (conjunction + _TO_THE + name.removeprefix(_ARTICLE) for conjunction in ("", *_CONJUNCTIONS))


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
    return Or((Fuzzy(fields.exact, word.exact), _stem(word, fields)))


def _only_in_title(one: Clause) -> Node:
    """Documents where a word of it stands in the title and nowhere else, so that the body cannot have it."""
    if isinstance(one.leaf, PlainWord) and not one.leaf.exact:
        return Or(tuple(Term(ONLY_TITLE_STEM, form) for term in one.terms for form in {term.stem, term.exact}))
    return Or(tuple(Term(ONLY_TITLE_EXACT, term.exact) for term in one.terms))


def _weighted(node: Node, weight: float) -> Node:
    return node if weight == 1 else Weighted(node, weight)
