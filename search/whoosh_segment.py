"""Segments in Whoosh's format: written from analysed documents, merged, opened for reading.

Doorway to the inner parts of ``whoosh-reloaded`` 2.7.5 (pinned: they are private). Of Whoosh's own
writer nothing is used: it pickles every posting to a temporary file, calls ``os.stat`` for every
posting of an unscored field, and never fsyncs (SEARCH.md §3 and §4). Terms are gathered in memory in
document order, which is posting order, and given to the codec; a segment becomes one compound file,
which readers map into memory and which can be deleted under them.

Nothing is kept in Whoosh but postings. What else must be known of documents (rows for filters and
grouping, lengths for scores) is in a JSON file beside, see :class:`Kept`.
"""

from __future__ import annotations

import heapq
import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, repeat
from operator import itemgetter
from pathlib import Path
from typing import Any, Final, NamedTuple

from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.formats import Existence, Positions
from whoosh.reading import SegmentReader, TermNotFound

from search.engine import Document
from search.grouping import Row
from search.snapshot import SegmentRecord

EXACT: Final = "exact"
STEM: Final = "stem"
TITLE: Final = "title"
_INDEX_NAME: Final = "t"
_CODEC: Final = W3Codec()

Posting = tuple[int, float, bytes]
"""Document number, frequency, packed positions (empty where the field has none)."""


class PackedPositions(Positions):  # type: ignore[misc]  # Whoosh is untyped
    """Word positions as 32-bit numbers; Whoosh's own would pickle each list."""

    @staticmethod
    def pack(positions: Iterable[int]) -> bytes:
        return array("I", positions).tobytes()


def _field(posting_format: Any) -> Any:
    """A field that is never given text to analyse: terms come from :mod:`search.analysis`."""
    field = TEXT(phrase=False)
    field.format = posting_format
    return field


SCHEMA: Final = Schema(**{EXACT: _field(PackedPositions()), STEM: _field(Existence()), TITLE: _field(Existence())})


class Kept(NamedTuple):
    """What is kept beside the postings, by document number: rows, and lengths in terms by field."""

    rows: tuple[Row, ...]
    lengths: dict[str, list[int]]


class Postings(NamedTuple):
    """A term in one segment: document numbers, how often it stands in each, packed positions (exact field only)."""

    numbers: list[int]
    counts: list[float]
    values: list[bytes]


@dataclass(frozen=True, slots=True)
class Built:
    """A finished segment, not yet on disk."""

    documents: int
    lengths: dict[str, int]
    compound: bytes
    kept: bytes


class Source(NamedTuple):
    """A segment to merge: its reader, what it kept, and the new number of each document (−1 for a deleted one)."""

    reader: Any
    kept: Kept
    numbers: Sequence[int]


def build(documents: Sequence[Document], name: str) -> Built:
    """A segment of new documents."""
    postings: dict[str, dict[bytes, list[Posting]]] = {field: defaultdict(list) for field in (EXACT, STEM, TITLE)}
    for number, document in enumerate(documents):
        _gather(postings, number, document)
    text = [len(document.terms) for document in documents]
    title = [len(document.title) for document in documents]
    kept = Kept(tuple(document.row for document in documents), {EXACT: text, STEM: text, TITLE: title})
    return _write(name, kept, ((field, sorted(postings[field].items())) for field in sorted(postings)))


def _gather(postings: dict[str, dict[bytes, list[Posting]]], number: int, document: Document) -> None:
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for term in document.terms:
        positions[term.exact].append(term.position)
    for exact, places in positions.items():
        postings[EXACT][exact.encode()].append((number, float(len(places)), PackedPositions.pack(sorted(places))))
    for field, terms in ((STEM, document.terms), (TITLE, document.title)):
        counts: defaultdict[str, int] = defaultdict(int)
        for term in terms:
            counts[term.stem] += 1
        for stem, count in counts.items():
            postings[field][stem.encode()].append((number, float(count), b""))


def merge(sources: Sequence[Source], name: str) -> Built:
    """One segment of what still counts in ``sources``; a term at a time, so that memory stays small."""
    alive = [(source.kept, n) for source in sources for n, new in enumerate(source.numbers) if new >= 0]
    lengths = {field: [kept.lengths[field][n] for kept, n in alive] for field in (EXACT, STEM, TITLE)}
    kept = Kept(tuple(kept.rows[n] for kept, n in alive), lengths)
    return _write(name, kept, ((field, _merged_terms(sources, field)) for field in (EXACT, STEM, TITLE)))


