"""Steps 9 and 10: the bytes as received, and the texts that were taken out of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, func, select

from archive.models import Capture, Segment, Segmentation, Version, table_of
from archive.pipeline import segments_digest
from archive.store.blobs import BlobStore
from archive.text.blocks import BLOCK_SEPARATOR
from archive.text.normalise import canonical
from archive.values import Digest, Span
from archive.verify.report import Tally
from archive.verify.source import raw, readable, stream

_CAPTURES = table_of(Capture)
_VERSIONS = table_of(Version)
_RUNS = table_of(Segmentation)
_SEGMENTS = table_of(Segment)
_SEGMENT = ("ordinal", "kind", "start", "end", "paragraph")
"""The columns of a segment that its run's digest covers, in their order."""


def check_blobs(connection: Connection, blobs: BlobStore, tally: Tally) -> None:
    """(9) Every blob that a capture names is there, as long as it was, with the digest it had."""
    columns = [*raw(_CAPTURES, "sha256", "size"), func.min(_CAPTURES.c.id).label("id")]
    query = select(*columns).group_by(_CAPTURES.c.sha256, _CAPTURES.c.size).order_by(_CAPTURES.c.sha256)
    with readable(tally):
        for row in stream(connection, query):
            fault = _blob_fault(blobs, row)
            tally.check(holds=fault is None, name=f"blob {row['sha256']} of capture {row['id']}: {fault}")


def _blob_fault(blobs: BlobStore, row: Mapping[str, Any]) -> str | None:
    try:
        path = blobs.path(Digest(str(row["sha256"])))
        with path.open("rb") as file:
            found, size = hashlib.file_digest(file, "sha256").hexdigest(), file.tell()
    except ValueError as error:
        return str(error)
    except OSError as error:
        return f"{path.relative_to(blobs.root.parent)} cannot be read: {error.strerror}"
    where = path.relative_to(blobs.root.parent)
    if size != row["size"]:
        return f"{where} has {size} bytes, expected {row['size']}"
    return None if found == row["sha256"] else f"{where} was changed, its SHA-256 is {found}"


def check_versions(connection: Connection, tally: Tally) -> None:
    """(10) Every version's digests are those of its capture and of its text, which is in canonical form."""
    joined = _VERSIONS.outerjoin(_CAPTURES, _VERSIONS.c.capture_id == _CAPTURES.c.id)
    columns = raw(_VERSIONS, "id", "content", "layout", "bytes_sha256", "canonical_sha256")
    query = select(*columns, *raw(_CAPTURES, "sha256")).select_from(joined).order_by(_VERSIONS.c.id)
    with readable(tally):
        for row in stream(connection, query):
            faults = _version_faults(row)
            for column, said in faults.items():
                tally.broken(f"version {row['id']}, column {column}: {said}")
            if not faults:
                tally.holds()


def _version_faults(row: Mapping[str, Any]) -> dict[str, str]:
    """Column → what is wrong with it."""
    content, faults = str(row["content"]), {}
    recomputed = Digest.of(content.encode())
    if row["canonical_sha256"] != recomputed:
        faults["canonical_sha256"] = f"the SHA-256 of the content is {recomputed}, found {row['canonical_sha256']}"
    if row["bytes_sha256"] != row["sha256"]:
        faults["bytes_sha256"] = f"the capture's SHA-256 is {row['sha256']}, found {row['bytes_sha256']}"
    if canonical(content) != content:
        faults["content"] = "the text is not in canonical form (NFC, LF, no NUL)"
    if not _lays_out(str(row["layout"]), content):
        faults["layout"] = "the blocks do not make up the content"
    return faults


def _lays_out(layout: str, content: str) -> bool:
    try:
        blocks = [Span(start, end).of(content) for _, start, end in json.loads(layout)]
    except (TypeError, ValueError):
        return False
    return BLOCK_SEPARATOR.join(blocks) == content


def check_segments(connection: Connection, tally: Tally) -> None:
    """(10), continued: the segments of every run are as many as they were, with the digest that the run recorded."""
    joined = _RUNS.outerjoin(_SEGMENTS, _RUNS.c.id == _SEGMENTS.c.segmentation_id)
    columns = [*raw(_RUNS, "id", "count", "segments_sha256"), *raw(_SEGMENTS, *_SEGMENT)]
    query = select(*columns).select_from(joined).order_by(_RUNS.c.id, _SEGMENTS.c.ordinal)
    with readable(tally):
        for run, group in groupby(stream(connection, query), key=itemgetter("id", "count", "segments_sha256")):
            _check_run(tally, run, [[row[name] for name in _SEGMENT] for row in group if row["ordinal"] is not None])
        _check_strays(connection, tally)


def _check_run(tally: Tally, run: tuple[str, int, str], segments: list[list[object]]) -> None:
    name, count, expected = run
    if len(segments) != count:
        tally.broken(f"segmentation {name}: expected {count} segments, found {len(segments)}")
        return
    found = segments_digest(segments)
    said = f"segmentation {name}: the SHA-256 of its segments is {found}"
    tally.check(holds=found == expected, name=said, unit="segmentations")


def _check_strays(connection: Connection, tally: Tally) -> None:
    strays = _SEGMENTS.c.segmentation_id.not_in(select(_RUNS.c.id))
    for name in connection.execute(select(_SEGMENTS.c.segmentation_id).where(strays).distinct()).scalars():
        tally.broken(f"segments of segmentation {name}: there is no such run")
