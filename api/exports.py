"""Concordance, renderings and codings as flat rows for tables, and tables as CSV (RFC 4180) or JSON lines.

The same for the command line, the API and the pages. Spans are written ``start-end``, lists with ``; `` between.
A cell that a spreadsheet would take for a formula begins with an apostrophe there; JSON has it as it is.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from archive.coding import CodingRecord
from search.parallel.question import By

LINE_COLUMNS: Final = (
    "hit", "work", "version", "language", "start", "end", "left", "node", "right",
    "other_version", "other_language", "other_spans", "other", "outlets", "translators", "published_from",
    "published_to", "label", "uncertain", "by_hand", "findings", "alignment", "recipe", "codes", "spelling",
)  # fmt: skip
ROW_COLUMNS: Final = ("row", "outcome", "printed", "stem", "hits", "g2_millis", "by", "value", "count")
CODING_COLUMNS: Final = (
    "id", "hit", "work", "version", "start", "end", "quote", "other_version", "other_spans", "other_quote",
    "alignment", "alignment_recipe", "recipe", "query", "code", "note", "by", "recorded_at",
)  # fmt: skip
MEDIA: Final[Mapping[str, str]] = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def with_codings(found: Mapping[str, Any], said: Mapping[str, Sequence[CodingRecord]]) -> dict[str, Any]:
    """A concordance with what people said of each line beside it."""
    lines = [{**line, "codings": [one.as_dict() for one in said.get(line["id"], ())]} for line in found["lines"]]
    return {**found, "lines": lines}


def line_rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """A row a line, of :func:`with_codings`."""
    for line in found["lines"]:
        other = line["other"]
        yield (
            line["id"], line["work"], line["version"], line["language"], *line["span"],
            line["left"], line["node"], line["right"],
            other["version"], other["language"], _spans(other["spans"]), other["text"],
            _names(line["outlets"]), _names(line["translators"]), *(day or "" for day in line["published"]),
            line["label"], line["uncertain"], line["by_hand"], "; ".join(line["findings"]),
            line["alignment"], found["recipe"], "; ".join(one["code"] for one in line["codings"]),
            line["spelling"],
        )  # fmt: skip


def rendering_rows(found: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """A row a rendering with its total, then one a cell."""
    for row in found["rows"]:
        about = (
            row["row"],
            row["outcome"],
            row["printed"] or "",
            row["stem"] or "",
            row["hits"],
            row["g2_millis"] or "",
        )
        yield (*about, "", "", row["hits"])
        for by in By:
            for one in row[by]:
                yield (*about, by.value, " · ".join(one["names"]) or one["value"], one["hits"])


def coding_rows(records: Iterable[CodingRecord]) -> Iterator[tuple[Any, ...]]:
    for one in records:
        found = one.as_dict()
        found["start"], found["end"] = found["span"]
        found["other_spans"] = _spans(found["other_spans"])
        yield tuple("" if found[name] is None else found[name] for name in CODING_COLUMNS)


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def as_jsonl(objects: Iterable[Mapping[str, Any]]) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects)


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _spans(spans: Iterable[Sequence[int]]) -> str:
    return "; ".join(f"{start}-{end}" for start, end in spans)


def _names(hands: Iterable[Sequence[str]]) -> str:
    return "; ".join(" · ".join(names) for names in hands)
