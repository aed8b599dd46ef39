"""Plain texts: headline, standfirst, paragraphs, wrapped lines; what is removed is listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.intake.readers import read
from archive.text.blocks import BlockKind, lay_out

SEED = Path(__file__).parents[4] / "../shared/seed/al-souria-net-via-syrian-observer.txt"

TITLE = "Old Mill of Deir Harmal Reopens as Library: Keeper"
STANDFIRST = "Four thousand books wait for readers, but the council has not said who pays for the heating"
BODY = [
    "The old mill of Deir Harmal reopened on Sunday as a public library, its keeper said.",
    "Volunteers carried the shelves up the stairs for three days.",
    "The council promised to pay for heating, although no date has been fixed.",
]
ARABIC = """الرئيسية

طاحونة دير حرمل تصبح مكتبة
بقلم نوال الصغير

افتتحت الطاحونة القديمة أبوابها يوم الأحد مكتبة عامة، بحسب القيّم عليها
وحمل المتطوعون الرفوف ثلاثة أيام، لأن المصعد معطل منذ عاصفة الشتاء الماضي.

اقرأ أيضاً:
موسم الزيتون يبدأ متأخرا هذا العام

ووعد مجلس البلدة بدفع ثمن التدفئة من دون أن يحدد موعدا لذلك.
كلمات مفتاحية
"""


def kinds(reading):
    return [(block.kind.value, block.text) for block in reading.blocks]


def texts_of(reading):
    return [block.text for block in reading.blocks]


def test_headline_repeated_around_its_standfirst():
    """What stands between a headline and its repetition is the standfirst; the repetition goes."""
    text = "\n\n".join(["Logo Wide", TITLE, STANDFIRST, TITLE, *BODY, "Helpful keywords"])
    reading = read(text.encode())
    assert kinds(reading) == [("headline", TITLE), ("standfirst", STANDFIRST), *(("paragraph", line) for line in BODY)]
    assert [(r.text, r.reason) for r in reading.removed] == [
        ("Logo Wide", "menu or picture label"),
        (TITLE, "repeated headline"),
        ("Helpful keywords", "tags"),
    ]


def test_a_headline_quoted_deep_in_the_body_stays():
    """A poem named by one of its verses keeps the verse."""
    reading = read("\n".join([TITLE, *BODY, *BODY, TITLE, BODY[0]]).encode())
    assert texts_of(reading).count(TITLE) == 2
    assert reading.removed == ()


def test_no_standfirst_is_invented():
    """Without a repetition the first line after the headline is a paragraph like any other."""
    reading = read("\n".join([TITLE, STANDFIRST, *BODY]).encode())
    assert [kind for kind, _ in kinds(reading)] == ["headline"] + ["paragraph"] * 4


def test_a_byline_between_headline_and_repetition_is_no_standfirst():
    """Who wrote it is left for the chain to read."""
    reading = read("\n".join([TITLE, "By Nawal Saghir", TITLE, *BODY]).encode())
    assert kinds(reading)[1] == ("paragraph", "By Nawal Saghir")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("تحرير قرية عين الزعرور من الألغام", "قال رئيس البلدية إن العمل انتهى يوم الأحد الماضي."),
        ("By the River, a Mill Becomes the Library of Deir Harmal", BODY[0]),
        ("ترجمة الروايات تزدهر في الوادي", "قال الناشر إن عدد الكتب المترجمة تضاعف هذا العام."),
    ],
)
def test_headlines_that_open_like_a_byline(first, second):
    """تحرير is liberation before it is editing: such a headline is a headline."""
    assert kinds(read(f"{first}\n\n{second}".encode()))[0] == ("headline", first)


@pytest.mark.parametrize("byline", ["بقلم نوال الصغير", "By Nawal Saghir", "ترجمة: نوال الصغير"])
def test_a_byline_above_the_headline_is_not_the_headline(byline):
    """The headline is found below the line that says who wrote."""
    found = kinds(read("\n".join([byline, TITLE, *BODY]).encode()))
    assert found[:2] == [("paragraph", byline), ("headline", TITLE)]


def test_text_that_begins_with_a_sentence_has_no_headline():
    """A first line with a full stop is body."""
    assert {kind for kind, _ in kinds(read("\n".join(BODY).encode()))} == {"paragraph"}


def test_arabic_text_with_menu_link_and_tags():
    """Lines are paragraphs, the byline stays, the link to another article goes with its title."""
    reading = read(ARABIC.encode("cp1256"))
    assert reading.decoded.charset == "windows-1256"
    assert [kind for kind, _ in kinds(reading)] == ["headline"] + ["paragraph"] * 4
    assert [r.reason for r in reading.removed] == [
        "menu or picture label",
        "link to another article",
        "link to another article, listed",
        "tags",
    ]


WRAPPED = """Old Mill Reopens

