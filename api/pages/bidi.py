"""Which way a language runs, and small pieces of markup that keep foreign runs from disturbing a line.

HTML Living Standard ``dir`` and ``bdi``; Unicode Standard Annex 9. Every piece of content carries
its language and direction explicitly; ``auto`` only where the language is undetermined.
"""

from __future__ import annotations

from typing import Final

from markupsafe import Markup, escape

RTL_LANGUAGES: Final = frozenset(
    {"ar", "arc", "azb", "ckb", "dv", "fa", "he", "ks", "mzn", "nqo", "pnb", "prs", "ps", "sd", "syr", "ug", "ur", "yi"}
)
RTL_SCRIPTS: Final = frozenset({"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})


def direction_of(tag: str) -> str:
    """``rtl``, ``ltr`` or, for an undetermined language, ``auto``. A script subtag outweighs the language."""
    primary, *rest = tag.split("-")
    scripts = [part for part in rest if len(part) == 4 and part.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in RTL_SCRIPTS else "ltr"
    if primary in {"und", "mul", ""}:
        return "auto"
    return "rtl" if primary in RTL_LANGUAGES else "ltr"


def isolated(text: str, language: str = "und") -> Markup:
    """``text`` as a name or title inside a line of any direction."""
    attribute = Markup("") if language == "und" else Markup(' lang="{}"').format(language)
    return Markup('<bdi{} dir="{}">{}</bdi>').format(attribute, direction_of(language), text)


def left_to_right(text: object) -> Markup:
    """An identifier, digest or number range, which must not be reordered inside Arabic."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(escape(text))
