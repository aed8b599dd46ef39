"""What the archive shows to search: one passage a version, and the door it comes through.

The only thing of the archive that :mod:`search` reads besides the pure text rooms. How passages are
read from the database is the business of whoever implements :class:`PassageSource`; what is done
with them (analysis, index, ranking) is search's. Withheld names never enter a passage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Protocol

from archive.text.blocks import PlacedBlock

WORK_KINDS: Final = ("news", "opinion", "interview", "feature", "statement", "other")
"""Every kind a work can be of."""
TRANSLATOR: Final = "trl"
"""The MARC relator code of a translator."""
PUBLISHER: Final = "pbl"
"""The MARC relator code of the outlet that published a text."""


@dataclass(frozen=True, slots=True)
class Hand:
    """One hand in the chain of a version: ``names`` as printed in every script, none where nobody is named."""

    role: str
    """A code of :mod:`archive.chain.roles`."""
    organisation: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Replacement:
    """The version that took the place of another: ``published`` as EDTF, where it is known; when it was kept."""

    version: str
    number: int
    published: str | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Printed:
    """What a page shows of one version: its words and where its blocks stand."""

    version_id: str
    work_id: str
    external_id: str | None
    language: str
    """BCP 47 tag, or ``und``."""
    content: str
    """The canonical text (NFC, LF), the title at its head as headline block."""
    layout: tuple[PlacedBlock, ...]
    role: str
    """``original`` or ``translation``; what a machine made is not found by search."""
    replaced: Replacement | None = field(default=None, kw_only=True)
    """What took its place within its text; ``None`` for the latest version."""
    published: str | None = field(default=None, kw_only=True)
    """EDTF, as precise as it is known."""
    publishers: tuple[tuple[str, ...], ...] = field(default=(), kw_only=True)
    """The outlets that published it, each by its names as printed in every script."""


@dataclass(frozen=True, slots=True)
class Passage(Printed):
    """One immutable version as it is indexed. Only ``latest`` and the printed names may change with time."""

    text_id: str
    kind: str
    """Of the work: ``news``, ``opinion``, …"""
    latest: bool
    """Nothing supersedes this version within its text."""
    title: str
    outlets: tuple[str, ...]
    agents: tuple[str, ...]
    """Names as printed, in every script they were printed in; "unnamed" is not a name."""
    translator_unnamed: bool
    published_from: date | None
    published_to: date | None
    """First and last day the publication date can mean; ``None`` where unknown or open."""
    has_disclaimer: bool
    hands: tuple[Hand, ...] = ()
    """The chain behind ``outlets`` and ``agents``, in its order."""
    findings: tuple[str, ...] = ()
    """Kinds of shown differences between the texts of the work that nobody dismissed."""


class PassageSource(Protocol):
    """Reads of the archive, each one consistent in itself."""

    def position(self) -> int:
        """Sequence of the last journal entry, 0 for an empty journal."""
        ...

    def changed(self, after: int, upto: int, limit: int, offset_version: str | None = None) -> Sequence[Passage]:
        """All versions of the works that journal entries in ``(after, upto]`` touched.

        At most ``limit``, ordered by version id, each once; only ids above ``offset_version`` when it
        is given. Fewer than ``limit`` means there are no more.
        """
        ...

    def by_version(self, ids: Sequence[str]) -> dict[str, Passage]:
        """The passages of these versions; ids that are no longer shown are absent."""
        ...

    def printed(self, ids: Sequence[str]) -> dict[str, Printed]:
        """As :meth:`by_version`, with no more than a page shows: one query."""
        ...

    def titles(self, work_ids: Sequence[str]) -> dict[str, dict[str, str]]:
        """Titles by work, then by language."""
        ...
