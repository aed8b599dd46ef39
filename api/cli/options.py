"""What several commands share: their options, and the open archive."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

if TYPE_CHECKING:
    from api.services import Services
    from api.settings import Settings

ACTOR: Final = "cli"
"""What the journal calls a deed done at the command line."""

DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="DIR", help="Folder of the archive [./thabat-data, or THABAT_DATA]", show_default=False
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, and nothing else, on stdout")]


def read_settings(data: Path | None, **given: Any) -> Settings:
    from api.settings import Settings

    return Settings.read(data=data, **given)


@contextmanager
def opened(data: Path | None) -> Iterator[Services]:
    """The archive in ``data``, closed afterwards."""
    from api.services import build

    services = build(read_settings(data))
    try:
        yield services
    finally:
        services.close()
