"""Passages left in the language of the source.

Told by script where the two languages differ in it, else by a long run of the same words. A name or a title quoted in
its own script is no passage: a run has to be several words long and most of its sentence.
"""

from __future__ import annotations

import re
from typing import Final

from archive.text.compare.findings import Finding, Kind, Mark
from archive.text.compare.links import Pair, Side
from archive.text.fold import fold
from archive.text.recipe import recipe
from archive.values import Span, primary_language

METHOD: Final = recipe("compare-untranslated", 1)
_WHOLE: Final = 0.97
_PART: Final = 0.7
_SAME_WORDS: Final = 0.9
_LONG_RUN: Final = 6  # words
_SHORTEST: Final = 2  # words of a sentence
_MOST: Final = 0.7  # of a sentence's letters

_ARABIC_SCRIPT: Final = frozenset({"ar", "fa", "ur", "ps", "ckb", "ug", "sd"})
_ARABIC: Final = re.compile(r"[\u0620-\u064a\u0671-\u06d3]+")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?")


def check_untranslated(pair: Pair) -> list[Finding]:
    """Look through the target, linked or not."""
    own, foreign = _word(pair.target.language), _word(pair.source.language)
    links = {sentence: source for source, target in pair.links for sentence in target}
    findings: list[Finding] = []
    for sentence in range(len(pair.target.sentences)):
        source = links.get(sentence, ())
        found = _same_words(pair, sentence, source) if own is foreign else _other_script(pair, sentence, source)
        findings += [found] if found is not None else []
    return findings


def _word(language: str) -> re.Pattern[str]:
    return _ARABIC if primary_language(language) in _ARABIC_SCRIPT else _LATIN


def _other_script(pair: Pair, sentence: int, source: tuple[int, ...]) -> Finding | None:
    text = pair.target.sentences[sentence]
    own, foreign = _word(pair.target.language), _word(pair.source.language)
    words = list(foreign.finditer(text))
    letters = sum(len(match[0]) for match in words)
    others = sum(len(match[0]) for match in own.finditer(text))
    if len(words) >= _SHORTEST and letters >= _MOST * (letters + others):
        return _finding(pair.source, source, Mark(sentence, Span(0, len(text))), text, _WHOLE)
    run = _longest_run(text, words)
    if run is None or foreign is _LATIN:  # English titles stand in Arabic text by right
        return None
    return _finding(pair.source, source, Mark(sentence, run), run.of(text), _PART)


def _longest_run(text: str, words: list[re.Match[str]]) -> Span | None:
    """A run of words with nothing but blanks and marks between them."""
    best: tuple[int, Span] | None = None
    first = 0
    for index, match in enumerate(words):
        if index and any(one.isalpha() for one in text[words[index - 1].end() : match.start()]):
            first = index
        length = index - first + 1
        if length >= _LONG_RUN and (best is None or length > best[0]):
            best = length, Span(words[first].start(), match.end())
    return best[1] if best else None


def _same_words(pair: Pair, sentence: int, source: tuple[int, ...]) -> Finding | None:
    if primary_language(pair.source.language) == primary_language(pair.target.language):
        return None
    text = pair.target.sentences[sentence]
    words = _word(pair.target.language).findall(fold(text))
    same = any(words == _word(pair.source.language).findall(fold(pair.source.sentences[one])) for one in source)
    if not same or len(words) < _LONG_RUN:
        return None
    return _finding(pair.source, source, Mark(sentence, Span(0, len(text))), text, _SAME_WORDS)


def _finding(side: Side, source: tuple[int, ...], target: Mark, printed: str, confidence: float) -> Finding:
    return Finding(Kind.UNTRANSLATED, side.whole(source), (target,), None, printed, confidence, METHOD)
