"""The splitter's policy, one clause after another; expected sentences are written with ``|`` between them."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.blocks import Block, BlockKind, lay_out
from archive.text.segment import RECIPE, Segment, SegmentKind, segment, split_sentences
from archive.values import Span

ARABIC = [
    # marks that end, marks that do not
    "وصل الوفد صباحاً. | غادر مساءً! | هل عاد؟ | لا أحد يعلم… | انتهى الخبر.",
    "قال الناطق: عاد الهدوء؛ فتحت المتاجر، وعاد الطلاب. | ثم أمطرت.",
    "المدينة هادئة.. والناس في بيوتهم. | لا حركة في الشوارع.",
    "بحسب الوثيقة ... لا يحق لأحد. | هذا كل شيء.",
    "هل رأيتم ما حدث؟! | لا.",
    "السطر الأول\n| السطر الثاني",
    # quotes and brackets
    "قال: «لن نغادر. | هذا بيتنا. | سنبقى هنا». | ثم أغلق الباب.",
    'قال: "لن نغادر." | وأضاف أن الطريق مغلق.',
    "«متى تعودون؟» تساءلت الجارة. | لم يجب أحد.",
    "«سنعود!» هتف الأطفال. | «هذا وعد.» | قالها وابتسم.",
    "«البيان مزوّر.» بحسب مصدر في البلدية. | لم يصدر نفي.",
    "حضر اللقاء (بدأ في التاسعة. وانتهى ظهراً) ثلاثون شخصاً. | لم يحضر الوالي.",
    "نقل عنه (…) أنه سيعود. | وعاد.",
    # abbreviations
    "التقى د. سامر الحلبي بالأهالي. | وحضر م. نزار وأ. هدى وأ.د. وليد الشامي.",
    "حضر ود. منى أيضاً. | العنوان ص.ب. 1234 بيروت. | انتهى.",
    "عام 1436 هـ. | وفي 2015 م. | بدأ المشروع على طول 200 م. | ثم توقف.",
    "ذكرت قناة بي.إم.تي الخبر. | ونفته شبكة سي إن إن. | غنّى آر. بوبو ليلاً. | وعاد جيه. كارتر.",
    # figures, addresses, lists
    "ارتفع السعر 3.5 في المئة. | وبلغ ٤٫٢. | ثم 12.7 ليرة.",
    "راجعوا www.example.org/a.html أو اكتبوا إلى info@example.org. | الموقع weather. com متوقف.",
    "1. فتح الطريق. | 2. عودة الماء. | 3. الكهرباء.",
]
ENGLISH = [
    "The road opened. | Who paid? | Nobody! | So it goes… | They left.",
    "He came late: the road was closed; he said so, twice. | Then he slept.",
    "Mr. Haddad met Dr. Salem and W. K. Noor on Nov. 10. | It went well.",
    "He said no. | No. 5 was empty. | The U.S. envoy left the U.N. Security Council at 3 p.m. | The hall was dark.",
    "Fruit, e.g. apples, i.e. the red ones, cost $2.50 or 3.5 lira vs. four before. | Nobody bought any.",
    "She works for Orient Inc. | The firm is small. | Salim Jr. agreed.",
    '"We waited. | We are still waiting," he said. | "Why?" she asked. | "Why now?" Mr. Haddad asked. | "Go!" | He went.',
    "He left (it was late. Nobody minded) by train. | The end.",
    "He paused... then spoke. | He stopped... | They waited.",
    "al-Nahda Net reported it. | al-Haddad denied it. | eBay closed.",
    "See example.com or a.b@example.org. | Write soon.",
    "1. Open the road. | 2. Restore water.",
    "Take plan B. | The rest is easy. | Nobody but I. | We left in 2015. | Then came 2016.",
    "‘It is over.’ | The crowd left.",
]
GLUED = [
    ("أغلقت السوق.وعاد التجار.", "ar", ["أغلقت السوق.", "وعاد التجار."]),
    ("هل نجحوا؟نعم نجحوا.", "ar", ["هل نجحوا؟", "نعم نجحوا."]),
    ("بلغت ٤٫٢.ثم هبطت.", "ar", ["بلغت ٤٫٢.", "ثم هبطت."]),
    ('عاد التجار."السوق لنا"، قالوا.', "ar", ["عاد التجار.", '"السوق لنا"، قالوا.']),
    ('قال "نعم. "  ثم خرج.', "ar", ['قال "نعم. "', "ثم خرج."]),
    ("The road opened.Nobody came.", "en", ["The road opened.", "Nobody came."]),
    ("It cost $2.50.Then it fell.", "en", ["It cost $2.50.", "Then it fell."]),
    ("Use ASP.Net or Node.Js today.", "en", ["Use ASP.Net or Node.Js today."]),
]
OTHERS = [
    (
        "M. Dupont est parti. Il a dit « oui. » Puis rien.",
        "fr",
        ["M. Dupont est parti.", "Il a dit « oui. »", "Puis rien."],
    ),
    ("Sn. Demir geldi. 10. yıl kutlandı. Bitti!", "tr", ["Sn. Demir geldi.", "10. yıl kutlandı.", "Bitti!"]),
    ("او رفت. چرا؟ نمی‌دانم.", "fa", ["او رفت.", "چرا؟", "نمی‌دانم."]),
    ("وہ گیا۔ وہ آیا۔", "ur", ["وہ گیا۔", "وہ آیا۔"]),
]


def _check(marked, language):
    expected = [part.strip() for part in marked.split("|")]
    text = marked.replace("\n| ", "\n").replace("| ", "")
    assert [span.of(text) for span in split_sentences(text, language)] == expected


@pytest.mark.parametrize("marked", ARABIC)
def test_arabic_is_split_by_the_policy(marked):
    """Each line of the table shows one clause."""
    _check(marked, "ar")


@pytest.mark.parametrize("marked", ENGLISH)
def test_english_is_split_by_the_policy(marked):
    """Each line of the table shows one clause."""
    _check(marked, "en")


@pytest.mark.parametrize(("text", "language", "expected"), GLUED)
def test_a_missing_or_stray_space_does_not_hide_the_end(text, language, expected):
    """Policy 5, and its limits in names of software."""
    assert [span.of(text) for span in split_sentences(text, language)] == expected


@pytest.mark.parametrize(("text", "language", "expected"), OTHERS)
def test_other_languages_are_split_sanely(text, language, expected):
    """Their marks and titles are known; the rest falls back on the shared rules."""
    assert [span.of(text) for span in split_sentences(text, language)] == expected


_ALPHABET = "كلمةوABab1٢ ..!؟…\"«»()'’،:\n"


@given(
    st.one_of(st.text(alphabet=_ALPHABET, max_size=80), st.text(max_size=60)),
    st.sampled_from(["ar", "en", "und", "tr-TR"]),
)
def test_sentences_cover_all_but_the_space_between_them(text, language):
    """In order, without overlap, trimmed; nothing but whitespace is left outside."""
    spans = split_sentences(text, language)
    edges = [Span(0, 0), *spans, Span(len(text), len(text))]
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert all(not text[left.end : right.start].strip() for left, right in pairwise(edges))
    assert all(left.end <= right.start for left, right in pairwise(edges))


@pytest.mark.parametrize("unit", [".", "a.", "a. ", '".', "(a. ", "؟ ", "د. ", "1. ", " ", '" .', "كلمة.كلمة"])
def test_no_text_takes_quadratic_time(unit):
    """Sixty thousand hostile characters are split in a moment."""
    start = time.perf_counter()
    split_sentences(unit * (60_000 // len(unit)), "ar")
    assert time.perf_counter() - start < 2


def test_wide_gaps_do_not_hide_a_sentence():
    """Text that was never canonical is split all the same."""
    assert len(split_sentences("The end." + " " * 90 + "A beginning.", "en")) == 2


def test_no_text_has_no_sentences():
    """Whitespace is no sentence."""
    assert split_sentences(" \n\t", "ar") == ()


def test_a_version_becomes_typed_segments():
    """Paragraphs, standfirsts, captions and quotations are split; what stands for itself stays whole."""
    text, layout = lay_out(
        [
            Block(BlockKind.HEADLINE, "السوق تفتح. أخيراً"),
            Block(BlockKind.BYLINE, "بقلم س. الحلبي. دمشق"),
            Block(BlockKind.PARAGRAPH, "فتحت السوق. وعاد الناس."),
            Block(BlockKind.QUOTATION, "نحن هنا. لن نغادر."),
            Block(BlockKind.DISCLAIMER, "ترجمة المرصد. المسؤولية على الكاتب."),
        ]
    )
    found = segment(text, layout, "ar")
    assert [(part.kind.value, part.span.of(text), part.paragraph) for part in found] == [
        ("headline", "السوق تفتح. أخيراً", 0),
        ("byline", "بقلم س. الحلبي. دمشق", 1),
        ("sentence", "فتحت السوق.", 2),
        ("sentence", "وعاد الناس.", 2),
        ("quotation", "نحن هنا.", 3),
        ("quotation", "لن نغادر.", 3),
        ("disclaimer", "ترجمة المرصد. المسؤولية على الكاتب.", 4),
    ]
    assert isinstance(found[0], Segment)
    assert found[0].kind is SegmentKind.HEADLINE


def test_every_block_kind_has_a_segment_kind():
    """A new kind of block cannot be forgotten here."""
    for kind in BlockKind:
        text, layout = lay_out([Block(kind, "كلمة.")])
        assert len(segment(text, layout, "ar")) == 1


def test_the_recipe_names_its_version():
    """What the segments were made with is stored beside them."""
    assert RECIPE.startswith("segment|")
    assert RECIPE.endswith("|version:1")
