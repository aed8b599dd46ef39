"""Sentences that a machine was asked for already: looked up before it is asked again, kept batch by batch.

A key covers everything that may change an output: engine, packages by hash, parameters, the splitter and
the sentence itself. A run that was asked for *again* has keys of its own, so that it is a run and no
copy. Rows carry a digest; one that does not fit is passed over and replaced.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import delete, func, insert, select
from sqlmodel import Session

from archive.journal.canonical import canonical_json
from archive.machine.translator import Output
from archive.models import MachineCache, table_of
from archive.translating_rows import Translated, output_digest, output_facts, output_of
from archive.values import Digest

_CACHE = table_of(MachineCache)
_ASKED_AT_ONCE: Final = 500


def cache_key(recipe: str, splitter: str, scope: str, sentence: str) -> str:
    """``scope`` is empty but for a run that was asked for again."""
    return Digest.of(canonical_json({"recipe": recipe, "splitter": splitter, "scope": scope, "sentence": sentence}))


def look_up(session: Session, keys: Collection[str]) -> dict[str, Translated]:
    """Those of the keys that are known, with the run that asked the machine."""
    found = {}
    for part in _parts(list(keys)):
        for row in session.execute(select(_CACHE).where(_CACHE.c.key.in_(part))):
            if _is_intact(row.output, row.output_sha256):
                found[row.key] = Translated(output_of(row.output), row.request_id)
    return found


def _is_intact(output: Any, digest: str) -> bool:
    try:
        return output_digest(output) == digest
    except (TypeError, ValueError):
        return False


def asked_for(session: Session, request_id: str) -> int:
    """How many sentences the machine was asked for on behalf of a request."""
    query = select(func.count()).select_from(_CACHE).where(_CACHE.c.request_id == request_id)
    return int(session.execute(query).scalar_one())


def keep(session: Session, outputs: Mapping[str, tuple[Output, str]], *, now: datetime) -> None:
    """Key → output and the run it was asked for. What another worker has kept meanwhile stays."""
    known = look_up(session, outputs)
    rows = [
        {
            "key": key, "request_id": run, "output": facts, "output_sha256": output_digest(facts), "recorded_at": now,
        }
        for key, (output, run) in outputs.items()
        if key not in known
        for facts in [output_facts(output)]
    ]  # fmt: skip
    for part in _parts([str(row["key"]) for row in rows]):
        session.execute(delete(_CACHE).where(_CACHE.c.key.in_(part)))  # spoilt ones, if any
    if rows:
        session.execute(insert(_CACHE), rows)


def _parts(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    return (keys[at : at + _ASKED_AT_ONCE] for at in range(0, len(keys), _ASKED_AT_ONCE))
