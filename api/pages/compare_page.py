"""From the record of a comparison to its page: counts, filters, rows or redline. Pure: no database, no request.

Rows are :mod:`api.pages.compare_rows`'s, single differences :mod:`api.pages.compare_findings`'s, the drawings
:mod:`api.pages.ribbon`'s and the redline :mod:`api.pages.redline`'s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from api.pages.compare_contexts import (
    Compared,
    ComparePage,
    Crossing,
    Extent,
    FindingView,
    Quote,
    Revising,
    Row,
    Tally,
)
from api.pages.compare_findings import GROUPS, finding_view, group_of
from api.pages.compare_rows import GENERAL, rows_of
from api.pages.contexts import Title
from api.pages.redline import operations, passages
from api.pages.ribbon import drawing
from api.pages.ui import Ui
from api.pages.witness_contexts import Witness
from api.pages.witness_page import Beside, apart_marks, raised, witness_of
from archive.comparison_records import AlignmentRecord, ComparisonRecord, FindingRecord, UnitRecord
from archive.text.compare.report import NEUTRAL

REDLINED: Final = frozenset({"inserted", "deleted", "replaced", "moved"})
"""What the redline itself shows."""


SOURCE: Final = "source"
ORDERS: Final = (SOURCE, "target")
"""Whose order the rows follow."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How the comparison is to be shown. ``only``: a kind, or empty for all rows; ``order``: one of ``ORDERS``."""

    only: str = ""
    run: str = ""  # a machine run beside it
    three: bool = False  # the newest one, if none is named
    show_all: bool = False
    spelling: bool = False
    swap: bool = False
    order: str = SOURCE

    def query(self, **changes: object) -> dict[str, object]:
        facts = replace(self, **changes)  # type: ignore[arg-type]
        return {
            "c": facts.run,
            "view": "three" if facts.three and not facts.run else "",
            "only": facts.only,
            "show": "all" if facts.show_all else "",
            "ortho": "1" if facts.spelling else "",
            "swap": "1" if facts.swap else "",
            "order": facts.order if facts.order != SOURCE else "",
        }


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is shown, how, and to whom. ``a`` and ``b`` are the versions of the record, in its order."""

    record: ComparisonRecord
    a: Compared
    b: Compared
    asked: Asked
    ui: Ui
    beside: Beside

    def address(self, **changes: object) -> str:
        """The same comparison shown otherwise."""
        return self.ui.url("/compare", a=self.record.a_id, b=self.record.b_id, **self.asked.query(**changes))

    def views(self) -> list[FindingView]:
        """The default view or everything, and the shape of links: a chip of no colour that is not counted."""
        more = raised(self.beside.record)
        visible = (
            one
            for one in self.record.findings
            if self.asked.show_all or one.shown or one.kind in NEUTRAL or one.id in more
        )
        return [finding_view(one, self.a.text.language, self.b.text.language, self.ui) for one in visible]


def compare_page(
    record: ComparisonRecord,
    a: Compared,
    b: Compared,
    asked: Asked,
    ui: Ui,
    *,
    beside: Beside = Beside(),  # noqa: B008 - frozen: no machine
) -> ComparePage:
    """The page of ``record``, whose versions are ``a`` and ``b`` in its order."""
    scene = _Scene(record, a, b, asked, ui, beside)
    found = scene.views()
    page = ComparePage(
        comparison_id=record.id,
        a=a,
        b=b,
        titles=_titles(a, b),
        tallies=tuple(_tallies(scene, found)),
        shown_all=asked.show_all,
        hidden=sum(_is_hint(one) for one in record.findings if one.id not in raised(beside.record)),
        other_bands=scene.address(show_all=not asked.show_all),
        swapped=scene.address(swap=not asked.swap),
        editor=ui.url("/alignments/edit", a=record.a_id, b=record.b_id),
        recipe=record.recipe,
        swap=asked.swap,
        kept=record.kept,
        order=asked.order,
        orders=tuple((order, scene.address(order=order)) for order in ORDERS),
    )
    page = replace(page, witness=_witness(scene, found), lacking=beside.lacking, three=_offer(scene))
    if record.alignment is not None:
        return replace(page, crossing=_crossing(scene, record.alignment, found))
    backwards = ui.url("/compare", a=record.b_id, b=record.a_id, **asked.query())
    return replace(page, swapped=backwards, revising=_revising(scene, found))


def _witness(scene: _Scene, found: Sequence[FindingView]) -> Witness | None:
    record, runs = scene.beside.record, scene.beside.runs
    if record is None:
        return None
    addresses = {run.id: scene.address(run=run.id) for run in runs}
    without = scene.address(run="", three=False)
    return witness_of(record, runs, addresses, without, scene.ui, findings=frozenset(one.id for one in found))


def _offer(scene: _Scene) -> str:
    return scene.address(three=True) if scene.beside.offered and not scene.asked.run else ""


def _is_hint(one: FindingRecord) -> bool:
    return not one.shown and one.kind not in NEUTRAL


def _titles(a: Compared, b: Compared) -> tuple[Title, ...]:
    titles = [Title(one.text.language, one.version.title) for one in (a, b)]
    return tuple(titles[:1] if titles[0] == titles[1] else titles)


def _tallies(scene: _Scene, found: Sequence[FindingView]) -> Iterator[Tally]:
    """In the order of ``GROUPS``; only kinds that have rows can be chosen."""
    counts = Counter(one.kind for one in found if one.kind not in NEUTRAL)
    order = list(GROUPS)
    for kind in sorted(counts, key=lambda kind: (order.index(kind) if kind in GROUPS else len(order), kind)):
        chosen = scene.asked.only == kind
        has_rows = scene.record.alignment is not None and kind not in GENERAL
        where = scene.address(only="" if chosen else kind) if has_rows else ""
        yield Tally(kind, group_of(kind), counts[kind], where, chosen)


def _crossing(scene: _Scene, alignment: AlignmentRecord, found: Sequence[FindingView]) -> Crossing:
    record, only = scene.record, scene.asked.only
    views, apart = {one.id: one for one in found}, apart_marks(scene.beside.record)
    rows = rows_of(alignment, scene.a, scene.b, views, record.findings, apart=apart)
    shown = tuple(row for row in rows if not only or any(one.kind == only for one in row.findings))
    if scene.asked.order != SOURCE:
        places = _along_target(rows)
        shown = tuple(sorted(shown, key=lambda row: places[row.number]))
    placed = {one.id for row in rows for one in row.findings}
    lengths = [_lengths(units) for units in (alignment.source_units, alignment.target_units)]
    return Crossing(
        is_pair=bool(record.result["is_pair"]),
        extent=_extent(record, scene.b.text.language),
        rows=shown,
        folded=len(rows) - len(shown),
        general=tuple(one for one in found if one.id not in placed and one.kind not in NEUTRAL),
        drawing=drawing(rows, *lengths, right_to_left=scene.ui.direction == "rtl"),
    )


def _along_target(rows: Sequence[Row]) -> dict[int, tuple[int, int]]:
    """Where each row stands in the order of the target; one without target stays after the row before it."""
    places, last = dict[int, tuple[int, int]](), -1
    for row in rows:
        last = row.target[0].ordinal if row.target else last
        places[row.number] = (last, row.number)
    return places


def _lengths(units: Iterable[UnitRecord]) -> dict[int, int]:
    return {unit.ordinal: len(unit.text) + 1 for unit in units if unit.takes_part}


def _extent(record: ComparisonRecord, language: str) -> Extent:
    source, target = record.result["source"], record.result["target"]
    quote, declared = record.options.get("completeness_quote"), record.options.get("completeness")
    return Extent(
        source_without=source["without"],
        source_of=source["of"],
        target_without=target["without"],
        target_of=target["of"],
        verdict=record.result["extent"],
        declared=declared if declared != "unknown" else None,
        quote=Quote(language, quote) if quote else None,
    )


def _revising(scene: _Scene, found: Sequence[FindingView]) -> Revising:
    counts, asked = scene.record.result["counts"], scene.asked
    ops = operations(scene.record.result["redline"])
    texts = scene.a.version.content, scene.b.version.content
    return Revising(
        runs=passages(ops, *texts, scene.ui, spelling=asked.spelling),
        inserted=counts["inserted"] + counts["replacing"],
        deleted=counts["deleted"] + counts["replaced"],
        moves=counts["moves"],
        spelling=counts["orthographic"] + counts["punctuation"],
        spelling_shown=asked.spelling,
        spelling_address=scene.address(spelling=not asked.spelling),
        findings=tuple(one for one in found if one.kind not in REDLINED),
    )
