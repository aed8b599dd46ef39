"""``thabat log``: the journal's checkpoints, receipts and public key."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import DataOption, JsonOption, opened
from api.cli.output import say, say_json

app = typer.Typer(
    help="The journal: sign a checkpoint, show it, make a receipt.",
    epilog="Example: thabat log checkpoint",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("checkpoint", epilog="Example: thabat log checkpoint > checkpoint.txt")
def checkpoint(data: DataOption = None, as_json: JsonOption = False) -> None:
    """Sign the journal as it stands (C2SP tlog-checkpoint). The last one again when nothing was added."""
    from archive.journal.custody import sign
    from archive.values import utc_now

    with opened(data) as services:
        _print(sign(services.database, services.custody, utc_now()), as_json=as_json)


@app.command("show", epilog="Example: thabat log show")
def show(data: DataOption = None, as_json: JsonOption = False) -> None:
    """The last checkpoint that was signed."""
    from archive.errors import NotFound

    with opened(data) as services:
        note = services.custody.remembered()
    if note is None:
        raise NotFound("no checkpoint has been signed yet: `thabat log checkpoint` signs one", code="no-checkpoint")
    _print(note, as_json=as_json)


@app.command("receipt", epilog="Example: thabat log receipt 12 > 12.tlog-proof")
def receipt(
    seq: Annotated[int, typer.Argument(help="Number of the journal entry, from 0", metavar="SEQ")],
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """The proof that an entry is in the journal under the last checkpoint (C2SP tlog-proof)."""
    from archive.journal.entries import receipt as make

    with opened(data) as services, services.database.read() as session:
        proof = make(session, seq)
    if as_json:
        say_json({"seq": seq, "receipt": proof})
    else:
        say(proof.rstrip("\n"))


@app.command("vkey", epilog="Example: thabat log vkey")
def vkey(data: DataOption = None, as_json: JsonOption = False) -> None:
    """The public key that checks the checkpoints (C2SP signed-note)."""
    with opened(data) as services:
        key = services.custody.vkey()
    if as_json:
        say_json({"origin": key.name, "vkey": str(key)})
    else:
        say(str(key))


def _print(note: str, *, as_json: bool) -> None:
    if not as_json:
        say(note.rstrip("\n"))
        return
    from archive.journal.checkpoint import read_checkpoint

    found = read_checkpoint(note)
    say_json({"origin": found.origin, "size": found.size, "root": found.root.hex(), "note": note})
