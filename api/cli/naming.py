"""``thabat names``: what the aligned sentences propose as spellings of one name, taken or turned down by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.finding import catch_up
from api.cli.options import DataOption, JsonOption, opened
from api.cli.output import isolated, say, say_json, tell

if TYPE_CHECKING:
    from search.names import Candidate, OwnNames


def register(app: typer.Typer) -> None:
    app.command("names", epilog="Example: thabat names --accept Raqqa=الرقة --reject Major=مجر")(names)


def _option(help_: str, *names_: str) -> Any:
    return typer.Option(*names_, help=help_, show_default=False)


def names(
    accept: Annotated[list[str] | None, _option("LATIN=ARABIC: spellings of one name; may be repeated")] = None,
    reject: Annotated[list[str] | None, _option("LATIN=ARABIC: not one name; may be repeated")] = None,
    kind: Annotated[str, typer.Option(help="Of what is accepted: place, person, people or body")] = "place",
    least: Annotated[int, typer.Option(help="Least sentences in which the two stand together")] = 2,
    limit: Annotated[int, typer.Option(help="Proposals to show")] = 50,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Names that aligned sentences propose for the gazetteer, with counts; accept or reject them.

    What is accepted is searched for at once. The files are DIR/names/accepted.toml and rejected.toml, yours to edit.
    """
    with opened(data) as services:
        services.names.check()
        for given in accept or ():
            services.names.accept(*_pair(given), kind)
        for given in reject or ():
            services.names.reject(*_pair(given))
        if accept or reject:
            tell(f"{len(accept or ())} accepted, {len(reject or ())} rejected, in {services.settings.names}")
            return
        catch_up(services)
        found = _proposed(services.names, services.parallel.name_candidates().candidates, least)
    if as_json:
        say_json([one.as_dict() for one in found])
        return
    for one in found[:limit]:
        pair = f"{isolated(one.latin)}={isolated(one.written or one.arabic)}"
        say(f"{one.together:>5} of {one.latin_count:<5} {pair}  {one.score:.2f}")
    tell(f"{len(found)} proposals that stand together in {least} sentences or more")


def _pair(given: str) -> tuple[str, str]:
    from archive.errors import BadInput

    latin, sign, arabic = given.partition("=")
    if not sign:
        raise BadInput(f"a name is LATIN=ARABIC; found {given[:60]!r}")
    return latin.strip(), arabic.strip()


def _proposed(own: OwnNames, candidates: tuple[Candidate, ...], least: int) -> list[Candidate]:
    return own.open(one for one in candidates if one.together >= least)
