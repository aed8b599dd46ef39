"""Whether a name and the Arabic words of a passage are one name: by the gazetteer, by sound, in parts, or not.

The sound itself is :mod:`.transliteration`'s; here are the words that no name hides in, the names that share a word,
and the names that were cut short or glued to what stands beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from archive.text.compare.arabic_names import is_known_name
from archive.text.compare.arabic_ordinary import ORDINARY
from archive.text.compare.foreignness import foreignness
from archive.text.compare.gazetteer import arabic_beginnings, begins
from archive.text.compare.name_words import Word
from archive.text.compare.transliteration import apart, bare_forms, distance, hidden, likeness

SAME: Final = 0.2  # likeness up to which two words are one name; no random pair of 1,500 came below
CLOSE: Final = 0.12
_SLIP: Final = 0.55  # rather the same name with a slip in it: .3 % of those are farther, 2 % of other names as near
_PERFECT: Final = 0.1
_NEARER: Final = 0.05  # by which a word is rather another name
_STEM: Final = 4  # letters that a name and what is made of it share: Catalans, Catalonia
WORDLIKE: Final = -1.0  # log odds of being foreign

How = Literal["", "next door", "as a word", "taken"]
"""What makes even a near word doubtful: it stands in the neighbouring sentence, is rather a word, is another's."""


def distance_of_names(latin: str, arabic: str) -> float:
    """How unlike two folded words are as one name; words of every report only where the fit is perfect (علي)."""
    apart = likeness(latin, arabic)
    return 1.0 if apart > 0 and is_word(arabic) and not is_known_name(arabic) else apart


@lru_cache(maxsize=100_000)
def is_word(arabic: str) -> bool:
    """Whether it is a word of every report, whatever is written on to it."""
    return any(form in ORDINARY for form in bare_forms(arabic))


def one_name(latin: str, arabic: str) -> bool:
    """Whether they are rather one name: nearly alike, cut short (Livi ↔ ليفينغستون), or glued to another word."""
    if apart(latin, arabic) <= _SLIP:
        return True
    for form in bare_forms(arabic):
        parts = [form[:length] for length in range(3, min(len(form), len(latin) + 2))]
        parts += [form[-length:] for length in range(4, min(len(form), len(latin) + 2))]
        if any(distance(latin, part) <= CLOSE for part in parts):
            return True
        if len(form) > 3 and any(distance(latin[:length], form) <= CLOSE for length in range(3, len(latin))):
            return True
    return False


def met(name: Word, words: Sequence[str], rivals: Sequence[str]) -> tuple[float, How]:
    """The likeness of what comes nearest; 0 for what the gazetteer knows or is written in one with another word."""
    stems = arabic_beginnings(name.folded)
    if stems and any(begins(word, stems) for word in words):
        return 0.0, ""
    if stems and len(name.folded) > 3 and any(distance_of_names(name.folded, word) <= CLOSE for word in words):
        return 0.0, ""
    apart = {word: distance_of_names(name.folded, word) for word in words}
    like = sorted((far, word) for word, far in apart.items() if far <= SAME)
    others = [rival for rival in rivals if rival[:_STEM] != name.folded[:_STEM]]
    free = [(far, word) for far, word in like if all(distance_of_names(one, word) > far - _NEARER for one in others)]
    if any(far <= _PERFECT or foreignness(word) > WORDLIKE for far, word in free):
        return free[0][0], ""
    if _in_parts(name, [word for word in words if all(likeness(rival, word) > SAME for rival in rivals)]):
        return 0.0, ""
    if free:
        return free[0][0], "as a word"
    return (like[0][0], "taken") if like else (min(apart.values(), default=1.0), "")


def _in_parts(name: Word, words: Sequence[str]) -> bool:
    """Whether it is written in two words, in one with its neighbour, or glued to another."""
    if any(hidden(name.folded, word) for word in words):
        return True
    pairs = [one + two for one, two in pairwise(words)]
    joined = [other + name.folded for other in name.run] + [name.folded + other for other in name.run]
    return (len(name.folded) > 5 and any(likeness(name.folded, pair) <= SAME for pair in pairs)) or any(
        likeness(whole, word) <= SAME for whole in joined for word in words
    )
