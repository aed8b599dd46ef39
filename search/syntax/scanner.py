"""A query cut into tokens: words, quotations, brackets, operators, fields; each with its place.

Arabic and Latin punctuation are read alike: «…», “…” and "…" quote, ، ؛ ؟ and , ; ? mean nothing, digits of
either script make dates and distances. Operators are written in capitals (AND OR NOT) or as ``|``, ``||``, ``&&``,
``-`` and ``!``, so that *and*, *or* and *not* stay words. A sign that would mean the opposite if it were passed
over (a minus on its own, a ``~`` in the wrong place) is refused where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from archive.errors import BadQuery, Reason
from archive.values import Span
from search.syntax.fields import field_named

OPENING: Final = {'"': '"', "“": "”", "”": "”", "„": "”", "«": "»", "″": "″", "＂": "＂"}
CLOSING: Final = "»"
MINUS: Final = frozenset("-‐‑‒–−﹣－")
"""What keyboards, telephones and word processors make of a minus."""
_LONG_DASHES: Final = frozenset("—―")
_LEAVING_OUT: Final = MINUS | {"!", "！"}
_CLOSED: Final = frozenset('")”“»″＂')
_APART: Final = MINUS | _LONG_DASHES
"""On their own these stand for a minus or for a dash: nobody can tell."""

_FIELD: Final = re.compile(r"([^\W\d_]+)[:：](?![:：/])(\s*)(?=\S)")
_EMPTY_FIELD: Final = re.compile(r"([^\W\d_]+)[:：]\s*\Z")
_WORD: Final = re.compile(r"(?:(?!&&)[^\s()|\"“”„«»″＂])+")
_DISTANCE: Final = re.compile(r"~([0-9٠-٩۰-۹]*)")
_OPERATORS: Final = {"AND": "AND", "OR": "OR", "NOT": "NOT"}


class Sign(Enum):
    WORD = "word"
    PHRASE = "phrase"
    FIELD = "field"
    OPEN = "("
    CLOSE = ")"
    AND = "AND"
    OR = "OR"
    NOT = "NOT"
    EXACT = "="


_SIGNS: Final = {
    "&&": Sign.AND,
    "||": Sign.OR,
    "|": Sign.OR,
    "(": Sign.OPEN,
    ")": Sign.CLOSE,
}
"""Longer ones first."""


@dataclass(frozen=True, slots=True)
class Token:
    """``text`` is the word, the inside of a quotation or the name of a field; ``distance`` what ``~`` says, if there.

    ``glued`` tells that no blank stands before it.
    """

    sign: Sign
    span: Span
    text: str
    distance: str | None = None
    glued: bool = False


def scan(query: str) -> Iterator[Token]:
    """The tokens of ``query`` in order."""
    position = 0
    while position < len(query):
        if query[position].isspace():
            position += 1
            continue
        token = _at(query, position)
        yield token
        position = token.span.end


def _at(query: str, start: int) -> Token:
    sign = query[start]
    if sign in OPENING:
        return _phrase(query, start)
    if sign == CLOSING:
        raise unbalanced(query, start)
    if sign in "(&|)":
        for written, meaning in _SIGNS.items():
            if query.startswith(written, start):
                return Token(meaning, Span(start, start + len(written)), written, glued=_is_glued(query, start))
    if not _is_glued(query, start):
        left_out = _left_out(query, start)
        if left_out is not None:
            return left_out
    elif sign in MINUS and query[start - 1] in _CLOSED:
        raise _lone(query, start)
    if sign == "=" and start + 1 < len(query) and not query[start + 1].isspace():
        return Token(Sign.EXACT, Span(start, start + 1), sign)
    return _field(query, start) or _word(query, start)


def _left_out(query: str, start: int) -> Token | None:
    """A minus or ``!`` right before what is to be left out."""
    sign, after = query[start], query[start + 1 : start + 2]
    before_something = bool(after) and not after.isspace()
    if sign in _LEAVING_OUT and before_something:
        return Token(Sign.NOT, Span(start, start + 1), sign)
    alone = sign in _APART and not before_something
    if alone or sign in _LONG_DASHES or (sign in "!！" and query[start + 1 :].strip()):
        raise _lone(query, start)
    return None


def _phrase(query: str, start: int) -> Token:
    end = _closing(query, start)
    distance = _DISTANCE.match(query, end + 1)
    if distance is not None and (not distance[1] or _goes_on(query, distance.end())):
        raise _bad_distance(query, end + 1)
    return Token(
        Sign.PHRASE,
        Span(start, distance.end() if distance else end + 1),
        query[start + 1 : end],
        distance[1] if distance else None,
        glued=_is_glued(query, start),
    )


def _goes_on(query: str, position: int) -> bool:
    """Whether a word goes on here."""
    return query[position : position + 1].isalnum() or query[position : position + 1] == "~"


def _closing(query: str, opening: int) -> int:
    end = query.find(OPENING[query[opening]], opening + 1)
    if end < 0 and query[opening] in "“”„":
        end = query.find('"', opening + 1)  # “typed so"
    if end < 0:
        raise unbalanced(query, opening)
    return end


def _field(query: str, start: int) -> Token | None:
    """The name of a field and its colon. Before a blank only a name that is known: *Aleppo: the siege* is words."""
    match = _FIELD.match(query, start) or _EMPTY_FIELD.match(query, start)
    if match is None:
        return None
    known = field_named(match[1])
    apart = match.re is _EMPTY_FIELD or bool(match[2])
    if known is None and apart:
        return None
    if known is None:
        detail = f"there is no field {match[1]!r}; put the whole in quotation marks to look for it as words"
        raise _refused(query, start, detail, code="unknown-field", reason=Reason("no-field", {"field": match[1]}))
    return Token(Sign.FIELD, Span(start, match.end(1) + 1), known.name)


def _word(query: str, start: int) -> Token:
    match = _WORD.match(query, start)
    if match is None:  # pragma: no cover - every other sign is met above
        raise BadQuery(f"{query[start]!r} cannot be read here", query=query, position=start)
    text, glued = match[0], _is_glued(query, start)
    operator = _OPERATORS.get(text)
    if operator is not None:
        return Token(Sign(operator), Span(start, match.end()), text)
    distance = _DISTANCE.search(text)
    if distance is None:
        return Token(Sign.WORD, Span(start, match.end()), text, glued=glued)
    if distance.start() == 0 or any(sign.isalnum() or sign in "~*" for sign in text[distance.end() :]):
        raise _bad_distance(query, start + distance.start())
    return Token(Sign.WORD, Span(start, match.end()), text[: distance.start()], distance[1], glued=glued)


def _is_glued(query: str, position: int) -> bool:
    """Whether something that is not an opening sign stands right before."""
    before = query[position - 1 : position]
    return bool(before) and not before.isspace() and before not in "(|&=:：" and before not in _LEAVING_OUT


def unbalanced(query: str, position: int) -> BadQuery:
    """The error for a quotation mark without its fellow."""
    detail = f"the quotation mark {query[position]} has no fellow"
    return _refused(
        query, position, detail, code="unbalanced-quote", reason=Reason("no-fellow", {"sign": query[position]})
    )


def _lone(query: str, position: int) -> BadQuery:
    sign = query[position]
    detail = f"{sign} stands right before what is to be left out, after a blank; a dash is put in quotation marks"
    return _refused(query, position, detail, code="lone-sign", reason=Reason("lone-sign", {"sign": sign}))


def _bad_distance(query: str, position: int) -> BadQuery:
    detail = '~ stands after a word or a quotation, with a number: idlib~1, "ceasefire talks"~3'
    return _refused(query, position, detail, code="bad-distance", reason=Reason("tilde"))


def _refused(query: str, position: int, detail: str, *, code: str, reason: Reason) -> BadQuery:
    return BadQuery(f"{detail} (character {position + 1})", query=query, position=position, code=code, reason=reason)
