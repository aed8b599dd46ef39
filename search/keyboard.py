"""What was meant by a word typed with the wrong keyboard layout: ``hgkzhl`` for النظام, ``قثلهةث`` for *regime*.

The layouts are Arabic (101), the one on nearly every keyboard sold in the Arab world, and US English: the
same key gives a letter in each. A guess is offered only for a word wholly typed on keys that give letters in
the other layout; whether it is a word at all is for the index to say. Pure.
"""

from __future__ import annotations

from typing import Final

_LATIN: Final = "qwertyuiop[]asdfghjkl;'zxcvnm,./`"
_ARABIC: Final = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ"
_TO_ARABIC: Final = {**dict(zip(_LATIN, _ARABIC, strict=True)), "b": "لا"}
_SHIFTED: Final = {"H": "أ", "Y": "إ", "N": "آ", "G": "لأ", "T": "لإ", "B": "لآ"}
_TO_LATIN: Final = {arabic: latin for latin, arabic in _TO_ARABIC.items() if len(arabic) == 1}
_TO_LATIN_SHIFTED: Final = {arabic: latin.lower() for latin, arabic in _SHIFTED.items() if len(arabic) == 1}
_LAM_ALEF: Final = "لا"


def other_layout(word: str) -> str | None:
    """``word`` as the same keys give it in the other layout; ``None`` where it cannot have been typed so."""
    if len(word) < 2:
        return None
    if all(key in _SHIFTED or key.lower() in _TO_ARABIC for key in word) and any(key.isalpha() for key in word):
        return "".join(_SHIFTED.get(key) or _TO_ARABIC[key.lower()] for key in word)
    return _latin(word)


def _latin(word: str) -> str | None:
    """لا is one key (b), but also two (gh); the one key is what a writer of English hits."""
    typed = word.replace(_LAM_ALEF, "b")
    keys = [key if key == "b" else _TO_LATIN.get(key) or _TO_LATIN_SHIFTED.get(key) for key in typed]
    if not all(key is not None and key.isalpha() for key in keys):
        return None
    return "".join(key for key in keys if key)
