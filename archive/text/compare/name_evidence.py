"""What speaks for it that a name of one side stands where the other has another: observed, not yet weighed.

Each observation has a name; :mod:`.name_weights` says how much each counts, and how often so much was right. What is
read of the pair is :mod:`.name_reading`'s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from archive.text.compare.arabic_names import is_known_name
from archive.text.compare.foreignness import foreignness
from archive.text.compare.gazetteer import arabic_beginnings, english_forms
from archive.text.compare.name_likeness import one_name
from archive.text.compare.name_reading import LEAST_FOREIGN, Missing, Names, Over
from archive.text.compare.transliteration import apart, bare_forms

_FAR: Final = 0.5
_OTHER: Final = 0.9  # how far apart two names are as a rule
_SHORT: Final = 4  # letters
_BESIDE: Final = 25  # characters within which the parts of one name stand
_MOST_FOREIGN: Final = 5.0
_AT_THE_HEAD: Final = 0.6  # how sure a word in a headline or at the head of a sentence is at most
_MANY: Final = 3
_LONG: Final = 8  # letters
_PEOPLE: Final = re.compile(r"(?:ي|يه|يون|يين|يات)\Z")
_TANWIN: Final = re.compile("[\u064b-\u064d]")  # names brought in by sound are not declined
_LATIN_PLACE: Final = re.compile(r"\b(?:in|at|from|to|near|of|for|against)\s+\Z")
_ARABIC_PLACE: Final = re.compile(r"(?:\b(?:في|من|إلى|الى|قرب|ضد|عن)\s+|\s[بل])\Z")
_LATIN_TITLE: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|President|Judge|Minister|Captain)\.?\s+\Z")
_ARABIC_TITLE: Final = re.compile(r"\b(?:السيده?|السيدة|الرئيس|الدكتوره?|الدكتورة|القاضي|الوزير|السيناتور)\s+\Z")
_BREAK: Final = re.compile(r"\s*(?:[,،.؛;:!؟?()\"“”«»]|\Z)")
_LIKE_A_WORD: Final = re.compile(r"(?:ing|ed|ly|s|al|or|er)\Z")

Evidence = Mapping[str, float]


def observed(names: Names, number: int, name: Missing, other: Over, count: int) -> Evidence | None:
    """What is observed of a name and a word left over in link ``number``, one of ``count`` names without counterpart.

    ``None`` where they are rather one name, or two of one person.
    """
    latin, arabic = name.word.folded, other.word.folded
    if one_name(latin, arabic) or names.one_person(latin, arabic):
        return None
    return (
        _of_the_latin(name, count)
        | _of_the_arabic(name, other)
        | _of_the_pair(names, number, latin, arabic)
        | _of_the_place(names, name, other)
        | {"beside_met": names.beside_met(names.links[number], other)}
    )


def _of_the_latin(name: Missing, count: int) -> dict[str, float]:
    latin = name.word.folded
    return {
        "sure": name.word.certainty,
        "something_near": 0.0 if name.how else max(0.0, _FAR - name.doubt),
        "as_word": name.how == "as a word",
        "gazetted": bool(arabic_beginnings(latin)),
        "short": len(latin) <= _SHORT,
        "like_a_word": name.word.certainty <= _AT_THE_HEAD and bool(_LIKE_A_WORD.search(latin)),
        "many": min(_MANY, count - 1),
    }


def _of_the_arabic(name: Missing, other: Over) -> dict[str, float]:
    arabic = other.word.folded
    gazetted, placed = bool(arabic_beginnings(name.word.folded)), bool(english_forms(arabic))
    known = is_known_name(arabic) and not placed
    odds = max(LEAST_FOREIGN, min(_MOST_FOREIGN, foreignness(arabic)))
    return {
        "placed": placed,
        "known_name": known,
        "foreign": 0.0 if placed or known else odds,
        "article": not placed and arabic.lstrip("وفبلك").startswith("ال"),
        "tanwin": bool(_TANWIN.search(other.word.printed)),
        "near_small": other.small,
        "length": min(1.0, len(arabic) / _LONG),
        "other_sort": gazetted and not placed and not known,
        "alike": max(0.0, _OTHER - apart(name.word.folded, arabic)),
        "people": placed and not gazetted and bool(_PEOPLE.search(arabic)),
    }


def _of_the_pair(names: Names, number: int, latin: str, arabic: str) -> dict[str, float]:
    """What the other links say."""
    forms = bare_forms(arabic)
    stands_for = {one for form in forms for one in names.known.get(form, ())}
    with_arabic = {link for form in forms for link in names.links_of_arabic.get(form, ())} - {number}
    with_latin = names.links_of_latin.get(latin, set()) - {number}
    here = {word.folded for sentence in names.links[number][1] for word in names.latin[sentence]}
    return {
        "met_elsewhere": latin in names.met,
        "unmet_elsewhere": bool(with_latin) and latin not in names.met,
        "stands_for_another": bool(stands_for) and not stands_for & here,
        "elsewhere": bool(with_arabic) and not stands_for,
        "together_elsewhere": bool(with_arabic & with_latin),
    }


def _of_the_place(names: Names, name: Missing, other: Over) -> dict[str, float]:
    """Where the two stand, and after what."""
    beside = any(abs(start - other.word.span.start) <= _BESIDE for start in name.beside)
    latin, arabic = names.latin_side.sentences[name.sentence], names.arabic_side.sentences[other.sentence]
    before, after = latin[: name.word.span.start], latin[name.word.span.end :]
    written_on = len(other.word.folded) - len(bare_forms(other.word.folded)[-1])
    arabic_before = arabic[: other.word.span.start + written_on]
    return {
        "beside": beside,
        "not_beside": bool(name.beside) and not beside,
        "apart": abs(name.place - other.place),
        "place_both": bool(_LATIN_PLACE.search(before) and _ARABIC_PLACE.search(arabic_before)),
        "title_both": bool(_LATIN_TITLE.search(before) and _ARABIC_TITLE.search(arabic_before)),
        "break_both": bool(_BREAK.match(after) and _BREAK.match(arabic[other.word.span.end :])),
    }
