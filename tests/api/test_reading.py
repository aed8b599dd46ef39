"""What can be read, in which shape, and how it is handed out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.services import Services
from archive.intake.receipt import Receipt
from archive.values import Digest
from search.query import parse
from tests.api.conftest import PAIR, WORKS, problem_of
from tests.samples import ARABIC


def test_captures_are_downloads(client: TestClient, upload: Callable[..., Any]) -> None:
    """A saved page comes back byte for byte, as a download that no browser renders."""
    page = f"<html><body><article><h1>عنوان</h1>{''.join(f'<p>{line}</p>' for line in ARABIC.splitlines())}</article></body></html>"
    answer = upload({"original": ("page.html", page.encode(), "text/html")})
    assert answer.status_code == 201, answer.text
    version = client.get(f"/api/v1/versions/{answer.json()['texts'][0]['version_id']}").json()
    capture = client.get(f"/api/v1/captures/{version['capture']['id']}")
    assert capture.content == page.encode()
    assert capture.headers["content-type"] == "application/octet-stream"
    assert capture.headers["content-disposition"].startswith("attachment")
    assert capture.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in capture.headers["content-security-policy"]


def test_a_capture_that_was_altered_is_not_handed_out(client: TestClient, pair: Receipt, services: Services) -> None:
    """Bytes that are no longer what was recorded are an error, and verify says BROKEN."""
    text = pair.texts[0]
    capture = client.get(f"/api/v1/versions/{text.version_id}").json()["capture"]["id"]
    path = services.blobs.path(Digest(text.bytes_sha256))
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    assert problem_of(client.get(f"/api/v1/captures/{capture}"))["code"] == "blob-changed"
    assert client.get(f"/api/v1/verify/{text.bytes_sha256}").json()["outcome"] == "BROKEN"
    path.unlink()
    gone = client.get(f"/api/v1/captures/{capture}")
    assert (gone.status_code, problem_of(gone)["code"]) == (500, "blob-missing")
    assert str(services.settings.data) not in gone.text


def test_verify_by_digest(client: TestClient, pair: Receipt) -> None:
    """A digest of the bytes and one of the canonical text lead to the version; another is not kept."""
    text = pair.texts[1]
    for digest, sort in ((text.bytes_sha256, "bytes"), (text.canonical_sha256, "canonical")):
        found = client.get(f"/api/v1/verify/{digest.upper()}").json()
        assert (found["kept"], found["outcome"]) == (True, "HOLDS")
        assert {"work": pair.work_id, "version": text.version_id, "as": sort} in found["versions"]
        assert pair.journal_seq in found["journal"]
    other = client.get(f"/api/v1/verify/{Digest.of(b'other')}").json()
    assert (other["kept"], other["outcome"], other["versions"]) == (False, "NOT CHECKED", [])


def test_text_is_not_sent_again_when_it_is_held(client: TestClient, pair: Receipt) -> None:
    """The digest is the ETag; with it the answer is 304 without a body."""
    path = f"/api/v1/versions/{pair.texts[0].version_id}/text"
    first = client.get(path)
    assert first.headers["content-type"] == "text/plain; charset=utf-8"
    assert first.headers["etag"] == f'"{pair.texts[0].canonical_sha256}"'
    again = client.get(path, headers={"If-None-Match": f'W/"x", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")


def test_lists_are_paged_and_filtered(client: TestClient, upload: Callable[..., Any]) -> None:
    """Newest first, exact totals, each filter."""
    for number in range(3):
        metadata = {"kind": "opinion" if number else "news", "translation": {"outlet": "The Valley Reader"}}
        files = {**PAIR, "original": PAIR["original"].replace("٤٥٠".encode(), f"{number + 1}٠٠".encode())}
        assert upload(files, {**metadata, "external_id": f"n-{number}"}).status_code == 201
    page = client.get(WORKS, params={"limit": 2}).json()
    assert (page["total"], [line["external_id"] for line in page["works"]]) == (3, ["n-2", "n-1"])
    rest = client.get(WORKS, params={"limit": 2, "offset": 2}).json()
    assert [line["external_id"] for line in rest["works"]] == ["n-0"]
    assert client.get(WORKS, params={"kind": "opinion"}).json()["total"] == 2
    assert client.get(WORKS, params={"outlet": "the valley reader"}).json()["total"] == 3
    assert client.get(WORKS, params={"has_disclaimer": "true"}).json()["total"] == 3
    assert client.get(WORKS, params={"has_disclaimer": "false"}).json()["total"] == 0


def test_search_has_the_contracts_shape(client: TestClient, pair: Receipt, services: Services) -> None:
    """Exactly the members of the contract, whatever is asked."""
    services.search.catch_up()
    found = client.get("/api/v1/search", params={"q": "المعارضة market"}).json()
    assert set(found) == {"query", "mode", "total", "results", "names", "suggestions"}
    (result,) = found["results"]
    assert set(result) == {"work", "external_id", "titles", "score", "hits"}
    assert set(result["titles"]) == {"ar", "en"}
    assert {hit["language"] for hit in result["hits"]} == {"ar", "en"}
    for hit in result["hits"]:
        assert set(hit) == {
            "version", "language", "published", "outlets", "status", "replaced_by", "snippet", "highlights", "place", "why",
            "counterpart", "no_counterpart",
        }  # fmt: skip
        assert hit["highlights"]


@pytest.mark.parametrize(
    ("params", "total"),
    [
        ({"lang": "ar"}, 1),
        ({"lang": "fr"}, 0),
        ({"disclaimer": "with"}, 1),
        ({"disclaimer": "false", "lang": "en"}, 0),
        ({"kind": ["opinion", "news"]}, 1),
        ({"kind": "opinion"}, 0),
        ({"agent": "Salma al-Hourani"}, 1),
        ({"agent": "Nobody"}, 0),
        ({"from": "2015", "to": "2016"}, 0),
        ({"language": ["en", "fr"]}, 1),
        ({"has_disclaimer": "false", "language": "en"}, 0),
        ({"date_from": "2015", "date_to": "2016"}, 0),
    ],
)
def test_search_filters(
    client: TestClient, pair: Receipt, services: Services, params: dict[str, Any], total: int
) -> None:
    """Every filter of the contract reaches the search."""
    services.search.catch_up()
    assert client.get("/api/v1/search", params=params).json()["total"] == total


@pytest.mark.parametrize(
    ("params", "code", "pointer", "position"),
    [
        ({"q": 'market "old'}, "unbalanced-quote", "/q", 7),
        ({"q": "؟!"}, "nothing-to-search", "/q", 0),
        ({"q": "a" * 2000}, "query-too-long", "/q", 1000),
        ({"from": "2015-02-30"}, "bad-filter", "/from", 0),
        ({"to": "soon"}, "bad-filter", "/to", 0),
        ({"lang": "?"}, "bad-filter", "/lang", 0),
        ({"limit": 0}, "bad-filter", "/limit", 0),
        ({"offset": -1}, "bad-filter", "/offset", 0),
        ({"limit": "many"}, "malformed", "/limit", None),
        ({"langauge": "ar"}, "unknown-field", "/langauge", None),
        ({"disclaimer": "perhaps"}, "malformed", "/disclaimer", None),
    ],
)
def test_bad_queries(client: TestClient, params: dict[str, Any], code: str, pointer: str, position: int | None) -> None:
    """A query nobody can answer is refused with the parameter and the place."""
    answer = client.get("/api/v1/search", params=params)
    problem = problem_of(answer)
    assert (answer.status_code, problem["code"], problem["pointer"]) == (422, code, pointer)
    assert problem.get("position") == position


def test_hands_and_wordings(client: TestClient, pair: Receipt) -> None:
    """From a record to an agent and a wording, and back."""
    record = client.get(f"{WORKS}/{pair.work_id}").json()
    hop = next(hop for hop in record["texts"][0]["versions"][0]["hops"] if hop["agent"]["names"])
    agent = client.get(f"/api/v1/agents/{hop['agent']['id']}").json()
    assert agent["agent"] == hop["agent"]
    assert [work["id"] for work in agent["works"]] == [pair.work_id]
    (line,) = client.get("/api/v1/disclaimers").json()["disclaimers"]
    assert line["uses"] == 1
    page = client.get(f"/api/v1/disclaimers/{line['disclaimer']['id']}").json()
    assert [use["work"] for use in page["uses"]] == [pair.work_id]


def test_what_is_not_split_yet(client: TestClient, pair: Receipt) -> None:
    """Segments that are still owed are null, not an empty list."""
    segments = client.get(f"/api/v1/versions/{pair.texts[0].version_id}/segments").json()
    assert (segments["recipe"], segments["segments"]) == (None, None)
    assert client.get("/api/v1/jobs").json() == {
        "queued": 2,
        "running": 0,
        "done": 0,
        "failed": 0,
        "waiting": {"process": 2},
    }


def test_counts(client: TestClient, pair: Receipt) -> None:
    """The figures of the archive."""
    found = client.get("/api/v1/stats").json()
    assert (found["works"], found["versions"], found["pairs"], found["disclaimers"]) == (1, 2, 1, 1)


def test_instants_say_that_they_are_utc(client: TestClient, pair: Receipt, now: datetime) -> None:
    """No naive time leaves the archive."""
    recorded = client.get(f"{WORKS}/{pair.work_id}").json()["recorded_at"]
    assert datetime.fromisoformat(recorded) == now
    assert datetime.fromisoformat(recorded).tzinfo == UTC


@pytest.mark.parametrize(
    "path",
    [
        "works/x", "works/x/chain", "versions/x", "versions/x/text", "versions/x/segments",
        "captures/x", "disclaimers/x", "agents/x", "journal/7/receipt",
    ],
)  # fmt: skip
def test_nothing_by_that_name(client: TestClient, path: str) -> None:
    """An unknown id is 404 in the one shape."""
    answer = client.get(f"/api/v1/{path}")
    assert (answer.status_code, problem_of(answer)["type"]) == (404, "/api/v1/docs#not-found")


def test_search_counts_facets_where_asked(client: TestClient, pair: Receipt, services: Services) -> None:
    """Beside the results, in the same shape as the command line's."""
    services.search.catch_up()
    found = client.get("/api/v1/search", params={"q": "market", "facets": "true"}).json()
    assert found["facets"]["lang"] == [{"value": "en", "names": [], "count": 1, "chosen": False}]
    assert found == services.search.search(parse("market", facets=True)).as_dict()


