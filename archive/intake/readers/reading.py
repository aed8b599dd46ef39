"""What a reader hands to the intake: the text as decoded, its blocks, and all that was left out.

Plain frozen values. Nothing here reads bytes; nothing here decides. A ``Reading`` keeps every
visible line of the capture, either as a block or as ``Removed`` with the reason, so that an
archivist can check the reader's judgement (DESIGN.md §4.4: unknown and removed things are shown).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from archive.text.blocks import Block
from archive.text.normalise import Flag

DecodedBasis = Literal["bom", "declared", "markup", "detected"]
HintPlace = Literal["json-ld", "meta", "markup"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, and how its encoding was found.

    ``confidence_percent`` is the plausibility of the characters [0, 100], not a probability.
    """

    text: str
    charset: str  # IANA name, lower case
    basis: DecodedBasis
    confidence_percent: int
    note: str | None = None  # a declaration in the markup that was not followed, in words


@dataclass(frozen=True, slots=True)
class Removed:
    """A line a reader of the capture could see and that is not part of the article."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Hints:
    """What the page says about itself, verbatim. A hint is a proposal for the archivist, never a fact."""

    title: str | None = None
    standfirst: str | None = None
    author: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    places: Mapping[str, HintPlace] = field(default_factory=dict)  # field name -> where it was found


@dataclass(frozen=True, slots=True)
class Reading:
    """One capture, read. ``source_text`` holds every visible line, kept or removed, one a line:
    evidence "as printed" must be found in it.
    """

    media_type: str
    decoded: Decoded
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]
    flags: tuple[Flag, ...]
    hints: Hints
    source_text: str
