"""What a byline says, and the small things all byline readers share. Reading one is ``bylines``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Literal

from archive.text.fold import fold
from archive.values import Span

Identity = Literal["named", "anonymous", "unknown"]

QUOTES: Final = "\"'“”„«»‹›‘’`"


class Standing(IntEnum):
    """How sure we are that a string is what it looks like."""

    NO = 0
    SHAPE = 1  # capitals, length and particles fit; nothing confirms it
    FRAMED = 2  # its letters speak for a name: enough where an explicit frame ("by", بقلم) proves the slot
    LIKELY = 3  # they speak loudly: enough beside one other sign, such as a known place
    KNOWN = 4  # a given name, an outlet word, the publisher, a label or guillemets confirm it


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """One printed byline. ``quote`` is verbatim and ``span`` is where it stands in the line parsed.

    ``persons``, ``outlet`` and ``label`` are as printed, without honorifics, quotation marks and
    brackets. ``extent`` is what the byline declares of completeness ("excerpt"). ``own_work`` means
    the outlet is the translating publisher itself: not a translation at all. ``explicit`` is true
    where a cue was printed ("by", "بقلم", "مراسلنا"), false for a bare "place - name" line.
    """

    quote: str
    span: Span
    persons: tuple[str, ...] = ()
    outlet: str | None = None
    label: str | None = None
    place: str | None = None
    language: str
    role: str = "aut"
    identity: Identity = "named"
    extent: str | None = None
    own_work: bool = False
    explicit: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a reader made of the words of a byline; the caller adds quote, span and language."""

    persons: tuple[str, ...] = ()
    outlet: str | None = None
    label: str | None = None
    place: str | None = None
    role: str = "aut"
    identity: Identity = "named"
    extent: str | None = None
    explicit: bool = True


def name_key(text: str) -> str:
    """Names that differ in case, quotation marks, hyphens or the English article share a key."""
    key = re.sub(rf"[{re.escape(QUOTES)}]", "", fold(text))
    key = re.sub(r"[\s–—-]+", " ", key).strip(" .:،,")
    return key.removeprefix("the ")


def same_name(one: str | None, other: str | None) -> bool:
    return bool(one and other) and name_key(one or "") == name_key(other or "")


def unquoted(text: str) -> str:
    """Without the quotation marks that stand around all of it."""
    text = text.strip()
    while len(text) > 2 and text[0] in QUOTES and text[-1] in QUOTES and not set(text[1:-1]) & set('«»“”"'):
        text = text[1:-1].strip()
    return text


def is_quoted(text: str) -> bool:
    return unquoted(text) != text.strip()


def split_trailing_brackets(text: str) -> tuple[str, str | None]:
    """``"Outlet (site (Beirut))"`` → ``("Outlet", "site (Beirut)")``; brackets that do not balance are left alone."""
    text = text.rstrip()
    if not text.endswith((")", "]")):
        return text, None
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        depth += (text[index] in ")]") - (text[index] in "([")
        if depth == 0:
            return text[:index].rstrip(), text[index + 1 : -1].strip() or None
    return text, None
