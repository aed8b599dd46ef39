"""Names in a browser: added, changed and removed; proposals decided; what was turned down taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.pages.views import names
from api.services import Services, build
from api.settings import Settings
from archive.comparison_records import ComparisonRecord
from archive.intake.receipt import Receipt
from archive.models.people import Role
from archive.values import utc_now
from search.names.editing import entry_id
from search.names.gazetteer import Entry

CANDIDATES, REJECTED = "/names/candidates", "/names/rejected"


@pytest.fixture
def client(services: Services) -> Iterator[TestClient]:
    with TestClient(create_app(services), headers={"accept": "text/html"}, follow_redirects=False) as opened:
        yield opened


@pytest.fixture
def key(services: Services) -> str:
    return services.keys.create("desk", Role.ARCHIVIST, actor="test", now=utc_now())[0]


def test_a_name_is_added_as_people_type(client: TestClient, services: Services, key: str, pair: Receipt) -> None:
    """One spelling a line or with commas of either script; the next search finds it."""
    services.search.catch_up()
    assert "0 works found" in client.get("/search?q=Rrass").text
    sent = {"arabic": "رأس، الرأس\r\n", "latin": "Rrass, Raz\r\n\r\nRaas", "kind": "place", "key": key}
    added = client.post("/ar/names", data=sent)
    assert (added.status_code, added.headers["location"]) == (303, "/ar/names?done=added")
    assert services.names.accepted() == (Entry(("رأس", "الرأس"), ("Rrass", "Raz", "Raas")),)
    assert "1 work found" in client.get("/search?q=Rrass").text
    assert "1 name is the archive’s own." in client.get("/names").text
    assert client.post("/names", data=sent).headers["location"] == "/names?done=there"


def test_a_name_is_changed_and_removed(client: TestClient, services: Services, key: str) -> None:
    """Its form opens in the list; one that somebody else changed is said to be gone."""
    kept, _ = services.names.add(Entry(("الدور",), ("Dour",)))
    page = client.get(f"/names?edit={entry_id(kept)}").text
    assert f'action="/names/{entry_id(kept)}"' in page
    assert ">\nDour</textarea>" in page
    sent = {"arabic": "الدور", "latin": "Dour\nAdour", "kind": "body", "deed": "save", "key": key}
    assert client.post(f"/names/{entry_id(kept)}", data=sent).headers["location"] == "/names?done=changed"
    changed = services.names.accepted()[0]
    assert changed == Entry(("الدور",), ("Dour", "Adour"), "body")
    assert client.post(f"/names/{entry_id(kept)}", data=sent).status_code == 404
    removed = client.post(f"/names/{entry_id(changed)}", data={**sent, "deed": "remove"})
    assert removed.headers["location"] == "/names?done=removed"
    assert services.names.accepted() == ()


@pytest.mark.parametrize(
    ("sent", "status", "says"),
    [
        ({"arabic": "Dour", "latin": "Dour"}, 422, "cannot be accepted as it is"),
        ({"arabic": "", "latin": "Dour"}, 422, "Something needed is missing"),
        ({"arabic": "الدور", "latin": "Dour", "key": "no"}, 401, "This key is not valid"),
    ],
)
def test_what_is_refused_comes_back_filled_in(
    client: TestClient, services: Services, key: str, sent: dict[str, str], status: int, says: str
) -> None:
    """With what is wrong; nothing is written."""
    answer = client.post("/names", data={"key": key, "kind": "person", **sent})
    assert answer.status_code == status
    assert says in answer.text
    assert f">\n{sent['latin']}</textarea>" in answer.text
    assert '<option value="person" selected>' in answer.text
    assert services.names.accepted() == ()


def test_a_spelling_is_looked_up(client: TestClient, services: Services) -> None:
    """Also among the names that come with Thabat, which are not edited here."""
    services.names.add(Entry(("الدور",), ("Dour",)))
    page = client.get("/ar/names?q=%D8%AF%D9%88%D8%B1").text
    assert "اسم واحد يُكتب" in page
    assert "Dour" in page
    shipped = client.get("/names?q=homs").text
    assert "comes with Thabat" in shipped
    assert "Dour" not in shipped
    assert "0 names are spelled" in client.get("/names?q=zzz").text


def test_proposals_are_decided(client: TestClient, services: Services, key: str, compared: ComparisonRecord) -> None:
    """Some accepted, some turned down, the rest left; each with its example, marked."""
    assert compared.a_id
    page = client.get(CANDIDATES).text
    assert "in 2 of 2 sentences" in page
    assert re.search(r"<mark[^>]*>Ras</mark>", page)
    assert re.search(r"<mark[^>]*>رأس</mark>", page)
    pairs = dict(re.findall(r'name="(pair-\d+)" value="([^"]*)"', page))
    number = {pair.partition("=")[0]: name.removeprefix("pair-") for name, pair in pairs.items()}
    ras, wadi = number["Ras"], number["Wadi"]
    sent = {**pairs, f"say-{ras}": "accept", f"kind-{ras}": "person", f"say-{wadi}": "reject", "key": key}
    done = client.post(CANDIDATES, data=sent)
    assert done.headers["location"] == "/names/candidates?accepted=1&rejected=1"
    assert services.names.accepted() == (Entry(("رأس",), ("Ras",), "person"),)
    assert [one.latin for one in services.names.rejected()] == [("Wadi",)]
    said = client.get("/ar" + unescape(done.headers["location"])).text
    assert "قُبل اسم واحد" in said
    assert "رُدّ اقتراح واحد" in said
    assert 'value="Ras=' not in said


def test_a_decision_without_a_key_is_kept_on_the_page(
    client: TestClient, services: Services, compared: ComparisonRecord
) -> None:
    """What was chosen is still chosen; nothing is written."""
    assert compared.a_id
    page = client.get(CANDIDATES).text
    number, pair = re.findall(r'name="pair-(\d+)" value="(Ras=[^"]*)"', page)[0]
    sent = {f"pair-{number}": pair, f"say-{number}": "accept", f"kind-{number}": "body", "key": ""}
    again = client.post(CANDIDATES, data=sent)
    assert again.status_code == 401
    assert f'name="say-{number}" value="accept" checked' in again.text
    assert '<option value="body" selected>' in again.text
    assert not services.settings.names.exists()


def test_parts_lead_through_a_large_archive(
    client: TestClient, compared: ComparisonRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is read by itself, and says which sentences it is of."""
    assert compared.a_id
    monkeypatch.setattr("search.parallel.service.LEARNT_IN_PART", 2)
    page = client.get(f"{CANDIDATES}?least=1").text
    assert re.search(r"aligned sentences <bdi dir=\"ltr\">1</bdi> to <bdi dir=\"ltr\">2</bdi>", page)
    assert "part=2&amp;least=1" in page
    assert "Part 2 of" in client.get(f"{CANDIDATES}?part=2&least=1").text
    assert client.get(f"{CANDIDATES}?part=x&least=x&page=x&accepted=x").status_code == 200


