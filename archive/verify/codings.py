"""Step 11 for codings: what a person coded still stands where it says, on both sides of the hit."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from archive.models import HitCoding, Version, table_of
from archive.verify.report import Tally
from archive.verify.source import raw, readable, stream

_CODINGS = table_of(HitCoding)
_VERSIONS = table_of(Version)
_SAID = ("id", "start", "end", "quote", "other_spans", "other_quote")


def check_codings(connection: Connection, tally: Tally) -> None:
    """(11) The hit and the sentences beside it are what their versions hold at the places that were kept."""
    ours, theirs = _VERSIONS.alias("ours"), _VERSIONS.alias("theirs")
    joined = _CODINGS.outerjoin(ours, _CODINGS.c.version_id == ours.c.id).outerjoin(
        theirs, _CODINGS.c.other_version_id == theirs.c.id
    )
    columns = [*raw(_CODINGS, *_SAID), ours.c.content.label("here"), theirs.c.content.label("there")]
    with readable(tally):
        for row in stream(connection, select(*columns).select_from(joined).order_by(_CODINGS.c.id)):
            _check_hit(tally, row)
            _check_beside(tally, row)


def _check_hit(tally: Tally, row: Mapping[str, Any]) -> None:
    start, end, quote = row["start"], row["end"], str(row["quote"])
    found = str(row["here"] or "")[start:end]
    said = f"expected “{quote[:80]}” at {start}–{end}, found “{found[:80]}”"
    tally.check(holds=bool(quote) and found == quote, name=f"hit_coding {row['id']}: {said}")


def _check_beside(tally: Tally, row: Mapping[str, Any]) -> None:
    """A hit without counterpart has no sentences beside it, and quotes none."""
    quote, content = str(row["other_quote"]), str(row["there"] or "")
    try:
        spans = [(int(start), int(end)) for start, end in json.loads(row["other_spans"])]
    except (TypeError, ValueError) as error:
        tally.broken(f"hit_coding {row['id']}: the places of the sentences beside it cannot be read: {error}")
        return
    if not spans and not quote:
        return
    found = " ".join(content[start:end] for start, end in spans)
    places = ", ".join(f"{start}–{end}" for start, end in spans) or "no place"
    said = f"expected “{quote[:80]}” beside it at {places}, found “{found[:80]}”"
    tally.check(holds=found == quote, name=f"hit_coding {row['id']}: {said}")
