"""Which words of a text in Latin script are names to look for, and the words of either script to look among.

A capital makes no name at the head of a sentence or in a headline, nor where the same text writes the word small.
Acronyms, days, months and words that are translated (:mod:`.english_ordinary`) are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from archive.chain.date_words import GREGORIAN_MONTHS, ISLAMIC_MONTHS
from archive.text.compare.english_ordinary import INSTITUTIONS, TITLES, is_ordinary
from archive.text.compare.gazetteer import arabic_beginnings
from archive.text.fold import fold, fold_with_offsets
from archive.values import Span


@dataclass(frozen=True, slots=True)
class Word:
    span: Span
    printed: str
    folded: str
    certainty: float = 1.0  # that it is a name, in [0, 1]
    run: tuple[str, ...] = ()  # the other capitalised words it stands among, folded


_CAPITALISED: Final = re.compile(r"(?<![\w@#/.&])[A-ZÀ-Ž][^\W\d_]+(?:['’][^\W\d_]+)?(?![\w@]|\.[a-z])")
_LATIN: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ARABIC: Final = re.compile(r"[\u0621-\u064a]+")
_POSSESSIVE: Final = re.compile(r"['’]s?\Z")
_HEAD: Final = re.compile(r"(?:^|[.!?:;…]|--|[-–—]\s)[\s\"'“”‘’«»(\[]*\Z|[\"“«‘'(\[]\Z")
_LONGEST_ACRONYM: Final = 5
_SHORTEST: Final = 3
_AT_THE_HEAD: Final = 0.5
_ACTING_AT_THE_HEAD: Final = 0.9
_IN_A_HEADLINE: Final = 0.6
_BESIDE_AN_INSTITUTION: Final = 0.6
_A_TITLE: Final = 0.5


def latin_words(sentence: str) -> tuple[Word, ...]:
    return tuple(_word(match) for match in _LATIN.finditer(sentence))


def _word(match: re.Match[str]) -> Word:
    return Word(Span(*match.span()), match[0], _POSSESSIVE.sub("", fold(match[0])))


def arabic_words(sentence: str) -> tuple[Word, ...]:
    folded = fold_with_offsets(sentence)
    found: list[Word] = []
    for match in _ARABIC.finditer(folded.text):
        span = folded.span(*match.span())
        found.append(Word(span, span.of(sentence), match[0]))
    return tuple(found)


def capitalised(sentences: Sequence[str]) -> tuple[tuple[Word, ...], ...]:
    """The name candidates of every sentence."""
    small = {word.folded for sentence in sentences for word in latin_words(sentence) if word.printed.islower()}
    inside = {
        _POSSESSIVE.sub("", fold(match[0]))
        for sentence in sentences
        if not _is_headline(sentence)
        for match in _CAPITALISED.finditer(sentence)
        if not _HEAD.search(sentence[: match.start()])
    }
    return tuple(tuple(_candidates(sentence, small, inside)) for sentence in sentences)


def _is_headline(sentence: str) -> bool:
    """Whether nearly every longer word has a capital."""
    long = [word.printed for word in latin_words(sentence) if len(word.printed) > 3]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def _candidates(sentence: str, small: set[str], inside: set[str]) -> Iterator[Word]:
    headline = _is_headline(sentence)
    found = [(match, _word(match)) for match in _CAPITALISED.finditer(sentence)]
    for position, (match, word) in enumerate(found):
        if not _is_name(word, small):
            continue
        run = _run(found, position, sentence)
        certainty = 1.0 if arabic_beginnings(word.folded) else _certainty(match, word, run, sentence)
        if headline and word.folded not in inside:
            certainty = min(certainty, _IN_A_HEADLINE)
        yield Word(word.span, word.printed, word.folded, certainty, tuple(one.folded for one in run if one != word))


Found = tuple[re.Match[str], Word]


def _run(found: Sequence[Found], position: int, sentence: str) -> list[Word]:
    """The capitalised words that stand unbroken around one, itself included."""
    first = last = position
    while first and _BESIDE.fullmatch(sentence[found[first - 1][0].end() : found[first][0].start()]):
        first -= 1
    while last + 1 < len(found) and _BESIDE.fullmatch(sentence[found[last][0].end() : found[last + 1][0].start()]):
        last += 1
    return [word for _, word in found[first : last + 1]]


_BESIDE: Final = re.compile(r"\.? |-")


def _certainty(match: re.Match[str], word: Word, run: Sequence[Word], sentence: str) -> float:
    titled = any(one.folded in TITLES for one in run)
    before, after = sentence[: match.start()], sentence[match.end() :]
    if not titled and any(one.folded in INSTITUTIONS for one in run):
        return _BESIDE_AN_INSTITUTION
    if _QUOTED_BEFORE.search(before) and _QUOTED_AFTER.match(after):
        return _A_TITLE
    if _HEAD.search(before) and len(run) == 1:
        acts = word.printed.endswith(("'s", "’s")) or _ACTS.match(after)
        return _ACTING_AT_THE_HEAD if acts and not word.folded.endswith(("s", "ed", "ing", "ly")) else _AT_THE_HEAD
    return 1.0


_QUOTED_BEFORE: Final = re.compile(r"[\"“«‘'][^\"”»’']{0,20}\Z")
_QUOTED_AFTER: Final = re.compile(r"[^\"”»’.]{0,20},?[\"”»’']")
_ACTS: Final = re.compile(
    r"(?:,| (?:said|says|told|has|had|have|is|was|will|would|also|then|took|went|faces|faced|added|wants?|made|did|does"
    r"|who|and|could|can|may|might|should|must|never|later|now|\w{3,}ed)\b)"
)


def _is_name(word: Word, small: set[str]) -> bool:
    if arabic_beginnings(word.folded):
        return True
    if (
        _CONTRACTION.search(word.folded)
        or len(word.folded) < _SHORTEST
        or word.folded in small
        or word.folded in _DATES
        or is_ordinary(word.folded)
    ):
        return False
    return not (word.printed.isupper() and len(word.printed) <= _LONGEST_ACRONYM) and word.printed[1:].islower()


_CONTRACTION: Final = re.compile(r"['’](?:d|re|ll|m|ve|t)\Z")
_DATES: Final = frozenset(GREGORIAN_MONTHS) | frozenset(ISLAMIC_MONTHS) | frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)  # fmt: skip
