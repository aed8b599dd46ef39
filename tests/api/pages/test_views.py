"""The pages over HTTP: the whole way from a form to a record that can be found and read, in both languages."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from api.app import create_app
from api.pages.rendering import asset
from api.pages.search_help import EXAMPLES
from api.services import Services
from archive.intake.receipt import Receipt
from archive.models import JournalEntry
from archive.models.people import Role
from tests.samples import ARABIC, ENGLISH


@pytest.fixture
def client(services: Services) -> Iterator[TestClient]:
    """A browser in front of the whole application."""
    with TestClient(create_app(services), headers={"accept": "text/html"}) as opened:
        yield opened


@pytest.fixture
def key(services: Services, now: datetime) -> str:
    return services.keys.create("desk", Role.ARCHIVIST, actor="test", now=now)[0]


def form(key: str, **values: str) -> dict[str, str]:
    return {"original_language": "ar", "translation_language": "en", "kind": "news", "key": key} | values


def test_home_of_an_empty_archive(client):
    """An empty archive says how to begin, in either language."""
    assert "Three steps" in client.get("/").text
    arabic = client.get("/ar/")
    assert "ثلاث خطوات" in arabic.text
    assert arabic.headers["content-language"] == "ar"
    assert client.get("/ar?home=https://elsewhere.example", follow_redirects=False).headers["location"] == "/ar/"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/search",
        "/searches",
        "/names",
        "/names/candidates",
        "/names/rejected",
        "/works",
        "/disclaimers",
        "/upload",
        "/about",
    ],
)
@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_pages_answer(client, pair, prefix, path):
    """Each page is there under both prefixes, as HTML with the strict policy."""
    response = client.get(prefix + path)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
    assert f'<html lang="{"ar" if prefix else "en"}"' in response.text


def test_a_work_and_its_version(client, pair):
    """A work is read at its address; a version's address leads there."""
    page = client.get(f"/w/{pair.work_id}")
    assert page.status_code == 200
    assert "بلدية رأس الوادي تعيد فتح السوق القديم" in page.text
    assert "This article was translated and edited by The Valley Reader." in page.text
    english = pair.texts[1].version_id
    assert (
        client.get(f"/ar/v/{english}", follow_redirects=False).headers["location"]
        == f"/ar/w/{pair.work_id}?a={english}"
    )


@pytest.mark.parametrize(("path", "language"), [("/w/none", "en"), ("/ar/w/none", "ar"), ("/ar/nowhere", "ar")])
def test_nothing_there(client, path, language):
    """An unknown address gets a page in the language asked in, with a way back and the request's id."""
    response = client.get(path)
    assert response.status_code == 404
    assert f'<html lang="{language}"' in response.text
    assert response.headers["x-request-id"] in response.text


def test_found_in_either_language(client, services, pair):
    """A word of either language finds the pair, marked on its own characters."""
    services.search.catch_up()
    english = client.get("/search", params={"q": "restoration"}).text
    arabic = client.get("/ar/search", params={"q": "الترميم"}).text
    assert '<mark class="hit">restoration</mark>' in english
    assert '<mark class="hit">الترميم</mark>' in arabic
    assert all(f"/w/{pair.work_id}" in html for html in (english, arabic))
    assert "No work matches" in client.get("/search", params={"q": "zeppelin"}).text


def test_filters_alone_are_a_search(client, services, pair):
    """Filters without words list what fits them."""
    services.search.catch_up()
    assert pair.work_id in client.get("/search", params={"disclaimer": "with"}).text
    assert "No work matches" in client.get("/search", params={"disclaimer": "without", "lang": "en"}).text


@pytest.mark.parametrize("params", [{"q": 'a "b'}, {"q": "a", "from": "yesterday"}, {"q": "a", "lang": "?!"}])
def test_a_search_that_cannot_be_read(client, params):
    """A faulty search comes back in its form, with what is wrong."""
    response = client.get("/search", params=params)
    assert response.status_code == 422
    assert 'id="fault"' in response.text


def test_a_far_page_is_empty_not_an_error(client, pair):
    """A page number beyond the end, or none at all, breaks nothing."""
    assert client.get("/works", params={"page": "999"}).status_code == 200
    assert pair.work_id in client.get("/works", params={"page": "x"}).text


@pytest.mark.parametrize("path", ["/search?q=market", "/works?kind=news", "/concordance?q=market"])
def test_a_page_beyond_the_last_says_so(client, services, comparisons, pair, now, path):
    """With the way back; it does not pretend that nothing was found."""
    comparisons.compare(*(text.version_id for text in pair.texts), actor="test", now=now)
    services.search.catch_up()
    services.parallel.index.catch_up()
    page = client.get(f"{path}&page=7").text
    assert "There is no page 7: the results end with page 1." in page
    assert "No work matches" not in page
    assert "Use fewer words" not in page
    back = re.search(r'<a href="([^"]*)">To the last page</a>', page)[1]
    assert f"/w/{pair.work_id}" in client.get(back.replace("&amp;", "&")).text or "<mark>" in client.get(back).text


