"""Small indexes for the tests of the index: documents are words with spaces, or tokens with their positions."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from search.engine import Document, Tokens
from search.engine_whoosh import WhooshEngine
from search.index.view import View
from search.schema import Column, Schema
from search.tree import Node


class Row(NamedTuple):
    id: str
    day: int | None = None
    tags: tuple[str, ...] = ()


SCHEMA = Schema(
    fields={"body": True, "loose": False},
    columns={"id": Column.KEY, "day": Column.NUMBER, "tags": Column.NAMES},
    key="id",
    row=Row,
)


def document(row: Row | str, body: str | Tokens) -> Document:
    tokens = Tokens(body.split(), range(len(body.split()))) if isinstance(body, str) else body
    return Document(row if isinstance(row, Row) else Row(row), {"body": tokens, "loose": tokens})


def engine_in(folder: Path) -> WhooshEngine:
    return WhooshEngine.create(folder / secrets.token_hex(4), b"key", SCHEMA)


def engine_of(folder: Path, *batches: Iterable[Document]) -> WhooshEngine:
    """One segment a batch."""
    engine = engine_in(folder)
    for number, batch in enumerate(batches):
        engine.commit(list(batch), position=number)
    return engine


def view_of(engine: WhooshEngine) -> View:
    with engine.reading() as reading:
        return reading


def ids(view: View, numbers: Sequence[int]) -> set[str]:
    return {row.id for row in view.rows(numbers)}


def found(engine: WhooshEngine, tree: Node) -> set[str]:
    view = view_of(engine)
    return ids(view, view.find(tree).numbers.tolist())
