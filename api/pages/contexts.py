"""What each page shows: one frozen dataclass a page, and the small parts they share.

Templates read these and nothing else. Direction is carried with every piece of content, as
``language``; templates turn it into ``lang`` and ``dir``. Building them from records is the work of
:mod:`api.pages.record`, :mod:`api.pages.results` and the views.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from api.pages.witness_contexts import Lacking, MachineText
from archive.errors import Reason
from archive.history import (
    AgentRecord,
    Counts,
    DerivationRecord,
    DisclaimerRecord,
    HopRecord,
    TextRecord,
    VersionRecord,
    WorkRecord,
    WorkSummary,
)

if TYPE_CHECKING:  # loads the readers, which pages have no use for
    from archive.intake.receipt import Receipt
    from archive.lookups import Kept


@dataclass(frozen=True, slots=True)
class Title:
    """A title in its language; ``text`` is empty when the text has none."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Paging:
    """``previous`` and ``next`` are addresses, None at the ends. Pages count from 1.

    A page beyond the last has the last as ``previous``, and the ``first``.
    """

    page: int
    pages: int
    previous: str | None
    next: str | None
    first: str | None = None


@dataclass(frozen=True, slots=True)
class HomePage:
    """``/``: a place to start a search, and what the archive holds."""

    counts: Counts
    recent: tuple[WorkSummary, ...]


Several = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchForm:
    """The search as asked, every field as typed."""

    q: str = ""
    lang: Several = ()
    kind: Several = ()
    outlet: Several = ()
    agent: Several = ()
    role: Several = ()
    translator: Several = ()
    year: Several = ()
    finding: Several = ()
    status: Several = ()
    since: str = ""  # the parameter is called "from"
    until: str = ""  # the parameter is called "to"
    disclaimer: str = ""  # with | without
    mode: str = ""  # words | meaning | both
    sort: str = ""  # relevance | date
    names: str = ""  # on | off

    @property
    def filters(self) -> dict[str, Several]:
        """The parameters beside the query that say something of the works."""
        values = {
            "lang": self.lang,
            "kind": self.kind,
            "outlet": self.outlet,
            "agent": self.agent,
            "role": self.role,
            "translator": self.translator,
            "year": self.year,
            "finding": self.finding,
            "status": self.status,
            "from": (self.since,),
            "to": (self.until,),
            "disclaimer": (self.disclaimer,),
        }
        kept = {name: tuple(value for value in found if value.strip()) for name, found in values.items()}
        return {name: found for name, found in kept.items() if found}

    @property
    def parameters(self) -> dict[str, str | Several]:
        """The whole question."""
        return {"q": self.q, **self.filters, **self.ways}

    @property
    def ways(self) -> dict[str, str]:
        """The parameters that say how to search."""
        return {name: way for name, way in (("mode", self.mode), ("sort", self.sort), ("names", self.names)) if way}


@dataclass(frozen=True, slots=True)
class Earlier:
    """What replaced a version, and on which day: of its publication, or, where that is not known, of its deposit."""

    by: str
    day: str
    published: bool


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage around a match: ``html`` has the found words in ``<mark>``.

    ``beside`` says that it is the counterpart of what was found; then it may be empty: nothing was carried over.
    """

    version_id: str
    language: str
    html: Markup
    beside: bool = False
    uncertain: bool = False
    second: bool = False
    """Its title is not the first one: alone, it stands in the second column."""
    anchor: str = "texts"
    """Of its paragraph on the page of the work."""
    earlier: Earlier | None = None
    """Of a version that was replaced."""
    outlets: Several = ()
    """One name of each outlet that published it."""
    published: str | None = None
    """EDTF."""


@dataclass(frozen=True, slots=True)
class HitRow:
    """A hit with its counterpart, in the order of the titles; why it was found beside the words."""

    cells: tuple[Snippet, ...]
    names: tuple[str, ...] = ()
    likeness: str = ""
    lacking: str = ""
    """Why nothing stands beside it, a term of ``search-lacking``."""


@dataclass(frozen=True, slots=True)
class Result:
    """One work that was found."""

    work_id: str
    external_id: str | None
    titles: tuple[Title, ...]
    hits: tuple[HitRow, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a query could not be read; ``place`` is the query with its faulty character marked (None: no place).

    ``reason`` is what pages say in their own language; ``detail``, in English, where there is none.
    """

    detail: str
    place: Markup | None = None
    code: str = ""
    reason: Reason | None = None
    position: int | None = None
    """Of the faulty character, counted from 0."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """``url`` is this search with the value chosen, or no more chosen."""

    label: Markup
    count: int
    chosen: bool
    url: str


@dataclass(frozen=True, slots=True)
class Facet:
    """``name`` is the parameter. ``first`` values are shown, the ``rest`` when asked for."""

    name: str
    first: tuple[FacetValue, ...]
    rest: tuple[FacetValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """A way to search: ``code`` names it; the present one has no address."""

    code: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A link with words of the content in it: another query, another spelling."""

    html: Markup
    url: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """Something to type: ``shows`` says what of, ``url`` asks it."""

    shows: str
    html: Markup
    url: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """``/search``: the form, and results grouped by work once something was asked."""

    form: SearchForm
    asked: bool
    total: int = 0
    results: tuple[Result, ...] = ()
    paging: Paging | None = None
    fault: Fault | None = None
    facets: tuple[Facet, ...] = ()
    chosen: tuple[Offer, ...] = ()
    """What narrows the search, each with the way out of it."""
    modes: tuple[Way, ...] = ()
    sorts: tuple[Way, ...] = ()
    suggestions: tuple[Offer, ...] = ()
    spellings: tuple[Markup, ...] = ()
    """Other spellings of names that were looked for."""
    without_spellings: str = ""
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class WorksFilter:
    kind: str = ""
    outlet: str = ""
    disclaimer: str = ""  # with | without
    missing: str = ""  # original | translation


