"""Made-up documents of any number for the search bench, and questions to ask of them: rule and seed, no text of anyone's.

Words are built (Arabic: invented roots in usual patterns, with articles, particles and endings;
English: syllables with endings), each with its stem. How often they come follows Zipf and Mandelbrot;
a document has a subject that raises some words, and set phrases run through all, so that words meet
and follow each other as in prose. Lengths are spread around 401 (Arabic) and 322 (English) words, the
means of the newspaper corpora of SEARCH.md §1.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, permutations, product
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

LEXEMES: Final = 90_000
SUBJECTS: Final = 120
SET_PHRASES: Final = 4_000
BATCH: Final = 1_000
OUTLETS: Final = tuple(f"outlet{number:02}" for number in range(20))
FIRST_DAY, LAST_DAY = 734_138, 739_251  # 2011-01-01 to 2024-12-31

_FUNCTION: Final = {
    "ar": "في من على إلى عن أن إن هذا هذه التي الذي كان قد لا ما مع بعد قبل كل بين لم ثم أو حتى منذ عند غير حيث ذلك هو هي",
    "en": "the of and to in a is that for it was on as with by at from this be are or an not but had his they which were",
}
_CONSONANTS: Final = "بتثجحخدذرزسشصضطظعغفقكلمنهي"
_PATTERNS: Final = (
    "{}{}{}",
    "{}ا{}{}",
    "م{}{}و{}",
    "ت{}{}ي{}",
    "{}{}ا{}",
    "م{}ا{}{}",
    "{}{}ي{}",
    "ان{}{}ا{}",
    "است{}{}ا{}",
)
_BEFORE: Final = ("", "ال", "و", "وال", "ب", "بال", "لل")
_AFTER: Final = {"ar": ("", "ها", "ات", "ه", "ين", "هم"), "en": ("", "s", "ed", "ing", "er", "ly")}
_ONSETS: Final = (
    "b",
    "br",
    "c",
    "d",
    "dr",
    "f",
    "g",
    "gl",
    "h",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
)
_RIMES: Final = (
    "a",
    "an",
    "ar",
    "e",
    "el",
    "en",
    "i",
    "il",
    "in",
    "o",
    "ol",
    "on",
    "or",
    "u",
    "um",
    "und",
    "ave",
    "ect",
)
_MEAN: Final = {"ar": 401, "en": 322}


class Doc(NamedTuple):
    """One document: its words as printed and by their stems, in the same order."""

    number: int
    exact: list[str]
    stem: list[str]
    day: int
    outlet: str


class Questions(NamedTuple):
    """Thirty of a kind; what each is made of depends on the kind."""

    kind: str
    words: list[tuple[str, ...]]


class Forms(dict[int, str]):
    """Words as printed, by number: the forms of lexeme n have the numbers from n × forms on; made when asked for."""

    def __init__(self, language: str) -> None:
        before = _BEFORE if language == "ar" else ("",)
        self._function = len(_FUNCTION[language].split())
        self._affixes = [(b, a) for a in _AFTER[language] for b in before]
        self.each = len(self._affixes)
        self.stems: list[str] = []

    def __missing__(self, number: int) -> str:
        lexeme, form = divmod(number, self.each)
        before, after = self._affixes[form]
        self[number] = made = before + self.stems[lexeme] + after
        return made

    def chosen(self, lexemes: NDArray[np.int64], chance: NDArray[np.float64]) -> NDArray[np.int64]:
        """A form of each, the first most of the time; function words have one."""
        form = (chance**7 * self.each).astype(np.int64)
        return lexemes * self.each + np.where(lexemes < self._function, 0, form)


class Corpus:
    """All documents of one language, the same for the same size and language."""

    def __init__(self, language: str, size: int) -> None:
        self.language, self.size = language, size
        self._rng = np.random.default_rng([20151112, ord(language[0])])
        self._forms = Forms(language)
        self.stems = self._forms.stems
        self.stems.extend(
            dict.fromkeys((*_FUNCTION[language].split(), *islice(_lexemes(language, self._rng), LEXEMES)))
        )
        self._likely = np.cumsum(1 / (np.arange(len(self.stems)) + 2.7) ** 1.15)
        self._likely /= self._likely[-1]
        self._phrases = self._inflected(self._drawn(3 * SET_PHRASES) + 30).reshape(-1, 3)
        self.holders = np.zeros(len(self.stems), np.int64)
        """Documents so far made that have each stem."""

    def batches(self) -> Iterator[list[Doc]]:
        for start in range(0, self.size, BATCH):
            yield self._batch(start, min(BATCH, self.size - start))

    def set_phrases(self, ranks: range) -> list[tuple[str, ...]]:
        """By how often they come; two and three words long."""
        return [tuple(self._forms[i] for i in self._phrases[r][: 2 + r % 2].tolist()) for r in ranks]

    def _batch(self, start: int, count: int) -> list[Doc]:
        lengths = np.clip(self._rng.lognormal(np.log(_MEAN[self.language]) - 0.08, 0.4, count), 40, 4000).astype(int)
        owner = np.repeat(np.arange(count), lengths)
        forms = self._inflected(self._with_subjects(self._drawn(len(owner)), owner, count))
        self._put_set_phrases(forms)
        pairs = np.unique(owner * np.int64(len(self.stems)) + forms // self._forms.each)
        self.holders += np.bincount(pairs % len(self.stems), minlength=len(self.stems))
        days = self._rng.integers(FIRST_DAY, LAST_DAY, count).tolist()
        outlets = np.minimum(self._rng.geometric(0.18, count) - 1, len(OUTLETS) - 1).tolist()
        texts = np.split(forms, np.cumsum(lengths)[:-1])
        return [self._doc(start + n, ids.tolist(), days[n], OUTLETS[outlets[n]]) for n, ids in enumerate(texts)]

    def _doc(self, number: int, forms: list[int], day: int, outlet: str) -> Doc:
        each, stems = self._forms.each, self.stems
        return Doc(number, [self._forms[form] for form in forms], [stems[form // each] for form in forms], day, outlet)

    def _drawn(self, count: int) -> NDArray[np.int64]:
        return np.minimum(np.searchsorted(self._likely, self._rng.random(count)), len(self.stems) - 100)

    def _inflected(self, lexemes: NDArray[np.int64]) -> NDArray[np.int64]:
        return self._forms.chosen(lexemes, self._rng.random(len(lexemes)))

    def _with_subjects(self, lexemes: NDArray[np.int64], owner: NDArray[np.int64], count: int) -> NDArray[np.int64]:
        """A quarter of the words come from the subject of their document."""
        subject = self._rng.integers(0, SUBJECTS, count)[owner]
        within = np.minimum(self._rng.zipf(1.3, len(lexemes)), 400)
        own = 150 + (subject * 7919 + within * 104_729) % 30_000
        return np.where(self._rng.random(len(lexemes)) < 0.25, own, lexemes)

    def _put_set_phrases(self, forms: NDArray[np.int64]) -> None:
        """One word in thirty begins a set phrase of three."""
        starts = self._rng.choice(len(forms) - 3, len(forms) // 30, replace=False)
        which = np.minimum(self._rng.zipf(1.2, len(starts)), SET_PHRASES) - 1
        for place in range(3):
            forms[starts + place] = self._phrases[which, place]


def _lexemes(language: str, rng: np.random.Generator) -> Iterator[str]:
    """Invented words, none twice, in a scrambled order."""
    if language == "ar":
        parts = list(product(_CONSONANTS, repeat=3))
        made = (_PATTERNS[n % len(_PATTERNS)].format(*parts[i]) for n, i in _scrambled(rng, len(parts), len(_PATTERNS)))
    else:
        syllables = ["".join(pair) for pair in product(_ONSETS, _RIMES)]
        made = (syllables[i] + syllables[j] for i, j in _scrambled(rng, len(syllables), len(syllables), swap=True))
    yield from dict.fromkeys(made)


def _scrambled(rng: np.random.Generator, one: int, other: int, *, swap: bool = False) -> Iterator[tuple[int, int]]:
    for number in rng.permutation(one * other).tolist():
        yield (number // other, number % other) if swap else (number % other, number // other)


def questions(corpus: Corpus, each: int = 30) -> list[Questions]:
    """The fourteen kinds of SEARCH.md §2.2, drawn from words by how many documents have them."""
    rng = np.random.default_rng(5)
    scale = corpus.size / 50_000
    order = np.argsort(-corpus.holders, kind="stable")
    held = corpus.holders[order]

    def words(low: float, high: float) -> list[str]:
        ranks = np.flatnonzero((held >= low) & (held <= high))
        return [corpus.stems[order[r]] for r in rng.choice(ranks, each)]

    def several(count: int, low: float, high: float) -> list[tuple[str, ...]]:
        return list(zip(*(words(low, high) for _ in range(count)), strict=True))

    common, mid, rare = (corpus.size * 0.15, corpus.size * 0.6), (600 * scale, 4000 * scale), (3, max(6, 25 * scale))
    upper = (corpus.size * 0.03, corpus.size * 0.25)
    letter = "ن" if corpus.language == "ar" else "o"
    typos = [(word[:2] + (letter if n % 2 else "") + word[3:],) for n, word in enumerate(words(*mid))]
    return [
        Questions("common", several(1, *common)),
        Questions("mid", several(1, *mid)),
        Questions("rare", several(1, *rare)),
        Questions("and3", several(3, *mid)),
        Questions("or3", several(3, *upper)),
        Questions("or8", several(8, *upper)),
        Questions("phrase", corpus.set_phrases(range(100, 100 + each))),
        Questions(
            "phrase_common", list(islice(permutations(_FUNCTION[corpus.language].split()[6:], 2), 0, 23 * each, 23))
        ),
        Questions("prefix", [(word[:3],) for word in words(*mid)]),
        Questions("fuzzy", typos),
        Questions("date", several(2, *upper)),
        Questions("facet", several(1, *upper)),
        Questions("facet_all_or", several(3, *upper)),
        Questions("page50", several(3, *upper)),
    ]
