"""English words that are no names: *letter* is not to be found under *latter*, nor *serve* under صرف.

The list is data, built by hand with :mod:`search.names.build_ordinary`; its first lines say from what.
Doorway file of the list, read at first use.
"""

from __future__ import annotations

import lzma
from functools import cache
from importlib.resources import files
from typing import Final

LIST: Final = "ordinary_english.xz"


@cache
def _words() -> frozenset[str]:
    lines = lzma.decompress(files("search.names").joinpath(LIST).read_bytes()).decode().splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def is_ordinary(word: str) -> bool:
    """Whether a folded word is English and usually written small."""
    return word in _words()
