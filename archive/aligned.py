"""The archive's aligned sentences as search sees them: two texts of a work, link by link, and the door to them.

The companion of :mod:`archive.passages`, which shows whole texts. Spans point into the passages' contents;
no text is copied. Shown are the latest versions of an original and a person's translation of it, by the
newest comparison of the two, around what people corrected; what people dismissed is no finding here. A
machine's text is not among them. What is done with links (concordance, renderings) is search's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from archive.values import Span


@dataclass(frozen=True, slots=True)
class AlignedLink:
    """Sentences that belong together; one side is empty where nothing was carried over, or nothing came before.

    ``label`` is the aligner's (:class:`archive.text.align.Label`), ``uncertain`` says that no one should count
    on the link. ``findings`` are the kinds shown by default that touch its sentences.
    """

    source: tuple[Span, ...]
    target: tuple[Span, ...]
    label: str
    confidence_millis: int
    uncertain: bool
    by_hand: bool
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """``findings`` are the kinds about the whole pair or any link of it."""

    alignment_id: str
    work_id: str
    source_version: str
    target_version: str
    links: tuple[AlignedLink, ...]
    findings: tuple[str, ...]


class VersionText(NamedTuple):
    """A version's canonical text and its language: what spans are read from, and nothing else of it."""

    language: str
    content: str


class TextSource(Protocol):
    """Reads of texts alone, for whoever looks at very many of them."""

    def texts(self, version_ids: Sequence[str]) -> dict[str, VersionText]:
        """By version; those that are not there, or that a machine made, are left out."""
        ...


class AlignedSource(Protocol):
    """Reads of the archive, each one consistent in itself."""

    def position(self) -> int:
        """Sequence of the last journal entry, 0 for an empty journal."""
        ...

    def touched(self, after: int, upto: int, limit: int, offset_work: str | None = None) -> Sequence[str]:
        """Works whose pairs journal entries in ``(after, upto]`` may have changed: at most ``limit``, in order of id.

        Only ids above ``offset_work`` when it is given. Fewer than ``limit`` means there are no more.
        """
        ...

    def of_works(self, work_ids: Sequence[str]) -> Sequence[AlignedPair]:
        """The aligned pairs of these works as they stand now, in order of work, source and target."""
        ...

    def linked(self, work_ids: Sequence[str]) -> Sequence[AlignedPair]:
        """As :meth:`of_works`, for showing sentences side by side: findings are not read, and none are given."""
        ...
