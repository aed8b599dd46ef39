"""``thabat search`` and ``thabat reindex``."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from api.cli import batch, watching
from api.cli.asked import Asked
from api.cli.options import DataOption, JsonOption, opened
from api.cli.output import highlighted, isolated, plain, say, say_json, tell

if TYPE_CHECKING:
    from api.services import Services


READING_SECONDS: Final = 10.0
"""Spent at most on reading new texts for their meaning before a search; there may be no worker."""


def register(app: typer.Typer) -> None:
    app.command("search", epilog="Example: thabat search 'المعارضة' --language ar --from 2015 --to 2016")(search)
    app.command("reindex", epilog="Example: thabat reindex")(reindex)


def _filter(help_: str, *names: str) -> Any:
    return typer.Option(*names, help=help_, show_default=False)


def search(
    query: Annotated[str, typer.Argument(help='Words, "phrases", AND OR NOT ( ), -without, field:value')] = "",
    language: Annotated[list[str] | None, _filter("Only versions in this language; may be repeated")] = None,
    outlet: Annotated[list[str] | None, _filter("Only from this outlet; may be repeated")] = None,
    agent: Annotated[list[str] | None, _filter("Only with this hand in the chain; may be repeated")] = None,
    role: Annotated[list[str] | None, _filter("Only with a hand in this role (MARC code or word)")] = None,
    translator: Annotated[list[str] | None, _filter("Only translated by this name, or: unnamed")] = None,
    kind: Annotated[list[str] | None, _filter("news, opinion, interview, …; may be repeated")] = None,
    year: Annotated[list[str] | None, _filter("Published in this year; may be repeated")] = None,
    date_from: Annotated[str | None, _filter("Published from: YYYY, YYYY-MM or YYYY-MM-DD", "--from")] = None,
    date_to: Annotated[str | None, _filter("Published up to, whole year, month or day", "--to")] = None,
    has_disclaimer: Annotated[
        bool | None, _filter("Only with, or only without, a disclaimer", "--disclaimer/--no-disclaimer")
    ] = None,
    status: Annotated[list[str] | None, _filter("latest or superseded")] = None,
    finding: Annotated[list[str] | None, _filter("Only works with such a difference, as number_changed")] = None,
    mode: Annotated[str, typer.Option(help="words, meaning or both")] = "words",
    sort: Annotated[str, typer.Option(help="relevance or date")] = "relevance",
    names: Annotated[bool, typer.Option("--names/--no-names", help="Find names in other spellings too")] = True,
    facets: Annotated[bool, typer.Option("--facets", help="Count works by language, outlet, hand, year, …")] = False,
    offset: Annotated[int, typer.Option(help="Works to pass over")] = 0,
    limit: Annotated[int, typer.Option(help="Works to show")] = 10,
    queries: Annotated[Path | None, _filter("Answer a file of queries, one a line, in order; - is stdin")] = None,
    natural: Annotated[bool, typer.Option("--natural", help="Queries are free words: any of them will do")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="With --queries: print CSV, one result a row")] = False,
    save: Annotated[str | None, _filter("Keep this search under a new name; what it finds now counts as seen")] = None,
    saved: Annotated[str | None, _filter("Ask the search saved under this name")] = None,
    new: Annotated[bool, typer.Option("--new", help="With --saved: only what is new since it was last asked")] = False,
    list_saved: Annotated[
        bool, typer.Option("--list-saved", help="List what is saved, with counts of what is new")
    ] = False,
    delete_saved: Annotated[str | None, _filter("Keep the search under this name no longer")] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find works by what any of their versions says. The answer is the same JSON as the API's."""
    options = {
        "language": language,
        "outlet": outlet,
        "agent": agent,
        "role": role,
        "translator": translator,
        "kind": kind,
        "year": year,
        "date_from": date_from,
        "date_to": date_to,
        "has_disclaimer": has_disclaimer,
        "status": status,
        "finding": finding,
        "mode": mode,
        "sort": sort,
        "names": names,
        "natural": natural,
    }
    asked = Asked(query, {name: value for name, value in options.items() if value is not None}, offset, limit, facets)
    deeds = {
        "--queries": queries,
        "--save": save,
        "--saved": saved,
        "--list-saved": list_saved or None,
        "--delete-saved": delete_saved,
    }
    _refuse_contradictions(asked, [name for name, given in deeds.items() if given is not None], as_csv=as_csv, new=new)
    with opened(data) as services:
        if delete_saved is not None:
            watching.delete(services, delete_saved)
            return
        catch_up(services, meaning=mode != "words")
        if queries:
            batch.answer(services, queries, asked, as_csv=as_csv)
        elif save:
            watching.keep(services, save, asked, as_json=as_json)
        elif saved:
            watching.ask(services, saved, asked, new=new, as_json=as_json)
        elif list_saved:
            watching.listed(services, as_json=as_json)
        else:
            _answer(services, asked, as_json=as_json)


