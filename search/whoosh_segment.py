"""Segments in Whoosh's format: written from analysed documents, merged, opened for reading.

Doorway to the inner parts of ``whoosh-reloaded`` 2.7.5 (pinned: they are private). Of Whoosh's own
writer nothing is used: it pickles every posting to a temporary file, calls ``os.stat`` for every
posting of an unscored field, and never fsyncs (SEARCH.md §3 and §4). Terms are gathered in memory in
document order, which is posting order, and given to the codec; a segment becomes one compound file,
which readers map into memory and which can be deleted under them.

Nothing is stored in Whoosh but postings and field lengths. What else must be known of a document is
a :class:`search.grouping.Row` in a JSON file beside.
"""

from __future__ import annotations

import heapq
import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Final, NamedTuple

from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.formats import Existence, Positions
from whoosh.reading import SegmentReader

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

    def decode_positions(self, value: bytes) -> list[int]:
        positions = array("I")
        positions.frombytes(value)
        return positions.tolist()

    def decode_frequency(self, value: bytes) -> int:
        return len(value) // 4


def _field(posting_format: Any) -> Any:
    """A scored field that is never given text to analyse: terms come from :mod:`search.analysis`."""
    field = TEXT(phrase=False)
    field.format = posting_format
    return field


SCHEMA: Final = Schema(**{EXACT: _field(PackedPositions()), STEM: _field(Existence()), TITLE: _field(Existence())})


@dataclass(frozen=True, slots=True)
class Built:
    """A finished segment, not yet on disk."""

    documents: int
    lengths: dict[str, int]
    compound: bytes
    rows: bytes


class Source(NamedTuple):
    """A segment to merge: its reader, its rows, and the new number of each document (−1 for a deleted one)."""

    reader: Any
    rows: Sequence[Row]
    numbers: Sequence[int]


def build(documents: Sequence[Document], name: str) -> Built:
    """A segment of new documents."""
    postings: dict[str, dict[bytes, list[Posting]]] = {field: defaultdict(list) for field in (EXACT, STEM, TITLE)}
    lengths: list[dict[str, int]] = []
    for number, document in enumerate(documents):
        _gather(postings, number, document)
        lengths.append({EXACT: len(document.terms), STEM: len(document.terms), TITLE: len(document.title)})
    streams = ((field, sorted(postings[field].items())) for field in sorted(postings))
    return _write(name, lengths, streams, [document.row for document in documents])


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
    lengths, rows = [], []
    for source in sources:
        for number, row in enumerate(source.rows):
            if source.numbers[number] >= 0:
                lengths.append({f: source.reader.doc_field_length(number, f) or 0 for f in (EXACT, STEM, TITLE)})
                rows.append(row)
    streams = ((field, _merged_terms(sources, field)) for field in (EXACT, STEM, TITLE))
    return _write(name, lengths, streams, rows)


def _merged_terms(sources: Sequence[Source], field: str) -> Iterator[tuple[bytes, list[Posting]]]:
    """The terms of all sources in order, each with its postings renumbered, those of deleted documents left out."""
    lexicons = [((term, index) for term in source.reader.lexicon(field)) for index, source in enumerate(sources)]
    for term, holders in groupby(heapq.merge(*lexicons), key=lambda pair: pair[0]):
        found = [posting for _, index in holders for posting in _postings(sources[index], field, term)]
        if found:
            yield term, found


def _postings(source: Source, field: str, term: bytes) -> Iterator[Posting]:
    reader = source.reader
    matcher = reader._terms.matcher(field, term, SCHEMA[field].format)  # noqa: SLF001  without deletions and scorer
    while matcher.is_active():
        number = source.numbers[matcher.id()]
        if number >= 0:
            yield number, matcher.weight(), matcher.value() or b""
        matcher.next()


def _write(
    name: str,
    lengths: Sequence[dict[str, int]],
    streams: Iterable[tuple[str, Iterable[tuple[bytes, list[Posting]]]]],
    rows: Sequence[Row],
) -> Built:
    storage = _Memory()
    segment = W3Segment(_CODEC, _INDEX_NAME, doccount=len(rows), segid=name)
    _write_lengths(storage, segment, lengths)
    _write_postings(storage, segment, lengths, streams)
    segment.create_compound_file(storage)
    compound = storage.files[segment.make_filename(segment.COMPOUND_EXT)]
    encoded = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return Built(len(rows), dict(segment._fieldlengths), bytes(compound), encoded)  # noqa: SLF001


def _write_lengths(storage: _Memory, segment: Any, lengths: Sequence[dict[str, int]]) -> None:
    writer = _CODEC.per_document_writer(storage, segment)
    for number, by_field in enumerate(lengths):
        writer.start_doc(number)
        for field, length in by_field.items():
            writer.add_field(field, SCHEMA[field], None, length)
        writer.finish_doc()
    writer.close()


def _write_postings(
    storage: _Memory,
    segment: Any,
    lengths: Sequence[dict[str, int]],
    streams: Iterable[tuple[str, Iterable[tuple[bytes, list[Posting]]]]],
) -> None:
    writer = _CODEC.field_writer(storage, segment)
    for field, terms in streams:
        writer.start_field(field, SCHEMA[field])
        for term, postings in terms:
            writer.start_term(term)
            for number, frequency, value in postings:
                writer.add(number, frequency, value, lengths[number][field])
            writer.finish_term()
        writer.finish_field()
    writer.close()


def open_segment(directory: Path, record: SegmentRecord) -> Any:
    """Whoosh's reader of a segment whose files have been proved ours, for one thread at a time."""
    segment = W3Segment(_CODEC, _INDEX_NAME, record.documents, record.name, set(record.deleted) or None)
    segment.compound = True
    segment._fieldlengths = record.lengths  # noqa: SLF001
    return SegmentReader(FileStorage(str(directory)), SCHEMA, segment)


def compound_file(name: str) -> str:
    return f"{_INDEX_NAME}_{name}{W3Segment.COMPOUND_EXT}"


def rows_file(name: str) -> str:
    return f"{_INDEX_NAME}_{name}.rows.json"


def read_rows(data: bytes) -> tuple[Row, ...]:
    return tuple(Row._make((*plain, tuple(outlets), tuple(agents))) for *plain, outlets, agents in json.loads(data))


class _Memory(RamStorage):  # type: ignore[misc]  # Whoosh is untyped
    """Where a segment is put together. Whoosh's own would make its temporary directories in /tmp."""

    def temp_storage(self, name: str | None = None) -> _Memory:  # noqa: ARG002  Whoosh's signature
        return _Memory()
