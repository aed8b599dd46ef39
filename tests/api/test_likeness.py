"""Three witnesses over HTTP: looked at by anybody, kept by archivists, with the meaning of the figures beside them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from starlette.testclient import TestClient

from tests.api.witnesses import Beside, beside

LIKENESS = "/api/v1/likeness"

__all__ = ["beside"]


def _asked(beside: Beside) -> dict[str, str]:
    return {"machine": beside.run, "human": beside.person}


def test_looked_at_and_then_kept(
    archivist: TestClient, beside: Beside, nothing_written: Callable[[], AbstractContextManager[None]]
) -> None:
    """The same id before and after; the second time nothing is written."""
    with nothing_written():
        seen = archivist.get(LIKENESS, params=_asked(beside)).json()
    assert not seen["kept"]
    made = archivist.post(LIKENESS, json=_asked(beside))
    assert made.status_code == 201
    assert made.headers["location"] == f"{LIKENESS}/{seen['id']}"
    with nothing_written():
        again = archivist.post(LIKENESS, json=_asked(beside))
    assert again.status_code == 200
    assert again.json() == made.json() == archivist.get(made.headers["location"]).json()


def test_what_it_says(archivist: TestClient, beside: Beside) -> None:
    """Rows of three texts, flags, what was left out and why, signatures, and two sentences on what it is."""
    told: dict[str, Any] = archivist.get(LIKENESS, params=_asked(beside)).json()
    assert told["meaning"] == "likeness, not quality"
    assert told["notice"] == told["run"]["notice"] == "machine translation, not read by a person"
    assert told["totals"]["left_out"] == {"flagged": 1, "no_machine": 1, "no_person": 1}
    assert told["methods"]["chrf"].startswith("nrefs:1|case:mixed|eff:yes|nc:6|nw:2")
    row = next(row for row in told["rows"] if "Haddad" in row["person_text"])
    assert row["source_text"].startswith("قال كريم")
    assert row["machine_text"].startswith("said Karim Saadi")
    assert 0 < row["likeness"]["chrf_millis"] < 100_000
    flagged = next(row for row in told["rows"] if row["left_out"] == "flagged")
    assert flagged["likeness"] is None
    assert flagged["machine"][0]["flags"] == ["repetition"]
    assert {one["verdict"] for one in told["opinions"]} == {"gains"}
    assert told["opinions"][0]["quote"] in told["opinions"][0]["sentence"]


def test_what_is_refused(
    archivist: TestClient, as_role: Callable[[str], TestClient], beside: Beside, refused: Callable[..., dict[str, Any]]
) -> None:
    """Unknown ids, another language, a reader who would keep it, a score without the package."""
    unknown = {**_asked(beside), "machine": "0" * 32}
    refused(lambda: archivist.get(LIKENESS, params=unknown), 404, "not-found")
    other = {**_asked(beside), "human": beside.original}
    refused(lambda: archivist.get(LIKENESS, params=other), 422, "other-language", "/human")
    refused(lambda: as_role("reader").post(LIKENESS, json=_asked(beside)), 403, "forbidden")
    refused(lambda: archivist.post(LIKENESS, json={**_asked(beside), "score": "much"}), 422, "malformed", "/score")
