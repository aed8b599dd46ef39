"""How often Arabic word forms are written: the frozen table that holds the light stemmer back.

The table is data, not learnt from the user's archive, or the terms of an index would drift as it
grows (SEARCH.md §5, step 3). It is built by hand with :mod:`search.analysis.build_frequencies`; its
first lines say from what and under which licence. Doorway file of the table, read at first use.
"""

from __future__ import annotations

import hashlib
import lzma
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Final

TABLE: Final = "arabic_frequencies.xz"
COMMENT: Final = "#"
_BEFORE_ARTICLE: Final = "وب"


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Counts of folded word forms, rounded down to powers of two; 0 for a form that the table does not have."""

    counts: dict[str, int]
    digest: str
    """SHA-256 of the table's text, part of the analyser's version."""
    _definites: dict[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        definites: dict[str, int] = {}
        for form, count in self.counts.items():
            article = form.find("ال", 0, 3)
            if article == 0 or (article == 1 and form[0] in _BEFORE_ARTICLE):
                noun = form[article + 2 :]
                definites[noun] = definites.get(noun, 0) + count
        object.__setattr__(self, "_definites", definites)

    def bare(self, form: str) -> int:
        return self.counts.get(form, 0)

    def definite(self, form: str) -> int:
        """How often ``form`` is written with the article: what takes it is a noun, its first letters its own."""
        return self._definites.get(form, 0)

    def seen(self, form: str) -> int:
        return self.counts.get(form, 0) + self._definites.get(form, 0)


def parse(table: str) -> Frequencies:
    """Read a table: comment lines, then ``exponent form form …``, each form seen about ``2**exponent`` times."""
    counts: dict[str, int] = {}
    for line in table.splitlines():
        if not line.startswith(COMMENT):
            exponent, *forms = line.split()
            counts.update(dict.fromkeys(forms, 1 << int(exponent)))
    return Frequencies(counts, hashlib.sha256(table.encode()).hexdigest())


@lru_cache(maxsize=1)
def shipped() -> Frequencies:
    """The table that comes with Thabat."""
    return parse(lzma.decompress(files("search.analysis").joinpath(TABLE).read_bytes()).decode())
