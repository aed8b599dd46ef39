"""How a name stands in print: with the particles that Arabic writes in one with it, and as no other word.

A form is taken only if the dictionary has it, and not if people write it as a word of its own: ورقة is paper and not
*and Raqqa*, فعلي is *actual* and not *so Ali*. What is ordinary is told by the frozen counts that hold the stemmer back
(:mod:`search.analysis.frequencies`); letters that Arabic names never have together tell a foreign name from a word.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import lru_cache
from typing import Final

from archive.text.compare.foreignness import foreignness
from search.analysis import analyse
from search.analysis.frequencies import shipped
from search.names.spelling import is_arabic, without_article

_ARTICLE: Final = "ال"
_PARTICLES: Final = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_TO_THE: Final = ("لل", "ولل", "فلل")
_OWN: Final = 0.25
"""A form written this often, beside the name without a particle, is a word of its own."""
_COMMON: Final = 1 << 9
"""In a hundred million words: from here on a form is frequent."""
_EVERYDAY: Final = 1 << 12
"""From here on a form is nobody's name alone."""
_SOMETIMES: Final = 1 << 8
_OFTEN: Final = 1 << 11
_FOREIGN: Final = 1.0  # log odds of a foreign name; تنسي has 0.2
_ARABIC: Final = -2.5  # جعلني has -3.6, مقدونيا -1.8
_INFLECTED: Final = -5.0  # below it a rare form is an inflected word: لتقع, عراقة
_BEFORE_ARTICLE: Final = "وفبك"
_ENDINGS: Final = ("ه", "ين", "ون", "ات")
"""What a people's name in ي takes: حوثي, حوثية, حوثيين."""

SHARED: Final = frozenset({"علي"})
"""Names that fold to a word of grammar, which the stem alone tells from it (:mod:`search.analysis.analyser`)."""


@lru_cache(maxsize=1 << 14)
def printed_words(spelling: str) -> tuple[str, ...]:
    """The folded words that a text with this spelling has, one after the other."""
    return tuple(term.exact for term in analyse(spelling) if not term.alternate)


def forms(base: str, dictionary: Container[str]) -> tuple[str, ...]:
    """The words of the dictionary that are this folded name, itself first; an Arabic one with its particles."""
    if not is_arabic(base):
        return (base,) if base in dictionary else ()
    return tuple(form for form in dict.fromkeys((base, *_with_particles(base))) if form in dictionary)


def _with_particles(name: str) -> Iterator[str]:
    if name.startswith(_ARTICLE) and name != _ARTICLE:  # the آل of آل سعود is no article
        yield from (particle + name for particle in _PARTICLES)
        yield from (to_the + name.removeprefix(_ARTICLE) for to_the in _TO_THE)
    else:
        yield from (particle + name for particle in _PARTICLES if not _is_own_word(particle + name, name))


def _is_own_word(form: str, name: str) -> bool:
    counts = shipped()
    return counts.seen(form) > _OWN * counts.seen(name) and counts.bare(form) > 0


def definite(base: str) -> str:
    """The name with the article; empty where it has one, or where that is a word of its own: الصور are pictures."""
    everyday = shipped().bare(base) >= _EVERYDAY and shipped().definite(base) >= _COMMON
    if not is_arabic(base) or base.startswith(_ARTICLE) or everyday:
        return ""
    return _ARTICLE + base


def indefinite(base: str) -> str:
    """The name without the article that the gazetteer writes; empty where that is a word: أسد is a lion."""
    bare = without_article(base) if is_arabic(base) else base
    return bare if bare != base and not shipped().bare(bare) else ""


def inflected(base: str) -> tuple[str, ...]:
    """Of the name of a people also its feminine and plurals."""
    if not is_arabic(base):
        return (base + "s",)
    return tuple(base + ending for ending in _ENDINGS) if base.endswith("ي") else ()


def is_common(word: str) -> bool:
    """Whether a folded Arabic word is ordinary rather than a name that only its sound would tell.

    A noun that is often written with the article and without is (بريد, but not القحطاني), and so is a word of the table
    whose letters are those of Arabic, or any that looks inflected.
    """
    base, counts = without_article(word), shipped()
    foreign = max(foreignness(base), foreignness(word))
    bare, with_article = counts.bare(base), counts.definite(base)
    if foreign < _INFLECTED or (with_article >= _COMMON and bare >= _SOMETIMES):
        return True
    return bare > 0 and (foreign < _ARABIC or (bare >= _OFTEN and foreign < _FOREIGN))


def is_written(word: str) -> bool:
    """Whether the frozen counts have a folded Arabic word at all."""
    return shipped().bare(without_article(word)) > 0


def is_after_particle(word: str, dictionary: Container[str]) -> bool:
    """Whether a particle stands before the article of a noun: بالسعي is no Pelosi."""
    rest = word[1:]
    is_noun = shipped().definite(rest.removeprefix(_ARTICLE)) > 0 or rest in dictionary
    return word[0] in _BEFORE_ARTICLE and rest.startswith(_ARTICLE) and is_noun
