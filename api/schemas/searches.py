"""Kept questions, asked and answered."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.base import Body, Public

Kinds = Literal["search", "concordance", "renderings"]


class SearchesQuery(BaseModel):
    """Which of the kept questions; by name."""

    model_config = ConfigDict(extra="forbid")
    offset: int = Field(default=0, ge=0, le=1_000_000)
    limit: int = Field(default=20, ge=1, le=50)


class KeepRequest(Body):
    """A question to be kept: of a search, what it finds now counts as seen."""

    kind: Kinds = Field(default="search", description="Which page answers it; only searches are watched.")
    query: str = Field(default="", description="In the search language.")
    parameters: dict[str, str | list[str]] = Field(
        default={}, description="The parameters of that page or route, such as lang, from, mode; not limit, offset, ….",
    )  # fmt: skip


class RenameRequest(Body):
    name: str = Field(description="The name that it is to have.")


class SeenRequest(Body):
    """What is to count as seen."""

    versions: list[str] | None = Field(
        default=None, max_length=20_000, description="Only these versions; without them all that answers now."
    )


class SavedSearch(Public):
    """A kept question."""

    name: str
    kind: Kinds
    query: str
    parameters: dict[str, list[str]]
    seen: int | None = Field(description="Works that answered when it was last looked at; null of what is no search.")
    seen_at: str | None = Field(description="When it was last looked at.")
    new: int | None = Field(description="Works that answer now and did not; null where they are not counted.")
    uncounted: Literal["too-broad", "bad-query", "unavailable", "not-watched"] | None = Field(
        description="Why not: more works answer than a list counts, it can no longer be read, the search cannot be "
        "asked at the moment, or it is no search."
    )
    api: str = Field(description="The address that asks it over the API.")
    page: str = Field(description="The address that asks it on a page.")


class SavedSearchList(Public):
    total: int
    offset: int
    limit: int
    searches: list[SavedSearch]


class NewsQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")
    offset: int = Field(default=0, ge=0, le=1_000_000)
    limit: int = Field(default=100, ge=1, le=1_000)


class NewWork(Public):
    """A work that answers now and did not, or with other versions."""

    work: str
    titles: dict[str, str]
    versions: list[str] = Field(description="Those that are new to the search.")
    known: bool = Field(description="Whether other versions of it were seen before.")


class SearchNews(Public):
    """What is new to a search, the latest first; ``total`` counts all of it."""

    name: str
    query: str
    since: str
    total: int
    works: list[NewWork]
