"""The redline as a whole: it tiles both texts, applies, and says what happened."""

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.text.revise import Op, OpKind, apply, replacements, revise, written
from archive.values import Span

PIECES = st.sampled_from(
    [
        "the",
        "The",
        "old",
        "market",
        "أُمّة",
        "امه",
        "قال",
        "وقال",
        "٢٠١٥",
        "2015",
        "3.5",
        "don't",
        "市場",
        "\u200f",
        "ـ",
        " ",
        " ",
        " ",
        "  ",
        "\n\n",
        ". ",
        "، ",
        ", ",
        "«",
        "»",
        "!",
        "-",
        "e\u0301",
        "\u064e",
        "😀",
    ]
)
TEXT = st.lists(PIECES, max_size=40).map("".join)
PHRASES = [
    "the council reopened the old market on Monday",
    "nobody had come to the square since spring",
    "أعلنت بلدية النهرين إعادة فتح السوق القديمة",
    "وقال رئيسها إن الأهالي انتظروا ثلاث سنوات",
    "repairs cost 2.4 million lira in all",
    "ولم يذكر البيان عدد العائدين إلى المدينة",
]
SENTENCES = st.lists(st.sampled_from(PHRASES), max_size=8).map(lambda found: ". ".join(found) + ".")


def tiles_both(redline, a, b):
    return "".join(op.a.of(a) for op in redline.ops) == a and "".join(op.b.of(b) for op in redline.ops) == b


def shown(ops, a, b):
    return [(op.kind.value, op.a.of(a), op.b.of(b)) for op in ops if op.kind is not OpKind.EQUAL]


@settings(deadline=None)
@given(st.one_of(TEXT, SENTENCES), st.one_of(TEXT, SENTENCES))
def test_applying_the_redline_to_the_older_text_gives_the_newer(a, b):
    """Only what is not equal is taken from the newer text."""
    redline = revise(a, b)
    assert apply(redline, a, written(redline, b)) == b
    assert tiles_both(redline, a, b)


@settings(deadline=None)
@given(SENTENCES, st.randoms(use_true_random=False))
def test_applying_holds_with_moves_and_edits(a, dice):
    """Sentences in another order, a word in ten another word."""
    sentences = a.split(". ")
    dice.shuffle(sentences)
    b = " ".join(word if dice.random() < 0.9 else "other" for word in "; ".join(sentences).split(" "))
    redline = revise(a, b)
    assert apply(redline, a, written(redline, b)) == b
    assert tiles_both(redline, a, b)


@settings(deadline=None)
@given(st.one_of(TEXT, SENTENCES), st.one_of(TEXT, SENTENCES))
def test_every_operation_is_what_it_says(a, b):
    """Equal is equal to the letter, an insertion has no older text, twins name each other, inner ones tile their block."""
    ops = revise(a, b).ops
    for index, op in enumerate(ops):
        check(op, a, b)
        if op.twin is not None:
            assert ops[op.twin].twin == index
        if op.kind is OpKind.MOVED_TO:
            assert "".join(inner.a.of(a) for inner in op.inner) == ops[op.twin].a.of(a)
            assert "".join(inner.b.of(b) for inner in op.inner) == op.b.of(b)
            for inner in op.inner:
                check(inner, a, b)


def check(op, a, b):
    empty_a, empty_b = not len(op.a), not len(op.b)
    assert {
        OpKind.EQUAL: op.a.of(a) == op.b.of(b) != "",
        OpKind.INSERT: empty_a and not empty_b and op.b_words > 0,
        OpKind.DELETE: empty_b and not empty_a and op.a_words > 0,
        OpKind.REPLACE: op.a_words > 0 and op.b_words > 0,
        OpKind.ORTHOGRAPHIC: op.a_words == op.b_words == 1 and op.a.of(a) != op.b.of(b),
        OpKind.PUNCTUATION: op.a_words == op.b_words == 0 and op.a.of(a) != op.b.of(b),
        OpKind.MOVED_FROM: empty_b and not empty_a and op.twin is not None,
        OpKind.MOVED_TO: empty_a and not empty_b and op.twin is not None,
    }[op.kind]


@settings(deadline=None)
@given(st.one_of(TEXT, SENTENCES), st.one_of(TEXT, SENTENCES))
def test_the_other_direction_mirrors(a, b):
    """Words of each text are all accounted for in both directions, and the same texts give the same redline."""
    there, back = revise(a, b), revise(b, a)
    for redline, old, new in ((there, a, b), (back, b, a)):
        counts = redline.counts()
        same = counts.kept + counts.moved
        assert same + counts.deleted + counts.replaced == words(revise(old, old))
        assert same + counts.inserted + counts.replacing == words(revise(new, new))
    assert there == revise(a, b)


def words(redline):
    return redline.counts().kept


@settings(deadline=None)
@given(TEXT)
def test_nothing_changed_is_one_operation(text):
    """No text, no operation."""
    assert [op.kind for op in revise(text, text).ops] == [OpKind.EQUAL] * bool(text)


