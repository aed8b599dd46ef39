"""How much a string looks like a proper name by its letters alone, where no list knows it: a table of weights.

A frame ("By X for Y", بقلم: X) proves that a slot is there, not that a name fills it: "By Early Spring". Every word of
the slot gives evidence, the sum decides. ``FRAMED`` is enough in an explicit frame, ``LIKELY`` also beside one other
sign, such as a known place. What a list or an honorific says weighs more and is ``names_english`` and ``names_arabic``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from archive.chain.byline_record import QUOTES, Standing
from archive.chain.lexicon_names import ARABIC_NAME_PARTICLES, ARABIC_NOT_NAMES, LATIN_NAME_PARTICLES
from archive.chain.lexicon_ordinary import ARABIC_ORDINARY, ENGLISH_ORDINARY
from archive.text.fold import fold

FRAMED: Final = 2
LIKELY: Final = 3

MOST_WORDS: Final = 4
"""No name of more words is taken for one by its letters."""
ENOUGH_WORDS: Final = 3
"""Of a longer Arabic string only the weakest three count: a headline gains nothing by its length."""

WEIGHTS: Final = {
    "unknown": 1,  # no ordinary word of the language
    "foreign": 1,  # letters or endings that English, or Arabic, words do not have: Çiğdem, Khoury; حاجو
    "surname": 1,  # a later word with an article, or a particle of names: al-Ghouri, الشيخموس, بن, آل
    "initial": 2,  # Z. Temo
    "neutral": 0,  # opens as Arabic verbs or ends as plurals do, يطارد, ميسلون; an ordinary surname: Baker
    "made": -2,  # an ending or pattern that makes nouns and adjectives: -tion, -ness, استفعال
    "ordinary": -4,  # an ordinary word of the language
}
"""One ordinary word outweighs a name of three words: a name missed costs less than a hand invented."""

_INITIAL: Final = re.compile(r"(?:[A-Z]\.-?){1,3}|[A-Z]")
_ARTICLE: Final = re.compile(r"(?:al|el|as|ash|ad|az|an|at|ar|ul)[-‑–’']", re.IGNORECASE)
_FOREIGN_LATIN: Final = re.compile(
    r"q(?!u)|kh|zh|dh|gh(?!t)|[kd]j|aa|ii|uu|[aiouj]\Z|\A(?:ts|dz|mb|mk|sr|hr|vl|zd|nj)|[bcdfgjkmpqvwxz]{3}"
    r"|(?:[iy]an|sk[iy]|off|ov|ev|ic|ich|oglu|zadeh|pour|nejad|ez|eddin|ou|vili|dze|nen|sson|berg|mann|stein|escu)\Z"
)
_MADE_LATIN: Final = re.compile(
    r"\w{2,}(?:tion|sion|ness|ment|ity|ance|ence|ship|hood|ful|less|able|ible|ous|ive|ism|ally|wide|based"
    r"|ings?|ists?|tions|ments|wards?|ual|ized|ised)\Z"
)
_ENGLISH_ENDINGS: Final = re.compile(r"(?:['’]s|s|es|ed|ing|er|ers|ly|ish)\Z")
_FOREIGN_ARABIC: Final = re.compile(
    r"[گپچڤژ]|وو|تش[اوي]|\w{2}و\Z|\w{2}(?:يان|زاده|سكي|سكايا|فيتش|يتش|اوغلو|وف|وفا|يوس|شفيلي|يز|بور|نجاد|يك)\Z|(?:\w*[اوي]){3}"
)
_MADE_ARABIC: Final = re.compile(
    r"ا(?:ن|ست)\w{2,4}ا\w|ا\wت\w?ا\w|ا\w{2}ا\wه?|ت\w{2}ي\w|م(?:ست|ت)\w{2,4}|م\wا\w{2}ه|\w{2,}ائي|\w{3,}يه|\w{3,}اء"
)
"""Nouns of action and their plurals, adjectives and participles: استفعال, تفعيل, أفعال, مستفعل."""
_PLURAL_LIKE: Final = re.compile(r"\w{4,}(?:ون|ين)|\w{3,}ات")
_CONJUGATED: Final = re.compile(r"\w{3,}(?<!ا)ت|ست\w{3,}|بال\w{3,}")
"""What only a verb or a noun after a preposition can be: فعلت, ستفعل, بالفعل."""
_ENGLISH_TRADES: Final = frozenset(
    {"baker", "brown", "cook", "fisher", "fox", "green", "grey", "hill", "king", "miller", "stone", "white"}
)
_TRADE: Final = re.compile(r"ال(?:\w+ي|نجار|حداد|خياط|خباز|جزار|حلاق|صياد|بحار|اسود|احمر|اسمر|اشقر|كبير|صغير|طويل)")
"""Ordinary words that are surnames as well, with the article and after another name."""
_PROCLITICS: Final = re.compile(r"\A(?:[وف](?=\w{3}))?(?:[بكل](?=ال)|لل|ل(?=\w{4}))?(?:ال)?")
_ARABIC_ENDINGS: Final = re.compile(r"(?:ات|ون|ين|يه|ان|ها|هم|ه|ي|ا)\Z")
_VERB_LIKE: Final = re.compile(r"س?ي\w{3,}(?<!و)|ت\w{3,4}(?<!و)")
_VERB_OPENINGS: Final = re.compile(r"\A(?:س?[يتن])(?=\w{3})")


def standing(weight: int) -> Standing:
    """What a weight is enough for."""
    return Standing.LIKELY if weight >= LIKELY else Standing.FRAMED if weight >= FRAMED else Standing.SHAPE


def latin_weight(words: Sequence[str]) -> int:
    """The evidence that these Latin words are one proper name."""
    return sum(_latin_word(word, later=index > 0) for index, word in enumerate(words))


def _latin_word(word: str, *, later: bool) -> int:
    if _INITIAL.fullmatch(word):
        return WEIGHTS["initial"]
    plain = fold(word).strip(QUOTES + ".")
    if later and _ARTICLE.match(word):
        return WEIGHTS["unknown"] + WEIGHTS["surname"]
    if plain in LATIN_NAME_PARTICLES:
        return WEIGHTS["surname"]
    if is_ordinary_english(plain):
        return WEIGHTS["neutral"] if later and plain in _ENGLISH_TRADES else WEIGHTS["ordinary"]
    accented = not word.replace("’", "").replace("‘", "").isascii()
    foreign = accented or _FOREIGN_LATIN.search(plain)
    made = not accented and _MADE_LATIN.fullmatch(plain)
    return WEIGHTS["unknown"] + (WEIGHTS["foreign"] if foreign else 0) + (WEIGHTS["made"] if made else 0)


@lru_cache(maxsize=4096)
def is_ordinary_english(plain: str) -> bool:
    """``plain`` is folded; hyphenated words are ordinary if any part is."""
    if "-" in plain:
        return any(len(part) > 2 and is_ordinary_english(part) for part in plain.split("-"))
    if any(plain[:cut] in ENGLISH_ORDINARY and plain[cut:] in ENGLISH_ORDINARY for cut in range(3, len(plain) - 2)):
        return True  # candlelight
    stem = _ENGLISH_ENDINGS.sub("", plain)
    if stem == plain or len(stem) < 3:
        return plain in ENGLISH_ORDINARY and len(plain) > 1
    forms = (
        {plain, stem, stem + "e", stem[:-1] + "y", stem[:-1]}
        if stem[-1] in "i" + stem[-2]
        else {plain, stem, stem + "e"}
    )
    return not ENGLISH_ORDINARY.isdisjoint(forms)


def arabic_weight(words: Sequence[str]) -> int:
    """The evidence that these Arabic words are one proper name. One with the article opens no unknown person."""
    folded = [fold(word) for word in words]
    if any(word in ARABIC_NOT_NAMES or word.startswith("وال") for word in folded):
        return WEIGHTS["ordinary"]
    if len(words) > MOST_WORDS:
        return WEIGHTS["ordinary"]
    weights = [_arabic_word(word, later=index > 0) for index, word in enumerate(folded)]
    return sum(sorted(weights)[:ENOUGH_WORDS]) if len(weights) > ENOUGH_WORDS else sum(weights)


def _arabic_word(word: str, *, later: bool) -> int:
    if word in ARABIC_NAME_PARTICLES or word in {"ملا", "بو", "ايت", "بك", "اغا"}:
        return WEIGHTS["surname"]
    if is_ordinary_arabic(word):
        return WEIGHTS["unknown"] if later and _TRADE.fullmatch(word) else WEIGHTS["ordinary"]
    if word.startswith("ال") and len(word) > 4:
        return _definite_word(word[2:], later=later)
    if _MADE_ARABIC.fullmatch(word) or _CONJUGATED.fullmatch(word):
        return WEIGHTS["made"]
    joined = later and word.startswith("و") and not word.startswith("وو")  # "and" before a word we do not know
    if not joined and _FOREIGN_ARABIC.search(word):
        return WEIGHTS["unknown"] + WEIGHTS["foreign"]
    verb = _VERB_LIKE.fullmatch(word) and (later or not word.startswith("ت"))
    return WEIGHTS["neutral"] if joined or verb or _PLURAL_LIKE.fullmatch(word) else WEIGHTS["unknown"]


def _definite_word(bare: str, *, later: bool) -> int:
    made = _MADE_ARABIC.fullmatch(bare) or _PLURAL_LIKE.fullmatch(bare)
    return WEIGHTS["made"] if made else WEIGHTS["unknown"] + (WEIGHTS["surname"] if later else 0)


@lru_cache(maxsize=4096)
def is_ordinary_arabic(folded: str) -> bool:
    """As printed, or without clitics, endings and the prefixes of verbs."""
    bare = _PROCLITICS.sub("", folded, count=1)
    forms = {folded, bare, _ARABIC_ENDINGS.sub("", bare)}
    forms |= {_VERB_OPENINGS.sub("", form) for form in forms}
    return any(form in _ARABIC_STEMS or form in ARABIC_NOT_NAMES for form in forms if len(form) > 2)


def is_definite_name(text: str) -> bool:
    """``المسبار``: one or two Arabic words with the article, not ordinary and not made as nouns of action are."""
    words = [fold(word) for word in text.split()]
    return (
        1 <= len(words) <= 2
        and all(word.startswith("ال") and len(word) > 4 and word not in ARABIC_NOT_NAMES for word in words)
        and not any(is_ordinary_arabic(word) or _MADE_ARABIC.fullmatch(word[2:]) for word in words)
    )


def is_proper(text: str) -> bool:
    """No word of it is an ordinary one, in either language: it may be the name of something."""
    words = [fold(word).strip(QUOTES + ".()") for word in text.split()]
    return bool(words) and not any(
        word in ARABIC_NOT_NAMES or is_ordinary_english(word) or is_ordinary_arabic(word) for word in words
    )


_ARABIC_STEMS: Final = ARABIC_ORDINARY | {word.removesuffix("ه") for word in ARABIC_ORDINARY if len(word) > 4}
