"""Name pairs that aligned sentences propose: Raqqa and الرقة, which are too short to be found by sound.

In a sentence and its translation there are few words, so that a name of two consonants can be told: a
capitalised Latin word and the Arabic word most like it, when each is the other's best. What is counted is
in how many pairs they met, and in how many the Latin word stood at all; whether a candidate goes into the
gazetteer is the archivist's to say.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Final

from archive.text.compare.arabic_ordinary import ORDINARY
from archive.text.compare.transliteration import bare_forms
from archive.text.fold import fold
from archive.values import Span
from search.names.keys import keys_of_name, keys_of_terms
from search.names.matching import score
from search.names.spelling import without_article
from search.names.vowels import compatible

ALIKE: Final = 0.75
"""Least score of a pair."""
_LEAST_LETTERS: Final = 3
_LEAST_CONSONANTS: Final = 2
_CAPITALISED: Final = re.compile(r"(?<![\w'’.])[A-Z][a-zA-Z'’\u00c0-\u024f]{2,}")
_LOWER: Final = re.compile(r"\b[a-z]+\b")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_ARABIC: Final = re.compile("[\u0621-\u0652\u0671]+")
_ARTICLE: Final = "ال"


@dataclass(frozen=True, slots=True)
class Candidate:
    latin: str
    """As printed most often."""
    arabic: str
    """Folded, without particles and article."""
    together: int
    """Pairs of sentences in which the two were linked."""
    latin_count: int
    """Pairs of sentences that have the Latin word."""
    score: float
    written: str = field(default="", compare=False)
    """The Arabic as printed most often without particles, its article and letters as they are."""
    example: tuple[str, str] = field(default=("", ""), compare=False)
    """The first pair of sentences in which they were linked."""

    def as_dict(self) -> dict[str, Any]:
        """The one JSON of API and command line."""
        return {
            "latin": self.latin,
            "arabic": self.arabic,
            "written": self.written or self.arabic,
            "together": self.together,
            "latin_count": self.latin_count,
            "score": self.score,
            "example": {"latin": self.example[0], "arabic": self.example[1]},
        }

    @property
    def places(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Where the two stand in the sentences of the example."""
        latin, arabic = self.example
        found = (m.span() for m in _CAPITALISED.finditer(latin) if fold(_POSSESSIVE.sub("", m[0])) == fold(self.latin))
        beside = (match.span() for match in _ARABIC.finditer(arabic) if self.arabic in _forms(match[0]))
        return tuple(Span(*one) for one in found), tuple(Span(*one) for one in beside)


def learn(pairs: Iterable[tuple[str, str]]) -> tuple[Candidate, ...]:
    """Candidates from ``(Latin-script sentence, Arabic sentence)`` pairs, the most often linked first."""
    read = list(pairs)
    ordinary = {word for latin, _ in read for word in _LOWER.findall(latin)}
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    met: dict[tuple[str, str], _Met] = {}
    for pair in read:
        names = _names(pair[0], ordinary)
        for folded, form in names.items():
            printed[folded][form] += 1
        for link in _linked(tuple(names), _forms(pair[1])):
            met.setdefault(link, _Met(pair)).add(link[1], pair[1])
    found = (_candidate(link, one, printed[link[0]]) for link, one in met.items())
    return tuple(sorted(found, key=lambda each: (-each.together, each.latin, each.arabic)))


class _Met:
    """How often two words met, and how the Arabic one was printed."""

    def __init__(self, example: tuple[str, str]) -> None:
        self.example = example
        self.together = 0
        self.written: Counter[str] = Counter()

    def add(self, form: str, sentence: str) -> None:
        self.together += 1
        bare = {form, _ARTICLE + form}
        self.written.update({word for word in _ARABIC.findall(sentence) if fold(word) in bare})


def _candidate(link: tuple[str, str], met: _Met, forms: Counter[str]) -> Candidate:
    written = next((word for word, _ in met.written.most_common(1)), "")
    latin, worth = forms.most_common(1)[0][0], round(score(*link), 3)
    return Candidate(latin, link[1], met.together, forms.total(), worth, written, met.example)


def _names(sentence: str, ordinary: AbstractSet[str]) -> dict[str, str]:
    """Capitalised words that are nowhere written small, folded, without possessive, with their form as printed."""
    forms = (_POSSESSIVE.sub("", match[0]) for match in _CAPITALISED.finditer(sentence))
    named = {fold(form): form for form in forms if form.lower() not in ordinary}
    return {folded: form for folded, form in named.items() if len(folded) >= _LEAST_LETTERS and folded.isalpha()}


def _forms(sentence: str) -> tuple[str, ...]:
    """The Arabic words, and what is left of each without particles and article; words of every report are no names."""
    words = {fold(word) for word in _ARABIC.findall(sentence)}
    bare = {without_article(form) for word in words for form in bare_forms(word) if len(form) >= _LEAST_LETTERS - 1}
    return tuple(sorted(bare - ORDINARY))


def _linked(names: tuple[str, ...], forms: tuple[str, ...]) -> list[tuple[str, str]]:
    """Names and words that are each other's best."""
    keyed = list(zip(forms, keys_of_terms(forms), strict=True))
    alike: dict[tuple[str, str], float] = {}
    for name in names:
        keys = {key for key in keys_of_name(name) if len(key) >= _LEAST_CONSONANTS}
        near = (form for form, key in keyed if key in keys and compatible(name, form))
        alike.update({(name, form): score(name, form) for form in near})
    best = {side: max((alike[link], link) for link in alike if side in link) for side in {*chain(*alike)}}
    return [link for link, worth in alike.items() if worth >= ALIKE and all(best[side][1] == link for side in link)]
