"""A work with everything known of it, as JSON: the words of DESIGN.md §2, field by field."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from api.schemas.agents import Agent
from api.schemas.base import Public, SpanPair
from archive.text.blocks import PlacedBlock


class Hop(Public):
    """One link of the editorial chain. ``proposed_by`` names the parser; null: the archivist's own word."""

    id: str
    version_id: str
    position: int
    role: str = Field(description="MARC relator code (aut, trl, edt, pbl, …) or thabat:…")
    agent: Agent
    on_behalf_of: Agent | None
    label: str | None = Field(description="What the agent's outlet was called in print: an editorial act.")
    date: str | None = Field(description="EDTF")
    basis: str = Field(description="printed, metadata, asserted, inferred")
    certainty: str = Field(description="certain, probable, possible, disputed")
    quote: str | None = Field(description="The evidence, verbatim.")
    span: SpanPair | None = Field(description="Where the quote stands in the version; null: only in the capture.")
    proposed_by: str | None


class Disclaimer(Public):
    """One wording, stored once in the archive, and what it claims."""

    id: str
    wording: str
    language: str
    kind: str
    claims: dict[str, Any]
    recipe: str


class DisclaimerUse(Public):
    disclaimer: Disclaimer
    version_id: str
    span: SpanPair


class Capture(Public):
    """The bytes as received; the bytes themselves are at ``/captures/{id}``."""

    id: str
    sha256: str
    size: int = Field(description="bytes")
    media_type: str
    charset: str
    charset_basis: str = Field(description="bom, declared, markup, detected, inline")
    charset_confidence: int = Field(description="per cent")
    method: str
    filename: str | None
    url: str | None
    captured_at: datetime | None
    removed: list[dict[str, str]] = Field(description="What was not taken into the version: {text, reason}.")
    recorded_at: datetime


class Flag(Public):
    """Something unusual among the characters of a version."""

    code: str
    count: int
    detail: str


def _block(value: Any) -> Any:
    return (value.kind.value, value.span.start, value.span.end) if isinstance(value, PlacedBlock) else value


BlockTriple = Annotated[tuple[str, int, int], BeforeValidator(_block)]
"""``[kind, start, end]``."""


class Version(Public):
    """One immutable state of a text, with both digests."""

    id: str
    text_id: str
    number: int
    supersedes_id: str | None
    title: str
    standfirst: str | None
    content: str = Field(description="The canonical text (NFC, LF) that all spans point into.")
    layout: list[BlockTriple]
    bytes_sha256: str = Field(description="SHA-256 of the bytes as received.")
    canonical_sha256: str = Field(description="SHA-256 of the canonical text in UTF-8.")
    extractor: str
    outlet: Agent | None
    url: str | None
    published: str | None = Field(description="EDTF")
    published_lower: date | None
    published_upper: date | None
    language_check: dict[str, Any]
    flags: list[Flag]
    capture: Capture
    hops: list[Hop]
    disclaimers: list[DisclaimerUse]
    segments: int | None = Field(description="How many; null while the worker has not split the text yet.")
    recorded_at: datetime


class OneVersion(Version):
    """A version by itself, with what its text is."""

    role: str = Field(description="original, translation, machine")
    language: str = Field(description="BCP 47 tag; und when nobody could tell.")


class Text(Public):
    """The work in one language by one hand."""

    id: str
    role: str = Field(description="original, translation, machine")
    language: str = Field(description="BCP 47 tag; und when nobody could tell.")
    versions: list[Version]
    recorded_at: datetime


class Derivation(Public):
    """``target_id`` was made from ``source_id``, both versions."""

    id: str
    kind: str
    target_id: str
    source_id: str
    completeness: str = Field(description="As declared: full, abridged, excerpt, summary, unknown.")
    completeness_quote: str | None
    directness: str
    pivot_id: str | None
    binding: str


class Work(Public):
    """The story, whatever the language, and everything known of it."""

    id: str
    kind: str
    external_id: str | None
    note: str | None
    titles: dict[str, str]
    texts: list[Text]
    derivations: list[Derivation]
    journal: list[int] = Field(description="Sequence numbers of the journal entries about this work.")
    recorded_at: datetime


class TextChain(Public):
    """The hands that one version passed through, in order, and what it was made from."""

    text: str
    version: str
    number: int
    role: str
    language: str
    hops: list[Hop]
    derivations: list[Derivation]


class Chain(Public):
    work: str
    versions: list[TextChain]


class DisclaimerLine(Public):
    disclaimer: Disclaimer
    uses: int


class DisclaimerList(Public):
    disclaimers: list[DisclaimerLine]


class DisclaimerPlace(Public):
    work: str
    version: str
    span: SpanPair


class DisclaimerPage(Public):
    disclaimer: Disclaimer
    uses: list[DisclaimerPlace] = Field(description="The newest uses.")


class Segment(Public):
    """A span of a version. ``paragraph`` numbers the block it stands in, from 0."""

    ordinal: int
    kind: str
    span: SpanPair
    paragraph: int


class Segments(Public):
    """How a version was split; ``recipe`` and ``segments`` are null while the worker has not done it yet."""

    version: str
    recipe: str | None
    segments: list[Segment] | None
