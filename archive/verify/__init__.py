"""An independent check of a whole data directory: is this still what was received and recorded?

Needs no server, changes nothing, asks nobody. Reads the database read-only in one state, recomputes
everything that can be recomputed and names what does not fit. The steps, with the numbers that the
code and the report use:

 1. the database file is sound and of this release's schema
 2. the append-only guards are in place
 3. the journal's sequence is gapless, and each body has its leaf hash
 4. the Merkle tree recomputed from the bodies is the stored one (RFC 9162)
 5. every stored checkpoint: signature, root at its size, one history
 6. the checkpoint remembered outside the database agrees (rollback)
 7. every payload fits the HMAC in its leaf
 8. every recorded row has its digest, every digest its row
 9. every blob is there, with its size and SHA-256
10. every version has the digests of its capture and of its canonical text, its segments those of their
    run, the links of an alignment, the findings of a comparison and the sentences of a machine run those
    that were recorded; the totals of a likeness are the sum of its rows
11. every quoted piece of evidence stands where it is said to stand
12. timestamps and witnesses
13. only when asked for: a sample of machine sentences, translated again, comes out as it was recorded

It proves that nothing was changed since the last checkpoint that *somebody else* holds; a person who
can write the database, the key and ``DATA/checkpoint`` can rewrite what no one else remembers.
Hand such a checkpoint in as ``checkpoint``. Blobs that no row names are no fault: ``doctor`` lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from archive.errors import Broken, NotFound
from archive.journal.custody import Custody
from archive.journal.note import VerifierKey
from archive.store.blobs import BlobStore
from archive.verify.checkpoints import check_memory, check_stored, check_witnesses, sizes_spoken_of
from archive.verify.codings import check_codings
from archive.verify.compared import check_alignments, check_found, check_quotes
from archive.verify.evidence import check_evidence
from archive.verify.foundation import check_file, check_guards
from archive.verify.holdings import check_blobs, check_segments, check_versions
from archive.verify.likeness import check_likeness, check_opinions
from archive.verify.machine import check_runs
from archive.verify.report import Report, Step, Tally
from archive.verify.rerun import Rerun, check_rerun
from archive.verify.rows import check_payloads, check_rows, recorded
from archive.verify.source import DATABASE_NAME, Source, read_only
from archive.verify.tree import check_tree

__all__ = ["TITLES", "Report", "Rerun", "Step", "verify"]

TITLES: Final = {
    1: "the database file is sound and of this release's schema",
    2: "the append-only guards are in place",
    3: "the journal is gapless and every leaf hash fits its body",
    4: "the Merkle tree recomputed from the bodies is the stored one",
    5: "every stored checkpoint is signed and has the root of its size",
    6: "the checkpoint remembered outside the database agrees",
    7: "every payload fits its leaf",
    8: "every recorded row is what was recorded",
    9: "every blob is what was received",
    10: "every version, its segments, comparisons and machine runs have their digests",
    11: "every piece of quoted evidence stands where it is said to stand",
    12: "timestamps and witnesses",
    13: "machine sentences come out again as they were recorded",
}
"""Number → what the step says when it holds."""

RERUN: Final = 13
"""The one step that is taken only when it is asked for."""

_UNITS: Final = {
    1: [("schema", "schemas")],
    2: [("table", "tables")],
    3: [("entry", "entries")],
    4: [("node", "nodes")],
    5: [("checkpoint", "checkpoints")],
    6: [("checkpoint", "checkpoints")],
    7: [("payload", "payloads")],
    8: [("row", "rows")],
    9: [("blob", "blobs")],
    10: [
        ("version", "versions"),
        ("segmentation", "segmentations"),
        ("alignment", "alignments"),
        ("comparison", "comparisons"),
        ("machine run", "machine runs"),
        ("cached sentence", "cached sentences"),
        ("likeness record", "likeness records"),
    ],
    11: [("quote", "quotes")],
    12: [("signature", "signatures")],
    13: [("sentence", "sentences")],
}


def verify(
    data: Path,
    *,
    key: VerifierKey | None = None,
    checkpoint: str | None = None,
    rerun: Rerun | None = None,
    on_step: Callable[[Step], None] = lambda _step: None,
) -> Report:
    """Check the data directory ``data``.

    ``key`` and ``checkpoint``: the log's public key and a signed checkpoint as the reader holds them,
    instead of, and beside, those that lie in the directory. ``rerun`` asks for step 13. ``on_step`` hears each
    step when it is done.
    """
    steps = []
    with closing(_steps(data, key, checkpoint, rerun)) as running:  # a listener that raises closes the database too
        for step in running:
            on_step(step)
            steps.append(step)
    return Report(tuple(steps))


def _steps(
    data: Path, key: VerifierKey | None, checkpoint: str | None, rerun: Rerun | None
) -> Generator[Step, None, None]:
    wanted = [number for number in TITLES if number != RERUN or rerun is not None]
    path, first = data / DATABASE_NAME, _tally(1)
    # Before the database: a checkpoint signed in between would look like a rollback.
    remembered = Custody(data).remembered()
    if not path.is_file():
        first.broken(f"there is no database at {path}")
        yield from _unopened(first, wanted[1:])
        return
    with read_only(path) as connection:
        if not check_file(connection, first):
            yield from _unopened(first, wanted[1:])
            return
        yield first.step()
        source = Source(connection, BlobStore(data / "blobs"), key or _own_key(data), remembered, checkpoint)
        yield from _checks(source)
        if rerun is not None:
            last = _tally(RERUN)
            check_rerun(connection, last, rerun)
            yield last.step()


def _checks(source: Source) -> Iterator[Step]:
    """Steps 2 to 12."""
    connection = source.connection
    tallies = {number: _tally(number) for number in TITLES}
    check_guards(connection, tallies[2])
    yield tallies[2].step()
    walk = check_tree(connection, tallies[3], tallies[4], sizes_spoken_of(source))
    yield tallies[3].step()
    yield tallies[4].step()
    others = check_stored(source, tallies[5], walk)
    yield tallies[5].step()
    check_memory(source, tallies[6], walk)
    yield tallies[6].step()
    with recorded() as known:
        erased = check_payloads(connection, tallies[7], walk, known)
        yield tallies[7].step()
        check_rows(connection, tallies[8], known, erased)
        yield tallies[8].step()
    check_blobs(connection, source.blobs, tallies[9])
    yield tallies[9].step()
    check_versions(connection, tallies[10])
    check_segments(connection, tallies[10])
    check_alignments(connection, tallies[10])
    check_found(connection, tallies[10])
    check_runs(connection, tallies[10])
    check_likeness(connection, tallies[10])
    yield tallies[10].step()
    check_evidence(source, tallies[11])
    check_quotes(connection, tallies[11])
    check_opinions(connection, tallies[11])
    check_codings(connection, tallies[11])
    yield tallies[11].step()
    check_witnesses(tallies[12], others)
    yield tallies[12].step()


def _tally(number: int) -> Tally:
    return Tally(number, TITLES[number], *_UNITS[number])


def _unopened(first: Tally, others: Sequence[int]) -> Iterator[Step]:
    """Step 1 as it is, and none of the others."""
    yield first.step()
    for number in others:
        tally = _tally(number)
        tally.not_checked("the database could not be opened", 0)
        yield tally.step()


def _own_key(data: Path) -> VerifierKey | None:
    try:
        return Custody(data).vkey()
    except (NotFound, Broken, OSError):
        return None
