"""A pair goes in through the door and comes out as a record that can be searched, read and proved."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.services import Services
from api.worker import Worker
from archive.journal import entries
from archive.journal.note import VerifierKey
from archive.journal.receipts import verify_receipt
from archive.values import Digest
from tests.api.conftest import PAIR, WORKS, problem_of
from tests.samples import ARABIC, ENGLISH

DEMO = Path(__file__).parents[2] / "demo"
FRENCH = """La municipalité de Ras al-Wadi rouvre le vieux marché

La municipalité de Ras al-Wadi a annoncé dimanche matin que le vieux marché rouvrira ses portes après trois ans de fermeture.

Le maire a déclaré que la restauration avait coûté 450 mille livres et que l'opposition au conseil municipal avait approuvé le plan.
"""


def demo(name: str) -> tuple[dict[str, Any], dict[str, tuple[str, bytes]]]:
    folder = DEMO / name
    metadata = tomllib.loads((folder / "pair.toml").read_text("utf-8"))
    return metadata, {file.name: (file.name, file.read_bytes()) for file in folder.glob("*.txt")}


def test_the_plain_pair_of_the_demo(upload: Callable[..., Any], client: TestClient, services: Services) -> None:
    """Upload, record, chain, disclaimer, text, capture, search in both languages, receipt: end to end."""
    metadata, files = demo("01-plain-pair")
    answer = upload({"original": files["ar.txt"], "translation": files["en.txt"]}, metadata)
    assert answer.status_code == 201, answer.text
    receipt = answer.json()
    assert answer.headers["location"] == f"{WORKS}/{receipt['work']}"
    Worker(services).run_once()

    record = client.get(answer.headers["location"]).json()
    assert record["titles"]["en"] == metadata["translation"]["title"]
    assert [text["role"] for text in record["texts"]] == ["original", "translation"]
    translation = record["texts"][1]["versions"][0]
    assert translation["bytes_sha256"] == Digest.of(files["en.txt"][1])
    assert translation["disclaimers"][0]["disclaimer"]["claims"]["by"] == "The Levant Reader"
    assert translation["segments"] > 10

    chain = client.get(f"{WORKS}/{receipt['work']}/chain").json()["versions"]
    author = next(hop for hop in chain[0]["hops"] if hop["role"] == "aut")
    assert {name["script"]: name["name"] for name in author["agent"]["names"]} == {
        "Arab": "سامر القطان",
        "Latn": "Samer al-Qattan",
    }
    translator = next(hop for hop in chain[1]["hops"] if hop["role"] == "trl")
    assert (translator["agent"]["identity"], translator["agent"]["names"]) == ("unknown", [])

    text = client.get(f"/api/v1/versions/{translation['id']}/text")
    assert Digest.of(text.content) == translation["canonical_sha256"]
    segments = client.get(f"/api/v1/versions/{translation['id']}/segments").json()["segments"]
    start, end = segments[-1]["span"]
    assert "entirely with the author" in text.text[start:end]

    for query in ("militia", "ميليشيا", "والمعارضة"):
        (found,) = client.get("/api/v1/search", params={"q": query}).json()["results"]
        assert found["external_id"] == "demo-01"
        for hit in found["hits"]:
            assert all(0 <= start < end <= len(hit["snippet"]) for start, end in hit["highlights"])

    proof = client.get(f"/api/v1/journal/{receipt['journal_seq']}/receipt")
    key = VerifierKey.parse(client.get("/api/v1/log/vkey").text)
    leaf, checkpoint = verify_receipt(proof.text, key)
    assert json.loads(leaf)["entity"] == receipt["work"]
    assert translation["bytes_sha256"] in json.loads(leaf)["digests"]
    assert str(checkpoint.size) == client.get("/api/v1/log/checkpoint").text.splitlines()[1]


def test_json_and_form_do_the_same(
    upload: Callable[..., Any], inline: Callable[..., Any], nothing_written: Callable[..., Any]
) -> None:
    """The same texts inline and as files are the same deposit."""
    first = inline({"original": {"text": ARABIC}, "translation": {"text": ENGLISH}})
    assert first.status_code == 201, first.text
    with nothing_written():
        again = upload(PAIR)
    assert again.json()["work"] == first.json()["work"]


def test_sentences_given_one_by_one(inline: Callable[..., Any], client: TestClient) -> None:
    """Sentences are paragraphs of their own; nothing is guessed about them."""
    body = {"original": {"language": "ar", "sentences": ["أعلنت البلدية القرار.", "ورحب أصحاب المحال به."]}}
    answer = inline(body)
    assert answer.status_code == 201, answer.text
    assert answer.json()["texts"][0]["blocks"] == {"paragraph": 2}


def test_metadata_as_a_toml_file(upload: Callable[..., Any]) -> None:
    """The pair.toml of the command line can be sent as it is."""
    toml = b'external_id = "t-1"\n[original]\nlanguage = "ar"\n'
    answer = upload({"original": PAIR["original"], "metadata": ("pair.toml", toml)})
    assert answer.status_code == 201, answer.text


def test_many_texts_by_their_file_names(upload: Callable[..., Any], client: TestClient, archivist: TestClient) -> None:
    """A relay: three texts, sent as `files`, each found by the name that the metadata gives."""
    metadata, files = demo("08-relay")
    for side, name in (("original", "ar.txt"), ("translation", "en.txt")):
        if side in metadata:
            metadata[side].setdefault("file", name)
    parts = [("files", file) for file in files.values()]
    answer = archivist.post(WORKS, files=parts, data={"metadata": json.dumps(metadata)})
    assert answer.status_code == 201, answer.text
    record = client.get(answer.headers["location"]).json()
    assert {text["language"] for text in record["texts"]} == {"ar", "fr", "en"}
    assert any(origin["pivot_id"] for origin in record["derivations"])


def test_a_part_named_after_its_key(upload: Callable[..., Any]) -> None:
    """`text:KEY` is the file of the text with that key."""
    metadata = {"texts": [{"key": "french", "language": "fr", "role": "translation", "from": ["original"]}]}
    answer = upload({**PAIR, "text:french": FRENCH.encode()}, metadata)
    assert answer.status_code == 201, answer.text
    assert {text["key"] for text in answer.json()["texts"]} == {"original", "translation", "french"}


def test_a_lone_text_is_joined_later(upload: Callable[..., Any], client: TestClient) -> None:
    """One side alone is kept; its counterpart joins it, and derives from it without being told."""
    first = upload({"original": PAIR["original"]}).json()
    (line,) = client.get(WORKS, params={"missing": "translation"}).json()["works"]
    assert line["id"] == first["work"]
    joined = upload({"translation": PAIR["translation"]}, to=f"{WORKS}/{first['work']}/texts")
    assert joined.status_code == 201, joined.text
    assert joined.json()["work"] == first["work"]
    record = client.get(f"{WORKS}/{first['work']}").json()
    (origin,) = record["derivations"]
    assert origin["source_id"] == first["texts"][0]["version_id"]
    assert record["journal"] == [first["journal_seq"], joined.json()["journal_seq"]]
    assert client.get(WORKS, params={"missing": "translation"}).json()["total"] == 0
    again = upload({"translation": PAIR["translation"]}, to=f"{WORKS}/{first['work']}/texts")
    assert (again.status_code, again.json()["created"]) == (200, False)


def test_a_correction_is_a_new_version(upload: Callable[..., Any], client: TestClient) -> None:
    """A corrected text supersedes the version it names, which stays as it was."""
    first = upload(PAIR).json()
    old = first["texts"][1]["version_id"]
    corrected = ENGLISH.replace("450 thousand", "540 thousand").encode()
    metadata = {"translation": {"revises": old}}
    answer = upload({"translation": corrected}, metadata, to=f"{WORKS}/{first['work']}/texts")
    assert answer.status_code == 201, answer.text
    new = client.get(f"/api/v1/versions/{answer.json()['texts'][0]['version_id']}").json()
    assert (new["number"], new["supersedes_id"]) == (2, old)
    assert "450 thousand" in client.get(f"/api/v1/versions/{old}/text").text


def test_a_preview_writes_nothing(upload: Callable[..., Any], nothing_written: Callable[..., Any]) -> None:
    """A preview shows hops, disclaimers and layout, and that the bytes are not kept; then that they are."""
    with nothing_written():
        answer = upload(PAIR, to=f"{WORKS}/preview")
    assert answer.status_code == 200, answer.text
    preview = answer.json()
    assert preview["kept"] is None
    original, translation = preview["texts"]
    assert [hop["names"][0]["name"] for hop in original["hops"] if hop["role"] == "aut"] == ["سلمى الحوراني"]
    start, end = translation["disclaimers"][0]["span"]
    assert translation["content"][start:end] == translation["disclaimers"][0]["quote"]
    kept = upload(PAIR).json()
    assert upload(PAIR, to=f"{WORKS}/preview").json()["kept"] == kept["work"]
    for shown, recorded in zip(preview["texts"], kept["texts"], strict=True):
        assert shown["canonical_sha256"] == recorded["canonical_sha256"]


def test_a_browser_sends_empty_file_fields(archivist: TestClient) -> None:
    """A file field that was left empty is no file."""
    parts = [
        b'Content-Disposition: form-data; name="translation"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n',
        b'Content-Disposition: form-data; name="original"; filename="C:\\\\old\\\\\xd9\x85.txt"\r\n\r\n'
        + PAIR["original"],
    ]
    body = b"".join(b"--x\r\n" + part + b"\r\n" for part in parts) + b"--x--\r\n"
    answer = archivist.post(WORKS, content=body, headers={"Content-Type": "multipart/form-data; boundary=x"})
    assert answer.status_code == 201, answer.text
    assert [text["key"] for text in answer.json()["texts"]] == ["original"]
    record = archivist.get(answer.headers["location"]).json()
    assert record["texts"][0]["versions"][0]["capture"]["filename"] == "م.txt"


def test_the_journal_names_the_key(upload: Callable[..., Any], services: Services, keys: dict[str, str]) -> None:
    """The journal says which key deposited, never whose name stands on it."""
    seq = upload(PAIR).json()["journal_seq"]
    Worker(services).run_once()
    with services.database.read() as session:
        text = entries.receipt(session, seq)
    leaf, _ = verify_receipt(text, services.custody.vkey())
    assert json.loads(leaf)["actor"] == f"key:{keys['archivist'].split('_')[1]}"


@pytest.mark.parametrize("path", ["journal/0/receipt", "log/checkpoint"])
def test_no_proof_before_a_checkpoint(client: TestClient, path: str) -> None:
    """What is not signed yet is said to be so."""
    problem = problem_of(client.get(f"/api/v1/{path}"))
    assert (problem["status"], problem["code"]) == (404, "no-checkpoint")
