"""``thabat translate``: what an offline machine makes of originals, kept as a witness."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Final

import typer

from api.cli.options import ACTOR, DataOption, JsonOption, opened
from api.cli.output import plain, say, say_json, tell
from api.cli.progress import bar_or_lines

if TYPE_CHECKING:
    from api.services import Services
    from api.translating import Lane
    from archive.machine.translator import Parameters
    from archive.translating_requests import Requested
    from archive.translation_records import RunRecord

WAIT_SECONDS: Final = 0.5  # between two looks at runs that another worker has
INTERRUPTED: Final = 130
LISTED: Final = 20  # of more runs only those that are not done are listed one by one
_THE_CALLERS: Final = frozenset({"no-model", "unknown-model", "ambiguous-model", "wrong-model", "model-changed"})
"""What would be wrong with every other text as well."""


def register(app: typer.Typer) -> None:
    app.command("translate", epilog="Example: thabat translate --all-missing --package ar-en")(translate)


def translate(
    works: Annotated[
        list[str] | None, typer.Argument(metavar="WORK|VERSION…", help="Works or versions", show_default=False)
    ] = None,
    all_missing: Annotated[
        bool, typer.Option("--all-missing", help="Every original that no machine has translated")
    ] = False,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Originals of this outlet")] = None,
    to: Annotated[
        str | None, typer.Option(metavar="LANGUAGE", help="Into [en; of English: ar]", show_default=False)
    ] = None,
    package: Annotated[
        list[str] | None,
        typer.Option(metavar="ID|PAIR", help="Package; twice for a way over a third language", show_default=False),
    ] = None,
    compute_type: Annotated[
        str, typer.Option(metavar="float32|int8", help="float32: the same everywhere; int8: faster")
    ] = "float32",
    again: Annotated[bool, typer.Option("--again", help="Another run, though one like it stands")] = False,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Translate originals with an installed package, in batches over many texts. Ctrl-C ends after the one at hand.

    What was done stays, and the same command goes on where it was stopped. A machine's text never counts as a
    person's. Exit 1 if a text was refused or could not be done.
    """
    with opened(data) as services:
        versions = _versions(services, works or [], outlet, all_missing=all_missing)
        if not versions:
            tell(f"there is no original {f'of {plain(outlet)} ' if outlet else ''}to translate")
        batch = Asked(services, to, tuple(package or ()), _parameters(compute_type), again=again)
        for version in versions:
            batch.ask(version, alone=bool(works) and len(versions) == 1)
        finished = _do(services, batch)
        runs = [services.translations.get(run.id) for run in batch.runs]
    _report(runs, batch.refused, as_json=as_json)
    if not finished:
        tell("stopped; what is not done is still owed: `thabat work`, or the same command, goes on")
        raise typer.Exit(INTERRUPTED)
    raise typer.Exit(1 if batch.refused or any(run.result is None for run in runs) else 0)


class Asked:
    """The requests of one command, and what was refused."""

    def __init__(
        self, services: Services, to: str | None, packages: tuple[str, ...], parameters: Parameters, *, again: bool
    ) -> None:
        self._translations = services.translations
        self._to, self._packages, self._parameters, self._again = to, packages, parameters, again
        self.runs: list[Requested] = []
        self.refused: list[tuple[str, str]] = []

    def ask(self, version: str, *, alone: bool) -> None:
        """Owe one translation; what cannot be done is said and passed over, unless it is the only one."""
        from archive.errors import BadInput
        from archive.values import utc_now

        try:
            self.runs.append(
                self._translations.request(
                    version, to=self._to, packages=self._packages, parameters=self._parameters, again=self._again,
                    actor=ACTOR, now=utc_now(),
                )
            )  # fmt: skip
        except BadInput as error:
            if alone or error.code in _THE_CALLERS:
                raise
            self.refused.append((version, error.code))
            tell(plain(error.detail if version in error.detail else f"{version}: {error.detail}"))

    @property
    def sentences(self) -> int:
        return sum(run.sentences for run in self.runs)


