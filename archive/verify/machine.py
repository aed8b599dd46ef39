"""Step 10 for machine runs: every run has the sentences that were recorded, and they are sentences of its source.

What the cache holds is no record, but runs are made of it: each output has its digest too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, select

from archive.models import MachineCache, MachineRequest, MachineRun, MachineSentence, Version, table_of
from archive.translating_rows import SENTENCE_COLUMNS, output_digest, sentences_digest
from archive.values import Digest
from archive.verify.report import Tally
from archive.verify.source import raw, readable, stream

_RUNS = table_of(MachineRun)
_REQUESTS = table_of(MachineRequest)
_SENTENCES = table_of(MachineSentence)
_CACHE = table_of(MachineCache)
_VERSIONS = table_of(Version)
_RECORDED = ("id", "sentences_count", "sentences_sha256", "source_sha256")


def check_runs(connection: Connection, tally: Tally) -> None:
    """(10) The sentences of every run are as many as they were, as recorded, and of its source."""
    joined = _RUNS.outerjoin(_SENTENCES, _RUNS.c.id == _SENTENCES.c.run_id)
    columns = [
        *(column.label(f"run_{column.name}") for column in raw(_RUNS, *_RECORDED)),
        *raw(_SENTENCES, *SENTENCE_COLUMNS),
    ]
    query = select(*columns).select_from(joined).order_by(_RUNS.c.id, _SENTENCES.c.ordinal)
    names = [f"run_{name}" for name in _RECORDED]
    with readable(tally):
        for recorded, rows in groupby(stream(connection, query), key=itemgetter(*names)):
            fault = _fault(connection, recorded, [row for row in rows if row["ordinal"] is not None])
            tally.check(holds=fault is None, name=f"machine run {recorded[0]}: {fault}", unit="machine runs")
        _check_strays(connection, tally)
        _check_cache(connection, tally)


def _fault(connection: Connection, recorded: tuple[Any, ...], rows: list[dict[str, Any]]) -> str | None:
    name, count, expected, source_sha256 = recorded
    if len(rows) != count:
        return f"expected {count} sentences, found {len(rows)}"
    try:
        found = sentences_digest([_facts(row) for row in rows])
    except (TypeError, ValueError) as error:
        return f"a sentence cannot be read: {error}"
    if found != expected:
        return f"the SHA-256 of its sentences is {found}"
    query = select(*raw(_VERSIONS, "content")).join(_REQUESTS, _REQUESTS.c.version_id == _VERSIONS.c.id)
    source = str(connection.execute(query.where(_REQUESTS.c.id == name)).scalar())
    if Digest.of(source.encode()) != source_sha256:
        return "the text that it was made from is not the one that went in"
    strange = [row["ordinal"] for row in rows if _digest_at(source, row) != row["source_sha256"]]
    return f"sentence {strange[0]} does not stand in the text that it was made from" if strange else None


def _digest_at(source: str, row: Mapping[str, Any]) -> str:
    return Digest.of(source[row["source_start"] : row["source_end"]].encode())


def _facts(row: Mapping[str, Any]) -> list[object]:
    return [json.loads(row[name]) if name == "flags" else row[name] for name in SENTENCE_COLUMNS]


def _check_strays(connection: Connection, tally: Tally) -> None:
    strays = _SENTENCES.c.run_id.not_in(select(_RUNS.c.id))
    for name in connection.execute(select(_SENTENCES.c.run_id).where(strays).distinct()).scalars():
        tally.broken(f"sentences of machine run {name}: there is no such run")


def _check_cache(connection: Connection, tally: Tally) -> None:
    for row in stream(connection, select(*raw(_CACHE, "key", "output", "output_sha256")).order_by(_CACHE.c.key)):
        found = _output_digest(row["output"])
        said = f"cached sentence {row['key']}: the SHA-256 of its output is {found or 'none, it cannot be read'}"
        tally.check(holds=found == row["output_sha256"], name=said, unit="cached sentences")


def _output_digest(stored: object) -> str | None:
    try:
        return output_digest(json.loads(str(stored)))
    except (TypeError, ValueError):
        return None
