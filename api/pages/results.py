"""From what the search found to what the results page shows: titles, snippets with marks, paging, faults."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from api.pages.bidi import direction_of
from api.pages.contexts import Earlier, Fault, HitRow, Paging, Result, Snippet, Title
from api.pages.facets import in_script
from api.pages.marking import Mark, marked
from api.pages.record import block_anchor
from api.pages.ui import Ui
from archive.errors import BadQuery, ThabatError
from archive.passages import Replacement
from archive.values import Span
from search.results import Counterpart, Hit, Outlets, Page, WorkResult


def results_of(page: Page, ui: Ui) -> tuple[Result, ...]:
    return tuple(_result(found, ui) for found in page.results)


def _result(found: WorkResult, ui: Ui) -> Result:
    """What runs from the right comes first: in both interfaces the two languages then begin at the gutter."""
    titles = sorted((Title(*one) for one in found.titles.items()), key=lambda one: direction_of(one.language) != "rtl")
    order = [title.language for title in titles]
    rows = tuple(_row(hit, twin, order, ui) for hit, twin in _told(found.hits))
    return Result(found.work, found.external_id, tuple(titles), rows)


def _told(hits: Sequence[Hit]) -> list[tuple[Hit, Hit | None]]:
    """Each hit once, with the hit that is its counterpart: a pair of which both sides match is one row, both marked.

    A hit that only says again, unmarked, what stands beside one before it is left out.
    """
    told: list[tuple[Hit, Hit | None]] = []
    for hit in hits:
        place = next((number for number, (before, _) in enumerate(told) if _is_beside(hit, before)), None)
        if place is None:
            told.append((hit, None))
        elif hit.highlights and told[place][1] is None:
            told[place] = (told[place][0], hit)
    return told


def _is_beside(hit: Hit, before: Hit) -> bool:
    """Whether ``hit`` is what stands for ``before``; if it is marked, also the other way round."""
    there, back = before.counterpart, hit.counterpart
    if there is None or there.version != hit.version:
        return False
    if not hit.highlights:
        return _same_place(there.text, hit.snippet)
    backward = back is None or (back.version == before.version and _same_place(back.text, before.snippet))
    return bool(there.text) and backward and _same_place(there.text, hit.snippet)


def _same_place(sentence: str, snippet: str) -> bool:
    """A snippet is longer or shorter than its sentence."""
    return sentence in snippet or snippet in sentence


def _row(hit: Hit, twin: Hit | None, order: Sequence[str], ui: Ui) -> HitRow:
    beside = hit.counterpart
    cells = [_found(hit, ui, second=beside is None and hit.language in order[1:])]
    if twin is not None and beside is not None:
        cells.append(replace(_found(twin, ui), uncertain=beside.uncertain))
    elif beside is not None:
        cells.append(_beside(beside, ui))
    cells.sort(key=lambda cell: order.index(cell.language) if cell.language in order else len(order))
    likeness = "" if hit.why.likeness is None or hit.why.words else f"{hit.why.likeness:.2f}"
    names = dict.fromkeys((*hit.why.names, *(twin.why.names if twin else ())))
    lacking = hit.lacking.value if hit.lacking and beside is None else ""
    return HitRow(tuple(cells), tuple(names), likeness, lacking)


def _found(hit: Hit, ui: Ui, *, second: bool = False) -> Snippet:
    return Snippet(
        hit.version,
        hit.language,
        marked(hit.snippet, [Mark(span) for span in hit.highlights]),
        second=second,
        anchor=block_anchor(hit.version, hit.block),
        earlier=_earlier(hit.replaced),
        outlets=_outlets(hit.outlets, ui),
        published=hit.published,
    )


def _beside(other: Counterpart, ui: Ui) -> Snippet:
    return Snippet(
        other.version,
        other.language,
        marked(other.text, []),
        beside=True,
        uncertain=other.uncertain,
        anchor=block_anchor(other.version, other.block) if other.place else "texts",
        earlier=_earlier(other.replaced),
        outlets=_outlets(other.outlets, ui),
        published=other.published,
    )


def _earlier(later: Replacement | None) -> Earlier | None:
    if later is None:
        return None
    day = later.published or later.recorded_at.date().isoformat()
    return Earlier(later.version, day, published=later.published is not None)


def _outlets(outlets: Outlets, ui: Ui) -> tuple[str, ...]:
    return tuple(in_script(ui, names) for names in outlets)


def fault_of(error: ThabatError) -> Fault:
    """The fault with its place marked; none where it lies in a filter or beyond the end of the query."""
    if not isinstance(error, BadQuery) or error.pointer != "/q" or error.position >= len(error.query):
        return Fault(error.detail, code=error.code, reason=error.reason)
    mark = Mark(Span(error.position, error.position + 1), "fault")
    return Fault(error.detail, marked(error.query, [mark]), error.code, error.reason, error.position)


def paging_of(page: int, size: int, total: int, address: Callable[[int], str]) -> Paging:
    """Where ``page`` stands among all pages of ``size``; ``address`` gives the URL of a page number."""
    pages = max(1, -(-total // size))
    previous = address(min(page - 1, pages)) if page > 1 else None
    following = address(page + 1) if page < pages else None
    return Paging(page, pages, previous, following, address(1) if page > pages else None)


def page_number(page: str) -> int:
    """The page number asked for in ``page``; anything that is not one is the first."""
    return max(1, int(page)) if page.isascii() and page.isdigit() and len(page) < 7 else 1
