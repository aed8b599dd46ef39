"""Which scripts a text is written in, and which languages their letters give away.

Scripts go by their ISO 15924 codes. Arabic script is shared by Arabic, Persian, Urdu, Pashto,
Sorani, Uyghur and Sindhi, and every one but Arabic has letters of its own; counting those beats
statistical detectors, which know neither Pashto nor Sorani (MACHINE.md §6). What the counts mean
for a declared language is :mod:`archive.text.language`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_RANGES: Final = {
    "Arab": "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06fa-\u06fc\u0750-\u077f\u08a0-\u08c9"
    "\ufb50-\ufbb1\ufbd3-\ufdfb\ufe70-\ufefc",
    "Latn": "A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿﬀ-ﬆＡ-Ｚａ-ｚ",
    "Cyrl": "Ѐ-ԯ",
    "Grek": "Ͱ-Ͽἀ-῿",
    "Hebr": "א-ת",
    "Syrc": "ܐ-ݏ",
    "Armn": "Ա-և",
    "Geor": "Ⴀ-ჿ",
    "Deva": "ऄ-हक़-ॡ",
    "Thai": "ก-ๆ",
    "Hang": "가-힣ᄀ-ᇿ",
    "Kana": "ぁ-ヿ",
    "Hani": "㐀-鿿",
}
_RUNS: Final = {script: re.compile(f"[{ranges}]+") for script, ranges in _RANGES.items()}
_LETTERS: Final = re.compile(r"[^\W\d_]+")
OTHER: Final = "Zyyy"

LANGUAGE_OF_SCRIPT: Final = {
    "Grek": "el", "Hebr": "he", "Syrc": "syr", "Armn": "hy", "Geor": "ka",
    "Thai": "th", "Hang": "ko", "Kana": "ja", "Hani": "zh",
}  # fmt: skip
"""Scripts that nearly always mean one language in the press."""

LANGUAGES_OF: Final = {
    "Arab": {"ar", "fa", "ur"},
    "Cyrl": {"ru", "uk", "bg", "mk"},
    "Deva": {"hi", "mr", "ne"},
    "Latn": {
        *("af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nl"),
        *("no", "pl", "pt", "ro", "sk", "sl", "so", "sq", "sv", "sw", "tl", "tr", "vi"),
    },
}
"""What a detector can name, by script: an answer from another script is no answer."""

SCRIPTS_OF: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "sdh", "ug", "sd"), ("Arab",)),
    **{language: (script,) for script, language in LANGUAGE_OF_SCRIPT.items()},
    **{language: (script,) for script in ("Latn", "Cyrl", "Deva") for language in LANGUAGES_OF[script]},
    "ku": ("Latn", "Arab"),
    "ja": ("Kana", "Hani"),
    "ko": ("Hang", "Hani"),
}
"""The scripts a language is printed in, where its tag names none. A language not listed may be in any."""

DIALECTS: Final = {
    "arb": "ar", "apc": "ar", "ajp": "ar", "arz": "ar", "acm": "ar", "ary": "ar", "arq": "ar", "aeb": "ar", "afb": "ar",
    "pes": "fa", "prs": "fa", "kmr": "ku", "pbt": "ps", "pbu": "ps", "nb": "no", "nn": "no", "iw": "he",
}  # fmt: skip
KURDISH: Final = {"ku", "ckb", "sdh"}
EASILY_MISTAKEN: Final = (
    {"da", "no", "sv"}, {"hr", "sr", "bs", "sl"}, {"id", "ms", "tl"}, {"cs", "sk"}, {"es", "ca", "gl", "pt"},
    {"ru", "uk", "bg", "mk", "be", "sr"}, {"hi", "mr", "ne"}, {"fi", "et"}, {"nl", "af"},
)  # fmt: skip
"""Neighbours that a detector confuses; one of them seen does not contradict another declared."""

SCRIPT_NAMES: Final = {
    "Arab": "Arabic", "Latn": "Latin", "Cyrl": "Cyrillic", "Grek": "Greek", "Hebr": "Hebrew", "Syrc": "Syriac",
    "Armn": "Armenian", "Geor": "Georgian", "Deva": "Devanagari", "Thai": "Thai", "Hang": "Hangul",
    "Kana": "Japanese", "Hani": "Chinese", OTHER: "another",
}  # fmt: skip


def letter_counts(text: str) -> dict[str, int]:
    """Letters by script, scripts without letters left out; harakat, digits and punctuation are no letters."""
    total = sum(map(len, _LETTERS.findall(text)))
    counts: dict[str, int] = {}
    for script, runs in _RUNS.items():
        if sum(counts.values()) >= total:
            break
        if found := sum(map(len, runs.findall(text))):
            counts[script] = found
    if (rest := total - sum(counts.values())) > 0:
        counts[OTHER] = rest
    return counts


def script_of(text: str) -> str:
    """The script most letters of ``text`` are in, ``Zyyy`` (common) where it has none."""
    counts = letter_counts(text)
    return max(counts, key=counts.__getitem__) if any(counts.values()) else OTHER


@dataclass(frozen=True, slots=True)
class Telling:
    """A language and what gave it away, with figures."""

    language: str
    evidence: str


# (language, its letters, how many in a thousand are enough); the first that reaches its mark wins.
# Uyghur before Sorani, which shares ە and ۆ; Sindhi before Urdu, which shares ھ.
_OWN_LETTERS: Final = (
    ("ug", "ۇۈۋڭ", 25),
    ("ckb", "ێۆڕڵەڤ", 30),
    ("sd", "ٻڀٿٽڃڇڏڌڍڙڳڱڦڻ", 15),
    ("ps", "ټډړږښېۍځڅڼ", 10),
    ("ur", "ٹڈڑںےہھ", 20),
)
_PERSIAN: Final = "پچژگکی"
_PERSIAN_ONLY: Final = "پچژگ"
_ARABIC: Final = "يىةكأإؤ"
_WORD: Final = re.compile(r"[^\W\d_]+")
_ARTICLE: Final = re.compile(r"[وف]?[بك]?ال\w{2}|[وف]?لل\w{2}")


def telling_arabic(text: str) -> Telling | None:
    """Return the language of a text in Arabic script by its letters, or ``None`` where they say nothing."""
    letters = sum(map(len, _RUNS["Arab"].findall(text)))
    if not letters:
        return None
    for language, own, per_mille in _OWN_LETTERS:
        count = _count(text, own)
        if count * 1000 >= per_mille * letters:
            return _by_letters(language, own, count, letters)
    return _arabic_or_persian(text, letters)


def _arabic_or_persian(text: str, letters: int) -> Telling | None:
    """Keyboards mix ي with ی and ك with ک; the article ال and پ چ ژ گ are what is left to go by."""
    persian, arabic = _count(text, _PERSIAN), _count(text, _ARABIC)
    words = _WORD.findall(text)
    articles = sum(1 for word in words if _ARTICLE.match(word))
    if articles * 10 >= len(words) or arabic > persian:
        if _count(text, _PERSIAN_ONLY) * 1000 >= 20 * letters and articles * 20 < len(words):
            return _by_letters("fa", _PERSIAN_ONLY, _count(text, _PERSIAN_ONLY), letters)
        return _by_letters("ar", _ARABIC, arabic, letters)
    if persian * 1000 >= 20 * letters:
        return _by_letters("fa", _PERSIAN, persian, letters)
    return None


_KURMANJI: Final = "êîûÊÎÛ"
_NOT_KURMANJI: Final = "éèàâëïöüığăơưđạãõñåäøæœßÉÈ"


def telling_latin(text: str) -> Telling | None:
    """Return ``ku`` for Kurmanji in Latin letters, which detectors take for Turkish; nothing of other languages."""
    letters = sum(map(len, _RUNS["Latn"].findall(text)))
    count = _count(text, _KURMANJI)
    if letters and count * 1000 >= 30 * letters and _count(text, _NOT_KURMANJI) * 10 < count:
        return _by_letters("ku", "êîû", count, letters)
    return None


_FUNCTION_WORDS: Final = (
    "the of and to in a is that for it was on with as his he be at by had are but from have not they which you were "
    "her she an this has will their its who said been would more"
)
_ENGLISH: Final = frozenset(_FUNCTION_WORDS.split())
PLAIN_ENGLISH: Final = 250
"""Function words in a thousand; English news has 300 and more."""
SOME_ENGLISH: Final = 100
"""What other languages in Latin letters reach by chance."""


def english_per_mille(text: str) -> int:
    """How many words in a thousand are English function words."""
    words = [word.lower() for word in _WORD.findall(text)]
    return 1000 * sum(word in _ENGLISH for word in words) // len(words) if words else 0


def telling_english(text: str) -> Telling | None:
    """Return ``en`` for a text full of English function words: three sentences show it, where a detector needs ten."""
    share = english_per_mille(text)
    return Telling("en", f"{share} words in 1,000 are English function words") if share >= PLAIN_ENGLISH else None


def _by_letters(language: str, signs: str, count: int, letters: int) -> Telling:
    return Telling(language, f"{count:,} of {letters:,} letters are {' '.join(signs)}")


def _count(text: str, letters: str) -> int:
    return sum(map(text.count, letters))
