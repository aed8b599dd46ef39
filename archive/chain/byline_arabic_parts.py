"""Arabic bylines without a cue: دمشق - مراسلنا, خاص بـ«…», فلان - موقع …, وكالات, الرياض: فلان, فلان – خاص ….

A line is parts between separators. Every part must be recognised as a place, a person, an outlet, an unnamed hand or
one of a few set words; one that is not makes the whole line no byline, save that beside a person or an agency we know
the name of some place may be new to us. Which strings are names is decided in ``names_arabic``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from archive.chain.byline_record import Found, Standing, same_name, split_trailing_brackets, unquoted
from archive.chain.evidence import is_definite_name, is_proper
from archive.chain.lexicon_names import ARABIC_GIVEN, ARABIC_NAME_PARTICLES
from archive.chain.names_arabic import (
    is_agency,
    is_place,
    is_somewhere,
    label_kind,
    may_be_outlet,
    outlet,
    people,
    person,
)
from archive.text.fold import fold, fold_with_offsets

Kind = Literal[
    "place", "person", "likely", "outlet", "proper", "unnamed", "exclusive", "gathered", "author-cue", "photo", "label"
]
"""``likely``: a person by its letters alone; ``proper``: the name of something, a paper or a place we do not know."""


@dataclass(frozen=True, slots=True)
class _Part:
    kind: Kind
    text: str = ""
    place: str | None = None


MAX_PROPER_WORDS: Final = 3

# All expressions below are over folded text: ه for ة, ا for أ, no harakat, no tatweel.
_SEPARATOR: Final = re.compile(r"\s*[-–—|:/]+\s*|\s+ـ+\s+|\s*[()]\s*")
_COMMA: Final = re.compile(r"\s*[،,؛]\s*")
FROM_PLACE: Final = re.compile(r"(?P<who>.+?)\s+(?:من|في)\s+(?P<place>\S.*)")
FOR_OUTLET: Final = re.compile(
    r"(?P<who>.+?)\s+(?:خاص\s+)?[لب](?:\s+|(?=[«\"“]|(?:صحيفه|جريده|موقع|مجله|وكاله|قناه|شبكه)\s))(?P<outlet>\S.*)"
)
_OURS: Final = re.compile(
    r"(?:من\s+|بقلم\s+|كتب\s+)?(?:مراسلنا|مراسلتنا|مراسلونا|مراسلينا|مراسلوننا|موفدنا|موفدتنا|مندوبنا|محررنا)(?:\s+(?:في|من)\s+(?P<place>\S.*))?"
)
_OUR_NAMED: Final = re.compile(
    r"(?P<cue>(?:من\s+)?(?:مراسلنا|مراسلتنا|موفدنا|موفدتنا|الزميل|الزميله))\s+(?!في\s|من\s|الي\s)(?P<who>\S+\s+\S.*)"
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
_PHOTO: Final = re.compile(r"(?:تصوير|عدسه|صور)(?:\s.*)?")


def read_parts(line: str, publisher: str | None) -> Found | None:
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
    if label and label_kind(label) == "person" and [part.kind for part in parts] == ["likely"]:
        return Found(persons=people(whole, Standing.LIKELY), label=label, explicit=False)
    found = combined(parts, publisher, explicit=any(part.kind in {"unnamed", "exclusive"} for part in parts))
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
    for pattern, group in ((FROM_PLACE, "place"), (FOR_OUTLET, "outlet")):
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
    ours = _OUR_NAMED.fullmatch(folded)
    if ours:
        name = " ".join(text.split()[len(ours["cue"].split()) :])
        return _Part("person", name) if people(name, Standing.FRAMED, cued=True) else None
    hand = unnamed(text, publisher)
    if hand and hand.text:
        return hand  # مراسل نورس نت ends as outlets do
    kind = next((kind for kind, holds in tests if holds), None)
    return _Part(kind, text) if kind else hand or _unlisted(text)


def _unlisted(text: str) -> _Part | None:
    """What no list knows: to be settled by the parts beside it."""
    if people(text, Standing.FRAMED):
        return _Part("place" if is_somewhere(text) else "likely", text)
    short = len(text.split()) <= MAX_PROPER_WORDS and outlet(text, None) is Standing.SHAPE
    return _Part("proper", text) if short and is_proper(text) else None


def _is_paper(text: str, kinds: set[Kind]) -> bool:
    """``المسبار`` beside خاص, or, in one word, beside a place."""
    return is_definite_name(text) and ("exclusive" in kinds or ("place" in kinds and " " not in text))


def _settled(parts: list[_Part], publisher: str | None) -> list[_Part] | None:
    """Each unlisted part as the others prove it: a person beside a place or outlet, a paper beside a place."""
    kinds = {part.kind for part in parts}
    agency = any(part.kind == "outlet" and (is_agency(part.text) or same_name(part.text, publisher)) for part in parts)
    proved = kinds & {"unnamed", "author-cue"} or any(
        (part.kind == "outlet" and outlet(part.text, publisher) is Standing.KNOWN)
        or (part.kind == "exclusive" and part.text)
        for part in parts
    )
    at_least = Standing.FRAMED if proved else Standing.LIKELY
    settled: list[_Part] = []
    for part in parts:
        if part.kind == "likely" and (proved or kinds & {"place", "exclusive"}) and people(part.text, at_least):
            settled.append(replace(part, kind="person"))
        elif part.kind == "proper" and _is_paper(part.text, kinds) and not agency:
            settled.append(replace(part, kind="outlet"))
        elif part.kind in {"likely", "proper"} and not (part.kind == "proper" and (agency or "person" in kinds)):
            return None
        elif part.kind != "proper":
            settled.append(part)
    return settled


def unnamed(text: str, publisher: str | None) -> _Part | None:
    """مراسلنا في حلب, مراسل «…» في حلب, مكتب …, خاص بـ«…»."""
    folded = fold_with_offsets(text)
    hands: tuple[tuple[re.Pattern[str], Kind], ...] = (
        (_OURS, "unnamed"),
        (_CORRESPONDENT, "unnamed"),
        (_EXCLUSIVE, "exclusive"),
    )
    for pattern, kind in hands:
        match = pattern.fullmatch(folded.text)
        if match is None:
            continue
        groups = match.groupdict()
        place, name = (folded.span(*match.span(g)).of(text) if groups.get(g) else None for g in ("place", "outlet"))
        if name and is_place(name):
            place, name = name, None  # مكتب دمشق
        if name and kind == "exclusive" and fold(name).startswith("بال"):
            name = name[1:]  # خاص بالمسبار
        if (place and not is_place(place)) or (name and not _trusted(name, publisher, placed=place is not None)):
            return None
        return _Part(kind, name or "", place)
    return None


def _trusted(name: str, publisher: str | None, *, placed: bool) -> bool:
    """An outlet known or opened as such, or a definite noun between "correspondent of" and a place."""
    standing = outlet(name, publisher)
    definite = placed and standing is Standing.SHAPE and fold(name).startswith("ال")
    return standing is Standing.KNOWN or may_be_outlet(name) or definite or is_definite_name(name)


def combined(read: list[_Part], publisher: str | None, *, explicit: bool) -> Found | None:
    """What the parts say together; ``None`` where they prove nothing."""
    parts = _settled(read, publisher)
    if not parts:
        return None
    kinds = {part.kind for part in parts}
    persons = tuple(
        name for part in parts if part.kind == "person" for name in people(part.text, Standing.FRAMED, cued=True)
    )
    outlets = [unquoted(part.text) for part in parts if part.kind in {"outlet", "unnamed", "exclusive"} and part.text]
    places = [part.text for part in parts if part.kind == "place"] + [part.place for part in parts if part.place]
    name = next((one for one in outlets if not same_name(one, publisher)), outlets[0] if outlets else None)
    if len(read) == 1 and not _stands_alone(parts[0]):
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
    proved = any(
        part.kind == "outlet" and (outlet(part.text, publisher) is Standing.KNOWN or is_definite_name(part.text))
        for part in parts
    )
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
