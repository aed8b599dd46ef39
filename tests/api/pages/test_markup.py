"""Every page in both languages: directions said, nothing from elsewhere, nothing inline, words everywhere."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from api.pages import compare_contexts, contexts, names_contexts, parallel_contexts, saved_contexts
from api.pages.compare_findings import finding_view
from api.pages.compare_page import Asked, compare_page
from api.pages.compare_rows import correction_view, rows_of
from api.pages.marking import Mark, marked
from api.pages.record import claims_of, work_page
from api.pages.rendering import HEADERS, STATIC, TEMPLATES, render
from api.pages.results import fault_of, paging_of, results_of
from api.pages.saved_page import asked_view, new_works, saved_view
from api.pages.ui import Ui
from api.pages.witness_contexts import Lacking
from api.pages.witness_page import Beside, machine_texts
from archive.errors import BadQuery
from archive.history import Counts
from archive.lookups import Kept
from archive.values import Outcome, Span
from search.news import New, Standing
from search.results import Hit, Page, WorkResult
from search.watching import Saved
from tests.api.pages import comparisons, machines, parallels, records

VOID = {"meta", "link", "input", "br", "hr", "img"}
RECENT = (records.summary(), records.summary(10, titles={"ar": "مرفأ بلا مراكب"}, has_disclaimer=False, published=None))
NOTICE = contexts.Notice(records.disclaimer(), claims_of(records.disclaimer()), ())
FOUND = Page(
    "school",
    1,
    (WorkResult(records.identifier(9), None, {"ar": "", "en": "A <School>"}, 2.0,
                (Hit(records.identifier(2), "en", "the <only> school", (Span(11, 17),)),)),),
)  # fmt: skip
KEPT = Kept((records.identifier(301),), (), ((records.identifier(9), records.identifier(1)),), (7,), Outcome.HOLDS)
LACKING = Beside(lacking=Lacking("install", ("thabat models install ar-en --from-index", "thabat models install FILE")))
PROBLEM = contexts.Problem("original_published", "impossible-date", "bad-metadata", "published: no such day")


def pages(ui: Ui) -> dict[str, object]:
    form = contexts.SearchForm(q="<school>", lang="en")
    return {
        "home": contexts.HomePage(Counts(12, 27, 2, 11, 4, 1204), RECENT),
        "empty": contexts.HomePage(Counts(0, 0, 0, 0, 0, 0), ()),
        "start": contexts.SearchPage(contexts.SearchForm(), asked=False),
        "found": contexts.SearchPage(form, True, 1, results_of(FOUND, ui), paging_of(1, 10, 30, lambda n: ui.url("/s", p=n))),
        "nothing": contexts.SearchPage(form, asked=True),
        "fault": contexts.SearchPage(form, True, fault=fault_of(BadQuery("no fellow", query="<school>", position=0))),
        "works": contexts.WorksPage(contexts.WorksFilter(kind="news"), 2, RECENT, None),
        "no-works": contexts.WorksPage(contexts.WorksFilter(), 0, (), None),
        "work": work_page(records.pair(), ui),
        "corrected": work_page(records.corrected(), ui, b=records.identifier(2)),
        "alone": replace(work_page(records.alone(), ui), lacking=LACKING.lacking),
        "machines": with_machine_texts(ui),
        "upload": contexts.UploadPage(contexts.UploadForm()),
        "again": contexts.UploadPage(contexts.UploadForm({"original_text": "</textarea><b>"}), (PROBLEM,)),
        "adding": contexts.UploadPage(contexts.UploadForm(), target=records.alone()),
        "disclaimers": contexts.DisclaimersPage(((NOTICE, 3),)),
        "no-disclaimers": contexts.DisclaimersPage(()),
        "disclaimer": contexts.DisclaimerPage(NOTICE, ((records.pair(), "/w/1"),)),
        "verify": contexts.VerifyPage(),
        "verified": contexts.VerifyPage("0" * 64, KEPT, (contexts.VerifiedText(records.pair(), "/w/1", "bytes"),)),
        "unverified": contexts.VerifyPage("0" * 64, Kept((), (), (), (), Outcome.NOT_CHECKED)),
        "agent": contexts.AgentPage(records.WRITER, RECENT),
        "nobody": contexts.AgentPage(records.NOBODY, ()),
        "about": contexts.AboutPage(),
        "error": contexts.ErrorPage(404, "not-found", "there is no work <b>", "0192"),
        **difference_pages(ui),
        **parallel_pages(ui),
        **kept_pages(ui),
        **names_pages(ui),
    }  # fmt: skip


def kept_pages(ui: Ui) -> dict[str, object]:
    options = {"language": ["ar"], "has_disclaimer": False, "names": False, "mode": "both", "date_from": "2015"}
    beside = {
        "not_beside": "<regime>",
        "row": "word:regim",
        "by": "translator",
        "cell": "~unnamed",
        "translator": ["unnamed"],
    }
    sea = Saved("<b>بحر", "<sea>", options, {"w1": ["v1"]}, "2026-11-22T09:30:00+00:00")
    rows = Saved("rows", "النظام", beside, kind="renderings")
    views = [
        saved_view(one, ui)
        for one in (
            Standing(sea, 2),
            Standing(sea, 0),
            Standing(sea, None, "too-broad"),
            Standing(rows, None, "not-watched"),
        )
    ]
    works = new_works(
        [New("w1", {"ar": "", "en": "A <Sea>"}, ["v2"], known=True), New("w2", {}, ["v3"], known=False)], ui
    )
    asked = asked_view(Saved("x", "", options), ui)
    fault = fault_of(BadQuery("no fellow", query='"<x>', position=0))
    return {
        "searches": saved_contexts.SearchesPage(tuple(views), 30, paging_of(1, 20, 30, lambda n: ui.url("/s", p=n)), "kept"),
        "searches-none": saved_contexts.SearchesPage((), 0),
        "searches-beyond": saved_contexts.SearchesPage((), 3),
        "news": saved_contexts.NewsPage(views[0], works, 60, 58, "v2 v3", problem=PROBLEM, done="seen"),
        "news-none": saved_contexts.NewsPage(views[1], change=PROBLEM, to="<b>", done="renamed"),
        "news-fault": saved_contexts.NewsPage(views[0], fault=fault),
        "news-question": saved_contexts.NewsPage(views[3]),
        "keep": saved_contexts.KeepPage(asked, "/keep/search?q=x", "<b>", PROBLEM),
    }  # fmt: skip


def names_pages(ui: Ui) -> dict[str, object]:
    raqqa = names_contexts.NameView("1", "place", ("الرقة",), ("Raqqa", "<Rakka>"), "/search?q=Raqqa", "/names?edit=1")
    one = names_contexts.CandidateView(
        "Ras=رأس", "Ras", "رأس", 2, 3, marked("<Ras>", [Mark(Span(1, 4))]), marked("رأس", []), "/c", "accept", "person"
    )
    filled = names_contexts.NameForm("1", "person", "<b>", "</textarea><b>", PROBLEM)
    paging = paging_of(1, 1, 3, lambda n: ui.url("/n", p=n))
    candidates = names_contexts.CandidatesPage(
        (one,), 30, 1, 5000, 12_345, paging, paging, "/names/candidates", "/names/candidates?least=1"
    )
    return {
        "names": names_contexts.NamesPage(60, 217, (raqqa,), paging=paging, done="added"),
        "names-edit": names_contexts.NamesPage(1, 217, (raqqa,), filled, filled, done="removed", fault="<slip>"),
        "names-look": names_contexts.NamesPage(1, 217, (), q="<Homs>", shipped=(replace(raqqa, edit=""),)),
        "names-none": names_contexts.NamesPage(0, 217, ()),
        "candidates": replace(candidates, problem=PROBLEM, accepted=2, rejected=1),
        "candidates-once": replace(candidates, candidates=(), least=1, rejected=1),
        "candidates-more": replace(candidates, candidates=(), total=0),
        "candidates-none": names_contexts.CandidatesPage((), 0, 1, 0, 0, None, None, "/names/candidates", "/names/candidates?least=1"),
        "rejected": names_contexts.RejectedPage((("1", "<Wadi>", "وادي"),), 1, paging, PROBLEM, done=True),
        "rejected-none": names_contexts.RejectedPage((), 0),
    }  # fmt: skip


def parallel_pages(ui: Ui) -> dict[str, object]:
    fault = fault_of(BadQuery("no fellow", query='"<x>', position=0))
    cell = parallel_contexts.ParallelForm(q="x", row="uncertain", by="year", cell="~unknown")
    return {
        "concordance-start": parallel_contexts.ConcordancePage(parallel_contexts.ParallelForm(), asked=False),
        "concordance": parallels.lines_page(ui),
        "concordance-coding": parallels.lines_page(ui, opened=True),
        "concordance-cell": parallels.lines_page(ui, cell),
        "concordance-nothing": parallel_contexts.ConcordancePage(parallels.FORM, asked=True),
        "concordance-fault": parallel_contexts.ConcordancePage(parallels.FORM, asked=True, fault=fault),
        "renderings-start": parallel_contexts.RenderingsPage(parallel_contexts.ParallelForm(), asked=False),
        "renderings": parallels.rows_page(ui),
        "renderings-nothing": parallel_contexts.RenderingsPage(parallels.FORM, asked=True),
        "renderings-fault": parallel_contexts.RenderingsPage(parallels.FORM, asked=True, fault=fault),
    }


def with_machine_texts(ui: Ui) -> contexts.WorkPage:
    page = work_page(records.corrected(), ui)
    return replace(page, machines=machine_texts([machines.run()], page.chains, {"en": records.identifier(2)}, ui))


def difference_pages(ui: Ui) -> dict[str, object]:
    record, sides = comparisons.crossing(), comparisons.sides()
    view = finding_view(record.findings[2], "ar", "en", ui)
    rows = rows_of(record.alignment, *sides, {})
    layer = tuple(correction_view(one) for one in record.corrections)
    return {
        "compare": compare_page(record, *sides, Asked(), ui),
        "compare-all": compare_page(record, *sides, Asked(show_all=True, swap=True), ui),
        "compare-three": compare_page(record, *sides, Asked(run="1" * 32), ui, beside=machines.beside()),
        "compare-lacking": compare_page(record, *sides, Asked(), ui, beside=LACKING),
        "compare-one-kind": compare_page(record, *sides, Asked(only="omitted"), ui),
        "compare-no-pair": compare_page(comparisons.crossing(is_pair=False), *sides, Asked(), ui),
        "revision": compare_page(*comparisons.revising(), Asked(spelling=True), ui),
        "revision-identical": compare_page(*comparisons.revising(identical=True), Asked(), ui),
        "pick": compare_contexts.PickPage("one", sides[0].choices, records.identifier(9)),
        "pick-nothing": compare_contexts.PickPage("none", ()),
        "finding": compare_contexts.FindingPage(view, "/compare", (("ar", view.expected.text),)),
        "finding-again": compare_contexts.FindingPage(view, "/compare", problem=PROBLEM, note="</textarea><b>"),
        "editor": compare_contexts.EditorPage(*sides, rows, layer, "/compare"),
        "editor-again": compare_contexts.EditorPage(*sides, rows, (), "/c", frozenset({2}), frozenset(), "<b>", PROBLEM),
    }  # fmt: skip


class Lint(HTMLParser):
    """Reads a page and notes what should not be in it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.names: set[str] = set()
        self.labels: set[str] = set()
        self.headings: list[str] = []

    def handle_starttag(self, tag, attrs):
        facts = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("script", "style") or "style" in facts or any(name.startswith("on") for name in facts):
            self.faults.append(f"inline: {tag} {facts}")
        if facts.get("class") in ("txt", "title") and not {"lang", "dir"} <= set(facts):
            self.faults.append(f"no direction: {tag} {facts}")
        if tag in ("link", "img", "form") and (
            facts.get("href") or facts.get("src") or facts.get("action", "")
        ).startswith(("http", "//")):
            self.faults.append(f"from elsewhere: {tag} {facts}")
        if tag in ("input", "select", "textarea") and facts.get("type") not in ("hidden", "checkbox", "radio"):
            self.names.add(facts["id"])
        if tag == "label" and "for" in facts:
            self.labels.add(facts["for"])
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        if facts.get("href") == "":
            self.faults.append("a link to nowhere")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"closed out of turn: {tag} at {self.getpos()}")


