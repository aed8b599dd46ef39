"""The pages of concordance and renderings: what leads where, what is marked, and coding by form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from html import unescape

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.pages.rendering import render
from api.pages.ui import Ui
from api.services import Services
from archive.comparison_records import ComparisonRecord
from archive.models.people import Role
from tests.api.pages import parallels

ENGLISH, ARABIC = Ui("en", "/concordance"), Ui("ar", "/concordance")


@pytest.fixture
def client(services: Services) -> Iterator[TestClient]:
    with TestClient(create_app(services), headers={"accept": "text/html"}) as opened:
        yield opened


@pytest.fixture
def key(services: Services, now: datetime) -> str:
    return services.keys.create("desk", Role.ARCHIVIST, actor="test", now=now)[0]


def test_the_hit_stands_between_its_contexts() -> None:
    """In the direction of its language, whichever the interface has; the words asked for beside it are marked."""
    for ui in (ENGLISH, ARABIC):
        html = render(parallels.lines_page(ui), ui)
        assert '<p class="key txt" lang="ar" dir="rtl">' in html
        assert "<mark>النظام</mark>" in html
        assert '&lt;<mark class="hit">regime</mark>&gt;' in html


def test_what_was_looked_at_is_said() -> None:
    """A sample, links left out, uncertain ones; and that no sentence stands for a line."""
    html = render(parallels.lines_page(ENGLISH), ENGLISH)
    for words in (
        "120 occurrences",
        "in 2 works",
        "5,000",
        "4 uncertain links are left out",
        "No sentence of the other",
    ):
        assert words in html


def test_each_cell_leads_to_its_lines() -> None:
    """Row, column and value are in the address, and the question with them."""
    links = [
        unescape(one)
        for one in re.findall(r'href="(/concordance\?[^"]*row=[^"]*)"', render(parallels.rows_page(ENGLISH), ENGLISH))
    ]
    assert any("row=word%3Aregim&by=outlet&cell=the+%3Ctern%3E" in one for one in links)
    assert any("row=uncertain&by=translator&cell=~unnamed" in one for one in links)
    assert all("with=regime" in one for one in links)


def test_an_open_row_is_called_as_it_is_printed() -> None:
    """Not by its stem; and the word is marked in the other sentence."""
    form = replace(parallels.FORM, beside="", row="word:regim")
    page = render(parallels.lines_page(ARABIC, form), ARABIC)
    assert re.search(r'<a class="chip" href="[^"]*">regime ', page)
    assert '&lt;<mark class="hit">regime</mark>&gt;' in page
    outcome = render(parallels.lines_page(ENGLISH, replace(form, row="not_rendered")), ENGLISH)
    assert re.search(r'<a class="chip" href="[^"]*">not rendered by any telling word ', outcome)


def test_a_bar_is_a_share_of_all() -> None:
    """Two hits of three; mirrored in Arabic."""
    assert '<rect width="667" height="8"/>' in render(parallels.rows_page(ENGLISH), ENGLISH)
    assert '<rect width="667" height="8" x="333"/>' in render(parallels.rows_page(ARABIC), ARABIC)


@pytest.mark.parametrize("path", ["/concordance", "/renderings"])
def test_names_can_be_switched(client: TestClient, services: Services, compared: ComparisonRecord, path: str) -> None:
    """Off at first; on, the spellings are listed, kept by the form and by every link, and marked at their lines."""
    assert compared.a_id
    services.names.accept("Opposition", "المعارضة")
    exact = client.get(path, params={"q": "المعارضة", "side": "en"}).text
    assert "names=on" in exact
    assert "Also looked for" not in exact
    every = client.get(path, params={"q": "المعارضة", "side": "en", "names": "on"}).text
    assert re.search(r'Also looked for: <span class="name"><bdi[^>]*>Opposition</bdi>', every)
    assert '<input type="hidden" name="names" value="on">' in every
    assert re.search(rf'<a href="{path}\?q=[^"]*side=en">as typed</a>', unescape(every))
    assert ("another spelling of the name" in every) == (path == "/concordance")
    assert "The archive has no other spelling" in client.get(path, params={"q": "harbour", "names": "on"}).text


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_both_pages_answer(client: TestClient, compared: ComparisonRecord, prefix: str) -> None:
    """With the words found and the other side; the same question leads from one to the other."""
    assert compared.alignment is not None
    lines = client.get(f"{prefix}/concordance", params={"q": "المعارضة"})
    assert lines.status_code == 200
    assert "the opposition in the municipal council" in lines.text
    assert f'href="{prefix}/renderings?q=' in lines.text
    assert client.get(f"{prefix}/renderings", params={"q": "المعارضة"}).status_code == 200
    assert client.get(f"{prefix}/concordance").status_code == client.get(f"{prefix}/renderings").status_code == 200


@pytest.mark.parametrize("path", ["/concordance", "/renderings"])
def test_a_bad_question_is_shown_where_it_is_bad(client: TestClient, path: str) -> None:
    """422, with the form as it was filled."""
    answer = client.get(path, params={"q": 'x "y'})
    assert answer.status_code == 422
    assert '<mark class="fault">&#34;</mark>' in answer.text


def test_nothing_found_says_what_to_do(client: TestClient, compared: ComparisonRecord) -> None:
    """Not an empty page."""
    assert compared.a_id
    answer = client.get("/concordance", params={"q": "zebra", "with": "x"})
    assert "No aligned sentence answers." in answer.text
    assert "Ask again without narrowing down" in answer.text


def test_a_hit_is_coded_by_form(client: TestClient, services: Services, compared: ComparisonRecord, key: str) -> None:
    """The form stands at its line, the code beside it afterwards."""
    assert compared.a_id
    (line,) = client.get("/api/v1/concordance", params={"q": "المعارضة"}).json()["lines"]
    asked = {"q": "المعارضة", "code": line["id"]}
    assert 'name="hit"' in client.get("/concordance", params=asked).text
    form = {"hit": line["id"], "code": "plain", "note": "as it is", "key": key}
    answer = client.post("/concordance", params={"q": "المعارضة"}, data=form, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].endswith(f"#h-{line['version']}-{line['span'][0]}-{line['other']['version']}")
    assert "plain" in client.get("/concordance", params={"q": "المعارضة"}).text
    assert [(one.code, one.query) for one in services.codings.all()] == [("plain", "المعارضة")]


@pytest.mark.parametrize(("given", "status"), [({"key": "none"}, 401), ({"code": " "}, 422), ({"hit": "x"}, 422)])
def test_a_refused_coding(
    *, client: TestClient, services: Services, compared: ComparisonRecord, key: str, given: dict[str, str], status: int
) -> None:
    """Comes back as it was filled, without the key; nothing is kept."""
    assert compared.a_id
    (line,) = client.get("/api/v1/concordance", params={"q": "المعارضة"}).json()["lines"]
    form = {"hit": line["id"], "code": "plain", "note": "as it is", "key": key, **given}
    answer = client.post("/concordance", params={"q": "المعارضة"}, data=form)
    assert answer.status_code == status
    assert key not in answer.text
    assert services.codings.all() == ()


def test_a_month_is_not_printed_as_a_day() -> None:
    """The date has the precision that it was given."""
    month = replace(parallels.LINES[0], published_from=date(2016, 3, 1), published_to=date(2016, 3, 31))
    page = parallels.lines_page(ENGLISH)
    shown = replace(page, lines=(replace(page.lines[0], line=month),))
    assert '<time dir="ltr" datetime="2016-03">March 2016</time>' in render(shown, ENGLISH)
    assert "2016-03-01" not in render(shown, ENGLISH)
