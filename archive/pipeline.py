"""What is done with a version after it was kept: an ordered tuple of stages.

Each stage reads rows, calls a pure function and writes rows through the deed handed in; stages never
call each other, and a stage whose result with the same recipe is there already does nothing. The
order lives in ``STAGES`` alone. What needs two versions is owed as a job of its own once both are
segmented: ``ALIGN``, done by :mod:`archive.comparing`. What is only done when somebody asks for it is too:
``TRANSLATE``, done by :mod:`archive.translating`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Final

from sqlalchemy import insert
from sqlmodel import Session, select

from archive import jobs
from archive.deeds import Deed
from archive.errors import NotFound
from archive.journal.canonical import canonical_json
from archive.models import Segment, Segmentation, Text, Version, table_of
from archive.pairing import Pair
from archive.pairing_sql import pairs_of_works, ready, ready_everywhere
from archive.text.blocks import BlockKind, PlacedBlock
from archive.text.segment import RECIPE as SEGMENT_RECIPE
from archive.text.segment import segment
from archive.values import Digest, Span, new_id

PROCESS: Final = "process"
"""The job kind that runs all stages for one version."""

ALIGN: Final = "align"
"""The job kind that compares two versions that belong together; its subject is both (:func:`subject_of`).

Before decision 0017 it was a derivation; a job that was owed then is still done.
"""
BETWEEN: Final = ":"

TRANSLATE: Final = "translate"
"""The job kind that puts a version before a machine translator; its subject is the request."""

Stage = Callable[[Deed, Version, Text], bool]


def process(session: Session, version_id: str, *, now: datetime) -> bool:
    """Run every stage that is owed for the version. False when there was nothing to do."""
    row = session.exec(select(Version, Text).join(Text).where(Version.id == version_id)).first()
    if row is None:
        raise NotFound(f"there is no version {version_id}")
    version, text = row
    deed = Deed(session, kind=PROCESS, actor="worker", entity=text.work_id, at=now)
    done = [stage(deed, version, text) for stage in STAGES]
    if any(done):
        deed.close()
    _owe_alignments(session, text.work_id, now=now)
    return any(done)


def _owe_alignments(session: Session, work_id: str, *, now: datetime) -> None:
    """Owe a comparison to every pair of the work of which both sides are segmented by now."""
    pairs = pairs_of_works(session, [work_id]).get(work_id)
    jobs.enqueue(session, ALIGN, map(subject_of, ready(session, pairs.owed if pairs else ())), now=now)


def lacking_alignments(session: Session, recipes: Collection[str]) -> list[list[str]]:
    """The subjects of every pair without a comparison by one of ``recipes``, some at a time.

    So is found what another version of this program did not compare.
    """
    return [found for pairs in ready_everywhere(session, recipes) if (found := [subject_of(pair) for pair in pairs])]


def subject_of(pair: Pair) -> str:
    """What an ``ALIGN`` job is about."""
    return f"{pair.source}{BETWEEN}{pair.target}"


def layout_of(version: Version) -> tuple[PlacedBlock, ...]:
    """The stored layout as values."""
    return tuple(PlacedBlock(BlockKind(kind), Span(start, end)) for kind, start, end in version.layout)


def segments_digest(rows: list[list[object]]) -> Digest:
    """SHA-256 over ``[[ordinal, kind, start, end, paragraph], …]`` in RFC 8785."""
    return Digest.of(canonical_json(rows))


def _segments(deed: Deed, version: Version, text: Text) -> bool:
    kept = select(Segmentation.id).where(Segmentation.version_id == version.id, Segmentation.recipe == SEGMENT_RECIPE)
    if deed.session.exec(kept).first():
        return False
    found = segment(version.content, layout_of(version), text.language)
    rows: list[list[object]] = [
        [ordinal, item.kind.value, item.span.start, item.span.end, item.paragraph] for ordinal, item in enumerate(found)
    ]
    run = deed.add(
        Segmentation(
            id=new_id(),
            version_id=version.id,
            recipe=SEGMENT_RECIPE,
            count=len(rows),
            segments_sha256=segments_digest(rows),
            recorded_at=deed.at,
        )
    )
    deed.flush()
    columns = ("ordinal", "kind", "start", "end", "paragraph")
    values = [{"segmentation_id": run.id, **dict(zip(columns, row, strict=True))} for row in rows]
    if values:
        deed.session.execute(insert(table_of(Segment)), values)
    return True


STAGES: Final[tuple[Stage, ...]] = (_segments,)
