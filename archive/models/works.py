"""Works, texts, versions, captures, segments: what is kept."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from archive.models.base import ID_LENGTH, SHA256_HEX_LENGTH, is_sha256, is_span, one_of
from archive.text.blocks import BlockKind


class WorkKind(StrEnum):
    NEWS = "news"
    OPINION = "opinion"
    INTERVIEW = "interview"
    FEATURE = "feature"
    STATEMENT = "statement"
    OTHER = "other"


class TextRole(StrEnum):
    ORIGINAL = "original"
    TRANSLATION = "translation"
    MACHINE = "machine"


class CaptureMethod(StrEnum):
    """How the bytes came in: a file, a text inside a request, a line of an import, out of a machine translator."""

    FILE = "file"
    INLINE = "inline"
    IMPORT = "import"
    MACHINE = "machine"


class Work(SQLModel, table=True):
    """The story, whatever the language (IFLA LRM Work)."""

    __tablename__ = "work"
    __table_args__ = (is_sha256("deposit_key"),)
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    kind: WorkKind = Field(sa_column=Column(one_of(WorkKind), nullable=False))
    external_id: str | None = Field(default=None, unique=True, max_length=400)
    deposit_key: str = Field(unique=True, max_length=SHA256_HEX_LENGTH)  # what makes a second deposit the same
    note: str | None = None
    recorded_at: datetime


class Text(SQLModel, table=True):
    """The work in one language by one hand (LRM Expression)."""

    __tablename__ = "text"
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    work_id: str = Field(foreign_key="work.id", index=True)
    role: TextRole = Field(sa_column=Column(one_of(TextRole), nullable=False))
    language: str = Field(max_length=40)
    recorded_at: datetime


class Capture(SQLModel, table=True):
    """The bytes as received, kept in the blob store under their digest, and what was taken out of them."""

    __tablename__ = "capture"
    __table_args__ = (
        is_sha256("sha256"),
        CheckConstraint("size > 0", name="size_is_positive"),
    )
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    sha256: str = Field(index=True, max_length=SHA256_HEX_LENGTH)
    size: int  # bytes
    media_type: str
    charset: str
    charset_basis: str
    charset_confidence: int  # per cent
    method: CaptureMethod = Field(sa_column=Column(one_of(CaptureMethod), nullable=False))
    filename: str | None = None
    url: str | None = None
    captured_at: datetime | None = None  # when the depositor says the bytes were taken
    removed: list[Any] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))  # [{text, reason}]
    recorded_at: datetime


class Version(SQLModel, table=True):
    """One immutable state of a text.

    ``content`` is the canonical text (NFC, LF; blocks joined by an empty line) that every span of
    the archive points into; ``layout`` its blocks as ``[[kind, start, end], …]``.
    """

    __tablename__ = "version"
    __table_args__ = (
        UniqueConstraint("text_id", "number"),
        is_sha256("bytes_sha256"),
        is_sha256("canonical_sha256"),
        CheckConstraint("number > 0", name="number_is_positive"),
        CheckConstraint("length(content) > 0", name="content_is_not_empty"),
        CheckConstraint("supersedes_id IS NULL OR supersedes_id <> id", name="supersedes_another"),
    )
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    text_id: str = Field(foreign_key="text.id")
    number: int
    supersedes_id: str | None = Field(default=None, foreign_key="version.id")
    capture_id: str = Field(foreign_key="capture.id", index=True)
    title: str
    standfirst: str | None = None
    content: str
    layout: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    bytes_sha256: str = Field(max_length=SHA256_HEX_LENGTH)
    canonical_sha256: str = Field(index=True, max_length=SHA256_HEX_LENGTH)
    extractor: str  # recipe of the reader that made the content from the capture
    outlet_id: str | None = Field(default=None, foreign_key="agent.id", index=True)
    url: str | None = None
    published_edtf: str | None = None
    published_lower: date | None = None
    published_upper: date | None = None
    language_check: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    flags: list[Any] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))  # [{code, count, detail}]
    recorded_at: datetime


class Segmentation(SQLModel, table=True):
    """One run of the splitter over a version: its recipe and the digest of the segments it made."""

    __tablename__ = "segmentation"
    __table_args__ = (UniqueConstraint("version_id", "recipe"), is_sha256("segments_sha256"))
    id: str = Field(primary_key=True, max_length=ID_LENGTH)
    version_id: str = Field(foreign_key="version.id")
    recipe: str
    count: int
    segments_sha256: str = Field(max_length=SHA256_HEX_LENGTH)
    recorded_at: datetime


class SegmentKind(StrEnum):
    """Block kinds, with a paragraph cut into sentences."""

    HEADLINE = BlockKind.HEADLINE.value
    STANDFIRST = BlockKind.STANDFIRST.value
    BYLINE = BlockKind.BYLINE.value
    DATELINE = BlockKind.DATELINE.value
    SENTENCE = "sentence"
    QUOTATION = BlockKind.QUOTATION.value
    CAPTION = BlockKind.CAPTION.value
    DISCLAIMER = BlockKind.DISCLAIMER.value
    CREDIT = BlockKind.CREDIT.value


class Segment(SQLModel, table=True):
    """A span of a version. ``paragraph`` numbers the block it stands in, from 0."""

    __tablename__ = "segment"
    __table_args__ = (is_span("start", "end"),)
    segmentation_id: str = Field(primary_key=True, foreign_key="segmentation.id")
    ordinal: int = Field(primary_key=True)
    kind: SegmentKind = Field(sa_column=Column(one_of(SegmentKind), nullable=False))
    start: int
    end: int
    paragraph: int


Index("ix_text_work_role", Text.__table__.c.work_id, Text.__table__.c.role)  # type: ignore[attr-defined]
Index(
    "ix_version_supersedes_id",
    Version.__table__.c.supersedes_id,  # type: ignore[attr-defined]
    sqlite_where=Version.__table__.c.supersedes_id.is_not(None),  # type: ignore[attr-defined]
    postgresql_where=Version.__table__.c.supersedes_id.is_not(None),  # type: ignore[attr-defined]
)
