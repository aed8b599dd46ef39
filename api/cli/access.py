"""``thabat keys``: API keys are made here, shown once, listed and revoked."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import ACTOR, DataOption, JsonOption, opened
from api.cli.output import plain, say, say_json, table, tell

if TYPE_CHECKING:
    from archive.keys import KeyInfo

app = typer.Typer(
    help="API keys: create, list, revoke.",
    epilog="Example: thabat keys list",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("create", epilog="Example: thabat keys create --role archivist --name 'Upload desk'")
def create(
    role: Annotated[str, typer.Option(help="reader, archivist or admin")],
    name: Annotated[str, typer.Option(help="Whose key it is; stands in lists, not in the journal")],
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make a key. It is printed once and kept only as a digest."""
    from archive.errors import BadInput
    from archive.models.people import Role
    from archive.values import utc_now

    if role not in [known.value for known in Role]:
        raise BadInput(f"--role: expected one of {', '.join(Role)}, found {role!r}")
    with opened(data) as services:
        key, info = services.keys.create(name, Role(role), actor=ACTOR, now=utc_now())
    if as_json:
        say_json({"key": key, **_as_dict(info)})
        return
    say(key)
    tell(f"This is the only time the key is shown. It is {info.role}’s key {info.id}, “{plain(info.name)}”.")


@app.command("list", epilog="Example: thabat keys list --json")
def list_keys(data: DataOption = None, as_json: JsonOption = False) -> None:
    """All keys, revoked ones too; never the keys themselves."""
    with opened(data) as services:
        infos = services.keys.all()
    if as_json:
        say_json([_as_dict(info) for info in infos])
        return
    table([(info.id, info.role, f"{info.created_at:%Y-%m-%d}", _state(info), plain(info.name)) for info in infos])


@app.command("revoke", epilog="Example: thabat keys revoke 0a1b2c3d")
def revoke(
    key_id: Annotated[str, typer.Argument(help="The eight digits that name the key", metavar="ID")],
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """From now on the key opens nothing."""
    from archive.values import utc_now

    with opened(data) as services:
        info = services.keys.revoke(key_id, actor=ACTOR, now=utc_now())
    if as_json:
        say_json(_as_dict(info))
    else:
        say(f"revoked  {info.id}  {plain(info.name)}")


def _state(info: KeyInfo) -> str:
    return f"revoked {info.revoked_at:%Y-%m-%d}" if info.revoked_at else "valid"


def _as_dict(info: KeyInfo) -> dict[str, Any]:
    moments = {"created_at": info.created_at, "revoked_at": info.revoked_at}
    return {**asdict(info), **{name: at.isoformat() if at else None for name, at in moments.items()}}
