"""A concordance and its renderings for the pages, written for these tests."""

from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np

from api.pages.contexts import Problem
from api.pages.parallel_contexts import CodingForm, ConcordancePage, ParallelForm, RenderingsPage
from api.pages.parallel_page import concordance_page, renderings_page
from api.pages.results import paging_of
from api.pages.ui import Ui
from archive.coding import CodingRecord
from archive.values import Span
from search.parallel.kwic import Context
from search.parallel.lines import Line, Sentences
from search.parallel.question import By, ask
from search.parallel.renderings import Outcome, Rendering
from search.parallel.service import Concordance, Renderings
from search.parallel.table import UNKNOWN, UNNAMED, Counted, Row
from tests.api.pages import records

FORM = ParallelForm(q="<النظام>", beside="regime", sort="right")
QUESTION = ask("النظام", order="right", names=True)


def line(number: int, *, carried: bool = True, named: bool = True) -> Line:
    other = Sentences(records.identifier(2), "en", (Span(0, 12),), "The <regime>.", (Span(5, 11),))
    return Line(
        link=f"{records.identifier(7)}.{number}",
        work=records.identifier(9),
        alignment=records.identifier(7),
        version=records.identifier(1),
        language="ar",
        span=Span(10 * number, 10 * number + 6),
        spelling=number == 2,
        context=Context("قال <", "النظام", "> إنه باق."),
        other=other if carried else Sentences(records.identifier(2), "en", (), ""),
        outlets=(("The <Tern>", "الخرشنة"),) if named else (),
        translators=(("منى الصايغ",),) if named else (),
        translator_unnamed=not named,
        published_from=date(2015, 11, 12) if named else None,
        published_to=date(2015, 11, 12) if named else None,
        label="sure" if carried else "uncertain",
        uncertain=not carried,
        by_hand=named,
        findings=("label_shift",) if named else (),
        in_source=True,
    )


LINES = (line(1), line(2), line(3, carried=False, named=False))
SAID = CodingRecord(
    records.identifier(60), LINES[0].id, LINES[0].work, LINES[0].version, LINES[0].span, "النظام", LINES[0].other.version,
    (Span(0, 12),), "The <regime>.", LINES[0].alignment, "align|version:1", "concordance|version:1", "النظام",
    "<loaded>", "a <note>", "key:desk", datetime(2026, 11, 22, tzinfo=UTC),
)  # fmt: skip
NAMES = {"القلمون": ("قلمون", "<كلمون>")}


def row(rendering: Rendering, name: str, outlet: Counted, translator: Counted, year: str) -> Row:
    years = (Counted(year, (), rendering.hits),)
    return Row(name, rendering, {By.OUTLET: (outlet,), By.TRANSLATOR: (translator,), By.YEAR: years})


ROWS = (
    row(
        Rendering(Outcome.RENDERED, np.array([0, 1]), 2, "regim", "regime", 30_333),
        "word:regim",
        Counted("the <tern>", ("The <Tern>", "الخرشنة"), 2),
        Counted("منى الصايغ", ("منى الصايغ",), 2),
        "2015",
    ),
    row(
        Rendering(Outcome.UNCERTAIN, np.array([2]), 1),
        "uncertain",
        Counted(UNKNOWN, (), 1),
        Counted(UNNAMED, (), 1),
        UNKNOWN,
    ),
)


def lines_page(ui: Ui, form: ParallelForm = FORM, *, opened: bool = False) -> ConcordancePage:
    """Three lines of 120, in a sample; one was coded, one has its form open."""
    found = Concordance(QUESTION, 120, 9_000, 5_000, 1, 4, 2, LINES, NAMES)
    problem = Problem("", "missing-field", "bad-input", "a coding needs a <code>")
    coding = CodingForm(LINES[1].id, "q=x", "<b>", "<i>", problem) if opened else None
    paging = paging_of(2, 50, 120, lambda number: ui.url("/concordance", page=number))
    return concordance_page(found, form, ui, said={LINES[0].id: (SAID,)}, paging=paging, coding=coding)


def rows_page(ui: Ui) -> RenderingsPage:
    return renderings_page(Renderings(QUESTION, 3, 3, 3, 0, ROWS, NAMES), FORM, ui)
