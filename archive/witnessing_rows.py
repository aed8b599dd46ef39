"""From an alignment and a machine's sentences to rows, and from rows to what is kept of them. Pure.

A machine's sentence belongs to the link that holds the words of the original it was made from, told by
offsets, so that the alignment may stand on another segmentation than the run. What is kept of a row are
the statistics that its scores come from; everything that is shown is made of them again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from archive.comparing_rows import short_digest
from archive.comparison_records import AlignmentRecord, ComparisonRecord, FindingRecord, PlaceRecord, UnitRecord
from archive.journal.canonical import canonical_json
from archive.text.compare.findings import Band
from archive.text.recipe import recipe
from archive.text.witness import likeness, pivot
from archive.text.witness.likeness import Metrics, Scores, Statistics
from archive.translation_records import SentenceRecord
from archive.values import Digest, Span
from archive.witness_records import LeftOut, OpinionRecord, Totals, WitnessRow

_SIDES: Final = ("chrf_millis", "bleu_millis", "ter_millis", "runs_millis")


@dataclass(frozen=True, slots=True)
class Witnesses:
    """The three texts of one row: ordinals and words of two, the sentences of the third."""

    number: int
    source: tuple[int, ...]
    person: tuple[int, ...]
    machine: tuple[SentenceRecord, ...]
    original_text: str
    person_text: str

    @property
    def machine_text(self) -> str:
        return " ".join(sentence.target_text for sentence in self.machine if sentence.target_text)

    @property
    def left_out(self) -> LeftOut | None:
        if not self.machine:
            return LeftOut.NO_MACHINE
        if not all(sentence.usable for sentence in self.machine):
            return LeftOut.FLAGGED
        return None if self.person_text else LeftOut.NO_PERSON

    @property
    def can_be_scored(self) -> bool:
        """Whether the model can be asked about the person's words as it was about its own: in one piece."""
        return self.left_out is None and len(self.machine) == 1 and self.machine[0].pieces == 1


def witnesses(alignment: AlignmentRecord, sentences: Sequence[SentenceRecord]) -> tuple[Witnesses, ...]:
    """Every link with the machine's sentences that were made from its words, in the alignment's order."""
    source, person = alignment.source_units, alignment.target_units
    owner = {unit: number for number, link in enumerate(alignment.links) for unit in link.source}
    mine: dict[int, list[SentenceRecord]] = defaultdict(list)
    for sentence in sentences:
        number = _link_of(sentence, source, owner)
        if number is not None:
            mine[number].append(sentence)
    return tuple(
        Witnesses(
            number + 1, link.source, link.target, tuple(mine[number]),
            _words(source, link.source), _words(person, link.target),
        )
        for number, link in enumerate(alignment.links)
    )  # fmt: skip


def _link_of(sentence: SentenceRecord, units: Sequence[UnitRecord], owner: Mapping[int, int]) -> int | None:
    """The link that holds most of the words it was made from; the first of equals."""
    shares: Counter[int] = Counter()
    for unit in units:
        if unit.ordinal in owner and unit.span.overlaps(sentence.source):
            shared = min(unit.span.end, sentence.source.end) - max(unit.span.start, sentence.source.start)
            shares[owner[unit.ordinal]] += shared
    return min(shares, key=lambda number: (-shares[number], number), default=None)


def _words(units: Sequence[UnitRecord], ordinals: Sequence[int]) -> str:
    return " ".join(units[ordinal].text for ordinal in ordinals)


def counted(rows: Sequence[Witnesses], person_content: str, metrics: Metrics) -> dict[int, Statistics]:
    """Of each row that counts, by its number."""
    part = [row for row in rows if row.left_out is None]
    texts = [row.machine_text for row in part], [row.person_text for row in part]
    return {
        row.number: one
        for row, one in zip(part, likeness.measure(*texts, person_content, metrics), strict=True)
    }  # fmt: skip


# --- opinions ---------------------------------------------------------------------------------------------------------


def opinions(
    rows: Sequence[Witnesses], comparison: ComparisonRecord, languages: tuple[str, str], machine_language: str
) -> tuple[OpinionRecord, ...]:
    """What the machine says of the findings of the comparison, in their order."""
    found = (_opinion(one, rows, comparison, languages, machine_language) for one in comparison.findings)
    return tuple(one for one in found if one is not None)


def _opinion(
    finding: FindingRecord,
    rows: Sequence[Witnesses],
    comparison: ComparisonRecord,
    languages: tuple[str, str],
    machine_language: str,
) -> OpinionRecord | None:
    alignment = comparison.alignment
    row = _row_of(finding, rows) if finding.kind in pivot.ASKED and alignment is not None else None
    if alignment is None or row is None or row.left_out is LeftOut.FLAGGED:
        return None
    original = _said(finding.source, alignment.source_units, languages[0])
    person = _said(finding.target, alignment.target_units, languages[1])
    opinion = pivot.ask(finding.kind, original, person, machine=row.machine_text, language=machine_language)
    if opinion is None:
        return None
    place = _place(row.machine, opinion.span)
    if place is None:
        return None
    sentence, span = place
    weighed = pivot.weigh(finding.confidence_millis, Band(finding.band), opinion.verdict)
    return OpinionRecord(
        finding_id=finding.id,
        verdict=opinion.verdict.value,
        span=span,
        quote=opinion.span.of(row.machine_text),
        sentence=sentence.target_text,
        before_millis=finding.confidence_millis,
        after_millis=weighed.confidence_millis,
        band_before=finding.band,
        band_after=weighed.band.value,
    )


