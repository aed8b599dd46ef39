"""Concordance and renderings over a small archive of aligned sentences, written for these tests."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from archive.errors import BadQuery
from search.parallel import answering
from search.parallel.question import By, ask
from search.parallel.renderings import Outcome
from search.parallel.service import Concordance, Renderings
from search.parallel.table import UNNAMED
from tests.search.parallel.fakes import Sentence, Sentences

NOISE: tuple[Sentence, ...] = tuple(
    (f"وصلت القافلة رقم {number} إلى المرفأ.", f"Convoy number {number} reached the harbour.") for number in range(40)
)


@pytest.fixture
def archive(sentences: Sentences) -> Sentences:
    """النظام eleven times: four regime, three government, one dropped, one uncertain, two that are told by no word."""
    sentences.add(
        ("قال النظام إنه باق.", "The regime said it would stay."),
        ("انسحب النظام ليلاً.", "The regime withdrew at night."),
        ("وسكت النظام عن النظام.", "The regime kept quiet about itself."),
        ("ورحل النظام بعدها.", ""),
        *NOISE[:20],
        work="w1", outlet="The Tern", translator="Mona Sayegh", day=date(2014, 3, 2), findings=("label_shift",),
    )  # fmt: skip
    sentences.add(
        ("نفى النظام الخبر.", "The government denied the report."),
        ("وأكد النظام غيره.", "The government confirmed another."),
        ("رفض النظام الصلح.", "The government refused peace."),
        ("وللنظام رأي.", "Nobody agreed.", "uncertain"),
        ("وبقي النظام هناك.", "They remained in place."),
        ("ثم عاد النظام.", "Later everyone came back."),
        *NOISE[20:],
        work="w2", outlet="Quay Review", translator=None, day=date(2016, 7, 9),
    )  # fmt: skip
    return sentences


def lines(archive: Sentences, q: str = "النظام", **given: Any) -> Concordance:
    return archive.parallel.concordance(ask(q, **given))


def table(archive: Sentences, q: str = "النظام", **given: Any) -> Renderings:
    return archive.parallel.renderings(ask(q, **given))


def others(found: Concordance) -> list[str]:
    return [line.other.text for line in found.lines]


# --- hits -------------------------------------------------------------------------------------------------------------


def test_every_occurrence_is_a_line(archive: Sentences) -> None:
    """Two in one sentence are two; all forms of the word are hits; words stand as they are printed."""
    found = lines(archive)
    assert (found.hits, found.links, found.works) == (11, 10, 2)
    assert sorted({line.context.node for line in found.lines}) == ["النظام", "وللنظام"]
    first = found.lines[0]
    assert (first.context.left, first.context.node, first.context.right) == ("قال ", "النظام", " إنه باق.")
    assert first.other.text == "The regime said it would stay."
    passage = archive.archive.passages[first.version]
    assert first.span.of(passage.content) == "النظام"


def test_a_phrase_is_one_hit(archive: Sentences) -> None:
    """From its first word to its last."""
    assert [line.context.node for line in lines(archive, '"the regime"').lines] == ["The regime"] * 3
    assert lines(archive, '"regime the"').hits == 0
    assert [line.context.node for line in lines(archive, '"regime quiet"~1').lines] == ["regime kept quiet"]


def test_the_side_is_that_of_the_words(archive: Sentences) -> None:
    """Script tells it, or ``ar:`` and ``en:``, or the parameter."""
    assert ask("النظام").side == "ar"
    assert ask("regime").side == "en"
    assert ask("en:regime ar:النظام").side == "en"
    assert ask("en:regime ar:النظام", side="ar").side == "ar"
    assert lines(archive, "regime").lines[0].other.text == "قال النظام إنه باق."


@pytest.mark.parametrize(
    ("given", "hits"),
    [
        ({"beside": "regime"}, 4),
        ({"not_beside": "regime"}, 6),  # without the uncertain one, which proves nothing
        ({"outlet": "the tern"}, 5),
        ({"agent": "Mona Sayegh"}, 5),
        ({"translator": "unnamed"}, 6),
        ({"kind": "opinion"}, 0),
        ({"finding": "label_shift"}, 5),
        ({"date_from": "2015"}, 6),
        ({"date_to": "2014-03"}, 5),
        ({"outlet": ["The Tern", "Quay Review"]}, 11),
    ],
)
def test_filters(archive: Sentences, given: dict[str, Any], hits: int) -> None:
    """Each leaves the hits of which it holds."""
    assert lines(archive, **given).hits == hits


def test_filters_in_the_query_and_beside_it_are_the_same(archive: Sentences) -> None:
    """``outlet:``, ``date:`` and ``-en:`` stand in the words, too."""
    assert lines(archive, 'النظام outlet:"The Tern" date:2014').hits == 5
    assert others(lines(archive, "ar:النظام -en:regime")) == others(lines(archive, not_beside="regime"))


def test_what_is_uncertain_is_counted_apart(archive: Sentences) -> None:
    """As lines where they are hits, as left out where an absence is claimed."""
    assert (lines(archive).uncertain, lines(archive).left_out) == (1, 0)
    without = lines(archive, not_beside="regime")
    assert (without.uncertain, without.left_out) == (0, 1)


def test_words_asked_for_on_the_other_side_are_marked(archive: Sentences) -> None:
    """Where they stand in the aligned sentence."""
    line = lines(archive, beside="quiet").lines[0]
    assert [mark.of(line.other.text) for mark in line.other.marks] == ["quiet"]


# --- order and pages --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("left", "انسحب"),
        ("right", "."),  # nothing comes after it; then إنه
        ("date", "قال"),
        ("outlet", "نفى"),
    ],
)
def test_lines_can_be_put_in_order(archive: Sentences, order: str, first: str) -> None:
    """By the words before, the words after, date, outlet."""
    found = lines(archive, order=order)
    line = next(one for one in found.lines if one.context.left.strip() or order != "left")
    around = line.context.right if order == "right" else line.context.left
    assert around.split()[0] == first


def test_pages_are_pieces_of_one_list(archive: Sentences) -> None:
    """Totals are of all hits, whatever the page."""
    whole = lines(archive, order="right")
    pages = [lines(archive, order="right", offset=offset, limit=4) for offset in (0, 4, 8)]
    assert [line.id for page in pages for line in page.lines] == [line.id for line in whole.lines]
    assert {page.hits for page in pages} == {11}


def test_context_is_as_wide_as_asked(archive: Sentences) -> None:
    """Cut at a word."""
    right = [line.context.right for line in lines(archive, "regime", width=10).lines]
    assert right == [" said it…", " withdrew…", " kept quiet…"] or all(len(one) <= 11 for one in right)


def test_of_very_many_links_a_part_is_looked_at(archive: Sentences, monkeypatch: pytest.MonkeyPatch) -> None:
    """Always the same part, and stated."""
    monkeypatch.setattr(answering, "MOST_LINKS", 4)
    found = lines(archive)
    assert (found.links, found.looked_at, found.sampled) == (10, 4, True)
    assert [line.id for line in found.lines] == [line.id for line in lines(archive).lines]


# --- renderings -------------------------------------------------------------------------------------------------------


def test_renderings_sum_up_to_the_hits(archive: Sentences) -> None:
    """Each hit in one row: rendered, not rendered, without counterpart, uncertain."""
    found = table(archive)
    rows = {row.name: row.hits for row in found.rows}
    assert rows == {"word:regim": 4, "word:govern": 3, "not_rendered": 2, "no_counterpart": 1, "uncertain": 1}
    assert sum(rows.values()) == found.hits == lines(archive).hits
    assert [row.rendering.printed for row in found.rows[:2]] == ["regime", "government"]


def test_renderings_are_counted_by_outlet_translator_and_year(archive: Sentences) -> None:
    """An unnamed translator is a value of its own."""
    regime, government, *_ = table(archive).rows
    assert [(one.names, one.hits) for one in regime.counts[By.OUTLET]] == [(("The Tern",), 4)]
    assert [(one.value, one.hits) for one in government.counts[By.TRANSLATOR]] == [(UNNAMED, 3)]
    assert [(one.value, one.hits) for one in regime.counts[By.YEAR]] == [("2014", 4)]


def test_every_cell_opens_its_lines(archive: Sentences) -> None:
    """As many as it says, and every row too."""
    for row in table(archive).rows:
        assert lines(archive, row=row.name).hits == row.hits
        for by, cells in row.counts.items():
            for cell in cells:
                assert lines(archive, row=row.name, by=by.value, cell=cell.value).hits == cell.hits
    assert lines(archive, row="word:nothing").hits == 0


def test_renderings_go_both_ways(archive: Sentences) -> None:
    """What stands for harbour in Arabic."""
    (row,) = table(archive, "harbour").rows
    assert (row.rendering.outcome, row.hits) == (Outcome.RENDERED, 40)


# --- questions that cannot be answered --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("q", "given", "code", "pointer"),
    [
        ("", {}, "nothing-to-search", "/q"),
        ("-regime", {}, "nothing-to-search", "/q"),
        ("outlet:Tern", {}, "nothing-to-search", "/q"),
        ("title:regime", {}, "mixed-sides", "/q"),
        ("regime lang:en", {}, "mixed-sides", "/q"),
        ("(regime", {}, "unbalanced-bracket", "/q"),
        ("regime", {"beside": '"النظام'}, "unbalanced-quote", "/with"),
        ("regime", {"not_beside": "outlet:Tern"}, "mixed-sides", "/without"),
        ("regime", {"side": "fr"}, "bad-filter", "/side"),
        ("regime", {"order": "best"}, "bad-filter", "/sort"),
        ("regime", {"width": 5}, "bad-filter", "/width"),
        ("regime", {"limit": 0}, "bad-filter", "/limit"),
        ("regime", {"finding": "nonsense"}, "bad-filter", "/finding"),
        ("regime", {"date_from": "2016", "date_to": "2015"}, "bad-filter", "/to"),
        ("regime", {"row": "uncertain", "by": "moon"}, "bad-filter", "/by"),
        ("regime", {"names": "perhaps"}, "bad-filter", "/names"),
        ("regime " * 40, {}, "query-too-long", "/q"),
        ("x" * 1001, {}, "query-too-long", "/q"),
    ],
)
def test_what_cannot_be_asked_is_refused(q: str, given: dict[str, Any], code: str, pointer: str) -> None:
    """With the part of the question that is at fault."""
    with pytest.raises(BadQuery) as refused:
        ask(q, **given)
    assert (refused.value.code, refused.value.pointer) == (code, pointer)
