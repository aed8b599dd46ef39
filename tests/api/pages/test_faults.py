"""What is wrong with a question, said in the language of the page: one sentence a reason, nothing in English in Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.pages import catalogue
from api.pages.ui import Ui
from api.services import Services
from archive.errors import BadQuery, Reason
from search import query
from search.parallel.question import ask
from search.reading import TooBroad

SEARCHES: list[tuple[str, dict[str, Any], str]] = [
    ("حلب)", {}, "closes-nothing"),
    ("(حلب", {}, "not-closed"),
    ("OR حلب", {}, "nothing-before"),
    ("حلب AND", {}, "nothing-after"),
    ("حلب -(", {}, "not-closed"),
    ("kind:(", {}, "wants-value"),
    ("=(حلب)", {}, "wants-word"),
    ("ح*لب", {}, "inner-asterisk"),
    ("حلب~7", {}, "distance"),
    ("(" * 40 + "حلب", {}, "too-deep"),
    ("مؤلف:حلب", {}, "no-field"),
    ("«حلب", {}, "no-fellow"),
    ("ح" * 1001, {}, "too-many-characters"),
    ("حلب " * 33, {}, "too-many-words"),
    ("؟ !", {}, "no-letters"),
    ("(ar:حلب OR outlet:x)", {}, "sides-in-brackets"),
    ("outlet:-", {}, "wants-name"),
    ("kind:poem", {}, "one-of"),
    ("lang:!", {}, "no-language"),
    ("date:..", {}, "no-date"),
    ("date:2015-13", {}, "no-day"),
    ("date:2016..2015", {}, "backwards"),
    ("حلب", {"date_from": "2016", "date_to": "2015"}, "backwards"),
    ("حلب", {"date_from": "يوم"}, "no-day"),
    ("حلب", {"kind": "poem"}, "one-of"),
    ("حلب", {"limit": 0}, "between"),
    ("حلب", {"offset": -1}, "between"),
    ("حلب", {"sort": "best"}, "one-of-these"),
]
LINES: list[tuple[str, dict[str, Any], str]] = [
    ("", {}, "no-letters"),
    ("-حلب", {}, "no-word-on-side"),
    ("title:حلب", {}, "no-meaning"),
    ("حلب lang:ar", {}, "tells-nothing"),
    ("حلب", {"beside": "outlet:x"}, "only-words"),
    ("حلب", {"beside": '"x'}, "no-fellow"),
    ("حلب", {"side": "fr"}, "one-of-these"),
    ("حلب", {"names": "perhaps"}, "one-of-these"),
    ("حلب", {"width": 5}, "between"),
    ("حلب", {"date_from": "2016", "date_to": "2015"}, "backwards"),
    ("حلب", {"finding": "nonsense"}, "one-of"),
]
OF_THE_INDEX = {"only-absent", "too-much", "too-slow", "too-many-works", "no-encoder", "not-read"}
"""Said when a question meets the index."""


def fault(of: Any, q: str, given: dict[str, Any]) -> BadQuery:
    with pytest.raises(BadQuery) as refused:
        of(q, **given)
    return refused.value


@pytest.mark.parametrize(("q", "given", "reason"), SEARCHES)
def test_a_search_that_cannot_be_read_says_why(q: str, given: dict[str, Any], reason: str) -> None:
    """With a reason that pages have a sentence for, and its values in it."""
    _is_said(fault(query.parse, q, given).reason, reason)


@pytest.mark.parametrize(("q", "given", "reason"), LINES)
def test_a_concordance_that_cannot_be_read_says_why(q: str, given: dict[str, Any], reason: str) -> None:
    """As a search."""
    _is_said(fault(ask, q, given).reason, reason)


def _is_said(found: Reason | None, reason: str) -> None:
    assert found is not None
    assert found.name == reason
    for language in ("en", "ar"):
        assert "{" not in Ui(language).said(found, 3)


def test_every_reason_is_met() -> None:
    """No sentence is kept that no fault says."""
    known = {key.removeprefix("query-reason.") for key in catalogue.load("ar").messages if "query-reason." in key}
    assert known == {reason for *_, reason in (*SEARCHES, *LINES)} | OF_THE_INDEX


def test_values_are_isolated_and_escaped() -> None:
    """A Latin word in an Arabic sentence keeps its direction, and is no markup."""
    said = Ui("ar").said(Reason("no-field", {"field": "<b>x"}), 4)
    assert '<bdi dir="auto">&lt;b&gt;x</bdi>' in said
    assert said.endswith("(الحرف 5)")


@pytest.fixture
def client(services: Services) -> Iterator[TestClient]:
    with TestClient(create_app(services), headers={"accept": "text/html"}) as opened:
        yield opened


@pytest.mark.parametrize("path", ["/search", "/concordance", "/renderings"])
def test_an_arabic_page_speaks_arabic(client: TestClient, path: str) -> None:
    """The sentence, the faulty character marked in the question, and its place; the English page says it in English."""
    answer = client.get(f"/ar{path}", params={"q": "حلب AND"})
    assert answer.status_code == 422
    said = re.search(r'<p class="detail"[^>]*>(.*?)</p>', answer.text)
    assert said is not None
    assert said[1] == 'لا شيء بعد <bdi dir="auto">AND</bdi>. (الحرف 5)'
    assert '<mark class="fault">A</mark>ND' in answer.text
    english = client.get(path, params={"q": "حلب AND"}).text
    assert 'There is nothing after <bdi dir="auto">AND</bdi>. (Character 5.)' in english


def test_the_api_stays_english(client: TestClient) -> None:
    """Programs read the code; the sentence is for whoever reads the log."""
    problem = client.get("/api/v1/concordance", params={"q": "حلب AND"}).json()
    assert (problem["code"], problem["position"]) == ("missing-operand", 4)
    assert problem["detail"] == "AND has nothing after it (character 5)"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_too_broad_is_said(language: str) -> None:
    """The index's own limits are explained, too."""
    error = TooBroad("…", reason=Reason("too-much", {"word": "في", "most": 40_000_000}))
    assert error.reason is not None
    assert '<bdi dir="ltr">40,000,000</bdi>' in Ui(language).said(error.reason)
