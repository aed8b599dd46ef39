"""``thabat compare … --machine``: original, person and machine row by row, as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.cli.output import isolated, plain, say

if TYPE_CHECKING:
    from archive.text.witness.likeness import Scores
    from archive.witness_records import OpinionRecord, WitnessRecord, WitnessRow

LAST = "last"
"""In the place of a run's id: the newest that is done."""
_VERDICTS = {"gains": "bears out the difference", "loses": "has what the person has"}


def document(record: WitnessRecord) -> object:
    """What ``GET /api/v1/likeness/{id}`` answers."""
    from api.schemas.likeness import shown

    return shown(record).model_dump(mode="json")


def show(record: WitnessRecord, *, all_bands: bool = False) -> None:
    """Banner, rows, opinions on what is shown (with ``all_bands`` on hints too), and figures with their signatures."""
    from api.schemas.machine import NOTICE

    say()
    say(f"three witnesses: original, person, machine ({plain(_packages(record))})")
    say(f"! {NOTICE}; run {record.run.id}")
    for row in record.rows:
        say()
        _print_row(row, record, all_bands=all_bands)
    _print_totals(record)


def _packages(record: WitnessRecord) -> str:
    names = (f"{one.from_code}→{one.to_code} {one.version}" for one in record.run.packages)
    return ", ".join(names) + (", a demonstration model" if record.run.demonstration else "")


def _print_row(row: WitnessRow, record: WitnessRecord, *, all_bands: bool) -> None:
    figures = _figures(row.likeness) if row.likeness else f"no figure: {row.left_out}"
    say(f"row {row.number} · {figures}{_model(row)}")
    for name, words in (("original", record.source_text(row)), ("person", record.person_text(row))):
        say(f"  {name:8} {isolated(words) if words else '—'}")
    flags = sorted({flag for sentence in row.machine for flag in sentence.flags})
    marked = f"[{', '.join(flags)}] " if flags else ""
    say(f"  {'machine':8} {marked}{isolated(row.machine_text) if row.machine_text else '—'}")
    for one in record.opinions_of(row):
        if all_bands or one.finding_id in record.shown:
            say(f"  {_opinion(one)}")


def _figures(scores: Scores) -> str:
    chrf, bleu, ter = (each / 1000 for each in (scores.chrf_millis, scores.bleu_millis, scores.ter_millis))
    return f"chrF++ {chrf:.1f}, BLEU {bleu:.1f}, TER {ter:.1f}"


def _model(row: WitnessRow) -> str:
    if row.machine_score_micros is None or row.person_score_micros is None:
        return ""
    own, person = row.machine_score_micros / 1e6, row.person_score_micros / 1e6
    return f" · the model's own score: of its sentence {own:.2f}, of the person's {person:.2f}"


def _opinion(one: OpinionRecord) -> str:
    band = one.band_before if one.band_before == one.band_after else f"{one.band_before} → {one.band_after}"
    said = f"the machine {_VERDICTS[one.verdict]}: {isolated(one.quote)}"
    return f"finding {one.finding_id}: {said}; {one.before_millis // 10} → {one.after_millis // 10} %, {band}"


def _print_totals(record: WitnessRecord) -> None:
    totals = record.totals
    say()
    left = ", ".join(f"{count} {reason}" for reason, count in totals.left_out.items())
    say(f"likeness, not quality: {totals.counted} rows" + (f"; left out: {left}" if left else ""))
    if totals.scores is not None:
        runs = totals.scores.runs_millis
        shared = f", {runs / 10:.1f} % of the machine's runs of four words" if runs is not None else ""
        say(f"  {_figures(totals.scores)}{shared}")
    for name, signature in record.methods.items():
        say(f"  {name}: {plain(signature)}")
    say(f"likeness {record.id}")
