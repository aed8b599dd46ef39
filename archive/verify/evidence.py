"""Step 11: every quote that a hop, an extent or a disclaimer rests on stands where it is said to stand.

A quote that stands only in the capture (a credit in the page's frame, say) has no span; the capture
is read again and the quote looked for in all that was visible in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import select

from archive.chain.disclaimers import wording_key
from archive.errors import BadFile, Broken, NotFound
from archive.intake.readers import read
from archive.models import Capture, Derivation, Disclaimer, DisclaimerUse, Hop, Version, table_of
from archive.models.chain import Basis
from archive.text.normalise import canonical_line
from archive.values import Digest
from archive.verify.report import Tally
from archive.verify.source import Source, raw, readable, stream

_HOPS = table_of(Hop)
_DERIVATIONS = table_of(Derivation)
_USES = table_of(DisclaimerUse)
_DISCLAIMERS = table_of(Disclaimer)
_VERSIONS = table_of(Version)
_CAPTURES = table_of(Capture)
_SOURCE = ("sha256", "filename", "media_type", "charset")


def check_evidence(source: Source, tally: Tally) -> None:
    """(11) Hops, declared extents, uses of disclaimers."""
    with readable(tally):
        _check_hops(source, tally)
        _check_extents(source, tally)
        _check_disclaimers(source, tally)


def _check_hops(source: Source, tally: Tally) -> None:
    joined = _HOPS.join(_VERSIONS, _HOPS.c.version_id == _VERSIONS.c.id).join(
        _CAPTURES, _VERSIONS.c.capture_id == _CAPTURES.c.id
    )
    columns = [*raw(_HOPS, "id", "quote", "span_start", "span_end"), *raw(_VERSIONS, "content")]
    query = select(*columns, *raw(_CAPTURES, *_SOURCE)).select_from(joined)
    evident = (_HOPS.c.basis == Basis.PRINTED) | _HOPS.c.quote.is_not(None)
    for row in stream(source.connection, query.where(evident).order_by(_HOPS.c.version_id, _HOPS.c.id)):
        _check_quote(source, tally, f"hop {row['id']}", row)


def _check_extents(source: Source, tally: Tally) -> None:
    joined = _DERIVATIONS.join(_VERSIONS, _DERIVATIONS.c.target_id == _VERSIONS.c.id).join(
        _CAPTURES, _VERSIONS.c.capture_id == _CAPTURES.c.id
    )
    quote = [
        _DERIVATIONS.c.id,
        _DERIVATIONS.c.completeness_quote.label("quote"),
        _DERIVATIONS.c.completeness_start.label("span_start"),
        _DERIVATIONS.c.completeness_end.label("span_end"),
    ]
    query = select(*quote, *raw(_VERSIONS, "content"), *raw(_CAPTURES, *_SOURCE)).select_from(joined)
    for row in stream(source.connection, query.where(_DERIVATIONS.c.completeness_quote.is_not(None))):
        _check_quote(source, tally, f"derivation {row['id']}", row)


def _check_quote(source: Source, tally: Tally, name: str, row: Mapping[str, Any]) -> None:
    quote = canonical_line(str(row["quote"] or ""))
    if row["span_start"] is not None:
        found = str(row["content"])[row["span_start"] : row["span_end"]]
        expected = f"expected “{quote[:80]}” at {row['span_start']}–{row['span_end']}, found “{found[:80]}”"
        tally.check(holds=bool(quote) and found == quote, name=f"{name}: {expected}")
        return
    try:
        seen = _visible(source, *(row[column] for column in _SOURCE))
    except (BadFile, Broken, NotFound, ValueError):
        tally.not_checked("their captures cannot be read")  # why is said in step 9
        return
    tally.check(holds=bool(quote) and quote in seen, name=f"{name}: “{quote[:80]}” is not in the capture")


@lru_cache(maxsize=4)  # the hops of one version come one after the other
def _visible(source: Source, sha256: str, filename: str | None, media_type: str, charset: str) -> str:
    reading = read(source.blobs.get(Digest(sha256)), filename=filename, media_type=media_type, charset=charset)
    return canonical_line(reading.source_text)


def _check_disclaimers(source: Source, tally: Tally) -> None:
    joined = _USES.join(_VERSIONS, _USES.c.version_id == _VERSIONS.c.id).join(
        _DISCLAIMERS, _USES.c.disclaimer_id == _DISCLAIMERS.c.id
    )
    columns = [*raw(_USES, "id", "span_start", "span_end"), *raw(_VERSIONS, "content"), *raw(_DISCLAIMERS, "wording")]
    for row in stream(source.connection, select(*columns).select_from(joined).order_by(_USES.c.version_id)):
        found, wording = str(row["content"])[row["span_start"] : row["span_end"]], str(row["wording"])
        tally.check(
            holds=found == wording or (bool(found) and wording_key(found) == wording_key(wording)),
            name=f"disclaimer_use {row['id']}: expected “{wording[:80]}”, found “{found[:80]}”",
        )
