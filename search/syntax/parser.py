"""Read a query into its tree. AND binds closer than OR, NOT closer still, words side by side are AND.

``query := either; either := both (OR both)*; both := single (AND? single)*; single := NOT single | atom;
atom := '(' either ')' | FIELD atom-or-value | word | phrase``. What cannot be read is refused with the place
where it cannot: nothing is guessed, but for marks that mean nothing and are passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from archive.errors import BadQuery, Reason
from archive.values import Span
from search.syntax.fields import BY_NAME, Takes
from search.syntax.nodes import Both, Either, Filter, Fuzzy, Node, Phrase, Prefix, Within, Without, Word
from search.syntax.scanner import Sign, Token, scan

DEEPEST: Final = 32
"""Brackets within brackets; nobody types more, and a hostile query must not exhaust the stack."""
WIDEST_SLOP: Final = 50
FARTHEST: Final = 1
"""Letters that a fuzzy word may differ by: two make half the vocabulary alike."""

_ENDS: Final = frozenset({Sign.CLOSE, Sign.OR})


def parse_query(query: str) -> Node | None:
    """The tree of ``query``; ``None`` of one without anything to look for. :class:`BadQuery` says what and where."""
    return _Parser(query, tuple(scan(query))).whole()


class _Parser:
    def __init__(self, query: str, tokens: Sequence[Token]) -> None:
        self._query = query
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def whole(self) -> Node | None:
        if not self._tokens:
            return None
        node = self._either()
        if self._at < len(self._tokens):
            place, reason = self._tokens[self._at].span.start, Reason("closes-nothing")
            raise self._fault("this bracket closes nothing", place, "unbalanced-bracket", reason)
        return node

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _either(self) -> Node | None:
        nodes = [self._both()]
        while (token := self._peek()) is not None and token.sign is Sign.OR:
            if nodes[-1] is None:
                raise self._fault("OR has nothing before it", token.span.start, "missing-operand", _before("OR"))
            self._next()
            nodes.append(self._both())
            if nodes[-1] is None:
                raise self._fault("OR has nothing after it", token.span.start, "missing-operand", _after("OR"))
        found = tuple(node for node in nodes if node is not None)
        if len(found) < 2:
            return found[0] if found else None
        return Either(_over(found), found)

    def _both(self) -> Node | None:
        nodes: list[Node] = []
        while (token := self._peek()) is not None and token.sign not in _ENDS:
            if token.sign is Sign.AND:
                self._and(token, nodes)
                continue
            node = self._single()
            if node is not None:
                nodes.append(node)
        if len(nodes) < 2:
            return nodes[0] if nodes else None
        return Both(_over(nodes), tuple(nodes))

    def _and(self, token: Token, before: Sequence[Node]) -> None:
        """Words side by side are joined anyway, so AND only has to have something on both sides."""
        self._next()
        after = self._peek()
        if not before:
            raise self._fault("AND has nothing before it", token.span.start, "missing-operand", _before("AND"))
        if after is None or after.sign in _ENDS or after.sign is Sign.AND:
            raise self._fault("AND has nothing after it", token.span.start, "missing-operand", _after("AND"))

    def _single(self) -> Node | None:
        token = self._next()
        match token.sign:
            case Sign.NOT:
                return self._without(token)
            case Sign.OPEN:
                return self._bracket(token)
            case Sign.FIELD:
                return self._field(token)
            case Sign.EXACT:
                return self._exact(token)
            case Sign.PHRASE:
                return self._phrase(token)
            case _:
                return self._word(token)

    def _operand(self, token: Token, name: str) -> Node | None:
        following = self._peek()
        if following is None or following.sign in _ENDS or following.sign is Sign.AND:
            raise self._fault(f"{name} has nothing after it", token.span.start, "missing-operand", _after(name))
        self._deeper(token)
        node = self._single()
        self._depth -= 1
        return node

    def _without(self, token: Token) -> Node | None:
        node = self._operand(token, token.text)
        return None if node is None else Without(Span(token.span.start, node.span.end), node)

    def _bracket(self, token: Token) -> Node | None:
        self._deeper(token)
        node = self._either()
        self._depth -= 1
        if self._peek() is None:
            reason = Reason("not-closed")
            raise self._fault("this bracket is not closed", token.span.start, "unbalanced-bracket", reason)
        close = self._next()
        return None if node is None else _widened(node, Span(token.span.start, close.span.end))

    def _field(self, token: Token) -> Node | None:
        field = BY_NAME[token.text]
        if field.takes in {Takes.WORDS, Takes.SIDE}:
            node = self._operand(token, f"{token.text}:")
            return None if node is None else Within(Span(token.span.start, node.span.end), field.name, node)
        value = self._peek()
        if value is None or value.sign not in {Sign.WORD, Sign.PHRASE}:
            reason = Reason("wants-value", {"field": f"{token.text}:"})
            raise self._fault(f"{token.text}: wants a value", token.span.start, "missing-operand", reason)
        self._next()
        inside = value.span if value.sign is Sign.WORD else Span(value.span.start + 1, value.span.end - 1)
        return Filter(Span(token.span.start, value.span.end), field.name, value.text.strip(), inside)

    def _exact(self, token: Token) -> Node | None:
        following = self._peek()
        if following is None or following.sign not in {Sign.WORD, Sign.PHRASE}:
            raise self._fault("= wants a word", token.span.start, "missing-operand", Reason("wants-word"))
        self._next()
        if following.sign is Sign.PHRASE:
            return self._phrase(following)  # a phrase is looked for as it is printed in any case
        if not _has_letters(following.text):
            return None
        return Word(Span(token.span.start, following.span.end), following.text, exact=True)

    def _phrase(self, token: Token) -> Node | None:
        if not _has_letters(token.text):
            return None
        return Phrase(token.span, token.text, self._distance(token, WIDEST_SLOP, default=0))

    def _word(self, token: Token) -> Node | None:
        text = token.text
        if not _has_letters(text):
            return None
        if token.distance is not None:
            self._distance(token, FARTHEST, default=FARTHEST)
            return Fuzzy(token.span, text)
        if "*" in text:
            return self._prefix(token)
        return Word(token.span, text)

    def _prefix(self, token: Token) -> Node:
        stem = token.text.removesuffix("*")
        if "*" in stem:
            place = token.span.start + stem.index("*")
            raise self._fault("* stands only at the end of a word", place, "bad-wildcard", Reason("inner-asterisk"))
        return Prefix(token.span, stem)

    def _distance(self, token: Token, most: int, *, default: int) -> int:
        if not token.distance:
            return default
        found = int(token.distance)
        if not 0 <= found <= most:
            place = token.span.end - len(token.distance)
            detail, values = f"~ takes a number from 0 to {most} here, not {found}", {"most": most, "found": found}
            raise self._fault(detail, place, "bad-distance", Reason("distance", values))
        return found

    def _deeper(self, token: Token) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            reason = Reason("too-deep", {"most": DEEPEST})
            raise self._fault(
                f"more than {DEEPEST} brackets within brackets", token.span.start, "query-too-deep", reason
            )

    def _fault(self, detail: str, position: int, code: str, reason: Reason) -> BadQuery:
        detail = f"{detail} (character {position + 1})"
        return BadQuery(detail, query=self._query, position=position, code=code, reason=reason)


def _before(operator: str) -> Reason:
    return Reason("nothing-before", {"operator": operator})


def _after(operator: str) -> Reason:
    return Reason("nothing-after", {"operator": operator})


def _has_letters(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def _over(nodes: Sequence[Node]) -> Span:
    return Span(nodes[0].span.start, nodes[-1].span.end)


def _widened(node: Node, span: Span) -> Node:
    """With the brackets around it; a leaf keeps its own place, which is what is pointed at and marked."""
    return replace(node, span=span) if isinstance(node, Both | Either) else node
