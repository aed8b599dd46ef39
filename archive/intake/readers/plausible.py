"""How much a decoded text looks like writing and how much like bytes read in the wrong encoding.

Pure. The score counts letters that stand where letters stand against the marks that mojibake
leaves: control characters, Latin letters glued to Arabic ones, a final-only letter in mid-word, a
vowel mark on nothing, runs of accented capitals. ASCII says nothing either way.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

SAMPLE: Final = 50_000
"""Characters looked at: a wrong encoding shows in the first lines."""

_ARABIC: Final = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3"
_MARKS: Final = "\u064b-\u0652\u0670"
_ACCENTED: Final = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f"
_SYMBOLS: Final = "\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf\u00d7\u00f7€‚ƒ„†‡ˆ‰‹›™˜"

_LETTER = re.compile(rf"[{_ARABIC}{_ACCENTED}«»“”‘’–—…،؛؟]|[^\W\d_\x00-\u017f]")
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC_LETTER = re.compile(f"[{_ARABIC}]")
# The eight most frequent letters make up about 60 % of Arabic news, in any register.
_FREQUENT = re.compile("[اليمونرت]")
# What gives a wrong reading away, and how many good letters one case outweighs.
_TELLTALES: Final = (
    (4, re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")),
    (4, re.compile("\u2000|[\u3400-\u9fff] [\u3400-\u9fff]")),  # UTF-16 with its bytes swapped; words in Chinese
    (3, re.compile("(?<=[а-яё])[А-ЯЁ]|[\u2500-\u259f]")),  # capitals inside words; box drawing of the DOS code pages
    (4, re.compile(rf"(?<=[{_ARABIC}])[A-Za-z{_ACCENTED}]|[A-Za-z{_ACCENTED}](?=[{_ARABIC}])")),
    (2, re.compile(f"[{_ACCENTED}](?=[{_ACCENTED}{_SYMBOLS}])|(?<=[{_ACCENTED}{_SYMBOLS}])[{_ACCENTED}]")),
    (2, re.compile(rf"(?<=[^\W\d_a-zA-Z])[{_SYMBOLS}](?=[^\W\d_])")),
    (2, re.compile(rf"(?<=[{_ARABIC}])[\^_`~|](?=[{_ARABIC}])")),
    (2, re.compile(f"(?<![{_ARABIC}{_MARKS}\u0640])[{_MARKS}]")),
    (2, re.compile(f"[\u064c\u064d](?=[{_ARABIC}])|\u064b(?=[{_ARABIC}])(?!\u0627)")),  # tanwin in mid-word
    (2, re.compile(f"[ةى](?=[{_ARABIC}])")),
)


def plausibility(text: str) -> int:
    """Per cent of the evidence that speaks for the text being rightly decoded [0, 100]; 100 for pure ASCII."""
    text = text[:SAMPLE]
    if _FORMS.search(text):
        text = unicodedata.normalize("NFKC", text)  # cp864 holds presentation forms; judge the letters they stand for
    good = len(_LETTER.findall(text))
    bad = sum(weight * len(pattern.findall(text)) for weight, pattern in _TELLTALES)
    if not good and not bad:
        return 100
    return round(100 * good / (good + bad) * _habit(text))


def _habit(text: str) -> float:
    """1.0 where the frequent letters are as frequent as in Arabic (half of all letters), a little less where not."""
    letters = len(_ARABIC_LETTER.findall(text))
    if letters < 20:
        return 1.0
    return min(1.0, 0.5 + len(_FREQUENT.findall(text)) / letters)
