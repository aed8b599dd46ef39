"""The terms of the texts that were shown last: the same works come up again and again, page after page.

Versions never change, so neither do their terms. Reading ten articles anew costs a few milliseconds,
which is more than finding them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from search.analysis.analyser import Term, analyse

TEXTS: Final = 128
"""About 100 kB each for an article of 400 words."""


@lru_cache(maxsize=TEXTS)
def terms_of(text: str, language: str) -> tuple[Term, ...]:
    """As :func:`search.analysis.analyse`, remembered. Threads may share it."""
    return tuple(analyse(text, language))


@lru_cache(maxsize=TEXTS)
def chunks_of(text: str) -> frozenset[str]:
    """Everything in a text that stands between two blanks, once; remembered too."""
    return frozenset(text.split())
