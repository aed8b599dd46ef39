"""A negation on one side of a link with nothing on the other that could carry it.

Languages deny in many ways (``refused``, ``غير``, ``دون``), so only a link with a plain negation on one side
and neither
a plain nor a hidden one on the other is reported (``lexicons/negation.toml``). What this cannot see: a negation moved
within a sentence that has another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from archive.text.compare.findings import Finding, Kind, Mark
from archive.text.compare.lexicons import lexicon
from archive.text.compare.links import Here, Pair, Side, glued
from archive.text.compare.phrases import Met, meet
from archive.text.fold import fold
from archive.text.recipe import recipe
from archive.values import primary_language

METHOD: Final = recipe("compare-negation", 3)
_DENIED_IN_FULL: Final = 0.75
_DENIED_IN_ARABIC: Final = 0.5  # لم is also why, and to gather
_OTHERWISE: Final = 0.45  # never, don't, nobody: other languages say the same without a negation
_UNDONE: Final = 0.5  # "not … without": a second negation on the same side may undo the first


def check_negation(pair: Pair) -> list[Finding]:
    """Compare the negations of every link."""
    return [finding for here in pair.linked() if (finding := _check(pair, here)) is not None]


def _check(pair: Pair, here: Here) -> Finding | None:
    if not (_known(pair.source) and _known(pair.target)):
        return None
    if glued(pair.source.text(here.source)) or glued(pair.target.text(here.target)):
        return None
    source, target = _plain(pair.source, here.source), _plain(pair.target, here.target)
    if source and not target and not _hidden(pair.target, here.target):
        sure = _sure(pair.source, here.source, source)
        return Finding(Kind.NEGATION, *_marks(source, []), source[0].printed, None, sure, METHOD)
    if target and not source and not _hidden(pair.source, here.source):
        sure = _sure(pair.target, here.target, target)
        return Finding(Kind.NEGATION, *_marks([], target), None, target[0].printed, sure, METHOD)
    return None


def _marks(source: Sequence[Met], target: Sequence[Met]) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    return tuple(one.mark for one in source), tuple(one.mark for one in target)


def negated(side: Side, sentences: Sequence[int]) -> bool:
    """Whether a plain negation stands in ``sentences``."""
    return bool(_plain(side, sentences))


def _known(side: Side) -> bool:
    return primary_language(side.language) in lexicon("negation")


def _plain(side: Side, sentences: Sequence[int]) -> list[Met]:
    met = meet(side, sentences, _words(side, "plain"))
    return [one for one in met if not _TAG.match(side.sentences[one.mark.sentence][one.mark.span.end :])]


# الشيوخلا: a word with the article takes no tanwin, so an لا at its end has lost the space before it.
_SWALLOWED: Final = re.compile(r"(?<![^\W\d_])[وفبك]?ال[^\W\d_]{3,}لا(?![^\W\d_])")
_TAG: Final = re.compile(r" (?:you|he|she|it|they|we|I)\?")  # aren't you?


def _hidden(side: Side, sentences: Sequence[int]) -> bool:
    if primary_language(side.language) == "ar" and _SWALLOWED.search(fold(side.text(sentences))):
        return True
    return bool(meet(side, sentences, _words(side, "hidden")))


def _words(side: Side, kind: str) -> list[str]:
    words: list[str] = lexicon("negation").get(primary_language(side.language), {}).get(kind, [])
    return words


def _sure(side: Side, sentences: Sequence[int], met: Sequence[Met]) -> float:
    """How sure a negation on ``side`` alone is a difference."""
    if _UNDOES.search(side.text(sentences)):
        return _UNDONE
    if primary_language(side.language) == "ar":
        return _DENIED_IN_ARABIC
    return _DENIED_IN_FULL if any(_is_full(side, one) for one in met) else _OTHERWISE


def _is_full(side: Side, met: Met) -> bool:
    """``was not``: the whole verb, as a written text denies it."""
    sentence, span = side.sentences[met.mark.sentence], met.mark.span
    return span.of(sentence).lower() == "not" and _AUXILIARY.search(sentence[: span.start]) is not None


_AUXILIARY: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|should|may|must|be) $", re.IGNORECASE
)


_UNDOES: Final = re.compile(
    r"\b(?:or|if|whether|why|not) not\b|\bnot\b.*\b(?:without|unless|until|only|mutually)\b|\bin order not\b",
    re.IGNORECASE,
)
"""``or not``, ``if not``, ``not … without``: said without a negation in other languages."""