def test_what_was_turned_down_is_taken_back(client: TestClient, services: Services, key: str) -> None:
    """By ticking it."""
    kept = services.names.reject("Wadi", "وادي")
    assert "Wadi" in client.get("/ar" + REJECTED).text
    assert client.post(REJECTED, data={"id": entry_id(kept), "key": "no"}).status_code == 401
    assert client.post(REJECTED, data={"id": [entry_id(kept)], "key": key}).headers["location"] == f"{REJECTED}?done=1"
    assert services.names.rejected() == ()
    assert client.post(REJECTED, data={"id": entry_id(kept), "key": key}).status_code == 404


def test_a_slip_made_by_hand_is_told_on_the_page(client: TestClient, services: Services) -> None:
    """Names last read are still listed."""
    services.names.add(Entry(("الدور",), ("Dour",)))
    client.get("/names")
    path = services.settings.names / "accepted.toml"
    path.write_text(path.read_text(encoding="utf-8") + "[[name]\n", encoding="utf-8")
    page = client.get("/names").text
    assert "There is a slip in a file" in page
    assert "Dour" in page


def test_the_form_has_room_for_a_whole_page() -> None:
    """Three fields a candidate, and the key."""
    assert 3 * names.CANDIDATES + 1 <= names.MAX_FIELDS


def test_a_closed_archive_says_nothing_to_strangers(data: Path) -> None:
    """Not even which names it knows."""
    services = build(Settings(data=data, reading_closed=True))
    kept, _ = services.names.add(Entry(("الدور",), ("Dour",)))
    with TestClient(create_app(services), headers={"accept": "text/html"}) as stranger:
        paths = ("/names", CANDIDATES, REJECTED)
        answers = [stranger.get(path) for path in paths]
        answers += [stranger.post(path, data={"key": "no"}) for path in (*paths, f"/names/{entry_id(kept)}")]
    assert {one.status_code for one in answers} == {401}
    assert not any("Dour" in one.text for one in answers)
    services.close()
