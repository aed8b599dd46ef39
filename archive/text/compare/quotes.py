"""Quotations that differ across a link: gone, new, or grown much shorter or longer.

Quotation marks are used differently in the two presses (only 63 % of quoted news pairs have as many on both sides,
COMPARE.md V4), so all that is told from marks alone is a hint. Spans in ``«»``, ``“”`` and ``""``; single quotes are
too often apostrophes.
"""

from __future__ import annotations

import re
from typing import Final

from archive.text.compare.findings import Finding, Kind, Mark
from archive.text.compare.links import Here, Pair, Side
from archive.text.recipe import recipe
from archive.values import Span

METHOD: Final = recipe("compare-quotes", 1)
_BECAME_INDIRECT: Final = 0.45
_LENGTH: Final = 0.4
_SHORTEST: Final = 15  # characters: shorter ones are titles and scare quotes
_RATIO: Final = 2.5

_QUOTED: Final = re.compile(r"«([^«»]+)»|“([^“”]+)”|\"([^\"]+)\"|„([^„“”]+)[“”]")


def check_quotes(pair: Pair) -> list[Finding]:
    """Compare the quotations of every link."""
    return [finding for here in pair.linked() for finding in _check(pair, here)]


def _check(pair: Pair, here: Here) -> list[Finding]:
    source, target = _quoted(pair.source, here.source), _quoted(pair.target, here.target)
    if source and not target and not _marked(pair.target, here.target):
        return [Finding(Kind.QUOTE_CHANGED, (source[0],), (), _shown(pair.source, source[0]), None,
                        _BECAME_INDIRECT, METHOD)]  # fmt: skip
    if target and not source and not _marked(pair.source, here.source):
        return [Finding(Kind.QUOTE_CHANGED, (), (target[0],), None, _shown(pair.target, target[0]),
                        _BECAME_INDIRECT, METHOD)]  # fmt: skip
    if len(source) != 1 or len(target) != 1:
        return []
    lengths = len(source[0].span), len(target[0].span)
    if max(lengths) < _RATIO * min(lengths):
        return []
    shown = _shown(pair.source, source[0]), _shown(pair.target, target[0])
    return [Finding(Kind.QUOTE_CHANGED, (source[0],), (target[0],), *shown, _LENGTH, METHOD)]


def _quoted(side: Side, sentences: tuple[int, ...]) -> list[Mark]:
    found: list[Mark] = []
    for sentence in sentences:
        for match in _QUOTED.finditer(side.sentences[sentence]):
            inner = match.lastindex or 0
            if match.end(inner) - match.start(inner) >= _SHORTEST:
                found.append(Mark(sentence, Span(match.start(inner), match.end(inner))))
    return found


def _marked(side: Side, sentences: tuple[int, ...]) -> bool:
    """Whether any quotation mark stands there at all: a quotation may run over the sentence."""
    return any(mark in side.text(sentences) for mark in "«»“”„\"'‘’")


def _shown(side: Side, mark: Mark) -> str:
    return mark.span.of(side.sentences[mark.sentence])
