"""Which lines surround an article without belonging to it: share bars, menus, tags, other headlines.

The words are data (``lexicon.toml``); here are only the rules, which look at a line as a whole: a
sentence of news that speaks of newsletters or of a logo is never touched. The edges of a text are what
stands before its first and after its last full sentence. Regions of a page are ``regions``' business.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from archive.text.fold import fold

MAX_WORDS: Final = 12
"""Words of a line that a phrase may open; longer lines are sentences."""
TITLE_WORDS: Final = 25
"""Words of a headline; the longest of 3,000 newspaper headlines has 21."""
_BYLINE_WORDS: Final = 8
_LIST_LINES: Final = 12
"""Title-like lines that may follow the head of a list of links."""

_NUMBER = re.compile(r"\d[\d,.٬٫]*")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_FULL_STOP = re.compile(r"[.!?؟…。][\"'»”’)\]]*\s*$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_TRIM: Final = " \t:：.،,;؛|-–—»«<>›‹•·*…\"'()[]"


@dataclass(frozen=True, slots=True)
class _Rule:
    reason: str
    anywhere: bool
    heads: bool
    sentences: bool
    whole: frozenset[str]
    opens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    rules: tuple[_Rule, ...]
    menu: frozenset[str]
    menu_reason: str
    keep: tuple[str, ...]
    byline: tuple[str, ...]
    credit: tuple[str, ...]


def reasons(lines: Sequence[str]) -> list[str | None]:
    """For each line, why it is boilerplate, or ``None`` where it belongs to the article."""
    first, last = _body(lines)
    found: list[str | None] = [None] * len(lines)
    for index, line in enumerate(lines):
        if found[index] is not None:
            continue
        edge = not first <= index <= last
        rule = _rule_for(line, edge=edge)
        found[index] = rule.reason if rule else _furniture(line, edge=edge)
        if rule and rule.heads and _key(line) in rule.whole:
            _mark_list(lines, found, index, rule.reason, last=last)
    return found


def is_sentence(line: str) -> bool:
    """Long enough for a sentence and ended like one, or longer than any headline (Arabic often has no full stop)."""
    words = len(line.split())
    return words > TITLE_WORDS or (words > 5 and bool(_FULL_STOP.search(line)))


def is_title_like(line: str) -> bool:
    return 0 < len(line.split()) <= TITLE_WORDS and not re.search(r"[.…:،,؛;]\s*$", line) and bool(_WORD.search(line))


def is_credit(line: str) -> bool:
    return len(line.split()) <= MAX_WORDS and fold(line).startswith(_lexicon().credit)


def is_byline_like(line: str) -> bool:
    """Short and opening as bylines do; whose it is, is the chain's business."""
    return len(line.split()) <= _BYLINE_WORDS and fold(line).startswith(_lexicon().byline)


def is_kept(line: str) -> bool:
    return fold(line).startswith(_lexicon().keep)


def reason_for_line(line: str) -> str | None:
    """As :func:`reasons` for a line that is known to stand at an edge."""
    rule = _rule_for(line, edge=True)
    return rule.reason if rule else _furniture(line, edge=True)


def _body(lines: Sequence[str]) -> tuple[int, int]:
    """Index of the first and the last full sentence; an empty range where there is none."""
    sentences = [index for index, line in enumerate(lines) if is_sentence(line) and not _rule_for(line, edge=True)]
    # A disclaimer may stand below the tags: it does not make them a part of the body.
    last = next((index for index in reversed(sentences) if not is_kept(lines[index])), -1)
    return (sentences[0], last) if sentences else (len(lines), -1)


def _rule_for(line: str, *, edge: bool) -> _Rule | None:
    key, opening = _key(line), _counted(fold(line)).strip()
    lexicon = _lexicon()
    short, sentence = len(line.split()) <= MAX_WORDS, is_sentence(line)
    for rule in lexicon.rules:
        if not (edge or rule.anywhere):
            continue
        opened = rule.sentences or (short and not sentence)
        if key in rule.whole or (opened and opening.startswith(rule.opens)):
            return rule
    return None


def _furniture(line: str, *, edge: bool) -> str | None:
    """Reasons that need no phrase: ornaments, bare addresses, menus."""
    words = _WORD.findall(fold(line))
    if not words:
        return "ornament"
    if not edge or is_kept(line):
        return None
    if _ADDRESS.match(line.strip()):
        return "bare address"
    lexicon = _lexicon()
    if len(words) <= 3 * MAX_WORDS and not is_sentence(line) and all(word in lexicon.menu for word in words):
        return lexicon.menu_reason
    return None


def _mark_list(lines: Sequence[str], found: list[str | None], head: int, reason: str, *, last: int) -> None:
    """The links under a head: all title-like lines at the end of a text, one in its middle."""
    at_end = head > last
    for index in range(head + 1, min(len(lines), head + 1 + (_LIST_LINES if at_end else 1))):
        if not is_title_like(lines[index]) or is_sentence(lines[index]) or is_kept(lines[index]):
            break
        found[index] = f"{reason}, listed"


def _key(line: str) -> str:
    return " ".join(_counted(fold(line)).split()).strip(_TRIM)


def _counted(folded: str) -> str:
    return _NUMBER.sub("#", folded)


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    raw = tomllib.loads(files(__package__ or "").joinpath("lexicon.toml").read_text(encoding="utf-8"))
    return _Lexicon(
        rules=tuple(_rule(entry) for entry in raw["lines"]),
        menu=frozenset(fold(word) for word in raw["menu"]["words"]),
        menu_reason=raw["menu"]["reason"],
        keep=_folded(raw["keep"]["opens"]),
        byline=_folded(raw["byline"]["opens"]),
        credit=_folded(raw["credit"]["opens"]),
    )


def _rule(entry: dict[str, Any]) -> _Rule:
    return _Rule(
        reason=entry["reason"],
        anywhere=entry["where"] == "anywhere",
        heads=entry.get("heads", False),
        sentences=entry.get("sentences", False),
        whole=frozenset(_key(phrase) for phrase in entry["whole"]),
        opens=_folded(entry.get("opens", [])),
    )


def _folded(phrases: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold(phrase) for phrase in phrases)
