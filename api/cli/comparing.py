"""``thabat compare``: what differs between two versions, with the evidence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli import witnessing
from api.cli.options import ACTOR, DataOption, JsonOption, opened
from api.cli.output import isolated, plain, say, say_json

if TYPE_CHECKING:
    from api.services import Services
    from archive.comparison_records import ComparisonRecord, FindingRecord, PlaceRecord
    from archive.witness_records import WitnessRecord

QUOTED = 120  # characters of evidence on one line


def register(app: typer.Typer) -> None:
    app.command("compare", epilog="Example: thabat compare 01a202fe-64cc-71bd-96ab-4ecbc456ee70")(compare)


def compare(
    first: Annotated[str, typer.Argument(metavar="WORK|VERSION", help="A work, or the source or older version")],
    second: Annotated[
        str | None, typer.Argument(metavar="VERSION", help="The target or newer version", show_default=False)
    ] = None,
    all_bands: Annotated[bool, typer.Option("--all-bands", help="Also hints that are not shown by default")] = False,
    machine: Annotated[
        str | None,
        typer.Option(
            "--machine", metavar="RUN|last", help="Beside it, row by row, this machine run", show_default=False
        ),
    ] = None,
    score: Annotated[
        bool, typer.Option("--score", help="With --machine: the model's own score of the person's sentences")
    ] = False,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Compare two versions, align and redline them, and keep the comparison. Of a work: its original and translation.

    The same versions and the same methods give the same comparison, under the same id. Nothing here says that anybody
    was wrong: a difference is an observation.
    """
    from archive.values import utc_now

    with opened(data) as services:
        a, b = _versions(services, first, second)
        record = services.comparisons.compare(a, b, actor=ACTOR, now=utc_now())
        beside = _beside(services, (a, b), machine, score=score)
    if as_json:
        extra = {"likeness": witnessing.document(beside)} if beside else {}
        say_json({**_document(record, all_bands=all_bands), **extra})
        return
    _print(record, all_bands=all_bands)
    if beside is not None:
        witnessing.show(beside, all_bands=all_bands)


def _beside(services: Services, pair: tuple[str, str], machine: str | None, *, score: bool) -> WitnessRecord | None:
    """The machine run that was asked for, kept beside the comparison."""
    from archive.errors import BadInput
    from archive.values import utc_now

    if machine is None:
        if score:
            raise BadInput("--score asks the model of a machine run: say which with --machine", code="missing-field")
        return None
    run = services.witnesses.newest(*pair).id if machine == witnessing.LAST else machine
    return services.witnesses.keep(run, pair[1], score=score, actor=ACTOR, now=utc_now())


def _versions(services: Services, first: str, second: str | None) -> tuple[str, str]:
    from archive.errors import BadInput, NotFound

    if second is not None:
        return first, second
    try:
        work = services.catalogue.work(first)
    except NotFound:
        services.catalogue.work_of_version(first)
        raise BadInput(f"{first} is a version: name the version to compare it with", code="missing-field") from None
    pairs = services.comparisons.current_pairs(work.id)
    if not pairs:
        raise BadInput(f"work {work.id} has no translation that is derived from an original", code="missing-field")
    return pairs[0]


def _document(record: ComparisonRecord, *, all_bands: bool) -> dict[str, Any]:
    """What ``GET /api/v1/comparisons/{id}`` answers."""
    from api.schemas.comparisons import shown

    return shown(record, all_bands=all_bands).model_dump(mode="json")


def _print(record: ComparisonRecord, *, all_bands: bool) -> None:
    say(f"comparison {record.id}")
    for line in _summary(record):
        say(line)
    found = record.visible(all_bands=all_bands)
    for one in found:
        say()
        _print_finding(one)
    hidden = sum(not one.shown for one in record.findings)
    counts = ", ".join(f"{kind} {count}" for kind, count in sorted(Counter(one.kind for one in found).items()))
    say()
    say(f"{len(found)} differences" + (f": {counts}" if counts else ""))
    if hidden and not all_bands:
        say(f"{hidden} less sure or neutral ones are not shown (--all-bands shows them)")


def _summary(record: ComparisonRecord) -> list[str]:
    """Counts first, never a bare percentage."""
    result = record.result
    if record.mode == "revision":
        counts = result["counts"]
        inserted, deleted = counts["inserted"] + counts["replacing"], counts["deleted"] + counts["replaced"]
        return [
            f"{inserted} words inserted, {deleted} deleted, {counts['moves']} passages moved",
            f"{counts['orthographic'] + counts['punctuation']} changes of spelling or punctuation",
        ]
    if not result["is_pair"]:
        return ["these two texts do not look like a pair; no differences are named"]
    source, target = result["source"], result["target"]
    return [
        f"{source['without']} of {source['of']} source sentences have no counterpart",
        f"{target['without']} of {target['of']} target sentences have none in the source",
        f"extent: {result['extent']}",
    ]


def _print_finding(one: FindingRecord) -> None:
    change = " → ".join(isolated(words) for words in (one.expected, one.found) if words and len(words) <= QUOTED)
    said = "" if one.status == "open" else f" [{one.status}]"
    say(f"{one.band} {one.kind}{said}{': ' + change if change else ''}")
    sure = (
        f"{one.confidence_millis // 10} of 100 such were right"
        if one.measured
        else f"estimate {one.confidence_millis // 10} %, not measured"
    )
    say(f"  {sure} · {plain(one.method)} · finding {one.id}")
    for name, place in (("a", one.source), ("b", one.target)):
        if place is not None:
            say(f"  {name} {_quoted(place)}")


def _quoted(place: PlaceRecord) -> str:
    whole = place.quote if len(place.quote) <= QUOTED else place.quote[:QUOTED] + "…"
    return f"{place.span.start}–{place.span.end} {isolated(whole)}"
