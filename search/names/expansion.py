"""Other spellings of a name among the terms of an index, in either script.

An expansion of the query and no field of the index: it costs nothing when documents come in, and the
reader can be shown it and switch it off. A name that the gazetteer knows has the spellings that stand there, and
no others: sound would add words to it. Another name is expanded by its sound where it has three consonants or
more. Ordinary words of either language are not expanded by sound, nor found by it, and between two Arabic spellings
sound counts only for foreign names: Arabic ones are spelled in one way.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from archive.text.compare.foreignness import foreignness
from search.names import forms as printing
from search.names.forms import printed_words
from search.names.gazetteer import Entry, Gazetteer, curated
from search.names.keys import is_safe, keys_of_name, keys_of_terms
from search.names.matching import score
from search.names.ordinary import is_ordinary
from search.names.spelling import is_arabic, plain, without_article, words
from search.names.vowels import compatible

SURE: Final = 0.75
"""Least score of a term that is taken for the name by its sound."""
SURE_WITH_ANOTHER_LETTER: Final = 0.9
SURE_IN_ONE_SCRIPT: Final = 0.93
SURE_OF_KNOWN: Final = 0.95
MOST: Final = 24
"""Expansions of one name, the best ones."""
_FOREIGN: Final = 2.0  # log odds
_LONG: Final = 6
"""Letters of a name that may be told by two consonants, if nearly all agrees and the other is no word: Sawwaf."""
_LEAST_LETTERS: Final = 4
"""The same of an Arabic one, which writes few vowels, on either side."""
_LEAST_CONSONANTS: Final = 2
_WITH_ARTICLE: Final = 7
"""Least letters of a Latin word that may begin with the article."""

Script = Literal["arabic", "latin"]


@dataclass(frozen=True, slots=True)
class Expansion:
    """One other spelling. It stands in the texts in any of ``forms``, each a row of folded words, or as ``stem``."""

    term: str
    """Folded, blanks between its words."""
    script: Script
    score: float
    """In [0, 1]; 1 for what the gazetteer has."""
    source: Literal["gazetteer", "sound"]
    forms: tuple[tuple[str, ...], ...] = ()
    written: str = ""
    """As the gazetteer writes it; empty for what sound found."""
    stem: str = ""
    """For a name whose form is a word of grammar too."""

    @property
    def shown(self) -> str:
        """The folded form that stands for it: itself, if a text has it so, or else the first that one has."""
        return " ".join(self.forms[0]) if self.forms else self.term

    @property
    def words(self) -> tuple[str, ...]:
        """The single words that are it."""
        alone = tuple(row[0] for row in self.forms if len(row) == 1)
        return (*alone, self.stem) if self.stem else alone

    @property
    def is_written(self) -> bool:
        """Whether it can be shown as the gazetteer writes it, and no text need be read."""
        return bool(self.written) and (self.shown == self.term or " " in self.term)


_LINE: Final = "{}\t{}"
_LAST: Final = "\U0010ffff"


class NameTerms:
    """The terms of one immutable dictionary by their keys; a tenth of a second for a hundred thousand.

    ``terms`` are folded words as printed, ``stems`` those of Arabic ones, which give names that are printed with
    particles only.
    """

    def __init__(self, terms: Iterable[str], stems: Iterable[str] = ()) -> None:
        printed = sorted({term for term in terms if term.isalpha()})
        keyed = sorted({*printed, *(stem for stem in stems if stem.isalpha())})
        by_key = sorted(map(_LINE.format, keys_of_terms(keyed), keyed))
        self.parts: tuple[tuple[list[str], list[str]], ...] = ((printed, by_key),)

    @classmethod
    def joined(cls, dictionaries: Iterable[NameTerms]) -> NameTerms:
        """Several as one; no term is looked at again."""
        found = cls(())
        found.parts = tuple(part for dictionary in dictionaries for part in dictionary.parts if part[1])
        return found

    def __contains__(self, term: object) -> bool:
        return isinstance(term, str) and any(_run(terms, term, term + "\0") for terms, _ in self.parts)

    def alike(self, key: str) -> Iterable[str]:
        """The terms and stems that have this key, each once."""
        return dict.fromkeys(
            by_key[place][len(key) + 1 :]
            for _, by_key in self.parts
            for place in _run(by_key, _LINE.format(key, ""), _LINE.format(key, _LAST))
        )


def _run(ordered: Sequence[str], first: str, behind: str) -> range:
    start = bisect_left(ordered, first)
    return range(start, bisect_left(ordered, behind, start))


def expand(name: str, terms: NameTerms, gazetteer: Gazetteer | None = None) -> tuple[Expansion, ...]:
    """The other spellings of a name that the terms have, best first, without the name as it is typed."""
    letters = words(name)
    if not letters:
        return ()
    known = curated() if gazetteer is None else gazetteer
    entries = next((entries for way in _ways(name, letters) if (entries := _entries(known, way))), ())
    if not entries and len(letters) == 1:
        entries = _sounding(letters[0], known)
    found: Iterable[Expansion] = ()
    if entries:
        found = _by_gazetteer(entries, terms)
    elif len(letters) == 1:
        found = (*_without_article(name, letters[0], terms), *_by_sound(letters[0], terms, known))
    best: dict[str, Expansion] = {}
    for each in sorted(found, key=lambda each: (-each.score, each.term)):
        best.setdefault(each.term, each)
    typed = " ".join(printed_words(name))
    return tuple(each for each in best.values() if not _is_said(each.term, typed, best))[:MOST]


def _is_said(term: str, typed: str, others: Iterable[str]) -> bool:
    """Whether what was typed, or a shorter spelling, finds all that it does: the Nusra of Nusra Front."""
    shorter = [other for other in others if len(other) < len(term)]
    return any(f" {other} " in f" {term} " for other in (typed, *shorter))


def _entries(known: Gazetteer, name: str) -> tuple[Entry, ...]:
    """Those that have the name; the article makes no person of a word that is another with it: العمر is no Omar."""
    found, folded = known.find(name), " ".join(printed_words(name))
    if not folded.startswith("ال") or " " in folded:
        return found
    return tuple(
        one for one in found if one.kind != "person" or folded in map(" ".join, map(printed_words, one.arabic))
    )


def _ways(name: str, letters: tuple[str, ...]) -> Iterator[str]:
    """As typed; one Latin word also in the singular, for nobody lists Houthi and Houthis, and without its article."""
    yield name
    if len(letters) == 1 and letters[0].isascii():
        yield letters[0].removesuffix("s")
        yield _without_written_on_article(letters[0])


def _sounding(word: str, known: Gazetteer) -> tuple[Entry, ...]:
    """The entries with a Latin spelling that is this one but for its vowels: nobody lists them all."""
    if is_arabic(word) or is_ordinary(word):
        return ()
    own = keys_of_name(word)[0]
    near = (each for each in _latin_spellings(known).get(own, ()) if is_safe(own) and compatible(word, each))
    return tuple(entry for each in near if score(word, each) >= SURE_OF_KNOWN for entry in known.find(each))


@lru_cache(maxsize=4)
def _latin_spellings(known: Gazetteer) -> dict[str, list[str]]:
    """The Latin spellings of one word by their keys."""
    spellings = sorted({plain(one) for entry in known.entries for one in entry.latin if len(words(one)) == 1})
    keyed: dict[str, list[str]] = {}
    for spelling, key in zip(spellings, keys_of_terms(spellings), strict=True):
        keyed.setdefault(key, []).append(spelling)
    return keyed


def _by_gazetteer(entries: Iterable[Entry], terms: NameTerms) -> Iterator[Expansion]:
    for entry in entries:
        for spelling in entry.spellings:
            yield from _attested(spelling, entry.kind, terms)


def _attested(spelling: str, kind: str, terms: NameTerms) -> Iterator[Expansion]:
    """A spelling of the gazetteer, if a text has it."""
    first, *rest = printed_words(spelling)
    script: Script = "arabic" if is_arabic(first) else "latin"
    if first in printing.SHARED and not rest:
        if first in terms:
            yield Expansion(first, script, 1.0, "gazetteer", (), spelling, first)
        return
    rows = tuple((form, *rest) for form in _first_forms(first, kind, terms, alone=not rest))
    if rows and all(word in terms for word in rest):
        yield Expansion(" ".join((first, *rest)), script, 1.0, "gazetteer", rows, spelling)


def _first_forms(first: str, kind: str, terms: NameTerms, *, alone: bool) -> tuple[str, ...]:
    """Of the first word; one that is the whole name may have the article or not, and a people's name endings."""
    bases = [first]
    if alone and kind != "person":
        bases.append(printing.definite(first))
    if alone:
        bases.append(printing.indefinite(first))
    if alone and kind == "people":
        bases.extend(form for base in printing.inflected(first) for form in (base, printing.definite(base)))
    found = (form for base in bases if base for form in printing.forms(base, terms))
    return tuple(dict.fromkeys((*(base for base in bases if base in terms), *found)))


