"""The record page: which versions are open, where quotes lead, what is said about what is not there."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from api.pages.record import claims_of, language_verdict, work_page
from api.pages.rendering import agent_name, render
from api.pages.ui import Ui
from archive.errors import NotFound
from archive.history import AgentNameRecord
from tests.api.pages import records

EN, AR = Ui("en", "/w/x"), Ui("ar", "/w/x")


def ids(html: str) -> list[str]:
    return re.findall(r'\sid="([^"]+)"', html)


def test_the_latest_pair_is_open():
    """Without a wish, the original and the latest human translation stand side by side."""
    page = work_page(records.corrected(), EN)
    assert [column.version.id for column in page.columns] == [records.identifier(1), records.identifier(3)]
    assert page.missing is None


def test_a_version_opens_on_its_own_side():
    """A lone address of a translation is shown beside the original, not in its place."""
    page = work_page(records.corrected(), EN, a=records.identifier(4))
    assert [column.text.role for column in page.columns] == ["original", "machine"]


def test_any_two_versions_can_be_open():
    """Two versions of one text may be read side by side."""
    page = work_page(records.corrected(), EN, a=records.identifier(2), b=records.identifier(3))
    assert [column.version.number for column in page.columns] == [1, 2]
    assert page.columns[0].superseded_by == "#texts"


def test_a_superseded_version_leads_to_the_later_one():
    """Whoever reads an old version is told so and led on."""
    page = work_page(records.corrected(), EN, b=records.identifier(2))
    assert page.columns[1].superseded_by.startswith(f"/w/{records.identifier(9)}?")
    assert f"b={records.identifier(3)}" in page.columns[1].superseded_by
    assert "A later version has taken the place of this one." in render(page, EN)


def test_a_strange_version_is_refused():
    """A version of another work is not shown as if it were this work's."""
    with pytest.raises(NotFound, match="expected one of its versions"):
        work_page(records.pair(), EN, a=records.identifier(77))


@pytest.mark.parametrize("ui", [EN, AR])
@pytest.mark.parametrize("make", [records.pair, records.corrected, records.alone])
def test_every_local_link_has_its_place(make, ui):
    """Links to quotes, disclaimers and paragraphs lead to exactly one place on the page."""
    html = render(work_page(make(), ui), ui)
    places = ids(html)
    assert len(places) == len(set(places))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(places)


def test_a_quote_leads_to_its_words():
    """The place a hop links to is right before the quoted words, marked."""
    html = render(work_page(records.pair(), EN), EN)
    place = work_page(records.pair(), EN).chains[0].hops[0].place
    assert f'id="{place[1:]}"></span><mark class="evidence">بقلم: نوار الهضيبي</mark>' in html


def test_a_quote_in_a_closed_version_opens_it():
    """The evidence of a version that is not shown is one click away, the other column staying."""
    page = work_page(records.corrected(), EN, b=records.identifier(4))
    place = page.chains[1].hops[0].place
    assert f"a={records.identifier(1)}&b={records.identifier(3)}#q-" in place


def test_the_unnamed_stay_unnamed():
    """A hand without a name is shown as such, dashed, and is no link."""
    html = render(work_page(records.pair(), EN), EN)
    item = next(part for part in html.split("<li ") if "Translator" in part)
    assert item.startswith('class="hop open"')
    assert '<span class="hand unnamed">unnamed</span>' in item
    assert "لم يُذكر الاسم" in render(work_page(records.pair(), AR), AR)


def test_names_follow_the_reader():
    """A hand with names in both scripts is called by the reader's; one with a single name keeps it."""
    assert '<bdi lang="en" dir="ltr">Nuwar al-Hudaibi</bdi>' in render(work_page(records.pair(), EN), EN)
    arabic = render(work_page(records.pair(), AR), AR)
    assert '<bdi lang="ar" dir="rtl">نوار الهضيبي</bdi>' in arabic
    assert '<bdi lang="en" dir="ltr">The Levant Reader</bdi>' in arabic


def test_names_follow_the_readers_script():
    """Where no name is in the reader's language, one in the reader's script is better than none he can read."""
    names = (
        AgentNameRecord("منجي الورغي", "ar", "Arab", "printed"),
        AgentNameRecord("Mongi Ouerghi", "fr", "Latn", "printed"),
    )
    hand = replace(records.WRITER, names=names)
    assert "Mongi Ouerghi" in agent_name(hand, EN, "ar")
    assert "منجي الورغي" in agent_name(hand, AR, "fr")
    assert agent_name(records.NOBODY, EN) is None


def test_the_disclaimer_stands_before_the_text():
    """The wording is shown verbatim, with its claims, above the texts."""
    html = render(work_page(records.pair(), EN), EN)
    assert 0 < html.index(records.ENGLISH[-1].text) < html.index('id="texts"')
    assert "the author is responsible" in html


def test_claims_name_their_party_once():
    """Edited-by is said of the edit; an unclaimed thing is not listed."""
    assert claims_of(records.disclaimer()) == (
        ("translated", None), ("edited", "The Levant Reader"), ("responsibility-author", None),
    )  # fmt: skip


def test_a_lone_text_says_what_is_missing():
    """A work with one side names the other and how to add it."""
    page = work_page(records.alone(), EN)
    html = render(page, EN)
    assert page.missing == "translation"
    assert f"/upload?to={page.work.id}" in html
    assert f"thabat add --to {page.work.id} --translation FILE" in html


@pytest.mark.parametrize("ui", [EN, AR])
def test_text_is_shown_as_text(ui):
    """Nothing that stands in a text, a quote or removed furniture becomes markup."""
    html = render(work_page(records.pair(), ui), ui)
    assert "a bench &amp; a &lt;blackboard&gt;" in html
    assert "<blackboard>" not in html
    assert "Share on &lt;b&gt;everything&lt;/b&gt;" in html


def test_both_digests_and_all_receipts_are_there():
    """Each version shows both SHA-256, each deed its receipt."""
    work = records.pair()
    html = render(work_page(work, EN), EN)
    for version in work.versions:
        assert version.bytes_sha256 in html
        assert version.canonical_sha256 in html
        assert f"/api/v1/captures/{version.capture.id}" in html
    assert re.findall(r'href="/api/v1/journal/(\d+)/receipt"', html) == ["7", "1204"]


@pytest.mark.parametrize(
    ("check", "verdict"),
    [
        ({"declared": "ar-SY", "found": "ar"}, "agrees"), ({"declared": None, "found": "ar"}, "seen"),
        ({"declared": "en", "found": "und"}, "cannot-tell"), ({"declared": "en", "found": "ar"}, "contradicts"),
        ({"declared": "en", "found": "ar", "overridden": True}, "overridden"), ({}, "cannot-tell"),
    ],
)  # fmt: skip
def test_language_verdict(check, verdict):
    """The kept check is summed up in one word."""
    assert language_verdict(check) == verdict
