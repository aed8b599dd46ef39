"""The interface one request is answered in: its language, its words, its addresses.

English stands at ``/``, Arabic at ``/ar/``, the same paths below both. The interface language never
follows the content and the content never follows the interface (PAGES.md §6).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from markupsafe import Markup, escape

from api.pages import catalogue
from api.pages.bidi import direction_of, isolated, left_to_right
from archive.errors import Reason

LANGUAGES: Final = ("en", "ar")
PREFIXES: Final = {"en": "", "ar": "/ar"}


@dataclass(frozen=True, slots=True)
class Ui:
    """``path`` is the address without the language prefix, ``query`` the query string as received."""

    language: str = "en"
    path: str = "/"
    query: str = ""

    @classmethod
    def of(cls, path: str, query: str = "") -> Ui:
        prefix = PREFIXES["ar"]
        if path == prefix or path.startswith(prefix + "/"):
            return cls("ar", path.removeprefix(prefix) or "/", query)
        return cls("en", path, query)

    @property
    def direction(self) -> str:
        return direction_of(self.language)

    @property
    def other_language(self) -> str:
        return "en" if self.language == "ar" else "ar"

    def t(self, key: str, **values: object) -> Markup:
        """The message under ``key``; values are escaped unless they are markup already."""
        return escape(catalogue.load(self.language).message(key)).format(**values)

    def n(self, key: str, count: int, **values: object) -> Markup:
        """The message under ``key`` in the plural form of ``count``."""
        return escape(catalogue.load(self.language).counted(key, count)).format(count=f"{count:,}", **values)

    def term(self, vocabulary: str, value: str) -> str:
        """The word for one value of a vocabulary; a value that has no word is shown as it is."""
        return catalogue.load(self.language).messages.get(f"{vocabulary}.{value}", value)

    def first(self, vocabulary: str, *values: str) -> str:
        """The word for the first of ``values`` that has one; the last must have."""
        messages = catalogue.load(self.language).messages
        return next(messages[key] for key in (f"{vocabulary}.{value}" for value in values) if key in messages)

    def said(self, reason: Reason, position: int | None = None) -> Markup:
        """The sentence for what is wrong, with the place of the faulty character, counted from 1, if there is one."""
        values = {
            name: left_to_right(f"{value:,}") if isinstance(value, int) else isolated(str(value))
            for name, value in reason.values.items()
        }
        sentence = self.t(f"query-reason.{reason.name}", **values)
        return sentence if position is None else self.t("search.fault-at", sentence=sentence, place=position + 1)

    def language_name(self, tag: str) -> str:
        """``Arabic`` for ``ar``; ``Arabic (ar-SY)`` for a tag that says more."""
        primary = tag.partition("-")[0]
        name = self.term("language", primary)
        return name if primary in (tag, name) else f"{name} ({tag})"

    def url(self, path: str, **query: object) -> str:
        """An address in this interface language; empty parameters are left out, a tuple is one parameter each."""
        kept = {name: value for name, value in query.items() if value not in (None, "", ())}
        return self._address(self.language, path, urlencode(kept, doseq=True))

    def here(self, language: str) -> str:
        """The very same page in ``language``."""
        return self._address(language, self.path, self.query)

    @staticmethod
    def _address(language: str, path: str, query: str) -> str:
        return PREFIXES[language] + path + (f"?{query}" if query else "")
