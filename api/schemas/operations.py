"""Keys, jobs, readiness, and what is kept under a digest."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from api.schemas.base import Body, Public
from archive.models.people import Role
from archive.values import Outcome


class KeyRequest(Body):
    name: str = Field(description="Whose key it is, in words.", examples=["Upload desk"])
    role: Role = Field(description="reader, archivist, admin: each may do all that the one before it may.")


class Key(Public):
    """A key without its secret, which nobody can show a second time."""

    id: str
    name: str
    role: str
    created_at: datetime
    revoked_at: datetime | None


class NewKey(Key):
    key: str = Field(description="The key itself. Shown this once.", examples=["thabat_1a2b3c4d_…"])


class KeyList(Public):
    keys: list[Key]


class Jobs(Public):
    """How many jobs are in which state. ``failed`` were given up and wait for a person."""

    queued: int
    running: int
    done: int
    failed: int
    waiting: dict[str, int] = Field(description="Kind → how many are queued or running: process, align, translate.")


class Check(Public):
    """One thing that was looked at. ``vital``: without it the archive is not ready."""

    name: str
    outcome: Outcome
    vital: bool
    detail: str


class Readiness(Public):
    ready: bool
    checks: list[Check]


class Alive(Public):
    status: str = "alive"


class KeptVersion(Public):
    work: str
    version: str
    as_: str = Field(alias="as", description="canonical (the text) or bytes (the capture it was read from).")


class Verified(Public):
    """Whether something with this digest is kept, and whether it is still what was recorded.

    ``kept`` false says only that this archive does not hold it.
    """

    sha256: str
    kept: bool
    outcome: Outcome = Field(description="HOLDS: read again now, and the digest is the same.")
    captures: list[str] = Field(description="Ids of the captures with these bytes.")
    versions: list[KeptVersion]
    journal: list[int] = Field(description="Entries of the journal about the works that hold it.")
