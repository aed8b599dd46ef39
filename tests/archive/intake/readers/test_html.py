"""Saved pages: the body kept, menus gone and listed, the tail brought back, dates as printed."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from archive.errors import BadFile
from archive.intake.readers import read
from archive.text.blocks import BlockKind
from archive.text.normalise import canonical_line

PAGES = Path(__file__).parent / "pages"
DATA = Path(__file__).parents[4] / "../shared/data"


def page(name):
    return read((PAGES / name).read_bytes(), filename=name)


def texts(reading, kind):
    return [block.text for block in reading.blocks if block.kind is kind]


def body(markup):
    head = "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Old Mill Reopens as Library</title></head><body>"
    return f"{head}{markup}</body></html>".encode()


ARTICLE = (
    "<h1>Old Mill Reopens as Library</h1><p>The old mill reopened on Sunday as a public library, its keeper said.</p>"
    "<p>Volunteers carried the shelves up the stairs for three days because of the storm.</p>"
)


def test_arabic_outlet_page():
    """Headline, standfirst, byline, date, caption, five paragraphs and the footer's disclaimer, in this order."""
    reading = page("outlet_ar.html")
    kinds = [block.kind.value for block in reading.blocks]
    assert kinds == ["headline", "standfirst", "byline", "dateline", "caption"] + ["paragraph"] * 6
    assert texts(reading, BlockKind.BYLINE) == ["بقلم سلمى الداية"]
    assert texts(reading, BlockKind.DATELINE) == ["٩ آذار ٢٠١٦"]
    assert reading.blocks[-1].text.startswith("المواد المنشورة لا تعبر بالضرورة")
    reasons = {removed.text: removed.reason for removed in reading.removed}
    assert reasons["الرئيسية"] == "menu"
    assert reasons["فيسبوك تويتر شارك"] == "share bar"
    assert reasons["موسم الزيتون يبدأ متأخرا هذا العام"] == "link to another article"
    assert reasons["اقرأ أيضاً: طريق الجبل مغلق منذ أسبوعين"] == "link to another article"
    assert "site footer" in {removed.reason for removed in reading.removed}
    assert "نص مخفي" not in reading.source_text


def test_arabic_outlet_page_hints():
    """JSON-LD speaks first; each hint says where it was found."""
    hints = page("outlet_ar.html").hints
    assert (hints.author, hints.outlet, hints.language) == ("سلمى الداية", "موقع الرابية", "ar")
    assert hints.published == "2016-03-09T10:20:00+02:00"
    assert hints.url == "https://rabiya.example/2016/03/water"
    assert (hints.places["published"], hints.places["url"], hints.places["standfirst"]) == ("json-ld", "meta", "markup")


def test_english_wordpress_page():
    """Menu, share bar, advertisement, tags and related posts go; the disclaimer in the footer is the last block."""
    reading = page("wordpress_en.html")
    assert [block.kind.value for block in reading.blocks] == ["headline", "standfirst", "dateline", "byline"] + [
        "paragraph"
    ] * 6
    assert texts(reading, BlockKind.BYLINE) == ["by Salma al-Daya for Al-Rabiya (local news website)"]
    assert reading.blocks[-1].text.startswith("This article was translated and edited by")
    removed = {removed.text for removed in reading.removed}
    assert {
        "Home",
        "Share this:",
        "Advertisement",
        "Related posts",
        "Olive Season Starts Late",
        "Recent Posts",
    } <= removed
    assert reading.hints.published == "2016-03-11T08:00:00+00:00"


def test_div_soup():
    """A page without a single telling element or class is read all the same."""
    reading = page("div_soup_en.html")
    assert texts(reading, BlockKind.HEADLINE) == ["Old Mill Reopens as Library"]
    assert len(texts(reading, BlockKind.PARAGRAPH)) == 5
    assert "Bridge Closed Until Friday" in {removed.text for removed in reading.removed}


def test_paragraphs_of_line_breaks():
    """``<br>`` ends a paragraph; the share line between them goes, the translator stays."""
    reading = page("breaks_ar.html")
    paragraphs = texts(reading, BlockKind.PARAGRAPH)
    assert len(paragraphs) == 5
    assert paragraphs[-1] == "ترجمة: نوال الصغير"
    assert [r.text for r in reading.removed] == ["الرئيسية | أخبار", "شارك على فيسبوك"]


@pytest.mark.parametrize("said", ["iso-8859-1", "utf-8", "windows-1252", "nonsense", "utf-16"])
def test_page_with_the_wrong_charset_in_its_markup(said):
    """A cp1256 page that says otherwise is read rightly, and the disagreement is flagged."""
    markup = (PAGES / "breaks_ar.html").read_text(encoding="utf-8").replace('charset="utf-8"', f'charset="{said}"')
    reading = read(markup.encode("cp1256"))
    assert reading.decoded.charset == "windows-1256"
    assert "charset" in {flag.code for flag in reading.flags}
    assert reading.blocks == page("breaks_ar.html").blocks


def test_declared_charset_of_a_page_is_the_depositors_word():
    """What the depositor declares is verified, whatever the markup says."""
    data = (PAGES / "breaks_ar.html").read_bytes()
    with pytest.raises(BadFile) as caught:
        read(data, charset="windows-1256")
    assert caught.value.code == "undecodable"


@pytest.mark.parametrize("name", ["outlet_ar.html", "wordpress_en.html", "div_soup_en.html", "breaks_ar.html"])
def test_every_visible_line_is_a_block_or_removed_and_the_answer_is_stable(name):
    """Nothing visible is lost, and reading twice gives the same."""
    reading = page(name)
    shown = [block.text for block in reading.blocks] + [removed.text for removed in reading.removed]
    assert set(shown) | {reading.source_text.splitlines()[0]} >= set(reading.source_text.splitlines())
    assert all(block.text in reading.source_text for block in reading.blocks)
    assert page(name) == reading


