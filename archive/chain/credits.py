"""Credit lines: who translated, edited, photographed or first published, as printed on a line of its own.

"Translated by X", "Reporting by X; editing by Y", "Source: X", ترجمة: فلان, تحرير: فلان, المصدر: …, (وكالات). Only the
printed word makes a translator: where no credit stands there is none. Sentences that translate *this
article* are ``disclaimers``; authors are ``bylines``; datelines (re-exported here) are ``datelines``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from archive.chain import names_arabic, names_english
from archive.chain.byline_record import Standing, split_trailing_brackets, unquoted
from archive.chain.bylines import script_of
from archive.chain.datelines import Dateline, find_dateline
from archive.text.fold import fold_with_offsets
from archive.values import Span

__all__ = ["AgentKind", "Credit", "Dateline", "agent_kind", "find_credits", "find_dateline"]

AgentKind = Literal["person", "organisation", "collective", "software", "unknown"]
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
    ("rpt", r"report(?:ed|ing)|تغطيه"),
    ("com", r"compiled|اعداد"),
    ("pht", r"photos?|photograph(?:s|y|ed|er)?|تصوير|عدسه"),
    ("ill", r"illustrat(?:ed|ion|ions)|رسوم|كاريكاتير"),
    ("pfr", r"proofread(?:ing)?|تدقيق(?:\s+لغوي)?|التدقيق\s+اللغوي"),
    ("org", r"source|المصدر"),
)
_ANY: Final = "|".join(deed for _, deed in _DEEDS)
_CLAUSE: Final = re.compile(
    rf"(?P<deeds>(?:{_ANY})(?:\s*(?:,|،|&|\band\b|\s+و|/)\s*(?:{_ANY}))*)"
    r"(?:\s+(?:from\s+(?:the\s+)?\w+|(?:عن|من)\s+(?:اللغه\s+)?ال\w+))?(?P<mark>\s*:\s*(?:by\s+)?|\s+by\s+|\s*/\s*|\s+)(?P<name>\S.*)"
)
_CLAUSES: Final = re.compile(r"\s*[;؛|]\s*|(?<=[^\W\d_]{3})\.\s+(?=\S)")
_NEGLIGIBLE: Final = " \t.;؛|–—-"


def find_credits(line: str) -> tuple[Credit, ...]:
    """Every credit on ``line``; empty unless the whole line is credits."""
    if len(line) > MAX_LENGTH:
        return ()
    found: list[Credit] = []
    for span in _clauses(line):
        one = _read(line, span)
        if not one:
            return ()
        found += one
    return tuple(found)


def _clauses(line: str) -> list[Span]:
    spans, start = [], 0
    for end, following in [*((m.start(), m.end()) for m in _CLAUSES.finditer(line)), (len(line), len(line))]:
        piece = line[start:end]
        if piece.strip(_NEGLIGIBLE):
            first = start + len(piece) - len(piece.lstrip(_NEGLIGIBLE + "("))
            spans.append(Span(first, start + len(piece.rstrip(_NEGLIGIBLE))))
        start = following
    return spans


def _read(line: str, span: Span) -> list[Credit]:
    printed = span.of(line)
    folded = fold_with_offsets(printed)
    match = _CLAUSE.fullmatch(folded.text)
    if match is None:
        return []
    words, label = split_trailing_brackets(folded.span(*match.span("name")).of(printed))
    names = _names(words, announced=bool(match["mark"].strip()))
    roles = [role for role, deed in _DEEDS if re.search(rf"(?<!\w)و?(?:{deed})(?!\w)", match["deeds"])]
    return [Credit(role, name, agent_kind(name), label, printed, span) for role in roles for name in names]


def _names(words: str, *, announced: bool) -> tuple[str, ...]:
    """The persons of a list, or one organisation, or one name we cannot place when a colon or "by" announced it."""
    arabic = script_of(words) == "ar"
    module = names_arabic if arabic else names_english
    if module.outlet(words, None) is Standing.KNOWN:
        return (unquoted(words),)
    persons = (
        names_arabic.people(words, Standing.KNOWN, cued=announced)
        if arabic
        else names_english.people(words, Standing.KNOWN)
    )
    if persons or not announced:
        return persons
    surely = (
        names_arabic.person(words, cued=True)
        if arabic
        else max(names_english.person(words), names_english.outlet(words, None))
    )
    if arabic and not surely:
        surely = names_arabic.outlet(words, None)
    return (unquoted(words),) if surely else ()


def agent_kind(name: str) -> AgentKind:
    """What kind of agent a printed name is; ``unknown`` where print does not tell."""
    arabic = script_of(name) == "ar"
    outlet = names_arabic.outlet(name, None) if arabic else names_english.outlet(name, None)
    if outlet is Standing.KNOWN or name.lower().startswith("the "):
        return "organisation"
    person = names_arabic.person(name) if arabic else names_english.person(name)
    return "person" if person is Standing.KNOWN else "unknown"
