"""Sentences, and the typed segments of a version: spans into the canonical text, never copies.

**The policy** (part of every alignment, so a change is a new version of ``RECIPE``):

1. A line break always ends a sentence. ``؛ : ،`` and their Latin cousins never do.
2. ``. ! ? ؟ … ۔ 。`` end one, with the quotes and brackets closed right after them. Long quotations
   are split inside: alignment needs it. Two dots (``..``), the pause of the Arabic press, do not, nor
   does an ellipsis standing apart ( … ), which marks an omission.
3. Not inside decimals, addresses, e-mail addresses, or a short bracket; not after an abbreviation,
   a title, initials (W. K.; د. أ. ص.ب.; آر.) or the number of a list item.
4. Not before a comma, a colon, another end mark or a lower-case Latin word; not between a quoted
   question and the verb that reports it (``"Why?" she asked``, ``«لماذا؟» تساءلت``).
5. A missing space does not hide the end: ``كلمة.كلمة`` and ``word.Word`` are two sentences.

No dictionary, no model, linear time. Which blocks a text has is :mod:`archive.text.blocks`' affair.
German ordinals ("am 3. Mai") and sentences that end in no mark at all are beyond it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from archive.text import abbreviations as words
from archive.text.abbreviations import Abbreviations
from archive.text.blocks import BlockKind, PlacedBlock
from archive.text.recipe import recipe
from archive.values import Span, primary_language

BRACKET_LIMIT: Final = 150
"""A bracket that closes within so many characters after an end mark is one remark and is not split."""

RECIPE: Final = recipe("segment", 1, rules="own", quotes="split-inside", ellipsis="ends", bracket=BRACKET_LIMIT)

_LINE: Final = re.compile(r"[^\n]+")
_MARK: Final = re.compile(r"""(?P<mark>[.!?؟…۔。！？।]+)(?P<closers>["'’”“»›)\]}]*)""")
_WORD: Final = re.compile(r"""[\s"'“”‘’«»‹›(\[]*(?P<word>[\w\u064b-\u0652\u0670'’.-]*\w)""")
_CANNOT_BEGIN: Final = re.compile(r"\s*(?:[,،;؛:)\]}.!?؟…%]|\Z)")
_HARAKAT: Final = re.compile("[\u0640\u064b-\u0652\u0670]")
_ARABIC_LETTER: Final = "\u0620-\u063f\u0641-\u064a\u066e-\u06d3"
_INITIALS_AR: Final = re.compile(rf"[{_ARABIC_LETTER}](?:\.[{_ARABIC_LETTER}])*\Z")
_ACRONYM: Final = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\Z")
_GLUED_LATIN: Final = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ'’]+(?![\w.@/])(?<!Com)(?<!Net)(?<!Org)(?<!Js)|[AI]\s")
_GLUED_ARABIC: Final = re.compile(rf"[«“(\"]?[{_ARABIC_LETTER}][{_ARABIC_LETTER}\u064b-\u0652]")
_GLUED_ITEM: Final = re.compile(r"\d{1,2}[.)-]\s")
_ENDS_ARABIC: Final = re.compile(rf"[{_ARABIC_LETTER}][{_ARABIC_LETTER}\u064b-\u0652]+\Z")
_ENDS_FIGURE: Final = re.compile(r"(?<![\w./])[\d.,٫٬]*\d\Z")
_ENDS_LATIN: Final = re.compile(r"(?<![@/\w.-])[\w'’-]*[^\W\d_][a-zà-ÿ]\Z")
_ITEM: Final = re.compile(r"\(?[\d٠-٩۰-۹]{1,2}\Z")
_REPORTED_EN: Final = re.compile(r"((?:[A-Z][\w.'’-]*\s+){1,3})(\w+)")
_LOOKBACK: Final = 40  # characters; longer than any abbreviation with the word before it


class SegmentKind(StrEnum):
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    SENTENCE = "sentence"
    QUOTATION = "quotation"
    CAPTION = "caption"
    DISCLAIMER = "disclaimer"
    CREDIT = "credit"


_SPLIT: Final = {BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.STANDFIRST, BlockKind.CAPTION}


@dataclass(frozen=True, slots=True)
class Segment:
    """``paragraph`` is the index of the block in the layout."""

    kind: SegmentKind
    span: Span
    paragraph: int


def segment(text: str, layout: Sequence[PlacedBlock], language: str) -> tuple[Segment, ...]:
    """Return the segments of a version in order. Headlines, bylines, datelines, disclaimers and credits stay whole."""
    return tuple(
        Segment(_kind(block.kind), span, number)
        for number, block in enumerate(layout)
        for span in _block_spans(text, block, language)
    )


def _kind(kind: BlockKind) -> SegmentKind:
    return SegmentKind.SENTENCE if kind is BlockKind.PARAGRAPH else SegmentKind(kind.value)


def _block_spans(text: str, block: PlacedBlock, language: str) -> tuple[Span, ...]:
    if block.kind not in _SPLIT:
        return (block.span,) if len(block.span) else ()
    return tuple(span.shift(block.span.start) for span in split_sentences(block.span.of(text), language))


def split_sentences(text: str, language: str) -> tuple[Span, ...]:
    """Return the sentences of ``text`` as spans without outer whitespace; every other character is in one of them."""
    table = abbreviations_of(language)
    return tuple(
        span
        for line in _LINE.finditer(text)
        for start, end in _pieces(line.group(), table)
        if len(span := _trimmed(text, line.start() + start, line.start() + end))
    )


def abbreviations_of(language: str) -> Abbreviations:
    return words.abbreviations(primary_language(language))


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start + left, start + max(left, len(piece.rstrip())))


