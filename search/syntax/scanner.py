"""A query cut into tokens: words, quotations, brackets, operators, fields; each with its place.

Arabic and Latin punctuation are read alike: «…», “…” and "…" quote, ، ؛ ؟ and , ; ? mean nothing, digits of
either script make dates and distances. Operators are written in capitals (AND OR NOT) or as ``|`` and ``-``,
so that *and*, *or* and *not* stay words. A quotation without its end is refused where it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from archive.errors import BadQuery, Reason
from archive.values import Span
from search.syntax.fields import BY_NAME

OPENING: Final = {'"': '"', "“": "”", "”": "”", "„": "”", "«": "»", "″": "″", "＂": "＂"}
CLOSING: Final = "»"

_FIELD: Final = re.compile(r"([^\W\d_]+)[:：](?=[^\s:：/])")
_WORD: Final = re.compile(r"[^\s()|\"“”„«»″＂]+")
_DISTANCE: Final = re.compile(r"~([0-9٠-٩۰-۹]*)")
_OPERATORS: Final = {"AND": "AND", "OR": "OR", "NOT": "NOT", "|": "OR"}


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
    if sign in "()|":
        meaning = {"(": Sign.OPEN, ")": Sign.CLOSE, "|": Sign.OR}[sign]
        return Token(meaning, Span(start, start + 1), sign, glued=_is_glued(query, start))
    if sign == "-" and _stands_before_something(query, start):
        return Token(Sign.NOT, Span(start, start + 1), sign)
    if sign == "=" and start + 1 < len(query) and not query[start + 1].isspace():
        return Token(Sign.EXACT, Span(start, start + 1), sign)
    field = _FIELD.match(query, start)
    if field is not None:
        return _field(query, field)
    return _word(query, start)


def _phrase(query: str, start: int) -> Token:
    end = _closing(query, start)
    distance = _DISTANCE.match(query, end + 1)
    return Token(
        Sign.PHRASE,
        Span(start, distance.end() if distance else end + 1),
        query[start + 1 : end],
        distance[1] if distance else None,
        glued=_is_glued(query, start),
    )


def _closing(query: str, opening: int) -> int:
    end = query.find(OPENING[query[opening]], opening + 1)
    if end < 0 and query[opening] in "“”„":
        end = query.find('"', opening + 1)  # “typed so"
    if end < 0:
        raise unbalanced(query, opening)
    return end


def _field(query: str, match: re.Match[str]) -> Token:
    known = BY_NAME.get(match[1].lower())
    if known is None:
        raise BadQuery(
            f"there is no field {match[1]!r}; put the whole in quotation marks to look for it as words",
            query=query,
            position=match.start(),
            code="unknown-field",
            reason=Reason("no-field", {"field": match[1]}),
        )
    return Token(Sign.FIELD, Span(match.start(), match.end()), known.name)


def _word(query: str, start: int) -> Token:
    match = _WORD.match(query, start)
    if match is None:  # pragma: no cover - every other sign is met above
        raise BadQuery(f"{query[start]!r} cannot be read here", query=query, position=start)
    text, glued = match[0], _is_glued(query, start)
    operator = _OPERATORS.get(text)
    if operator is not None:
        return Token(Sign(operator), Span(start, match.end()), text)
    distance = _DISTANCE.search(text)
    if distance is not None and distance.end() == len(text) and distance.start() > 0:
        return Token(Sign.WORD, Span(start, match.end()), text[: distance.start()], distance[1], glued=glued)
    return Token(Sign.WORD, Span(start, match.end()), text, glued=glued)


def _stands_before_something(query: str, position: int) -> bool:
    """A minus excludes when it stands before a word and not inside one."""
    follows = position + 1 < len(query) and not query[position + 1].isspace()
    return follows and not _is_glued(query, position)


def _is_glued(query: str, position: int) -> bool:
    """Whether something that is not an opening sign stands right before."""
    return position > 0 and not query[position - 1].isspace() and query[position - 1] not in "(|=-:："


def unbalanced(query: str, position: int) -> BadQuery:
    """The error for a quotation mark without its fellow."""
    detail = f"the quotation mark {query[position]} at character {position + 1} has no fellow"
    reason = Reason("no-fellow", {"sign": query[position]})
    return BadQuery(detail, query=query, position=position, code="unbalanced-quote", reason=reason)