@pytest.mark.parametrize("seed", range(4))
def test_one_edit_is_the_same_in_both_directions(seed):
    """A word replaced in distinct words: the redline back is the redline there, sides exchanged."""
    dice = random.Random(seed)
    old = [f"word{number}" for number in range(40)]
    new = list(old)
    new[dice.randrange(40)] = "other"
    a, b = " ".join(old), " ".join(new)
    there, back = revise(a, b).ops, revise(b, a).ops
    assert [(op.kind, op.a, op.b) for op in there] == [(op.kind, op.b, op.a) for op in back]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("فتح السوق القديمة أمس", "فتح السوق الجديدة أمس", [("replace", "القديمة", "الجديدة")]),
        ("He came. He saw. He left.", "He came. He left.", [("delete", "He saw. ", "")]),
        ("قال نعم. قال لا. قال ربما.", "قال نعم. قال ربما.", [("delete", "قال لا. ", "")]),
        ("A day.\n\nA day off.", "A day.\n\nA week.\n\nA day off.", [("insert", "", "A week.\n\n")]),
        ("They did agree.", "They did not agree.", [("insert", "", "not ")]),
        ("فَتَحَ المدرسة", "فتح المدرسه", [("orthographic", "فَتَحَ", "فتح"), ("orthographic", "المدرسة", "المدرسه")]),
        ("في ٢٠١٥ بلغ", "في 2015 بلغ", [("orthographic", "٢٠١٥", "2015")]),
        ("نعم، غداً", "نعم؛ غداً", [("punctuation", "،", "؛")]),
        ("قال: «نعم» ومضى", 'قال: "نعم" ومضى', [("punctuation", "«", '"'), ("punctuation", "»", '"')]),
        ("One. Two.", "One.\n\nTwo.", [("punctuation", " ", "\n\n")]),
        ("", "جديد", [("insert", "", "جديد")]),
        ("قديم.", "", [("delete", "قديم.", "")]),
    ],
)
def test_small_changes(a, b, expected):
    """Words, marks and spelling, each in its layer and no wider than it is."""
    assert shown(revise(a, b).ops, a, b) == expected


A = (
    "أعلنت بلدية النهرين إعادة فتح السوق القديمة. وقال رئيسها إن الأهالي انتظروا ثلاث سنوات كاملة. "
    "وبلغت كلفة الترميم خمسة ملايين ليرة سورية. ولم يذكر البيان عدد التجار العائدين إلى محالهم في المدينة."
)
B = (
    "وبلغت كلفة الترميم خمسة مليارات ليرة سورية، أعلنت بلدية النهرين إعادة فتح السوق القديمة، وقال رئيسها إن الأهالي "
    "انتظروا ثلاث سنوات كاملة، ولم يذكر البيان عدد التجار العائدين إلى محالهم في المدينة."
)


def test_a_sentence_moves_though_sentences_ran_together():
    """The block is one, at both its places, and what changed inside it is inside it."""
    redline = revise(A, B)
    [to], [origin] = ([op for op in redline.ops if op.kind is kind] for kind in (OpKind.MOVED_TO, OpKind.MOVED_FROM))
    assert origin.a.of(A) == "وبلغت كلفة الترميم خمسة ملايين ليرة سورية"
    assert to.b.of(B) == "وبلغت كلفة الترميم خمسة مليارات ليرة سورية"
    assert shown(to.inner, A, B) == [("replace", "ملايين", "مليارات")]
    counts = redline.counts()
    assert (counts.moves, counts.moved, counts.replaced, counts.replacing) == (1, 6, 1, 1)
    assert (counts.inserted, counts.deleted) == (0, 0)


def test_a_moved_quotation_takes_its_marks_along():
    """The opening guillemet before it and the closing one after it are part of the block."""
    quotation, rest = (
        "«لن نغلق أبوابنا مرة أخرى أبداً» ",
        "أعلنت بلدية النهرين إعادة فتح السوق القديمة يوم الثلاثاء أمام ",
    )
    a, b = rest + quotation + "الجميع", quotation + rest + "الجميع"
    assert [shown for shown in shown(revise(a, b).ops, a, b) if shown[0] == "moved_from"] == [
        ("moved_from", quotation, "")
    ]


def test_a_short_phrase_does_not_move():
    """Four words that recur elsewhere are a deletion and an insertion."""
    a = "in the old city nobody had come to the square since spring and the market was closed"
    b = "nobody had come to the square since spring and the market was closed in the old city"
    assert revise(a, b).counts().moves == 0


def test_replacements_are_handed_on_with_the_words_beside_them():
    """Also those inside a block that moved; a number needs the word before its unit."""
    [bare] = replacements(revise(A, B), A, B)
    assert (bare.a_text, bare.b_text, bare.moved) == ("ملايين", "مليارات", True)
    [found] = replacements(revise(A, B), A, B, beside=1)
    assert (found.a_text, found.b_text) == ("خمسة ملايين ليرة", "خمسة مليارات ليرة")
    assert (found.a.of(A), found.b.of(B)) == (found.a_text, found.b_text)


def test_replacements_take_no_edited_word_along():
    """What stands beside a replacement and changed too is not context."""
    a, b = "five men, six women", "seven men; six women"
    [found] = replacements(revise(a, b), a, b, beside=3)
    assert (found.a_text, found.b_text) == ("five men", "seven men")


def test_operations_know_their_words():
    """Counts are sums of what the operations say."""
    [replaced] = [op for op in revise("a b c d", "a b x y z d").ops if op.kind is OpKind.REPLACE]
    assert replaced == Op(OpKind.REPLACE, Span(4, 5), Span(4, 9), 1, 3)


def test_moves_in_any_order_apply():
    """All orders of five sentences."""
    sentences = [f"{phrase}." for phrase in PHRASES[:5]]
    a = " ".join(sentences)
    for order in itertools.permutations(sentences):
        b = " ".join(order)
        redline = revise(a, b)
        assert apply(redline, a, written(redline, b)) == b
        counts = redline.counts()
        assert (counts.inserted, counts.deleted, counts.replaced) == (0, 0, 0)
