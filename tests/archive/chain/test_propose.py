"""Credits, datelines, block types, and the hops that print supports."""

from __future__ import annotations

import pytest

from archive.chain.credits import find_credits, find_dateline
from archive.chain.propose import classify_blocks, propose_hops
from archive.chain.roles import ROLES, role
from archive.text.blocks import Block, BlockKind, lay_out
from tests.archive.chain.disclaimer_cases import SEED

PUBLISHER = "The Syrian Observer"


def _paragraphs(*texts: str) -> list[Block]:
    return [Block(BlockKind.HEADLINE, texts[0]), *(Block(BlockKind.PARAGRAPH, text) for text in texts[1:])]


def _hops(*texts: str, side: str = "translation", publisher: str | None = PUBLISHER, language: str = "en"):
    text, layout = lay_out(classify_blocks(_paragraphs(*texts), publisher=publisher))
    hops = propose_hops(text, layout, side=side, language=language, publisher=publisher)
    assert all(hop.span.of(text) == hop.quote for hop in hops)
    assert all(hop.role in ROLES for hop in hops)
    return hops


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Translated by Lina Khoury", [("trl", "Lina Khoury", "person")]),
        (
            "Translation and editing: The Cedar Review",
            [("trl", "The Cedar Review", "organisation"), ("edt", "The Cedar Review", "organisation")],
        ),
        (
            "Reporting by Omar Zein; editing by Lina Khoury",
            [("rpt", "Omar Zein", "person"), ("edt", "Lina Khoury", "person")],
        ),
        ("ترجمة: لينا خوري", [("trl", "لينا خوري", "person")]),
        ("ترجمة وتحرير: موقع الفنار", [("trl", "موقع الفنار", "organisation"), ("edt", "موقع الفنار", "organisation")]),
        ("المصدر: صحيفة الفنار", [("org", "صحيفة الفنار", "organisation")]),
        ("تحرير المدينة بالكامل", []),
        ("Source close to the army", []),
        ("Translation is an art that few master", []),
    ],
)
def test_credit_lines(line, expected):
    """A credit line names hands and deeds; a sentence with the same words names none."""
    assert [(one.role, one.name, one.kind) for one in find_credits(line)] == expected


@pytest.mark.parametrize(
    ("text", "place", "outlet", "date", "anonymous"),
    [
        ("DAMASCUS (SANA) — A bridge reopened.", "DAMASCUS", "SANA", None, False),
        ("Beirut, 12 November 2015 (Agency)", "Beirut", "Agency", "2015-11-12", False),
        ("دمشق - سانا: افتتح الوزير جسراً", "دمشق", "سانا", None, False),
        ("حلب (مراسلنا) - قال السكان", "حلب", None, None, True),
    ],
)
def test_datelines(text, place, outlet, date, anonymous):
    """Place, agency and date before the dash."""
    found = find_dateline(text)
    assert (found.place, found.outlet, found.anonymous) == (place, outlet, anonymous)
    assert (str(found.date) if found.date else None) == date


@pytest.mark.parametrize(
    "text", ["The army - said the minister", "Damascus - once a quiet city - woke early", "حلب - قصف المدينة"]
)
def test_a_sentence_is_no_agency_dateline(text):
    """A known place and a dash alone carry no agency."""
    found = find_dateline(text)
    assert found is None or (found.outlet is None and not found.anonymous)


def test_translation_with_byline_and_disclaimer():
    """Author, originator with its label, translator and editor; each from its own words."""
    hops = _hops(
        "A bridge reopens",
        "by Salim Haddad for Sada al-Asi (opposition website)",
        "The bridge reopened on Monday.",
        SEED,
    )
    assert [(hop.role, hop.agent_name, hop.agent_kind, hop.label) for hop in hops] == [
        ("aut", "Salim Haddad", "person", None),
        ("org", "Sada al-Asi", "organisation", "opposition website"),
        ("trl", "The Syrian Observer", "organisation", None),
        ("edt", "The Syrian Observer", "organisation", None),
    ]
    assert hops[0].on_behalf_of == "Sada al-Asi"


def test_no_credit_no_translator():
    """A translation without a credit proposes neither translator nor editor."""
    roles = {
        hop.role
        for hop in _hops(
            "A bridge reopens", "by Al-Fanar (state newspaper)", "The bridge reopened. It was built by engineers."
        )
    }
    assert roles == {"org"}


def test_own_work_has_no_originator():
    """A piece written for the translating publisher was not taken from anywhere."""
    hops = _hops("A bridge reopens", "by Wafa Sayegh for The Syrian Observer", "The bridge reopened.")
    assert [(hop.role, hop.agent_name) for hop in hops] == [("aut", "Wafa Sayegh")]


def test_unnamed_correspondent_is_anonymous():
    """مراسلنا is a person whom print leaves unnamed."""
    (hop,) = _hops(
        "جسر جديد", "دمشق - مراسلنا", "افتتح الجسر يوم الاثنين.", side="original", publisher=None, language="ar"
    )
    assert (hop.role, hop.agent_name, hop.agent_kind, hop.identity) == ("rpt", None, "person", "anonymous")


@pytest.mark.parametrize("place", ["كفر نبق", "محطة النخيل"])
def test_a_place_before_the_paper_is_no_author(place):
    """What opens as names of places do wrote nothing, though no list knows it; a person beside it still did."""

    def hands(byline):
        lines = ("جسر جديد", byline, "افتتح الجسر يوم الاثنين.")
        hops = _hops(*lines, side="original", publisher="مرايا الشرق", language="ar")
        return [(hop.role, hop.agent_name, hop.agent_kind) for hop in hops]

    assert hands(f"{place} - مرايا الشرق") == [("org", "مرايا الشرق", "organisation")]
    assert hands(f"{place} - سامر القطان") == [("rpt", "سامر القطان", "person")]


def test_dateline_of_the_first_paragraph_names_the_agency():
    """The agency before the first sentence is the originator, quoted without the sentence."""
    (hop,) = _hops("Bridge", "DAMASCUS (SANA) – The bridge reopened on Monday.")
    assert (hop.role, hop.agent_name, hop.quote) == ("org", "SANA", "DAMASCUS (SANA)")


def test_plain_prose_proposes_nothing():
    """News that mentions translators, bylines and sources is no evidence of hands."""
    assert (
        _hops(
            "By the river",
            "By Monday the army had left.",
            "The book was translated by Lina Khoury in 1990.",
            "Sources said so.",
        )
        == ()
    )


def test_blocks_are_retyped_and_the_disclaimer_is_cut_off():
    """Byline and date at the top, credit and disclaimer in the tail; the words stay the same."""
    blocks = _paragraphs(
        "Headline",
        "by Salim Haddad",
        "12 November 2015",
        *["Prose of the day."] * 6,
        f"Last words. {SEED}",
        "Edited by Lina Khoury",
    )
    typed = classify_blocks(blocks, publisher=None)
    kinds = [block.kind.value for block in typed]
    assert kinds == ["headline", "byline", "dateline", *["paragraph"] * 7, "disclaimer", "credit"]
    assert " ".join(block.text for block in typed) == " ".join(block.text for block in blocks)


def test_known_and_unknown_roles():
    """MARC codes and our own resolve with labels in both languages; others are refused."""
    assert (role("trl").label("en"), role("trl").label("ar-SY"), role("trl").is_local) == ("Translator", "مترجم", False)
    assert role("thabat:source").is_local
    with pytest.raises(ValueError, match="expected a MARC relator code"):
        role("translator")
