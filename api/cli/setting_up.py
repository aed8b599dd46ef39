"""``thabat init``: make an archive, or bring an old one to this release."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import DataOption, JsonOption, read_settings
from api.cli.output import say, say_json


def register(app: typer.Typer) -> None:
    app.command("init", epilog="Example: thabat init --data ./thabat-data --origin archive.example/log")(init)


def init(
    data: DataOption = None,
    origin: Annotated[
        str | None,
        typer.Option(help="Name of the journal in checkpoints: a URL without scheme that you own", show_default=False),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Make an archive: database, blobs, the journal's key. Running it again changes nothing but migrates."""
    from api.services import initialise

    services = initialise(read_settings(data, origin=origin))
    try:
        vkey = services.custody.vkey()
        found = {"data": str(services.settings.data.absolute()), "origin": vkey.name, "vkey": str(vkey)}
    finally:
        services.close()
    if as_json:
        say_json(found)
        return
    say(f"archive  {found['data']}")
    say(f"journal  {found['origin']}")
    say(f"vkey     {found['vkey']}   (hand this to whoever shall check your checkpoints)")
