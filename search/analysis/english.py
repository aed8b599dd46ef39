"""English words to stems: possessives, apostrophes, Porter2.

Porter2 is Martin Porter's second English algorithm (snowballstem.org) in C, through PyStemmer,
which may not be shared between threads: each has its own. Takes folded words; what is a word is
:mod:`search.analysis.words`'s business. Doorway file of PyStemmer, loaded at first use.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from typing import Final, cast

_APOSTROPHES: Final = re.compile("['\u2019\u02bc\uff07]")
_ELISION_LETTERS: Final = 2  # l'armée, d'État, qu'il, O'Neill; not don't, whose head is the longer part

_local = threading.local()


def stem(word: str) -> str:
    """Porter2 stem of a folded word without apostrophes."""
    stemmer = cast("Callable[[str], str] | None", getattr(_local, "stem_word", None))
    if stemmer is None:
        from Stemmer import Stemmer  # noqa: PLC0415  loaded at first use

        stemmer = _local.stem_word = cast("Callable[[str], str]", Stemmer("english").stemWord)
    return stemmer(word)


def without_apostrophes(folded: str) -> tuple[str, ...]:
    """The word without possessive and apostrophes, then what it is without an elided head.

    ``syria's`` → ``syria``; ``o'neill's`` → ``oneill``, ``neill``; ``l'armee`` → ``larmee``, ``armee``;
    ``don't`` → ``dont``.
    """
    pieces = [piece for piece in _APOSTROPHES.split(folded) if piece]
    if len(pieces) > 1 and pieces[-1] == "s":
        pieces.pop()
    joined = "".join(pieces)
    if len(pieces) == 2 and len(pieces[0]) <= _ELISION_LETTERS < len(pieces[1]):
        return joined, pieces[1]
    return (joined,) if joined else ()