NAMES = list(pages(Ui("en")))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", NAMES)
def test_markup(name, language):
    """Well nested, directed, labelled, with one h1, and nothing a strict content policy would block."""
    ui = Ui(language, "/x", "y=1")
    html = render(pages(ui)[name], ui)
    lint = Lint()
    lint.feed(html)
    lint.close()
    assert not lint.faults
    assert not lint.open
    assert lint.names <= lint.labels
    assert lint.headings.count("h1") == 1
    assert html.startswith(f'<!doctype html>\n<html lang="{language}" dir="{ui.direction}">')
    assert '<link rel="alternate" hreflang="ar" href="/ar/x?y=1">' in html
    assert "None" not in html
    assert "<b>" not in html


def test_every_template_is_rendered_here():
    """No page escapes the lint above, but the receipt, which is tested through the form."""
    assert {type(page) for page in pages(Ui()).values()} | {contexts.ReceiptPage} == set(TEMPLATES)


def test_arabic_pages_are_in_arabic():
    """The Arabic interface leaves no English sentence but content and technical detail."""
    ui = Ui("ar")
    html = render(pages(ui)["about"], ui)
    main = html[html.index("<main") : html.index("</main>")]
    assert "It proves" not in main
    assert "ما الذي يثبته هذا الأرشيف" in main


