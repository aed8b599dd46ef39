"""The read side: one work with everything known of it, and lists of works, agents, disclaimers.

Plain frozen records, made from rows by :mod:`archive.history_sql`; pages and the API render them and
never see a table. Order is fixed: texts by role then time, versions by number, hops by position.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from archive.models.works import TextRole
from archive.text.blocks import PlacedBlock
from archive.text.scripts import SCRIPTS_OF
from archive.values import Span, primary_language


@dataclass(frozen=True, slots=True)
class AgentNameRecord:
    name: str
    language: str
    script: str  # ISO 15924
    kind: str


@dataclass(frozen=True, slots=True)
class AgentRecord:
    """``names`` is empty for whoever is unnamed or withheld."""

    id: str
    kind: str
    identity: str
    names: tuple[AgentNameRecord, ...]

    def name(self, language: str | None = None) -> str | None:
        """The name in ``language``, else one in a script that it is read in, else the first, else None."""
        if language is None or not self.names:
            return self.names[0].name if self.names else None
        scripts = SCRIPTS_OF.get(primary_language(language), ())
        ranks = [
            (primary_language(item.language) != primary_language(language), item.script not in scripts)
            for item in self.names
        ]
        return self.names[ranks.index(min(ranks))].name


@dataclass(frozen=True, slots=True)
class HopRecord:
    id: str
    version_id: str
    position: int
    role: str
    agent: AgentRecord
    on_behalf_of: AgentRecord | None
    label: str | None
    date: str | None  # EDTF
    basis: str
    certainty: str
    quote: str | None
    span: Span | None  # in the version's content
    proposed_by: str | None  # recipe of the parser; None: the archivist's word


@dataclass(frozen=True, slots=True)
class DisclaimerRecord:
    id: str
    wording: str
    language: str
    kind: str
    claims: dict[str, Any]
    recipe: str


@dataclass(frozen=True, slots=True)
class DisclaimerUseRecord:
    disclaimer: DisclaimerRecord
    version_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class CaptureRecord:
    id: str
    sha256: str
    size: int  # bytes
    media_type: str
    charset: str
    charset_basis: str
    charset_confidence: int  # per cent
    method: str
    filename: str | None
    url: str | None
    captured_at: datetime | None
    removed: tuple[dict[str, str], ...]  # {text, reason}
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class VersionRecord:
    id: str
    text_id: str
    number: int
    supersedes_id: str | None
    title: str  # "" when the text has none
    standfirst: str | None
    content: str
    layout: tuple[PlacedBlock, ...]
    bytes_sha256: str
    canonical_sha256: str
    extractor: str
    outlet: AgentRecord | None
    url: str | None
    published: str | None  # EDTF
    published_lower: date | None
    published_upper: date | None
    language_check: dict[str, Any]
    flags: tuple[dict[str, Any], ...]  # {code, count, detail}
    capture: CaptureRecord
    hops: tuple[HopRecord, ...]
    disclaimers: tuple[DisclaimerUseRecord, ...]
    segments: int | None  # how many; None while the worker has not split it yet
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class TextRecord:
    id: str
    role: str
    language: str
    versions: tuple[VersionRecord, ...]
    recorded_at: datetime

    @property
    def latest(self) -> VersionRecord:
        return self.versions[-1]

    @property
    def by_machine(self) -> bool:
        """Whether a machine made it: it counts nowhere as a person's translation."""
        return self.role == TextRole.MACHINE.value


@dataclass(frozen=True, slots=True)
class DerivationRecord:
    id: str
    kind: str
    target_id: str
    source_id: str
    completeness: str
    completeness_quote: str | None
    directness: str
    pivot_id: str | None
    binding: str


@dataclass(frozen=True, slots=True)
class WorkRecord:
    id: str
    kind: str
    external_id: str | None
    note: str | None
    texts: tuple[TextRecord, ...]
    derivations: tuple[DerivationRecord, ...]
    journal: tuple[int, ...]  # sequence numbers of the deeds about this work
    recorded_at: datetime

    @property
    def versions(self) -> tuple[VersionRecord, ...]:
        return tuple(version for text in self.texts for version in text.versions)

    @property
    def titles(self) -> dict[str, str]:
        """Language → title of the latest version that a person wrote, the first text of a language winning."""
        titles: dict[str, str] = {}
        for text in self.texts:
            if not text.by_machine:
                titles.setdefault(text.language, text.latest.title)
        return titles


@dataclass(frozen=True, slots=True)
class WorkSummary:
    """One line of a list."""

    id: str
    external_id: str | None
    kind: str
    titles: dict[str, str]
    outlets: tuple[str, ...]
    published: str | None
    versions: int  # of what people wrote
    has_disclaimer: bool
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Counts:
    """What the archive holds."""

    works: int
    versions: int  # of what people wrote
    machine_texts: int
    pairs: int  # derivations from an original to a translation
    disclaimers: int
    journal: int
