"""Propose the hops that print supports: from bylines, datelines, credits and disclaimers, each with quote and span.

An archivist accepts or refuses them; nothing is stored here. Only printed words make a hand: a text
without a credit yields no translator, and its translator stays unnamed. Roles are MARC relator codes:
aut, rpt, com for people, org for the outlet a text was taken from, trl and edt where print says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from archive.chain.bylines import Byline, parse_byline
from archive.chain.classify import classify_blocks
from archive.chain.credits import AgentKind, agent_kind, find_credits, find_dateline
from archive.chain.dates import find_dates
from archive.chain.disclaimers import DisclaimerFound, find_disclaimers
from archive.text.blocks import BlockKind, PlacedBlock
from archive.values import EdtfDate, Span

__all__ = ["ProposedHop", "classify_blocks", "propose_hops"]

Certainty = Literal["certain", "probable"]
Identity = Literal["named", "anonymous", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedHop:
    """One link of the chain that print supports. ``agent_name`` is ``None`` for a hand that print leaves unnamed."""

    role: str
    agent_name: str | None
    agent_kind: AgentKind
    identity: Identity
    on_behalf_of: str | None = None
    label: str | None = None
    quote: str
    span: Span
    certainty: Certainty = "certain"
    date: EdtfDate | None = None
    language: str


def propose_hops(
    text: str, layout: Sequence[PlacedBlock], *, side: str, language: str, publisher: str | None
) -> tuple[ProposedHop, ...]:
    """Propose the hops of one version.

    ``side`` is ``original`` or anything else for a translation: there an outlet that is the
    ``publisher`` itself is no source, and gives no originator. Spans are into ``text``.
    """
    hops: list[ProposedHop] = []
    prose_seen = False
    for block in layout:
        first_prose = block.kind is BlockKind.PARAGRAPH and not prose_seen
        prose_seen = prose_seen or first_prose
        for hop in _of_block(block, text, first_prose=first_prose, side=side, publisher=publisher):
            shifted = replace(hop, span=hop.span.shift(block.span.start), language=language)
            if not any(_same_hand(shifted, kept) for kept in hops):
                hops.append(shifted)
    return tuple(hops)


def _of_block(
    block: PlacedBlock, text: str, *, first_prose: bool, side: str, publisher: str | None
) -> Iterator[ProposedHop]:
    words = block.span.of(text)
    if block.kind in {BlockKind.BYLINE, BlockKind.STANDFIRST}:
        yield from _from_byline(words, side, publisher)
    elif block.kind is BlockKind.DATELINE or first_prose:
        yield from _from_dateline(words, side, publisher)
    credited = list(_from_credits(words)) if block.kind is BlockKind.CREDIT else []
    yield from credited
    if not credited and block.kind in {BlockKind.DISCLAIMER, BlockKind.PARAGRAPH, BlockKind.CREDIT}:
        for found in find_disclaimers(words):
            yield from _from_disclaimer(found)


def _from_byline(words: str, side: str, publisher: str | None) -> Iterator[ProposedHop]:
    byline = parse_byline(words, publisher=publisher)
    if byline is None:
        return
    date = _whole_date(words)
    if byline.persons or byline.identity == "anonymous":
        yield from _hands(byline, date)
    if byline.outlet and not (byline.own_work and side != "original"):
        yield _outlet(byline, date)


def _hands(byline: Byline, date: EdtfDate | None) -> Iterator[ProposedHop]:
    """Each printed person, or the one hand that print leaves unnamed."""
    gathered = byline.role == "org"  # وكالات: agencies, none of them named
    for name in byline.persons or (None,):
        yield ProposedHop(
            role=byline.role,
            agent_name=name,
            agent_kind="organisation" if gathered else "person",
            identity="named" if name else "anonymous",
            on_behalf_of=byline.outlet,
            label=None if byline.outlet else byline.label,
            quote=byline.quote,
            span=byline.span,
            certainty="certain" if byline.explicit else "probable",
            date=date,
            language=byline.language,
        )


def _outlet(byline: Byline, date: EdtfDate | None) -> ProposedHop:
    return ProposedHop(
        role="org",
        agent_name=byline.outlet,
        agent_kind="organisation",
        identity="named",
        label=byline.label,
        quote=byline.quote,
        span=byline.span,
        certainty="certain" if byline.explicit else "probable",
        date=date,
        language=byline.language,
    )


def _whole_date(words: str) -> EdtfDate | None:
    """The date on the same line, if its year was printed."""
    return next((found.edtf for found in find_dates(words) if found.edtf.lower), None)


def _from_dateline(words: str, side: str, publisher: str | None) -> Iterator[ProposedHop]:
    dateline = find_dateline(words, publisher=publisher)
    if dateline is None:
        return
    byline = parse_byline(dateline.span.of(words), publisher=publisher)
    if byline is None:
        return
    date = dateline.date if dateline.date and dateline.date.lower else None
    byline = replace(byline, span=dateline.span, quote=dateline.span.of(words))
    if byline.identity == "anonymous":
        yield from _hands(byline, date)
    if byline.outlet and not (byline.own_work and side != "original"):
        yield _outlet(byline, date)


def _from_credits(words: str) -> Iterator[ProposedHop]:
    for credit in find_credits(words):
        yield ProposedHop(
            role=credit.role,
            agent_name=credit.name,
            agent_kind=credit.kind,
            identity="named",
            label=credit.label,
            quote=credit.quote,
            span=credit.span,
            language="und",
        )


def _from_disclaimer(found: DisclaimerFound) -> Iterator[ProposedHop]:
    """Translator and editor where the disclaimer names them, and the outlet it says a text first stood in."""
    claims = found.claims
    named = [("trl", claims.by, claims.translated), ("edt", claims.editor, claims.edited), ("org", claims.source, True)]
    for role, name, claimed in named:
        if name and claimed:
            yield ProposedHop(
                role=role,
                agent_name=name,
                agent_kind="organisation" if role == "org" else agent_kind(name),
                identity="named",
                quote=found.quote,
                span=found.span,
                language=found.language,
            )


def _same_hand(one: ProposedHop, other: ProposedHop) -> bool:
    """The same role and name twice, in a byline and a credit, is one hop: the first."""
    return one.agent_name is not None and (one.role, one.agent_name) == (other.role, other.agent_name)
