"""Whether an Arabic word looks like the sound of a foreign name, told by which letters follow which.

Arabic words are built on roots and patterns; names brought in by sound are not, and it shows in their letter pairs
(:mod:`.letter_pairs`). Good for ranking, not for proof: Arabic names (``محمد``) look as Arabic as they are.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from archive.text.compare.arabic_ordinary import ORDINARY
from archive.text.compare.letter_pairs import COLUMNS, ROWS
from archive.text.compare.transliteration import bare_forms

_PAIRS: Final = {
    (first, second): int(value) / 10
    for first, row in ROWS.items()
    for second, value in zip(COLUMNS, row.split(), strict=True)
}
_NEVER: Final = -10.0
_SHORTEST: Final = 3
_GLUED: Final = 16  # letters: words that lost the blank between them


@lru_cache(maxsize=100_000)
def foreignness(word: str) -> float:
    """Natural log odds that folded ``word``, or what it is written on to, is a transliterated name."""
    forms = bare_forms(word)
    if not _SHORTEST <= len(word) < _GLUED or any(form in ORDINARY for form in forms):
        return _NEVER
    return max(_odds(form) for form in forms)


def _odds(word: str) -> float:
    return sum(_PAIRS.get(pair, 0.0) for pair in zip(f"^{word}", f"{word}$", strict=True))
