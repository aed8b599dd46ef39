"""Plant revisions in articles and know the truth: the benchmark of COMPARE.md §3, made anew.

A draft is the sentences of one article in one language. Its revision has words replaced, deleted and
inserted, sentences deleted, inserted and moved, and its sentence boundaries shifted: sentences run
together behind a comma, split where none ended, spread over other paragraphs. New words and sentences
are taken from the other articles. A move jumps over half as many kept words again as it moves, and moves
do not cross, or it would be the others that moved. Everything is drawn from a generator seeded by article, language and level: the same data
gives the same benchmark.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from archive.text.fold import fold
from archive.text.revise import OpKind, Redline, revise
from archive.values import Span

LETTERS = re.compile(r"[^\W_]")
END = re.compile(r"[.!?؟…]+\Z")
COMMA = {"ar": "،", "en": ","}


@dataclass(frozen=True)
class Level:
    """Shares of words edited, of sentences deleted and inserted, moves in 16 sentences, share of ends that shift."""

    edited: float
    deleted: float
    inserted: float
    moves: float
    shifted: float


LEVELS = {
    "no moves": Level(0.04, 0.06, 0.06, 0, 0),
    "moves": Level(0.04, 0.06, 0.06, 1.2, 0),
    "shifted": Level(0.04, 0.06, 0.06, 1.2, 0.3),
    "heavy": Level(0.15, 0.10, 0.10, 1.2, 0.3),
}


@dataclass
class Word:
    """A word as printed; ``origin`` is its place in the draft, none where it is new."""

    print: str
    origin: int | None = None
    moved: bool = False


@dataclass(frozen=True)
class Printed:
    """A text and where its words stand in it."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Planted:
    """Both texts, the words that changed in each, and those that moved unchanged (by draft and by revision)."""

    a: Printed
    b: Printed
    changed_a: frozenset[int]
    changed_b: frozenset[int]
    moved_a: frozenset[int]
    moved_b: frozenset[int]


@dataclass
class Tally:
    """True, marked and both, summed over documents."""

    true: int = 0
    found: int = 0
    both: int = 0

    def add(self, true: frozenset[int], found: frozenset[int]) -> None:
        self.true, self.found, self.both = (
            self.true + len(true),
            self.found + len(found),
            self.both + len(true & found),
        )

    @property
    def precision(self) -> float:
        return self.both / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.both / self.true if self.true else 1.0

    @property
    def f(self) -> float:
        return 2 * self.both / (self.true + self.found) if self.true + self.found else 1.0


@dataclass
class Figures:
    changed: Tally = field(default_factory=Tally)
    moved: Tally = field(default_factory=Tally)

    @classmethod
    def of(cls, benchmark: Iterable[Planted]) -> Figures:
        figures = cls()
        for planted in benchmark:
            figures.add(planted, revise(planted.a.text, planted.b.text))
        return figures

    def __str__(self) -> str:
        return (
            f"F {self.changed.f:.4f} (P {self.changed.precision:.4f}, R {self.changed.recall:.4f}, "
            f"{self.changed.true} words), moved P {self.moved.precision:.4f} R {self.moved.recall:.4f} "
            f"({self.moved.true} words)"
        )

    def add(self, planted: Planted, redline: Redline) -> None:
        """Words inside a moved block that were not edited are moved, not changed."""
        edits = {OpKind.DELETE, OpKind.INSERT, OpKind.REPLACE}
        leaves = list(redline.leaves())
        self.changed.add(planted.changed_a, marked(planted.a, (op.a for op in leaves if op.kind in edits)))
        self.changed.add(planted.changed_b, marked(planted.b, (op.b for op in leaves if op.kind in edits)))
        inner = [op for moved in redline.ops for op in moved.inner if op.kind not in edits]
        self.moved.add(planted.moved_a, marked(planted.a, (op.a for op in inner)))
        self.moved.add(planted.moved_b, marked(planted.b, (op.b for op in inner)))


def marked(printed: Printed, spans: Iterable[Span]) -> frozenset[int]:
    """The words that any of the spans, in order, touches by a letter."""
    touched = bytearray(len(printed.text))
    for span in spans:
        touched[span.start : span.end] = b"\1" * len(span)
    return frozenset(
        index
        for index, span in enumerate(printed.spans)
        if any(touched[at] and LETTERS.match(printed.text[at]) for at in range(span.start, span.end))
    )


def plant(sentences: Sequence[str], others: Sequence[Sequence[str]], language: str, level: Level, seed: str) -> Planted:
    """Return a draft of these sentences and a revision of it."""
    dice = random.Random(seed)
    numbers = itertools.count()
    draft = [[Word(word, next(numbers)) for word in sentence.split() if LETTERS.search(word)] for sentence in sentences]
    draft = [sentence for sentence in draft if sentence]
    vocabulary = sorted({word for other in others for sentence in other for word in sentence.split() if word.isalpha()})
    revised = [_edited(sentence, vocabulary, level, dice) for sentence in draft]
    revised = _deleted_and_inserted(revised, others, level, dice)
    _move(revised, round(level.moves * len(revised) / 16 + dice.random() - 0.5), dice)
    if level.shifted:
        revised = _shifted(revised, COMMA[language], level, dice)
    return _planted(_printed(draft, dice), _printed(revised, dice), draft, revised)


def _edited(sentence: Sequence[Word], vocabulary: Sequence[str], level: Level, dice: random.Random) -> list[Word]:
    """Six in ten edits replace, two delete, two insert."""
    words = []
    for word in sentence:
        chance = dice.random() / level.edited
        if chance < 0.6:
            words.append(Word(_another(word.print, vocabulary, dice)))
        elif chance < 0.8:
            words += [Word(word.print, word.origin), Word(_another(word.print, vocabulary, dice))]
        elif chance >= 1:
            words.append(Word(word.print, word.origin))
    return words


