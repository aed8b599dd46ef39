"""The face of an engine in the search bench, and ours behind it, asked through the seam the product uses."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from search.engine import Document, Tokens
from search.engine_whoosh import WhooshEngine
from search.indexing import QUICK_MERGE
from search.schema import Column, Schema
from search.tree import And, Between, Fuzzy, Node, Or, Phrase, Prefix, Term
from tests.bench.search_corpus import FIRST_DAY, Doc

FROM, TO = FIRST_DAY + 3 * 365, FIRST_DAY + 5 * 365
"""The two years of the date filter."""


class BenchEngine(ABC):
    """``ask`` answers with the best ten numbers, or with counts by outlet; ``total`` with how many there are."""

    name: str

    @abstractmethod
    def add(self, docs: Sequence[Doc]) -> None:
        """Index a batch."""

    @abstractmethod
    def finish(self) -> None:
        """Merge what has to be merged, and open for questions."""

    @abstractmethod
    def prepared(self, kind: str, words: tuple[str, ...]) -> Any:
        """The question in the engine's own terms; not timed."""

    @abstractmethod
    def ask(self, kind: str, question: Any) -> Any: ...

    @abstractmethod
    def total(self, kind: str, question: Any) -> int | None: ...

    @abstractmethod
    def add_one(self, doc: Doc) -> None:
        """Index a document so that it is on disk and the next question finds it."""


class Row(NamedTuple):
    number: str
    day: int
    outlet: str


SCHEMA = Schema(
    fields={"exact": True, "stem": False},
    columns={"number": Column.KEY, "day": Column.NUMBER, "outlet": Column.NAME},
    key="number",
    row=Row,
)


class Ours(BenchEngine):
    name = "ours"

    def __init__(self, folder: Path, *, new: bool = True) -> None:
        make = WhooshEngine.create if new else WhooshEngine
        self.engine = make(folder / "ours", b"bench", SCHEMA)
        self.reading: Any = None
        self._position = 0

    def add(self, docs: Sequence[Doc]) -> None:
        self._position += 1
        self.engine.commit([_document(doc) for doc in docs], position=self._position)
        self.engine.tidy(QUICK_MERGE)

    def finish(self) -> None:
        self.engine.condense()
        self.look()

    def look(self) -> None:
        with self.engine.reading() as reading:
            self.reading = reading

    def prepared(self, kind: str, words: tuple[str, ...]) -> Node:
        terms = tuple(Term("stem", word) for word in words)
        if kind.startswith("phrase"):
            return Phrase("exact", tuple(enumerate(words)))
        if kind == "prefix":
            return Prefix("stem", words[0])
        if kind == "fuzzy":
            return Fuzzy("stem", words[0])
        if kind == "date":
            return And((Or(terms), Between("day", FROM, TO)))
        return And(terms) if kind == "and3" else Or(terms)

    def ask(self, kind: str, question: Node) -> Any:
        found = self.reading.find(question)
        if kind.startswith("facet"):
            return self.reading.names("outlet").counts(found.numbers)
        return found.total, found.top(10, 500 if kind == "page50" else 0)

    def total(self, kind: str, question: Node) -> int:
        return self.reading.find(question).total

    def add_one(self, doc: Doc) -> None:
        self._position += 1
        self.engine.commit([_document(doc)], position=self._position)
        self.engine.tidy(QUICK_MERGE)
        self.look()

    def forget(self) -> None:
        """As if no question had been asked before."""
        self.reading.forget()


def _document(doc: Doc) -> Document:
    positions = range(len(doc.exact))
    row = Row(f"d{doc.number:07}", doc.day, doc.outlet)
    return Document(row, {"exact": Tokens(doc.exact, positions), "stem": Tokens(doc.stem, positions)})
