"""``thabat verify``: is this still what was received and recorded?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import DataOption, JsonOption, read_settings
from api.cli.output import say, say_json

if TYPE_CHECKING:
    from api.settings import Settings
    from archive.verify.rerun import Opener


def register(app: typer.Typer) -> None:
    app.command("verify", epilog="Example: thabat verify --checkpoint checkpoint.txt --key 'origin+hash+key'")(verify)


def verify(
    data: DataOption = None,
    checkpoint: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A signed checkpoint that somebody else kept", show_default=False),
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(metavar="VKEY", help="The journal's public key as you hold it", show_default=False),
    ] = None,
    machine_sample: Annotated[
        int, typer.Option(metavar="N", min=0, help="Also translate up to N recorded machine sentences again")
    ] = 0,
    as_json: JsonOption = False,
) -> None:
    """Recompute everything that can be recomputed: a numbered report, exit 1 when something is broken."""
    from archive.errors import BadInput, NotFound
    from archive.journal.note import VerifierKey
    from archive.verify import Rerun
    from archive.verify import verify as check

    settings = read_settings(data)
    folder = settings.data
    if not folder.is_dir():
        raise NotFound(f"there is no folder {folder}")
    try:
        held = VerifierKey.parse(key) if key else None
        note = checkpoint.read_text("utf-8") if checkpoint else None
    except (ValueError, OSError) as error:
        raise BadInput(f"--key or --checkpoint: {error}") from None
    rerun = Rerun(machine_sample, _opener(settings)) if machine_sample else None
    report = check(folder, key=held, checkpoint=note, rerun=rerun)
    if as_json:
        say_json(report.as_dict())
    else:
        say(report.as_text().rstrip("\n"))
    raise typer.Exit(report.exit_code)


def _opener(settings: Settings) -> Opener:
    """Opens recorded packages from the store beside the database."""
    from archive.machine.packages import PackageStore
    from archive.machine.translator_argos import open_translator
    from archive.translating_rows import parameters_of

    store = PackageStore(settings.models)
    return lambda packages, parameters: open_translator(
        [store.find(name) for name in packages], parameters_of(parameters)
    )
