"""``thabat add``: one deposit, from files or from a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import ACTOR, DataOption, JsonOption, opened
from api.cli.output import say_json

if TYPE_CHECKING:
    from archive.intake.deposit import Deposit


def register(app: typer.Typer) -> None:
    app.command("add", epilog="Example: thabat add --original ar.txt --translation en.html --meta pair.toml")(add)


def add(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help="A folder with pair.toml and its texts", show_default=False),
    ] = None,
    original: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="The original; may be repeated", show_default=False),
    ] = None,
    translation: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Its translation; may be repeated", show_default=False),
    ] = None,
    meta: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Metadata (TOML); file = … in it is relative to it", show_default=False),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(metavar="WORK", help="Join the texts to this work instead of making one", show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Keep a text that is not in its declared language")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be kept, write nothing")] = False,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Hand over texts: an original, a translation, both, or more of each. The same bytes twice are kept once."""
    from api.cli.receipts import described, print_deposit
    from archive.values import utc_now

    deposit = _deposit(folder, original or [], translation or [], meta, to)
    with opened(data) as services:
        prepared = services.intake.preview(deposit, force=force)
        receipt = None
        if not dry_run:
            receipt = services.intake.deposit(deposit, actor=ACTOR, now=utc_now(), force=force)
    found = described(prepared, receipt)
    if as_json:
        say_json(found)
    else:
        print_deposit(found)


def _deposit(
    folder: Path | None, originals: list[Path], translations: list[Path], meta: Path | None, to: str | None
) -> Deposit:
    from archive.errors import BadInput
    from archive.importing.files import read_files, read_folder

    given = bool(originals or translations or meta)
    if folder is not None and given:
        raise BadInput("give a folder, or files with --original, --translation and --meta; not both")
    if folder is not None:
        return read_folder(folder, to_work=to)
    if not given:
        raise BadInput("nothing was handed over: name a folder, or files with --original, --translation or --meta")
    return read_files(originals, translations, meta, to_work=to)
