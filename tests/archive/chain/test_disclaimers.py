"""Disclaimers: wordings in both languages, near-misses, spans, wording keys and declared extents."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from archive.chain.disclaimers import Claims, extent_declared, find_disclaimers, wording_key
from tests.archive.chain.disclaimer_cases import NEAR_MISSES, SEED, WORDINGS


def test_the_table_is_as_large_as_the_issue_asks():
    """At least forty-five wordings and fifteen near-misses."""
    assert len(WORDINGS) >= 45
    assert len(NEAR_MISSES) >= 15


@pytest.mark.parametrize(("wording", "kind", "claims"), WORDINGS, ids=lambda value: str(value)[:40])
def test_wording_is_found_whole_and_classified(wording, kind, claims):
    """Each wording is one match with the claims it makes, and no others."""
    (found,) = find_disclaimers(wording)
    assert (found.quote, found.kind) == (wording, kind)
    assert {key: value for key, value in asdict(found.claims).items() if value != asdict(Claims())[key]} == claims


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_near_misses_are_not_disclaimers(sentence):
    """News about translations, responsibility or permission is news."""
    assert find_disclaimers(sentence) == ()


def test_the_issue_sentence():
    """The seed's sentence: translated, edited, by The Syrian Observer, the author responsible, one match."""
    (found,) = find_disclaimers(f"The bridge reopened on Monday. {SEED}")
    assert found.quote == SEED
    assert (found.claims.translated, found.claims.edited) == (True, True)
    assert (found.claims.by, found.claims.responsibility) == ("The Syrian Observer", "author")


def test_spans_point_at_the_quote_among_prose_and_harakat():
    """Offsets count code points of the text given, vowel marks included."""
    text = "قالَ الوزيرُ إنّ الجسر فُتح.\n\nتُرجم هذا المقال وحُرِّر من قبل «مرصد الأرز».\n\nThe Cedar Review does not verify the content of the stories translated."
    found = find_disclaimers(text)
    assert [one.language for one in found] == ["ar", "en"]
    assert all(one.span.of(text) == one.quote for one in found)
    assert found[0].claims.by == "مرصد الأرز"


def test_two_paragraphs_are_two_disclaimers():
    """Only sentences of one paragraph are one disclaimer."""
    assert len(find_disclaimers("Translated by Lina Khoury.\n\nAll rights reserved.")) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ترجمة وتحرير: «مرصد الأرز»", 'ترجمة وتَحرير: "مرصد الارز"'),
        ("All rights reserved.", "ALL  RIGHTS RESERVED"),
        ("مسؤولية المعلومات", "مسئوليّة المعلومات"),
    ],
)
def test_printings_of_one_wording_share_a_key(one, other):
    """Quotation marks, spacing, case, harakat and hamza spelling do not make a new wording."""
    assert wording_key(one) == wording_key(other)


def test_another_name_is_another_wording():
    """Who translated is part of the wording."""
    assert wording_key("Translated by Lina Khoury.") != wording_key("Translated by Omar Zein.")


@pytest.mark.parametrize(
    ("text", "completeness", "quote"),
    [
        ("Excerpts from an op-ed by Lina Khoury", "excerpt", "Excerpts from an op-ed"),
        ("A title\n\nThis article has been abridged for length.", "abridged", "This article has been abridged"),
        ("A title (abridged)", "abridged", "(abridged)"),
        ("Full text of the statement", "full", "Full text of"),
        ("مقتطفات من مقال لينا خوري", "excerpt", "مقتطفات من مقال"),
        ("نصٌّ مختصر", "abridged", "نصٌّ مختصر"),
        ("State television aired excerpts from the speech.", None, None),
        ("وبثّ التلفزيون مقتطفات من الخطاب.", None, None),
    ],
)
def test_declared_extent(text, completeness, quote):
    """Only what the text says of itself declares its extent."""
    found = extent_declared(text)
    if completeness is None:
        assert found is None
    else:
        assert (found.completeness, found.quote, found.span.of(text)) == (completeness, quote, quote)