The old mill of Deir Harmal reopened on
Sunday as a public library with four
thousand books, said its keeper.
A crowd of volunteers carried shelves
up the stairs.

The town council has promised to pay
for heating, although no date has been
fixed for the work to begin.
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_hard_wrapped_lines_are_joined(ends):
    """Lines broken at a margin become paragraphs again; a line that ends early ends its paragraph."""
    assert [text for _, text in kinds(read(WRAPPED.replace("\n", ends).encode()))] == [
        "Old Mill Reopens",
        "The old mill of Deir Harmal reopened on Sunday as a public library with four thousand books, said its keeper.",
        "A crowd of volunteers carried shelves up the stairs.",
        "The town council has promised to pay for heating, although no date has been fixed for the work to begin.",
    ]


def test_short_lines_that_would_have_fitted_are_not_joined():
    """Lines are joined only where a margin explains their ends: these are three paragraphs."""
    text = "Headline of the Day\n\nThe mill opened on Sunday.\nIt is open.\nChildren came before the doors were opened wide.\nAll stayed."
    assert len(read(text.encode()).blocks) == 5


def test_every_line_is_a_block_or_removed_and_in_the_source():
    """Nothing a reader of the capture saw is lost."""
    reading = read(ARABIC.encode())
    accounted = {block.text for block in reading.blocks} | {removed.text for removed in reading.removed}
    assert accounted == set(reading.source_text.splitlines())
    assert {" ".join(line.split()) for line in ARABIC.splitlines() if line.strip()} == accounted


def test_controls_are_flagged_and_kept_out_of_nothing_but_nul():
    """Bidi controls stay in the blocks; NUL leaves the canonical text; both are flagged."""
    reading = read("قال \u202bالمدير\u202c إن المدرسة\x00 مفتوحة منذ يوم الأحد الماضي.".encode())
    assert {flag.code: flag.count for flag in reading.flags} == {"nul": 1, "bidi-control": 2}
    assert "\u202bالمدير\u202c" in reading.blocks[0].text
    assert "\x00" not in reading.source_text


def test_the_seed_file():
    """The first real text: headline, standfirst, eleven paragraphs, the disclaimer, and no boilerplate."""
    if not SEED.exists():
        pytest.skip(f"needs {SEED}")
    reading = read(SEED.read_bytes(), filename=SEED.name)
    blocks = kinds(reading)
    assert [kind for kind, _ in blocks] == ["headline", "standfirst"] + ["paragraph"] * 12
    assert blocks[0][1].endswith("Militia: Source")
    assert blocks[1][1].endswith("sources claim")
    assert blocks[-1][1].startswith("This article was translated and edited by")
    assert {r.reason for r in reading.removed} == {"menu or picture label", "repeated headline", "tags"}
    assert {r.text for r in reading.removed} == {"Logo Wide", blocks[0][1], "Helpful keywords"}
    text, layout = lay_out(reading.blocks)
    assert text.count(blocks[0][1]) == 1
    assert layout[0].kind is BlockKind.HEADLINE
