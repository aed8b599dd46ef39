"""``thabat import``: thousands of works from one file of JSON lines."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import ACTOR, DataOption, JsonOption, opened
from api.cli.output import plain, say, say_json, tell
from api.cli.progress import bar

if TYPE_CHECKING:
    from archive.importing.bulk import Progress, Summary


def register(app: typer.Typer) -> None:
    app.command("import", epilog="Example: thabat import pairs.jsonl.gz --dry-run")(import_)


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="JSON lines, UTF-8; may be gzipped")],
    batch: Annotated[int, typer.Option(min=1, max=1000, help="Works a transaction")] = 50,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, max=64, help="Processes that read texts [2, or 1 on one core]", show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Keep texts that are not in their declared language")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check every line, write nothing")] = False,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Deposit one work a line. A bad line is reported with its number and the rest goes on (exit 1).

    Interrupted, the same command goes on where it stopped: lines that are kept already are passed over.
    """
    from archive.importing.bulk import Importer
    from archive.values import utc_now

    with opened(data) as services:
        importer = Importer(
            services.database,
            services.blobs,
            services.intake,
            actor=ACTOR,
            clock=utc_now,
            batch=batch,
            jobs=jobs,
            force=force,
            dry_run=dry_run,
        )
        with bar(file.name) as advance:
            for progress in importer.run(file):
                advance(progress.position, progress.size)
                _report(progress, as_json=as_json)
    _print_summary(importer.summary, dry_run=dry_run, as_json=as_json)
    raise typer.Exit(1 if importer.summary.bad else 0)


def _report(progress: Progress, *, as_json: bool) -> None:
    """Bad lines go to stderr; as JSON every line is an object on stdout."""
    from archive.importing.batches import Fault

    for result in progress.results:
        if as_json:
            say_json(asdict(result), indent=None)
        elif isinstance(result, Fault):
            tell(f"line {result.line}: {plain(result.detail)}")


def _print_summary(summary: Summary, *, dry_run: bool, as_json: bool) -> None:
    if as_json:
        say_json({"summary": {**summary.as_dict(), "dry_run": dry_run}}, indent=None)
        return
    verb = "would be kept" if dry_run else "kept"
    say(f"{summary.lines} lines: {summary.created} {verb}, {summary.known} kept already, {summary.bad} bad")
    for title, counts in (("ignored fields", summary.ignored), ("notices", summary.notices)):
        if counts:
            say(f"{title}: " + ", ".join(f"{name} {count}" for name, count in sorted(counts.items())))
