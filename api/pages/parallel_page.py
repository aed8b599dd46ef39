"""From lines and rows to what the pages of concordance and renderings show: links, marks, names of cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import urlencode

from markupsafe import Markup

from api.pages.bidi import isolated
from api.pages.contexts import Paging
from api.pages.marking import Mark, marked
from api.pages.parallel_contexts import (
    CellView,
    Choice,
    CodingForm,
    ConcordancePage,
    LineView,
    ParallelForm,
    RenderingsPage,
    RowView,
)
from api.pages.ui import Ui
from archive.coding import CodingRecord
from archive.values import Span
from search.analysis import analyse
from search.parallel.answers import Concordance, Renderings
from search.parallel.kwic import Order
from search.parallel.lines import Line
from search.parallel.question import OTHER, By, Question
from search.parallel.table import WORD, Counted, Row

API: Final = "/api/v1"
_EXPORTS: Final = {"concordance": ("csv", "jsonl", "json"), "renderings": ("csv", "json")}
MOST_EXPORTED: Final = 10_000


def concordance_page(
    found: Concordance,
    form: ParallelForm,
    ui: Ui,
    *,
    said: Mapping[str, Sequence[CodingRecord]],
    paging: Paging,
    coding: CodingForm | None,
) -> ConcordancePage:
    return ConcordancePage(
        form,
        asked=True,
        side=found.question.side,
        hits=found.hits,
        works=found.works,
        links=found.links,
        looked_at=found.looked_at,
        left_out=found.left_out,
        uncertain=found.uncertain,
        lines=tuple(_line(line, form, ui, said.get(line.id, ()), paging.page) for line in found.lines),
        sorts=tuple(_sort(order, found.question.order, form, ui) for order in Order),
        cell=(_row_name(form.row, found.lines), form.cell.lstrip("~")) if form.row else None,
        paging=paging,
        exports=_exports("concordance", form),
        spellings=_spellings(found.names),
        names=_names("/concordance", found.question, form, ui),
        open=coding,
    )


def renderings_page(found: Renderings, form: ParallelForm, ui: Ui) -> RenderingsPage:
    return RenderingsPage(
        form,
        asked=True,
        side=OTHER[found.question.side],
        hits=found.hits,
        links=found.links,
        looked_at=found.looked_at,
        left_out=found.left_out,
        rows=tuple(_row(row, found.hits, form, ui) for row in found.rows),
        exports=_exports("renderings", form),
        spellings=_spellings(found.names),
        names=_names("/renderings", found.question, form, ui),
    )


def _line(line: Line, form: ParallelForm, ui: Ui, said: Sequence[CodingRecord], page: int) -> LineView:
    a, b = (line.version, line.other.version) if line.in_source else (line.other.version, line.version)
    anchor = f"h-{line.version}-{line.span.start}-{line.other.version}"
    opened = ui.url("/concordance", **form.parameters, page=page if page > 1 else "", code=line.id)
    return LineView(
        line=line,
        anchor=anchor,
        place=ui.url("/compare", a=a, b=b),
        coding=f"{opened}#{anchor}",
        other=marked(line.other.text, [Mark(span) for span in (*line.other.marks, *_rendered(line, form.row))]),
        hands=tuple(dict.fromkeys((*line.outlets, *line.translators))),
        said=tuple(said),
    )


def _row_name(row: str, lines: Sequence[Line]) -> str:
    """A rendering as it is printed most often in these lines, for its row is named by a stem; else the outcome."""
    forms = Counter(span.of(line.other.text) for line in lines for span in _rendered(line, row))
    return min(forms, key=lambda form: (-forms[form], form)) if forms else row.removeprefix(WORD)


def _rendered(line: Line, row: str) -> list[Span]:
    """Where the rendering of the row that is open stands in the other sentence."""
    stem = row.removeprefix(WORD)
    if stem == row:
        return []
    return [Span(one.start, one.end) for one in analyse(line.other.text, line.other.language) if one.stem == stem]


def _spellings(names: Mapping[str, Sequence[str]]) -> tuple[Markup, ...]:
    return tuple(isolated(name) for others in names.values() for name in others)


def _names(path: str, question: Question, form: ParallelForm, ui: Ui) -> tuple[Choice, ...]:
    """As typed, or in other spellings too; a cell of the table is one of the other question, so it is left."""
    ways = (("off", not question.names), ("on", question.names))
    asked = form.parameters if path == "/concordance" and not form.row else form.question
    return tuple(
        Choice(code, None if shown else ui.url(path, **{**asked, "names": "on" if code == "on" else ""}))
        for code, shown in ways
    )


def _sort(order: Order, shown: Order, form: ParallelForm, ui: Ui) -> Choice:
    url = ui.url("/concordance", **{**form.parameters, "sort": order.value})
    return Choice(order.value, None if order is shown else url)


def _row(row: Row, hits: int, form: ParallelForm, ui: Ui) -> RowView:
    found = row.rendering
    return RowView(
        outcome=found.outcome.value,
        printed=found.printed,
        hits=row.hits,
        permille=round(1000 * row.hits / hits),
        g2="" if found.g2_millis is None else f"{found.g2_millis / 1000:.1f}",
        url=ui.url("/concordance", **form.question, row=row.name),
        cells=tuple((by.value, tuple(_cell(one, row, by, form, ui) for one in row.counts[by])) for by in By),
    )


def _cell(one: Counted, row: Row, by: By, form: ParallelForm, ui: Ui) -> CellView:
    url = ui.url("/concordance", **form.question, row=row.name, by=by.value, cell=one.value)
    return CellView(one.value.lstrip("~"), one.names, one.hits, url)


def _exports(name: str, form: ParallelForm) -> tuple[Choice, ...]:
    asked = form.parameters if name == "concordance" else form.question
    limit = {"limit": str(MOST_EXPORTED)} if name == "concordance" else {}
    return tuple(
        Choice(kind, f"{API}/{name}?{urlencode({**asked, **limit, 'format': kind})}") for kind in _EXPORTS[name]
    )