@dataclass(frozen=True, slots=True)
class WorksPage:
    """``/works``: everything kept, newest first."""

    filter: WorksFilter
    total: int
    works: tuple[WorkSummary, ...]
    paging: Paging | None


@dataclass(frozen=True, slots=True)
class Hop:
    """One hand in the chain. ``place`` leads to the quote in the text, where it stands there."""

    record: HopRecord
    role: str
    quote_language: str
    place: str | None


@dataclass(frozen=True, slots=True)
class Origin:
    """What one version was made from: the derivation and the versions it names."""

    record: DerivationRecord
    source: VersionRecord
    source_text: TextRecord
    source_place: str
    pivot: VersionRecord | None
    pivot_text: TextRecord | None
    target_language: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The hands one version passed through, in order, and what it was made from."""

    text: TextRecord
    version: VersionRecord
    hops: tuple[Hop, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """One disclaimer and the versions of this work that carry it, each with the way to its place."""

    disclaimer: DisclaimerRecord
    claims: tuple[tuple[str, str | None], ...]  # (claim, party it names)
    uses: tuple[tuple[TextRecord, VersionRecord, str], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``number`` counts body paragraphs from 1; a headline or credit has none. ``at`` names it by where it begins."""

    kind: str
    number: int | None
    anchor: str
    at: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Choice:
    """A version a column can be switched to."""

    text: TextRecord
    version: VersionRecord
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class Column:
    """One version for reading. ``superseded_by`` leads to the version that took its place."""

    text: TextRecord
    version: VersionRecord
    paragraphs: tuple[Paragraph, ...]
    choices: tuple[Choice, ...]
    superseded_by: str | None


@dataclass(frozen=True, slots=True)
class Holding:
    """One version as it is kept: digests, capture, checks."""

    text: TextRecord
    version: VersionRecord
    latest: bool


@dataclass(frozen=True, slots=True)
class WorkPage:
    """``/w/{id}``: the record. ``missing`` names the side a lone text still lacks."""

    work: WorkRecord
    titles: tuple[Title, ...]
    chains: tuple[Chain, ...]
    notices: tuple[Notice, ...]
    columns: tuple[Column, ...]
    missing: str | None  # original | translation
    holdings: tuple[Holding, ...]
    machines: tuple[MachineText, ...] = ()
    lacking: Lacking | None = None  # why no machine has translated it


@dataclass(frozen=True, slots=True)
class UploadForm:
    """``values`` by field name, as typed; files and the key are never sent back."""

    values: Mapping[str, str] = field(default_factory=dict)

    def get(self, name: str, default: str = "") -> str:
        return self.values.get(name, default)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field (``field`` empty: with the whole). ``code`` or, failing that, the error's
    ``kind`` has words in the catalogue.
    """

    field: str
    code: str
    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class UploadPage:
    """``/upload``: the form, or the form again with what is wrong. ``target``: the work a text is added to."""

    form: UploadForm
    problems: tuple[Problem, ...] = ()
    target: WorkRecord | None = None

    def beside(self, name: str) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.field == name)


@dataclass(frozen=True, slots=True)
class ReceiptPage:
    """What ``POST /upload`` answers: what is now kept, under which digests."""

    receipt: Receipt


@dataclass(frozen=True, slots=True)
class DisclaimersPage:
    """``/disclaimers``: the wordings with the number of their uses, most used first."""

    wordings: tuple[tuple[Notice, int], ...]
    paging: Paging | None = None


@dataclass(frozen=True, slots=True)
class DisclaimerPage:
    """``/disclaimers/{id}``: one wording and the newest works that carry it, each with the address of the place."""

    notice: Notice
    uses: tuple[tuple[WorkRecord, str], ...]


@dataclass(frozen=True, slots=True)
class VerifiedText:
    """A version that stands under a digest; ``sort`` says which: its ``bytes`` or its ``canonical`` text."""

    work: WorkRecord
    address: str
    sort: str


@dataclass(frozen=True, slots=True)
class VerifyPage:
    """``/verify``: the question, or with ``kept`` the answer for one digest."""

    digest: str = ""
    kept: Kept | None = None
    texts: tuple[VerifiedText, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class AgentPage:
    """``/agents/{id}``: one hand, its names, its works."""

    agent: AgentRecord
    works: tuple[WorkSummary, ...]


@dataclass(frozen=True, slots=True)
class AboutPage:
    """``/about``: what the archive proves, and what it does not."""


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """``detail`` is the technical sentence, in English; ``code`` chooses the words of the interface."""

    status: int
    code: str
    detail: str
    request_id: str
