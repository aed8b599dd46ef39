"""Other spellings of a name among the terms of an index, in either script.

An expansion of the query and no field of the index: it costs nothing when documents come in, and the
reader can be shown it and switch it off. A name is looked up in the gazetteer first. By sound it is
expanded only where it has three consonants or more; of shorter ones (Assad, Daraa) the gazetteer alone
knows the spellings. Ordinary English words are not expanded by sound, nor found by it, and between two
Arabic spellings sound counts only for foreign names: Arabic ones are spelled in one way.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from archive.text.compare.foreignness import foreignness
from search.names.gazetteer import Gazetteer, curated
from search.names.keys import is_safe, keys_of_name, keys_of_terms
from search.names.matching import score
from search.names.ordinary import is_ordinary
from search.names.spelling import is_arabic, plain, words
from search.names.vowels import compatible

SURE: Final = 0.75
"""Least score of a term that is taken for the name by its sound."""
MOST: Final = 24
"""Expansions of one name, the best ones."""
_FOREIGN: Final = 2.0  # log odds
_WITH_ARTICLE: Final = 7
"""Least letters of a Latin word that may begin with the article."""

Script = Literal["arabic", "latin"]


@dataclass(frozen=True, slots=True)
class Expansion:
    term: str
    script: Script
    score: float
    """In [0, 1]; 1 for what the gazetteer has."""
    source: Literal["gazetteer", "sound"]


_LINE: Final = "{}\t{}"
_LAST: Final = "\U0010ffff"


class NameTerms:
    """The terms of one immutable dictionary by their keys; a tenth of a second for a hundred thousand.

    Give it folded terms: the stems of Arabic, so that particles are off, and the exact forms of Latin script.
    """

    def __init__(self, terms: Iterable[str]) -> None:
        ordered = sorted({term for term in terms if term.isalpha()})
        by_key = sorted(map(_LINE.format, keys_of_terms(ordered), ordered))
        self.parts: tuple[tuple[list[str], list[str]], ...] = ((ordered, by_key),)

    @classmethod
    def joined(cls, dictionaries: Iterable[NameTerms]) -> NameTerms:
        """Several as one; no term is looked at again."""
        found = cls(())
        found.parts = tuple(part for dictionary in dictionaries for part in dictionary.parts if part[0])
        return found

    def __contains__(self, term: str) -> bool:
        return any(_run(terms, term, term + "\0") for terms, _ in self.parts)

    def alike(self, keys: Iterable[str]) -> Iterable[str]:
        """The terms that have one of the keys, each once."""
        return dict.fromkeys(
            by_key[place][len(key) + 1 :]
            for key in keys
            for _, by_key in self.parts
            for place in _run(by_key, _LINE.format(key, ""), _LINE.format(key, _LAST))
        )


def _run(ordered: Sequence[str], first: str, behind: str) -> range:
    start = bisect_left(ordered, first)
    return range(start, bisect_left(ordered, behind, start))


def expand(name: str, terms: NameTerms, gazetteer: Gazetteer | None = None) -> tuple[Expansion, ...]:
    """The terms that are other spellings of one word of a query, best first, without the word itself."""
    letters = words(name)
    if len(letters) != 1:
        return ()
    known = curated() if gazetteer is None else gazetteer
    found = {each.term: each for each in (*_by_sound(letters[0], terms), *_by_gazetteer(name, terms, known))}
    ordered = sorted(found.values(), key=lambda each: (-each.score, each.term))
    return tuple(each for each in ordered if plain(each.term) != letters[0])[:MOST]


def _by_gazetteer(name: str, terms: NameTerms, gazetteer: Gazetteer) -> Iterator[Expansion]:
    """Spellings of one word each, with and without the article; longer ones are phrases (``Gazetteer.aliases``)."""
    for alias in gazetteer.aliases(name):
        if len(words(alias)) == 1:
            word = plain(alias)
            forms = (word, "ال" + word) if is_arabic(word) else (word,)
            yield from (Expansion(form, _script(form), 1.0, "gazetteer") for form in forms if form in terms)


def _by_sound(word: str, terms: NameTerms) -> Iterator[Expansion]:
    for each in (word, _without_written_on_article(word)):
        yield from _alike(each, terms)


def _without_written_on_article(word: str) -> str:
    """The qalamoun of alqalamoun, empty for other words: in Latin letters only the index can say what al is."""
    return word[2:] if word.startswith(("al", "el")) and len(word) >= _WITH_ARTICLE else ""


def _alike(word: str, terms: NameTerms) -> Iterator[Expansion]:
    own, *others = keys_of_name(word)
    if not is_safe(own) or is_ordinary(word):
        return
    for term in terms.alike((own, *filter(is_safe, others))):
        spelling = plain(term)
        if _may_be_name(spelling, word) and compatible(word, spelling):
            likeness = score(word, spelling)
            if likeness >= SURE:
                yield Expansion(term, _script(term), round(likeness, 3), "sound")


def _may_be_name(spelling: str, word: str) -> bool:
    """Not an English word; and in Arabic script beside another Arabic one, a foreign name: قلب is not كلب."""
    if is_arabic(word) and is_arabic(spelling):
        return min(foreignness(word), foreignness(spelling)) >= _FOREIGN
    return not is_ordinary(spelling)


def _script(term: str) -> Script:
    return "arabic" if is_arabic(term) else "latin"
