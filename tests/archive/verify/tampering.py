"""What a person with the file in hand can do to :mod:`tests.archive.verify.tiny_archive`, and what the report then names."""

from __future__ import annotations

from pathlib import Path

from pysqlite3 import dbapi2 as sqlite

from archive.store.blobs import BlobStore
from archive.values import Digest
from archive.verify import Report, Step, verify

CLEAN = """\
 1  HOLDS        the database file is sound and of this release's schema: 1 schema
 2  HOLDS        the append-only guards are in place: 32 tables
 3  HOLDS        the journal is gapless and every leaf hash fits its body: 6 entries
 4  HOLDS        the Merkle tree recomputed from the bodies is the stored one: 4 nodes
 5  HOLDS        every stored checkpoint is signed and has the root of its size: 2 checkpoints
 6  HOLDS        the checkpoint remembered outside the database agrees: 1 checkpoint
 7  HOLDS        every payload fits its leaf: 6 payloads
 8  HOLDS        every recorded row is what was recorded: 35 rows
 9  HOLDS        every blob is what was received: 2 blobs
10  HOLDS        every version, its segments, comparisons and machine runs have their digests: 2 versions, 1 segmentation, 1 alignment, 1 comparison, 1 machine run, 1 cached sentence, 1 likeness record
11  HOLDS        every piece of quoted evidence stands where it is said to stand: 7 quotes
12  NOT CHECKED  timestamps and witnesses: none are kept
Result: HOLDS; not checked: step 12
"""


def alter(data: Path, *statements: str) -> None:
    """Change the database: guards are taken off and put back, foreign keys and checks are not asked."""
    connection = sqlite.connect(str(data / "thabat.db"))
    guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        assert connection.execute(statement).rowcount != 0, f"nothing altered: {statement}"
    for _, ddl in guards:
        connection.execute(ddl)
    connection.commit()
    connection.close()


def ask(data: Path, query: str) -> list[tuple]:
    connection = sqlite.connect(str(data / "thabat.db"))
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def broken(data: Path, **given) -> dict[int, list[str]]:
    """Step number → what it names, of the steps that are BROKEN."""
    report = verify(data, **given)
    found = {step.number: list(step.broken) for step in report.steps if step.outcome == "BROKEN"}
    assert report.exit_code == (1 if found else 0)
    return found


def step(report: Report, number: int) -> Step:
    return report.steps[number - 1]


def blob_of(data: Path, capture: str) -> tuple[Digest, Path]:
    [(digest,)] = ask(data, f"SELECT sha256 FROM capture WHERE id = '{capture}'")
    return Digest(digest), BlobStore(data / "blobs").path(Digest(digest))
