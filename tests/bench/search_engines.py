"""The other engines of the search bench, behind the same small face as ours: SQLite's FTS5, tantivy, stock Whoosh.

Each has a field of words as printed with their positions and one of stems without (SQLite's FTS5 keeps
positions always), a day and an outlet, and nothing stored. Every engine is set as its manual would
have it for this: FTS5 contentless, a table a field, merged at the end; tantivy with one writer thread,
whitespace tokens, fast fields, merges done.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tantivy
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract_iter
from whoosh import columns, fields, index, query, writing
from whoosh.analysis import SpaceSeparatedTokenizer

from tests.bench.search_corpus import OUTLETS, Doc
from tests.bench.search_ours import FROM, TO, BenchEngine


class Fts5(BenchEngine):
    name = "FTS5"

    def __init__(self, folder: Path, *, new: bool = True) -> None:
        self._db = sqlite3.connect(folder / "fts5.db", isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute("PRAGMA cache_size=-65536")
        self._vocabulary: list[str] = []
        if new:
            for field in ("exact", "stem"):
                self._db.execute(f"CREATE VIRTUAL TABLE {field} USING fts5(t, content='', tokenize='unicode61')")
            self._db.execute("CREATE TABLE meta(id INTEGER PRIMARY KEY, day INTEGER, outlet TEXT)")
            self._db.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab('stem', 'row')")

    def add(self, docs: Sequence[Doc]) -> None:
        self._db.execute("BEGIN")
        rows = [(doc.number, " ".join(doc.exact)) for doc in docs]
        self._db.executemany("INSERT INTO exact(rowid, t) VALUES(?, ?)", rows)
        self._db.executemany("INSERT INTO stem(rowid, t) VALUES(?, ?)", [(d.number, " ".join(d.stem)) for d in docs])
        self._db.executemany("INSERT INTO meta VALUES(?, ?, ?)", [(d.number, d.day, d.outlet) for d in docs])
        self._db.execute("COMMIT")

    def finish(self) -> None:
        for field in ("exact", "stem"):
            self._db.execute(f"INSERT INTO {field}({field}) VALUES('optimize')")
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._vocabulary = [term for (term,) in self._db.execute("SELECT term FROM vocabulary")]

    def prepared(self, kind: str, words: tuple[str, ...]) -> tuple[str, tuple[Any, ...]]:
        field = "exact" if kind.startswith("phrase") else "stem"
        if kind == "fuzzy":
            return "", words
        match = {"prefix": f"{words[0]}*", "and3": " AND ".join(words)}.get(kind, " OR ".join(words))
        if field == "exact":
            match = f'"{" ".join(words)}"'
        if kind == "date":
            sql = f"SELECT {field}.rowid FROM {field} JOIN meta ON meta.id = {field}.rowid WHERE {field} MATCH ? AND meta.day BETWEEN ? AND ? ORDER BY rank LIMIT 10"
            return sql, (match, FROM, TO)
        if kind.startswith("facet"):
            return (
                f"SELECT outlet, count(*) FROM {field} JOIN meta ON meta.id = {field}.rowid WHERE {field} MATCH ? GROUP BY outlet",
                (match,),
            )
        offset = " OFFSET 500" if kind == "page50" else ""
        return f"SELECT rowid FROM {field} WHERE {field} MATCH ? ORDER BY rank LIMIT 10{offset}", (match,)

    def ask(self, kind: str, question: tuple[str, tuple[Any, ...]]) -> Any:
        return self._db.execute(*self._expanded(kind, question)).fetchall()

    def total(self, kind: str, question: tuple[str, tuple[Any, ...]]) -> int:
        sql, values = self._expanded(kind, question)
        counting = sql.replace(sql.split(" FROM ")[0], "SELECT count(*)").split(" ORDER BY")[0].split(" GROUP BY")[0]
        return int(self._db.execute(counting, values).fetchone()[0])

    def _expanded(self, kind: str, question: tuple[str, tuple[Any, ...]]) -> tuple[str, tuple[Any, ...]]:
        """FTS5 has no fuzzy search: its vocabulary is gone through in C++, and what is near is looked for."""
        if kind != "fuzzy":
            return question
        near = extract_iter(question[1][0], self._vocabulary, scorer=Levenshtein.distance, score_cutoff=1)
        match = " OR ".join(term for term, _, _ in near)
        return "SELECT rowid FROM stem WHERE stem MATCH ? ORDER BY rank LIMIT 10", (match or '""',)

    def add_one(self, doc: Doc) -> None:
        self.add([doc])


class Tantivy(BenchEngine):
    name = "tantivy"

    def __init__(self, folder: Path, *, new: bool = True) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("exact", tokenizer_name="whitespace", index_option="position")
        builder.add_text_field("stem", tokenizer_name="whitespace", index_option="freq")
        builder.add_integer_field("number", fast=True, indexed=False)
        builder.add_integer_field("day", fast=True, indexed=True)
        builder.add_text_field("outlet", tokenizer_name="raw", fast=True, index_option="basic")
        self._schema = builder.build()
        path = folder / "tantivy"
        path.mkdir(exist_ok=True)
        self._index = tantivy.Index(self._schema, path=str(path), reuse=not new)
        self._writer = self._index.writer(heap_size=256_000_000, num_threads=1) if new else None
        self._searcher: Any = self._index.searcher()

    def add(self, docs: Sequence[Doc]) -> None:
        for doc in docs:
            self._writer.add_document(_tantivy_document(doc))

    def finish(self) -> None:
        self._writer.commit()
        self._writer.wait_merging_threads()
        self._writer = self._index.writer(heap_size=32_000_000, num_threads=1)
        self._look()

    def _look(self) -> None:
        self._index.reload()
        self._searcher = self._index.searcher()

    def prepared(self, kind: str, words: tuple[str, ...]) -> Any:
        find = tantivy.Query
        if kind.startswith("phrase"):
            return find.phrase_query(self._schema, "exact", list(words))
        if kind == "prefix":
            return find.regex_query(self._schema, "stem", f"{words[0]}.*")
        if kind == "fuzzy":
            return find.fuzzy_term_query(self._schema, "stem", words[0], 1, transposition_cost_one=False)
        terms = [find.term_query(self._schema, "stem", word, "freq") for word in words]
        if kind == "and3":
            return find.boolean_query([(tantivy.Occur.Must, term) for term in terms])
        found = terms[0] if len(terms) == 1 else find.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        if kind == "date":
            days = find.range_query(self._schema, "day", tantivy.FieldType.Integer, FROM, TO)
            return find.boolean_query(
                [(tantivy.Occur.Must, found), (tantivy.Occur.Must, find.const_score_query(days, 0.0))]
            )
        return found

    def ask(self, kind: str, question: Any) -> Any:
        if kind.startswith("facet"):
            return self._searcher.aggregate(question, {"outlets": {"terms": {"field": "outlet", "size": len(OUTLETS)}}})
        found = self._searcher.search(question, 10, offset=500 if kind == "page50" else 0)
        return found.count, [score for score, _ in found.hits]

    def total(self, kind: str, question: Any) -> int:
        return int(self._searcher.search(question, 1).count)

    def add_one(self, doc: Doc) -> None:
        self._writer.add_document(_tantivy_document(doc))
        self._writer.commit()
        self._look()


def _tantivy_document(doc: Doc) -> Any:
    return tantivy.Document(
        exact=" ".join(doc.exact), stem=" ".join(doc.stem), number=doc.number, day=doc.day, outlet=doc.outlet
    )


class Stock(BenchEngine):
    """Whoosh as it comes, its memory limit raised so that it never spills; for small sizes, where it ends."""

    name = "Whoosh"

    def __init__(self, folder: Path, *, new: bool = True) -> None:
        path = folder / "whoosh"
        path.mkdir(exist_ok=True)
        spaces = SpaceSeparatedTokenizer()
        schema = fields.Schema(
            exact=fields.TEXT(analyzer=spaces),
            stem=fields.TEXT(analyzer=spaces, phrase=False),
            day=fields.COLUMN(columns.NumericColumn("i")),
            outlet=fields.ID(sortable=True),
        )
        self._index = index.create_in(str(path), schema)
        self._searcher: Any = None

    def add(self, docs: Sequence[Doc]) -> None:
        writer = self._index.writer(limitmb=512)
        for doc in docs:
            writer.add_document(exact=" ".join(doc.exact), stem=" ".join(doc.stem), day=doc.day, outlet=doc.outlet)
        writer.commit(mergetype=writing.NO_MERGE)

    def finish(self) -> None:
        self._index.writer(limitmb=512).commit(optimize=True)
        self._searcher = self._index.searcher()

    def prepared(self, kind: str, words: tuple[str, ...]) -> Any:
        if kind.startswith("phrase"):
            return query.Phrase("exact", list(words))
        if kind == "prefix":
            return query.Prefix("stem", words[0])
        if kind == "fuzzy":
            return query.FuzzyTerm("stem", words[0], maxdist=1, prefixlength=0)
        terms = [query.Term("stem", word) for word in words]
        return terms[0] if len(terms) == 1 else query.And(terms) if kind == "and3" else query.Or(terms)

    def ask(self, kind: str, question: Any) -> Any:
        if kind.startswith("facet"):
            return self._searcher.search(question, limit=None, groupedby="outlet").groups()
        if kind == "date":
            days = query.ColumnQuery("day", lambda day: FROM <= day <= TO)
            return self._searcher.search(question, limit=10, filter=days).top_n
        return self._searcher.search(question, limit=510 if kind == "page50" else 10).top_n

    def total(self, kind: str, question: Any) -> int | None:
        return None if kind == "date" else len(self._searcher.search(question, limit=None))

    def add_one(self, doc: Doc) -> None:
        self.add([doc])
        self._searcher = self._index.searcher()


def bytes_of(folder: Path, name: str) -> int:
    """What an engine keeps on disk."""
    place = folder / {"ours": "ours", "FTS5": "fts5.db", "tantivy": "tantivy", "Whoosh": "whoosh"}[name]
    files = place.rglob("*") if place.is_dir() else [place]
    return sum(file.stat().st_size for file in files if file.is_file())
