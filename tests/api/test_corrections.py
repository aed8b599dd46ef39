"""A text that is corrected stays beside its original, everywhere; and what was replaced is shown as replaced."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import delete
from sqlmodel import select
from starlette.testclient import TestClient

from api.pages import catalogue
from api.services import Services
from api.worker import Worker
from archive.intake.receipt import Receipt
from archive.models import Derivation, Job, table_of
from archive.models.jobs import JobState
from archive.pipeline import process
from archive.verify import verify
from tests.samples import ARABIC, ENGLISH

Deposit = Callable[..., Receipt]
CORRECTED = ENGLISH.replace("450 thousand", "540 thousand")
_JOBS = table_of(Job)


def correct(deposit: Deposit, receipt: Receipt, side: int, text: str, **facts: Any) -> str:
    """A new version of one side; its id."""
    old = receipt.texts[side]
    role = ("original", "translation")[side]
    texts = [{"key": "new", "role": role, "language": old.language, "revises": old.version_id, **facts}]
    return deposit({"new": text}, to_work=receipt.work_id, texts=texts).texts[0].version_id


@pytest.fixture
def corrected(services: Services, deposit: Deposit, pair: Receipt) -> str:
    """The version that corrects the translation of ``pair``, after the worker was there twice."""
    Worker(services).run_once()
    new = correct(deposit, pair, 1, CORRECTED, published="2026-03-02")
    Worker(services).run_once()
    return new


def hits(client: TestClient, q: str) -> list[dict[str, Any]]:
    found = client.get("/api/v1/search", params={"q": q}).json()
    return [hit for result in found["results"] for hit in result["hits"]]


def test_a_corrected_translation_is_aligned_with_its_original(
    services: Services, client: TestClient, pair: Receipt, corrected: str
) -> None:
    """Unasked: search, concordance, findings and the list of comparisons all have the latest version."""
    arabic = pair.texts[0].version_id
    (hit,) = hits(client, "السوق")
    assert (hit["counterpart"]["version"], hit["no_counterpart"]) == (corrected, None)
    assert client.get("/api/v1/search", params={"q": "ar:المعارضة en:opposition"}).json()["total"] == 1
    lines = client.get("/api/v1/concordance", params={"q": "المعارضة"}).json()["lines"]
    assert [(line["version"], line["other"]["version"]) for line in lines] == [(arabic, corrected)]
    assert client.get("/api/v1/search", params={"q": "finding:number_changed"}).json()["total"] == 1
    compared = client.get("/api/v1/comparisons", params={"work": pair.work_id}).json()["comparisons"]
    assert [(one["a_id"], one["b_id"], one["current"]) for one in compared] == [
        (arabic, corrected, True), (arabic, pair.texts[1].version_id, False)
    ]  # fmt: skip
    assert services.comparisons.current_pairs(pair.work_id) == [(arabic, corrected)]
    assert verify(services.settings.data).exit_code == 0


def test_no_derivation_is_made_up(services: Services, corrected: str) -> None:
    """The record says what was deposited: one translation, one correction."""
    with services.database.read() as session:
        kinds = sorted(one.kind.value for one in session.exec(select(Derivation)))
    assert kinds == ["correction", "translation"]


def test_a_replaced_version_is_shown_as_such_with_its_own_counterpart(
    client: TestClient, pair: Receipt, corrected: str
) -> None:
    """Found by words that only it has: marked in the answer, and beside it what it was compared with."""
    (hit,) = hits(client, '"450 thousand"')
    assert (hit["version"], hit["status"]) == (pair.texts[1].version_id, "superseded")
    later = hit["replaced_by"]
    assert (later["version"], later["number"], later["published"]) == (corrected, 2, "2026-03-02")
    assert "٤٥٠" in hit["counterpart"]["text"]
    assert hit["counterpart"]["status"] == "latest"
    assert [one["status"] for one in hits(client, '"540 thousand"')] == ["latest"]


@pytest.mark.parametrize(
    ("prefix", "says"), [("", "earlier version, replaced on"), ("/ar", "نسخة سابقة، حلّت محلها أخرى في")]
)
def test_the_page_says_that_it_was_replaced(
    client: TestClient, pair: Receipt, corrected: str, prefix: str, says: str
) -> None:
    """In words, with the day, and a way to the redline of the two versions."""
    html = client.get(f"{prefix}/search", params={"q": '"450 thousand"'}).text
    assert says in html
    assert "2026-03-02" in html
    assert f"{prefix}/compare?a={pair.texts[1].version_id}&amp;b={corrected}" in html
    assert says not in client.get(f"{prefix}/search", params={"q": '"540 thousand"'}).text


def test_a_hit_leads_to_its_paragraph(services: Services, client: TestClient, pair: Receipt, corrected: str) -> None:
    """Its place is the sentence, and the page of the work has the anchor that the results point to."""
    (hit,) = hits(client, "restoration")
    content = services.catalogue.work(pair.work_id).texts[1].latest.content
    start, end = hit["place"]
    assert content[start:end].startswith("The mayor said the restoration cost 540")
    start, end = hit["counterpart"]["place"]
    assert ARABIC[ARABIC.index("وقال رئيس") :].startswith(hit["counterpart"]["text"])
    page = client.get("/search", params={"q": "restoration"}).text
    anchor = f"at{content.index('The mayor')}-{corrected[-12:]}"
    assert f'/w/{pair.work_id}?a={corrected}#{anchor}"' in page
    assert f'id="{anchor}"' in client.get(f"/w/{pair.work_id}", params={"a": corrected}).text


def test_a_corrected_original_is_compared_as_it_stands_now(
    services: Services, client: TestClient, deposit: Deposit, pair: Receipt
) -> None:
    """The comparison names the version it is of; the derivation stays what it was."""
    Worker(services).run_once()
    new = correct(deposit, pair, 0, ARABIC.replace("٤٥٠", "٥٤٠"))
    Worker(services).run_once()
    (hit,) = hits(client, "restoration")
    assert hit["counterpart"]["version"] == new
    (old,) = [one for one in hits(client, "٤٥٠") if one["language"] == "ar"]
    assert (old["version"], old["counterpart"]["version"]) == (pair.texts[0].version_id, pair.texts[1].version_id)
    (origin,) = [one for one in services.catalogue.work(pair.work_id).derivations if one.kind == "translation"]
    assert origin.source_id == pair.texts[0].version_id


def test_archives_that_hold_corrections_already_are_made_good_once(
    services: Services, deposit: Deposit, pair: Receipt, now: datetime
) -> None:
    """A correction whose comparison was never owed: the next worker does it, and the one after has nothing to do."""
    Worker(services).run_once()
    new = correct(deposit, pair, 1, CORRECTED)
    with services.database.write() as session:
        process(session, new, now=now)
        session.execute(delete(_JOBS).where(_JOBS.c.state == JobState.QUEUED))
    assert Worker(services).run_once().done == 1
    assert [one.b_id for one in services.comparisons.of_work(pair.work_id) if one.current] == [new]
    assert Worker(services).run_once().done == 0


def test_a_declared_extent_holds_of_the_correction_while_it_says_so(
    services: Services, deposit: Deposit, now: datetime
) -> None:
    """Inherited with the derivation, its place found anew; no more where the words are gone."""
    quote = "Excerpts from an article."
    facts = {"key": "translation", "role": "translation", "language": "en"}
    texts = [
        {"key": "original", "role": "original", "language": "ar"},
        {**facts, "completeness": "excerpt", "completeness_quote": quote},
    ]
    receipt = deposit({"original": ARABIC, "translation": f"{ENGLISH}\n{quote}\n"}, texts=texts)
    said = correct(deposit, receipt, 1, f"{CORRECTED}\nAn added line stands here.\n\n{quote}\n")
    silent = deposit(
        {"new": CORRECTED},
        to_work=receipt.work_id,
        texts=[{"key": "new", "role": "translation", "language": "en", "revises": said}],
    ).texts[0].version_id  # fmt: skip
    for version, completeness in ((said, "excerpt"), (silent, "unknown")):
        options = services.comparisons.compare(receipt.texts[0].version_id, version, actor="test", now=now).options
        assert options["completeness"] == completeness
        if completeness == "excerpt":
            content = next(v.content for v in services.catalogue.work(receipt.work_id).versions if v.id == version)
            start, end = options["completeness_span"]
            assert content[start:end] == quote


@pytest.mark.parametrize(
    ("texts", "q", "why"),
    [
        ({"original": ARABIC}, "السوق", "no-translation"),
        ({"translation": ENGLISH}, "market", "no-original"),
        ({"original": ARABIC, "translation": ENGLISH}, "السوق", "not-compared-yet"),
    ],
)
def test_why_nothing_stands_beside_it(
    services: Services, client: TestClient, deposit: Deposit, texts: dict[str, str], q: str, why: str
) -> None:
    """Said in the answer and, in words, on the page."""
    deposit(texts)
    services.search.catch_up()
    (hit,) = hits(client, q)
    assert (hit["counterpart"], hit["no_counterpart"]) == (None, why)
    for prefix, language in (("", "en"), ("/ar", "ar")):
        words = catalogue.load(language).messages[f"search-lacking.{why}"]
        assert words in client.get(f"{prefix}/search", params={"q": q}).text


def test_a_byline_takes_no_part(services: Services, client: TestClient, pair: Receipt) -> None:
    """Found in a line that is aligned with nothing, by design."""
    Worker(services).run_once()
    (hit,) = hits(client, "بقلم")
    assert (hit["counterpart"], hit["no_counterpart"]) == (None, "takes-no-part")
