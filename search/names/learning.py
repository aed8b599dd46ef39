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
from dataclasses import dataclass
from itertools import chain
from typing import Final

from archive.text.compare.arabic_ordinary import ORDINARY
from archive.text.compare.transliteration import bare_forms
from archive.text.fold import fold
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


def learn(pairs: Iterable[tuple[str, str]]) -> tuple[Candidate, ...]:
    """Candidates from ``(Latin-script sentence, Arabic sentence)`` pairs, the most often linked first."""
    read = list(pairs)
    ordinary = {word for latin, _ in read for word in _LOWER.findall(latin)}
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    links: Counter[tuple[str, str]] = Counter()
    for latin, arabic in read:
        names = _names(latin, ordinary)
        for folded, form in names.items():
            printed[folded][form] += 1
        links.update(_linked(tuple(names), _forms(arabic)))
    found = (_candidate(link, count, printed[link[0]]) for link, count in links.items())
    return tuple(sorted(found, key=lambda each: (-each.together, each.latin, each.arabic)))


def _candidate(link: tuple[str, str], count: int, forms: Counter[str]) -> Candidate:
    return Candidate(forms.most_common(1)[0][0], link[1], count, forms.total(), round(score(*link), 3))


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
