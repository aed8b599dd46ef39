"""Lines around an article go; sentences that speak of the same things stay."""

from __future__ import annotations

import pytest

from archive.intake.readers.boilerplate import is_title_like, reasons

BODY_EN = [
    "The council of Deir Harmal met on Thursday to speak about the old bridge.",
    "It will close for two weeks, the mayor told reporters.",
]
BODY_AR = [
    "اجتمع مجلس بلدة دير حرمل يوم الخميس للحديث عن الجسر القديم.",
    "وسيغلق الجسر أسبوعين، بحسب ما قال رئيس البلدية للصحفيين.",
]

ANYWHERE = [
    ("Share this article", "share bar"),
    ("SHARE ON FACEBOOK", "share bar"),
    ("12 Shares", "share bar"),
    ("Advertisement", "advertisement"),
    ("Read also: Olive Season Starts Late", "link to another article"),
    ("Subscribe to our newsletter", "newsletter"),
    ("* * *", "ornament"),
    ("شارك عبر واتساب", "share bar"),
    ("إقرأ أيضاً: موسم الزيتون يبدأ متأخرا", "link to another article"),
    ("اقرأ أيضًا", "link to another article"),
    ("إعلان", "advertisement"),
    ("النشرة البريدية", "newsletter"),
]
EDGES = [
    ("Helpful keywords", "tags"),
    ("Tags: bridge, council", "tags"),
    ("Logo Wide", "menu or picture label"),
    ("Home | News | Opinion | Contact us", "menu or picture label"),
    ("Facebook Twitter WhatsApp", "menu or picture label"),
    ("Leave a comment", "comments"),
    ("3 min read", "counter"),
    ("© 2016 The Valley Reader", "site footer"),
    ("https://valleyreader.example/pumps", "bare address"),
    ("الكَلِمات المفتاحيّة:", "tags"),
    ("الرئيسية > أخبار > سياسة", "menu or picture label"),
    ("١٢٣ مشاهدة", "counter"),
    ("أضف تعليقاً", "comments"),
    ("جميع الحقوق محفوظة © 2016", "site footer"),
]
SENTENCES = [
    "Share prices fell on Thursday, the bank of the valley said in its newsletter.",
    "Tags: that is what the children call the metal discs they collect by the river.",
    "“Read more!” the teacher wrote on the wall of the school library.",
    "The logo, wide as a door, was painted over on Friday by two men.",
    "Comments by the mayor on the advertisement caused an uproar in the village.",
    "Related families shared a single tanker of water for a whole month.",
    "شارك في الاجتماع عدد من وجهاء البلدة وممثلون عن لجان المياه المحلية.",
    "شارك على مدى يومين أكثر من خمسين متطوعا من القرى المجاورة في ترميم الجسر القديم.",
    "إعلان المجلس عن إغلاق الجسر فاجأ السائقين وأصحاب المتاجر القريبة منه.",
    "تابعنا على الطريق قافلة طويلة من الشاحنات تحمل الطحين إلى القرى البعيدة.",
    "وسوم الجمال عند أهل البادية علامات تميز بها كل عشيرة إبلها عن إبل غيرها.",
]


@pytest.mark.parametrize("body", [BODY_EN, BODY_AR])
@pytest.mark.parametrize(("line", "reason"), ANYWHERE)
def test_removed_wherever_it_stands(line, reason, body):
    """Share bars, links and advertisements go from the head, the middle and the tail."""
    for position in range(3):
        lines = [*body[:position], line, *body[position:]]
        assert reasons(lines)[position] == reason
        assert [r for i, r in enumerate(reasons(lines)) if i != position] == [None, None]


@pytest.mark.parametrize(("line", "reason"), EDGES)
def test_removed_only_at_the_edges(line, reason):
    """Menus and tags go before and after the article; between its sentences they may be headings."""
    assert reasons([line, *BODY_AR])[0] == reason
    assert reasons([*BODY_AR, line])[-1] == reason
    assert reasons([BODY_AR[0], line, BODY_AR[1]]) == [None, None, None]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_with_such_words_stays(sentence):
    """News that speaks of shares, logos or comments is news, first, last or between."""
    assert reasons([sentence, *BODY_EN]) == [None] * 3
    assert reasons([*BODY_EN, sentence]) == [None] * 3
    assert reasons([BODY_EN[0], sentence, BODY_EN[1]]) == [None] * 3


def test_links_under_a_head_go_with_it_and_credits_stay():
    """The list under 'Related posts' goes; the translator named below it does not."""
    lines = [
        *BODY_EN,
        "Related posts",
        "Mountain Road Closed",
        "Olive Season Starts Late",
        "Translated by Nawal Saghir",
    ]
    listed = "link to another article, listed"
    assert reasons(lines) == [None, None, "link to another article", listed, listed, None]


def test_a_disclaimer_below_the_tags_stays():
    """Tags do not swallow the sentence after them."""
    lines = [*BODY_EN, "Tags", "bridge", "This article was translated and edited by The Valley Reader."]
    assert reasons(lines) == [None, None, "tags", "tags, listed", None]


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("Old Mill Reopens as Library", True),
        ("من يدفع ثمن التدفئة؟", True),
        ("It closed.", False),
        ("وقال:", False),
        ("—", False),
    ],
)
def test_title_like(line, is_title):
    """A headline is short and does not end like a sentence, though it may ask."""
    assert is_title_like(line) is is_title