@pytest.mark.parametrize(
    ("params", "pointer"),
    [({"kind": "gossip"}, "/kind"), ({"year": "soon"}, "/year"), ({"mode": "luck"}, "/mode"), ({"lang": "?"}, "/lang")],
)
def test_a_search_with_an_unknown_value_is_refused(client: TestClient, params: dict[str, str], pointer: str) -> None:
    """422 with the parameter and what it may be, not an empty answer."""
    response = client.get("/api/v1/search", params={"q": "market", **params})
    assert (response.status_code, response.json()["pointer"]) == (422, pointer)


@pytest.mark.parametrize(
    ("params", "pointer"),
    [
        ({"from": "2016", "date_from": "2014"}, "/from"),
        ({"to": "2016", "date_to": "2014"}, "/to"),
        ({"disclaimer": "with", "has_disclaimer": "false"}, "/has_disclaimer"),
    ],
)
def test_parameters_that_contradict_each_other_are_refused(
    client: TestClient, pair: Receipt, params: dict[str, str], pointer: str
) -> None:
    """Neither wins in silence; twice the same is no contradiction."""
    assert pair.work_id
    response = client.get("/api/v1/search", params={"q": "market", **params})
    assert (response.status_code, problem_of(response)["pointer"]) == (422, pointer)
    same = {"from": "2014", "date_from": "2014", "disclaimer": "with", "has_disclaimer": "true"}
    assert client.get("/api/v1/search", params={"q": "market", **same}).status_code == 200
