"""``thabat search --queries``: many queries, one open index, an answer a line in the order of the file.

A line that cannot be answered has its fault in its place, and the command ends with 2 after the last line.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer

from api.cli.output import complain, plain, say_json

if TYPE_CHECKING:
    from api.cli.asked import Asked
    from api.services import Services

COLUMNS: Final = (
    "number", "query", "total", "rank", "work", "external_id", "score", "title_ar", "title_en",
    "version", "language", "published", "outlets", "snippet", "fault",
)  # fmt: skip
"""Of the CSV: one row a work found; a query without works, or with a fault, has one row too."""


def answer(services: Services, path: Path, asked: Asked, *, as_csv: bool) -> None:
    """Answer every line of ``path``."""
    faults = 0
    show = _as_csv() if as_csv else _as_json
    for number, line in enumerate(_lines(path), start=1):
        found = _found(services, asked, line)
        faults += "fault" in found
        show(number, found)
    if faults:
        complain(f"{faults} queries could not be answered; each has its fault in its place")
        raise typer.Exit(2)


def _lines(path: Path) -> Iterator[str]:
    from archive.errors import BadFile

    try:
        content = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        yield from content.decode("utf-8-sig").splitlines()
    except OSError as fault:
        raise BadFile(f"{path} cannot be read: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        raise BadFile(f"{path} is not UTF-8 at byte {fault.start}", code="undecodable") from fault


def _found(services: Services, asked: Asked, line: str) -> dict[str, Any]:
    from archive.errors import BadInput, BadQuery

    try:
        if not line.strip():
            raise BadQuery("the line is empty", query=line, position=0, code="nothing-to-search")
        return services.search.search(asked.parsed(line)).as_dict()
    except BadInput as fault:
        return {"query": line, "total": 0, "results": [], "fault": {"code": fault.code, "detail": fault.detail}}


def _as_json(_number: int, found: dict[str, Any]) -> None:
    say_json(found, indent=None)


def _as_csv() -> Callable[[int, dict[str, Any]], None]:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)

    def show(number: int, found: dict[str, Any]) -> None:
        about = [number, _cell(found["query"]), found["total"]]
        rows = [[*about, rank, *_cells(result), ""] for rank, result in enumerate(found["results"], start=1)]
        if not rows:
            rows = [[*about, *[""] * (len(COLUMNS) - len(about) - 1), _cell(found.get("fault", {}).get("detail", ""))]]
        writer.writerows(rows)

    return show


def _cells(result: dict[str, Any]) -> list[object]:
    titles, hit = result["titles"], result["hits"][0]
    outlets = "; ".join(names[0] for names in hit["outlets"])
    source = (hit["version"], hit["language"], hit["published"] or "", outlets)
    texts = (titles["ar"] or "", titles["en"] or "", *source, hit["snippet"])
    return [result["work"], _cell(result["external_id"] or ""), result["score"], *map(_cell, texts)]


def _cell(text: str) -> str:
    """On one line, and no formula to a spreadsheet."""
    shown = plain(text)
    return f"'{shown}" if shown[:1] in {"=", "+", "-", "@"} else shown
