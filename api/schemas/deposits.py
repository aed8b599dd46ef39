"""What a depositor gets back: a receipt, or a preview of one."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, Field

from api.schemas.base import Public, SpanPair
from api.schemas.works import BlockTriple, Flag


class Notice(Public):
    """Something the depositor should know, that stopped nothing."""

    code: str
    detail: str
    text: str | None = Field(default=None, description="Key of the text it is about; null: about the deposit.")


class ReceiptText(Public):
    """One text as it was kept."""

    key: str
    text_id: str
    version_id: str
    number: int
    role: str
    language: str
    title: str
    bytes_sha256: str
    canonical_sha256: str
    charset: str
    charset_basis: str
    charset_confidence: int = Field(description="per cent")
    blocks: dict[str, int] = Field(description="Kind of block → how many.")
    removed: list[dict[str, str]]
    flags: list[Flag]
    language_check: dict[str, Any]


class Receipt(Public):
    """``created`` is false when these very bytes were kept already; then nothing was written."""

    model_config = ConfigDict(from_attributes=True)
    work: str = Field(validation_alias="work_id")
    created: bool
    texts: list[ReceiptText]
    notices: list[Notice]
    journal_seq: int | None = Field(description="The journal entry that records this deed; null: nothing was written.")


class PreviewName(Public):
    name: str
    language: str
    script: str


class PreviewHop(Public):
    """One hand as it would be recorded; without names: unnamed."""

    role: str
    agent_kind: str
    identity: str
    names: list[PreviewName]
    on_behalf_of: list[PreviewName]
    label: str | None
    date: str | None
    basis: str
    certainty: str
    quote: str | None
    span: SpanPair | None
    proposed_by: str | None


class PreviewDisclaimer(Public):
    quote: str
    span: SpanPair
    language: str
    kind: str
    claims: dict[str, Any]


class PreviewText(Public):
    """One text as it would be kept."""

    key: str
    role: str
    language: str
    title: str
    standfirst: str | None
    content: str
    layout: list[BlockTriple]
    outlet: str | None
    published: str | None
    url: str | None
    completeness: str
    bytes_sha256: str
    canonical_sha256: str
    media_type: str
    charset: str
    charset_basis: str
    charset_confidence: int
    removed: list[dict[str, str]]
    flags: list[Flag]
    language_check: dict[str, Any]
    hops: list[PreviewHop]
    disclaimers: list[PreviewDisclaimer]


class Preview(Public):
    """Everything a deposit would check and find. Nothing was written."""

    kept: str | None = Field(description="The work that holds these very bytes already.")
    texts: list[PreviewText]
    notices: list[Notice]