def _merged_terms(sources: Sequence[Source], field: str) -> Iterator[tuple[bytes, list[Posting]]]:
    """The terms of all sources in order, each with its postings renumbered, those of deleted documents left out."""
    lexicons = (_lexicon(source, field) for source in sources)
    for term, holders in groupby(heapq.merge(*lexicons, key=itemgetter(0)), key=itemgetter(0)):
        found = [posting for _, source in holders for posting in _renumbered(source, field, term)]
        if found:
            yield term, found


def _lexicon(source: Source, field: str) -> Iterator[tuple[bytes, Source]]:
    return ((term, source) for term in source.reader.lexicon(field))


def _renumbered(source: Source, field: str, term: bytes) -> Iterator[Posting]:
    postings = read_postings(source.reader, field, term.decode())
    values = postings.values or repeat(b"")
    for number, count, value in zip(postings.numbers, postings.counts, values):  # noqa: B905  values may be endless
        if source.numbers[number] >= 0:
            yield source.numbers[number], count, value


def _write(name: str, kept: Kept, streams: Iterable[tuple[str, Iterable[tuple[bytes, list[Posting]]]]]) -> Built:
    storage = _Memory()
    segment = W3Segment(_CODEC, _INDEX_NAME, doccount=len(kept.rows), segid=name)
    _CODEC.per_document_writer(storage, segment).close()  # Whoosh keeps nothing of ours by document
    writer = _CODEC.field_writer(storage, segment)
    for field, terms in streams:
        _write_field(writer, field, terms)
    writer.close()
    segment.create_compound_file(storage)
    compound = bytes(storage.files[segment.make_filename(segment.COMPOUND_EXT)])
    lengths = {field: sum(counts) for field, counts in kept.lengths.items()}
    encoded = json.dumps(kept._asdict(), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return Built(len(kept.rows), lengths, compound, encoded)


def _write_field(writer: Any, field: str, terms: Iterable[tuple[bytes, list[Posting]]]) -> None:
    writer.start_field(field, SCHEMA[field])
    for term, postings in terms:
        writer.start_term(term)
        for number, count, value in postings:
            writer.add(number, count, value, None)
        writer.finish_term()
    writer.finish_field()


def open_segment(directory: Path, record: SegmentRecord) -> Any:
    """Whoosh's reader of a segment whose files have been proved ours, for one thread at a time."""
    segment = W3Segment(_CODEC, _INDEX_NAME, record.documents, record.name)
    segment.compound = True
    return SegmentReader(FileStorage(str(directory)), SCHEMA, segment)


def read_postings(reader: Any, field: str, form: str) -> Postings:
    """All postings of a term, deleted documents included; none when the segment has not the term."""
    found = Postings([], [], [])
    try:
        matcher = reader._terms.matcher(field, form.encode(), SCHEMA[field].format)  # noqa: SLF001
    except TermNotFound:
        return found
    while matcher.is_active():
        matcher._read_ids()  # noqa: SLF001  a block at a time
        matcher._read_weights()  # noqa: SLF001
        found.numbers.extend(matcher._ids)  # noqa: SLF001
        found.counts.extend(matcher._weights)  # noqa: SLF001
        if field == EXACT:
            matcher._read_values()  # noqa: SLF001
            found.values.extend(matcher._values)  # noqa: SLF001
        matcher._next_block()  # noqa: SLF001
    return found


def compound_file(name: str) -> str:
    return f"{_INDEX_NAME}_{name}{W3Segment.COMPOUND_EXT}"


def kept_file(name: str) -> str:
    return f"{_INDEX_NAME}_{name}.kept.json"


def read_kept(data: bytes) -> Kept:
    found = json.loads(data)
    rows = (Row._make((*plain, tuple(outlets), tuple(agents))) for *plain, outlets, agents in found["rows"])
    return Kept(tuple(rows), found["lengths"])


class _Memory(RamStorage):  # type: ignore[misc]  # Whoosh is untyped
    """Where a segment is put together. Whoosh's own would make its temporary directories in /tmp."""

    def temp_storage(self, name: str | None = None) -> _Memory:  # noqa: ARG002  Whoosh's signature
        return _Memory()