@pytest.mark.parametrize(
    "tail",
    [
        "<footer><small>The views expressed are the author's own.</small></footer>",
        "<aside class='widget'><p>This article was translated from Arabic and edited by The Valley Reader.</p></aside>",
        "<div id='colophon'><div><span>تُرجم هذا المقال وحُرّر في موقع الرابية.</span></div></div>",
        "<div class='sidebar'><em>المقالات المنشورة لا تعبر بالضرورة عن رأي الموقع.</em></div>",
    ],
)
def test_disclaimers_are_brought_back_from_where_extractors_drop_them(tail):
    """Footers, asides and widgets are read for disclaimers; they come last."""
    with_tail = read(body(f"<div>{ARTICLE}</div>{tail}"))
    assert with_tail.blocks[:-1] == read(body(f"<div>{ARTICLE}</div>")).blocks
    assert with_tail.blocks[-1].kind is BlockKind.PARAGRAPH
    assert with_tail.blocks[-1].text in tail


def test_a_disclaimer_above_the_article_comes_last():
    """A notice in the head of the page does not come before the headline."""
    notice = "<aside>The views expressed are the author's own.</aside>"
    assert read(body(f"{notice}<main>{ARTICLE}</main>")).blocks[-1].text == "The views expressed are the author's own."


@pytest.mark.parametrize(
    "tail",
    [
        "<footer>Write for us: send your views and opinions to the editorial team.</footer>",
        "<footer>Copyright © 2016. No part may be published without permission of the publisher.</footer>",
        "<aside>The author of several translated books, he edited a magazine.</aside>",
    ],
)
def test_other_footers_are_left_out(tail):
    """A footer that speaks of authors and permissions is not thereby a disclaimer of this article."""
    assert read(body(f"<div>{ARTICLE}</div>{tail}")).blocks == read(body(f"<div>{ARTICLE}</div>")).blocks


def test_visible_levantine_date_is_not_guessed():
    """A date no markup names is a line of the page, not a date: nothing invents a first of January."""
    reading = read(body("<h1>مكتبة</h1><p>١٢ تشرين الثاني ٢٠١٣</p>" + ARTICLE[38:]))
    assert reading.hints.published is None


def test_title_that_no_line_shows_is_the_headline_still():
    """Without a visible heading the title in the window's bar is what a reader saw."""
    reading = read(body(ARTICLE[38:]))
    assert reading.blocks[0].kind is BlockKind.HEADLINE
    assert reading.blocks[0].text == "Old Mill Reopens as Library"
    assert reading.source_text.startswith("Old Mill Reopens as Library\n")


@pytest.mark.parametrize(
    "script",
    ["{", '{"@type": ["NewsArticle"', "[" * 5000, '{"@type":"NewsArticle","author":5,"headline":[[1]]}', "null"],
)
def test_broken_json_ld_says_nothing(script):
    """A page's broken metadata do not stop the reading of its text."""
    reading = read(body(f"<script type='application/ld+json'>{script}</script>{ARTICLE}"))
    assert len(reading.blocks) == 3
    assert reading.hints.author is None


def test_html_is_recognised_without_name_or_type_and_text_stays_text():
    """The head of a file decides; angle brackets in a text do not make it a page."""
    assert read(body(ARTICLE), media_type="text/plain").media_type == "text/html"
    assert read(ARTICLE.encode(), filename="mill.html").media_type == "text/html"
    assert (
        read(b"He wrote <this> in the letter, and nobody could say why.", media_type="text/html").media_type
        == "text/plain"
    )


def test_handbook_pages():
    """22 manual pages: no navigation in the blocks, and at least 97 % of their paragraphs kept word for word."""
    folder = DATA / "handbook"
    if not folder.exists():
        pytest.skip(f"needs {folder}")
    documents = [json.loads(line) for line in (folder / "handbook_docs.jsonl").read_text(encoding="utf-8").splitlines()]
    wanted = kept = 0
    for path in sorted(folder.glob("html_sample/*/*.html")):
        reading = read(path.read_bytes(), filename=path.name)
        shown = {block.text for block in reading.blocks}
        assert not shown & {"السابق", "التالي", "أعلى", "البداية", "Prev", "Next", "Up", "Home", "Download the ebook"}
        running = "".join("".join(text.split()) for text in (block.text for block in reading.blocks))
        document = next(document for document in documents if document["doc_id"] == path.name)
        paragraphs = ["".join(canonical_line(text).split()) for text in document[f"sentences_{path.parent.name}"]]
        wanted += len(paragraphs)
        kept += sum(text in running for text in paragraphs)
    assert wanted == 1106
    assert kept / wanted >= 0.97


@pytest.mark.parametrize(("name", "language", "count"), [("arb.html", "ar", 91), ("eng.html", "en", 92)])
def test_declaration_of_human_rights(name, language, count):
    """Headings, articles and lists, every one of them kept."""
    folder = DATA / "udhr"
    if not folder.exists():
        pytest.skip(f"needs {folder}")
    document = json.loads((folder / "udhr_docs.jsonl").read_text(encoding="utf-8").splitlines()[0])
    reading = read((folder / name).read_bytes())
    shown = {block.text for block in reading.blocks}
    sentences = [canonical_line(text) for text in document[f"sentences_{language}"]]
    assert len(sentences) == count
    assert [text for text in sentences if text not in shown] == []
    assert reading.removed == ()


def test_a_page_of_news_is_read_quickly():
    """Loading the libraries aside, a page takes well under a second."""
    page("outlet_ar.html")
    began = time.monotonic()
    page("outlet_ar.html")
    assert time.monotonic() - began < 1
