"""Saved searches in a browser: kept from the page that answered, looked at, marked, renamed, deleted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.services import Services, build
from api.settings import Settings
from archive.comparison_records import ComparisonRecord
from archive.intake.receipt import Receipt
from archive.models.people import Role
from archive.values import utc_now
from search.watching import Saved

NEWS = "سوق أخرى\n\nفُتحت السوق في المدينة صباح الأحد بعد سنوات من الإغلاق الطويل."


@pytest.fixture
def client(services: Services) -> Iterator[TestClient]:
    with TestClient(create_app(services), headers={"accept": "text/html"}, follow_redirects=False) as opened:
        yield opened


@pytest.fixture
def key(services: Services) -> str:
    return services.keys.create("desk", Role.ARCHIVIST, actor="test", now=utc_now())[0]


@pytest.fixture
def markets(services: Services, pair: Receipt) -> Saved:
    """A kept search that the pair answers."""
    services.search.catch_up()
    return services.watch.keep(Saved("السوق market", "market OR السوق"), now=utc_now())[0]


def action_of(html: str, around: str) -> str:
    """Where the form leads whose address has ``around`` in it."""
    found = re.search(rf'<form[^>]* action="([^"]*{re.escape(around)}[^"]*)"', html)
    assert found is not None
    return unescape(found[1])


@pytest.mark.parametrize(("prefix", "says"), [("", "Keep this search"), ("/ar", "احفظ هذا البحث")])
def test_a_search_is_kept_from_its_page(
    client: TestClient, services: Services, key: str, pair: Receipt, prefix: str, says: str
) -> None:
    """With all that narrows it, and what it finds counts as seen; then it stands in the list."""
    services.search.catch_up()
    asked = {"q": "market OR السوق", "kind": "news", "lang": "ar", "sort": "date", "from": "2010", "page": "1"}
    page = client.get(f"{prefix}/search", params={**asked, "from": ""}).text
    assert says in page
    kept = client.post(action_of(page, "/keep/search"), data={"name": "أسواق", "key": key})
    assert (kept.status_code, kept.headers["location"]) == (303, f"{prefix}/searches?done=kept")
    saved = services.watch.searches.get("أسواق")
    assert (saved.options, list(saved.seen)) == ({"language": ["ar"], "kind": ["news"], "sort": "date"}, [pair.work_id])
    assert "أسواق" in client.get(f"{prefix}/searches").text


@pytest.mark.parametrize("page", ["concordance", "renderings"])
def test_a_question_is_kept_from_its_page(
    client: TestClient, services: Services, key: str, compared: ComparisonRecord, page: str
) -> None:
    """Its permalink asks it again."""
    assert compared.a_id
    asked = {"q": "المعارضة", "with": "opposition"}
    html = client.get(f"/{page}", params=asked).text
    assert client.post(action_of(html, f"/keep/{page}"), data={"name": "o", "key": key}).status_code == 303
    expected = f"/ar/{page}?q={quote('المعارضة')}&with=opposition"
    assert client.get("/ar/searches/o").headers["location"] == expected
    listed = client.get("/ar/searches").text
    assert "الجانب الآخر يحتوي" in listed
    assert client.get("/searches/o/new").status_code == 200


def test_a_saved_search_has_an_address(client: TestClient, services: Services) -> None:
    """It leads to the search as it answers now, in the language asked in; there is none of another name."""
    options = {"kind": ["news"], "has_disclaimer": True, "names": False, "date_from": "2015"}
    services.watch.searches.put(Saved("markets", "market", options))
    response = client.get("/ar/searches/markets")
    expected = "/ar/search?q=market&kind=news&disclaimer=with&names=off&from=2015"
    assert (response.status_code, response.headers["location"]) == (303, expected)
    assert client.get("/searches/none").status_code == 404


@pytest.mark.parametrize(
    ("name", "path", "status", "says"),
    [
        ("taken", "search?q=market", 409, "kept under this name already"),
        ("a/b", "search?q=market", 422, "cannot be accepted as it is"),
        ("x", "search?q=market&mode=meaning", 503, "not possible at the moment"),
    ],
)
def test_what_is_not_kept_comes_back_filled_in(
    client: TestClient, services: Services, key: str, name: str, path: str, status: int, says: str
) -> None:
    """With what is wrong; the key is not sent back."""
    services.watch.searches.put(Saved("taken", "x"))
    answer = client.post(f"/keep/{path}", data={"name": name, "key": key})
    assert answer.status_code == status
    assert says in answer.text
    assert f'value="{name}"' in answer.text
    assert key not in answer.text
    assert services.watch.searches.names() == ["taken"]
    assert client.get("/keep/search?q=%22open").status_code == 422
    assert client.get("/keep/poem?q=x").status_code == 422


def test_what_is_new_is_shown_and_marked(
    client: TestClient, services: Services, key: str, markets: Saved, deposit: Callable[..., Receipt]
) -> None:
    """Looking marks nothing; marking marks what was shown, and what came in meanwhile stays new."""
    address = f"/searches/{quote(markets.name)}/new"
    assert "Nothing is new" in client.get(address).text
    added = deposit({"original": NEWS})
    services.search.catch_up()
    assert "1 new work" in client.get("/searches").text
    assert "عمل جديد واحد" in client.get("/ar/searches").text
    page = client.get(address).text
    assert f'/w/{added.work_id}?a={added.texts[0].version_id}"' in page
    versions = re.findall(r'name="versions" value="([^"]*)"', page)
    deposit({"original": NEWS.replace("الأحد", "الاثنين")}, external_id="later")
    services.search.catch_up()
    marked = client.post(address, data={"versions": versions[0], "key": key})
    assert marked.headers["location"] == f"{address}?done=seen"
    assert "1 new work" in client.get(address).text
    assert client.post(address, data={"versions": versions[0], "key": "no"}).status_code == 401


def test_renaming_and_deleting(client: TestClient, services: Services, key: str, markets: Saved) -> None:
    """One key, one name, two buttons; a name that is taken comes back."""
    services.watch.searches.put(Saved("taken", "x"))
    address = f"/searches/{quote(markets.name)}/change"
    again = client.post(address, data={"to": "taken", "deed": "rename", "key": key})
    assert again.status_code == 409
    assert 'value="taken"' in again.text
    renamed = client.post(address, data={"to": "سوق", "deed": "rename", "key": key})
    assert renamed.headers["location"] == f"/searches/{quote('سوق')}/new?done=renamed"
    gone = client.post(f"/ar/searches/{quote('سوق')}/change", data={"deed": "delete", "key": key})
    assert gone.headers["location"] == "/ar/searches?done=deleted"
    assert services.watch.searches.names() == ["taken"]
    assert client.post("/searches/none/change", data={"deed": "delete", "key": key}).status_code == 404


@pytest.mark.parametrize(("prefix", "says"), [("", "Nothing is kept yet"), ("/ar", "لم يُحفظ شيء بعد")])
def test_an_empty_list_teaches(client: TestClient, prefix: str, says: str) -> None:
    """Where to search, what to open, and the command."""
    page = client.get(f"{prefix}/searches").text
    assert says in page
    assert "--save sea" in page


def test_a_closed_archive_says_nothing_to_strangers(data: Path, tmp_path: Path) -> None:
    """Not even whether there is a search of a name."""
    services = build(Settings(data=data, reading_closed=True))
    services.watch.searches.put(Saved("secret", "zanzibar"))
    with TestClient(create_app(services), headers={"accept": "text/html"}) as stranger:
        sent: Mapping[str, str] = {"key": "no", "deed": "delete", "name": "x"}
        answers = [stranger.get("/searches"), stranger.get("/searches/secret/new"), stranger.get("/keep/search?q=x")]
        answers += [stranger.post(f"/searches/{name}/change", data=sent) for name in ("secret", "none")]
        answers += [stranger.post(f"/searches/{name}/new", data=sent) for name in ("secret", "none")]
        answers += [stranger.post("/keep/search?q=x", data=sent)]
    assert {one.status_code for one in answers} == {401}
    assert not any("zanzibar" in one.text for one in answers)
    services.close()
