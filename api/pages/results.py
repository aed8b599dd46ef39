"""From what the search found to what the results page shows: titles, snippets with marks, paging, faults."""

from __future__ import annotations

from collections.abc import Callable

from api.pages.contexts import Fault, Paging, Result, Snippet, Title
from api.pages.marking import Mark, marked
from archive.errors import BadQuery
from archive.values import Span
from search.results import Hit, Page, WorkResult


def results_of(page: Page) -> tuple[Result, ...]:
    return tuple(_result(found) for found in page.results)


def _result(found: WorkResult) -> Result:
    titles = tuple(Title(language, title) for language, title in found.titles.items())
    return Result(found.work, found.external_id, titles, tuple(_snippet(hit) for hit in found.hits))


def _snippet(hit: Hit) -> Snippet:
    marks = [Mark(span) for span in hit.highlights]
    return Snippet(hit.version, hit.language, marked(hit.snippet, marks))


def fault_of(error: BadQuery) -> Fault:
    """The fault with its place marked; none where it lies in a filter or beyond the end of the query."""
    if error.pointer != "/q" or error.position >= len(error.query):
        return Fault(error.detail)
    mark = Mark(Span(error.position, error.position + 1), "fault")
    return Fault(error.detail, marked(error.query, [mark]))


def paging_of(page: int, size: int, total: int, address: Callable[[int], str]) -> Paging:
    """Where ``page`` stands among all pages of ``size``; ``address`` gives the URL of a page number."""
    pages = max(1, -(-total // size))
    previous = address(page - 1) if 1 < page <= pages else None
    following = address(page + 1) if page < pages else None
    return Paging(page, pages, previous, following)


def page_number(page: str) -> int:
    """The page number asked for in ``page``; anything that is not one is the first."""
    return max(1, int(page)) if page.isascii() and page.isdigit() and len(page) < 7 else 1
