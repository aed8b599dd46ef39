"""What the pages about differences show: the comparison, one finding, the editor of an alignment.

Built from records by :mod:`api.pages.compare_rows`, :mod:`api.pages.redline` and :mod:`api.pages.ribbon`;
templates read these and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from api.pages.contexts import Choice, Problem, Title
from api.pages.witness_contexts import Lacking, Witness
from archive.history import TextRecord, VersionRecord


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the two versions, and those that could stand in its place."""

    work_id: str
    text: TextRecord
    version: VersionRecord
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One review. ``by`` is the id of a key or the name of a door."""

    status: str
    note: str | None
    by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Quote:
    """Evidence on one side, with the language it is in."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """One difference. ``group`` chooses colour and sign; ``short`` is what the chip says beside the kind."""

    id: str
    kind: str
    group: str
    band: str
    percent: int
    measured: bool  # or only the rule's own estimate
    short: tuple[Quote, ...]
    source: Quote | None
    target: Quote | None
    expected: Quote | None
    found: Quote | None
    method: str
    calibration: str
    said: tuple[Said, ...]

    @property
    def anchor(self) -> str:
        return f"f-{self.id}"

    @property
    def status(self) -> str:
        return self.said[-1].status if self.said else "open"


@dataclass(frozen=True, slots=True)
class Sentence:
    """``html`` has the words that a finding is about marked."""

    ordinal: int
    kind: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Row:
    """One link: sentences that belong together, one side empty where there is no counterpart."""

    number: int
    label: str
    percent: int
    by_hand: bool
    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    findings: tuple[FindingView, ...]

    @property
    def anchor(self) -> str:
        return f"r{self.number}"

    @property
    def group(self) -> str:
        """What colours the row in the strip: its surest difference."""
        differences = [one for one in self.findings if one.group != "shape"]
        return min(differences, key=lambda one: "HML".index(one.band)).group if differences else "same"


@dataclass(frozen=True, slots=True)
class Tally:
    """A kind of difference with the number of its findings; ``address`` shows those rows alone, or all again."""

    kind: str
    group: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle of a drawing; numbers are units of its view box."""

    x: float
    width: float
    group: str
    place: str
    number: int


@dataclass(frozen=True, slots=True)
class Band:
    """A band of the ribbon from one side to the other."""

    path: str
    group: str
    place: str
    number: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The heat strip and the ribbon of one comparison."""

    strip: tuple[Bar, ...]
    above: tuple[Bar, ...]
    below: tuple[Bar, ...]
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """How many sentences of each side have no counterpart, and what the translation says of its extent."""

    source_without: int
    source_of: int
    target_without: int
    target_of: int
    verdict: str
    declared: str | None
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two languages: rows of sentences. ``folded``: rows that the choice of one kind leaves out."""

    is_pair: bool
    extent: Extent
    rows: tuple[Row, ...]
    folded: int
    general: tuple[FindingView, ...]
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a redline; ``changed`` false: may be folded away."""

    html: Markup
    changed: bool


@dataclass(frozen=True, slots=True)
class Revising:
    """One language: the newer text with what was inserted, deleted and moved. Counts are words, moves are blocks."""

    runs: tuple[tuple[Passage, ...], ...]
    inserted: int
    deleted: int
    moves: int
    spelling: int
    spelling_shown: bool
    spelling_address: str
    findings: tuple[FindingView, ...]

    @property
    def identical(self) -> bool:
        return not any(passage.changed for run in self.runs for passage in run)


@dataclass(frozen=True, slots=True)
class ComparePage:
    """``/compare``: two versions, and what differs. One of ``crossing`` and ``revising`` is there."""

    comparison_id: str
    a: Compared
    b: Compared
    titles: tuple[Title, ...]
    tallies: tuple[Tally, ...]
    shown_all: bool
    hidden: int
    other_bands: str
    swapped: str
    editor: str
    recipe: str
    swap: bool
    kept: bool  # or made for this page only, so that nothing of it has an address of its own
    order: str
    orders: tuple[tuple[str, str], ...]  # which side's order, and its address
    crossing: Crossing | None = None
    revising: Revising | None = None
    witness: Witness | None = None
    lacking: Lacking | None = None
    three: str = ""  # the address of the same with a machine's text beside it, where there can be one


@dataclass(frozen=True, slots=True)
class PickPage:
    """``/compare`` without two versions: which could be compared. ``note``: none, one, same or alone."""

    note: str
    versions: tuple[Choice, ...]
    work_id: str | None = None


@dataclass(frozen=True, slots=True)
class FindingPage:
    """``/findings/{id}``: one difference, what was said of it, and the form to say more."""

    finding: FindingView
    back: str
    passages: tuple[tuple[str, Markup], ...] = ()  # language and sentences, with the words at issue marked
    problem: Problem | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionView:
    action: str
    source: tuple[int, ...]
    target: tuple[int, ...]
    note: str | None
    by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class EditorPage:
    """``/alignments/edit``: every row with a box a sentence, the deeds, and the layer of corrections so far."""

    a: Compared
    b: Compared
    rows: tuple[Row, ...]
    corrections: tuple[CorrectionView, ...]
    back: str
    chosen_source: frozenset[int] = frozenset()
    chosen_target: frozenset[int] = frozenset()
    note: str = ""
    problem: Problem | None = None
    recorded: bool = False
