"""How complete a text declares itself to be: "Excerpts from an op-ed by …", "(abridged)", مقتطفات من, نص مختصر.

Only declarations about the text itself count: at the start of a line, in brackets of their own, or with
"this article". "State television aired excerpts from the speech" declares nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from archive.text.fold import fold, fold_with_offsets
from archive.values import Span

Completeness = Literal["full", "abridged", "excerpt", "summary"]


@dataclass(frozen=True, slots=True)
class Extent:
    """The declared completeness, with the words that declare it."""

    completeness: Completeness
    quote: str
    span: Span


# Over folded text. A line is a block: it starts the text or follows a line break.
_WORK_EN: Final = (
    r"(?:an?|the|this|his|her)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:op-ed|article|piece|column|commentary|essay|interview|report|editorial|study)"
)
_THIS_EN: Final = (
    r"this\s+(?:is\s+an?\s+)?(?:article|piece|text|story|op-ed|interview|report|version|translation|column)"
)
_THIS_AR: Final = r"(?:هذا|هذه)\s+(?:المقال|المقاله|النص|الترجمه|التقرير|النسخه|الماده|الحوار)"
_LAYOUTS: Final[tuple[tuple[Completeness, str], ...]] = (
    ("excerpt", rf"^[\W_]*(?:excerpts?|extracts?|selections?|highlights)\s+(?:from|of)\s+{_WORK_EN}\b"),
    ("excerpt", r"[(\[]\s*(?:excerpts?|extracts?)\s*[)\]]"),
    ("excerpt", r"\bthis\s+is\s+an?\s+(?:edited\s+)?(?:excerpt|extract)\b"),
    ("summary", rf"^[\W_]*summary\s+of\s+{_WORK_EN}\b"),
    (
        "abridged",
        r"[(\[]\s*(?:abridged|shortened|condensed)(?:\s+version)?\s*[)\]]|^[\W_]*abridged\s+(?:version|by|from|translation)\b",
    ),
    (
        "abridged",
        rf"\b{_THIS_EN}\s+(?:was|has\s+been|is)\s+(?:\w+\s+(?:and\s+)?)?(?:abridged|shortened|condensed|cut)\b",
    ),
    ("abridged", r"\bthis\s+is\s+an?\s+(?:abridged|shortened|condensed)\s+version\b"),
    ("full", r"^[\W_]*(?:full\s+text|full\s+translation|unabridged)\s*(?:of\b|:|$)"),
    (
        "excerpt",
        r"^[\W_]*(?:مقتطفات|مقتطف|مقاطع|مقتبسات|اجزاء)\s+(?:من|عن)\s+(?:مقال|مقاله|حوار|مقابله|تقرير|دراسه|كلمه|نص|كتاب)\w*",
    ),
    ("excerpt", r"[(\[]\s*(?:مقتطفات|مقتطف|مقاطع)\s*[)\]]"),
    ("summary", r"^[\W_]*(?:ملخص|خلاصه|موجز)\s+(?:عن\s+)?(?:مقال|مقاله|تقرير|دراسه|حوار|مقابله)\w*"),
    (
        "abridged",
        r"[(\[]\s*(?:مختصر|مختصره|باختصار|بتصرف)\s*[)\]]|^[\W_]*(?:نص|نسخه|ترجمه|مقال)\s+(?:مختصره?|موجزه?)(?!\w)",
    ),
    ("abridged", rf"{_THIS_AR}\s+(?:مختصره?|مختزله?)(?!\w)|(?:اختصر|تم\s+اختصار|جري\s+اختصار)ت?\s+{_THIS_AR}"),
    ("full", r"^[\W_]*(?:النص\s+الكامل|الترجمه\s+الكامله|ترجمه\s+كامله)(?!\w)"),
)
_PATTERNS: Final = tuple((what, re.compile(pattern, re.MULTILINE)) for what, pattern in _LAYOUTS)


def extent_declared(text: str) -> Extent | None:
    """The first declaration in ``text``, or ``None`` where nothing is declared."""
    words = fold(text)
    found = [(match.start(), what, match) for what, pattern in _PATTERNS for match in pattern.finditer(words)]
    if not found:
        return None
    _, what, match = min(found, key=lambda one: one[0])
    span = _trimmed(text, fold_with_offsets(text).span(*match.span()))
    return Extent(what, span.of(text), span)


def _trimmed(text: str, span: Span) -> Span:
    printed = span.of(text)
    return Span(span.start + len(printed) - len(printed.lstrip()), span.start + len(printed.rstrip()))
