"""The one fold for matching Arabic and Latin text: what a reader would call the same letters.

Used by search, disclaimers and bylines (SEARCH.md §5, step 2); never shown and never stored as text.
Compatibility forms become letters (NFKC), harakat, Quranic marks, tatweel and invisible characters
go, Arabic-Indic and Persian digits become ASCII, alef, hamza, ya, ta marbuta and kaf forms meet;
Latin loses case and accents. Punctuation and the number of spaces stay. Character by character but
for one rule (a hamza above its carrier), so every folded letter knows where it came from.

Input is expected in NFC (:func:`archive.text.normalise.canonical`). Other scripts are only
casefolded: й is not и.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from typing import Final

from archive.values import Span

_LETTERS: Final = {
    **dict.fromkeys("أإآٱ\u0672\u0673\u0675", "ا"),
    **dict.fromkeys("ؤئ\u0674", "ء"),  # makes مسؤول = مسئول, أبناؤه ~ أبنائه
    **dict.fromkeys("ىیې", "ي"),
    **dict.fromkeys("ةۀہۂۃەھ", "ه"),
    **dict.fromkeys("کگڪڭݣ", "ك"),
    **dict.fromkeys("ڤڥڡ", "ف"),
    **dict.fromkeys("ڧڨ", "ق"),
    "پ": "ب",
    "چ": "ج",
    # Latin letters that Unicode does not decompose
    "ø": "o",
    "đ": "d",
    "ł": "l",
    "ħ": "h",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
}
# Tatweel, Quranic small waw and ya, the half rings of romanised ʿayn and hamza, soft hyphen, joiners, bidi, selectors.
_DROPPED: Final = re.compile(
    "[\u0640\u06e5\u06e6\u02be\u02bf\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef\u0300-\u036f]"
)
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
# A detached hamza makes its carrier a hamza, as NFC would; over tatweel (شيـٔا) it is the letter itself.
_CARRIED_HAMZA: Final = re.compile("[ويىیـ](?=[\u064b-\u0652\u0670]*\u0654)")


class _Table(dict[int, str]):
    """A translation table that works out each code point once."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    """Fold one character to the string that folds to itself."""
    if character in _LETTERS:
        return _LETTERS[character]
    category = unicodedata.category(character)
    if _DROPPED.match(character) or (category == "Mn" and _ARABIC.match(character)):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Zs":
        return " "
    if category[0] not in "LN":
        return character
    return _fold_letter(character)


def _fold_letter(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character)
    if "\u2044" in decomposed:
        return character  # ½ would run into the digit before it: 3½ is not 31/2
    if _is_western(decomposed[0]):
        folded = decomposed.casefold()
    elif _ARABIC.match(character):
        folded = decomposed.strip(" ") if decomposed[0] == " " else unicodedata.normalize("NFC", decomposed)
    else:
        folded = unicodedata.normalize("NFKC", character.casefold())
    return folded if folded == character else "".join(_TABLE[ord(part)] for part in folded)


def _is_western(character: str) -> bool:
    return character.isascii() or unicodedata.name(character, "").startswith(("LATIN ", "GREEK "))


_TABLE: Final = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text, and for each of its code points the original ``[start, end)`` it stands for."""

    text: str
    starts: array[int]
    ends: array[int]

    def span(self, start: int, end: int) -> Span:
        """Where the folded ``[start, end)`` stood in the original, with the harakat written on its last letter."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"not a part of the folded text of {len(self.text)} characters: [{start}, {end})")
        return Span(self.starts[start], self.ends[end - 1])


def fold(text: str) -> str:
    """Return ``text`` folded; folding twice changes nothing."""
    if text.isascii():
        return text.lower()
    return _settle_hamza(text).translate(_TABLE)


def fold_with_offsets(text: str) -> Folded:
    """Return the same text as :func:`fold`, with the way back."""
    parts = list(map(_TABLE.__getitem__, map(ord, _settle_hamza(text))))
    starts, ends = array("L"), array("L")
    done = 0
    for index in [index for index, part in enumerate(parts) if len(part) != 1]:
        starts.extend(range(done, index))
        ends.extend(range(done + 1, index + 1))
        starts.extend([index] * len(parts[index]))
        ends.extend([index + 1] * len(parts[index]))
        if not parts[index] and _sits_on_its_letter(text[index]):
            _widen(ends, index)
        done = index + 1
    starts.extend(range(done, len(parts)))
    ends.extend(range(done + 1, len(parts) + 1))
    return Folded("".join(parts), starts, ends)


def _settle_hamza(text: str) -> str:
    """As many characters as before, a carrier under a detached hamza replaced by hamza."""
    return _CARRIED_HAMZA.sub("ء", text) if "\u0654" in text else text


def _sits_on_its_letter(character: str) -> bool:
    return character == "ـ" or unicodedata.combining(character) > 0


def _widen(ends: array[int], index: int) -> None:
    """Let the letter that ended at ``index`` end one later."""
    position = len(ends) - 1
    while position >= 0 and ends[position] == index:
        ends[position] += 1
        position -= 1
