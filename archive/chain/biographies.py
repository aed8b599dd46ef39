"""The line on the author after the story: "X is a Syrian novelist living in Lyon.", * فلان كاتب سوري.

Only a whole name and a trade of those who write make one, and only after the story (``classify`` sees to that): the
same words at its top may be its first sentence. The paper such a line names employs the author; it is no source.
"""

from __future__ import annotations

import re
from typing import Final

from archive.chain import names_arabic, names_english
from archive.chain.byline_record import Standing
from archive.chain.lexicon_outlets import ARABIC_PERSON_LABELS, ENGLISH_PERSON_LABELS
from archive.text.fold import fold_with_offsets
from archive.values import Span

MAX_LENGTH: Final = 240
"""Characters; longer is a story of its own."""

_TRADES: Final = "|".join(sorted(ENGLISH_PERSON_LABELS - {"activist", "dissident", "figure", "officer", "politician"}))
_ENGLISH: Final = re.compile(
    rf"[*•\s]*(?P<name>[^\s,.:;()][^,.:;()]{{3,60}}?),?\s+(?:(?:is|was|works\s+as)\s+(?:an?|the)\s+(?:[\w-]+[\s,]+(?:and\s+)?){{0,4}}?"
    rf"(?:{_TRADES})\b|(?:writes|reports)\s+(?:for|on|about)\s).*",
    re.IGNORECASE,
)
_ARABIC: Final = re.compile(
    rf"(?P<star>[*•\s]*)(?P<name>[^\s*•][^:،.()–-]{{3,40}}?)(?P<mark>\s*[:،–-]\s*|\s+)(?:{'|'.join(sorted(ARABIC_PERSON_LABELS))})(?:\s+.*)?"
)


def find_biography(text: str) -> tuple[str, Span] | None:
    """The person that ``text`` as a whole presents, and where the words stand."""
    start = len(text) - len(text.lstrip(" *•"))
    if len(text) > MAX_LENGTH:
        return None
    name = _arabic(text) if names_arabic.is_arabic(text) else _english(text)
    return (name, Span(start, len(text.rstrip()))) if name else None


def _english(text: str) -> str | None:
    match = _ENGLISH.fullmatch(text)
    name = names_english.people(match["name"], Standing.FRAMED) if match else ()
    return name[0] if len(name) == 1 else None


def _arabic(text: str) -> str | None:
    """Without a mark (``فلان كاتب سوري``) the line must be starred: print does so at the foot of a column."""
    folded = fold_with_offsets(text)
    match = _ARABIC.fullmatch(folded.text)
    marked = bool(match and match["mark"].strip())
    if match is None or not (marked or "*" in match["star"] or "•" in match["star"]):
        return None
    name = names_arabic.people(
        folded.span(*match.span("name")).of(text), Standing.FRAMED if marked else Standing.LIKELY
    )
    return name[0] if len(name) == 1 else None
