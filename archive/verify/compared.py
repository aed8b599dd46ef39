"""Steps 10 and 11 for comparisons: links and findings are those that were recorded, quotes stand in the versions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, select

from archive.comparing_rows import FINDING_COLUMNS, findings_digest, links_digest
from archive.models import Alignment, Comparison, Finding, Version, table_of
from archive.verify.report import Tally
from archive.verify.source import raw, readable, stream

_ALIGNMENTS = table_of(Alignment)
_COMPARISONS = table_of(Comparison)
_FINDINGS = table_of(Finding)
_VERSIONS = table_of(Version)


def check_alignments(connection: Connection, tally: Tally) -> None:
    """(10) The links of every alignment have the digest that stands beside them."""
    query = select(*raw(_ALIGNMENTS, "id", "links", "links_sha256")).order_by(_ALIGNMENTS.c.id)
    with readable(tally):
        for row in stream(connection, query):
            found = _digest_of_links(row["links"])
            said = f"alignment {row['id']}: the SHA-256 of its links is {found or 'none, they cannot be read'}"
            tally.check(holds=found == row["links_sha256"], name=said, unit="alignments")


def _digest_of_links(stored: object) -> str | None:
    try:
        return links_digest(json.loads(str(stored)))
    except (TypeError, ValueError):
        return None


def check_found(connection: Connection, tally: Tally) -> None:
    """(10) The findings of every comparison are as many as they were, with the digest that was recorded."""
    joined = _COMPARISONS.outerjoin(_FINDINGS, _COMPARISONS.c.id == _FINDINGS.c.comparison_id)
    columns = [
        *(column.label(f"comparison_{column.name}") for column in raw(_COMPARISONS, "id", *_RECORDED)),
        *raw(_FINDINGS, *FINDING_COLUMNS),
    ]
    query = select(*columns).select_from(joined).order_by(_COMPARISONS.c.id, _FINDINGS.c.ordinal)
    names = [f"comparison_{name}" for name in ("id", *_RECORDED)]
    with readable(tally):
        for (name, count, digest), rows in groupby(stream(connection, query), key=itemgetter(*names)):
            _check_found(tally, str(name), count, digest, [row for row in rows if row["ordinal"] is not None])
        _check_strays(connection, tally)


_RECORDED = ("findings_count", "findings_sha256")


def _check_found(tally: Tally, name: str, count: object, expected: object, rows: list[dict[str, Any]]) -> None:
    if len(rows) != count:
        tally.broken(f"comparison {name}: expected {count} findings, found {len(rows)}")
        return
    try:
        found = str(findings_digest([_facts(row) for row in rows]))
    except (TypeError, ValueError) as error:
        tally.broken(f"comparison {name}: a finding cannot be read: {error}")
        return
    said = f"comparison {name}: the SHA-256 of its findings is {found}"
    tally.check(holds=found == expected, name=said, unit="comparisons")


def _facts(row: Mapping[str, Any]) -> list[object]:
    return [json.loads(row[name]) if name == "detail" else row[name] for name in FINDING_COLUMNS]


def _check_strays(connection: Connection, tally: Tally) -> None:
    strays = _FINDINGS.c.comparison_id.not_in(select(_COMPARISONS.c.id))
    for name in connection.execute(select(_FINDINGS.c.comparison_id).where(strays).distinct()).scalars():
        tally.broken(f"findings of comparison {name}: there is no such comparison")


def check_quotes(connection: Connection, tally: Tally) -> None:
    """(11) Both quotes of every finding stand where it says, in the two versions that it is about."""
    ours, theirs = _VERSIONS.alias("a"), _VERSIONS.alias("b")
    joined = (
        _FINDINGS.join(_COMPARISONS, _FINDINGS.c.comparison_id == _COMPARISONS.c.id)
        .join(ours, _COMPARISONS.c.a_id == ours.c.id)
        .join(theirs, _COMPARISONS.c.b_id == theirs.c.id)
    )
    spans = [f"{side}_{part}" for side in ("source", "target") for part in ("start", "end", "quote")]
    columns = [*raw(_FINDINGS, "id", *spans), ours.c.content.label("source"), theirs.c.content.label("target")]
    with readable(tally):
        for row in stream(connection, select(*columns).select_from(joined).order_by(_FINDINGS.c.id)):
            for side in ("source", "target"):
                if row[f"{side}_quote"] is not None:
                    _check_quote(tally, row, side)


def _check_quote(tally: Tally, row: Mapping[str, Any], side: str) -> None:
    start, end, quote = (row[f"{side}_{part}"] for part in ("start", "end", "quote"))
    found = str(row[side])[start:end]
    said = f"expected “{str(quote)[:80]}” at {start}–{end} of the {side}, found “{found[:80]}”"
    tally.check(holds=found == quote, name=f"finding {row['id']}: {said}")
