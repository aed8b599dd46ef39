"""From machine runs and likenesses to what pages show of them. Pure: no database, no request.

Likeness, not quality: the words for the figures say so wherever one stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from api.pages.contexts import Chain
from api.pages.marking import Mark
from api.pages.ui import Ui
from api.pages.witness_contexts import (
    Figures,
    Lacking,
    MachineCell,
    MachineSentence,
    MachineText,
    OpinionView,
    RunChoice,
    Sign,
    Witness,
)
from archive.text.witness.likeness import Scores, words_apart
from archive.translation_records import RunRecord, RunStatus
from archive.witness_records import WitnessRecord, WitnessRow

APART: Final = "apart"
"""The mark of a person's word that the machine's sentence does not have."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What can stand beside two versions: the runs there are, the one that does, or why none does."""

    runs: tuple[RunRecord, ...] = ()
    record: WitnessRecord | None = None
    lacking: Lacking | None = None
    offered: bool = False


def sign_of(run: RunRecord, ui: Ui) -> Sign | None:
    """``None`` while there is no text."""
    if run.result is None or run.result.target_version_id is None:
        return None
    return Sign(
        run_id=run.id,
        label=label_of(run),
        compute_type=str(run.parameters.get("compute_type", "")),
        made=run.result.finished_at,
        demonstration=run.demonstration,
        language=run.target_language,
        text=ui.url(f"/v/{run.result.target_version_id}"),
    )


def label_of(run: RunRecord) -> str:
    """``ar→en 1.0``, both packages where the way leads over a third language."""
    return ", ".join(f"{one.from_code}→{one.to_code} {one.version}" for one in run.packages)


def raised(record: WitnessRecord | None) -> frozenset[str]:
    """Findings that are hints on their own and shown with the machine's word."""
    return record.raised if record is not None else frozenset()


def apart_marks(record: WitnessRecord | None) -> dict[int, list[Mark]]:
    """By place of the row: the person's words that the machine's sentence does not have."""
    alignment = record.comparison.alignment if record else None
    if record is None or alignment is None:
        return {}
    units = alignment.target_units
    return {
        at: [
            Mark(span.shift(units[ordinal].span.start), APART)
            for ordinal in row.person
            for span in words_apart(units[ordinal].text, row.machine_text)
        ]
        for at, row in enumerate(record.rows)
        if row.left_out is None
    }


def witness_of(
    record: WitnessRecord,
    runs: Sequence[RunRecord],
    addresses: Mapping[str, str],
    without: str,
    ui: Ui,
    *,
    findings: frozenset[str],
) -> Witness | None:
    """``addresses``: of the same page with another run, by its id; ``without``: with none.

    ``findings``: those the page shows. What the machine says of others is as hidden as they are.
    """
    sign = sign_of(record.run, ui)
    if sign is None:
        return None
    return Witness(
        sign=sign,
        cells={row.number: _cell(row, record, findings) for row in record.rows},
        counted=record.totals.counted,
        left_out=tuple(record.totals.left_out.items()),
        figures=_figures(record.totals.scores),
        methods=tuple(record.methods.items()),
        recipe=record.recipe,
        choices=tuple(_choices(runs, record.run.id, addresses, ui)),
        without=without,
        json=f"/api/v1/likeness?machine={record.run.id}&human={record.comparison.b_id}",
    )


def _choices(runs: Sequence[RunRecord], chosen: str, addresses: Mapping[str, str], ui: Ui) -> Iterable[RunChoice]:
    for run in runs:
        sign = sign_of(run, ui)
        if sign is not None:
            yield RunChoice(sign, addresses[run.id], run.id == chosen)


def _cell(row: WitnessRow, record: WitnessRecord, findings: frozenset[str]) -> MachineCell:
    kinds = {one.id: one.kind for one in record.comparison.findings}
    return MachineCell(
        sentences=tuple(MachineSentence(one.target_text, one.flags) for one in row.machine),
        left_out=row.left_out.value if row.left_out else "",
        figures=_figures(row.likeness),
        opinions=tuple(
            OpinionView(
                finding_id=one.finding_id,
                kind=kinds[one.finding_id],
                verdict=one.verdict,
                quote=one.quote,
                before=one.before_millis // 10,
                after=one.after_millis // 10,
                band_before=one.band_before,
                band_after=one.band_after,
            )
            for one in record.opinions_of(row)
            if one.finding_id in findings
        ),
    )


def _figures(scores: Scores | None) -> Figures | None:
    if scores is None:
        return None
    chrf, bleu, ter = (f"{each / 1000:.1f}" for each in (scores.chrf_millis, scores.bleu_millis, scores.ter_millis))
    return Figures(chrf, bleu, ter, "" if scores.runs_millis is None else f"{scores.runs_millis / 10:.0f}")


# --- the page of a work -----------------------------------------------------------------------------------------------


def machine_texts(
    runs: Sequence[RunRecord], chains: Sequence[Chain], people: Mapping[str, str], ui: Ui
) -> tuple[MachineText, ...]:
    """Every run but those taken back. ``people``: by language, the person's version that can stand beside."""
    own = {chain.version.id: chain for chain in chains}
    kept = [run for run in runs if run.status is not RunStatus.CANCELLED]
    return tuple(_machine_text(run, own, people, ui) for run in kept)


def _machine_text(run: RunRecord, chains: Mapping[str, Chain], people: Mapping[str, str], ui: Ui) -> MachineText:
    summary = run.result.summary if run.result else {}
    target = run.result.target_version_id if run.result else None
    person, sign = people.get(run.target_language), sign_of(run, ui)
    return MachineText(
        run_id=run.id,
        status=run.status.value,
        label=label_of(run),
        language=run.target_language,
        compute_type=str(run.parameters.get("compute_type", "")),
        requested=run.requested_at,
        demonstration=run.demonstration,
        sign=sign,
        sentences=int(summary.get("sentences", 0)),
        flagged=int(summary.get("flagged", 0)),
        chain=chains.get(target or ""),
        beside=ui.url("/compare", a=run.version_id, b=person, c=run.id) if person and sign else "",
        error=run.error or "",
    )
