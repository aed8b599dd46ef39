"""What the pages of concordance and renderings show: one frozen dataclass a page, and their small parts."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from api.pages.contexts import Fault, Paging, Problem
from archive.coding import CodingRecord
from search.parallel.lines import Line


@dataclass(frozen=True, slots=True)
class ParallelForm:
    """The question as asked, every field as typed."""

    q: str = ""
    side: str = ""
    beside: str = ""  # the parameter is called "with"
    not_beside: str = ""  # the parameter is called "without"
    outlet: str = ""
    agent: str = ""
    translator: str = ""
    kind: str = ""
    finding: str = ""
    since: str = ""  # the parameter is called "from"
    until: str = ""  # the parameter is called "to"
    names: str = ""
    sort: str = ""
    width: str = ""
    row: str = ""
    by: str = ""
    cell: str = ""

    @property
    def question(self) -> dict[str, str]:
        """The parameters that say which hits, and say something."""
        values = {
            "q": self.q,
            "side": self.side,
            "with": self.beside,
            "without": self.not_beside,
            "outlet": self.outlet,
            "agent": self.agent,
            "translator": self.translator,
            "kind": self.kind,
            "finding": self.finding,
            "from": self.since,
            "to": self.until,
            "names": self.names,
        }
        return {name: value for name, value in values.items() if value}

    @property
    def narrowed(self) -> bool:
        """Whether anything but the words and their side is said."""
        return bool(self.question.keys() - {"q", "side", "names"})

    @property
    def parameters(self) -> dict[str, str]:
        """All that says something."""
        view = {"sort": self.sort, "width": self.width, "row": self.row, "by": self.by, "cell": self.cell}
        return {**self.question, **{name: value for name, value in view.items() if value}}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several ways to see the same; ``url`` is None for the one that is shown."""

    code: str
    url: str | None


@dataclass(frozen=True, slots=True)
class LineView:
    """A line with the way to its place in the comparison, and what was said of it. ``coding`` opens the form."""

    line: Line
    anchor: str
    place: str
    coding: str
    other: Markup
    hands: tuple[tuple[str, ...], ...]
    said: tuple[CodingRecord, ...]


@dataclass(frozen=True, slots=True)
class CodingForm:
    """The open form for one hit, as filled."""

    hit: str
    back: str
    code: str = ""
    note: str = ""
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class ConcordancePage:
    """``/concordance``: the form, and the lines once something was asked."""

    form: ParallelForm
    asked: bool
    fault: Fault | None = None
    side: str = ""
    hits: int = 0
    works: int = 0
    links: int = 0
    looked_at: int = 0
    left_out: int = 0
    uncertain: int = 0
    lines: tuple[LineView, ...] = ()
    sorts: tuple[Choice, ...] = ()
    cell: tuple[str, str] | None = None
    """What the row and the cell that is open are called."""
    paging: Paging | None = None
    exports: tuple[Choice, ...] = ()
    spellings: tuple[Markup, ...] = ()
    names: tuple[Choice, ...] = ()
    """Whether names are looked for in other spellings too."""
    open: CodingForm | None = None


@dataclass(frozen=True, slots=True)
class CellView:
    """``names`` are of someone; else ``code`` is a word of the interface or a year."""

    code: str
    names: tuple[str, ...]
    hits: int
    url: str


@dataclass(frozen=True, slots=True)
class RowView:
    """``permille`` of all hits; ``cells`` by outlet, translator and year."""

    outcome: str
    printed: str | None
    hits: int
    permille: int
    g2: str
    url: str
    cells: tuple[tuple[str, tuple[CellView, ...]], ...]


@dataclass(frozen=True, slots=True)
class RenderingsPage:
    """``/renderings``: the form, and a row for each rendering once something was asked."""

    form: ParallelForm
    asked: bool
    fault: Fault | None = None
    side: str = ""
    hits: int = 0
    links: int = 0
    looked_at: int = 0
    left_out: int = 0
    rows: tuple[RowView, ...] = ()
    exports: tuple[Choice, ...] = ()
    spellings: tuple[Markup, ...] = ()
    names: tuple[Choice, ...] = ()
