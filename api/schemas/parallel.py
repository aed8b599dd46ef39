"""Concordance, renderings and codings, asked and answered; the JSON is what the command line prints too."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.base import Public

Format = Literal["json", "csv", "jsonl"]


class ParallelQuery(BaseModel):
    """Which hits. Facts are those of the translation; a parameter that is not known is refused."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)
    q: str = Field(default="", description="Words and phrases; ar:… and en:… say on which side they are.")
    side: str | None = Field(default=None, description="ar or en: the side of the hits. Else that of the words.")
    beside: str = Field(default="", alias="with", description="Only where the other side has this.")
    not_beside: str = Field(default="", alias="without", description="Only where the other side surely has not this.")
    outlet: list[str] = Field(default=[], description="An outlet in the translation's chain.")
    agent: list[str] = Field(default=[], description="Any hand in the translation's chain.")
    translator: list[str] = Field(default=[], description="A translator by name, or unnamed.")
    kind: list[str] = Field(default=[], description="Of the work: news, opinion, …")
    finding: list[str] = Field(default=[], description="A kind of difference that touches the sentence.")
    since: str | None = Field(default=None, alias="from", description="Translation published then or later.")
    until: str | None = Field(default=None, alias="to", description="Translation published then or earlier.")
    names: Literal["on", "off"] = Field(
        default="off", description="on: names in other spellings too, listed under names."
    )


class ConcordanceQuery(ParallelQuery):
    """Which hits, in which order. ``row``, ``by`` and ``cell`` open a cell of the renderings."""

    sort: str = Field(default="date", description="left, right, date or outlet.")
    width: int = Field(default=60, description="Characters of context on each side, 10 to 300.")
    row: str = Field(default="", description="A row of the renderings: word:STEM, not_rendered, uncertain, …")
    by: str = Field(default="", description="outlet, translator or year.")
    cell: str = Field(default="", description="The value of the cell in that row.")
    offset: int = 0
    limit: int = Field(default=50, description="1 to 10,000")
    format: Format = "json"


class RenderingsQuery(ParallelQuery):
    format: Literal["json", "csv"] = "json"


class CodingsQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")
    code: str | None = None
    work: str | None = None
    by: str | None = Field(default=None, description="Who gave it, such as key:…")
    format: Format = "json"


class CodingRequest(BaseModel):
    """A code for one hit. Codes are your own words; a second coding of a hit stands beside the first."""

    model_config = ConfigDict(extra="forbid")
    hit: str = Field(description="The id of a line of the concordance.")
    code: str
    note: str | None = None
    query: str = Field(default="", description="What was asked when the hit was found.")


class Coding(Public):
    id: str
    hit: str
    work: str
    version: str
    span: tuple[int, int]
    quote: str
    other_version: str
    other_spans: list[tuple[int, int]]
    other_quote: str
    alignment: str
    alignment_recipe: str
    recipe: str
    query: str
    code: str
    note: str | None
    by: str
    recorded_at: str


class CodingList(Public):
    codings: list[Coding]


class OtherSide(Public):
    version: str
    language: str
    spans: list[tuple[int, int]] = Field(description="Into the version's text; none where nothing is aligned.")
    text: str
    marks: list[tuple[int, int]] = Field(description="Into text: the words asked for on this side.")


class Line(Public):
    """One hit. ``id`` names it for good; ``published``, outlets and translators are the translation's."""

    id: str
    link: str
    work: str
    alignment: str
    version: str
    language: str
    span: tuple[int, int]
    spelling: bool = Field(description="Whether it stands there in another spelling of the name that was asked for.")
    left: str
    node: str
    right: str
    other: OtherSide
    outlets: list[list[str]]
    translators: list[list[str]]
    translator_unnamed: bool
    published: tuple[str | None, str | None]
    label: str
    uncertain: bool
    by_hand: bool
    findings: list[str]
    in_source: bool = Field(description="Whether the hit stands in the text that was translated.")
    codings: list[Coding]


class Concordance(Public):
    """``hits`` counts all lines in the ``looked_at`` of the ``links`` that answer; ``left_out`` are uncertain links."""

    query: str
    side: str
    names: dict[str, list[str]] = Field(description="Other spellings that were looked for, by the word as typed.")
    hits: int
    links: int
    looked_at: int
    left_out: int
    uncertain: int
    works: int
    recipe: str
    lines: list[Line]


class Count(Public):
    value: str
    names: list[str]
    hits: int


class Rendering(Public):
    row: str
    outcome: str
    stem: str | None
    printed: str | None
    hits: int
    g2_millis: int | None = Field(description="Evidence for the word: log-likelihood in thousandths.")
    outlet: list[Count]
    translator: list[Count]
    year: list[Count]


class Renderings(Public):
    """Every hit is in one row: the rows' hits sum up to ``hits``."""

    query: str
    side: str
    names: dict[str, list[str]] = Field(description="Other spellings that were looked for, by the word as typed.")
    hits: int
    links: int
    looked_at: int
    left_out: int
    recipe: str
    rows: list[Rendering]


def given(asked: ParallelQuery) -> dict[str, Any]:
    """The arguments of :func:`search.parallel.question.ask` that both have."""
    return {
        "side": asked.side,
        "beside": asked.beside,
        "not_beside": asked.not_beside,
        "outlet": asked.outlet,
        "agent": asked.agent,
        "translator": asked.translator,
        "kind": asked.kind,
        "finding": asked.finding,
        "date_from": asked.since,
        "date_to": asked.until,
        "names": asked.names,
    }
