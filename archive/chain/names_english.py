"""Is this English string a person, an outlet, a place or a label? Shape first, then evidence.

Works on one name at a time, as printed, in mixed or upper case. Leans to ``Standing.NO``: what is
not recognised stays out of the record.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from archive.chain.byline_record import QUOTES, Standing, is_quoted, name_key, same_name, unquoted
from archive.chain.evidence import latin_weight, standing
from archive.chain.lexicon_names import (
    ENGLISH_NOT_NAMES,
    LATIN_COMPOUND_OPENINGS,
    LATIN_GIVEN,
    LATIN_HONORIFICS,
    LATIN_INNER_PARTICLES,
    LATIN_NAME_PARTICLES,
)
from archive.chain.lexicon_outlets import (
    ENGLISH_AGENCIES,
    ENGLISH_LABEL_WORDS,
    ENGLISH_OUTLET_COMMON,
    ENGLISH_OUTLET_OPENINGS,
    ENGLISH_OUTLET_WORDS,
    ENGLISH_OUTLETS,
    ENGLISH_PERSON_LABELS,
    ENGLISH_STANCE_WORDS,
)
from archive.chain.lexicon_places import ENGLISH_PLACES
from archive.text.fold import fold

MAX_NAME_WORDS: Final = 6
MAX_OUTLET_WORDS: Final = 8

_AMBIGUOUS_INITIALS: Final = frozenset({"us", "uk", "un", "eu", "uae", "ad", "bc"})
_INITIALS: Final = re.compile(r"(?:[A-Z]\.-?){1,3}|[A-Z]")
_SMALL_OUTLET_WORDS: Final = frozenset({"of", "the", "and", "for", "in", "de", "du", "la", "le", "&", "al", "el", "on"})
_DOMAIN: Final = re.compile(
    r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|net|org|info|news|tv|sy|me|co|uk|io|press)", re.IGNORECASE
)
_ARTICLE: Final = re.compile(r"(?:al|el|as|ash|ad|az|an|at|ar|ul)[-‑–’']", re.IGNORECASE)
_ACRONYM: Final = re.compile(r"[A-Z][A-Z0-9.&-]{1,7}")

LabelKind = Literal["outlet", "person", "stance", "place", "acronym", "other"]


def without_honorific(text: str) -> str:
    """``Dr. Sami Haddad`` → ``Sami Haddad``."""
    words = text.split()
    while len(words) > 1 and fold(words[0]) in LATIN_HONORIFICS:
        words = words[1:]
    return " ".join(words) if words != text.split() else text.strip()


@lru_cache(maxsize=1024)
def person(text: str) -> Standing:
    """How surely ``text`` is the name of one person."""
    name = without_honorific(text)
    words = name.split()
    if not 2 <= len(words) <= MAX_NAME_WORDS or not all(_is_name_word(word) for word in words):
        return Standing.NO
    if (
        outlet(text, None) is Standing.KNOWN
        or is_place(name)
        or (not words[-1][-1].isalpha() and not _is_initials(words[-1]))
    ):
        return Standing.NO
    if name != text.strip() or _opens_a_name(words):
        return Standing.KNOWN
    return Standing.SHAPE if is_place(words[0]) else standing(latin_weight(words))


def is_one_name(text: str) -> bool:
    """A single capitalised word such as a pen name; no evidence on its own."""
    return " " not in text and _is_name_word(text) and outlet(text, None) is Standing.SHAPE


def single_weight(word: str) -> int:
    """The evidence that one word is the name of somebody."""
    return latin_weight([word])


def is_acronym(text: str) -> bool:
    return bool(_ACRONYM.fullmatch(text))


def has_surname_article(text: str) -> bool:
    """Some later word is written ``al-…``: common in names, and in names of outlets."""
    return any(_ARTICLE.match(word) for word in text.split()[1:])


def _is_name_word(word: str) -> bool:
    if len(word) == 2 and _is_initials(word):
        return True  # the "A." of A. B. is no article
    if (
        _plain(word) in ENGLISH_NOT_NAMES
        or _plain(word) in ENGLISH_STANCE_WORDS
        or any(mark in word for mark in '“”"«»()[]:;,!?')
    ):
        return False
    if not re.fullmatch(r"[^\W\d_](?:[^\W\d_]|[.'’‘`‑-])*", word):
        return False
    if re.match(r"[dl]['’][A-Z]", word):
        return True
    return word[0].isupper() or fold(word) in LATIN_NAME_PARTICLES or bool(_ARTICLE.match(word))


def _opens_a_name(words: list[str]) -> bool:
    first = words[0]
    parts = [_plain(part) for part in re.split(r"[-‑]", first) if part]
    if _is_initials(first):
        return _plain(first) not in _AMBIGUOUS_INITIALS
    given = _plain(first) in LATIN_GIVEN or parts[0] in LATIN_GIVEN
    inner = any(_plain(word) in LATIN_INNER_PARTICLES for word in words[1:-1])
    return given or inner or parts[0] in LATIN_COMPOUND_OPENINGS or (len(words) > 2 and _is_initials(words[1]))


def _is_initials(word: str) -> bool:
    return bool(_INITIALS.fullmatch(word))


def _plain(word: str) -> str:
    return re.sub(r"[.'’‘`‑-]", "", fold(word))


def people(text: str, at_least: Standing) -> tuple[str, ...]:
    """The persons of a list "A, B and C", without honorifics; empty unless every one stands ``at_least`` so."""
    parts = [
        part
        for part in re.split(r"\s*(?:,\s+and\s+|,|;|\s+and\s+|\s+&\s+)\s*", text.strip(), flags=re.IGNORECASE)
        if part
    ]
    if not parts or any(person(part) < at_least for part in parts):
        return ()
    return tuple(without_honorific(part) for part in parts)


@lru_cache(maxsize=1024)
def outlet(text: str, publisher: str | None) -> Standing:
    """How surely ``text`` is the name of an outlet or agency."""
    name = unquoted(text)
    words = name.split()
    if not 1 <= len(words) <= MAX_OUTLET_WORDS:
        return Standing.NO
    if same_name(name, publisher) or name_key(name) in _OUTLET_KEYS or _DOMAIN.fullmatch(name):
        return Standing.KNOWN
    if not all(_is_outlet_word(word) for word in words) or words[-1].lower() in _SMALL_OUTLET_WORDS or is_place(name):
        return Standing.NO
    if _plain(words[0]) in ENGLISH_NOT_NAMES - {"the"} or (words[0].islower() and not _ARTICLE.match(words[0])):
        return Standing.NO
    if is_quoted(text) or (len(words) > 1 and _has_outlet_word(words)):
        return Standing.KNOWN
    return Standing.SHAPE


def is_agency(text: str) -> bool:
    return name_key(text) in _AGENCY_KEYS


def _has_outlet_word(words: list[str]) -> bool:
    last, first = fold(words[-1]), fold(words[0])
    common = last in ENGLISH_OUTLET_COMMON and first not in LATIN_GIVEN and not _is_initials(words[0])
    return common or last in ENGLISH_OUTLET_WORDS or first in ENGLISH_OUTLET_OPENINGS


def _is_outlet_word(word: str) -> bool:
    if any(mark in word for mark in '()[]:;,!?"'):
        return False
    bare = word.strip(QUOTES)
    if not bare or bare.lower() in _SMALL_OUTLET_WORDS or fold(bare) in ENGLISH_OUTLET_WORDS:
        return bool(bare)
    return bare[0].isupper() or bare[0].isdigit() or bool(_ARTICLE.match(bare))


def is_place(text: str) -> bool:
    """Every part of ``text`` ("Beirut", "Amman, Jordan", "Paris - London") is a place we know."""
    parts = re.split(r"\s*(?:,|/|\s[-–—]\s|\s+and\s+)\s*", text.strip(" .:"))
    return bool(parts) and all(" ".join(fold(part).split()) in ENGLISH_PLACES for part in parts)


def label_kind(label: str) -> LabelKind:
    """What the words in brackets after a name tell of that name."""
    words = [word.strip(".,;()") for word in fold(label).split()]
    if is_place(label):
        return "place"
    if any(word in ENGLISH_LABEL_WORDS or word.endswith("-based") for word in words):
        return "outlet"
    if any(word in ENGLISH_PERSON_LABELS for word in words):
        return "person"
    if any(word in ENGLISH_STANCE_WORDS or word.startswith(("pro-", "anti-")) for word in words):
        return "stance"
    return "acronym" if _ACRONYM.fullmatch(label) else "other"


_AGENCY_KEYS: Final = frozenset(name_key(name) for name in ENGLISH_AGENCIES)
_OUTLET_KEYS: Final = _AGENCY_KEYS | frozenset(name_key(name) for name in ENGLISH_OUTLETS)
