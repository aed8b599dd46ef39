"""English bylines: "by A B for Outlet (label)", "BY A B TO THE OUTLET", "Our correspondent in X", "Outlet Staff".

The grammar must consume the whole line. "By Monday the army had …" leaves words over, so it is no
byline; nor is a capitalised headline whose words nothing confirms as a name. Which strings are
names is decided in ``names_english``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from archive.chain.byline_record import Found, Standing, is_quoted, split_trailing_brackets, unquoted
from archive.chain.dates import find_dates
from archive.chain.names_english import (
    has_surname_article,
    is_agency,
    is_one_name,
    is_place,
    label_kind,
    outlet,
    people,
    person,
)

_CUE: Final = re.compile(
    r"""(?:(?P<tag>opinion|op-ed|commentary|analysis|column|editorial|feature|interview|exclusive|special)\s*[:|–—-]\s*)?
    (?:(?P<extent>excerpts?|extracts?|highlights|selections?|summary|abridged\s+version)\s+(?:from|of)\s+)?
    (?:(?:an?|the)\s+)?
    (?:(?P<genre>op-?ed|opinion(?:\s+(?:piece|article))?|commentary|column|editorial|essay|analysis|article|piece
        |report|interview|feature|story|blog\s+post)\s+)?
    (?:(?P<verb>written|reported|reporting|prepared|compiled|words|text)\s+)?
    by(?:\s*:\s*|\s+)(?P<rest>\S.*)""",
    re.IGNORECASE | re.VERBOSE,
)
_EXTENTS: Final = {"summary": "summary", "abridged": "abridged"}  # the other words mean an excerpt
_VERB_ROLES: Final = {"reported": "rpt", "reporting": "rpt", "prepared": "com", "compiled": "com"}
_CONNECTOR: Final = re.compile(
    r"\s+(?P<word>for|to|of|from|at|with|in|and)\s+(?:(?-i:the)\s+)?|\s*[–—|/]\s*|\s+-+\s+|-\s+|,\s+", re.IGNORECASE
)
_NOBODY: Final = r"""(?:correspondents?|reporters?|staff(?:\s+(?:writer|reporter|correspondent)s?)?|journalist|writer
    |activist|citizen\s+journalist|editors?|newsroom|editorial\s+(?:board|staff|team))"""
_IN_PLACE: Final = r"(?:\s+(?:in|from)\s+(?P<place>\S.*?))?(?:\s+(?:for|of|at)\s+(?P<outlet>\S.*))?"
_ANONYMOUS: Final = re.compile(
    rf"(?:(?:by|from)\s+(?:(?:our|an?|the|its)\s+)?(?:[\w-]+\s+){{0,2}}?|our\s+(?:(?:own|special|local)\s+)?){_NOBODY}{_IN_PLACE}",
    re.IGNORECASE | re.VERBOSE,
)
_STAFF_ALONE: Final = re.compile(
    r"(?:staff(?:\s+(?:writer|reporter|correspondent)s?|\s+report)|special\s+correspondent)", re.IGNORECASE
)
_OUTLET_STAFF: Final = re.compile(
    rf"(?:by\s+)?(?P<outlet>\S.*?)(?:['’]s)?\s+(?:{_NOBODY}|exclusive)(?:\s+in\s+(?P<place>\S.*))?",
    re.IGNORECASE | re.VERBOSE,
)
_PLACE_BEFORE_CUE: Final = re.compile(r"(?P<place>[^—–:]{2,40}?)\s*[—–:-]+\s+(?=by\s)", re.IGNORECASE)
_SPECIAL_TO: Final = re.compile(
    r"(?P<who>\S.*?)\s*[,–—|-]\s*(?:special|exclusive(?:ly)?)\s+(?:to|for)\s+(?:(?-i:the)\s+)?(?P<outlet>\S.*)",
    re.IGNORECASE,
)
_STAFF_TITLE: Final = re.compile(
    r"\s*,\s+(?:staff\s+(?:writer|reporter|correspondent)|(?:special|senior|foreign|chief|political)\s+(?:correspondent|reporter|writer))\Z",
    re.IGNORECASE,
)
_FROM_OUTLET: Final = re.compile(r"from\s+(?:(?-i:the)\s+)?(?P<outlet>\S.*?)(?:,\s+(?P<place>[^,]+))?", re.IGNORECASE)
_KICKER: Final = re.compile(r"\s*[–—|-]+\s*exclusive\Z", re.IGNORECASE)
_AGENCY_NAME: Final = re.compile(r"(?:news|press)\s+(?:agency|service)\Z", re.IGNORECASE)
_WRITTEN_GENRES: Final = ("op-ed", "oped", "opinion", "commentary", "column", "essay", "article", "piece")
_EXCLUSIVE: Final = re.compile(
    r"(?:exclusive|special|specially\s+written)\s+(?:to|for)\s+(?:(?-i:the)\s+)?(?P<outlet>\S.*)", re.IGNORECASE
)


def read_english(line: str, publisher: str | None) -> Found | None:
    """Read one whole line; ``None`` where it is not surely a byline."""
    line = without_tail(line)
    placed = _PLACE_BEFORE_CUE.match(line)
    if placed and is_place(placed["place"]):
        found = read_english(line[placed.end() :], publisher)
        return replace(found, place=found.place or placed["place"]) if found else None
    return (
        _exclusive(line, publisher)
        or _outlet_staff(line, publisher)
        or _anonymous(line, publisher)
        or _with_cue(line, publisher)
        or _bare(line, publisher)
    )


def without_tail(line: str) -> str:
    """Drop what often follows on the line: a date and the separators before it, a final stop or colon."""
    dates = find_dates(line)
    if dates and not line[dates[-1].span.end :].strip(" .:|") and dates[-1].span.start > 0:
        line = re.sub(
            r"[\s,|–—•·-]*(?:\b(?:on|\w{3,6}day)\b[\s,]*)*\Z", "", line[: dates[-1].span.start], flags=re.IGNORECASE
        )
    return re.sub(r"(?<=[^\s.][^\s.])[.:]\Z|[\s:|–—-]+\Z", "", line.strip())


def _exclusive(line: str, publisher: str | None) -> Found | None:
    match = _EXCLUSIVE.fullmatch(line)
    if match is None:
        return None
    name, label = split_trailing_brackets(match["outlet"])
    sure = outlet(name, publisher)
    if sure is Standing.KNOWN or (sure is Standing.SHAPE and (label or len(name.split()) > 1 or "-" in name)):
        return Found(outlet=unquoted(name), label=label, role="org", identity="unknown")
    return None


def _anonymous(line: str, publisher: str | None) -> Found | None:
    """A hand that print leaves without a name: "By our correspondent in Damascus"."""
    if _STAFF_ALONE.fullmatch(line):
        return Found(role="rpt", identity="anonymous")
    match = _ANONYMOUS.fullmatch(line)
    if match is None:
        return None
    place, name = match["place"], match["outlet"]
    if (place and not _looks_like_a_place(place)) or (name and outlet(name, publisher) is Standing.NO):
        return None
    return Found(role="rpt", identity="anonymous", place=place, outlet=unquoted(name) if name else None)


def _looks_like_a_place(text: str) -> bool:
    return is_place(text) or (len(text.split()) <= 3 and all(word[0].isupper() for word in text.split()))


def _outlet_staff(line: str, publisher: str | None) -> Found | None:
    match = _OUTLET_STAFF.fullmatch(line)
    if match is None or outlet(match["outlet"], publisher) is not Standing.KNOWN:
        return None
    if match["place"] and not _looks_like_a_place(match["place"]):
        return None
    return Found(outlet=unquoted(match["outlet"]), place=match["place"], role="rpt", identity="anonymous")


def _with_cue(line: str, publisher: str | None) -> Found | None:
    match = _CUE.fullmatch(line)
    if match is None:
        return None
    rest = _STAFF_TITLE.sub("", match["rest"])
    found = _special_to(rest, publisher) or _printed_in(rest, match["genre"], publisher) or read_names(rest, publisher)
    if found is None:
        return None
    extent = match["extent"]
    return replace(
        found,
        role=_VERB_ROLES.get((match["verb"] or "").lower(), "aut") if found.persons else found.role,
        extent=_EXTENTS.get(extent.lower().split()[0], "excerpt") if extent else None,
    )


def _special_to(rest: str, publisher: str | None) -> Found | None:
    """``Rima Qassab, Special to The Harbour Post``."""
    match = _SPECIAL_TO.fullmatch(rest)
    named = people(match["who"], Standing.SHAPE) if match else ()
    if match is None or not named:
        return None
    name, label = split_trailing_brackets(match["outlet"])
    return Found(persons=named, outlet=unquoted(name), label=label) if outlet(name, publisher) else None


def _printed_in(rest: str, genre: str | None, publisher: str | None) -> Found | None:
    """``an article by Wadih Khoury in Al-Rasif``: written pieces stand in outlets; reporters stand in places."""
    who, _, where = rest.rpartition(" in ")
    named = people(who, Standing.SHAPE)
    if not named or not (genre or "").lower().startswith(_WRITTEN_GENRES) or is_place(where):
        return None
    name, label = split_trailing_brackets(where)
    standing = outlet(name, publisher)
    sure = standing is Standing.KNOWN or (standing and (label or name.lower().startswith(("al-", "the "))))
    return Found(persons=named, outlet=unquoted(name), label=label) if sure else None


def read_names(text: str, publisher: str | None) -> Found | None:
    """Read what follows "by": persons, an outlet, a label, a place, in any of their usual orders."""
    whole, label = split_trailing_brackets(text)
    for connector in sorted(_CONNECTOR.finditer(whole), key=_strength):
        left, right = whole[: connector.start()], whole[connector.end() :]
        found = _joined(left, right, connector["word"], label, publisher)
        if found is not None:
            return found
    return _alone(whole, label, publisher)


def _strength(connector: re.Match[str]) -> int:
    """In "A and B for Outlet" look at "for" before "and"."""
    return 0 if (connector["word"] or "").lower() in {"for", "to"} else 1


def _alone(name: str, label: str | None, publisher: str | None) -> Found | None:
    """One name or list of names, with or without a label."""
    sure, kind = outlet(name, publisher), label_kind(label) if label else None
    known = people(name, Standing.KNOWN)
    if label and known and kind in {"outlet", "other", "acronym"} and _names_an_outlet(label, publisher):
        return Found(persons=known, outlet=unquoted(label))
    if (
        sure is Standing.KNOWN
        or (sure and kind == "outlet")
        or (sure and kind == "stance" and _single_or_article(name))
    ):
        place = label if kind == "place" else None
        return Found(
            outlet=unquoted(name), label=None if kind in {"place", "acronym"} else label, place=place, role="org"
        )
    named = people(name, Standing.SHAPE) if kind == "person" else known
    if not named:
        return None
    place = label if kind == "place" else None
    return Found(persons=named, label=label if kind in {"person", "stance"} else None, place=place)


def _names_an_outlet(label: str, publisher: str | None) -> bool:
    """``(Al-Manara newspaper)`` names one; ``(opposition newspaper)`` only describes."""
    return outlet(label, publisher) is Standing.KNOWN and (
        label.lower().startswith(("al-", "the ")) or is_agency(label)
    )


def _single_or_article(name: str) -> bool:
    return len(name.split()) == 1 or name.lower().startswith(("al-", "al ", "the ", "an-", "as-", "ad-"))


def _joined(left: str, right: str, word: str | None, label: str | None, publisher: str | None) -> Found | None:
    left, person_label = split_trailing_brackets(left)
    named = people(left, Standing.SHAPE)
    sure = people(left, Standing.KNOWN)
    if is_place(right):
        return _placed(left, right, sure, label or person_label, publisher)
    standing = outlet(right, publisher)
    if standing is Standing.NO:
        return _described(right, sure) if not label else None
    labelled = label is not None and label_kind(label) in {"outlet", "stance"}
    proved = standing is Standing.KNOWN or labelled
    strong = word is not None and word.lower() in {"for", "to"}
    confident = bool(sure) or (strong and has_surname_article(left))
    if strong and labelled and is_one_name(left):
        named = named or (left,)  # a pen name of one word
    if named and ((strong and (proved or confident)) or (proved and (sure or label))):
        return Found(persons=named, outlet=unquoted(right), label=label or person_label)
    return None


def _placed(left: str, place: str, sure: tuple[str, ...], label: str | None, publisher: str | None) -> Found | None:
    if sure:
        return Found(persons=sure, place=place, label=label)
    if outlet(left, publisher) is Standing.KNOWN:
        return Found(outlet=unquoted(left), place=place, label=label, role="org")
    return None


def _described(right: str, sure: tuple[str, ...]) -> Found | None:
    """``Sami Haddad, political analyst``: the description is a label on the person."""
    if sure and right.islower() and len(right.split()) <= 5 and label_kind(right) == "person":
        return Found(persons=sure, label=right)
    return None


def _bare(line: str, publisher: str | None) -> Found | None:
    """``A B - OUTLET (Opposition site)`` without "by": only where the label or the outlet leaves no doubt."""
    whole, label = split_trailing_brackets(_KICKER.sub("", line))
    alone = _outlet_alone(whole, label, publisher)
    if alone:
        return alone
    parts = re.split(r"\s+[-–—|]\s+|,\s+", whole)
    if len(parts) != 2 or person(parts[0]) is not Standing.KNOWN or is_quoted(parts[1]):
        return None
    standing = outlet(parts[1], publisher)
    if standing is Standing.KNOWN or (standing and label and label_kind(label) == "outlet"):
        return Found(persons=people(parts[0], Standing.KNOWN), outlet=unquoted(parts[1]), label=label, explicit=False)
    return None


def _outlet_alone(whole: str, label: str | None, publisher: str | None) -> Found | None:
    """``Zaytoun al-Jabal (opposition website)``, ``From The Harbour Post (weekly)``, ``Orontes News Agency``."""
    match = _FROM_OUTLET.fullmatch(whole)
    name, place = (match["outlet"], match["place"]) if match else (whole, None)
    standing = outlet(name, publisher)
    labelled = bool(label and label.split()[-1].islower() and label_kind(label) == "outlet" and len(name.split()) <= 4)
    agency = bool(_AGENCY_NAME.search(name)) and standing is Standing.KNOWN
    if not standing or (place and not is_place(place)):
        return None
    if not (labelled and (match or " " in (label or ""))) and not agency and not (match and standing is Standing.KNOWN):
        return None
    return Found(outlet=unquoted(name), label=label, place=place, role="org", explicit=bool(match))
