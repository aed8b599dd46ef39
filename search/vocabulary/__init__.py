"""What the values of filters are called, in English and Arabic: read by searches and by pages alike.

``en.toml`` and ``ar.toml`` are the one place of these words: pages show them, and a search takes them. A word
that people type is compared by :func:`word_key`: without case, hamza, article and the ending ة, so that
لغة:انجليزي is لغة:الإنجليزية. Roles have their words in :mod:`archive.chain.roles`. Pure but for reading the two files.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from archive.chain.roles import ROLES
from archive.passages import WORK_KINDS
from archive.text.compare.report import KINDS, NEUTRAL
from archive.text.fold import fold

LANGUAGES: Final = ("en", "ar")
ALSO: Final = "also"
"""The table of words that are taken and not shown."""

FINDINGS: Final = tuple(kind for kind in KINDS if kind not in NEUTRAL)
"""The kinds that are shown as differences."""
TAKEN: Final[Mapping[str, Mapping[str, str]]] = {
    "kind": {kind: kind for kind in WORK_KINDS},
    "status": {state: state for state in ("latest", "superseded")},
    "disclaimer": {"with": "any", "without": "none"},
    "finding": {kind: kind for kind in FINDINGS},
    "role": {code: code for code in ROLES},
}
"""By field the values that pages know, and what the query language calls them."""
_SECTIONS: Final = {
    "kind": "kind",
    "status": "status",
    "disclaimer": "disclaimer-filter",
    "finding": "difference",
    "lang": "language",
}
_ARTICLE: Final = "ال"
_FEMININE: Final = "ه"
_LIKE: Final = 0.6
"""How alike a word is to one that is offered instead (Ratcliff and Obershelp); difflib's own usual value."""


def word_key(word: str) -> str:
    """What two spellings of one word have in common."""
    return " ".join(_bare(part) for part in fold(word).replace("_", " ").replace("-", " ").split())


def _bare(word: str) -> str:
    if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 2:
        word = word.removeprefix(_ARTICLE)
    return word.removesuffix(_FEMININE) if len(word) > 3 else word


@cache
def words_of(language: str) -> Mapping[str, Any]:
    """The tables of one language, those that are taken and not shown under :data:`ALSO`."""
    text = files("search.vocabulary").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def values(field: str) -> Mapping[str, str]:
    """By the key of each word that a field takes, the value it means."""
    found: dict[str, str] = {}
    for word, value in _all(field):
        found.setdefault(word_key(word), value)
    return MappingProxyType(found)


def _all(field: str) -> Iterator[tuple[str, str]]:
    """Codes first: they mean themselves whatever a word is."""
    codes = TAKEN.get(field, {})
    yield from ((value, value) for value in codes.values())
    yield from codes.items()
    for language in LANGUAGES:
        yield from _shown(field, language)
        also = words_of(language)[ALSO].get(_SECTIONS.get(field, ""), {})
        yield from ((word, codes.get(code, code)) for word, code in also.items())


def _shown(field: str, language: str) -> Iterator[tuple[str, str]]:
    """What pages call the values, as (word, value)."""
    if field == "role":
        yield from ((role.label(language), code) for code, role in ROLES.items())
        return
    codes = TAKEN.get(field)
    for code, word in words_of(language)[_SECTIONS[field]].items():
        if codes is None or code in codes:
            yield word, codes[code] if codes else code


def near(field: str, typed: str, most: int = 4) -> tuple[str, ...]:
    """The words of a field that are most like what was typed, in its script, as pages write them."""
    language = "ar" if any("\u0600" <= sign <= "\u06ff" for sign in typed) else "en"
    shown = {word_key(word): word.lower() for word, _ in _shown(field, language)}
    if language == "en":
        shown |= {word_key(value): value for value in TAKEN.get(field, {}).values() if len(value) > 3}
    return tuple(shown[key] for key in get_close_matches(word_key(typed), shown, n=most, cutoff=_LIKE))


def offered(field: str, typed: str) -> tuple[str, ...]:
    """All words of a field, as pages write them in the script of ``typed``; for people who have to choose."""
    language = "ar" if any("\u0600" <= sign <= "\u06ff" for sign in typed) else "en"
    if language == "en":
        return tuple(TAKEN[field].values())
    return tuple(dict.fromkeys(word for word, _ in _shown(field, language)))
