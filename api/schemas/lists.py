"""Lists of works, and what the archive holds."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from api.schemas.base import Public


class WorkLine(Public):
    """One work in a list."""

    id: str
    external_id: str | None
    kind: str
    titles: dict[str, str] = Field(description="Language → title of the latest version.")
    outlets: list[str]
    published: str | None = Field(description="EDTF, as precise as it is known.")
    versions: int
    has_disclaimer: bool
    recorded_at: datetime


class WorkList(Public):
    total: int
    offset: int
    limit: int
    works: list[WorkLine]


class Stats(Public):
    """What the archive holds."""

    works: int
    versions: int = Field(description="Of what people wrote.")
    machine_texts: int = Field(description="Texts that a machine made.")
    pairs: int = Field(description="Derivations from an original to a translation.")
    disclaimers: int
    journal: int = Field(description="Entries of the journal.")