def _parameters(compute_type: str) -> Parameters:
    from archive.errors import BadInput
    from archive.machine.translator import ComputeType, Parameters

    try:
        return Parameters(compute_type=ComputeType(compute_type))
    except ValueError:
        known = ", ".join(ComputeType)
        raise BadInput(f"--compute-type: expected one of {known}; found {compute_type[:40]!r}") from None


def _versions(services: Services, works: list[str], outlet: str | None, *, all_missing: bool) -> list[str]:
    from archive.errors import BadInput

    if bool(works) == bool(outlet or all_missing):
        raise BadInput("name works, or say --all-missing or --outlet", code="missing-field")
    if not works:
        return services.translations.originals(outlet=outlet, without_run=all_missing)
    return [version for name in works for version in _of(services, name)]


def _of(services: Services, name: str) -> list[str]:
    """The newest originals of a work; a version itself."""
    from archive.errors import BadInput, NotFound

    try:
        work = services.catalogue.work(name)
    except NotFound:
        services.catalogue.work_of_version(name)
        return [name]
    found = services.translations.originals(works=[work.id])
    if not found:
        raise BadInput(f"work {work.id} has no original to translate", code="missing-field")
    return found


def _do(services: Services, batch: Asked) -> bool:
    """Translate until none is owed any more, here or by another worker. False when interrupted."""
    from api.translating import Lane

    owed = [run for run in batch.runs if run.status in ("queued", "running")]
    if not owed:
        return True
    total, done = sum(run.sentences for run in owed), 0
    with bar_or_lines("translating") as advance:

        def one_more(sentences: int) -> None:
            nonlocal done
            done += sentences
            advance(done, total)

        advance(0, total)
        lane = Lane(services, only=[run.id for run in owed], actor=ACTOR, on_done=one_more)
        with _stopped_by_ctrl_c(lane) as stopped:
            while not stopped():
                lane.run_once()
                if stopped() or not _pending(services, owed):
                    break
                time.sleep(WAIT_SECONDS)
            return not stopped() or not _pending(services, owed)


def _pending(services: Services, runs: list[Requested]) -> bool:
    return any(services.translations.get(run.id).status in ("queued", "running") for run in runs)


@contextmanager
def _stopped_by_ctrl_c(lane: Lane) -> Iterator[Callable[[], bool]]:
    """The first Ctrl-C ends after the batch at hand, a second one at once."""
    stopped = False

    def stop(_number: int, _frame: object) -> None:
        nonlocal stopped
        stopped = True
        signal.signal(signal.SIGINT, signal.default_int_handler)
        tell("stopping after the batch at hand; Ctrl-C again stops at once")
        lane.stop()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield lambda: stopped
    finally:
        signal.signal(signal.SIGINT, before)


def _report(runs: list[RunRecord], refused: list[tuple[str, str]], *, as_json: bool) -> None:
    if as_json:
        from api.schemas.machine import MachineRunLine

        lines = [MachineRunLine.model_validate(run).model_dump(mode="json") for run in runs]
        say_json({"runs": lines, "refused": [{"version": version, "code": code} for version, code in refused]})
        return
    results = [run.result.summary for run in runs if run.result is not None]
    for run in runs:
        if len(runs) <= LISTED or run.result is None:
            say(_line(run))
    counts = {name: sum(result[name] for result in results) for name in ("translated", "cached", "flagged")}
    sentences = f"{counts['translated']} sentences, {counts['cached']} known already, {counts['flagged']} flagged"
    refusals = f", {len(refused)} refused" if refused else ""
    say(f"{len(results)} of {len(runs)} translated{refusals}: {sentences}")


def _line(run: RunRecord) -> str:
    path = " + ".join(f"{package.from_code}→{package.to_code} {package.version}" for package in run.packages)
    mark = ", demonstration model" if run.demonstration else ""
    head = f"run {run.id}  {run.status.value}  {path}{mark}  of {run.version_id}"
    if run.result is None:
        return f"{head}{f'  {run.error}' if run.error else ''}"
    counts = run.result.summary
    flags = ", ".join(f"{name} {count}" for name, count in counts["flags"].items())
    said = f"{counts['translated']} of {counts['sentences']} sentences, {counts['cached']} known already"
    return f"{head}\n  {said}{f'; flagged: {flags}' if flags else ''}\n  text {run.result.target_version_id or 'none'}"
