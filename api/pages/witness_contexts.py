"""What the pages show of machines: a run beside two versions, the machine texts of a work, or how to get one.

Built from records by :mod:`api.pages.witness_page`. A sentence of a machine never appears without its sign.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from api.pages.contexts import Chain


@dataclass(frozen=True, slots=True)
class Sign:
    """Whose words these are: packages with their versions, how they were computed, when. ``text``: where to read it."""

    run_id: str
    label: str
    compute_type: str
    made: datetime
    demonstration: bool
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Points of 100 with one decimal place, as they are printed. ``runs`` is a percentage, empty where none."""

    chrf: str
    bleu: str
    ter: str
    runs: str


@dataclass(frozen=True, slots=True)
class MachineSentence:
    text: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpinionView:
    """What the machine says of one finding. Percentages before and after; bands where they differ."""

    finding_id: str
    kind: str
    verdict: str
    quote: str
    before: int
    after: int
    band_before: str
    band_after: str


@dataclass(frozen=True, slots=True)
class MachineCell:
    """The third column of a row. ``left_out`` says why there are no figures, and is empty where there are."""

    sentences: tuple[MachineSentence, ...]
    left_out: str
    figures: Figures | None
    opinions: tuple[OpinionView, ...]


@dataclass(frozen=True, slots=True)
class RunChoice:
    sign: Sign
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Witness:
    """A machine run beside the two versions of a comparison. ``cells`` by the number of the row."""

    sign: Sign
    cells: Mapping[int, MachineCell]
    counted: int
    left_out: tuple[tuple[str, int], ...]
    figures: Figures | None
    methods: tuple[tuple[str, str], ...]
    recipe: str
    choices: tuple[RunChoice, ...]
    without: str
    json: str


@dataclass(frozen=True, slots=True)
class Lacking:
    """Why no machine stands beside: ``install`` a package, ``ask`` for a translation, ``wait`` for it, or ``revision``
    (two versions in one language). ``commands`` to type, the first with a network, others without.
    """

    why: str
    commands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MachineText:
    """One run of a work on its page. ``sign`` and what follows are there once it is done."""

    run_id: str
    status: str
    label: str
    language: str
    compute_type: str
    requested: datetime
    demonstration: bool
    sign: Sign | None
    sentences: int
    flagged: int
    chain: Chain | None
    beside: str
    error: str
