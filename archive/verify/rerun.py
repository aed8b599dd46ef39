"""Step 13: a sample of recorded machine sentences is translated again, and the words compared.

The only step that needs more than the folder: whoever asks for it hands in what opens a translator. A
difference is a fault only where nothing explains it: ``int8`` gives other words on another processor, and
now and then in another batch (MACHINE.md §4), other versions of engine or libraries may too.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from archive.errors import ThabatError
from archive.machine.sentences import cut
from archive.machine.translator import ComputeType, Output, Translator
from archive.models import MachineRequest, MachineRun, MachineSentence, Version, table_of
from archive.text.normalise import canonical_line
from archive.verify.report import Tally
from archive.verify.source import raw, readable, stream

_RUNS = table_of(MachineRun)
_REQUESTS = table_of(MachineRequest)
_SENTENCES = table_of(MachineSentence)
_VERSIONS = table_of(Version)

Opener = Callable[[Sequence[str], Mapping[str, Any]], Translator]
"""Ids of packages in the order of the path, and recorded parameters; raises :class:`ThabatError` without them."""


@dataclass(frozen=True, slots=True)
class Rerun:
    """``sample``: how many sentences at most."""

    sample: int
    open: Opener


@dataclass(frozen=True, slots=True)
class _Said:
    """One sentence as it was recorded."""

    name: str
    recipe: str
    source: str
    target: str


def check_rerun(connection: Connection, tally: Tally, rerun: Rerun) -> None:
    """(13) Sentences of every run, spread by their digests, so that the same sample comes out again."""
    with readable(tally):
        paths: dict[tuple[str, ...], list[_Said]] = defaultdict(list)
        for row in stream(connection, _sample(rerun.sample)):
            paths[_path(row)].append(_said(row))
        if not paths:
            tally.not_checked("no machine has translated a sentence", 0)
        for (parameters, *packages), sentences in paths.items():
            _check_path(tally, rerun, packages, json.loads(parameters), sentences)


def _sample(size: int) -> Any:
    ours, theirs = _VERSIONS.alias("source"), _VERSIONS.alias("target")
    joined = (
        _SENTENCES.join(_RUNS, _SENTENCES.c.run_id == _RUNS.c.id)
        .join(_REQUESTS, _RUNS.c.id == _REQUESTS.c.id)
        .join(ours, _REQUESTS.c.version_id == ours.c.id)
        .outerjoin(theirs, _RUNS.c.target_version_id == theirs.c.id)
    )
    columns = [
        *raw(_SENTENCES, "run_id", "ordinal", "source_start", "source_end", "target_start", "target_end"),
        *raw(_RUNS, "recipe"),
        *raw(_REQUESTS, "package_id", "second_package_id", "parameters"),
        ours.c.content.label("source"),
        theirs.c.content.label("target"),
    ]
    asked = _SENTENCES.c.target_tokens.is_not(None)
    order = (_SENTENCES.c.source_sha256, _SENTENCES.c.run_id)
    return select(*columns).select_from(joined).where(asked).order_by(*order).limit(size)


def _path(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(row[name]) for name in ("parameters", "package_id", "second_package_id") if row[name] is not None)


def _said(row: Mapping[str, Any]) -> _Said:
    source = str(row["source"])[row["source_start"] : row["source_end"]]
    came = row["target_start"] is not None
    target = str(row["target"])[row["target_start"] : row["target_end"]] if came else ""
    return _Said(f"{row['run_id']}, sentence {row['ordinal']}", str(row["recipe"]), source, target)


def _check_path(
    tally: Tally, rerun: Rerun, packages: Sequence[str], parameters: Mapping[str, Any], sentences: Sequence[_Said]
) -> None:
    try:
        translator = rerun.open(packages, parameters)
        outputs = _translated(translator, [one.source for one in sentences])
    except ThabatError as error:
        tally.not_checked(f"{error.detail}", len(sentences))
        return
    for one, found in zip(sentences, outputs, strict=True):
        _compare(tally, translator, one, found)


def _translated(translator: Translator, sources: Sequence[str]) -> list[list[Output]]:
    pieces = [cut(source) for source in sources]
    outputs = iter(translator.translate([piece for part in pieces for piece in part]))
    return [[next(outputs) for _ in part] for part in pieces]


def _compare(tally: Tally, translator: Translator, one: _Said, outputs: Sequence[Output]) -> None:
    readings = (" ".join(output.text for output in outputs), translator.join(outputs))
    found = [canonical_line(reading) for reading in readings]
    if one.target in found:
        tally.holds()
    elif one.recipe != translator.recipe:
        tally.not_checked("differ, made by other versions of engine or libraries: explained")
    elif translator.parameters.compute_type is ComputeType.INT8:
        tally.not_checked("differ, int8 depends on processor and batch: explained")
    else:
        said = f"expected “{one.target[:80]}”, found “{found[-1][:80]}”"
        tally.broken(f"machine run {one.name}: {said}")
