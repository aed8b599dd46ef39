"""From one deposited text to a draft: decoded, laid out, its language looked at, its hands and disclaimers found.

Pure apart from the detector handed in: nothing is written, no other text is looked at. What texts
must be to each other is :mod:`archive.intake.checks`; rows are :mod:`archive.intake.recording`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archive.chain.dates import edtf_date, find_dates
from archive.chain.disclaimers import DisclaimerFound, extent_declared, find_disclaimers
from archive.chain.propose import classify_blocks
from archive.errors import BadFile
from archive.intake.deposit import TextDeposit
from archive.intake.evidence import find_quote
from archive.intake.hands import HopDraft, chain_of
from archive.intake.metadata import HopMetadata
from archive.intake.readers import Reading, read
from archive.intake.readers.given import read_sentences
from archive.machine.detector import Detector
from archive.models.chain import Completeness
from archive.models.works import CaptureMethod, TextRole
from archive.text.blocks import Block, BlockKind, Layout, lay_out
from archive.text.fold import fold
from archive.text.language import LanguageFinding, Verdict, check_declared, examine
from archive.text.normalise import canonical_line
from archive.text.recipe import recipe
from archive.values import EdtfDate, Span

EXTRACTOR: Final = recipe("read", 1)
_ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_NOT_PROSE: Final = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.DISCLAIMER, BlockKind.CREDIT})


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of the source the text says it carries, and the words that say so, where it does."""

    completeness: Completeness
    quote: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Draft:
    """One text, ready to be recorded."""

    text: TextDeposit
    reading: Reading
    content: str
    layout: Layout
    title: str
    standfirst: str | None
    finding: LanguageFinding
    verdict: Verdict
    published: EdtfDate | None
    outlet: str | None
    url: str | None
    extent: Extent
    disclaimers: tuple[DisclaimerFound, ...]
    hops: tuple[HopDraft, ...]

    @property
    def language(self) -> str:
        """The declared language, else the one that was found, else undetermined."""
        return self.text.facts.language or self.finding.language

    def says_it_is_translated(self) -> bool:
        return any(found.claims.translated for found in self.disclaimers)


def draft(text: TextDeposit, hops: Sequence[tuple[str, HopMetadata]], *, detector: Detector) -> Draft:
    """Make the draft of ``text``. ``hops`` are the archivist's for it, each with its JSON Pointer."""
    reading = _read(text)
    outlet = text.facts.outlet or reading.hints.outlet
    blocks = classify_blocks(_with_given_title(reading.blocks, text), publisher=outlet)
    content, layout = lay_out(blocks)
    finding = examine([block.text for block in blocks if block.kind not in _NOT_PROSE], detector=detector)
    disclaimers = _disclaimers(content, layout)
    chain = chain_of(
        text,
        hops,
        content=content,
        layout=layout,
        source_text=reading.source_text,
        outlet=outlet,
        language=text.facts.language or finding.language,
    )
    return Draft(
        text=text,
        reading=reading,
        content=content,
        layout=layout,
        title=_first(blocks, BlockKind.HEADLINE) or "",
        standfirst=_first(blocks, BlockKind.STANDFIRST),
        finding=finding,
        verdict=check_declared(text.facts.language, finding),
        published=_published(text.facts.published, reading.hints.published),
        outlet=outlet,
        url=text.facts.url or _web_address(reading.hints.url),
        extent=_extent(text, content, reading.source_text),
        disclaimers=disclaimers,
        hops=chain,
    )


def _read(text: TextDeposit) -> Reading:
    source = text.source
    try:
        if source.sentences is not None:
            return read_sentences(source.sentences, source.data)
        return read(
            source.data,
            filename=source.filename,
            media_type=source.media_type,
            charset=text.facts.charset or (None if source.method is CaptureMethod.FILE else "utf-8"),
        )
    except BadFile as error:
        raise BadFile(f"{text.key}: {error.detail}", code=error.code, pointer=text.pointer) from None


def _with_given_title(blocks: Sequence[Block], text: TextDeposit) -> list[Block]:
    """The archivist's title and standfirst stand first; the same words are not kept twice."""
    given = [
        Block(kind, value)
        for kind, value in (
            (BlockKind.HEADLINE, text.facts.title),
            (BlockKind.STANDFIRST, text.facts.standfirst),
        )
        if value
    ]
    replaced = {block.kind for block in given}
    wordings = {fold(block.text) for block in given}
    kept = [
        Block(BlockKind.PARAGRAPH, block.text) if block.kind in replaced else block
        for number, block in enumerate(blocks)
        if not (number < len(given) + 1 and fold(canonical_line(block.text)) in wordings)
    ]
    leading = [block for block in kept if block.kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST)]
    rest = [block for block in kept if block.kind not in (BlockKind.HEADLINE, BlockKind.STANDFIRST)]
    order = [BlockKind.HEADLINE, BlockKind.STANDFIRST]
    return sorted([*given, *leading], key=lambda block: order.index(block.kind)) + rest


def _first(blocks: Sequence[Block], kind: BlockKind) -> str | None:
    return next((canonical_line(block.text) for block in blocks if block.kind is kind), None)


def _disclaimers(content: str, layout: Layout) -> tuple[DisclaimerFound, ...]:
    """Every disclaimer that is not merely a byline or credit: "Translated by X" names a hand and disclaims nothing."""
    credits_ = [block.span for block in layout if block.kind in (BlockKind.BYLINE, BlockKind.CREDIT)]
    found = find_disclaimers(content)
    return tuple(item for item in found if not any(item.span.overlaps(credit) for credit in credits_))


def _published(given: str | None, hint: str | None) -> EdtfDate | None:
    """The archivist's date, else the one in the page's own metadata: an ISO date, or a single printed one."""
    if given is not None or hint is None:
        return edtf_date(given) if given is not None else None
    iso = _ISO_DAY.match(hint)
    if iso:
        try:
            return edtf_date(iso[0])
        except ValueError:
            return None
    printed = find_dates(hint)
    return printed[0].edtf if len(printed) == 1 else None


def _web_address(hint: str | None) -> str | None:
    """A page may call anything its address; only what a link may lead to is kept."""
    return hint if hint and hint.startswith(("http://", "https://")) else None


def _extent(text: TextDeposit, content: str, source_text: str) -> Extent:
    """What the archivist declares; else what the text itself declares; else unknown."""
    declared, quote = text.facts.completeness, text.facts.completeness_quote
    if quote is not None:
        span = find_quote(quote, content, source_text, pointer=f"{text.pointer}/completeness_quote")
        return Extent(declared or Completeness.UNKNOWN, canonical_line(quote), span)
    found = extent_declared(content) if text.role is not TextRole.ORIGINAL else None
    if declared is None and found is not None:
        return Extent(Completeness(found.completeness), found.quote, found.span)
    return Extent(declared or Completeness.UNKNOWN, None, None)
