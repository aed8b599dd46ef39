"""Steps 5, 6 and 12: what was signed, what is remembered outside the database, who else vouches.

Roots were recomputed from the entries' bodies in step 4, all from one growing tree; so checkpoints
whose roots fit are consistent with each other, and no consistency proof is needed between them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from archive.errors import Broken
from archive.journal.checkpoint import Checkpoint, read_checkpoint, verify_checkpoint
from archive.journal.note import Note, VerifierKey
from archive.models import Checkpoint as CheckpointRow
from archive.models import table_of
from archive.verify.report import Tally
from archive.verify.source import Source, raw, readable, stream
from archive.verify.tree import Walk

_CHECKPOINTS = table_of(CheckpointRow)
NO_KEY = "there is no public key (keys/log.vkey)"


def sizes_spoken_of(source: Source) -> set[int]:
    """The tree sizes that any checkpoint, stored, remembered or held elsewhere, speaks of. Unchecked."""
    notes = [note for note in (source.remembered, source.held_elsewhere) if note is not None]
    notes += [str(row["note"]) for row in stream(source.connection, select(*raw(_CHECKPOINTS, "note")))]
    return {size for note in notes if (size := _size(note)) is not None}


def _size(note: str) -> int | None:
    try:
        return read_checkpoint(note).size
    except ValueError:
        return None


def check_stored(source: Source, tally: Tally, walk: Walk) -> int:
    """(5) Every stored checkpoint: its signature, its root, its columns. Returns how many lines others signed."""
    others = 0
    with readable(tally):
        rows = list(stream(source.connection, select(*raw(_CHECKPOINTS)).order_by(_CHECKPOINTS.c.size)))
        for row in rows:
            others += _check_row(source.key, tally, walk, row)
        if not rows:
            tally.not_checked("none was signed yet", 0)
    return others


def _check_row(key: VerifierKey | None, tally: Tally, walk: Walk, row: Mapping[str, Any]) -> int:
    name, note = f"checkpoint of {row['size']} entries", str(row["note"])
    checkpoint = _check_note(key, tally, walk, name, note)
    if checkpoint is None:
        return 0
    columns = {"size": checkpoint.size, "root": checkpoint.root.hex()}
    for column, said in columns.items():
        if row[column] != said:
            tally.broken(f"{name}, column {column}: the signed note says {said}, found {row[column]}")
    ours = (key.name, key.id) if key else None
    return sum((line.name, line.key_id) != ours for line in Note.parse(note).signatures) if ours else 0


def _check_note(key: VerifierKey | None, tally: Tally, walk: Walk, name: str, note: str) -> Checkpoint | None:
    """Count one signed note; what it says, if it can be read at all."""
    try:
        checkpoint = read_checkpoint(note) if key is None else verify_checkpoint(note, key)
    except (Broken, ValueError) as error:
        tally.broken(f"{name}: {error}")
        return None
    fault = _fault(checkpoint, walk)
    if fault:
        tally.broken(f"{name}: {fault}")
    elif key is None:
        tally.not_checked(NO_KEY)
    else:
        tally.holds()
    return checkpoint


def _fault(checkpoint: Checkpoint, walk: Walk) -> str | None:
    if checkpoint.size > walk.size:
        counted = f"the journal has only {walk.size} entries"
        return f"{counted} before its first gap" if walk.gap else f"it signs {checkpoint.size}, {counted}: rolled back"
    if checkpoint.root != walk.roots.get(checkpoint.size):
        return f"its root is not that of the journal's first {checkpoint.size} entries"
    return None


def check_memory(source: Source, tally: Tally, walk: Walk) -> None:
    """(6) The checkpoint remembered outside the database, and one that somebody else held, if given."""
    memory = "the remembered checkpoint (DATA/checkpoint)"
    if source.remembered is None:
        tally.not_checked("there is no file DATA/checkpoint", 0)
    else:
        remembered = _check_note(source.key, tally, walk, memory, source.remembered)
        if remembered and remembered.size <= walk.size and remembered.size not in _stored_sizes(source):
            # It was stored and committed before it was remembered.
            tally.broken(f"{memory}: the checkpoint of {remembered.size} entries is not in the database any more")
    if source.held_elsewhere is not None:
        _check_note(source.key, tally, walk, "the checkpoint held elsewhere", source.held_elsewhere)


def _stored_sizes(source: Source) -> set[object]:
    return {row["size"] for row in stream(source.connection, select(*raw(_CHECKPOINTS, "size")))}


def check_witnesses(tally: Tally, others: int) -> None:
    """(12) Nobody but the archive itself is asked here yet: lines by other keys are counted, not verified."""
    if others:
        tally.not_checked("signed by keys that this archive does not know", others)
    else:
        tally.not_checked("none are kept", 0)
