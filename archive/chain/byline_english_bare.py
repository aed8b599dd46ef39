"""English bylines without "by": "Outlet Staff", "Our correspondent in X", "A B - OUTLET (label)", "A B reports from X".

No cue says that such a line is a byline, so each frame asks more of the names in it: a place, an outlet or a label
we know beside letters that speak for a name. Which strings are names is decided in ``names_english``.
"""

from __future__ import annotations

import re
from typing import Final

from archive.chain.byline_record import Found, Standing, is_quoted, split_trailing_brackets, unquoted
from archive.chain.names_english import is_acronym, is_place, label_kind, outlet, people

_BY: Final = re.compile(r"by\b", re.IGNORECASE)
_NOBODY: Final = r"""(?:correspondents?|reporters?|staff(?:\s+(?:writer|reporter|correspondent)s?)?|journalist|writer
    |activist|citizen\s+journalist|editors?|newsroom|editorial\s+(?:board|staff|team))"""
_TEAM: Final = r"(?:team|desk|newsdesk|bureau|editors|translation\s+(?:team|desk))"
_IN_PLACE: Final = r"(?:\s+(?:in|from)\s+(?P<place>\S.*?))?(?:\s+(?:for|of|at)\s+(?P<outlet>\S.*))?"
_ANONYMOUS: Final = re.compile(
    rf"(?:(?:by|from)\s+(?:(?:our|an?|the|its)\s+)?(?:[\w-]+\s+){{0,2}}?|our\s+(?:(?:own|special|local)\s+)?){_NOBODY}{_IN_PLACE}",
    re.IGNORECASE | re.VERBOSE,
)
_STAFF_ALONE: Final = re.compile(
    r"(?:staff(?:\s+(?:writer|reporter|correspondent)s?|\s+report)|special\s+correspondent)", re.IGNORECASE
)
_OUTLET_STAFF: Final = re.compile(
    rf"(?:by\s+)?(?:(?-i:the)\s+)?(?P<outlet>\S.*?)(?:['’]s)?\s+(?:{_NOBODY}|{_TEAM}|exclusive)(?:\s+in\s+(?P<place>\S.*))?",
    re.IGNORECASE | re.VERBOSE,
)
_EXCLUSIVE: Final = re.compile(
    r"(?:exclusive|special|specially\s+written)\s+(?:to|for)\s+(?:(?-i:the)\s+)?(?P<outlet>\S.*)", re.IGNORECASE
)
_FROM_OUTLET: Final = re.compile(r"from\s+(?:(?-i:the)\s+)?(?P<outlet>\S.*?)(?:,\s+(?P<place>[^,]+))?", re.IGNORECASE)
_KICKER: Final = re.compile(r"\s*[–—|-]+\s*exclusive\Z", re.IGNORECASE)
_AGENCY_NAME: Final = re.compile(r"(?:news|press)\s+(?:agency|service)\Z", re.IGNORECASE)
_TITLE: Final = re.compile(
    r"\s*,\s+(?P<of>(?:(?!and\s)[^\s,]+\s+){0,4}?)(?:(?-i:the\s+)?(?:correspondent|reporter|editor|columnist|contributor|bureau\s+chief"
    r"|(?:staff|senior|contributing|guest|special|feature|features|chief|political)\s+writer|editor-in-chief))"
    r"(?:\s+in\s+(?P<place>[^,]+))?\Z",
    re.IGNORECASE,
)
_TAGGED: Final = re.compile(
    r"(?:opinion|op-ed|commentary|analysis|column|comment|interview|profile|essay)\s*[|:–—]\s*(?P<who>\S.*)",
    re.IGNORECASE,
)
_REPORTS: Final = re.compile(
    r"(?P<who>\S.*?),?\s+(?:reports|reporting|writes)\s+from\s+(?P<place>\S.*?)(?:\s+for\s+(?:the\s+)?(?P<outlet>\S.*))?"
)
_PLACED: Final = re.compile(r"(?P<who>\S.*?)\s+(?:in|from)\s+(?P<place>\S.*)")
_PLACE_FIRST: Final = re.compile(r"(?P<place>\S.{1,40}?)\s*(?:[–—]|\s-)\s*(?P<who>\S.*)")