def test_the_policy_lets_nothing_in():
    """The content policy starts from nothing and allows no inline code."""
    policy = HEADERS["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "script-src" not in policy


@pytest.mark.parametrize("name", ["style.css", "compare.css", "search.css", "keeping.css"])
def test_the_sheets_ask_for_nothing(name):
    """A style sheet imports nothing, loads nothing and turns nothing by hand to left or right."""
    sheet = (STATIC / name).read_text(encoding="utf-8")
    assert "url(" not in sheet
    assert "@import" not in sheet
    assert "left:" not in sheet
    assert "right:" not in sheet
    assert len(sheet) < 16_000


def test_snippets_mark_by_offsets():
    """The found words are marked; the rest of the snippet is text."""
    assert str(results_of(FOUND, Ui())[0].hits[0].cells[0].html) == 'the &lt;only&gt; <mark class="hit">school</mark>'


@pytest.mark.parametrize(
    ("number", "total", "pages_", "previous", "following"),
    [
        (1, 0, 1, None, None),
        (1, 10, 1, None, None),
        (1, 11, 2, None, "2"),
        (2, 21, 3, "1", "3"),
        (9, 21, 3, "3", None),
    ],
)
def test_paging(number, total, pages_, previous, following):
    """Pages of ten, with addresses only of pages that exist; beyond the last there is a way back."""
    paging = paging_of(number, 10, total, str)
    assert (paging.pages, paging.previous, paging.next) == (pages_, previous, following)
    assert paging.first == ("1" if number > pages_ else None)


def test_a_fault_is_pointed_at():
    """The character a query fails at is marked; a fault in a filter marks none."""
    fault = fault_of(BadQuery("no fellow", query='a "b', position=2))
    assert str(fault.place) == 'a <mark class="fault">&#34;</mark>b'
    error = BadQuery("not a day", query="a", position=0)
    error.pointer = "/date_from"
    assert fault_of(error).place is None
