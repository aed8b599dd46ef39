"""Follow the archive with its aligned sentences: work by work, whatever was aligned, corrected or said anew.

The journal position that was followed to is committed together with the links. Links of a work that are no
longer there go with the same commit, so a work is never seen half old and half new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from archive.aligned import AlignedSource
from archive.passages import PassageSource
from search.engine import Document, Engine
from search.indexing import QUICK_MERGE
from search.parallel.documents import documents_of

BATCH: Final = 100
"""Works a commit: some thousands of links."""

Progress = Callable[[int], None]
"""Told how many links have been indexed so far."""


def follow(engine: Engine, aligned: AlignedSource, passages: PassageSource, progress: Progress | None = None) -> int:
    """Index all that happened up to now; return the number of links indexed."""
    after, upto = engine.position(), aligned.position()
    if upto == after:
        return 0
    if upto < after:
        after = 0  # a restored archive is older than the index: its journal begins again for us
    done = 0
    for works, last in _batches(aligned, after, upto):
        documents = _documents(aligned, passages, works)
        gone = engine.keys("work", works) - {document.row.key for document in documents}
        if documents or gone or last:
            engine.commit(documents, position=upto if last else after, gone=gone)
        done += len(documents)
        if progress:
            progress(done)
        while engine.tidy(QUICK_MERGE):
            pass
    return done


def _documents(aligned: AlignedSource, source: PassageSource, works: Sequence[str]) -> list[Document]:
    pairs = aligned.of_works(works)
    versions = {version for pair in pairs for version in (pair.source_version, pair.target_version)}
    passages = source.by_version(sorted(versions))
    return [document for pair in pairs for document in documents_of(pair, passages)]


def _batches(aligned: AlignedSource, after: int, upto: int) -> Iterator[tuple[Sequence[str], bool]]:
    """Batches of touched works, each with whether it is the last."""
    offset: str | None = None
    while True:
        works = aligned.touched(after, upto, BATCH, offset)
        last = len(works) < BATCH
        yield works, last
        if last:
            return
        offset = works[-1]
