"""``thabat concordance``, ``thabat renderings`` and ``thabat codings``: words in aligned sentences, both sides."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.finding import catch_up
from api.cli.options import ACTOR, DataOption, JsonOption, opened
from api.cli.output import highlighted, isolated, plain, say, say_json, tell

if TYPE_CHECKING:
    from search.parallel.question import Question


def register(app: typer.Typer) -> None:
    app.command("concordance", epilog="Example: thabat concordance 'ar:النظام -en:regime' --sort right")(concordance)
    app.command("renderings", epilog="Example: thabat renderings النظام --from 2015 --csv")(renderings)
    app.command("codings", epilog="Example: thabat codings --code evasive --csv")(codings)


def _option(help_: str, *names: str) -> Any:
    return typer.Option(*names, help=help_, show_default=False)


Term = Annotated[str, typer.Argument(metavar="QUERY", help="Words and phrases; ar:… and en:… say on which side")]
Side = Annotated[str | None, _option("ar or en: the side of the hits [that of the words' script]", "--side")]
With = Annotated[str, _option("Only where the other side has this", "--with")]
Without = Annotated[str, _option("Only where the other side surely has not this", "--without")]
Outlet = Annotated[list[str] | None, _option("In the translation's chain; may be repeated", "--outlet")]
Agent = Annotated[list[str] | None, _option("Any hand in the translation's chain; may be repeated", "--agent")]
Translator = Annotated[list[str] | None, _option("A translator, or unnamed; may be repeated", "--translator")]
Kind = Annotated[list[str] | None, _option("news, opinion, interview, …; may be repeated", "--kind")]
Found = Annotated[list[str] | None, _option("A kind of difference at that sentence; may be repeated", "--finding")]
From = Annotated[str | None, _option("Translation published from: YYYY, YYYY-MM or YYYY-MM-DD", "--from")]
To = Annotated[str | None, _option("Translation published up to", "--to")]
Names = Annotated[bool, typer.Option("--names/--no-names", help="Names in other spellings too")]
CsvOption = Annotated[bool, typer.Option("--csv", help="Print CSV, and nothing else, on stdout")]


def concordance(
    query: Term,
    side: Side = None,
    beside: With = "",
    not_beside: Without = "",
    outlet: Outlet = None,
    agent: Agent = None,
    translator: Translator = None,
    kind: Kind = None,
    finding: Found = None,
    date_from: From = None,
    date_to: To = None,
    names: Names = False,
    sort: Annotated[str, typer.Option(help="left, right, date or outlet")] = "date",
    width: Annotated[int, typer.Option(help="Characters of context on each side")] = 60,
    row: Annotated[str, _option("Only a row of the renderings, such as word:regim or not_rendered", "--row")] = "",
    offset: Annotated[int, typer.Option(help="Lines to pass over")] = 0,
    limit: Annotated[int, typer.Option(help="Lines to show")] = 50,
    data: DataOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """Every occurrence of words in aligned sentences, with what stands before, after, and on the other side."""
    from search.parallel.question import ask

    question = ask(
        query, side=side, beside=beside, not_beside=not_beside, outlet=outlet, agent=agent, translator=translator,
        kind=kind, finding=finding, date_from=date_from, date_to=date_to, order=sort, width=width, row=row,
        offset=offset, limit=limit, names=names,
    )  # fmt: skip
    found = _concordance(data, question)
    if as_json:
        say_json(found)
    elif as_csv:
        _table("line", found)
    else:
        _print_lines(found, offset)


def renderings(
    query: Term,
    side: Side = None,
    beside: With = "",
    not_beside: Without = "",
    outlet: Outlet = None,
    agent: Agent = None,
    translator: Translator = None,
    kind: Kind = None,
    finding: Found = None,
    date_from: From = None,
    date_to: To = None,
    names: Names = False,
    data: DataOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """What stands for words on the other side, by outlet, translator and year; every hit is in one row."""
    from search.parallel.question import ask

    question = ask(
        query, side=side, beside=beside, not_beside=not_beside, outlet=outlet, agent=agent, translator=translator,
        kind=kind, finding=finding, date_from=date_from, date_to=date_to, names=names,
    )  # fmt: skip
    with opened(data) as services:
        catch_up(services)
        found = services.parallel.renderings(question).as_dict()
    if as_json:
        say_json(found)
    elif as_csv:
        _table("row", found)
    else:
        _print_rows(found)


def codings(
    code: Annotated[str | None, _option("Only this code", "--code")] = None,
    work: Annotated[str | None, _option("Only hits in this work", "--work")] = None,
    hit: Annotated[str | None, _option("Give this hit of a concordance a code (with --code)", "--hit")] = None,
    note: Annotated[str | None, _option("With --hit: a note", "--note")] = None,
    data: DataOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """What people said of hits: listed or exported; or, with --hit, one more said. JSON is a line a coding."""
    from api import exports

    with opened(data) as services:
        if hit is not None:
            from archive.values import utc_now
            from search.parallel.service import concordance_recipe

            recipe = concordance_recipe()
            services.codings.add(hit, code or "", note=note, recipe=recipe, by=ACTOR, now=utc_now())
        where = {name: value for name, value in (("code", code), ("work_id", work)) if value}
        found = services.codings.all(**where)
    if as_json:
        sys.stdout.write(exports.as_jsonl(one.as_dict() for one in found))
    elif as_csv:
        sys.stdout.write(exports.as_csv(exports.CODING_COLUMNS, exports.coding_rows(found)))
    else:
        for one in found:
            said = f" ({isolated(one.note)})" if one.note else ""
            say(f"{isolated(one.code)}{said}: {isolated(one.quote)} → {isolated(one.other_quote or '—')}")
            say(f"    {one.hit} by {plain(one.by)}, {one.recorded_at:%Y-%m-%d}")
        tell(_counted(len(found), "coding", "codings"))


def _concordance(data: Any, question: Question) -> dict[str, Any]:
    from api.exports import with_codings

    with opened(data) as services:
        catch_up(services)
        found = services.parallel.concordance(question).as_dict()
        return with_codings(found, services.codings.of_hits(line["id"] for line in found["lines"]))


def _table(of: str, found: dict[str, Any]) -> None:
    from api import exports

    if of == "line":
        sys.stdout.write(exports.as_csv(exports.LINE_COLUMNS, exports.line_rows(found)))
    else:
        sys.stdout.write(exports.as_csv(exports.ROW_COLUMNS, exports.rendering_rows(found)))


def _print_lines(found: dict[str, Any], offset: int) -> None:
    _head(found)
    if found["uncertain"]:
        say(f"{found['uncertain']} of them in links that are uncertain (marked ?)")
    for number, line in enumerate(found["lines"], offset + 1):
        say()
        start = len(line["left"])
        node = (start, start + len(line["node"]))
        say(f"{number:>4}. {highlighted(line['left'] + line['node'] + line['right'], [node])}")
        mark = "?" if line["uncertain"] else "~" if line["spelling"] else "|"
        say(f"      {mark} {isolated(line['other']['text']) if line['other']['text'] else '(no counterpart)'}")
        hands = [" · ".join(names) for names in (*line["outlets"], *line["translators"])]
        when = _published(line)
        say(
            f"      {', '.join([*map(isolated, hands), *([when] if when else [])])} work {line['work']}".replace(
                "  work", " work"
            )
        )
        for one in line["codings"]:
            say(f"      # {isolated(one['code'])} by {plain(one['by'])}")


def _published(line: dict[str, Any]) -> str:
    from archive.chain.edtf_dates import edtf_between

    first, last = (date.fromisoformat(day) if day else None for day in line["published"])
    return edtf_between(first, last)


def _print_rows(found: dict[str, Any]) -> None:
    _head(found)
    for row in found["rows"]:
        say()
        name = isolated(row["printed"]) if row["printed"] else row["outcome"].replace("_", " ")
        say(f"{row['hits']:>5}  {name}")
        for by in ("outlet", "translator", "year"):
            cells = (
                f"{isolated(' · '.join(one['names']) or one['value'].lstrip('~'))} {one['hits']}" for one in row[by]
            )
            say(f"       {by}: {', '.join(cells)}")


def _head(found: dict[str, Any]) -> None:
    hits = _counted(found["hits"], "hit", "hits")
    say(f"{hits} for {isolated(found['query'])} on the side {found['side']}, in {found['looked_at']} aligned sentences")
    for word, others in found["names"].items():
        say(f"also: {', '.join(map(isolated, others))} (spellings of {isolated(word)}; a ~ marks such hits)")
    if found["looked_at"] < found["links"]:
        say(f"of {found['links']} sentences that answer only these were looked at; narrow the question to see all")
    if found["left_out"]:
        say(f"{found['left_out']} uncertain links are left out: they do not show that something is absent")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
