"""The words of the pages: one TOML file a language, plural forms by the rules of CLDR.

A key names a message (``work.chain.title``); a message that is a table of plural categories is
chosen by a count. Which language a request wants is :mod:`api.pages.ui`'s business. Both files hold
the same keys; a test compares them. What the values of filters are called is in :mod:`search.vocabulary`,
since searches take the same words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from search.vocabulary import ALSO, words_of

LOCALES: Final = Path(__file__).parent / "locale"
CATEGORIES: Final = frozenset({"zero", "one", "two", "few", "many", "other"})
PLURALS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("one", "other"),
    "ar": ("zero", "one", "two", "few", "many", "other"),
}
"""The plural categories of each interface language (CLDR 46, cardinal numbers)."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    language: str
    messages: Mapping[str, str]
    plurals: Mapping[str, Mapping[str, str]]  # key -> category -> message

    def message(self, key: str) -> str:
        """The message under ``key``. A key nobody wrote is a programming error: KeyError."""
        return self.messages[key]

    def counted(self, key: str, count: int) -> str:
        return self.plurals[key][plural_category(self.language, count)]


@lru_cache(maxsize=8)
def load(language: str) -> Catalogue:
    tree = tomllib.loads((LOCALES / f"{language}.toml").read_text(encoding="utf-8"))
    values = {name: table for name, table in words_of(language).items() if name != ALSO}
    leaves = dict(_leaves(tree | values, ""))
    messages = {key: leaf for key, leaf in leaves.items() if isinstance(leaf, str)}
    plurals = {key: leaf for key, leaf in leaves.items() if isinstance(leaf, dict)}
    return Catalogue(language, messages, plurals)


def _leaves(tree: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str | dict[str, str]]]:
    for name, value in tree.items():
        if isinstance(value, str) or CATEGORIES.issuperset(value):
            yield prefix + name, value
        else:
            yield from _leaves(value, f"{prefix}{name}.")


def plural_category(language: str, count: int) -> str:
    """The CLDR category of a whole number: in Arabic 0, 1, 2, 3–10, 11–99 and the hundreds all differ."""
    if language != "ar":
        return "one" if count == 1 else "other"
    if 0 <= count <= 2:
        return ("zero", "one", "two")[count]
    rest = count % 100
    if 3 <= rest <= 10:
        return "few"
    return "many" if rest >= 11 else "other"
