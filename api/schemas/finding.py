"""Search, asked and answered. The answer is the same JSON that ``thabat search --json`` prints."""

from __future__ import annotations

from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.base import Public
from archive.errors import BadQuery

T = TypeVar("T")
Disclaimed = Literal["with", "without", "true", "false"]


class SearchQuery(BaseModel):
    """The parameters of a search; one that is not known is refused, so that a mistyped filter cannot vanish."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)
    q: str = Field(default="", description="In the search language: words, phrases, operators, fields.")
    lang: list[str] = Field(default=[], description="Only versions in these languages.")
    outlet: list[str] = Field(default=[], description="Only versions published by one of these outlets.")
    agent: list[str] = Field(default=[], description="Only versions that passed through one of these hands, as named.")
    role: list[str] = Field(default=[], description="Only with a hand in this role: a MARC relator code or its word.")
    translator: list[str] = Field(default=[], description="Only translated by one of these; *unnamed* is one of them.")
    kind: list[str] = Field(default=[], description="Only works of these kinds: news, opinion, …")
    year: list[str] = Field(default=[], description="Published in one of these years.")
    since: str | None = Field(default=None, alias="from", description="Published then or later: YYYY, YYYY-MM-DD, …")
    until: str | None = Field(default=None, alias="to", description="Published then or earlier.")
    disclaimer: Disclaimed | None = Field(default=None, description="with (true) or without (false) a disclaimer.")
    status: list[str] = Field(default=[], description="latest or superseded.")
    finding: list[str] = Field(default=[], description="Only works with a shown difference of one of these kinds.")
    language: list[str] = Field(default=[], description="The same as lang.")
    date_from: str | None = Field(default=None, description="The same as from.")
    date_to: str | None = Field(default=None, description="The same as to.")
    has_disclaimer: bool | None = Field(default=None, description="The same as disclaimer: true or false.")
    mode: str = Field(default="words", description="words, meaning or both.")
    sort: str = Field(default="relevance", description="relevance or date.")
    names: Literal["on", "off"] = Field(default="on", description="Whether names are found in other spellings too.")
    facets: bool = Field(default=False, description="Whether to count the works found by language, outlet, ….")
    limit: int = Field(default=10, description="1 to 100")
    offset: int = 0

    @property
    def disclaimed(self) -> bool | None:
        """What ``disclaimer`` says, if anything."""
        return None if self.disclaimer is None else self.disclaimer in ("with", "true")


def options_of(asked: SearchQuery) -> dict[str, Any]:
    """The arguments of :func:`search.query.parse` that say what is looked for, and in which order."""
    return {
        "language": [*asked.lang, *asked.language],
        "outlet": asked.outlet,
        "agent": asked.agent,
        "role": asked.role,
        "translator": asked.translator,
        "kind": asked.kind,
        "year": asked.year,
        "status": asked.status,
        "finding": asked.finding,
        "date_from": _one_of(asked, ("from", asked.since), ("date_from", asked.date_from)),
        "date_to": _one_of(asked, ("to", asked.until), ("date_to", asked.date_to)),
        "has_disclaimer": _one_of(asked, ("disclaimer", asked.disclaimed), ("has_disclaimer", asked.has_disclaimer)),
        "mode": asked.mode,
        "sort": asked.sort,
        "names": asked.names == "on",
    }


def _one_of(asked: SearchQuery, first: tuple[str, T | None], second: tuple[str, T | None]) -> T | None:
    """What two names of one parameter say, if they do not say different things."""
    (name, value), (other, also) = first, second
    if value is None or also is None or value == also:
        return also if value is None else value
    detail = f"{name} and {other} are the same filter and say different things: give one of them"
    error = BadQuery(detail, query=asked.q, position=0, code="bad-filter")
    error.pointer = f"/{other}"
    raise error


class Reason(Public):
    by: Literal["words", "name", "meaning"]
    found: str | None = Field(default=None, description="The name as printed.")
    likeness: float | None = Field(default=None, description="How near in meaning; a mean of cosines.")


class Counterpart(Public):
    """What stands for the snippet's sentence in another version of the work, by their alignment."""

    version: str
    language: str
    published: str | None = Field(description="EDTF, as precise as it is known.")
    outlets: list[list[str]] = Field(description="Who published it: the names of each in every script.")
    text: str = Field(description="Empty where nothing was carried over.")
    uncertain: bool
    place: tuple[int, int] | None = Field(description="Its span in the content of that version, in code points.")
    status: Literal["latest", "superseded"]


class Replacement(Public):
    """The version that took the place of another one."""

    version: str
    number: int = Field(description="Of the versions of that text, from 1.")
    published: str | None = Field(description="As printed, in EDTF.")
    recorded_at: str = Field(description="When this archive kept it: RFC 3339, UTC.")


class Hit(Public):
    version: str
    language: str
    status: Literal["latest", "superseded"]
    replaced_by: Replacement | None = Field(description="Of a superseded version.")
    published: str | None = Field(description="EDTF, as precise as it is known.")
    outlets: list[list[str]] = Field(description="Who published it: the names of each in every script.")
    snippet: str = Field(description="A piece of the canonical text.")
    highlights: list[tuple[int, int]] = Field(description="Half-open ranges of code points into the snippet.")
    place: tuple[int, int] = Field(description="The sentence of the hit: a span in the content of the version.")
    why: list[Reason]
    counterpart: Counterpart | None
    no_counterpart: (
        Literal[
            "no-translation",
            "no-original",
            "not-compared-yet",
            "not-compared",
            "takes-no-part",
            "omitted",
            "added",
        ]
        | None
    ) = Field(description="Why no sentence stands beside it.")


class WorkResult(Public):
    work: str
    external_id: str | None
    titles: dict[str, str | None] = Field(
        description="Language → title; ar and en are always there, null where there is no text."
    )
    score: float
    hits: list[Hit]


class Suggestion(Public):
    """Another query that finds more."""

    query: str
    total: int
    because: Literal["spelling", "keyboard"]


class FacetValue(Public):
    value: str = Field(description="What to filter by.")
    names: list[str] = Field(description="An outlet's or agent's names in every script; none of a code.")
    count: int = Field(description="Works found that have it.")
    chosen: bool


class SearchResults(Public):
    """Works that answer, best first; ``total`` counts all of them."""

    query: str
    mode: str
    total: int
    results: list[WorkResult]
    names: dict[str, list[str]] = Field(description="Other spellings that were looked for, by the word as typed.")
    suggestions: list[Suggestion]
    facets: dict[str, list[FacetValue]] | None = Field(default=None, description="Only where asked for.")


class WorksQuery(BaseModel):
    """Which works to list; newest first."""

    model_config = ConfigDict(extra="forbid")
    offset: int = Field(default=0, ge=0, le=1_000_000)
    limit: int = Field(default=20, ge=1, le=100)
    kind: str | None = None
    outlet: str | None = Field(default=None, description="Name of the outlet, in any of its scripts.")
    has_disclaimer: bool | None = None
    missing: Literal["original", "translation"] | None = Field(
        default=None, description="Only works that lack this side."
    )
