"""``thabat doctor``: is this installation sound, and is this archive in working order?

A numbered list of HOLDS, BROKEN and NOT CHECKED, like the report of ``verify``. Doctor looks at the
machine and at what may be repaired; whether the record is still what was received is verify's question.
"""

from __future__ import annotations

import typer

from api.cli.options import DataOption, JsonOption, read_settings
from api.cli.output import plain, say, say_json


def register(app: typer.Typer) -> None:
    app.command("doctor", epilog="Example: thabat doctor --data ./thabat-demo")(doctor)


def doctor(data: DataOption = None, as_json: JsonOption = False) -> None:
    """Check Python, SQLite and libraries, then the archive: schema, guards, key, index, blobs, models, jobs, disk."""
    from api.cli.checkup import examine
    from archive.values import Outcome

    checks = examine(read_settings(data))
    broken = any(check.outcome is Outcome.BROKEN for check in checks)
    if as_json:
        say_json({"outcome": "BROKEN" if broken else "HOLDS", "checks": [check.as_dict() for check in checks]})
    else:
        for check in checks:
            say(f"{check.number:>2}  {check.outcome:<11}  {check.title}: {plain(check.found)}")
    raise typer.Exit(1 if broken else 0)
