"""What all tables share: the naming convention, closed vocabularies as VARCHAR + CHECK, row digests' input.

No ``from __future__ import annotations`` in this package: SQLModel reads the annotations.
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Enum, Table, inspect
from sqlmodel import SQLModel

from archive.values import iso_instant

# Set before any table exists, so that every constraint has a name that a later migration can use.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

SHA256_HEX_LENGTH = 64
ID_LENGTH = 36


def one_of(vocabulary: type[StrEnum]) -> Enum:
    """A column type that holds the *values* of ``vocabulary`` as text, checked by the database."""
    return Enum(
        vocabulary,
        native_enum=False,
        create_constraint=True,
        length=max(len(item.value) for item in vocabulary),
        values_callable=lambda items: [item.value for item in items],
        validate_strings=True,
        name=vocabulary.__name__.lower(),
    )


def is_sha256(column: str) -> CheckConstraint:
    return CheckConstraint(f"length({column}) = {SHA256_HEX_LENGTH}", name=f"{column}_is_sha256")


def is_span(start: str, end: str) -> CheckConstraint:
    """Both NULL, or 0 ≤ start ≤ end."""
    return CheckConstraint(
        f"({start} IS NULL AND {end} IS NULL) OR (0 <= {start} AND {start} <= {end})",
        name=f"{start}_{end}_is_span",
    )


def column_values(row: SQLModel) -> dict[str, Any]:
    """The columns of a row by name."""
    return {column.key: getattr(row, column.key) for column in inspect(type(row)).column_attrs}


def row_facts(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of one row as values that RFC 8785 can carry; the input of its digest.

    Instants become RFC 3339 strings, dates ISO 8601 strings, vocabulary members their value.
    """
    return {column.name: _plain(values[column.key]) for column in table.columns}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return iso_instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return value
