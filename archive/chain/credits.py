"""Credit lines: who translated, edited, photographed or first published, as printed on a line of its own.

"Translated by X", "Reporting by X in Y; editing by Z", "Source: X", ترجمة: فلان, تحرير: فلان, المصدر: …, عن «…».
Only the printed word makes a translator: where no credit stands there is none. Sentences that translate
*this article* are ``disclaimers``; authors are ``bylines``; datelines (re-exported here) are ``datelines``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from archive.chain import names_arabic, names_english
from archive.chain.byline_record import Standing, is_quoted, split_trailing_brackets, unquoted
from archive.chain.bylines import script_of
from archive.chain.datelines import Dateline, find_dateline
from archive.chain.dates import find_dates
from archive.text.fold import Folded, fold_with_offsets
from archive.values import Span

__all__ = ["AgentKind", "Credit", "Dateline", "agent_kind", "find_credits", "find_dateline"]

AgentKind = Literal["person", "organisation", "collective", "software", "unknown"]
_Hand: TypeAlias = tuple[str, str, "AgentKind", str | None]
"""Role, name, kind and label."""
MAX_LENGTH: Final = 200
"""Characters of a credit line."""


@dataclass(frozen=True, slots=True)
class Credit:
    """One hand and what it did. ``quote`` is the clause that says so, ``label`` what stood in brackets."""

    role: str
    name: str
    kind: AgentKind
    label: str | None
    quote: str
    span: Span


_DEEDS: Final[tuple[tuple[str, str], ...]] = (
    ("trl", r"translat(?:ed|ion|or)|ترجمه|ترجمها|ترجمته|المترجم|المترجمه|نقله\s+الي\s+\S+|نقلها\s+الي\s+\S+"),
    ("edt", r"edit(?:ed|ing|or)|تحرير|حرره|حررها|حررته|المحرر|المحرره"),
    ("aut", r"written|writing|words|text|story|كتابه"),
    ("rpt", r"report(?:ed|ing)|تغطيه"),
    ("com", r"compiled|اعداد(?:\s+وتقديم)?"),
    ("pht", r"photos?|photograph(?:s|y|ed|er)?|تصوير|عدسه"),
    ("ill", r"illustrat(?:ed|ion|ions)|graphics?|رسوم|كاريكاتير"),
    ("pfr", r"proofread(?:ing)?|تدقيق(?:\s+لغوي)?|التدقيق\s+اللغوي|مراجعه"),
    ("org", r"source|المصدر"),
)
_ANY: Final = "|".join(deed for _, deed in _DEEDS)
_MORE: Final = r"(?:(?:additional|further|original|english|arabic)\s+)?"
_CLAUSE: Final = re.compile(
    rf"{_MORE}(?P<deeds>(?:{_ANY})(?:\s*(?:,|،|&|\band\b|\s+و|/)\s*(?:{_ANY}))*)"
    r"(?:\s+(?:from\s+(?:the\s+)?\w+|(?:عن|من)\s+(?:اللغه\s+)?ال\w+))?(?P<mark>\s*:\s*(?:by\s+)?|\s+by\s+|\s*/\s*|\s+)(?P<name>\S.*)"
)
_CLAUSES: Final = re.compile(
    rf"\s*[;؛|]\s*|(?<=[^\W\d_]{{3}})\.\s+(?=\S)|(?:\s*[,،]\s*|\s+[-–—/]\s+|\s+and\s+(?=\w+\s+by\s))(?=(?:and\s+)?{_MORE}(?:{_ANY})(?:\s+by\s|\s*:|\s))",
    re.IGNORECASE,
)
_ANNOUNCED: Final = re.compile(r"\bby\b|:", re.IGNORECASE)
_BY_ALONE: Final = re.compile(r"by\s+(?P<name>\S.*)", re.IGNORECASE)
_AFTER_NAMES: Final = re.compile(r"\s+(?:in|from|في|من)\s+(?P<place>[^,،]+)\Z")
_FROM_REPORTS: Final = re.compile(
    r"(?:compiled|drawn|adapted|translated)\s+from\s+(?:\w+\s+)?(?:reports?|articles?|stories)\s+(?:by|in|from)\s+(?P<names>\S.*)",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"(?:نقلا\s+)?عن\s+(?P<name>\S.*)")
_BETWEEN: Final = re.compile(r"(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?![^(]*\))")
_NEGLIGIBLE: Final = " \t.;؛|–—-"


def find_credits(line: str) -> tuple[Credit, ...]:
    """Every credit on ``line``; empty unless the whole line is credits."""
    if len(line) > MAX_LENGTH:
        return ()
    found: list[Credit] = []
    spans = _clauses(line)
    for span in spans:
        one = _read(line, span, beside=len(spans) > 1)
        if not one:
            return ()
        found += one
    return tuple(found)


def _clauses(line: str) -> list[Span]:
    spans, start = [], 0
    stop = len(line)
    if (bare := line.strip(_NEGLIGIBLE)).startswith("(") and split_trailing_brackets(bare)[0] == "":
        stop = line.rindex(")")
    for end, following in [*((m.start(), m.end()) for m in _CLAUSES.finditer(line, 0, stop)), (stop, stop)]:
        piece = line[start:end]
        if line[end:following].strip() == "and" and not _ANNOUNCED.search(piece):
            continue  # Story and photos by X
        if piece.strip(_NEGLIGIBLE):
            first = start + len(piece) - len(piece.lstrip(_NEGLIGIBLE + "("))
            spans.append(Span(first, start + len(piece.rstrip(_NEGLIGIBLE))))
        start = following
    return spans


def _read(line: str, span: Span, *, beside: bool) -> list[Credit]:
    """One clause. "By X" is a byline, and a credit only ``beside`` another one."""
    printed = span.of(line)
    folded = fold_with_offsets(printed)
    for reader in (_outlets, _deeds):
        found = reader(printed, folded)
        if found:
            return [Credit(role, name, kind, label, printed, span) for role, name, kind, label in found]
    match = _BY_ALONE.fullmatch(printed) if beside else None
    names = names_english.people(match["name"], Standing.SHAPE) if match else ()
    return [Credit("aut", name, "person", None, printed, span) for name in names]


def _deeds(printed: str, folded: Folded) -> list[_Hand]:
    match = _CLAUSE.fullmatch(folded.text)
    if match is None:
        return []
    words, label = split_trailing_brackets(_without_date(folded.span(*match.span("name")).of(printed)))
    names = _names(_without_place(words), announced=bool(match["mark"].strip()))
    roles = [role for role, deed in _DEEDS if re.search(rf"(?<!\w)و?(?:{deed})(?!\w)", match["deeds"])]
    return [(role, name, _kind(role, name), label) for role in roles for name in names]


def _kind(role: str, name: str) -> AgentKind:
    """A source that is not surely a person is the outlet it was taken from."""
    kind = agent_kind(name)
    return "organisation" if role == "org" and kind == "unknown" else kind


def _outlets(printed: str, folded: Folded) -> list[_Hand]:
    """``Compiled from reports by A (label) and B (label)``, ``عن «الرصيف»``: outlets, each with its label."""
    after = _AFTER.fullmatch(folded.text)
    if after:
        name = folded.span(*after.span("name")).of(printed)
        quoted = folded.text.startswith("نقلا") or is_quoted(name)
        known = quoted and names_arabic.outlet(name, None) is Standing.KNOWN
        return [("org", unquoted(name), "organisation", None)] if known else []
    match = _FROM_REPORTS.fullmatch(printed)
    named = [split_trailing_brackets(part) for part in _BETWEEN.split(match["names"])] if match else []
    sure = [names_english.outlet(name, None) + bool(label) >= Standing.KNOWN for name, label in named]
    return [("org", unquoted(name), "organisation", label) for name, label in named] if all(sure) else []


def _without_date(words: str) -> str:
    dates = find_dates(words)
    return words[: dates[0].span.start].rstrip(" ,،(–—-") if dates and dates[-1].span.end == len(words) else words


def _without_place(words: str) -> str:
    """``Adel Kurdi in Tartus`` → ``Adel Kurdi``: a place we know, or two capitalised words at most."""
    match = _AFTER_NAMES.search(words)
    if match is None:
        return words
    place = match["place"]
    short = len(place.split()) <= 2 and place.replace(" ", "").isalpha() and place.istitle()
    known = names_english.is_place(place) or names_arabic.is_place(place)
    return words[: match.start()] if known or short else words


def _names(words: str, *, announced: bool) -> tuple[str, ...]:
    """The persons of a list, or one organisation, or one name we cannot place when a colon or "by" announced it."""
    parts = words.split("/")
    if len(parts) > 1:  # Idris Mall/Euphrates Press
        each = [_names(part.strip(), announced=announced) for part in parts]
        return tuple(name for names in each for name in names) if all(each) else ()
    if script_of(words) == "ar":
        return _arabic_names(words, announced=announced)
    if names_english.outlet(words, None) is Standing.KNOWN:
        return (unquoted(words),)
    persons = names_english.people(words, Standing.SHAPE if announced else Standing.KNOWN)
    likely = announced and names_english.outlet(words, None)
    listed = [part.strip() for part in words.split(",")]
    if len(listed) > 1 and all(names_english.outlet(part, None) is Standing.KNOWN for part in listed):
        return tuple(listed)
    return persons or ((unquoted(words),) if likely else ())


def _arabic_names(words: str, *, announced: bool) -> tuple[str, ...]:
    if names_arabic.outlet(words, None) is Standing.KNOWN:
        return (unquoted(words),)
    persons = names_arabic.people(words, Standing.KNOWN, cued=announced)
    if persons or not announced:
        return persons
    likely = names_arabic.person(words, cued=True) or names_arabic.outlet(words, None)
    return (unquoted(words),) if likely else ()


def agent_kind(name: str) -> AgentKind:
    """What kind of agent a printed name is; ``unknown`` where print does not tell."""
    arabic = script_of(name) == "ar"
    outlet = names_arabic.may_be_outlet(name) if arabic else names_english.outlet(name, None) is Standing.KNOWN
    if outlet or name.lower().startswith("the "):
        return "organisation"
    person = names_arabic.person(name) if arabic else names_english.person(name)
    return "person" if person is Standing.KNOWN else "unknown"
