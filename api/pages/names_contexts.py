"""What the pages of names show: one frozen dataclass a page, and their small parts."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from api.pages.contexts import Paging, Problem


@dataclass(frozen=True, slots=True)
class NameView:
    """A name with its spellings. ``edit`` opens its form (empty: it comes with Thabat)."""

    id: str
    kind: str
    arabic: tuple[str, ...]
    latin: tuple[str, ...]
    search: str
    edit: str = ""


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name as it was filled in, one spelling a line; ``id`` is empty for a new one."""

    id: str = ""
    kind: str = "place"
    arabic: str = ""
    latin: str = ""
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class NamesPage:
    """``/names``: the archive's own names, one of them open to be changed, and a form for a new one.

    ``q`` asks which names have a spelling; then those ``shipped`` with Thabat are shown too.
    """

    total: int
    shipped_total: int
    names: tuple[NameView, ...]
    add: NameForm = NameForm()
    edit: NameForm | None = None
    q: str = ""
    shipped: tuple[NameView, ...] = ()
    paging: Paging | None = None
    done: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class CandidateView:
    """``pair`` names the candidate in the form; ``said`` is what was chosen. The example has both words marked."""

    pair: str
    latin: str
    arabic: str
    together: int
    latin_count: int
    example_latin: Markup
    example_arabic: Markup
    all: str
    said: str = ""
    kind: str = "place"


@dataclass(frozen=True, slots=True)
class CandidatesPage:
    """``/names/candidates``: what aligned sentences propose.

    Learnt from ``read`` of them, the first of which is number ``first``, from 1.
    """

    candidates: tuple[CandidateView, ...]
    total: int
    first: int
    read: int
    sentences: int
    parts: Paging | None
    paging: Paging | None
    action: str
    other_least: str
    least: int = 2
    accepted: int = 0
    rejected: int = 0
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class RejectedPage:
    """``/names/rejected``: pairs that are not one name, each with its id."""

    pairs: tuple[tuple[str, str, str], ...]  # (id, latin, arabic)
    total: int
    paging: Paging | None = None
    problem: Problem | None = None
    done: bool = False