def read_bare(line: str, publisher: str | None) -> Found | None:
    """Read a whole line whose frame is not "by"; ``None`` where it is not surely a byline."""
    found = _exclusive(line, publisher) or _outlet_staff(line, publisher) or _anonymous(line, publisher)
    if found or _BY.match(line):
        return found
    return _reports(line, publisher) or _titled(line, publisher) or _placed(line) or _bare(line, publisher)


def split_title(text: str, publisher: str | None) -> tuple[str, str | None]:
    """``Sami Haddad, Orontes Press correspondent`` → the name and the outlet; other titles say nothing of outlets."""
    match = _TITLE.search(text)
    if match is None or (match["place"] and not is_place(match["place"])):
        return text, None
    name = match["of"].strip()
    surely = outlet(name, publisher) is Standing.KNOWN or (is_acronym(name) and not text.isupper())
    return text[: match.start()], name if name and surely else None


def _titled(line: str, publisher: str | None) -> Found | None:
    """``Sami Haddad, Orontes Press correspondent``."""
    name, employer = split_title(line, publisher)
    named = people(name, Standing.FRAMED) if name != line else ()
    return Found(persons=named, outlet=employer, role="rpt") if named else None


def _reports(line: str, publisher: str | None) -> Found | None:
    """``Sami Haddad reports from Homs for Orontes Press``."""
    match = _REPORTS.fullmatch(line)
    named = people(match["who"], Standing.FRAMED) if match else ()
    if match is None or not named or not _looks_like_a_place(match["place"]):
        return None
    name = match["outlet"]
    if name and not outlet(name, publisher):
        return None
    return Found(persons=named, outlet=unquoted(name) if name else None, place=match["place"], role="rpt")


def _placed(line: str) -> Found | None:
    """``Sami Haddad in Homs and Lina Zein in Hama``, ``HOMS — Sami Haddad``, ``Opinion | Sami Haddad``."""
    tagged = _TAGGED.fullmatch(line)
    if tagged:
        named = people(tagged["who"], Standing.LIKELY)
        return Found(persons=named) if named else None
    found = each_in_its_place(line, Standing.LIKELY)
    match = _PLACE_FIRST.fullmatch(line)
    if found or match is None or not is_place(match["place"]):
        return found
    named = people(match["who"], Standing.LIKELY)
    return Found(persons=named, place=match["place"], role="rpt", explicit=False) if named else None


def each_in_its_place(text: str, at_least: Standing) -> Found | None:
    """Persons, every one "in" or "from" a place we know."""
    pieces = [
        _PLACED.fullmatch(piece) for piece in re.split(r"\s*[,;]\s+(?:and\s+)?|\s+and\s+(?=.+\s(?:in|from)\s)", text)
    ]
    if not all(piece and is_place(piece["place"]) for piece in pieces):
        return None
    enough = Standing.FRAMED if len(pieces) > 1 else at_least
    named = [people(piece["who"], enough) for piece in pieces if piece]
    if not all(named):
        return None
    place = ", ".join(piece["place"] for piece in pieces if piece)
    return Found(persons=tuple(name for names in named for name in names), place=place, role="rpt", explicit=False)


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


def _bare(line: str, publisher: str | None) -> Found | None:
    """``A B - OUTLET (Opposition site)`` without "by": only where the label or the outlet leaves no doubt."""
    whole, label = split_trailing_brackets(_KICKER.sub("", line))
    alone = _outlet_alone(whole, label, publisher)
    if alone:
        return alone
    parts = re.split(r"\s+[-–—|]\s+|,\s+", whole)
    if label and len(parts) == 1 and label_kind(label) == "person" and label.split()[-1].islower():
        named = people(whole, Standing.LIKELY)
        return Found(persons=named, label=label, explicit=False) if named else None
    if len(parts) != 2 or is_quoted(parts[1]):
        return None
    standing, named = outlet(parts[1], publisher), people(parts[0], Standing.FRAMED)
    if named and (standing is Standing.KNOWN or (standing and label and label_kind(label) == "outlet")):
        return Found(persons=named, outlet=unquoted(parts[1]), label=label, explicit=False)
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
