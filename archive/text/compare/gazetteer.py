"""Places and peoples known by different names in the two languages (``lexicons/places.toml``)."""

from __future__ import annotations

from functools import cache

from archive.text.compare.lexicons import lexicon
from archive.text.compare.transliteration import bare_forms


@cache
def _stems() -> dict[str, tuple[str, ...]]:
    """English form → beginnings of Arabic words."""
    places: dict[str, str] = lexicon("places")["places"]
    return {
        english: tuple(arabic.replace("~", "").split()) for forms, arabic in places.items() for english in forms.split()
    }


@cache
def _places() -> dict[str, frozenset[str]]:
    """Beginning of an Arabic word that is sure to be a name → every English form."""
    places: dict[str, str] = lexicon("places")["places"]
    return {
        stem: frozenset(forms.split())
        for forms, arabic in places.items()
        for stem in arabic.split()
        if not stem.startswith("~")
    }


def arabic_beginnings(english: str) -> tuple[str, ...]:
    """How the Arabic words for folded ``english`` begin; empty for a name the gazetteer does not have."""
    return _stems().get(english, ())


def begins(word: str, stems: tuple[str, ...]) -> bool:
    """Whether the folded Arabic ``word``, without what is written on to it, begins with one of ``stems``."""
    return any(form.startswith(stem) for form in bare_forms(word) for stem in stems)


_NOTHING: frozenset[str] = frozenset()
_SURE = 3  # letters: a shorter beginning begins too many other words
_ENDINGS = frozenset({"", "ا", "يا", "ي", "يه", "يون", "يين", "يات", "ان", "ه", "ين", "ون", "س", "هم", "ك", "ندا"})


@cache
def english_forms(word: str) -> frozenset[str]:
    """The English names a folded Arabic word stands for: where an ending of names follows, or its beginning is long."""
    for form in bare_forms(word):
        for length in range(len(form), _SURE - 1, -1):
            if form[:length] in _places() and (form[length:] in _ENDINGS or length > 4):
                return _places()[form[:length]]
    return _NOTHING
