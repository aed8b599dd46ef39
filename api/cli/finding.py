"""``thabat search`` and ``thabat reindex``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import DataOption, JsonOption, opened
from api.cli.output import highlighted, isolated, plain, say, say_json, tell

if TYPE_CHECKING:
    from api.services import Services


def register(app: typer.Typer) -> None:
    app.command("search", epilog="Example: thabat search 'المعارضة' --language ar --from 2015 --to 2016")(search)
    app.command("reindex", epilog="Example: thabat reindex")(reindex)


def _filter(help_: str, *names: str) -> Any:
    return typer.Option(*names, help=help_, show_default=False)


def search(
    query: Annotated[str, typer.Argument(help='Words, "phrases", -without; in any language')] = "",
    language: Annotated[list[str] | None, _filter("Only versions in this language; may be repeated")] = None,
    outlet: Annotated[list[str] | None, _filter("Only from this outlet; may be repeated")] = None,
    agent: Annotated[list[str] | None, _filter("Only with this hand in the chain; may be repeated")] = None,
    kind: Annotated[list[str] | None, _filter("news, opinion, interview, …; may be repeated")] = None,
    date_from: Annotated[str | None, _filter("Published from: YYYY, YYYY-MM or YYYY-MM-DD", "--from")] = None,
    date_to: Annotated[str | None, _filter("Published up to, whole year, month or day", "--to")] = None,
    has_disclaimer: Annotated[
        bool | None, _filter("Only with, or only without, a disclaimer", "--disclaimer/--no-disclaimer")
    ] = None,
    offset: Annotated[int, typer.Option(help="Works to pass over")] = 0,
    limit: Annotated[int, typer.Option(help="Works to show")] = 10,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find works by what any of their versions says. The answer is the same JSON as the API's."""
    from search.query import parse

    asked = parse(
        query,
        language=language,
        outlet=outlet,
        agent=agent,
        kind=kind,
        date_from=date_from,
        date_to=date_to,
        has_disclaimer=has_disclaimer,
        offset=offset,
        limit=limit,
    )
    with opened(data) as services:
        _catch_up(services)
        found = services.search.search(asked).as_dict()
    if as_json:
        say_json(found)
    else:
        print_results(found, offset=offset)


def _catch_up(services: Services) -> None:
    """Index first what was added since, for there may be no worker; if another process does, ask what is there."""
    from archive.errors import Unavailable

    try:
        services.search.catch_up()
    except Unavailable as error:
        tell(f"the index was not brought up to date: {error}")


def print_results(found: dict[str, Any], *, offset: int = 0) -> None:
    """For people: a work with its titles, below it the versions that matched."""
    total = found["total"]
    say(f"{total} {'work' if total == 1 else 'works'} for {isolated(found['query'])}")
    for number, result in enumerate(found["results"], offset + 1):
        titles = " · ".join(f"{isolated(title)} ({language})" for language, title in result["titles"].items() if title)
        say()
        say(f"{number:>3}. {titles or '(no title)'}")
        say(f"     {plain(result['external_id'] or '')} work {result['work']}".replace("      ", "     "))
        for hit in result["hits"]:
            say(f"     {hit['language']}: {highlighted(hit['snippet'], hit['highlights'])}")


def reindex(data: DataOption = None, as_json: JsonOption = False) -> None:
    """Build the search index anew beside the old one, then swap. Searches go on meanwhile."""
    with opened(data) as services:
        count = services.search.rebuild(_told)
        status = services.search.status()
    if sys.stderr.isatty():
        tell("")
    if as_json:
        say_json({"indexed": count, **status})
    else:
        say(f"indexed {count} versions; {status['documents']} in the index, {status['lag']} journal entries behind")


def _told(done: int) -> None:
    """Progress on one line of a terminal."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done} versions")
        sys.stderr.flush()
