"""How far an Arabic word can be the sound of a Latin-script name, and the reverse.

Consonants are compared by classes both scripts share (ق ك q k c; ج غ g j; SEARCH.md §5, *names in any
spelling*), vowels
loosely, since Arabic writes the long ones and guesses the rest. The measure is the cost of the cheapest way to write
the one with the letters of the other, divided by the consonants there are: 0 is a perfect fit, 1 no likeness.
Translated names (exonyms) are :mod:`.gazetteer`'s.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import Final

_CONSONANTS: Final = {
    "b": "ب", "p": "ب", "c": "ك ق س ش تش ث", "ch": "ش تش ك خ ق ج", "ck": "ك ق", "d": "د ض ت ذ",
    "dh": "ذ ظ د ض", "dj": "ج", "f": "ف", "g": "ج غ ق ك ه خ", "gh": "غ ق ج ك ف", "gu": "غ ج ق ك",
    "h": "ه ح خ", "j": "ج خ ي ه ش", "k": "ك ق خ ج", "kh": "خ ك", "l": "ل", "m": "م", "n": "ن",
    "ng": "نغ نج نق ن نك", "ph": "ف", "q": "ق ك تش ش ع", "qu": "كو ك ق كيو", "r": "ر غ",
    "s": "س ص ز ش", "sh": "ش", "sch": "ش شو سك", "sc": "س سك ش", "ss": "س ص", "t": "ت ط د",
    "th": "ث ت ذ ط د ظ ز س", "ts": "تس تز", "tch": "تش ش", "tz": "تز تس ز", "v": "ف ب و",
    "w": "و ف", "wh": "و ه", "x": "كس ز خ خس ش كز اكس", "z": "ز س ذ ظ تس ض ص ث", "zh": "ج ش تش ز",
    "j'": "ج", "ti": "ش", "ci": "ش س", "si": "س ش", "dg": "ج", "gn": "ن ني", "kn": "ن كن",
    "wr": "ر", "ps": "س بس", "cz": "تش ك", "sz": "ش س ز", "rz": "ج ش", "gi": "ج جي", "ge": "ج جي",
    "ñ": "ن ني", "ye": "ي يي", "yu": "يو ي ج", "ya": "يا ي", "yo": "يو جو يوه", "ugh": "و يو اف",
}  # fmt: skip
_VOWELS: Final = {
    "a": "ا ه ي و ع اع ا ء", "e": "ي ا ه ء اي", "i": "ي ا اي ء ع", "o": "و ا او ءو",
    "u": "و ا يو او ع ءو", "y": "ي اي ا", "ee": "ي", "ea": "ي ا يا", "ai": "اي ي ا", "ay": "اي ي",
    "ei": "اي ي", "ey": "ي اي", "oo": "و", "ou": "و او", "ow": "او و", "au": "او و", "aw": "او و",
    "ie": "ي اي", "oa": "و وا", "oi": "وي وا", "eu": "يو و وي او", "ew": "يو و", "eau": "و",
    "ia": "يا", "io": "يو", "igh": "اي", "ough": "و اف او", "augh": "و او", "ue": "و", "oe": "و",
    "ae": "اي ا", "ui": "وي و", "uy": "اي وي", "ea'": "اء", "er": "ر ير ار", "re": "ر ري",
}  # fmt: skip
_WEAK_LETTERS: Final = {"h": 0.3, "w": 0.4, "y": 0.2, "r": 0.7, "e": 0.05, "'": 0.0, "-": 0.0, "’": 0.0}
"""What a Latin letter that nothing writes costs: silent or half silent ones less."""
_SILENT_VOWEL: Final = 0.1
_SILENT_END: Final = 0.4  # French
_CONSONANT: Final = 1.0
_ARABIC_VOWELS: Final = {"ا": 0.2, "و": 0.25, "ي": 0.25, "ه": 0.35, "ء": 0.15, "ع": 0.5}
"""What an Arabic letter that no Latin one stands for costs."""


def _rules() -> dict[str, tuple[tuple[str, float], ...]]:
    consonants = {latin: tuple((one, 0.0 if not rank else 0.08) for rank, one in enumerate(written.split()))
                  for latin, written in _CONSONANTS.items()}  # fmt: skip
    vowels = {latin: tuple((one, 0.0 if rank < 2 else 0.1) for rank, one in enumerate(written.split()))
              for latin, written in _VOWELS.items()}  # fmt: skip
    return {**consonants, **vowels}


_RULES: Final = _rules()
_PLAIN: Final = (("m", "م"), ("n", "ن"), ("l", "ل"), ("r", "ر"))
_HOPELESS: Final = 0.36  # more than this of the plain consonants unmatched, and no cheap way is left
_LONGEST: Final = 4
_DOUBLED: Final = re.compile(r"([bcdfghjklmnpqrtvwxz])\1")
_NOT_A_CONSONANT: Final = re.compile(r"[aeiouyhw'’\-]")


@lru_cache(maxsize=100_000)
def distance(latin: str, arabic: str) -> float:
    """Both folded, ``arabic`` without particles; 0 for a perfect fit, from about 0.35 no likeness."""
    latin = _DOUBLED.sub(r"\1", latin)
    consonants = len(_NOT_A_CONSONANT.sub("", latin))
    written = sum(letter not in _ARABIC_VOWELS for letter in arabic)
    weight = max(consonants, written, 2)
    if abs(consonants - written) > 1 + weight // 3:
        return 1.0
    if sum(abs(latin.count(one) - arabic.count(other)) for one, other in _PLAIN) / weight > _HOPELESS:
        return 1.0
    return min(1.0, _cost(latin, arabic) / weight)


def _cost(latin: str, arabic: str) -> float:
    """Dynamic programming over how much of either word is used up."""
    width = len(arabic) + 1
    best = [[float("inf")] * width for _ in range(len(latin) + 1)]
    best[0][0] = 0.0
    for i, j in product(range(len(latin) + 1), range(width)):
        here = best[i][j]
        if here == float("inf"):
            continue
        if j < len(arabic):
            best[i][j + 1] = min(best[i][j + 1], here + _ARABIC_VOWELS.get(arabic[j], _CONSONANT))
        if i < len(latin):
            best[i + 1][j] = min(best[i + 1][j], here + _unwritten(latin[i]))
            _use_rules(best, latin, arabic, i, j)
    silent = best[-2][-1] + _SILENT_END if latin[-1] in "tdsx" and len(latin) > 3 else best[-1][-1]
    return min(best[-1][-1], silent)


def _use_rules(best: list[list[float]], latin: str, arabic: str, i: int, j: int) -> None:
    for length in range(1, min(_LONGEST, len(latin) - i) + 1):
        for written, cost in _RULES.get(latin[i : i + length], ()):
            if arabic.startswith(written, j):
                end = j + len(written)
                best[i + length][end] = min(best[i + length][end], best[i][j] + cost)


def _unwritten(letter: str) -> float:
    if letter in _WEAK_LETTERS:
        return _WEAK_LETTERS[letter]
    return _SILENT_VOWEL if letter in "aiou" else _CONSONANT


def bare_forms(folded: str) -> tuple[str, ...]:
    """An Arabic word without what may be written on to it: particles, the article, both."""
    forms = [folded]
    for conjunction in ("", "و", "ف"):
        rest = folded.removeprefix(conjunction) if folded.startswith(conjunction) else ""
        for particle in ("", "ب", "ل", "ك", "ال", "بال", "لل", "كال"):
            bare = rest.removeprefix(particle) if rest.startswith(particle) else ""
            forms += [bare] if len(bare) >= 2 else []
    return tuple(dict.fromkeys(forms))


_GLUED_FROM: Final = 7  # letters from which an Arabic word may be two that lost the blank between them


def hidden(latin: str, arabic: str) -> bool:
    """Whether the beginning or end of a long Arabic word has the sound of ``latin``."""
    if len(arabic) < _GLUED_FROM or len(latin) < 3:
        return False
    lengths = range(max(3, len(latin) - 2), min(len(arabic), len(latin) + 3))
    ends = (part for length in lengths for part in (arabic[:length], arabic[-length:]))
    return any(distance(latin, part) <= 0.1 for part in ends)


def likeness(latin: str, arabic: str) -> float:
    """The least distance over the bare forms of ``arabic``; both folded."""
    return min(distance(latin, form) for form in bare_forms(arabic))
