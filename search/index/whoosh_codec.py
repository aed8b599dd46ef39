"""Our segments as a codec of Whoosh, so that its query classes and matchers search them as they are.

Doorway to ``whoosh-reloaded`` 2.7.5 (pinned: its inner classes are private to it). The reading half of
the codec: term lists and cursors, posting lists as :class:`ArrayMatcher`, lengths and deletions. The
writing half is Whoosh's base class, which refuses: Whoosh's own writer pickles every posting to a
temporary file and never fsyncs (SEARCH.md §3 and §4), :mod:`search.index.segment` writes instead.
Its index, table of contents and ``refresh()`` (which brings deleted documents back) are not used.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from whoosh.codec.base import Codec, FieldCursor, PerDocumentReader, TermsReader
from whoosh.codec.base import Segment as WhooshSegment
from whoosh.fields import TEXT
from whoosh.fields import Schema as WhooshSchema
from whoosh.formats import Frequency, Positions
from whoosh.matching import LeafMatcher, NullMatcher, ReadTooFar
from whoosh.query import Wildcard
from whoosh.reading import EmptyReader, MultiReader, SegmentReader, TermInfo, TermNotFound

from search.index.segment import Segment
from search.index.store import Array
from search.schema import Schema


class PackedPositions(Positions):  # type: ignore[misc]  # Whoosh is untyped
    """Word positions as 32-bit numbers; Whoosh's own would pickle each list."""

    def encode(self, positions: Iterable[int]) -> bytes:
        return array("I", positions).tobytes()

    def decode_positions(self, value: bytes) -> list[int]:
        return array("I", value).tolist()

    def decode_frequency(self, value: bytes) -> int:
        return len(value) // array("I").itemsize


def reader(schema: Schema, segments: Iterable[tuple[Segment, Array]]) -> Any:
    """Whoosh's reader of ``(segment, deleted numbers)``, to be searched with ``whoosh.searching.Searcher``."""
    fields = WhooshSchema(**{name: _field(positions) for name, positions in schema.fields.items()})
    readers = [SegmentReader(None, fields, ArraySegment(segment, deleted)) for segment, deleted in segments]
    if len(readers) == 1:
        return readers[0]
    return MultiReader(readers) if readers else EmptyReader(fields)


def allowed(whoosh_reader: Any, field: str, pattern: str) -> set[bytes]:
    """The terms that a pattern with ``*`` and ``?`` allows."""
    return {term for _, term in Wildcard(field, pattern).expanded_terms(whoosh_reader)}


def _field(positions: bool) -> Any:
    """A field that is never given text to analyse: terms come from :mod:`search.analysis`."""
    field = TEXT(phrase=positions)
    field.format = PackedPositions() if positions else Frequency()
    return field


class ArraySegment(WhooshSegment):  # type: ignore[misc]
    """What Whoosh wants to know of a segment as a whole."""

    def __init__(self, segment: Segment, deleted: Array) -> None:
        self.segid, self.indexname, self.compound = segment.name, "", False
        self.segment = segment
        self._deleted = frozenset(deleted.tolist())

    def codec(self) -> ArrayCodec:
        return ArrayCodec()

    def doc_count_all(self) -> int:
        return self.segment.documents

    def deleted_count(self) -> int:
        return len(self._deleted)

    def deleted_docs(self) -> frozenset[int]:
        return self._deleted

    def is_deleted(self, number: int) -> bool:
        return number in self._deleted


class ArrayCodec(Codec):  # type: ignore[misc]
    def terms_reader(self, _storage: Any, segment: ArraySegment) -> ArrayTerms:
        return ArrayTerms(segment.segment)

    def per_document_reader(self, _storage: Any, segment: ArraySegment) -> ArrayDocuments:
        return ArrayDocuments(segment)


class ArrayDocuments(PerDocumentReader):  # type: ignore[misc]
    """Lengths and deletions. Nothing is stored in Whoosh, and columns are read past it."""

    def __init__(self, segment: ArraySegment) -> None:
        self._of = segment

    def doc_count(self) -> int:
        return self._of.doc_count_all() - self._of.deleted_count()

    def doc_count_all(self) -> int:
        return self._of.doc_count_all()

    def has_deletions(self) -> bool:
        return self._of.deleted_count() > 0

    def is_deleted(self, number: int) -> bool:
        return self._of.is_deleted(number)

    def deleted_docs(self) -> frozenset[int]:
        return self._of.deleted_docs()

    def stored_fields(self, _number: int) -> dict[str, Any]:
        return {}

    def _lengths(self, field: str) -> Array:
        return self._of.segment.field(field).lengths()

    def doc_field_length(self, number: int, field: str, default: int = 0) -> int:
        return int(self._lengths(field)[number]) or default

    def field_length(self, field: str) -> int:
        return self._of.segment.tokens(field)

    def min_field_length(self, field: str) -> int:
        return int(self._lengths(field).min(initial=0))

    def max_field_length(self, field: str) -> int:
        return int(self._lengths(field).max(initial=0))