def _pieces(line: str, table: Abbreviations) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _MARK.finditer(line):
        end = _end_of_closers(line, start, mark)
        if end < len(line) and _Cut(line, start, mark, end, table).ends_sentence():
            yield start, end
            start = end
    yield start, len(line)


def _end_of_closers(line: str, start: int, mark: re.Match[str]) -> int:
    """Where the sentence would end: a glued opening quote stays with what follows, a spaced closing one comes along."""
    end = mark.end()
    if mark["closers"][-1:] in {'"', "“"} and line[end : end + 1].isalpha() and not _open_quote(line, start, mark):
        return end - 1
    if line[end + 2 : end + 3].strip() == "" and line[end : end + 1].isspace():
        spaced = line[end + 1 : end + 2]
        if spaced == "»" or (spaced == '"' and not mark["closers"] and _open_quote(line, start, mark)):
            return end + 2
    return end


def _open_quote(line: str, start: int, mark: re.Match[str]) -> bool:
    return line.count('"', start, mark.start()) % 2 == 1


@dataclass(frozen=True, slots=True)
class _Cut:
    """One place where a sentence may end: at ``end`` of ``line``, begun at ``start``."""

    line: str
    start: int
    mark: re.Match[str]
    end: int
    table: Abbreviations

    def ends_sentence(self) -> bool:
        if not self.line[self.end].isspace():
            return self._glued()
        if self._is_pause() or self._goes_on() or self._in_bracket() or self._reported():
            return False
        return not (self.mark["mark"] == "." and self._abbreviated())

    def _glued(self) -> bool:
        """Policy 5: the space after the mark is missing."""
        before = self._word_before()
        if self._is_ellipsis() or self._in_bracket() or before.rpartition(".")[2] in words.LETTER_NAMES_AR:
            return False
        if _ITEM.match(before) and self._numbers_an_item(before):
            return False
        if _ENDS_ARABIC.search(before):
            return bool(_GLUED_ARABIC.match(self.line, self.end) or _GLUED_ITEM.match(self.line, self.end))
        if _ENDS_FIGURE.search(before):
            return bool(_GLUED_ARABIC.match(self.line, self.end) or _GLUED_LATIN.match(self.line, self.end))
        return bool(_ENDS_LATIN.search(before) and _GLUED_LATIN.match(self.line, self.end))

    def _is_ellipsis(self) -> bool:
        return self.mark["mark"] == "…" or (len(self.mark["mark"]) > 1 and set(self.mark["mark"]) == {"."})

    def _is_pause(self) -> bool:
        """Policy 2: two dots, or an ellipsis standing apart from the word before it."""
        apart = self.line[self.mark.start() - 1 : self.mark.start()].isspace()
        return self.mark["mark"] == ".." or (apart and self._is_ellipsis())

    def _goes_on(self) -> bool:
        """Policy 4: what follows cannot begin a sentence."""
        if _CANNOT_BEGIN.match(self.line, self.end):
            return True
        word = self._word_after()
        return word[:1].islower() and word[:1].isascii() and word == word.lower()

    def _in_bracket(self) -> bool:
        """Policy 3: a round bracket that closes soon, or right here though it was opened within the sentence."""
        at = self.mark.start()
        opened = self.line.rfind("(", self.start, at)
        if opened < 0 or opened < self.line.rfind(")", self.start, at):
            return False
        if ")" in self.mark["closers"]:
            return bool(self.line[self.start : opened].strip())
        return self.line.find(")", self.end, self.end + BRACKET_LIMIT) >= 0

    def _reported(self) -> bool:
        """Policy 4: a quotation with its own end mark, and the words that say whose it is."""
        if not self.mark["closers"]:
            return False
        after = _HARAKAT.sub("", self._word_after())
        if after in words.ATTRIBUTING_AR or self.mark["mark"][-1] not in "?!؟":
            return after in words.ATTRIBUTING_AR
        return after in words.REPORTING_AR or self._reported_by_name()

    def _reported_by_name(self) -> bool:
        """``"Why?" Mr. Haddad asked``, but not ``"Why?" He asked``."""
        named = _REPORTED_EN.match(self.line[self.end : self.end + 80].lstrip())
        if named is None or named[2] not in words.REPORTING_EN:
            return False
        return named[1].split()[0].lower() not in self.table.starters

    def _abbreviated(self) -> bool:
        """Policy 3: the full stop belongs to the word before it."""
        word = self._word_before()
        if _ITEM.match(word):
            return self._numbers_an_item(word)
        bare = _HARAKAT.sub("", word)
        if re.match(rf"[{_ARABIC_LETTER}]", bare):
            return self._abbreviated_arabic(bare)
        return self._abbreviated_latin(word)

    def _numbers_an_item(self, word: str) -> bool:
        before = self.line[self.start : self.mark.start() - len(word)].rstrip()
        return not before or before[-1] in ":؛;،,"

    def _abbreviated_latin(self, word: str) -> bool:
        key, after = word.lower(), self._word_after()
        if key in self.table.titles:
            return True
        if key in self.table.numbered and not _is_initial(word):
            return after[:1].isdigit()
        if key in self.table.open or _ACRONYM.match(word) or _is_initial(word):
            return not self._starts(after)
        return False

    def _abbreviated_arabic(self, word: str) -> bool:
        if word in words.LETTER_NAMES_AR:
            return word == "في" or self._second_word_before() not in words.LETTER_NAMES_AR
        if words.LETTER_NAMES_AR.issuperset(word.split(".")):
            return not self._starts(self._word_after())
        if word not in words.TITLES_AR and not _INITIALS_AR.match(word):
            return False
        if "." not in word and self._second_word_before()[-1:].isdigit():
            return False  # 2015 م. and 1436 هـ. are years, 200 م. is a length
        return word in words.TITLES_AR or not self._starts(self._word_after())

    def _starts(self, word: str) -> bool:
        return word.lower() in self.table.starters or word[:1] in {"و", "ف"}

    def _word_after(self) -> str:
        found = _WORD.match(self.line, self.end)
        return found["word"] if found else ""

    def _word_before(self) -> str:
        return self._words_before()[-1]

    def _second_word_before(self) -> str:
        before = self._words_before()
        return before[-2] if len(before) > 1 else ""

    def _words_before(self) -> list[str]:
        tail = self.line[max(self.start, self.mark.start() - _LOOKBACK) : self.mark.start()]
        return [word.lstrip("\"'“”‘’«»([{") for word in tail.split()] or [""]


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha() and word.isupper()