def _refuse_contradictions(asked: Asked, deeds: list[str], *, as_csv: bool, new: bool) -> None:
    """``deeds`` are the options that say what is to be done besides a plain search."""
    from archive.errors import BadInput

    if len(deeds) > 1:
        raise BadInput(f"{' and '.join(deeds)} exclude each other")
    if asked.q and deeds and deeds != ["--save"]:
        raise BadInput("the queries are in the file, or saved: give no other")
    if as_csv and "--queries" not in deeds:
        raise BadInput("--csv goes with --queries")
    if new and "--saved" not in deeds:
        raise BadInput("--new goes with --saved NAME")
    if asked.options.get("natural") and "--save" in deeds:
        detail = "--natural is for questions as they come; what is saved is in the search language"
        raise BadInput(detail)


def _answer(services: Services, asked: Asked, *, as_json: bool) -> None:
    found = services.search.search(asked.parsed()).as_dict()
    if as_json:
        say_json(found)
    else:
        print_results(found, offset=asked.offset)


def catch_up(services: Services, *, meaning: bool = False) -> None:
    """Index first what was added since, for there may be no worker; if another process does, ask what is there."""
    from archive.errors import Unavailable

    try:
        services.search.catch_up()
        services.parallel.index.catch_up()
        if meaning:
            until = time.monotonic() + READING_SECONDS
            services.meaning.catch_up(lambda: time.monotonic() > until)
            if services.meaning.status()["lag"]:
                tell("not every text has been read for its meaning yet; thabat work goes on with it")
    except Unavailable as error:
        tell(f"the index was not brought up to date: {error}")


def print_results(found: dict[str, Any], *, offset: int = 0) -> None:
    """For people: a work with its titles, below it the versions that matched with what stands beside them."""
    total = found["total"]
    asked = f" for {isolated(found['query'])}" if found["query"].strip() else ""
    say(f"{total} {'work' if total == 1 else 'works'}{asked}")
    for word, others in found["names"].items():
        say(f"also: {', '.join(map(isolated, others))} (spellings of {isolated(word)}; --no-names leaves them out)")
    for better in found["suggestions"]:
        say(f"did you mean {isolated(better['query'])}? ({better['total']} found)")
    for number, result in enumerate(found["results"], offset + 1):
        print_result(result, number)
    for facet, values in found.get("facets", {}).items():
        counted = (f"{isolated(_called(facet, one))} {one['count']}" for one in values)
        say(f"{facet}: {', '.join(counted)}")


def _called(facet: str, value: dict[str, Any]) -> str:
    """A value of a facet in words, with the short code of a role or a language behind."""
    from archive.chain.roles import ROLES
    from search.vocabulary import words_of

    code, words = value["value"], words_of("en")
    if facet == "role" and code in ROLES:
        return f"{ROLES[code].label_en} ({code})"
    if facet == "lang" and code in words["language"]:
        return f"{words['language'][code]} ({code})"
    section = {"kind": "kind", "finding": "difference", "disclaimer": "disclaimer-filter"}.get(facet, "")
    return " · ".join(value["names"]) or str(words.get(section, {}).get(code, code))


def print_result(result: dict[str, Any], number: int) -> None:
    titles = " · ".join(f"{isolated(title)} ({language})" for language, title in result["titles"].items() if title)
    say()
    say(f"{number:>3}. {titles or '(no title)'}")
    say(f"     {plain(result['external_id'] or '')} work {result['work']}".replace("      ", "     "))
    for hit in result["hits"]:
        say(f"     {_source(hit)}: {highlighted(hit['snippet'], hit['highlights'])}{_nearness(hit)}{_replaced(hit)}")
        beside = hit["counterpart"]
        if beside and beside["text"]:
            say(f"     {_source(beside)}| {isolated(beside['text'])}")


def _source(printed: dict[str, Any]) -> str:
    """The language, and who published it when: each outlet by its first name, the day as EDTF."""
    outlets = (isolated(names[0]) for names in printed["outlets"])
    return ", ".join([printed["language"], *outlets, *([printed["published"]] if printed["published"] else [])])


def _nearness(hit: dict[str, Any]) -> str:
    """How near in meaning, where that is why it was found."""
    return "".join(f" (meaning {why['likeness']:.2f})" for why in hit["why"] if why["by"] == "meaning")


def _replaced(hit: dict[str, Any]) -> str:
    """That it stands in an earlier version, and what replaced it when."""
    later = hit["replaced_by"]
    if later is None:
        return ""
    when = later["published"] or f"kept {later['recorded_at'][:10]}"
    return f" (superseded by {later['version']}, {when})"


def reindex(
    meaning: Annotated[
        bool, typer.Option("--meaning", help="Read every text for its meaning anew too (some 400 sentences a second)")
    ] = False,
    data: DataOption = None,
    as_json: JsonOption = False,
) -> None:
    """Build the search index anew beside the old one, then swap. Searches go on meanwhile."""
    with opened(data) as services:
        count = services.search.rebuild(_told)
        links = services.parallel.index.rebuild()
        if meaning:
            services.meaning.rebuild()
        status = {**services.search.status(), "meaning": services.meaning.status()}
    if sys.stderr.isatty():
        tell("")
    if as_json:
        say_json({"indexed": count, "links": links, **status})
    else:
        say(f"indexed {count} versions; {status['documents']} in the index, {status['lag']} journal entries behind")
        say(f"indexed {links} aligned sentences")


def _told(done: int) -> None:
    """Progress on one line of a terminal."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done} versions")
        sys.stderr.flush()
