"""Follow the archive with vectors: the sentences of every new version, encoded once and kept.

Sentences are those of :mod:`archive.text.segment`, without bylines, credits and disclaimers, which say
nothing of what a text is about. Encoding is slow beside everything else in search (some 400 sentences a
second), so it is done in small steps that can be stopped and gone on with at any moment.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from archive.passages import Passage, PassageSource
from archive.text.segment import SegmentKind, segment
from search.meaning.store import Entry, VectorStore
from search.meaning.vectors import Floats

BATCH: Final = 32
"""Versions a step: about two seconds of encoding."""
LONGEST: Final = 2_000
"""Sentences of one version; a longer one is found by its beginning."""

_SPEAKING: Final = frozenset(
    {SegmentKind.HEADLINE, SegmentKind.STANDFIRST, SegmentKind.SENTENCE, SegmentKind.QUOTATION, SegmentKind.CAPTION}
)


class Encodes(Protocol):
    """:class:`archive.machine.encoder.Encoder`, as far as it is needed here."""

    @property
    def recipe(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    def encode(self, texts: Sequence[str]) -> Floats: ...


def catch_up(
    store: VectorStore, source: PassageSource, encoder: Encodes, stopped: Callable[[], bool] = lambda: False
) -> int:
    """Encode what the archive has and the store has not; return the number of versions, fewer when ``stopped``."""
    after, upto = store.position(), source.position()
    if upto < after:
        after = 0  # a restored archive is older than the store
    if upto == after:
        return 0
    done, last, known = 0, None, store.known()
    while not stopped():
        passages = source.changed(after, upto, BATCH, last)
        complete = len(passages) < BATCH
        fresh = [passage for passage in passages if passage.version_id not in known]
        _keep(store, fresh, encoder, position=upto if complete else after)
        done += len(fresh)
        if complete:
            return done
        last = passages[-1].version_id
    return done


def entry_of(passage: Passage) -> Entry:
    """The sentences of a version that are worth a vector."""
    found = segment(passage.content, passage.layout, passage.language)
    spans = tuple(one.span for one in found if one.kind in _SPEAKING)[:LONGEST]
    return Entry(passage.version_id, passage.work_id, passage.language, spans)


def _keep(store: VectorStore, passages: Sequence[Passage], encoder: Encodes, *, position: int) -> None:
    entries = [entry_of(passage) for passage in passages]
    texts = [span.of(passage.content) for passage, entry in zip(passages, entries, strict=True) for span in entry.spans]
    store.add(entries, encoder.encode(texts), position=position)
