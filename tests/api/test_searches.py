"""Saved searches over HTTP: kept, listed, asked what is new, marked, renamed, deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.services import Services
from archive.intake.receipt import Receipt
from tests.api.conftest import problem_of

SEARCHES = "/api/v1/searches"
MARKETS = {"query": "market OR السوق", "parameters": {"kind": "news"}}
NEWS = "سوق أخرى\n\nفُتحت السوق في المدينة صباح الأحد بعد سنوات من الإغلاق الطويل."


@pytest.fixture
def markets(archivist: TestClient, services: Services, pair: Receipt) -> dict[str, Any]:
    """A search that the pair answers, kept under a name in both scripts."""
    services.search.catch_up()
    kept = archivist.put(f"{SEARCHES}/السوق markets", json=MARKETS)
    assert kept.status_code == 201
    return dict(kept.json())


@pytest.fixture
def added(markets: dict[str, Any], deposit: Callable[..., Receipt], services: Services) -> Receipt:
    """Another work that the kept search finds."""
    receipt = deposit({"original": NEWS})
    services.search.catch_up()
    return receipt


def test_a_search_is_kept_with_its_addresses(client: TestClient, markets: dict[str, Any]) -> None:
    """What it finds now is not new; both addresses ask the very question."""
    assert (markets["name"], markets["seen"], markets["new"], markets["kind"]) == ("السوق markets", 1, 0, "search")
    assert markets["parameters"] == {"kind": ["news"]}
    assert client.get(markets["api"]).json()["total"] == 1
    page = client.get(markets["page"], headers={"accept": "text/html"}, follow_redirects=False)
    assert page.headers["location"] == "/search?q=market+OR+%D8%A7%D9%84%D8%B3%D9%88%D9%82&kind=news"
    assert client.get(f"{SEARCHES}/السوق markets").json() == markets


def test_another_of_the_name_takes_its_place(archivist: TestClient, markets: dict[str, Any]) -> None:
    """PUT again answers 200, and counts as seen what it finds now."""
    again = archivist.put(f"{SEARCHES}/{markets['name']}", json={"query": "opposition"})
    assert (again.status_code, again.json()["query"], again.json()["parameters"]) == (200, "opposition", {})


def test_news_stay_news_until_they_are_marked(
    client: TestClient, archivist: TestClient, markets: dict[str, Any], added: Receipt
) -> None:
    """Reading marks nothing; marking answers with what was new."""
    address = f"{SEARCHES}/{markets['name']}"
    for _ in range(2):
        news = client.get(f"{address}/new").json()
        assert [(one["work"], one["known"]) for one in news["works"]] == [(added.work_id, False)]
    assert [one["new"] for one in client.get(SEARCHES).json()["searches"]] == [1]
    assert archivist.post(f"{address}/seen").json()["total"] == 1
    assert client.get(f"{address}/new").json()["total"] == 0
    assert client.get(address).json()["new"] == 0


def test_only_what_was_shown_is_marked(
    archivist: TestClient, markets: dict[str, Any], added: Receipt, deposit: Callable[..., Receipt], services: Services
) -> None:
    """What comes in between reading and marking stays new."""
    address = f"{SEARCHES}/{markets['name']}"
    shown = archivist.get(f"{address}/new").json()["works"][0]["versions"]
    later = deposit({"original": NEWS.replace("الأحد", "الاثنين")}, external_id="later")
    services.search.catch_up()
    assert [one["work"] for one in archivist.post(f"{address}/seen", json={"versions": shown}).json()["works"]] == [
        added.work_id
    ]
    assert [one["work"] for one in archivist.get(f"{address}/new").json()["works"]] == [later.work_id]


def test_pages_of_the_list_and_of_news(client: TestClient, archivist: TestClient, added: Receipt) -> None:
    """Totals count all of it; names are in order."""
    archivist.put(f"{SEARCHES}/beta", json={"query": "sea"})
    archivist.put(f"{SEARCHES}/Alpha", json={"query": "sea"})
    found = client.get(SEARCHES, params={"limit": 2}).json()
    assert (found["total"], [one["name"] for one in found["searches"]]) == (3, ["Alpha", "beta"])
    assert client.get(f"{SEARCHES}/السوق markets/new", params={"offset": 1}).json()["works"] == []


def test_a_question_to_sentences_is_kept_and_not_watched(client: TestClient, archivist: TestClient) -> None:
    """With its address; it has no news to tell."""
    body = {"kind": "concordance", "query": "النظام", "parameters": {"without": "regime", "sort": "right"}}
    kept = archivist.put(f"{SEARCHES}/regime", json=body).json()
    assert (kept["new"], kept["uncounted"], kept["seen"]) == (None, "not-watched", None)
    assert kept["api"].endswith("/concordance?q=%D8%A7%D9%84%D9%86%D8%B8%D8%A7%D9%85&without=regime&sort=right")
    assert client.get(kept["api"]).status_code == 200
    problem = problem_of(client.get(f"{SEARCHES}/regime/new"))
    assert (problem["status"], problem["code"]) == (422, "not-watched")
    rows = archivist.put(f"{SEARCHES}/rows", json={**body, "kind": "renderings", "parameters": {"from": "2015"}}).json()
    assert rows["page"] == "/searches/rows"
    assert client.get(rows["api"]).status_code == 200


def test_renaming_and_deleting(client: TestClient, archivist: TestClient, markets: dict[str, Any]) -> None:
    """A name that is taken is refused; what was seen stays seen; nothing is left of what was deleted."""
    archivist.put(f"{SEARCHES}/other", json={"query": "sea"})
    taken = archivist.patch(f"{SEARCHES}/{markets['name']}", json={"name": "other"})
    assert (taken.status_code, problem_of(taken)["code"]) == (409, "name-taken")
    renamed = archivist.patch(f"{SEARCHES}/{markets['name']}", json={"name": "بلدية"}).json()
    assert (renamed["name"], renamed["seen"]) == ("بلدية", 1)
    assert client.get(f"{SEARCHES}/{markets['name']}").status_code == 404
    assert archivist.delete(f"{SEARCHES}/بلدية").status_code == 204
    assert problem_of(archivist.delete(f"{SEARCHES}/بلدية"))["code"] == "not-found"


@pytest.mark.parametrize(
    ("name", "body", "code", "pointer"),
    [
        ("x", {"query": '"open'}, "unbalanced-quote", "/query"),
        ("x", {"query": "a", "parameters": {"kind": "gossip"}}, "bad-filter", "/parameters/kind"),
        ("x", {"query": "a", "parameters": {"from": "soon"}}, "bad-filter", "/parameters/from"),
        ("x", {"query": "a", "parameters": {"limit": "5"}}, "unknown-field", "/parameters/limit"),
        ("x", {"query": "a", "parameters": {"sort": ["date", "relevance"]}}, "malformed", "/parameters/sort"),
        ("x", {"query": "a", "parameters": {"colour": "red"}}, "unknown-field", "/parameters/colour"),
        ("x", {"query": "a", "parameters": {"disclaimer": "maybe"}}, "malformed", "/parameters/disclaimer"),
        ("x", {"kind": "poem"}, "malformed", "/kind"),
        ("x", {"kind": "concordance", "query": ""}, "nothing-to-search", "/query"),
        ("x", {"kind": "concordance", "query": "a", "parameters": {"with": '"b'}}, "unbalanced-quote", "/parameters/with"),
        ("?x", {"query": "a"}, "bad-input", "/name"),
        ("a" * 81, {"query": "a"}, "bad-input", "/name"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept(
    archivist: TestClient, name: str, body: dict[str, Any], code: str, pointer: str, services: Services
) -> None:
    """The field at fault is named, and nothing is kept."""
    problem = problem_of(archivist.put(f"{SEARCHES}/{name.replace('?', '%3F')}", json=body))
    assert (problem["status"], problem["code"], problem["pointer"]) == (422, code, pointer)
    assert services.watch.searches.all() == []


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PUT", "x", {"query": "a"}),
        ("PATCH", "x", {"name": "y"}),
        ("DELETE", "x", None),
        ("POST", "x/seen", None),
    ],
)
def test_nobody_writes_without_a_key(
    client: TestClient, as_role: Any, method: str, path: str, body: dict[str, Any] | None
) -> None:
    """Nor with a reader's; whether there is such a search is not said."""
    for asker, status in ((client, 401), (as_role("reader"), 403)):
        answer = asker.request(method, f"{SEARCHES}/{path}", json=body)
        assert (answer.status_code, problem_of(answer)["status"]) == (status, status)