def test_results_say_when_and_by_whom(client, services, deposit):
    """In words of the interface, with the outlet in its script where it has a name in it."""
    deposit({"original": ARABIC}, original={"published": "2015-11-12", "outlet": "صوت الوادي"})
    services.search.catch_up()
    english = client.get("/search", params={"q": "السوق"}).text
    assert '<time dir="ltr" datetime="2015-11-12">12 November 2015</time>' in english
    assert "صوت الوادي" in english
    arabic = client.get("/ar/search", params={"q": "السوق"}).text
    assert '<time dir="rtl" datetime="2015-11-12">12 تشرين الثاني/نوفمبر 2015</time>' in arabic


def test_a_pair_of_which_both_sides_match_is_shown_once(client, services, comparisons, pair, now):
    """One block with marks on both sides, not the same two sentences in two orders."""
    comparisons.compare(*(text.version_id for text in pair.texts), actor="test", now=now)
    services.search.catch_up()
    page = client.get("/search", params={"q": "الترميم restoration"}).text
    assert page.count('class="snippets"') == 1
    assert page.count('<mark class="hit">الترميم</mark>') == 1
    assert page.count('<mark class="hit">restoration</mark>') == 1
    assert "snippet beside" not in page


@pytest.mark.parametrize(("prefix", "field"), [("", "title:"), ("/ar", "عنوان:")])
def test_what_can_be_typed_is_shown_with_links_that_work(client, services, pair, prefix, field):
    """On the empty page and beside results; fields in the reader's language; no example is refused."""
    services.search.catch_up()
    start = client.get(f"{prefix}/search").text
    links = re.findall(r'<dt><a href="([^"]*)">', start)
    assert len(links) == len(EXAMPLES["en"])
    assert field in start
    assert links == re.findall(r'<dt><a href="([^"]*)">', client.get(f"{prefix}/search?q=market").text)
    assert {client.get(html.unescape(link)).status_code for link in links} <= {200, 503}
    assert f'href="{prefix}/searches"' in start


def test_works_without_a_disclaimer(client, deposit, pair):
    """The list can be narrowed to what carries no disclaimer or lacks its translation."""
    alone = deposit({"original": ARABIC.replace("الأحد", "السبت")})
    without = client.get("/works", params={"disclaimer": "without"}).text
    assert alone.work_id in without
    assert pair.work_id not in without
    missing = client.get("/works", params={"missing": "translation"}).text
    assert alone.work_id in missing
    assert pair.work_id not in missing


def test_works_of_an_unknown_kind(client):
    """A filter value that does not exist is refused, not ignored."""
    assert client.get("/works", params={"kind": "gossip"}).status_code == 422


def test_disclaimers_lead_to_their_place(client, pair):
    """A wording leads to the works that carry it, and there to its words."""
    listed = client.get("/disclaimers").text
    address = listed.split('href="/disclaimers/')[1].split('"')[0]
    place = client.get(f"/disclaimers/{address}").text.split('class="pair" href="')[1].split('"')[0]
    page, anchor = place.replace("&amp;", "&").split("#")
    assert f'id="{anchor}"' in client.get(page).text


def test_a_hand_has_a_page(client, pair):
    """Names in the chain lead to the hand and its works."""
    record = client.get(f"/w/{pair.work_id}").text
    address = record.split('class="hand" href="')[1].split('"')[0]
    assert pair.work_id in client.get(address).text


# --- depositing --------------------------------------------------------------------------------


def test_deposit_by_paste(client, services, key):
    """Two pasted texts become a record; the receipt shows ids and digests and does not show the key."""
    response = client.post("/upload", data=form(key, original_text=ARABIC, translation_text=ENGLISH, external_id="d-1"))
    assert response.status_code == 201
    work = services.catalogue.work(services.catalogue.work_of_external_id("d-1"))
    assert all(version.canonical_sha256 in response.text for version in work.versions)
    assert f"/w/{work.id}" in response.text
    assert key not in response.text
    assert work.versions[0].capture.size == len(ARABIC.encode())


