"""Arabic bylines: بقلم فلان, كتب فلان لـ«…», دمشق - مراسلنا, خاص بـ«…», فلان - موقع …, وكالات, الرياض: فلان.

A line is a cue followed by names, or parts between separators. Every part must be recognised as a
place, a person, an outlet, an unnamed hand or one of a few set words; one that is not makes the whole
line no byline. Which strings are names is decided in ``names_arabic``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from archive.chain.byline_record import Found, Standing, same_name, split_trailing_brackets, unquoted
from archive.chain.dates import find_dates
from archive.chain.lexicon_names import ARABIC_GIVEN, ARABIC_NAME_PARTICLES
from archive.chain.names_arabic import is_agency, is_place, label_kind, may_be_outlet, outlet, people, person
from archive.text.fold import fold, fold_with_offsets

Kind = Literal["place", "person", "outlet", "unnamed", "exclusive", "gathered", "author-cue", "photo", "label"]


@dataclass(frozen=True, slots=True)
class _Part:
    kind: Kind
    text: str = ""
    place: str | None = None


# All expressions below are over folded text: ه for ة, ا for أ, no harakat, no tatweel.
_CUE: Final = re.compile(
    r"(?:(?:راي|مقال راي|مقال|افتتاحيه)\s*[:|–-]\s*|مقال\s+راي\s+)?"
    r"(?:(?P<extent>مقتطفات|مقتطف|مقاطع|ملخص|مختصر)\s+(?:(?:من|عن)\s+)?)?(?:(?:مقال|مقاله|راي|تقرير|دراسه)\s+)?"
    r"(?P<cue>بقلم|للكاتبه|للكاتب|كتبها|كتبه|كتبت|كتب|تقرير|تحقيق|اعداد|اعدها|اعده|اعدته"
    r"|حاوره|حاورها|حاورته|حوار|اجري الحوار|اجرت الحوار)"
    r"(?P<mark>\s*[:/–-]\s*|\s+)(?P<rest>\S.*)"
)
_CUE_ROLES: Final = {
    "بقلم": "aut",
    "لل": "aut",
    "كتب": "aut",
    "تقر": "rpt",
    "تحق": "rpt",
    "اعد": "com",
    "حاو": "ivr",
    "حوا": "ivr",
    "اجر": "ivr",
}
_NEEDS_A_MARK: Final = frozenset({"تقرير", "تحقيق", "حوار"})
_EXTENTS: Final = {"ملخص": "summary", "مختصر": "abridged"}
_SEPARATOR: Final = re.compile(r"\s*[-–—|:/]+\s*|\s+ـ+\s+|\s*[()]\s*")
_COMMA: Final = re.compile(r"\s*[،,؛]\s*")
_FROM_PLACE: Final = re.compile(r"(?P<who>.+?)\s+(?:من|في)\s+(?P<place>\S.*)")
_FOR_OUTLET: Final = re.compile(
    r"(?P<who>.+?)\s+(?:خاص\s+)?[لب](?:\s+|(?=[«\"“]|(?:صحيفه|جريده|موقع|مجله|وكاله|قناه|شبكه)\s))(?P<outlet>\S.*)"
)
_OURS: Final = re.compile(
    r"(?:من\s+|بقلم\s+|كتب\s+)?(?:مراسلنا|مراسلتنا|مراسلونا|مراسلينا|مراسلوننا|موفدنا|موفدتنا|مندوبنا|محررنا)(?:\s+(?:في|من)\s+(?P<place>\S.*))?"
)
_CORRESPONDENT: Final = re.compile(
    r"(?:من\s+)?(?:مراسل|مراسله|مراسلو|مراسلي|موفد|مندوب|مكتب)\s+(?P<outlet>\S.*?)(?:\s+(?:في|من)\s+(?P<place>\S.*))?"
)
_EXCLUSIVE: Final = re.compile(
    r"(?:تقرير\s+)?(?:خاص|حصري|حصريا)(?:\s+(?:[لب](?:\s+|(?=[«\"“]|(?:صحيفه|جريده|موقع|مجله|وكاله|قناه|شبكه"
    r"|صوت|صدي|نبض|منبر|نوافذ)\s)))?(?P<outlet>\S.*))?"
)
_GATHERED: Final = frozenset(
    fold("متابعات متابعة وكالات الوكالات وكالات-متابعات رصد رصد-وكالات صحف مواقع عواصم").split()
)
_CLOCK: Final = re.compile(r"[\s|–-]*\d{1,2}:\d{2}(?:\s*(?:[ap]m|[صم]))?\s*\Z", re.IGNORECASE)
_PHOTO: Final = re.compile(r"(?:تصوير|عدسه|صور)(?:\s.*)?")


def read_arabic(line: str, publisher: str | None) -> Found | None:
    """Read one whole line; ``None`` where it is not surely a byline."""
    sentence = line.endswith((".", "؟", "!"))
    line = without_tail(line)
    return _with_cue(line, publisher, sentence=sentence) or _by_parts(line, publisher)


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
    if match is None or (match["cue"] in _NEEDS_A_MARK and not match["mark"].strip()):
        return None
    rest = folded.span(*match.span("rest")).of(line)
    announced = match["cue"] in {"بقلم", "كتبه", "كتبها", "للكاتب", "للكاتبه"} and not sentence
    sure = announced or bool(match["mark"].strip())
    found = _names_after_cue(rest, publisher, cued=sure)
    if found is None:
        return None
    extent = match["extent"]
    role = next(role for opening, role in _CUE_ROLES.items() if match["cue"].startswith(opening))
    return replace(
        found, role=role if found.persons else found.role, extent=_EXTENTS.get(extent, "excerpt") if extent else None
    )


def _names_after_cue(rest: str, publisher: str | None, *, cued: bool) -> Found | None:
    """Persons, then perhaps an outlet, a place or a label."""
    at_least = Standing.SHAPE if cued else Standing.KNOWN
    whole, label = split_trailing_brackets(rest)
    for text, sub in _divisions(whole):
        persons = people(text, at_least, cued=cued)
        if persons and is_place(sub):
            return Found(persons=persons, place=sub, label=label)
        if persons and (outlet(sub, publisher) is Standing.KNOWN or (label and label_kind(label) == "outlet")):
            return Found(persons=persons, outlet=unquoted(sub), label=label)
    persons = people(whole, at_least, cued=cued)
    if persons:
        return _labelled(persons, label, publisher)
    ours = _unnamed(whole, publisher)
    return _combined([ours], publisher, explicit=True) if ours else None


def _divisions(text: str) -> list[tuple[str, str]]:
    """Every way to cut the text in who and where-or-for-whom."""
    cuts = [(text[: m.start()], text[m.end() :]) for m in re.finditer(r"\s*[-–—|/،,]\s*|\s+ـ+\s+", text)]
    folded = fold_with_offsets(text)
    for pattern, group in ((_FROM_PLACE, "place"), (_FOR_OUTLET, "outlet")):
        match = pattern.fullmatch(folded.text)
        if match:
            cuts.append((folded.span(*match.span("who")).of(text), folded.span(*match.span(group)).of(text)))
    return [(left.strip(), right.strip()) for left, right in cuts if left.strip() and right.strip()]


def _labelled(persons: tuple[str, ...], label: str | None, publisher: str | None) -> Found:
    if label is None:
        return Found(persons=persons)
    if is_place(label):
        return Found(persons=persons, place=label)
    if outlet(label, publisher) is Standing.KNOWN and label_kind(label) != "outlet":
        return Found(persons=persons, outlet=unquoted(label))
    return Found(persons=persons, label=label)


def _by_parts(line: str, publisher: str | None) -> Found | None:
    """``place - hand``, ``hand (place)``, ``outlet - gathered`` … in any order."""
    whole, label = split_trailing_brackets(line)
    if label is None or is_place(label) or is_agency(label):
        whole, label = line, None
    if _is_speech(whole, publisher):
        return None
    parts: list[_Part] = []
    for piece in _SEPARATOR.split(whole):
        if piece.strip():
            read = _pieces(piece.strip(), publisher)
            if not read:
                return None
            parts += read
    found = _combined(parts, publisher, explicit=any(part.kind in {"unnamed", "exclusive"} for part in parts))
    return replace(found, label=label) if found and label else found


def _is_speech(line: str, publisher: str | None) -> bool:
    """``فلان: «انتصرنا»`` quotes a person; ``لندن: «الفنار»`` names an outlet after a place."""
    before, colon, after = line.partition(":")
    name = unquoted(after)
    if not colon or name == after.strip():
        return False
    outlet_like = fold(name).startswith("ال") or outlet(name, publisher) is Standing.KNOWN
    return not (outlet_like and is_place(before))


def _pieces(piece: str, publisher: str | None) -> list[_Part]:
    """One piece between separators; empty where it is not understood."""
    one = _classified(piece, publisher)
    if one:
        return [one]
    elements = [_classified(element, publisher) for element in _COMMA.split(piece)]
    if len(elements) > 1 and all(elements):
        return [element for element in elements if element]
    folded = fold_with_offsets(piece)
    for pattern, group in ((_FROM_PLACE, "place"), (_FOR_OUTLET, "outlet")):
        match = pattern.fullmatch(folded.text)
        if match:
            hand, other = (_classified(folded.span(*match.span(one)).of(piece), publisher) for one in ("who", group))
            return [hand, other] if hand and other and other.kind == group else []
    return []


def _classified(text: str, publisher: str | None) -> _Part | None:
    """What one element is: set words first, then what the names modules know."""
    folded = " ".join(fold(text).split())
    tests: tuple[tuple[Kind, bool], ...] = (
        ("gathered", folded in _GATHERED),
        ("photo", bool(_PHOTO.fullmatch(folded))),
        ("place", is_place(text)),
        ("author-cue", folded in {"كتب", "كتبت"}),
        ("outlet", same_name(text, publisher) or outlet(text, publisher) is Standing.KNOWN or may_be_outlet(text)),
        ("person", bool(people(text, Standing.KNOWN))),
    )
    kind = next((kind for kind, holds in tests if holds), None)
    return _Part(kind, text) if kind else _unnamed(text, publisher)


def _unnamed(text: str, publisher: str | None) -> _Part | None:
    """مراسلنا في حلب, مراسل «…» في حلب, مكتب …, خاص بـ«…»."""
    folded = fold_with_offsets(text)
    for pattern, kind in ((_OURS, "unnamed"), (_CORRESPONDENT, "unnamed"), (_EXCLUSIVE, "exclusive")):
        match = pattern.fullmatch(folded.text)
        if match is None:
            continue
        groups = match.groupdict()
        place, name = (folded.span(*match.span(g)).of(text) if groups.get(g) else None for g in ("place", "outlet"))
        if name and is_place(name):
            place, name = name, None  # مكتب دمشق
        if (place and not is_place(place)) or (name and not _trusted(name, publisher, placed=place is not None)):
            return None
        return _Part("unnamed" if kind == "unnamed" else "exclusive", name or "", place)
    return None


def _trusted(name: str, publisher: str | None, *, placed: bool) -> bool:
    """An outlet known or opened as such, or a definite noun between "correspondent of" and a place."""
    standing = outlet(name, publisher)
    definite = placed and standing is Standing.SHAPE and fold(name).startswith("ال")
    return standing is Standing.KNOWN or may_be_outlet(name) or definite


def _combined(parts: list[_Part], publisher: str | None, *, explicit: bool) -> Found | None:
    kinds = {part.kind for part in parts}
    persons = tuple(name for part in parts if part.kind == "person" for name in people(part.text, Standing.KNOWN))
    outlets = [unquoted(part.text) for part in parts if part.kind in {"outlet", "unnamed", "exclusive"} and part.text]
    places = [part.text for part in parts if part.kind == "place"] + [part.place for part in parts if part.place]
    name = next((one for one in outlets if not same_name(one, publisher)), outlets[0] if outlets else None)
    if len(parts) == 1 and not _stands_alone(parts[0]):
        return None
    place = places[0] if places else None
    if persons:
        role = "rpt" if place and "author-cue" not in kinds else "aut"
        return Found(persons=persons, outlet=name, place=place, role=role, explicit=explicit)
    if "unnamed" in kinds or "gathered" in kinds:
        return Found(
            outlet=name,
            place=place,
            role="rpt" if "unnamed" in kinds else "org",
            identity="anonymous",
            explicit=explicit,
        )
    proved = any(part.kind == "outlet" and outlet(part.text, publisher) is Standing.KNOWN for part in parts)
    if name is None or not (proved or "exclusive" in kinds):
        return None
    return Found(
        outlet=name, place=place, role="org", identity="unknown" if "exclusive" in kinds else "named", explicit=explicit
    )


def _stands_alone(part: _Part) -> bool:
    """A single part with nothing beside it: an agency, an unnamed hand, or a name that cannot be a headline."""
    if part.kind == "outlet":
        return is_agency(part.text)
    if part.kind == "person":
        return all(
            person(name) is Standing.KNOWN and _is_only_a_name(name) for name in people(part.text, Standing.KNOWN)
        )
    return part.kind in {"unnamed", "gathered"} or (part.kind == "exclusive" and bool(part.text))


def _is_only_a_name(name: str) -> bool:
    """Few words, the last definite or a name itself: محمد الأحمد, فهد بن سعد, not محمد قتيلا."""
    words = [fold(word) for word in name.split()]
    named = words[-1].startswith("ال") or words[-1] in ARABIC_GIVEN or "بن" in words
    between = all(word in ARABIC_GIVEN | ARABIC_NAME_PARTICLES or word.startswith("ال") for word in words[1:-1])
    return len(words) <= 5 and between and (named or words[0] == "ابو")
