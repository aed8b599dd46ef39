"""What the comparison page shows of a record: rows, chips, counts, drawings, redlines."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from api.pages.compare_contexts import Row, Sentence
from api.pages.compare_findings import finding_view
from api.pages.compare_page import Asked, compare_page
from api.pages.rendering import render
from api.pages.ribbon import drawing
from api.pages.ui import Ui
from tests.api.pages import comparisons

EN, AR = Ui("en", "/compare"), Ui("ar", "/compare")


def page(asked: Asked = Asked(), ui: Ui = EN):  # noqa: B008 - frozen
    return compare_page(comparisons.crossing(), *comparisons.sides(), asked, ui)


def test_rows_hold_every_link_with_its_sentences():
    """A link of two sentences is one row, what was left out stands beside an empty cell."""
    rows = page().crossing.rows
    assert [[one.ordinal for one in row.target] for row in rows] == [[0], [2], [3], [4, 5], []]
    assert rows[4].by_hand
    html = render(page(), EN)
    assert "— not carried into the English —" in html
    assert "— لم يُنقل إلى الإنجليزية —" in render(page(ui=AR), AR)


def test_a_difference_is_marked_where_it_stands():
    """The words of a finding are marked on both sides, and nothing of the sentence is lost."""
    row = page().crossing.rows[2]
    assert '<mark class="d-fact">١٤٧</mark>' in str(row.source[0].html)
    assert str(row.target[0].html).count('<mark class="d-fact">147</mark>') == 1
    assert "&lt;blackboard&gt;" in str(page().crossing.rows[3].target[1].html)


def test_hints_are_hidden_until_asked_for():
    """What is below its band is counted but not shown, and marks nothing."""
    default, whole = page(), page(Asked(show_all=True))
    assert default.hidden == whole.hidden == 1
    kinds = [{one.kind for row in shown.crossing.rows for one in row.findings} for shown in (default, whole)]
    assert "name_added" not in kinds[0]
    assert "name_added" in kinds[1]
    assert "d-name" not in render(default, EN)
    assert "show=all" in default.other_bands
    assert "show=all" not in whole.other_bands


def test_what_is_about_the_whole_stands_above():
    """Disclaimers and headlines are told before the rows; the shape of a link is no difference and is not counted."""
    shown = page()
    assert {one.kind for one in shown.crossing.general} == {"disclaimer_added", "headline_reframed"}
    assert [(tally.kind, tally.count) for tally in shown.tallies] == [
        ("omitted", 1), ("number_changed", 1), ("disclaimer_added", 1), ("headline_reframed", 1),
    ]  # fmt: skip
    assert "the author is responsible" in render(shown, EN)


@pytest.mark.parametrize(
    ("kind", "words", "shown"),
    [
        ("attribution_shift", "قال (neutral)", "قال (محايد)"),
        ("label_shift", "النظام (regime)", "النظام"),
        ("number_changed", "4 (four)", "4 (four)"),
        ("coverage", "full", "ترجمة كاملة"),
    ],
)
def test_classes_are_said_in_the_reader_s_language(kind, words, shown):
    """What a check adds in brackets is translated, or left out where the words say it themselves."""
    view = finding_view(comparisons.finding(0, kind, expected=words), "ar", "en", AR)
    assert view.expected.text == shown


def test_one_kind_alone():
    """The rows without it are folded into a sentence; choosing it again shows all."""
    shown = page(Asked(only="omitted"))
    assert [row.number for row in shown.crossing.rows] == [5]
    assert shown.crossing.folded == 4
    chosen = next(tally for tally in shown.tallies if tally.chosen)
    assert "only" not in chosen.address
    assert len(shown.crossing.drawing.strip) == 5


def test_counts_come_before_shares():
    """The first thing said is how many sentences have no counterpart; the declared extent stands beside it."""
    html = render(page(), EN)
    assert "1 of 4 sentences of the source have no counterpart." in html
    assert "Excerpts from a report" in html
    assert "consistent with what was measured" in html


def test_no_pair_says_so_and_names_nothing():
    """Of texts that are no pair nothing is counted."""
    shown = compare_page(comparisons.crossing(is_pair=False), *comparisons.sides(), Asked(), EN)
    html = render(shown, EN)
    assert "do not look like a text and its translation" in html
    assert "have no counterpart" not in html


def test_sides_can_be_swapped():
    """The translation comes first, and the languages stay with their words."""
    html = render(page(Asked(swap=True)), EN)
    first = html[html.index('id="r2"') :]
    assert first.index("The local council") < first.index("أعاد المجلس")
    assert "swap" not in page(Asked(swap=True)).swapped


def test_rows_can_follow_the_translation():
    """In the order of the target its first sentence comes first; a row without target stays where it was."""
    there = [row.number for row in page(Asked(order="target")).crossing.rows]
    placed = [row.target[0].ordinal for row in page(Asked(order="target")).crossing.rows if row.target]
    assert placed == sorted(placed)
    assert sorted(there) == [row.number for row in page().crossing.rows]
    assert "order=target" in page(Asked(order="target")).swapped


def test_what_is_not_kept_has_no_address():
    """A comparison made for the page alone links to no review and to no record that is not there."""
    looked = replace(comparisons.crossing(), kept=False)
    html = render(compare_page(looked, *comparisons.sides(), Asked(), EN), EN)
    assert "/findings/" not in html
    assert "/api/v1/comparisons/" not in html
    assert "/findings/" in render(page(), EN)


@pytest.mark.parametrize("ui", [EN, AR])
def test_drawings_have_a_bar_a_row_within_the_picture(ui):
    """Every bar leads to its row and lies inside; the strip covers the width."""
    picture = page(ui=ui).crossing.drawing
    assert [bar.place for bar in picture.strip] == ["#r1", "#r2", "#r3", "#r4", "#r5"]
    assert all(0 <= bar.x <= bar.x + bar.width <= 1000 for bar in (*picture.strip, *picture.above, *picture.below))
    assert sum(bar.width + 1 for bar in picture.strip) == pytest.approx(1000, abs=1)
    assert len(picture.bands) == 4


def test_the_drawing_is_mirrored_in_arabic():
    """What comes first stands on the right."""
    left, right = (page(ui=ui).crossing.drawing.strip for ui in (EN, AR))
    assert left[0].x == 0
    assert right[0].x + right[0].width == pytest.approx(999, abs=0.2)
    assert right[0].x > right[1].x


def test_crossing_bands_cross():
    """Two sentences that changed places are two bands whose ends are exchanged."""
    rows = [Row(at + 1, "moved", 99, False, (Sentence(at, "sentence", ""),), (Sentence(1 - at, "sentence", ""),), ())
            for at in (0, 1)]  # fmt: skip
    first, second = drawing(rows, {0: 10, 1: 10}, {0: 10, 1: 10}, right_to_left=False).bands
    assert first.path.startswith("M0.0,10L500.0,10")
    assert "L500.0,80" in first.path
    assert "L0.0,80" in second.path


def test_a_dismissed_difference_stays_and_says_so():
    """What a person said stands on the chip; the history is below it."""
    html = render(page(), EN)
    assert "as &lt;agreed&gt;" in html
    assert "is-annotated" in html


# --- one language ------------------------------------------------------------------------------


def revision(*, spelling: bool = False, identical: bool = False, ui: Ui = EN):
    return compare_page(*comparisons.revising(identical=identical), Asked(spelling=spelling), ui)


def text_of(markup: str) -> str:
    """What a reader of the newer text sees: deletions, words for the ear and arrows taken out."""
    markup = re.sub(r'<span class="hidden".*?</span>|<a class="arrow".*?</a>|<del.*?</del>', "", str(markup))
    return unescape(re.sub(r"<[^>]+>", "", markup))


def test_a_redline_holds_the_whole_newer_text():
    """Without what was deleted, the paragraphs are those of the newer version, in order."""
    shown = revision()
    newer = shown.b.version.content.split("\n\n")
    found = [text_of(passage.html).strip() for run in shown.revising.runs for passage in run]
    assert [text for text in found if text] == newer


def test_changes_moves_and_what_stayed():
    """A changed number is struck and set beside, a moved block is joined to its old place by arrows both ways."""
    shown = revision()
    html = "".join(str(passage.html) for run in shown.revising.runs for passage in run)
    assert re.search(r"<del[^>]*>(<span[^>]*>[^<]*</span>)?147</del>", html)
    assert re.search(r"<ins[^>]*>(<span[^>]*>[^<]*</span>)?174</ins>", html)
    arrows = dict(re.findall(r'id="(m\d+)" href="#(m\d+)"', html))
    assert arrows
    assert all(arrows[arrows[one]] == one for one in arrows)
    assert shown.revising.moves == len(arrows) // 2
    assert [one.kind for one in shown.revising.findings] == ["number_changed"]


def test_unchanged_paragraphs_are_folded():
    """They are counted and can be opened."""
    assert "unchanged paragraph" in render(revision(), EN)
    assert "باقية على حالها" in render(revision(ui=AR), AR)


def test_identical_versions():
    """Nothing is struck, and the page says that the words are the same."""
    shown = revision(identical=True)
    assert shown.revising.identical
    assert "the two versions have the same words" in render(shown, EN)


def test_spelling_is_a_layer_of_its_own():
    """A hamza that came and went is no change until spelling is asked for, and then it is faint."""
    record, a, b = comparisons.revising()
    spelt = replace(
        record,
        result={"counts": record.result["counts"] | {"orthographic": 1}, "redline": [["orthographic", [0, 4], [0, 4], None, []]]},
    )  # fmt: skip
    plain, shown = (compare_page(spelt, a, b, Asked(spelling=asked), EN).revising for asked in (False, True))
    assert plain.identical
    assert not shown.identical
    assert 'class="ins faint"' in str(shown.runs[0][0].html)
    assert "ortho=1" in plain.spelling_address