def test_deposit_by_file_in_arabic(client, services, key):
    """Files in an old encoding are read, and the guess is shown on an Arabic receipt."""
    files = {
        "original_file": ("../خبر.txt", ARABIC.replace("٤٥٠", "450").encode("windows-1256"), "text/plain"),
        "translation_file": ("en.txt", ENGLISH.encode(), "application/octet-stream"),
    }
    response = client.post("/ar/upload", data=form(key, external_id="d-2"), files=files)
    assert response.status_code == 201
    assert "تم الإيداع والتسجيل" in response.text
    assert "windows-1256" in response.text
    work = services.catalogue.work(services.catalogue.work_of_external_id("d-2"))
    assert work.versions[0].capture.filename == "خبر.txt"


def test_the_same_deposit_again(client, key):
    """Sending the form a second time changes nothing and says so."""
    data = form(key, original_text=ARABIC)
    assert client.post("/upload", data=data).status_code == 201
    again = client.post("/upload", data=data)
    assert again.status_code == 200
    assert "Kept already" in again.text


def test_adding_the_missing_side(client, services, key, deposit):
    """The translation joins its work and is derived from the original that was there."""
    kept: Receipt = deposit({"original": ARABIC})
    assert kept.work_id in client.get(f"/upload?to={kept.work_id}").text
    response = client.post("/upload", data=form(key, to=kept.work_id, translation_text=ENGLISH))
    assert response.status_code == 201
    work = services.catalogue.work(kept.work_id)
    assert [text.role for text in work.texts] == ["original", "translation"]
    assert [item.source_id for item in work.derivations] == [kept.texts[0].version_id]


@pytest.mark.parametrize(
    ("values", "status", "field", "words"),
    [
        ({"original_text": ARABIC, "original_published": "2013-02-30"}, 422, "original_published", "There is no such date."),
        ({"original_text": ENGLISH, "translation_text": ARABIC}, 422, "original_file", "changed places"),
        ({}, 422, "", "Something needed is missing."),
        ({"original_text": ARABIC, "original_outlet": "x" * 3000}, 422, "original_outlet", "not in the form that was expected"),
        ({"original_text": ARABIC, "key": "thabat_0"}, 401, "key", "This key is not valid."),
        ({"original_text": ARABIC, "to": "no-such-work"}, 404, "", "There is nothing here by that name."),
    ],
)  # fmt: skip
def test_a_refused_deposit(client, services, key, *, values, status, field, words):
    """Nothing is kept, the form is filled as before, and the message stands beside its field."""
    before = services.catalogue.counts()
    response = client.post("/upload", data=form(key) | values)
    assert response.status_code == status
    assert services.catalogue.counts() == before
    assert words in response.text
    assert f'id="{field}-problem"' in response.text
    assert key not in response.text
    if "original_text" in values:
        assert values["original_text"].splitlines()[0] in response.text


def test_a_file_and_a_paste_for_one_side(client, key):
    """Two texts for one side are a contradiction, not a choice made silently."""
    files = {"original_file": ("a.txt", ARABIC.encode(), "text/plain")}
    response = client.post("/upload", data=form(key, original_text=ARABIC), files=files)
    assert response.status_code == 422
    assert 'id="original_text-problem"' in response.text


def test_a_reader_may_not_deposit(client, services, now):
    """A reader's key is refused beside the key."""
    reader, _ = services.keys.create("guest", Role.READER, actor="test", now=now)
    response = client.post("/upload", data=form(reader, original_text=ARABIC))
    assert response.status_code == 403
    assert "This key may not deposit." in response.text


def test_an_override_is_recorded(client, services, key):
    """Insisting keeps a text in another language, with the check's word on the record."""
    data = form(key, original_text=ENGLISH, force="yes", external_id="d-3")
    assert client.post("/upload", data=data).status_code == 201
    work = services.catalogue.work_of_external_id("d-3")
    assert "kept against the check" in client.get(f"/w/{work}").text


# --- verifying ---------------------------------------------------------------------------------


def test_verify_the_very_file(client, pair):
    """The bytes that were deposited hold; the answer names the work and its receipt."""
    response = client.post("/verify", files={"file": ("x.txt", ENGLISH.encode(), "text/plain")})
    assert str(response.url).endswith(f"/verify/{pair.texts[1].bytes_sha256}")
    assert "Holds" in response.text
    assert "the very file" in response.text
    assert f"/w/{pair.work_id}" in response.text
    assert f"/api/v1/journal/{pair.journal_seq}/receipt" in response.text


def test_verify_the_same_words(client, services, pair):
    """Another copy of the words is recognised by its text, and nothing of it is kept."""
    before = services.catalogue.counts()
    copy = ARABIC.replace("\n\n", "\n\n\n").encode("utf-16")
    response = client.post("/ar/verify", files={"file": ("copy.txt", copy, "text/plain")})
    assert "النص نفسه" in response.text
    assert services.catalogue.counts() == before