def _without_article(name: str, word: str, terms: NameTerms) -> Iterator[Expansion]:
    """The word after a written article: al-Sawwaf is Sawwaf too."""
    if printed_words(name) != (word,) and not is_arabic(word) and word in terms and not is_ordinary(word):
        yield Expansion(word, "latin", 1.0, "sound", ((word,),))


def _by_sound(word: str, terms: NameTerms, known: Gazetteer) -> Iterator[Expansion]:
    for each in (word, _without_written_on_article(word)):
        yield from _alike(each, terms, known)


def _without_written_on_article(word: str) -> str:
    """The qalamoun of alqalamoun, empty for other words: in Latin letters only the index can say what al is."""
    return word[2:] if word.startswith(("al", "el")) and len(word) >= _WITH_ARTICLE else ""


def _alike(word: str, terms: NameTerms, known: Gazetteer) -> Iterator[Expansion]:
    own, *others = keys_of_name(word) if word else ("",)
    if not _may_be_heard(word, own):
        return
    for key in dict.fromkeys((own, *filter(is_safe, others))):
        for term in terms.alike(key):
            spelling = plain(term)
            if printing.is_after_particle(term, terms) or not _may_be_name(spelling, word, known):
                continue
            likeness = score(word, spelling) if compatible(word, spelling) else 0.0
            if likeness >= _least(word, spelling, key, own):
                yield from _heard(term, round(likeness, 3), terms)


