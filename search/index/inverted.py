"""Documents turned over: for each term the documents that have it, how often, and where. Made and merged.

One field of one segment is a handful of arrays (:class:`Inverted`): a term's documents are a slice of
``documents``, its positions a slice of ``places``. They are kept as they are computed with, document
numbers and positions as such and not as differences, so that reading one is no work at all (ADR 0014).
Tokens become numbers through one dictionary, and one sort puts a whole batch in order.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from search.engine import Tokens
from search.index import terms as term_lists
from search.index.store import Array, StoredArrays, narrow, ragged
from search.index.terms import Terms

MERGED_AT_ONCE: Final = 500_000
"""Postings put in order at a time in a merge: about 50 MB of working memory."""


@dataclass(frozen=True, slots=True)
class Inverted:
    """A field: entry ``e`` says that ``documents[e]`` has a term ``counts[e]`` times.

    Term ``t`` has the entries ``holders[:t].sum()`` to ``holders[:t + 1].sum()``, by document, and in the
    same order its ``places``, ascending within a document (none in a field without positions).
    """

    terms: list[bytes]
    holders: Array
    documents: Array
    counts: Array
    places: Array
    lengths: Array
    """Tokens of each document."""

    def packed(self) -> dict[str, Array]:
        """The arrays that :class:`Field` reads."""
        entries = np.concatenate([[0], np.cumsum(self.holders)])
        occurrences = np.concatenate([np.zeros(1, np.uint32), np.cumsum(self.counts, dtype=np.uint32)])
        arrays = {
            **term_lists.packed(self.terms),
            "entries": entries.astype(np.uint32),
            "documents": narrow(self.documents),
            "counts": narrow(self.counts),
            "lengths": narrow(self.lengths),
        }
        if len(self.places):
            arrays["places"] = narrow(self.places)
            arrays["occurrences"] = occurrences[entries]
        return arrays


class Field:
    """A field of a segment, read in place."""

    def __init__(self, file: StoredArrays, name: str) -> None:
        self._file, self._name = file, name
        self._documents, self._counts = f"{name}.documents", f"{name}.counts"
        self.terms = Terms(*(file.whole(f"{name}.{part}") for part in ("terms", "ends", "backwards")))
        self.entries = file.whole(f"{name}.entries").data

    def postings(self, first: int, last: int | None = None) -> tuple[Array, Array]:
        """``(documents, counts)`` of term ``first``, or of all from it to before ``last``, term after term."""
        start, stop = self.entries[first], self.entries[first + 1 if last is None else last]
        return self._file.part(self._documents, start, stop), self._file.part(self._counts, start, stop)

    def holders(self, first: int, last: int) -> Array:
        """How many documents have each of these terms."""
        entries: Array = np.asarray(self.entries[first : last + 1]).astype(np.int64)
        return entries[1:] - entries[:-1]

    def places(self, first: int, last: int | None = None) -> Array:
        """The positions of the same terms, in the order of their postings."""
        if not self._file.has(f"{self._name}.places"):
            return np.empty(0, np.uint32)
        bounds = self._file.whole(f"{self._name}.occurrences").data
        return self._file.part(f"{self._name}.places", bounds[first], bounds[first + 1 if last is None else last])

    def lengths(self) -> Array:
        return self._file.whole(f"{self._name}.lengths")


def invert(documents: Iterable[Tokens], *, positions: bool) -> Inverted:
    """Turn the tokens of one field over, document by document."""
    vocabulary: defaultdict[str, int] = defaultdict()
    vocabulary.default_factory = vocabulary.__len__
    words, places, lengths = array("i"), array("i"), array("i")
    for tokens in documents:
        words.extend(map(vocabulary.__getitem__, tokens.words))
        places.extend(tokens.positions if positions else ())
        lengths.append(len(tokens.words))
    ordered = sorted(vocabulary)
    rank = np.empty(len(ordered), np.int64)
    rank[np.fromiter(map(vocabulary.__getitem__, ordered), np.int64, len(ordered))] = np.arange(len(ordered))
    length = np.array(lengths, np.int64)
    owners = np.repeat(np.arange(len(length)), length)
    found = _sorted_tokens(rank[np.array(words, np.int64)], owners, np.array(places, np.int64) if positions else None)
    return _gathered([term.encode() for term in ordered], *found, length)


def _sorted_tokens(ranks: Array, owners: Array, places: Array | None) -> tuple[Array, Array, Array]:
    """``(ranks, owners, places)`` of all tokens by term, document, position; a word counts once a position."""
    if places is None:
        places = np.empty(0, np.int64)
        key = np.sort((ranks << 32) | owners)
        return key >> 32, key & 0xFFFFFFFF, places
    where = (owners << 32) | places
    if np.any(where[1:] < where[:-1]):
        order = np.argsort(where, kind="stable")
        ranks, where = ranks[order], where[order]
    bits = len(ranks).bit_length()
    key = np.sort((ranks << bits) | np.arange(len(ranks)))
    ranks, where = key >> bits, where[key & ((1 << bits) - 1)]
    fresh = _changes(ranks) | _changes(where)
    ranks, where = ranks[fresh], where[fresh]
    return ranks, where >> 32, where & 0xFFFFFFFF


def _gathered(terms: list[bytes], ranks: Array, owners: Array, places: Array, lengths: Array) -> Inverted:
    """Count tokens that agree in term and document as one entry."""
    first = np.flatnonzero(_changes(ranks) | _changes(owners))
    counts = np.diff(first, append=len(ranks))
    holders = np.bincount(ranks[first], minlength=len(terms))
    return Inverted(terms, holders, owners[first], counts, places, lengths)


def _changes(values: Array) -> Array:
    """Where a value is not the one before."""
    changed = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=changed[1:])
    return changed


def merge(sources: Sequence[tuple[Field, Array]]) -> Inverted:
    """One field out of several: ``(field, number)`` with the new number of each document, −1 to leave it out."""
    terms, ranks = _ranked([field.terms for field, _ in sources])
    parts = [_merged(sources, ranks, first, last) for first, last in _pieces(sources, ranks, len(terms))]
    holders, documents, counts, places = (np.concatenate(column) for column in zip(*parts, strict=True))
    lengths = np.concatenate([field.lengths()[number >= 0] for field, number in sources])
    kept = [term for term, count in zip(terms, holders.tolist(), strict=True) if count]
    return Inverted(kept, holders[holders > 0], documents, counts, places, lengths)


def _ranked(lexicons: Sequence[Terms]) -> tuple[list[bytes], list[Array]]:
    """All terms in order, and the place in it of each term of each list."""
    terms = sorted({term for lexicon in lexicons for term in lexicon})
    rank = {term: number for number, term in enumerate(terms)}
    return terms, [np.fromiter(map(rank.__getitem__, lexicon), np.int64, len(lexicon)) for lexicon in lexicons]


def _pieces(sources: Sequence[tuple[Field, Array]], ranks: Sequence[Array], terms: int) -> Iterator[tuple[int, int]]:
    """Runs of the merged terms with about as many postings as are put in order at once; one run at least."""
    postings = np.zeros(terms + 1, np.int64)
    for (field, _), rank in zip(sources, ranks, strict=True):
        postings[rank] += field.holders(0, len(field.terms))
    before = np.cumsum(postings) - postings
    cuts = np.searchsorted(before, np.arange(MERGED_AT_ONCE, before[-1] + 1, MERGED_AT_ONCE)).tolist()
    bounds = sorted({0, terms, *cuts})
    yield from pairwise(bounds) if terms else [(0, 0)]


def _merged(
    sources: Sequence[tuple[Field, Array]], ranks: Sequence[Array], first: int, last: int
) -> tuple[Array, Array, Array, Array]:
    """``(holders, documents, counts, places)`` of the merged terms from ``first`` to before ``last``."""
    slices = [_renumbered(*source, rank, first, last) for source, rank in zip(sources, ranks, strict=True)]
    rank, documents, counts, starts, places = (list(column) for column in zip(*slices, strict=True))
    before = 0
    for start, place in zip(starts, places, strict=True):
        start += before  # noqa: PLW2901  in place
        before += len(place)
    merged_rank, document, count = np.concatenate(rank), np.concatenate(documents), np.concatenate(counts)
    order = np.argsort((merged_rank << 32) | document, kind="stable")  # linear: each source is in order
    gathered = np.concatenate(places)
    if len(gathered):
        gathered = gathered[ragged(np.concatenate(starts)[order], count[order])]
    holders = np.bincount(merged_rank - first, minlength=last - first)
    return holders, narrow(document[order]), narrow(count[order]), gathered


def _renumbered(field: Field, number: Array, rank: Array, first: int, last: int) -> tuple[Array, ...]:
    """The entries of one source that stay: ``(ranks, documents, counts, starts among its places, places)``."""
    begin, end = np.searchsorted(rank, (first, last)).tolist()
    documents, counts = field.postings(begin, end)
    holders = field.holders(begin, end)
    ranks, counts = np.repeat(rank[begin:end], holders), counts.astype(np.int64)
    starts, documents = np.cumsum(counts) - counts, number[documents]
    stays = documents >= 0
    return ranks[stays], documents[stays], counts[stays], starts[stays], field.places(begin, end)
