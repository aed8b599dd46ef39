"""How like a machine's text is to a person's translation of the same original, and what the machine says of findings.

Derived and made again at will: the same run beside the same comparison by the same methods is one row.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from archive.models.base import SHA256_HEX_LENGTH, is_sha256
from archive.models.comparison import COMPARISON_ID_LENGTH
from archive.models.machine import RUN_ID_LENGTH


class Likeness(SQLModel, table=True):
    """A machine run beside the comparison of its original with a person's translation. ``id`` digests what went in.

    ``rows``: one a link of the alignment, with the sums that its scores come from; ``opinions``: on findings of the
    comparison; ``totals``: the sum of the rows that count, their scores, how many do not count and why.
    ``methods``: the signature or recipe of each figure. ``scored``: the model was asked how likely it finds the
    person's sentences.
    """

    __tablename__ = "likeness"
    __table_args__ = (is_sha256("content_sha256"),)
    id: str = Field(primary_key=True, max_length=COMPARISON_ID_LENGTH)
    run_id: str = Field(foreign_key="machine_run.id", index=True, max_length=RUN_ID_LENGTH)
    comparison_id: str = Field(foreign_key="comparison.id", index=True, max_length=COMPARISON_ID_LENGTH)
    recipe: str
    methods: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    scored: bool
    rows: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    opinions: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    totals: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    content_sha256: str = Field(max_length=SHA256_HEX_LENGTH)  # over rows, opinions and totals
    recorded_at: datetime
