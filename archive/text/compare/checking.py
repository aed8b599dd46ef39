"""The checks that read the two sides of a link, and what they are made of: the one door to them.

What is run, and in which order, is :mod:`.check`'s; here are the recipes, to which the words of the
lexicons belong: an edited lexicon is another method.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
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
from archive.text.compare.findings import Finding
from archive.text.compare.links import Pair

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


def check_links(pair: Pair) -> Sequence[Finding]:
    """All findings of all checks on a translation, each observation once."""
    return list(dict.fromkeys(compare(pair)))


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
        yield from check(pair)


@cache
def methods() -> tuple[str, ...]:
    """The recipe of each check, and a digest of the lexicons that they read."""
    return (*(str(check.METHOD) for check in _CHECKS), f"lexicons|sha256:{_lexicons()[:12]}")


def _lexicons() -> str:
    digest = hashlib.sha256()
    for file in sorted(files(lexicons).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
