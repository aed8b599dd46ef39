"""What the pages of saved searches show: one frozen dataclass a page, and their small parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from api.pages.contexts import Fault, Paging, Problem


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in words: ``kind`` is the page that answers it, ``filters`` what is said beside the words."""

    kind: str
    q: str
    filters: tuple[Markup, ...]
    url: str


@dataclass(frozen=True, slots=True)
class SavedView:
    """A kept question. ``new`` works, or None and ``why`` they are not counted; ``url`` is its permalink."""

    name: str
    asked: Asked
    url: str
    news: str
    seen: int
    seen_at: datetime | None
    new: int | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class SearchesPage:
    """``/searches``: what is kept, by name. ``done`` says what was just done."""

    searches: tuple[SavedView, ...]
    total: int
    paging: Paging | None = None
    done: str = ""


@dataclass(frozen=True, slots=True)
class NewWork:
    """A work that is new to a search, or ``known`` with another version; ``url`` leads to that version."""

    titles: Mapping[str, str]
    known: bool
    url: str


@dataclass(frozen=True, slots=True)
class NewsPage:
    """``/searches/NAME/new``: what is new to it, and what can be done with it.

    ``versions`` are those shown, to be marked as seen; ``left`` works more are new. A problem lies with marking, or
    with the ``change`` of name.
    """

    saved: SavedView
    works: tuple[NewWork, ...] = ()
    total: int = 0
    left: int = 0
    versions: str = ""
    fault: Fault | None = None
    problem: Problem | None = None
    change: Problem | None = None
    to: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class KeepPage:
    """``/keep/PAGE``: the form that gives a question a name, again with what is wrong."""

    asked: Asked
    action: str
    name: str = ""
    problem: Problem | None = None
