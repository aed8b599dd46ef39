"""The tour's look at the machine: what the demonstration models made of the originals, and what that is good for.

One sentence is shown three times: as it was written, as a person translated it, as the machine did. It is the
first whose numbers differ between the first two. The models know only these texts, and every line of the
section stands under that heading.
"""

from __future__ import annotations

from typing import Final

from api.cli.output import isolated, say
from api.services import Services
from archive.comparison_records import ComparisonRecord, FindingRecord, PlaceRecord
from archive.translation_records import RunRecord
from search.query import parse

ALTERED: Final = "demo-04"
"""Its translation says 32 where the original says 23."""

LABEL: Final = "demonstration model that knows only these texts"


def show_machine(services: Services, runs: list[RunRecord], seconds: float) -> None:
    say(f"\n5. A witness that is no person: machine translations by a {LABEL}")
    results = [run.result for run in runs if run.result is not None]
    asked = sum(result.summary["translated"] for result in results)
    flagged = sum(sum(result.summary["flags"].values()) for result in results)
    ways = sorted({f"{package.from_code}→{package.to_code}" for run in runs for package in run.packages})
    say(
        f"   {len(results)} of {len(runs)} originals, {asked} sentences {', '.join(ways)} in {seconds:.1f} s; "
        f"wrong at sight: {flagged}"
    )
    _three_witnesses(services, runs)


def _three_witnesses(services: Services, runs: list[RunRecord]) -> None:
    results = services.search.search(parse("", limit=100)).results
    work_id = next((item.work for item in results if item.external_id == ALTERED), None)
    run = next((run for run in runs if run.work_id == work_id), None)
    if run is None or (finding := _number(services, run)) is None:
        return
    comparison = services.comparisons.get(finding.comparison_id)
    said = (
        ("original", _units(comparison, finding.source, 0)),
        ("person", _units(comparison, finding.target, 1)),
        ("machine", _machine(services, run, finding.source)),
    )
    say(f"   {ALTERED}: {finding.found} in the translation, {finding.expected} in the original; one sentence thrice")
    for who, words in said:
        say(f"      {who:<9} {isolated(words)}")


def _number(services: Services, run: RunRecord) -> FindingRecord | None:
    """The first number that the human translation of the run's source changed."""
    for summary in services.comparisons.of_work(run.work_id):
        for finding in services.comparisons.get(summary.id).findings:
            if finding.kind.startswith("number") and finding.shown and finding.source and finding.target:
                return finding
    return None


def _units(comparison: ComparisonRecord, place: PlaceRecord | None, side: int) -> str:
    """The sentences in which a finding stands."""
    if comparison.alignment is None or place is None:
        return ""
    units = (comparison.alignment.source_units, comparison.alignment.target_units)[side]
    return " ".join(units[number].text for number in place.units)


def _machine(services: Services, run: RunRecord, place: PlaceRecord | None) -> str:
    said = services.translations.sentences(run.id)
    return " ".join(one.target_text for one in said if place and one.ordinal in place.units)
