"""A light stemmer for folded Arabic words that would rather leave a word alone than ruin it.

It takes off what inflection puts on: and-, the article with its prepositions, feminine, dual and
plural endings, possessives, the accusative alif. It does not look for roots and knows no broken
plurals. Lucene's light10, the usual choice, turns لبنان into milk and cuts the first letter of وزير
(SEARCH.md §5); here every cut has a least length to leave, and words whose own letters look like
affixes are on short lists in :mod:`search.analysis.arabic_words`.

Single-letter prepositions (بدمشق, لقرار) and the nisba (سوري ~ سور) stay: without counts from real
text they cannot be told from the word's own letters.
"""

from __future__ import annotations

from typing import Final

from search.analysis import arabic_words as known

# Longest first. Each with the least number of letters it must leave.
_ARTICLES: Final = (("بال", 2), ("كال", 3), ("فال", 3), ("ال", 2))
_POSSESSIVES: Final = (
    *((ending, 3) for ending in ("اتهما", "اتها", "اتهم", "اتنا", "اتكم", "اته")),
    *((ending, 3) for ending in ("تهما", "تها", "تهم", "تنا", "تكم", "ته")),
    *((ending, 3) for ending in ("هما", "ها", "هم", "هن", "نا", "كم", "ه")),
)
_PLURALS: Final = (("تان", 3), ("تين", 3), ("ات", 3), ("ون", 3), ("ين", 3), ("ان", 4), ("وا", 3))
_ACCUSATIVE: Final = ("ا", 3)


def stem(word: str) -> str:
    """The light stem of one folded word (Arabic letters only, no marks)."""
    if word in known.UNITS:
        return word
    word = _without_article(_without_and(word))
    if word in known.UNITS or word.endswith(known.COUNTRY_ENDING):
        return word
    return _without_endings(word)


def _without_and(word: str) -> str:
    """Take off و before an article, or before any word that does not begin with a و of its own."""
    if word[0] != "و" or word in known.WAW_WORDS:
        return word
    rest = word[1:]
    if rest.startswith(("ال", "لل", "بال", "كال")) and len(rest) >= 4 and not word.startswith("وكاله"):
        return rest
    if len(rest) < 3 or word.startswith(known.WAW_STEMS):
        return word
    return rest


def _without_article(word: str) -> str:
    if word in known.UNITS or word.startswith(known.AL_STEMS):
        return word
    if word.startswith("لل"):
        return _without_for_the(word)
    for prefix, least in _ARTICLES:
        if word.startswith(prefix) and len(word) - len(prefix) >= least:
            return word[len(prefix) :]
    return word


def _without_for_the(word: str) -> str:
    """لل hides a ل when the word has one itself: للجنة is for the لجنة, للمعارضة for the معارضة."""
    if word[1:].startswith(known.LAM_STEMS):
        return word[1:]
    return word[2:] if len(word) >= 4 else word


def _without_endings(word: str) -> str:
    word = _cut(word, _POSSESSIVES)
    if word in known.UNITS:
        return word
    shorter = _cut(word, _PLURALS)
    return shorter if shorter != word else _cut(word, (_ACCUSATIVE,))


def _cut(word: str, endings: tuple[tuple[str, int], ...]) -> str:
    for ending, least in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word
