"""The tour's look at the machine: what the demonstration models made of the originals, and what that is good for.

One sentence is shown three times: as it was written, as a person translated it, as the machine did. It is the
first whose numbers differ between the first two. The models know only these texts, and everything of theirs
stands under a heading that says so.
"""

from __future__ import annotations

from typing import Final

from api.cli.output import isolated, say
from api.demo import ACTOR
from api.services import Services
from archive.comparison_records import FindingRecord
from archive.translation_records import RunRecord
from archive.values import utc_now
from archive.witness_records import OpinionRecord, WitnessRecord
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
    for run in runs:
        if run.work_id == _work(services) and (record := _beside(services, run)):
            _three_witnesses(record)


def _work(services: Services) -> str | None:
    results = services.search.search(parse("", limit=100)).results
    return next((item.work for item in results if item.external_id == ALTERED), None)


def _beside(services: Services, run: RunRecord) -> WitnessRecord | None:
    """The run beside the first translation by a person that its source was compared with."""
    for summary in services.comparisons.of_work(run.work_id):
        if summary.a_id == run.version_id:
            return services.witnesses.keep(run.id, summary.b_id, actor=ACTOR, now=utc_now())
    return None


def _three_witnesses(record: WitnessRecord) -> None:
    finding = next((one for one in record.comparison.findings if one.kind.startswith("number") and one.shown), None)
    if finding is None or finding.source is None:
        return
    say(f"   {ALTERED}: {finding.found} in the translation, {finding.expected} in the original; one sentence thrice")
    for row in record.rows:
        if set(finding.source.units) & set(row.source):
            say(f"      original  {isolated(record.source_text(row))}")
            say(f"      person    {isolated(record.person_text(row))}")
            say(f"      machine   {isolated(row.machine_text)}")
    _said(record, finding, record.opinion(finding.id))


def _said(record: WitnessRecord, finding: FindingRecord, opinion: OpinionRecord | None) -> None:
    if opinion is not None:
        before, after = opinion.before_millis // 10, opinion.after_millis // 10
        seen = isolated(opinion.quote)
        say(f"      {finding.kind}, {before} % by the two texts; the machine has {seen}, and with it {after} %")
    if record.totals.scores is not None:
        chrf = record.totals.scores.chrf_millis / 1000
        say(f"      likeness of person and machine (not quality): chrF++ {chrf:.1f} over {record.totals.counted} rows")
