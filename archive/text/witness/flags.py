"""What is wrong with a machine's sentence at sight: told from the sentence and its source alone.

A machine translator fails in ways a person does not: it copies, it stammers, it stops short, it invents.
Each flag is one such sign with a rule that can be checked by eye (MACHINE.md §1.3, §1.6). A sentence
with a flag in ``DEGENERATE`` is marked wherever it is shown and takes no part in any score. What the
engine itself reported (cut off, skipped, unknown pieces) is handed in. Pure; the thresholds are in the
recipe. Whether a translation is good is not asked here, and cannot be told so.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from typing import Final

from archive.text.fold import fold
from archive.text.numbers import NumberKind, find_numbers
from archive.text.recipe import recipe
from archive.text.scripts import SCRIPTS_OF, letter_counts
from archive.values import primary_language


class Flag(StrEnum):
    EMPTY = "empty"
    NO_LETTERS = "no_letters_skipped"
    """Nothing to translate (a number, an emoji): kept as it is, so that nothing can be invented for it."""
    OTHER_LANGUAGE = "other_language_skipped"
    """The passage is not in the language that the package reads: kept as it is."""
    UNTRANSLATED_COPY = "untranslated_copy"
    WRONG_SCRIPT = "wrong_script"
    REPETITION = "repetition"
    LENGTH_RATIO = "length_ratio"
    NUMBERS_LOST = "numbers_lost"
    TRUNCATED_IN = "truncated_in"
    TRUNCATED_OUT = "truncated_out"
    UNKNOWN = "has_unknown"
    """A piece that the model does not know was carried over as it stands."""


DEGENERATE: Final = frozenset(Flag) - {Flag.UNKNOWN}
"""Flags that keep a sentence out of scores. Unknown pieces are common in good sentences: names."""

_COPIED: Final = 0.9  # of the words, when there are more than _FEW_WORDS
_FEW_WORDS: Final = 2
_OWN_SCRIPT: Final = 0.5  # of the letters that must be in the target's script
_STAMMER: Final = 4  # times the same word or run of words one after the other
_LONGEST_RUN: Final = 8  # words
_SHORT_RATIO: Final = 0.25  # letters of the target for one of the source; Arabic to English has about 1.25
_LONG_RATIO: Final = 4.0
_RATIO_FROM: Final = 20  # letters of the source; a short one may well grow
_LOST_FROM: Final = 10  # smaller numbers are said as words, or not at all

RECIPE: Final = recipe(
    "machine-flags",
    1,
    copied=int(_COPIED * 100),
    script=int(_OWN_SCRIPT * 100),
    stammer=_STAMMER,
    shortest=int(_SHORT_RATIO * 100),
    longest=int(_LONG_RATIO * 100),
)

_WORD: Final = re.compile(r"[^\W_]+")
_LETTER: Final = re.compile(r"[^\W\d_]")


def has_letters(text: str) -> bool:
    """Whether there is anything to translate: a model makes text up for digits and emoji."""
    return _LETTER.search(text) is not None


def flags_of(source: str, target: str, *, source_language: str, target_language: str) -> tuple[Flag, ...]:
    """The flags that can be told from the two sentences, in the order of :class:`Flag`."""
    if not target.strip():
        return (Flag.EMPTY,)
    signs = {
        Flag.UNTRANSLATED_COPY: _is_copy(source, target),
        Flag.WRONG_SCRIPT: _is_in_wrong_script(target, target_language),
        Flag.REPETITION: _stammers(target) and not _stammers(source),
        Flag.LENGTH_RATIO: _is_out_of_proportion(source, target),
        Flag.NUMBERS_LOST: _loses_numbers(source, source_language, target, target_language),
    }
    return tuple(flag for flag in Flag if signs.get(flag, False))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _is_copy(source: str, target: str) -> bool:
    ours, theirs = _words(source), _words(target)
    if len(ours) <= _FEW_WORDS:
        return False  # a name may well be the same in both
    shared = (Counter(ours) & Counter(theirs)).total()
    return shared >= _COPIED * len(ours)


def _is_in_wrong_script(target: str, language: str) -> bool:
    expected = SCRIPTS_OF.get(primary_language(language))
    counts = letter_counts(target)
    letters = sum(counts.values())
    if not expected or not letters:
        return False
    return sum(counts.get(script, 0) for script in expected) < _OWN_SCRIPT * letters


def _stammers(text: str) -> bool:
    """Whether a run of one to eight words stands ``_STAMMER`` times in a row."""
    words = _words(text)
    return any(_repeats(words, length) for length in range(1, _LONGEST_RUN + 1))


def _repeats(words: list[str], length: int) -> bool:
    """Whether each word equals the one ``length`` before it, for ``_STAMMER - 1`` lengths on end."""
    run = 0
    for before, word in zip(words, words[length:], strict=False):
        run = run + 1 if before == word else 0
        if run >= length * (_STAMMER - 1):
            return True
    return False


def _is_out_of_proportion(source: str, target: str) -> bool:
    ours, theirs = len(_LETTER.findall(fold(source))), len(_LETTER.findall(fold(target)))
    return ours >= _RATIO_FROM and not _SHORT_RATIO * ours <= theirs <= _LONG_RATIO * ours


def _loses_numbers(source: str, source_language: str, target: str, target_language: str) -> bool:
    """Whether a number of ``_LOST_FROM`` or more that stands in figures is nowhere in the target."""
    said = find_numbers(target, target_language)
    return any(
        number.printed[:1].isdigit()
        and max(number.readings, default=0) >= _LOST_FROM
        and number.kind is not NumberKind.CODE
        and not any(number.agrees(other) for other in said)
        for number in find_numbers(source, source_language)
    )
