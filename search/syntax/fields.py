"""The fields of the query language, by their English and Arabic names, and what may stand behind them.

One table for parser, compiler, help page and documentation. A field that holds words takes any piece of the
language behind its colon; one that states a fact takes a value, quoted where it has blanks.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from search.vocabulary import word_key


class Takes(StrEnum):
    """What stands behind the colon."""

    WORDS = "words"
    NAME = "name"
    CODE = "code"
    DATE = "date"
    SIDE = "words of one side"


@dataclass(frozen=True, slots=True)
class Field:
    """``codes`` are the values allowed; empty where any will do."""

    name: str
    arabic: str
    takes: Takes
    codes: tuple[str, ...] = ()


FIELDS: Final = (
    Field("title", "عنوان", Takes.WORDS),
    Field("body", "نص", Takes.WORDS),
    Field("outlet", "وسيلة", Takes.NAME),
    Field("agent", "يد", Takes.NAME),
    Field("role", "دور", Takes.CODE),
    Field("translator", "مترجم", Takes.NAME),
    Field("lang", "لغة", Takes.CODE),
    Field("kind", "نوع", Takes.CODE),
    Field("date", "تاريخ", Takes.DATE),
    Field("disclaimer", "تنويه", Takes.CODE, ("any", "none")),
    Field("status", "حالة", Takes.CODE, ("latest", "superseded")),
    Field("finding", "فرق", Takes.CODE),
    Field("ar", "ar", Takes.SIDE),
    Field("en", "en", Takes.SIDE),
)

UNNAMED: Final = "unnamed"
"""``translator:unnamed``: a translation whose translator is printed nowhere."""
UNNAMED_ARABIC: Final = "مجهول"

_BY_NAME: Final = {word_key(name): field for field in FIELDS for name in (field.name, field.arabic)}


def field_named(name: str) -> Field | None:
    """The field of this name in either language, whatever its letters' case, hamza or article."""
    return _BY_NAME.get(word_key(name))
