"""The checks that read the two sides of a link, and what they are made of: the one door to them.

What is run, and in which order, is :mod:`.check`'s; here are the recipes, to which the words of the
lexicons belong: an edited lexicon is another method.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from types import ModuleType
from typing import Final

from archive.text.compare import (
    addresses,
    attribution,
    dates,
    labels,
    lexicons,
    names,
    negation,
    numbers,
    polarity,
    quotes,
    untranslated,
)
from archive.text.compare.check import compare
from archive.text.compare.findings import Finding, Kind
from archive.text.compare.links import Pair
from archive.text.compare.shares_table import SHARES
from archive.values import primary_language

_CHECKS: Final[tuple[ModuleType, ...]] = (
    untranslated,
    numbers,
    dates,
    names,
    addresses,
    negation,
    polarity,
    attribution,
    quotes,
    labels,
)

_NUMBERS: Final = frozenset(
    {Kind.NUMBER_CHANGED, Kind.NUMBER_MISSING, Kind.NUMBER_ADDED, Kind.DATE_MISSING, Kind.DATE_ADDED}
)
_NUMBER_WORDS: Final = frozenset({"ar", "en"})
"""Languages whose number words :mod:`archive.text.numbers` reads; of the others it reads figures."""
_HINT: Final = 0.4


def check_links(pair: Pair) -> Sequence[Finding]:
    """All findings of all checks on a translation, each observation once."""
    read = all(primary_language(side.language) in _NUMBER_WORDS for side in (pair.source, pair.target))
    found = dict.fromkeys(compare(pair))
    return [
        one if read or not _rests_on_words(one) else replace(one, confidence=_HINT, calibration=None) for one in found
    ]


def _rests_on_words(found: Finding) -> bool:
    """A number that the other side may well have, in words that are not read."""
    if found.kind not in _NUMBERS:
        return False
    printed = [text.partition(" = ")[0] for text in (found.expected, found.found) if text]
    return len(printed) < 2 or not all(any(letter.isdecimal() for letter in text) for text in printed)


def check_replaced(pair: Pair) -> Iterable[Finding]:
    """The findings of the checks that say something about one replaced passage in one language."""
    for check in (
        numbers.check_numbers,
        dates.check_dates,
        addresses.check_addresses,
        negation.check_negation,
        polarity.check_polarity,
        attribution.check_attribution,
        labels.check_labels,
    ):
        yield from map(SHARES.of, check(pair))


@cache
def methods() -> tuple[str, ...]:
    """The recipe of each check, the shares that were counted, and a digest of the lexicons that they read."""
    return (*(str(check.METHOD) for check in _CHECKS), f"shares|id:{SHARES.id}", f"lexicons|sha256:{_lexicons()[:12]}")


def _lexicons() -> str:
    digest = hashlib.sha256()
    for file in sorted(files(lexicons).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
