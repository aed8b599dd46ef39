"""``thabat demo``: the demonstration archive and its tour."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import read_settings

DEMO_DATA = Path("thabat-demo")


def register(app: typer.Typer) -> None:
    app.command("demo", epilog="Example: SERVE=0 thabat demo")(demo)


def demo(
    data: Annotated[
        Path,
        typer.Option("--data", metavar="DIR", help="Folder of the demonstration archive, made if missing"),
    ] = DEMO_DATA,
    serve: Annotated[
        bool, typer.Option("--serve/--no-serve", envvar="SERVE", help="Serve the pages after the tour")
    ] = True,
    port: Annotated[int | None, typer.Option(help="Port to serve on [8077]", show_default=False)] = None,
) -> None:
    """Build an archive of invented works, show what it can do, and serve it."""
    from api.cli.running import serve_archive
    from api.cli.tour import take_tour

    settings = read_settings(data, port=port, origin="demo.thabat.example/log")
    take_tour(settings)
    if serve:
        serve_archive(settings)
