"""The names that disclaimers print: who translated, who answers, who permitted, checked on the words as printed.

A pattern over the fold captures where a name should stand; whether it is one is asked of ``names_english`` and
``names_arabic``. What is not recognised is no name: a disclaimer without a hand is better than an invented one.
"""

from __future__ import annotations

import re
from typing import Final

from archive.chain import names_arabic, names_english
from archive.chain.byline_record import QUOTES, Standing, split_trailing_brackets, unquoted
from archive.chain.bylines import script_of
from archive.chain.lexicon_names import ARABIC_NOT_NAMES
from archive.text.fold import Folded, fold
from archive.values import Span

_DAYS: Final = frozenset({"اليوم", "الغد"})
_LOWER_OPENING: Final = re.compile(r"[a-z]")
_AFTER_NAME: Final = re.compile(
    r"\s+(?:from|for|and\s+(?:does|do|is|was|the|its|has)|on|in|with|who|which|without|under|exclusively)\b.*|,.*",
    re.DOTALL,
)


def captured_name(folded: Folded, match: re.Match[str], group: str, printed: str) -> str | None:
    """The captured words if they are a name: capitalised in English, an outlet, person or proper noun in Arabic."""
    if match.groupdict().get(group) is None or not match[group].strip():
        return None
    span = folded.span(*match.span(group))
    if printed[span.start] in QUOTES and printed[span.end : span.end + 1] in QUOTES:
        span = Span(span.start, min(span.end + 1, len(printed)))  # the pattern gave the closing mark to the stop
    words = span.of(printed).strip()
    return _arabic_name(words, group) if script_of(words) == "ar" else _english_name(words)


def _english_name(words: str) -> str | None:
    name = unquoted(split_trailing_brackets(_AFTER_NAME.sub("", words))[0]).strip(" ,;:")
    name = re.sub(r"^the\s+(?=website\b|site\b)", "", name)
    if not name or len(name.split()) > 8:
        return None
    known = names_english.outlet(name, None) or names_english.person(name)
    return name if known and not (_LOWER_OPENING.match(name) and known is not Standing.KNOWN) else None


def _arabic_name(words: str, group: str) -> str | None:
    """Sources need proof (نقلاً عن مصدر عسكري names none); who translated or permitted is named by the frame itself."""
    name = unquoted(split_trailing_brackets(words)[0]).strip(" ،,؛:-")
    proved = names_arabic.outlet(words, None) is Standing.KNOWN or names_arabic.person(name) is Standing.KNOWN
    if group == "source" and not proved:
        return None
    words_of_name = name.split()
    if len(words_of_name) > 1 and fold(words_of_name[-1]) in _DAYS:
        words_of_name.pop()  # "فريق المرفأ اليوم"
    sentence_words = any(fold(word) in ARABIC_NOT_NAMES for word in words_of_name)
    return name if name and len(name.split()) <= 6 and (proved or not sentence_words) else None