def _another(word: str, vocabulary: Sequence[str], dice: random.Random) -> str:
    while fold(other := dice.choice(vocabulary)) == fold(word):
        continue
    return other


def _deleted_and_inserted(
    sentences: Sequence[list[Word]], others: Sequence[Sequence[str]], level: Level, dice: random.Random
) -> list[list[Word]]:
    revised = []
    for sentence in sentences:
        if sentence and dice.random() >= level.deleted:
            revised.append(sentence)
        if dice.random() < level.inserted:
            revised.append([Word(word) for word in dice.choice(dice.choice(others)).split() if LETTERS.search(word)])
    return revised


def _move(sentences: list[list[Word]], moves: int, dice: random.Random) -> None:
    """Move one or two sentences over half as many kept words again, touching nothing that another move touched."""
    touched: set[int] = set()
    for _ in range(moves):
        start, size = dice.randrange(len(sentences)), dice.choice((1, 1, 2))
        block, rest = sentences[start : start + size], sentences[:start] + sentences[start + size :]
        ways = [(to, rest[min(start, to) : max(start, to)]) for to in range(len(rest) + 1)]
        far = [
            (to, jumped)
            for to, jumped in ways
            if _kept(jumped) > 1.5 * _kept(block) and not any(id(sentence) in touched for sentence in (*block, *jumped))
        ]
        if not far or not _kept(block):
            continue
        to, jumped = dice.choice(far)
        touched.update(id(sentence) for sentence in (*block, *jumped))
        for word in itertools.chain(*block):
            word.moved = True
        sentences[:] = rest[:to] + block + rest[to:]


def _kept(sentences: Iterable[Iterable[Word]]) -> int:
    return sum(word.origin is not None for word in itertools.chain(*sentences))


def _shifted(sentences: Sequence[list[Word]], comma: str, level: Level, dice: random.Random) -> list[list[Word]]:
    """Run sentences together and split others; words stay, their marks and capitals change."""
    shifted: list[list[Word]] = []
    for sentence in sentences:
        if shifted and dice.random() < level.shifted:
            shifted[-1][-1].print = END.sub("", shifted[-1][-1].print) + comma
            sentence[0].print = sentence[0].print[0].lower() + sentence[0].print[1:]
            shifted[-1].extend(sentence)
        elif len(sentence) > 9 and dice.random() < level.shifted:
            cut = dice.randrange(4, len(sentence) - 4)
            sentence[cut - 1].print = sentence[cut - 1].print.rstrip(",،;؛:") + "."
            sentence[cut].print = sentence[cut].print[0].upper() + sentence[cut].print[1:]
            shifted += [sentence[:cut], sentence[cut:]]
        else:
            shifted.append(sentence)
    return shifted


def _printed(sentences: Iterable[Sequence[Word]], dice: random.Random) -> Printed:
    """Sentences in paragraphs of one to three."""
    text, spans, room = "", [], 0
    for sentence in sentences:
        text += ("\n\n" if room == 0 else " ") if text else ""
        room = dice.choice((0, 1, 2)) if room == 0 else room - 1
        for number, word in enumerate(sentence):
            text += " " if number else ""
            spans.append(Span(len(text), len(text) + len(word.print)))
            text += word.print
    return Printed(text, tuple(spans))


def _planted(a: Printed, b: Printed, draft: Iterable[Iterable[Word]], revised: Iterable[Iterable[Word]]) -> Planted:
    old, new = list(itertools.chain(*draft)), list(itertools.chain(*revised))
    kept = {word.origin for word in new if word.origin is not None}
    moved = {word.origin for word in new if word.moved and word.origin is not None}
    return Planted(
        a,
        b,
        frozenset(index for index in range(len(old)) if index not in kept),
        frozenset(index for index, word in enumerate(new) if word.origin is None),
        frozenset(moved),
        frozenset(index for index, word in enumerate(new) if word.moved and word.origin is not None),
    )


def benchmark(articles: Sequence[Sequence[str]], language: str, level: str) -> Iterator[Planted]:
    """One planted revision an article; new words and sentences come from the next four articles."""
    for number, sentences in enumerate(articles):
        others = [articles[(number + step) % len(articles)] for step in range(1, min(5, len(articles)))]
        yield plant(sentences, others, language, LEVELS[level], f"{number} {language} {level}")


def articles(documents: Sequence[dict[str, Any]], language: str, half: str) -> list[list[str]]:
    """The first 52 of the articles of eight sentences and more, even ones for tuning, odd ones to report."""
    long = [document[f"sentences_{language}"] for document in documents if len(document["sentences_ar"]) >= 8]
    return long[half == "reported" :: 2][:52]


_RESPELLINGS = (
    lambda word, dice: word[:1] + dice.choice("\u064e\u064f\u0650") + word[1:],
    lambda word, dice: word[:2] + "\u0640" * word.isalpha() + word[2:],
    lambda word, dice: word.translate(str.maketrans("أإآ", "ااا")),
    lambda word, dice: word.translate(str.maketrans("ةى", "هي")),
    lambda word, dice: word.translate(str.maketrans("0123456789.", "٠١٢٣٤٥٦٧٨٩.")),
    lambda word, dice: "\u200f" + word,
)
_ARABIC_WORD = re.compile("[\u0620-\u064a]{3,}|[0-9]+")


def respelled(text: str, dice: random.Random) -> str:
    """The same words, about three in ten of them spelled otherwise."""
    return _ARABIC_WORD.sub(
        lambda word: dice.choice(_RESPELLINGS)(word.group(), dice) if dice.random() < 0.5 else word.group(), text
    )