def test_verify_something_else(client, pair):
    """One changed letter is another text: not here, and not called broken."""
    response = client.post("/verify", data={"text": ENGLISH.replace("450", "451")})
    assert "Not in this archive" in response.text
    assert client.get(f"/verify?sha256={pair.texts[0].canonical_sha256}").text.count("the same text") == 1


def test_verify_finds_what_is_broken(client, services, pair):
    """A blob that was altered is named so."""
    digest = pair.texts[0].bytes_sha256
    blob = next(path for path in services.settings.blobs.rglob("*") if path.is_file() and digest[4:] in path.name)
    blob.chmod(0o600)
    blob.write_bytes(b"other")
    assert "<h2>Broken</h2>" in client.get(f"/verify/{digest}").text


@pytest.mark.parametrize("path", ["/verify/xyz", "/verify?sha256=xyz"])
def test_verify_what_is_no_digest(client, path):
    """Something that is no digest is refused beside the question."""
    response = client.get(path)
    assert response.status_code == 422
    assert "not in the form that was expected" in response.text


def test_verify_nothing(client):
    """An empty form is answered with the form."""
    assert client.post("/verify", data={"text": " "}).status_code == 422


def test_static_files(client):
    """The sheet is served, for ever under its digest, asked again without."""
    dated = client.get(asset("style.css"))
    assert dated.headers["content-type"].startswith("text/css")
    assert "immutable" in dated.headers["cache-control"]
    assert client.get("/static/style.css").headers["cache-control"] == "no-cache"
    assert client.get("/static/mark.svg").headers["content-type"].startswith("image/svg+xml")
    assert client.get("/static/../rendering.py").status_code == 404


def test_a_form_in_an_unknown_charset_is_refused(client):
    """A form is UTF-8; the parser would otherwise take any codec that Python has, and fall over it."""
    body = b'--x\r\nContent-Disposition: form-data; name="original_text"\r\n\r\n\xff\r\n--x--\r\n'
    headers = {"content-type": "multipart/form-data; boundary=x; charset=punycode"}
    assert client.post("/upload", content=body, headers=headers).status_code == 415


def test_the_journal_names_the_key_of_a_form(client, services, key):
    """A deposit through the page has the same actor as one through the API: the key, by its id."""
    assert client.post("/upload", data=form(key, original_text=ARABIC)).status_code == 201
    with services.database.read() as session:
        body = session.exec(select(JournalEntry.body).where(JournalEntry.kind == "deposit")).one()
    assert json.loads(body)["actor"] == f"key:{key.split('_')[1]}"


def test_results_have_choices_beside_them(client, services, pair):
    """Each a link to the same search with one value more; a chosen one is shown with the way out of it."""
    services.search.catch_up()
    page = client.get("/search", params={"q": "market OR السوق"}).text
    assert 'href="/search?q=market+OR+%D8%A7%D9%84%D8%B3%D9%88%D9%82&amp;lang=ar"' in page
    narrowed = client.get("/search", params={"q": "market OR السوق", "lang": "ar", "sort": "date"}).text
    assert 'aria-current="true"><span>Arabic</span>' in narrowed
    assert '<input type="hidden" name="lang" value="ar">' in narrowed
    assert "/search?q=market+OR+%D8%A7%D9%84%D8%B3%D9%88%D9%82&amp;sort=date" in narrowed
    arabic = client.get("/ar/search", params={"q": "السوق", "role": "trl"}).text
    assert "الدور في سلسلة الإسناد: مترجم" in arabic


def test_what_was_meant_is_offered(client, services, pair):
    """A mistyped word leads to the one in the texts."""
    services.search.catch_up()
    english = client.get("/search", params={"q": "markit"}).text
    assert 'Did you mean <a href="/search?q=market"><bdi dir="auto">market</bdi></a>?' in english
    assert "market</bdi></a>؟" in client.get("/ar/search", params={"q": "markit"}).text


@pytest.mark.parametrize(
    ("params", "status", "says"),
    [
        ({"q": "(السوق"}, 422, "قوس بلا أخيه."),
        ({"q": "نوع:خطأ"}, 422, "هذه القيمة لا تصلح لهذا الحقل."),
        ({"q": "سوق", "kind": "gossip"}, 422, "تعذّرت قراءة أحد الشروط."),
        ({"q": "سوق", "mode": "meaning"}, 503, "لم تُقرأ النصوص لمعانيها بعد"),
    ],
)
def test_a_search_that_cannot_be_answered_says_so_in_the_readers_language(client, services, pair, params, status, says):
    """With the place of the fault, or what to do meanwhile."""
    services.search.catch_up()
    response = client.get("/ar/search", params=params)
    assert response.status_code == status
    assert says in response.text
