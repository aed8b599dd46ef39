"""Is this Arabic string a person, an outlet, a place or a label? Shape first, then evidence.

Arabic has no capitals, so a person needs a given name, an honorific or a kunya; an outlet needs an
opening such as موقع or صحيفة, guillemets, a list or the publisher's own name. Comparison is on the fold,
so harakat and hamza spellings do not matter; what is returned is as printed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from archive.chain.byline_record import QUOTES, Standing, is_quoted, name_key, same_name, unquoted
from archive.chain.evidence import arabic_weight, standing
from archive.chain.lexicon_names import (
    ARABIC_COMPOUND_OPENINGS,
    ARABIC_GIVEN,
    ARABIC_HONORIFICS,
    ARABIC_NAME_PARTICLES,
    ARABIC_NOT_NAMES,
)
from archive.chain.lexicon_outlets import (
    ARABIC_AGENCIES,
    ARABIC_LABEL_WORDS,
    ARABIC_OUTLET_COMMON,
    ARABIC_OUTLET_OPENINGS,
    ARABIC_OUTLET_WORDS,
    ARABIC_OUTLETS,
    ARABIC_PERSON_LABELS,
    ARABIC_STANCE_WORDS,
)
from archive.chain.lexicon_places import ARABIC_PLACES
from archive.chain.names_english import LabelKind
from archive.text.fold import fold

_DAYS: Final = frozenset({"اليوم", "الغد"})
"""Words of the news that end the names of outlets too, in guillemets or after صحيفة."""
MAX_NAME_WORDS: Final = 6
MAX_OUTLET_WORDS: Final = 6
MAX_QUOTED_WORDS: Final = 3
"""Longer strings in guillemets are speech or titles."""

_HONORIFIC_GLUED: Final = re.compile(r"(?:(?:أ\s?\.\s?)?[دم]\s?\.|أ\s?\.)\s*(?=\w{2})")
_SAFE_DOMAIN: Final = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|\S+\.(?:نت|كوم|نيت)")


def without_honorific(text: str) -> str:
    """``د. سامي حداد`` → ``سامي حداد``."""
    name = _HONORIFIC_GLUED.sub("", text.strip(), count=1) if _HONORIFIC_GLUED.match(text.strip()) else text.strip()
    words = name.split()
    while len(words) > 1 and fold(words[0]) in ARABIC_HONORIFICS:
        name = name[len(words[0]) :].lstrip(" /.")
        words = name.split()
    return name


@lru_cache(maxsize=1024)
def person(text: str, *, cued: bool = False) -> Standing:
    """How surely ``text`` names one person. ``cued``: a word such as بقلم announced a person."""
    name = without_honorific(text)
    words = name.split()
    if is_agency(text) or any(len(word) < 2 for word in words):
        return Standing.NO
    if not 2 <= len(words) <= MAX_NAME_WORDS or not all(_is_name_word(word) for word in words):
        return Standing.NO
    if fold(words[-1]) in ARABIC_NAME_PARTICLES - {"الله", "الدين"} or any(
        fold(w).startswith("وال") for w in words[1:]
    ):
        return Standing.NO
    if is_place(name) or outlet(name, None) is Standing.KNOWN or name_key(name) in _SECTIONS:
        return Standing.NO
    given = _opens_a_name(words)
    if name != text.strip() or (given and (cued or _closes_a_name(words))):
        return Standing.KNOWN
    unlisted = Standing.NO if fold(words[0]).startswith("ال") else standing(arabic_weight(words))
    return max(unlisted if unlisted >= Standing.FRAMED else Standing.NO, Standing.SHAPE if given else Standing.NO)


def _is_name_word(word: str) -> bool:
    if fold(word) in ARABIC_NOT_NAMES or word == "على" or ".." in word:  # على is "on"; the name is علي
        return False
    return bool(re.fullmatch(r"[^\W\d_](?:[^\W\d_]|[\u064b-\u0655\u0670ـ'’.-])*", word))


def _opens_a_name(words: list[str]) -> bool:
    first = fold(words[0])
    glued = first.startswith(("عبدال", "ابو")) and len(first) > 5  # عبدالرحمن, أبوبكر
    return glued or first in ARABIC_GIVEN or first in ARABIC_COMPOUND_OPENINGS


def _closes_a_name(words: list[str]) -> bool:
    """Every later word is one that names are made of, and none looks like a verb."""
    folded = [fold(word) for word in words]
    if len(words) > 2 and is_place(words[-1]):
        return False
    return all(
        before in ARABIC_NAME_PARTICLES or word in ARABIC_NAME_PARTICLES or _is_name_stuff(word)
        for before, word in pairwise(folded)
    )


def _is_name_stuff(word: str) -> bool:
    if word in ARABIC_GIVEN or word.startswith(("ال", "عبدال", "ابو")):
        return True
    return len(word) >= 3 and not word.startswith(("ي", "ت", "ا", "ن", "سي", "لل"))


def people(text: str, at_least: Standing, *, cued: bool = False) -> tuple[str, ...]:
    """The persons of a list, without honorifics; empty unless every one stands ``at_least`` so."""
    parts = _listed_names(text)
    if not parts or any(person(part, cued=cued) < at_least for part in parts):
        return ()
    return tuple(without_honorific(part) for part in parts)


def _listed_names(text: str) -> list[str]:
    """Split "A، B وC": a و is "and" unless it is the first letter of a given name (وليد) or what follows opens none."""
    names: list[list[str]] = [[]]
    for word in re.sub(r"[،,؛;&]", " ، ", text).split():
        if word in {"،", "و"}:
            names.append([])
        elif _is_and(word, names[-1]) and (names[-1] or len(names) > 1):
            names.append([word[1:]])
        else:
            names[-1].append(word)
    return [" ".join(words) for words in names] if all(names) else []


def _is_and(word: str, before: list[str]) -> bool:
    """A letter و before what opens a name, or after a whole name before what is no ordinary word."""
    if word[0] != "و" or fold(word) in ARABIC_GIVEN or len(word) < 4:
        return False
    return _opens_a_name([word[1:]]) or (
        len(before) > 1 and arabic_weight([word[1:]]) >= 0 and not word.startswith("وال")
    )


@lru_cache(maxsize=1024)
def outlet(text: str, publisher: str | None) -> Standing:
    """How surely ``text`` is the name of an outlet or agency."""
    name = _without_inner_quotes(unquoted(text))
    words = [fold(word).strip(QUOTES) for word in name.split()]
    if not 1 <= len(words) <= MAX_OUTLET_WORDS or re.search(r"[:؛;()؟?!«»“”\"]", name):
        return Standing.NO
    if same_name(name, publisher) or is_agency(name) or name_key(name) in _OUTLET_KEYS or _SAFE_DOMAIN.fullmatch(name):
        return Standing.KNOWN
    named = words[:-1] if len(words) > 1 and words[-1] in _DAYS else words  # «المرفأ اليوم»
    if is_place(name) or any(word in ARABIC_NOT_NAMES for word in named):
        return Standing.NO
    if named is not words and not (is_quoted(text) or words[0] in ARABIC_OUTLET_OPENINGS):
        return Standing.NO
    if (is_quoted(text) and len(words) <= MAX_QUOTED_WORDS) or _has_outlet_word(words):
        return Standing.KNOWN
    return Standing.SHAPE if len(words) <= 3 else Standing.NO


def _without_inner_quotes(name: str) -> str:
    """``صحيفة «الرصيف»`` → ``صحيفة الرصيف``: what stands before the quotes says what they hold."""
    opening, _, rest = name.partition(" ")
    return f"{opening} {unquoted(rest)}" if fold(opening) in ARABIC_OUTLET_OPENINGS and is_quoted(rest) else name


def may_be_outlet(text: str) -> bool:
    """Known as an outlet, or opened as outlets often are (صوت العاصي): evidence only beside another sign."""
    words = [fold(word) for word in unquoted(text).split()]
    common = len(words) == 2 and words[0] in ARABIC_OUTLET_COMMON and words[1].startswith("ال")
    return common or outlet(text, None) is Standing.KNOWN


def _has_outlet_word(words: list[str]) -> bool:
    opening = words[0] in ARABIC_OUTLET_OPENINGS
    return len(words) > 1 and (opening or (words[-1] in ARABIC_OUTLET_WORDS and len(words) <= 4))


def is_agency(text: str) -> bool:
    return name_key(unquoted(text).strip("()")) in _AGENCY_KEYS


def is_place(text: str) -> bool:
    """Every part of ``text`` ("بيروت", "جدة، الرياض", "الجزائر - لندن") is a place we know."""
    parts = [part for part in re.split(r"\s*[،,/–—-]\s*|\s+و(?=\w)", text.strip(" .:")) if part]
    return bool(parts) and all(" ".join(fold(part).split()) in ARABIC_PLACES for part in parts)


def is_arabic(text: str) -> bool:
    """Some letter of it is."""
    return bool(re.search("[\u0621-\u064a]", text))


def opens_an_outlet(word: str) -> bool:
    """موقع, صحيفة and the like."""
    return fold(word) in ARABIC_OUTLET_OPENINGS


def is_somewhere(text: str) -> bool:
    """Opened as the names of places are: تل تمر, ريف الرقة; محطة الرمل, where a word follows."""
    first, *rest = fold(text).split()
    return first in _PLACE_OPENINGS or (bool(rest) and first in _SITE_OPENINGS)


def label_kind(label: str) -> LabelKind:
    """What the words in brackets after a name tell of that name."""
    words = fold(label).split()
    if is_place(label):
        return "place"
    if is_agency(label):
        return "acronym"
    if words[0] in ARABIC_LABEL_WORDS or any(word.removeprefix("ال") in ARABIC_LABEL_WORDS for word in words):
        return "outlet"
    if any(word in ARABIC_PERSON_LABELS for word in words):
        return "person"
    return "stance" if any(word in ARABIC_STANCE_WORDS for word in words) else "other"


_PLACE_OPENINGS: Final = frozenset(
    fold("ريف جبل وادي تل عين رأس دير كفر خان بيت معرة مدينة قرية بلدة مخيم شمال جنوب شرق غرب قضاء ضاحية حي").split()
)
_SITE_OPENINGS: Final = frozenset(
    fold("محطة معبر مطار ميناء جسر سد سهل قلعة ساحة شارع دوار مفرق برج باب مرج جزيرة ناحية محافظة").split()
)
"""Alone, some of these are names of papers."""
_SECTIONS: Final = frozenset(
    name_key(name) for name in ("القسم السياسي", "هيئة التحرير", "أسرة التحرير", "قسم التحرير")
)
_AGENCY_KEYS: Final = frozenset(name_key(name) for name in ARABIC_AGENCIES)
_OUTLET_KEYS: Final = frozenset(name_key(name) for name in ARABIC_OUTLETS)
