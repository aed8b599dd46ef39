"""English bylines announced by "by": "by A B for Outlet (label)", "BY A B TO THE OUTLET", "As told to A B".

The grammar must consume the whole line. "By Monday the army had …" leaves words over, so it is no
byline; nor is "By Early Spring", whose words are ordinary. The frame proves the slots, ``names_english``
weighs what stands in them. Lines without "by" are ``byline_english_bare``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from archive.chain.byline_english_bare import each_in_its_place, read_bare, split_title
from archive.chain.byline_record import Found, Standing, split_trailing_brackets, unquoted
from archive.chain.dates import find_dates
from archive.chain.evidence import FRAMED, is_proper
from archive.chain.names_english import (
    has_surname_article,
    is_agency,
    is_one_name,
    is_place,
    label_kind,
    outlet,
    people,
    person,
    single_weight,
)

_CUE: Final = re.compile(
    r"""(?:(?P<tag>opinion|op-ed|commentary|analysis|column|editorial|feature|interview|exclusive|special|report|comment|profile|essay)\s*[:|–—-]\s*)?
    (?:(?P<extent>excerpts?|extracts?|highlights|selections?|summary|abridged\s+version)\s+(?:from|of)\s+)?
    (?:(?:an?|the)\s+)?
    (?:(?P<genre>op-?ed|opinion(?:\s+(?:piece|article))?|commentary|column|editorial|essay|analysis|article|piece
        |report|interview|feature|story|blog\s+post|exclusive)\s+)?
    (?:(?P<verb>written|reported|reporting|prepared|compiled|words|text|interviewed)\s+)?
    (?:by(?:\s*:\s*|\s+)|as\s+told\s+to\s+|(?P<title>author|writer|reporter|correspondent|columnist)\s*:\s*)
    (?P<rest>\S.*)""",
    re.IGNORECASE | re.VERBOSE,
)
_EXTENTS: Final = {"summary": "summary", "abridged": "abridged"}  # the other words mean an excerpt
_ROLES: Final = {
    "reported": "rpt",
    "reporting": "rpt",
    "reporter": "rpt",
    "correspondent": "rpt",
    "prepared": "com",
    "compiled": "com",
}
_CONNECTOR: Final = re.compile(
    r",?\s+(?P<word>for|to|of|from|at|with|in|and)\s+(?:(?-i:the)\s+)?|\s*[–—|/]\s*|\s+-+\s+|-\s+|,\s+", re.IGNORECASE
)
_PLACE_BEFORE_CUE: Final = re.compile(r"(?P<place>[^—–:]{2,40}?)\s*[—–:-]+\s+(?=by\s)", re.IGNORECASE)
_SPECIAL_TO: Final = re.compile(
    r"(?P<who>\S.*?)\s*[,–—|-]\s*(?:special|exclusive(?:ly)?)\s+(?:to|for)\s+(?:(?-i:the)\s+)?(?P<outlet>\S.*)",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(r",?\s+as\s+told\s+to\s+", re.IGNORECASE)
_RETIRED: Final = re.compile(r"\s*\((?:ret|retd|res)\.?\)(?=\s)", re.IGNORECASE)
_WRITTEN_GENRES: Final = ("op-ed", "oped", "opinion", "commentary", "column", "essay", "article", "piece")


def read_english(line: str, publisher: str | None) -> Found | None:
    """Read one whole line; ``None`` where it is not surely a byline."""
    line = without_tail(line)
    placed = _PLACE_BEFORE_CUE.match(line)
    if placed and is_place(placed["place"]):
        found = read_english(line[placed.end() :], publisher)
        return replace(found, place=found.place or placed["place"]) if found else None
    return read_bare(line, publisher) or _with_cue(line, publisher)


def without_tail(line: str) -> str:
    """Drop what often follows on the line: a date and the separators before it, a final stop or colon."""
    dates = find_dates(line)
    if dates and not line[dates[-1].span.end :].strip(" .:|") and dates[-1].span.start > 0:
        line = re.sub(
            r"[\s,|–—•·-]*(?:\b(?:on|\w{3,6}day)\b[\s,]*)*\Z", "", line[: dates[-1].span.start], flags=re.IGNORECASE
        )
    return re.sub(r"(?<=[^\s.][^\s.])[.:]\Z|[\s:|–—-]+\Z", "", line.strip())


def _with_cue(line: str, publisher: str | None) -> Found | None:
    match = _CUE.fullmatch(line)
    if match is None:
        return None
    rest, employer = split_title(match["rest"], publisher)
    found = _special_to(rest, publisher) or _printed_in(rest, match["genre"], publisher) or read_names(rest, publisher)
    if found is None:
        return None
    extent = match["extent"]
    return replace(
        found,
        outlet=found.outlet or employer,
        role=_ROLES.get((match["verb"] or match["title"] or "").lower(), "aut") if found.persons else found.role,
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
    whole, label = split_trailing_brackets(_TOLD.sub(" and ", _RETIRED.sub("", text)))
    placed = each_in_its_place(whole, Standing.FRAMED)
    if placed and len(placed.persons) > 1 and not label:
        return replace(placed, explicit=True)
    for connector in sorted(_CONNECTOR.finditer(whole), key=_strength):
        left, right = whole[: connector.start()], whole[connector.end() :]
        word = connector["word"] or ("," if connector.group().strip() == "," else None)
        found = _joined(left, right, word, label, publisher)
        if found is not None:
            return found
    return _alone(whole, label, publisher)


def _strength(connector: re.Match[str]) -> int:
    """In "A and B for Outlet" look at "for" before "and"."""
    return 0 if (connector["word"] or "").lower() in {"for", "to"} else 1


def _alone(name: str, label: str | None, publisher: str | None) -> Found | None:
    """One name or list of names, with or without a label."""
    sure, kind = outlet(name, publisher), label_kind(label) if label else None
    known = people(name, Standing.FRAMED)
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
    if not label and is_one_name(name) and single_weight(name) >= FRAMED:
        named = (name,)  # By Zeytuna: a pen name
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
    sure = people(left, Standing.FRAMED)
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
    if not sure or label or not is_proper(right):
        return None
    return _described(right, sure) or _beside(sure, right, word)


def _beside(sure: tuple[str, ...], right: str, mark: str | None) -> Found | None:
    """Nothing but its place on the line says what ``right`` is: a place after "in", an outlet after a dash or bar.

    After a comma it may be either, or another person, so it is left out.
    """
    if mark and mark.lower() in {"in", "from"}:
        return Found(persons=sure, place=right)
    if mark == ",":
        listed = person(right) is Standing.KNOWN or re.search(r",|\sand\s", right)
        return None if listed else Found(persons=sure)
    if mark is None:
        return Found(persons=sure, outlet=None if person(right) >= Standing.LIKELY else unquoted(right))
    return None


def _placed(left: str, place: str, sure: tuple[str, ...], label: str | None, publisher: str | None) -> Found | None:
    if sure:
        return Found(persons=sure, place=place, label=label)
    if outlet(left, publisher) is Standing.KNOWN:
        return Found(outlet=unquoted(left), place=place, label=label, role="org")
    return None


def _described(right: str, sure: tuple[str, ...]) -> Found | None:
    """``Sami Haddad, political analyst``: the description is a label on the person."""
    described = right.rsplit(maxsplit=1)[-1].islower() and len(right.split()) <= 5
    if sure and described and label_kind(right) == "person":
        return Found(persons=sure, label=right)
    return None
