"""Arabic bylines announced by a cue: بقلم فلان, كتب فلان لـ«…», إعداد: فلان - موقع …, رأي | فلان.

The cue proves that a name follows, ``names_arabic`` weighs whether one does; what stands after the name
is a place, an outlet or what the person is. Lines without a cue are ``byline_arabic_parts``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from archive.chain.byline_arabic_parts import FOR_OUTLET, FROM_PLACE, combined, read_parts, unnamed
from archive.chain.byline_record import Found, Standing, split_trailing_brackets, unquoted
from archive.chain.dates import find_dates
from archive.chain.evidence import arabic_weight, is_definite_name, is_proper
from archive.chain.names_arabic import is_place, is_somewhere, label_kind, outlet, people, person
from archive.text.fold import fold, fold_with_offsets

# All expressions below are over folded text: ه for ة, ا for أ, no harakat, no tatweel.
_CUE: Final = re.compile(
    r"(?:(?:راي|مقال راي|مقال|افتتاحيه)\s*[:|–-]\s*|مقال\s+راي\s+)?"
    r"(?:(?P<extent>مقتطفات|مقتطف|مقاطع|ملخص|مختصر)\s+(?:(?:من|عن)\s+)?)?(?:(?:مقال|مقاله|راي|تقرير|دراسه)\s+)?"
    r"(?P<cue>بقلم|للكاتبه|للكاتب|كتبها|كتبه|كتبت|كتب|تقرير|تحقيق|اعداد|اعدها|اعده|اعدته"
    r"|تحليل|استطلاع|قراءه|شعر|حاوره|حاورها|حاورته|حوار|اجري الحوار|اجرت الحوار)"
    r"(?P<mark>\s*[:/–-]\s*|\s+)(?P<rest>\S.*)"
)
_CUE_ROLES: Final = {
    "بقلم": "aut",
    "لل": "aut",
    "كتب": "aut",
    "تقر": "rpt",
    "تحق": "rpt",
    "استط": "rpt",
    "تحل": "aut",
    "قرا": "aut",
    "شعر": "aut",
    "اعد": "com",
    "حاو": "ivr",
    "حوا": "ivr",
    "اجر": "ivr",
}
_AUTHOR_CUES: Final = frozenset({"بقلم", "كتبه", "كتبها", "للكاتب", "للكاتبه"})
MIN_WORDS: Final = 2
_NEEDS_A_MARK: Final = frozenset({"تقرير", "تحقيق", "حوار", "تحليل", "استطلاع", "قراءه", "شعر"})
_EXTENTS: Final = {"ملخص": "summary", "مختصر": "abridged"}
_DIVIDER: Final = re.compile(r"\s*[-–—|/،,]\s*|\s+ـ+\s+")
_SPECIAL: Final = re.compile(r"(?:خاص|خاصه)(?:\s+(?:[لب]\s*)?)(?P<outlet>\S.*)")
_TAGGED: Final = re.compile(r"(?:راي|مقال راي|مقال|تحليل|وجهه نظر|عمود)\s*[|:–-]\s*(?P<rest>\S.*)")
_OUR_OWN: Final = re.compile(r"بقلم\s*[:/–-]\s*(?=(?:مراسل|موفد|مندوب|محرر)\w*نا\b)")  # بقلم: مراسلنا - موقع …
_CLOCK: Final = re.compile(r"[\s|–-]*\d{1,2}:\d{2}(?:\s*(?:[ap]m|[صم]))?\s*\Z", re.IGNORECASE)


def read_arabic(line: str, publisher: str | None) -> Found | None:
    """Read one whole line; ``None`` where it is not surely a byline."""
    sentence = line.endswith((".", "؟", "!"))
    line = without_tail(line)
    ours = _OUR_OWN.match(line)
    return _with_cue(line, publisher, sentence=sentence) or read_parts(line[ours.end() :] if ours else line, publisher)


def without_tail(line: str) -> str:
    """Drop a date at the end with its separators, and a final colon or dash."""
    line = _CLOCK.sub("", line)
    dates = find_dates(line)
    if dates and dates[-1].span.start > 0 and not line[dates[-1].span.end :].strip(" .:|"):
        line = re.sub(
            r"[\s|،,–—-]*(?:(?:ال[^\W\d]+|بتاريخ|في|[A-Z][a-z]+)[\s،,]*)?\Z", "", line[: dates[-1].span.start]
        )
    return re.sub(r"[\s:|.،–—ـ-]+\Z", "", line) if not line.rstrip().endswith(("م.", "د.")) else line.strip()


def _with_cue(line: str, publisher: str | None, *, sentence: bool) -> Found | None:
    """``بقلم يابس كُتبت الرسالة.`` is a sentence: there only a mark after the cue, or a given name, proves a byline."""
    folded = fold_with_offsets(line)
    match = _CUE.fullmatch(folded.text)
    if match is None:
        return _tagged(line)
    rest = folded.span(*match.span("rest")).of(line)
    marked = bool(match["mark"].strip())
    announced = match["cue"] in _AUTHOR_CUES and not sentence
    genre = match["cue"] in _NEEDS_A_MARK  # تقرير: opens headlines too
    at_least = Standing.LIKELY if genre and marked else Standing.FRAMED
    found = _names_after_cue(rest, publisher, at_least, cued=announced or marked)
    if found is None and announced and marked and _is_pen_name(rest):
        found = Found(persons=(rest,))
    if found is None or not (announced or marked or _surely_named(found, match["cue"], sentence=sentence)):
        return None
    extent = match["extent"]
    role = next(role for opening, role in _CUE_ROLES.items() if match["cue"].startswith(opening))
    return replace(
        found, role=role if found.persons else found.role, extent=_EXTENTS.get(extent, "excerpt") if extent else None
    )


def _tagged(line: str) -> Found | None:
    """``رأي | فلان``."""
    folded = fold_with_offsets(line)
    match = _TAGGED.fullmatch(folded.text)
    persons = people(folded.span(*match.span("rest")).of(line), Standing.LIKELY) if match else ()
    return Found(persons=persons) if persons else None


def _surely_named(found: Found, cue: str, *, sentence: bool) -> bool:
    """Without a mark ``كتب`` and ``تقرير`` open sentences: there names are known, or an outlet or place follows."""
    beside = found.outlet or found.place
    if cue in _NEEDS_A_MARK:
        return bool(beside and found.persons)
    return bool(beside) or all(
        person(name) is Standing.KNOWN
        or (not sentence and person(name) is Standing.LIKELY and len(name.split()) == MIN_WORDS)
        for name in found.persons
    )


def _is_pen_name(text: str) -> bool:
    """One word after بقلم and a colon."""
    return " " not in text and arabic_weight([text]) > 0 and not fold(text).startswith("ال") and not is_place(text)


def _names_after_cue(rest: str, publisher: str | None, at_least: Standing, *, cued: bool) -> Found | None:
    """Persons, then perhaps an outlet, a place or a label."""
    whole, label = split_trailing_brackets(rest)
    for text, sub, dashed in _divisions(whole):
        persons = people(text, at_least, cued=cued)
        found = _followed(persons, sub, label, publisher, dashed=dashed and cued) if persons else None
        if found:
            return found
    persons = people(whole, at_least, cued=cued)
    if persons:
        return _labelled(persons, label, publisher)
    ours = unnamed(whole, publisher)
    return combined([ours], publisher, explicit=True) if ours else None


def _followed(
    persons: tuple[str, ...], sub: str, label: str | None, publisher: str | None, *, dashed: bool
) -> Found | None:
    """What follows the persons after a dash, "for" or "in": a place, an outlet, or what the person is."""
    special = _SPECIAL.fullmatch(fold(sub))
    sub = sub.split(maxsplit=1)[1].removeprefix("ب") if special and len(sub.split()) > 1 else sub
    if is_place(sub):
        return Found(persons=persons, place=sub, label=label)
    if outlet(sub, publisher) is Standing.KNOWN or (label and label_kind(label) == "outlet"):
        return Found(persons=persons, outlet=unquoted(sub), label=label)
    if special and is_definite_name(sub):
        return Found(persons=persons, outlet=sub)
    if dashed and label_kind(sub) == "person":
        return Found(persons=persons, label=sub)
    if not dashed or not is_proper(sub) or not outlet(sub, publisher):
        return None
    named = is_definite_name(sub) or " " not in sub
    return Found(persons=persons, outlet=sub if named and not is_somewhere(sub) else None)


def _divisions(text: str) -> list[tuple[str, str, bool]]:
    """Every way to cut the text in who and where-or-for-whom, and whether a dash or bar cuts it."""
    cuts = [(text[: m.start()], text[m.end() :], not set(m.group()) & set("،,")) for m in _DIVIDER.finditer(text)]
    folded = fold_with_offsets(text)
    for pattern, group in ((FROM_PLACE, "place"), (FOR_OUTLET, "outlet")):
        match = pattern.fullmatch(folded.text)
        if match:
            cuts.append((folded.span(*match.span("who")).of(text), folded.span(*match.span(group)).of(text), False))
    return [(left.strip(), right.strip(), dashed) for left, right, dashed in cuts if left.strip() and right.strip()]


def _labelled(persons: tuple[str, ...], label: str | None, publisher: str | None) -> Found:
    if label is None:
        return Found(persons=persons)
    if is_place(label):
        return Found(persons=persons, place=label)
    if outlet(label, publisher) is Standing.KNOWN and label_kind(label) != "outlet":
        return Found(persons=persons, outlet=unquoted(label))
    return Found(persons=persons, label=label)
