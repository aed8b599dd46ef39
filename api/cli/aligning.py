"""``thabat align``: a whole collection of pairs aligned and compared, without an archive."""

from __future__ import annotations

import gzip
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Final

import typer

from api.cli.options import JsonOption
from api.cli.output import plain, say, say_json, tell
from api.cli.progress import bar_or_lines

if TYPE_CHECKING:
    from archive.corpora.running import Progress

STDOUT: Final = Path("-")
UNFINISHED: Final = ".part"


def register(app: typer.Typer) -> None:
    app.command("align", epilog="Example: thabat align pairs.jsonl.gz -o aligned.jsonl --jobs 4")(align)


def align(
    file: Annotated[Path, typer.Argument(metavar="PAIRS", help="JSON lines, UTF-8; may be gzipped")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="Where the answers go; - is stdout")],
    jobs: Annotated[int | None, typer.Option(min=1, max=64, help="Processes [one a core]", show_default=False)] = None,
    all_bands: Annotated[
        bool, typer.Option("--all-bands", help="Also hints that are not shown by default, merges, splits, conversions")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Align sentences and name differences, one pair a line. Needs no archive and writes nothing but FILE.

    A line is {id, text_ar, text_en} or {id, sentences_ar, sentences_en}. A bad one is reported with its number and the
    rest goes on (exit 1).
    """
    from archive.corpora.running import Comparing, compare_file

    _require_other_file(file, out)
    tally = Tally()
    with bar_or_lines(file.name) as advance:
        progress = compare_file(file, Comparing(all_bands), jobs=jobs or len(os.sched_getaffinity(0)))
        first = next(progress, None)  # what cannot be read is refused before anything is written
        with _writing(out) as sink:
            while first is not None:
                tally.take(first, sink)
                advance(first.position, first.size)
                first = next(progress, None)
    tally.report(out, as_json=as_json)
    raise typer.Exit(1 if tally.bad else 0)


class Tally:
    """Writes answers as they come and counts them."""

    def __init__(self) -> None:
        self.lines = self.bad = self.issues = self.no_pair = 0
        self._started = time.monotonic()

    def take(self, progress: Progress, sink: IO[str]) -> None:
        from archive.corpora.running import Fault

        for outcome in progress.outcomes:
            self.lines += 1
            if isinstance(outcome, Fault):
                self.bad += 1
                tell(f"line {outcome.line}: {plain(outcome.detail)}")
                continue
            self.issues += outcome.issues
            self.no_pair += not outcome.is_pair
            sink.write(outcome.answer + "\n")

    def report(self, out: Path, *, as_json: bool) -> None:
        """On stderr where the answers are on stdout."""
        facts = {
            "lines": self.lines,
            "compared": self.lines - self.bad,
            "bad": self.bad,
            "no_pair": self.no_pair,
            "issues": self.issues,
            "seconds": round(time.monotonic() - self._started, 1),
        }
        if as_json and out != STDOUT:
            say_json({"summary": facts}, indent=None)
            return
        write = tell if out == STDOUT else say
        write(
            f"{facts['lines']} lines: {facts['compared']} compared, {self.no_pair} do not look like pairs, "
            f"{self.bad} bad, {self.issues} differences, {facts['seconds']} s"
        )


def _require_other_file(file: Path, out: Path) -> None:
    from archive.errors import BadInput

    if out.exists() and file.exists() and out.samefile(file):
        raise BadInput(f"{out}: the answers cannot go into the file that is read", code="contradiction")


@contextmanager
def _writing(out: Path) -> Iterator[IO[str]]:
    """Into ``out``, packed if it is called ``….gz``. Under another name until it is whole."""
    from archive.errors import BadInput

    if out == STDOUT:
        yield sys.stdout
        return
    whole = out.exists() and not out.is_file()  # a pipe or a device has no other name
    target = out if whole else out.with_name(out.name + UNFINISHED)
    try:
        with _opened(target, packed=out.suffix == ".gz") as sink:
            yield sink
        if not whole:
            target.replace(out)
    except OSError as error:
        raise BadInput(f"{out}: cannot be written: {error.strerror}") from None


def _opened(path: Path, *, packed: bool) -> IO[str]:
    if packed:
        return gzip.open(path, "wt", encoding="utf-8", newline="\n")
    return path.open("w", encoding="utf-8", newline="\n")
