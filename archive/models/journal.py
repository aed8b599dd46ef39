"""The journal: an append-only log in the shape of an RFC 6962 Merkle tree.

``journal_payload`` alone may be deleted from: erasing a salt and its payload forgets who and what
a deed named, while every proof over ``journal_entry`` still verifies.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from archive.models.base import SHA256_HEX_LENGTH, is_sha256


class JournalEntry(SQLModel, table=True):
    """One deed. ``seq`` counts from 0 and is the leaf's index in the tree; ``body`` is the leaf (RFC 8785)."""

    __tablename__ = "journal_entry"
    __table_args__ = (CheckConstraint("seq >= 0", name="seq_counts_from_zero"), is_sha256("leaf_hash"))
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    body: str
    leaf_hash: str = Field(max_length=SHA256_HEX_LENGTH)
    kind: str = Field(max_length=40)  # the leaf's "type"
    entity: str = Field(index=True)  # the work or other thing the deed was about: the leaf's "entity"


class JournalPayload(SQLModel, table=True):
    """What the leaf's HMAC commits to: the digests of the rows that the deed wrote."""

    __tablename__ = "journal_payload"
    seq: int = Field(primary_key=True, foreign_key="journal_entry.seq", sa_column_kwargs={"autoincrement": False})
    salt: str = Field(max_length=SHA256_HEX_LENGTH)  # 32 random bytes, hexadecimal
    payload: str  # RFC 8785


class JournalNode(SQLModel, table=True):
    """Root of the complete subtree over leaves ``[index * 2**level, (index + 1) * 2**level)``, level ≥ 1."""

    __tablename__ = "journal_node"
    __table_args__ = (is_sha256("hash"),)
    level: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    index: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    hash: str = Field(max_length=SHA256_HEX_LENGTH)


class Checkpoint(SQLModel, table=True):
    """A signed statement of the tree's size and root (C2SP tlog-checkpoint), at most one a size."""

    __tablename__ = "checkpoint"
    __table_args__ = (is_sha256("root"),)
    size: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    root: str = Field(max_length=SHA256_HEX_LENGTH)
    note: str  # the signed note, verbatim
    recorded_at: datetime
