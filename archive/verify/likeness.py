"""Steps 10 and 11 for machine and person side by side: figures add up, and the machine's words stand where it says."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from archive.models import Likeness, MachineRun, Version, table_of
from archive.text.witness.likeness import Statistics, summed
from archive.verify.report import Tally
from archive.verify.source import raw, readable, stream
from archive.witnessing_rows import content_digest

_LIKENESS = table_of(Likeness)
_RUNS = table_of(MachineRun)
_VERSIONS = table_of(Version)
_LEFT_OUT, _STATISTICS = 4, 5  # places in a kept row


def check_likeness(connection: Connection, tally: Tally) -> None:
    """(10) Every likeness has its digest, and its totals are the sum of its rows."""
    columns = raw(_LIKENESS, "id", "rows", "opinions", "totals", "content_sha256")
    with readable(tally):
        for row in stream(connection, select(*columns).order_by(_LIKENESS.c.id)):
            fault = _fault(row)
            tally.check(holds=fault is None, name=f"likeness {row['id']}: {fault}", unit="likeness records")


def _fault(row: Mapping[str, Any]) -> str | None:
    try:
        rows, said, totals = (json.loads(row[name]) for name in ("rows", "opinions", "totals"))
        found = content_digest(rows, said, totals)
        return f"the SHA-256 of what it says is {found}" if found != row["content_sha256"] else _sum_fault(rows, totals)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        return f"it cannot be read: {error}"


def _sum_fault(rows: list[list[Any]], totals: Mapping[str, Any]) -> str | None:
    part = [Statistics.from_lists(one[_STATISTICS]) for one in rows if one[_STATISTICS] is not None]
    total = summed(part)
    if totals["statistics"] != (total.as_lists() if total else None) or totals["counted"] != len(part):
        return "its totals are not the sum of its rows"
    left = Counter(one[_LEFT_OUT] for one in rows if one[_LEFT_OUT] is not None)
    return "it leaves out other rows than it says" if totals["left_out"] != dict(left) else None


def check_opinions(connection: Connection, tally: Tally) -> None:
    """(11) What a machine is quoted with on a finding stands where it says, in the machine's version."""
    joined = _LIKENESS.join(_RUNS, _LIKENESS.c.run_id == _RUNS.c.id)
    joined = joined.outerjoin(_VERSIONS, _RUNS.c.target_version_id == _VERSIONS.c.id)
    columns = [*raw(_LIKENESS, "id", "opinions"), _VERSIONS.c.content.label("machine")]
    with readable(tally):
        for row in stream(connection, select(*columns).select_from(joined).order_by(_LIKENESS.c.id)):
            for said in json.loads(row["opinions"]):
                _check_opinion(tally, row, said)


def _check_opinion(tally: Tally, row: Mapping[str, Any], said: Mapping[str, Any]) -> None:
    found = (row["machine"] or "")[said["start"] : said["end"]]
    where = f"expected “{said['quote'][:80]}” at {said['start']}–{said['end']} of the machine's text"
    tally.check(holds=found == said["quote"], name=f"likeness {row['id']}: {where}, found “{found[:80]}”")