def _row_of(finding: FindingRecord, rows: Sequence[Witnesses]) -> Witnesses | None:
    source = set(finding.source.units) if finding.source else set()
    person = set(finding.target.units) if finding.target else set()
    return next((row for row in rows if source & set(row.source) or person & set(row.person)), None)


def _said(place: PlaceRecord | None, units: Sequence[UnitRecord], language: str) -> pivot.Said | None:
    """One side of a finding with the whole sentences around its words, in which numbers and months can be read."""
    if place is None or not place.units:
        return None
    first = units[place.units[0]].span.start
    text = "".join(_filled(units, place.units))
    return pivot.Said(language, text, place.span.shift(-first))


def _filled(units: Sequence[UnitRecord], ordinals: Sequence[int]) -> list[str]:
    """The units with blanks for what stands between them, so that offsets hold."""
    parts, at = [], units[ordinals[0]].span.start
    for ordinal in ordinals:
        unit = units[ordinal]
        parts += [" " * (unit.span.start - at), unit.text]
        at = unit.span.end
    return parts


def _place(sentences: Sequence[SentenceRecord], span: Span) -> tuple[SentenceRecord, Span] | None:
    """From the joined text of a row to the sentence and to the machine's version; ``None`` across two sentences."""
    start = 0
    for sentence in sentences:
        if not sentence.target_text or sentence.target is None:
            continue
        if start <= span.start and span.end <= start + len(sentence.target_text):
            return sentence, span.shift(sentence.target.start - start)
        start += len(sentence.target_text) + 1
    return None


# --- what is kept -----------------------------------------------------------------------------------------------------


def methods_of(metrics: Metrics, *, scorer: str | None = None) -> dict[str, str]:
    """The signature or recipe of each figure."""
    own = {"runs": likeness.RECIPE, "opinions": pivot.RECIPE, "rows": recipe("witness-rows", 1)}
    return {**metrics.signatures, **own, **({"scores": scorer} if scorer else {})}


def likeness_recipe(methods: Mapping[str, str]) -> str:
    """One line for all of them."""
    return recipe("likeness", 1, methods=Digest.of(canonical_json(dict(methods)))[:12])


def likeness_id(run_id: str, comparison_id: str, recipe_: str) -> str:
    return short_digest({"run": run_id, "comparison": comparison_id, "recipe": recipe_})


def content_digest(rows: Sequence[Any], said: Sequence[Any], totals: Mapping[str, Any]) -> Digest:
    return Digest.of(canonical_json([list(rows), list(said), dict(totals)]))


def row_facts(
    row: Witnesses, statistics: Statistics | None, scores: Scores | None, model: tuple[int, int] | None
) -> list[Any]:
    """Number, ordinals of the three, why it is left out, statistics, scores, the model's two scores."""
    return [
        row.number,
        list(row.source),
        list(row.person),
        [sentence.ordinal for sentence in row.machine],
        row.left_out.value if row.left_out else None,
        statistics.as_lists() if statistics else None,
        score_facts(scores) if scores else None,
        list(model) if model else None,
    ]


def row_record(facts: Sequence[Any], sentences: Mapping[int, SentenceRecord]) -> WitnessRow:
    number, source, person, machine, left_out, _, scores, model = facts
    own, theirs = model or (None, None)
    return WitnessRow(
        number=number,
        source=tuple(source),
        person=tuple(person),
        machine=tuple(sentences[ordinal] for ordinal in machine),
        left_out=LeftOut(left_out) if left_out else None,
        likeness=scores_of(scores),
        machine_score_micros=own,
        person_score_micros=theirs,
    )


def score_facts(scores: Scores) -> list[int | None]:
    return [getattr(scores, name) for name in _SIDES]


def scores_of(facts: Sequence[Any] | None) -> Scores | None:
    return Scores(**dict(zip(_SIDES, facts, strict=True))) if facts else None


def total_facts(rows: Sequence[Witnesses], statistics: Mapping[int, Statistics], metrics: Metrics) -> dict[str, Any]:
    total = likeness.summed(statistics.values())
    left = Counter(row.left_out.value for row in rows if row.left_out)
    return {
        "counted": len(statistics),
        "left_out": dict(sorted(left.items())),
        "statistics": total.as_lists() if total else None,
        "scores": score_facts(metrics.scores(total)) if total else None,
    }


def totals_record(facts: Mapping[str, Any]) -> Totals:
    return Totals(facts["counted"], dict(facts["left_out"]), scores_of(facts["scores"]))


def opinion_facts(one: OpinionRecord) -> dict[str, Any]:
    return {
        "finding": one.finding_id,
        "verdict": one.verdict,
        "start": one.span.start,
        "end": one.span.end,
        "quote": one.quote,
        "sentence": one.sentence,
        "before_millis": one.before_millis,
        "after_millis": one.after_millis,
        "band_before": one.band_before,
        "band_after": one.band_after,
    }


def opinion_record(facts: Mapping[str, Any]) -> OpinionRecord:
    rest = {name: value for name, value in facts.items() if name not in {"finding", "start", "end"}}
    return OpinionRecord(finding_id=facts["finding"], span=Span(facts["start"], facts["end"]), **rest)
