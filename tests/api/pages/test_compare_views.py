"""The pages about differences over HTTP: seen by anybody, reviewed and corrected with a key, in both languages."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.services import Services
from api.worker import Worker
from archive.comparison_records import ComparisonRecord
from archive.intake.receipt import Receipt
from archive.models.people import Role
from tests.samples import ARABIC, ENGLISH

LAST = "Shop owners welcomed the decision, but demanded that taxes be put off until the end of the year.\n\n"


@pytest.fixture
def client(services: Services) -> Iterator[TestClient]:
    with TestClient(create_app(services), headers={"accept": "text/html"}) as opened:
        yield opened


@pytest.fixture
def key(services: Services, now: datetime) -> str:
    return services.keys.create("desk", Role.ARCHIVIST, actor="test", now=now)[0]


@pytest.fixture
def pair(services: Services, deposit: Callable[..., Receipt]) -> Receipt:
    """A translation that changes a number and leaves out a sentence; what is owed for it is done."""
    made = deposit({"original": ARABIC, "translation": ENGLISH.replace("450", "540").replace(LAST, "")})
    Worker(services).run_once()
    return made


@pytest.fixture
def ids(pair: Receipt) -> dict[str, str]:
    return {"a": pair.texts[0].version_id, "b": pair.texts[1].version_id}


@pytest.fixture
def kept(services: Services, ids: dict[str, str]) -> ComparisonRecord:
    found = services.comparisons.find(**ids)
    assert found is not None
    return found


def test_the_record_leads_to_the_comparison(client, pair, ids):
    """From the work to what differs, and back."""
    record = client.get(f"/w/{pair.work_id}").text
    assert f'href="/compare?a={ids["a"]}&amp;b={ids["b"]}"' in record
    page = client.get("/compare", params=ids)
    assert page.status_code == 200
    assert f"/w/{pair.work_id}?a={ids['a']}" in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("prefix", "gap"), [("", "— not carried into the English —"), ("/ar", "— لم يُنقل إلى الإنجليزية —")]
)
def test_what_differs_is_shown_in_both_languages(client, ids, prefix, gap):
    """The changed number from what to what, and an empty cell for what was left out."""
    page = client.get(f"{prefix}/compare", params=ids).text
    assert gap in page
    assert '<mark class="d-fact">540 thousand</mark>' in page
    assert "ورحب أصحاب المحال بالقرار" in page


def test_looking_writes_nothing(client, services, ids, holdings_of):
    """Not even a comparison the other way round, which nobody has made yet."""
    before = holdings_of()
    assert client.get("/compare", params={"a": ids["b"], "b": ids["a"]}).status_code == 200
    assert holdings_of() == before


@pytest.fixture
def holdings_of(services: Services) -> Callable[[], int]:
    return lambda: services.catalogue.counts().journal


@pytest.mark.parametrize(
    ("asked", "words"),
    [((), "Two versions are needed"), (("a",), "Choose the version to compare with"), (("a", "a"), "one and the same")],
)
def test_less_than_two_versions(client, ids, asked, words):
    """Whatever is missing can be chosen."""
    params = dict(zip("ab", (ids[name] for name in asked), strict=False))
    page = client.get("/compare", params=params)
    assert page.status_code == 200
    assert words in page.text
    assert (f"b={ids['b']}" in page.text) == bool(asked)


def test_a_lone_version(client, deposit):
    """A work with one version has nothing to compare it with."""
    alone = deposit({"original": ARABIC})
    assert "one version only" in client.get("/compare", params={"a": alone.texts[0].version_id}).text


def test_unknown_versions(client, ids):
    """404, as with everything that is not there."""
    assert client.get("/compare", params={"a": ids["a"], "b": "nowhere"}).status_code == 404
    assert client.get("/findings/nowhere").status_code == 404


# --- reviews -----------------------------------------------------------------------------------


def test_a_review_by_form(client, services, kept, key):
    """From the chip to the form, and back to the chip, which then says so."""
    finding = next(one for one in kept.findings if one.kind == "number_changed")
    page = client.get(f"/ar/findings/{finding.id}").text
    assert "540" in page
    answer = client.post(
        f"/ar/findings/{finding.id}", data={"status": "accepted", "note": "كذا", "key": key}, follow_redirects=False
    )
    assert answer.status_code == 303
    place, anchor = answer.headers["location"].split("#")
    assert f'id="{anchor}"' in client.get(place).text
    assert services.comparisons.finding(finding.id).status == "accepted"
    assert "كذا" in client.get(place).text


@pytest.mark.parametrize(
    ("values", "status", "words"),
    [
        ({"key": "thabat_0"}, 401, "This key is not valid"),
        ({"status": "annotated"}, 422, "Something needed is missing"),
        ({"status": "painted"}, 422, "not in the form that was expected|cannot be accepted"),
    ],
)
def test_a_refused_review(*, client, services, kept, key, values, status, words):
    """The form comes back as it was filled, without the key; nothing was said."""
    finding = kept.findings[0]
    note = "" if values.get("status") == "annotated" else "a <note>"
    data = {"status": "accepted", "note": note, "key": key} | values
    answer = client.post(f"/findings/{finding.id}", data=data)
    assert answer.status_code == status
    assert re.search(words, answer.text)
    assert html.escape(note) in answer.text
    assert key not in answer.text
    assert services.comparisons.finding(finding.id).status == "open"


# --- the editor --------------------------------------------------------------------------------


def test_a_correction_by_form(client, services, ids, key):
    """Ticked sentences, one deed: the row is then set by a person, and the layer shows who said it."""
    page = client.get("/alignments/edit", params=ids).text
    assert page.count('type="checkbox"') == 7
    data = {"action": "omit", "source": "3", "note": "elsewhere", "key": key}
    answer = client.post("/alignments/edit", params=ids, data=data, follow_redirects=False)
    assert answer.status_code == 303
    after = client.get(answer.headers["location"]).text
    assert "Recorded." in after
    assert "elsewhere" in after
    assert "set by a person" in client.get("/compare", params=ids).text
    correction = services.comparisons.corrections(**ids)[0]
    assert (correction.action, correction.source) == ("omit", (3,))


@pytest.mark.parametrize(
    ("values", "status"),
    [({"key": "x"}, 401), ({"source": []}, 422), ({"action": "paint"}, 422), ({"source": ["1"]}, 422)],
)
def test_a_refused_correction(*, client, services, ids, key, values, status):
    """The ticks stay, the note stays, nothing is recorded."""
    data = {"action": "omit", "source": ["3"], "note": "why <so>", "key": key} | values
    answer = client.post("/alignments/edit", params=ids, data=data)
    assert answer.status_code == status
    assert "why &lt;so&gt;" in answer.text
    assert ('value="3" checked' in answer.text) == (data["source"] == ["3"])
    assert services.comparisons.corrections(**ids) == ()


def test_versions_in_one_language_have_nothing_to_align(client, services, deposit):
    """The editor says so; the comparison of them is a redline."""
    made = deposit({"original": ARABIC})
    newer = deposit({"original": ARABIC.replace("٤٥٠", "٤٦٠")}, to_work=made.work_id)
    params = {"a": made.texts[0].version_id, "b": newer.texts[0].version_id}
    Worker(services).run_once()
    assert client.get("/alignments/edit", params=params).status_code == 422
    page = client.get("/compare", params=params).text
    assert re.search(r"<del[^>]*>(<span[^>]*>[^<]*</span>)?٤٥٠", page)