def _may_be_heard(word: str, key: str) -> bool:
    """Whether a name is long enough to be told by its sound, and no ordinary word."""
    letters = _LEAST_LETTERS if word and is_arabic(word) else _LONG
    return len(key) >= _LEAST_CONSONANTS and (is_safe(key) or len(word) >= letters) and not _is_word(word)


def _least(word: str, spelling: str, key: str, own: str) -> float:
    """More is asked of two Latin spellings, of few consonants, and where a letter had to be taken for another."""
    if not is_safe(own):
        return SURE_OF_KNOWN if len(spelling) >= _LEAST_LETTERS and not printing.is_written(spelling) else 2.0
    if is_arabic(word) == is_arabic(spelling):
        return SURE_IN_ONE_SCRIPT
    return SURE_WITH_ANOTHER_LETTER if key != own else SURE


def _heard(term: str, likeness: float, terms: NameTerms) -> Iterator[Expansion]:
    """A term that sounds like the name, by the forms that texts have of it."""
    if not is_arabic(term):
        yield Expansion(term, "latin", likeness, "sound", ((term,),))
        return
    base = without_article(term)
    bases = (base, printing.definite(base) or "ال" + base)
    found = tuple(dict.fromkeys((form,) for each in bases for form in printing.forms(each, terms)))
    if found:
        shown = next((each for each in bases if each in terms), found[0][0])
        yield Expansion(shown, "arabic", likeness, "sound", found)


def _may_be_name(spelling: str, word: str, known: Gazetteer) -> bool:
    """No ordinary word, no other name that is known; and of two Arabic spellings a foreign name: قلب is not كلب."""
    if _is_word(spelling) or known.find(spelling):
        return False
    both_arabic = is_arabic(word) and is_arabic(spelling)
    return not both_arabic or min(foreignness(word), foreignness(spelling)) >= _FOREIGN


def _is_word(spelling: str) -> bool:
    return printing.is_common(spelling) if is_arabic(spelling) else is_ordinary(spelling)
