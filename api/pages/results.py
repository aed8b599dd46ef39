"""From what the search found to what the results page shows: titles, snippets with marks, paging, faults."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from api.pages.contexts import Fault, HitRow, Paging, Result, Snippet, Title
from api.pages.marking import Mark, marked
from archive.errors import BadQuery, ThabatError
from archive.values import Span
from search.results import Hit, Page, WorkResult


def results_of(page: Page) -> tuple[Result, ...]:
    return tuple(_result(found) for found in page.results)


def _result(found: WorkResult) -> Result:
    titles = tuple(Title(language, title) for language, title in found.titles.items())
    order = [title.language for title in titles]
    return Result(found.work, found.external_id, titles, tuple(_row(hit, order) for hit in _telling(found.hits)))


def _telling(hits: Sequence[Hit]) -> list[Hit]:
    """Without hits that only say again, unmarked, what stands beside one before them."""
    kept: list[Hit] = []
    for hit in hits:
        if not any(_is_said(hit, before) for before in kept):
            kept.append(hit)
    return kept


def _is_said(hit: Hit, before: Hit) -> bool:
    beside = before.counterpart
    if hit.highlights or beside is None or beside.version != hit.version:
        return False
    return beside.text in hit.snippet or hit.snippet in beside.text


def _row(hit: Hit, order: Sequence[str]) -> HitRow:
    html = marked(hit.snippet, [Mark(span) for span in hit.highlights])
    second = hit.counterpart is None and hit.language in order[1:]
    cells = [Snippet(hit.version, hit.language, html, second=second)]
    beside = hit.counterpart
    if beside is not None:
        cells.append(
            Snippet(beside.version, beside.language, marked(beside.text, []), beside=True, uncertain=beside.uncertain)
        )
        cells.sort(key=lambda cell: order.index(cell.language) if cell.language in order else len(order))
    likeness = "" if hit.why.likeness is None or hit.why.words else f"{hit.why.likeness:.2f}"
    return HitRow(tuple(cells), hit.why.names, likeness)


def fault_of(error: ThabatError) -> Fault:
    """The fault with its place marked; none where it lies in a filter or beyond the end of the query."""
    if not isinstance(error, BadQuery) or error.pointer != "/q" or error.position >= len(error.query):
        return Fault(error.detail, code=error.code, reason=error.reason)
    mark = Mark(Span(error.position, error.position + 1), "fault")
    return Fault(error.detail, marked(error.query, [mark]), error.code, error.reason, error.position)


def paging_of(page: int, size: int, total: int, address: Callable[[int], str]) -> Paging:
    """Where ``page`` stands among all pages of ``size``; ``address`` gives the URL of a page number."""
    pages = max(1, -(-total // size))
    previous = address(page - 1) if 1 < page <= pages else None
    following = address(page + 1) if page < pages else None
    return Paging(page, pages, previous, following)


def page_number(page: str) -> int:
    """The page number asked for in ``page``; anything that is not one is the first."""
    return max(1, int(page)) if page.isascii() and page.isdigit() and len(page) < 7 else 1
