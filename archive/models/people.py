"""Who may do what: API keys, stored as digests, revoked by a row of their own."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column
from sqlmodel import Field, SQLModel

from archive.models.base import SHA256_HEX_LENGTH, is_sha256, one_of


class Role(StrEnum):
    """Each role may do all that the one before it may."""

    READER = "reader"
    ARCHIVIST = "archivist"
    ADMIN = "admin"


class ApiKey(SQLModel, table=True):
    """``id`` is the public part of the key; of the secret only its SHA-256 is kept (it has 256 bits of entropy)."""

    __tablename__ = "api_key"
    __table_args__ = (is_sha256("secret_sha256"),)
    id: str = Field(primary_key=True, max_length=16)
    name: str
    role: Role = Field(sa_column=Column(one_of(Role), nullable=False))
    secret_sha256: str = Field(max_length=SHA256_HEX_LENGTH)
    recorded_at: datetime


class ApiKeyRevocation(SQLModel, table=True):
    __tablename__ = "api_key_revocation"
    key_id: str = Field(primary_key=True, foreign_key="api_key.id")
    recorded_at: datetime