class ArrayTerms(TermsReader):  # type: ignore[misc]
    """The term lists of a segment, in Whoosh's terms: ``(field, bytes)``."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._segment.field(term[0]).terms.find(term[1]) >= 0

    def indexed_field_names(self) -> list[str]:
        return self._segment.field_names()

    def cursor(self, field: str, _field: Any) -> ArrayCursor:
        return ArrayCursor(self._segment, field)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        return ((field, term) for field in self.indexed_field_names() for term in self._segment.field(field).terms)

    def terms_from(self, field: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        terms = self._segment.field(field).terms
        return ((field, terms[number]) for number in range(bisect_left(terms, prefix), len(terms)))

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, field: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms_from(field, prefix))

    def term_info(self, field: str, term: bytes) -> TermInfo:
        documents, counts = self._segment.field(field).postings(self._number(field, term))
        lengths = self._segment.field(field).lengths()[documents]
        return TermInfo(
            weight=float(counts.sum()),
            df=len(documents),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(counts.max()),
            minid=int(documents[0]),
            maxid=int(documents[-1]),
        )

    def frequency(self, field: str, term: bytes) -> float:
        return self.term_info(field, term).weight() if (field, term) in self else 0.0

    def doc_frequency(self, field: str, term: bytes) -> int:
        return self.term_info(field, term).doc_frequency() if (field, term) in self else 0

    def matcher(self, field: str, term: bytes, posting_format: Any, scorer: Any = None) -> ArrayMatcher:
        return ArrayMatcher(self._segment, (field, term), self._number(field, term), posting_format, scorer)

    def _number(self, field: str, term: bytes) -> int:
        number = self._segment.field(field).terms.find(term)
        if number < 0:
            raise TermNotFound(f"no term {field}:{term!r}")
        return number


class ArrayMatcher(LeafMatcher):  # type: ignore[misc]
    """A posting list, walked."""

    def __init__(
        self, segment: Segment, term: tuple[str, bytes], number: int, posting_format: Any, scorer: Any
    ) -> None:
        field = segment.field(term[0])
        self._documents, self._counts = field.postings(number)
        self._places = field.places(number)
        self._ends = np.cumsum(self._counts, dtype=np.int64)
        self._term, self.format, self.scorer = term, posting_format, scorer
        self._at = 0

    def copy(self) -> ArrayMatcher:
        twin: ArrayMatcher = object.__new__(ArrayMatcher)
        twin.__dict__.update(self.__dict__)
        return twin

    def reset(self) -> None:
        self._at = 0

    def is_active(self) -> bool:
        return self._at < len(self._documents)

    def replace(self, minquality: float = 0) -> Any:
        return self if self.is_active() and (not minquality or self.max_quality() > minquality) else NullMatcher()

    def supports_block_quality(self) -> bool:
        return False

    def id(self) -> int:
        return int(self._documents[self._at])

    def all_ids(self) -> Iterator[int]:
        return iter(self._documents.tolist())

    def next(self) -> bool:
        if not self.is_active():
            raise ReadTooFar
        self._at += 1
        return True

    def skip_to(self, number: int) -> None:
        if not self.is_active():
            raise ReadTooFar
        self._at += int(np.searchsorted(self._documents[self._at :], number))

    def weight(self) -> float:
        return float(self._counts[self._at])

    def value(self) -> bytes:
        if not isinstance(self.format, PackedPositions):
            return int(self._counts[self._at]).to_bytes(4, "big")
        end = self._ends[self._at]
        return self.format.encode(self._places[end - self._counts[self._at] : end].tolist())


class ArrayCursor(FieldCursor):  # type: ignore[misc]
    """A place in a term list; Whoosh's automata (fuzzy terms) skip through it."""

    def __init__(self, segment: Segment, field: str) -> None:
        self._terms = segment.field(field).terms
        self._at = 0

    def first(self) -> str | None:
        self._at = 0
        return self.text()

    def find(self, term: str | bytes) -> str | None:
        self._at = bisect_left(self._terms, term.encode() if isinstance(term, str) else term)
        return self.text()

    def next(self) -> str | None:
        self._at += 1
        return self.text()

    def is_valid(self) -> bool:
        return self._at < len(self._terms)

    def text(self) -> str | None:
        return self._terms[self._at].decode() if self.is_valid() else None
