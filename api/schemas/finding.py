"""Search, asked and answered. The answer is the same JSON that ``thabat search --json`` prints."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.base import Public

Disclaimed = Literal["with", "without", "true", "false"]


class SearchQuery(BaseModel):
    """The parameters of a search; one that is not known is refused, so that a mistyped filter cannot vanish."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)
    q: str = Field(default="", description='Words, "phrases", -exclusions; in Arabic and in any other script.')
    lang: list[str] = Field(default=[], description="Only versions in these languages.")
    outlet: list[str] = Field(default=[], description="Only versions published by one of these outlets.")
    agent: list[str] = Field(default=[], description="Only versions that passed through one of these hands, as named.")
    kind: list[str] = Field(default=[], description="Only works of these kinds: news, opinion, …")
    since: str | None = Field(default=None, alias="from", description="Published then or later: YYYY, YYYY-MM-DD, …")
    until: str | None = Field(default=None, alias="to", description="Published then or earlier.")
    disclaimer: Disclaimed | None = Field(default=None, description="with (true) or without (false) a disclaimer.")
    language: list[str] = Field(default=[], description="The same as lang.")
    date_from: str | None = Field(default=None, description="The same as from.")
    date_to: str | None = Field(default=None, description="The same as to.")
    has_disclaimer: bool | None = Field(default=None, description="The same as disclaimer: true or false.")
    limit: int = Field(default=10, description="1 to 100")
    offset: int = 0

    @property
    def disclaimed(self) -> bool | None:
        return self.has_disclaimer if self.disclaimer is None else self.disclaimer in ("with", "true")


class Hit(Public):
    version: str
    language: str
    snippet: str = Field(description="A piece of the canonical text.")
    highlights: list[tuple[int, int]] = Field(description="Half-open ranges of code points into the snippet.")


class WorkResult(Public):
    work: str
    external_id: str | None
    titles: dict[str, str | None] = Field(
        description="Language → title; ar and en are always there, null where there is no text."
    )
    score: float
    hits: list[Hit]


class SearchResults(Public):
    """Works that answer, best first; ``total`` counts all of them."""

    query: str
    total: int
    results: list[WorkResult]


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
