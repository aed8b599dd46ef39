"""Three columns: the machine's under its sign, flagged sentences marked, figures that say what they are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from api.pages.compare_page import Asked, compare_page
from api.pages.record import work_page
from api.pages.rendering import render
from api.pages.ui import Ui
from api.pages.witness_contexts import Lacking
from api.pages.witness_page import Beside, machine_texts
from archive.text.witness.likeness import words_apart
from archive.translation_records import RunStatus
from tests.api.pages import comparisons, machines, records

EN, AR = Ui("en", "/compare"), Ui("ar", "/compare")
RUN = "1" * 32


def page(ui: Ui = EN, beside: Beside | None = None, **asked: object):
    shown = Asked(**{"run": RUN, **asked})  # type: ignore[arg-type]
    return compare_page(comparisons.crossing(), *comparisons.sides(), shown, ui, beside=beside or machines.beside())


def test_every_row_has_the_machines_cell():
    """Its sentences with their flags, its figures, or why there are none."""
    shown = page()
    assert [row.number for row in shown.crossing.rows] == list(shown.witness.cells)
    cell = shown.witness.cells[3]
    assert [one.text for one in cell.sentences] == ["In the tent 147 children are learning."]
    assert (cell.figures.chrf, cell.figures.bleu, cell.figures.ter, cell.figures.runs) == ("51.2", "20.0", "61.5", "33")
    assert shown.witness.cells[4].sentences[0].flags == ("repetition",)
    assert (shown.witness.cells[4].figures, shown.witness.cells[4].left_out) == (None, "flagged")


@pytest.mark.parametrize(
    ("ui", "sign", "meaning", "flag"),
    [
        (EN, "Machine translation: ", "Likeness, not quality", "repeats itself"),
        (AR, "ترجمة آلية: ", "تشابه لا جودة", "تكرار"),
    ],
)
def test_it_is_always_signed(ui: Ui, sign: str, meaning: str, flag: str):
    """The sign with package and version stands over the column; figures are never called quality."""
    html = render(page(ui), ui)
    assert html.count(sign) == 2
    assert '<bdi dir="ltr">ar→en 1.0</bdi>' in html
    assert meaning in html
    assert flag in html
    assert "A school &lt;without&gt; benches." in html
    assert "nrefs:1|nw:2" in html


def test_words_of_the_person_alone_are_underlined():
    """Only in rows that count; what the machine has too is left alone, whatever its capitals and marks."""
    rows = page().crossing.rows
    assert 'class="apart"' in str(rows[2].target[0].html) or "apart" in str(rows[2].target[0].html)
    assert "apart" not in str(rows[3].target[0].html)
    assert [span.of("The Café, opened!") for span in words_apart("The Café, opened!", "the cafe")] == ["opened"]
    assert words_apart("فُتِحَ السوقُ", "فتح السوق") == ()


def test_an_opinion_stands_beside_the_finding_and_shows_a_hint_that_it_bears_out():
    """The chip keeps its own confidence; the hint that rose to probable is no longer hidden."""
    shown = page()
    assert shown.hidden == 0
    kinds = {one.kind: one for row in shown.crossing.rows for one in row.findings}
    assert kinds["name_added"].percent == 35
    html = render(shown, EN)
    assert "the machine has what the original has:" in html
    assert "95 → 98 %" in html
    assert comparisons.crossing().visible() != ()
    assert compare_page(comparisons.crossing(), *comparisons.sides(), Asked(), EN).hidden == 1


def test_an_opinion_on_a_hidden_hint_is_hidden_with_it():
    """One that lowers a hint, or leaves it one; it comes back with the hints."""
    record = machines.record()
    number, hint = record.opinions
    beside = Beside((record.run,), replace(record, opinions=(number, replace(hint, after_millis=120, band_after="L"))))

    def said(shown):
        return [one.finding_id for cell in shown.witness.cells.values() for one in cell.opinions]

    assert said(page(beside=beside)) == [number.finding_id]
    assert sorted(said(page(beside=beside, show_all=True))) == sorted([number.finding_id, hint.finding_id])


def test_addresses_keep_the_machine():
    """Chips and hints keep the run; there is a way to another run, and one without any."""
    shown = page()
    assert f"c={RUN}" in shown.tallies[0].address or f"c={RUN}" in shown.other_bands
    assert [choice.current for choice in shown.witness.choices] == [True, False]
    assert f"c={'2' * 32}" in shown.witness.choices[1].address
    assert "c=" not in shown.witness.without
    assert "view=" not in shown.witness.without
    offered = page(beside=Beside(offered=True), run="")
    assert offered.witness is None
    assert "view=three" in offered.three


@pytest.mark.parametrize("ui", [EN, AR])
@pytest.mark.parametrize(
    ("lacking", "command"),
    [
        (
            Lacking("install", ("thabat models install ar-en --from-index", "thabat models install FILE")),
            "install FILE",
        ),
        (Lacking("ask", ("thabat translate v --to en",)), "thabat translate v"),
        (Lacking("wait", ("thabat work --once",)), "thabat work"),
        (Lacking("revision"), ""),
    ],
)
def test_what_to_do_where_there_is_none(ui: Ui, lacking: Lacking, command: str):
    """No model, not asked for, not done, one language: a sentence and what to type."""
    html = render(page(ui, Beside(lacking=lacking), run="", three=True), ui)
    assert command in html
    assert "lacking-machine" in html


def test_the_work_shows_machine_texts_apart():
    """Under a heading of their own, with package, version, compute type, date and flags; not among the chains."""
    work = records.corrected()
    shown = work_page(work, EN)
    runs = [machines.run(), machines.run(RunStatus.QUEUED, id="3" * 32), machines.run(RunStatus.CANCELLED, id="4" * 32)]
    texts = machine_texts(runs, shown.chains, {"en": records.identifier(2)}, EN)
    assert [one.status for one in texts] == ["done", "queued"]
    html = render(replace(shown, machines=texts), EN)
    assert "Machine witnesses" in html
    assert "2 of 5 sentences flagged" in html
    assert "float32" in html
    assert "asked for" in html
    chains = html[html.index('id="chain"') : html.index('id="disclaimers"')]
    assert "machine translation" not in chains
    assert f"c={RUN}" in html
