"""Bad input at the HTTP door: each a clear error that says where, and nothing is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.conftest import PAIR, WORKS, problem_of
from tests.samples import ARABIC, ENGLISH

MALFORMED = Path(__file__).parents[1] / "malformed"
MIB = 1024 * 1024
HOP = {"side": "translation", "role": "trl", "basis": "asserted", "agent": {"name": "Samia Darwish", "kind": "person"}}
ARABIC_AGAIN = """مجلس التلة يوافق على ترميم الجسر

وافق مجلس التلة البلدي مساء الأربعاء على ترميم الجسر الخشبي الذي يصل ضفتي النهر.

وقال مهندس المشروع إن الأعمال ستستغرق أربعة أشهر، وإن الجسر سيبقى مفتوحاً أمام المشاة طوال هذه المدة.
"""


def file_of(name: str) -> tuple[str, bytes]:
    return name, (MALFORMED / name).read_bytes()


@pytest.mark.parametrize(
    ("name", "status", "code"),
    [
        ("empty.txt", 422, "empty"),
        ("blank.txt", 422, "empty"),
        ("nul-only.txt", 422, "empty"),
        ("program.exe", 422, "binary"),
        ("picture.png", 422, "binary"),
        ("paper.pdf", 415, "unsupported"),
        ("letter.docx", 415, "unsupported"),
        ("menu-only.html", 422, "only-boilerplate"),
        ("menu-only-ar.txt", 422, "only-boilerplate"),
        ("broken-utf-8.txt", 422, "undecodable"),
        ("lone-surrogate.txt", 422, "surrogate"),
        ("deep.html", 422, "markup-bomb"),
        ("entities.html", 422, "markup-bomb"),
    ],
)
def test_bad_files(upload: Callable[..., Any], refused: Callable[..., Any], name: str, status: int, code: str) -> None:
    """A file that holds no text that can be kept is refused, and the problem points at its part."""
    files = {"original": PAIR["original"], "translation": file_of(name)}
    problem = refused(lambda: upload(files), status, code, "/translation")
    assert name in problem["detail"]


def test_a_file_of_60_mb(upload: Callable[..., Any], refused: Callable[..., Any]) -> None:
    """A body far over the limit is refused by its declared length, in the one shape."""
    refused(lambda: upload({"original": b"a" * 60 * MIB}), 413, "too-large")


def test_a_body_without_a_length(archivist: TestClient, refused: Callable[..., Any]) -> None:
    """A body that only grows is refused once it has grown too far."""
    boundary = "x7"
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="original"; filename="a.txt"\r\n\r\n'.encode()
    chunks = [head, *([b"a" * MIB] * 33)]
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    refused(lambda: archivist.post(WORKS, content=iter(chunks), headers=headers), 413, "too-large")


def test_a_file_over_the_limit_of_one_file(upload: Callable[..., Any], refused: Callable[..., Any]) -> None:
    """One file may be smaller than a request; the problem names the part."""
    refused(lambda: upload({"original": b"a" * (10 * MIB + 1)}), 413, "too-large", "/original")


def test_an_inline_text_over_the_limit(inline: Callable[..., Any], refused: Callable[..., Any]) -> None:
    """The limit of one text holds for texts inside JSON too."""
    body = {"original": {"text": "ا" * (5 * MIB + 1)}}
    refused(lambda: inline(body), 413, "too-large", "/original")


def test_a_wrong_declared_encoding(upload: Callable[..., Any], refused: Callable[..., Any]) -> None:
    """Bytes that are not in the encoding they were declared to be in are refused, never silently read as another."""
    metadata = {"original": {"charset": "utf-16-le"}}
    refused(lambda: upload({"original": file_of("arabic-utf-8.txt")}, metadata), 422, "undecodable", "/original")


LANGUAGES: list[tuple[str, dict[str, bytes], dict[str, Any], str, str]] = [
    (
        "both Arabic",
        {"original": ARABIC.encode(), "translation": ARABIC_AGAIN.encode()},
        {},
        "same-language",
        "/original",
    ),
    ("swapped", {"original": ENGLISH.encode(), "translation": ARABIC.encode()}, {}, "sides-swapped", "/original"),
    (
        "swapped against what was declared",
        {"original": ENGLISH.encode(), "translation": ARABIC.encode()},
        {"original": {"language": "ar"}, "translation": {"language": "en"}},
        "sides-swapped",
        "/original",
    ),
    ("another than declared", PAIR, {"original": {"language": "fr"}}, "wrong-language", "/original/language"),
]


@pytest.mark.parametrize(
    ("files", "metadata", "code", "pointer"), [row[1:] for row in LANGUAGES], ids=[r[0] for r in LANGUAGES]
)
def test_languages(
    *,
    upload: Callable[..., Any],
    refused: Callable[..., Any],
    files: dict[str, bytes],
    metadata: dict[str, Any],
    code: str,
    pointer: str,
) -> None:
    """Texts that are not in the language they should be in are refused with what was seen."""
    problem = refused(lambda: upload(files, metadata), 422, code, pointer)
    assert problem["type"] == "/api/v1/docs#wrong-language"


def test_force_records_a_language_all_the_same(upload: Callable[..., Any]) -> None:
    """An archivist who insists is believed, and that is recorded."""
    answer = upload(PAIR, {"original": {"language": "fr"}}, force="true")
    assert answer.status_code == 201
    assert answer.json()["texts"][0]["language_check"]["overridden"] is True


METADATA: list[tuple[str, Any, str, str]] = [
    ("unknown field", {"original": {"publised": "2015"}}, "unknown-field", "/original/publised"),
    ("unknown field at the top", {"colour": "red"}, "unknown-field", "/colour"),
    ("unknown role", {"hops": [{**HOP, "role": "xyz"}]}, "unknown-role", "/hops/0/role"),
    ("impossible date", {"original": {"published": "2013-02-30"}}, "impossible-date", "/original/published"),
    ("impossible date of a hop", {"hops": [{**HOP, "date": "2015-13"}]}, "impossible-date", "/hops/0/date"),
    ("hop without agent", {"hops": [{"side": "translation", "role": "trl"}]}, "missing-field", "/hops/0/agent"),
    ("agent without name", {"hops": [{**HOP, "agent": {"kind": "person"}}]}, "missing-field", "/hops/0/agent"),
    ("hop on no side", {"hops": [{**HOP, "side": "elsewhere"}]}, "unknown-key", "/hops/0/side"),
    ("printed without quote", {"hops": [{**HOP, "basis": "printed"}]}, "missing-field", "/hops/0/quote"),
    ("from nowhere", {"translation": {"from": ["nowhere"]}}, "unknown-key", "/translation/from"),
    ("no language", {"original": {"language": "no such"}}, "malformed", "/original/language"),
    ("number for a title", {"original": {"title": 7}}, "malformed", "/original/title"),
    (
        "cycle",
        {"original": {"role": "translation", "from": ["translation"]}, "translation": {"from": ["original"]}},
        "cycle",
        "/texts",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("metadata", "code", "pointer"), [row[1:] for row in METADATA], ids=[row[0] for row in METADATA]
)
@pytest.mark.parametrize("door", ["form", "json"])
def test_bad_metadata(
    *,
    upload: Callable[..., Any],
    inline: Callable[..., Any],
    refused: Callable[..., Any],
    door: str,
    metadata: dict[str, Any],
    code: str,
    pointer: str,
) -> None:
    """A fault in the metadata is refused at both doors with the same code and pointer."""
    texts = {"original": {"text": ARABIC}, "translation": {"text": ENGLISH}}
    body = {**metadata, **{side: {**text, **metadata.get(side, {})} for side, text in texts.items()}}
    refused(lambda: upload(PAIR, metadata) if door == "form" else inline(body), 422, code, pointer)


def test_evidence_that_is_not_there(upload: Callable[..., Any], refused: Callable[..., Any]) -> None:
    """A hop “as printed” whose quote stands nowhere in the capture is refused, and the pointer names the hop."""
    hops = [HOP, {**HOP, "basis": "printed", "quote": "translated by Samia Darwish"}]
    problem = refused(lambda: upload(PAIR, {"hops": hops}), 422, "evidence-missing", "/hops/1/quote")
    assert "translated by Samia Darwish" in problem["detail"]


BODIES: list[tuple[str, bytes | str, str, str]] = [
    ("not JSON", "{original", "malformed", ""),
    ("nothing", "", "malformed", ""),
    ("not an object", "[1]", "malformed", ""),
    ("not UTF-8", '{"note": "é"}'.encode("latin-1"), "malformed", ""),
    ("a name twice", '{"kind": "news", "kind": "opinion"}', "duplicate-name", ""),
    ("NaN", '{"note": NaN}', "malformed", ""),
    ("infinity", '{"note": 1e999}', "malformed", ""),
    ("a huge number", '{"note": ' + "1" * 5000 + "}", "malformed", ""),
    ("very deep", "[" * 200_000, "too-deep", ""),
    ("too deep", '{"a":' * 30 + "1" + "}" * 30, "too-deep", "/a" * 21),
    ("unpaired surrogate in a text", '{"original": {"text": "\\ud800"}}', "surrogate", "/original/text"),
    ("unpaired surrogate in a note", '{"note": "a\\udfffb"}', "surrogate", "/note"),
    ("unpaired surrogate in a name", '{"\\udc00": 1}', "surrogate", ""),
    ("no text at all", "{}", "missing-field", None),
    ("a side without text", '{"original": {"title": "x"}}', "missing-field", "/original"),
    ("force that is no truth", '{"force": "perhaps"}', "malformed", "/force"),
]  # type: ignore[list-item]


@pytest.mark.parametrize(("body", "code", "pointer"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES])
def test_bad_json(
    inline: Callable[..., Any], refused: Callable[..., Any], body: bytes | str, code: str, pointer: str | None
) -> None:
    """JSON that another reader could read otherwise, or only with trouble, is refused."""
    refused(lambda: inline(body), 422, code, pointer)


FORMS: list[tuple[str, dict[str, Any], str, dict[str, str], str, str]] = [
    ("an unknown part", {"orginal": b"a"}, "{}", {}, "unknown-field", "/orginal"),
    ("an unknown field", PAIR, "{}", {"colour": "red"}, "unknown-field", "/colour"),
    ("a key nobody described", {**PAIR, "text:french": b"a"}, "{}", {}, "unknown-key", "/text:french"),
    ("a file nobody named", {**PAIR, "files": ("fr.txt", b"a")}, "{}", {}, "unknown-file", "/files"),
    ("metadata that is not JSON", PAIR, "{", {}, "malformed", ""),
    ("text for a file", {"original": PAIR["original"]}, "{}", {"translation": "Hello"}, "malformed", "/translation"),
    ("force that is no truth", PAIR, "{}", {"force": "perhaps"}, "malformed", "/force"),
    ("nothing in it", {"metadata": ("pair.json", b"{}")}, "", {}, "missing-field", None),
]  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("files", "metadata", "fields", "code", "pointer"), [r[1:] for r in FORMS], ids=[r[0] for r in FORMS]
)
def test_bad_forms(
    *,
    upload: Callable[..., Any],
    refused: Callable[..., Any],
    files: dict[str, Any],
    metadata: str,
    fields: dict[str, str],
    code: str,
    pointer: str | None,
) -> None:
    """A part that is not understood is refused, not passed over."""
    refused(lambda: upload(files, metadata, **fields), 422, code, pointer)


def test_a_part_sent_twice(archivist: TestClient, refused: Callable[..., Any]) -> None:
    """Two originals in one form: nobody guesses which was meant."""
    files = [("original", ("a.txt", PAIR["original"])), ("original", ("b.txt", PAIR["original"]))]
    refused(lambda: archivist.post(WORKS, files=files), 422, "duplicate-name", "/original")


@pytest.mark.parametrize(
    ("headers", "content", "status", "code"),
    [
        ({"Content-Type": "text/plain"}, b"{}", 415, "unsupported-media-type"),
        ({}, b"{}", 415, "unsupported-media-type"),
        ({"Content-Type": "application/x-www-form-urlencoded"}, b"metadata={}", 415, "unsupported-media-type"),
        (
            {"Content-Type": "multipart/form-data; boundary=a; charset=punycode"},
            b"--a--",
            415,
            "unsupported-media-type",
        ),
        ({"Content-Type": "multipart/form-data; boundary=a; charset=\x00"}, b"--a--", 415, "unsupported-media-type"),
        ({"Content-Type": "no type"}, b"{}", 415, "unsupported-media-type"),
        ({"Content-Type": "multipart/form-data"}, b"garbage", 400, "malformed-request"),
        ({"Content-Type": "multipart/form-data; boundary=a"}, b"garbage", 400, "malformed-request"),
    ],
)
def test_bodies_of_another_kind(
    *,
    archivist: TestClient,
    refused: Callable[..., Any],
    headers: dict[str, str],
    content: bytes,
    status: int,
    code: str,
) -> None:
    """A deposit is a form with files or JSON, and says which."""
    refused(lambda: archivist.post(WORKS, content=content, headers=headers), status, code)


def test_too_many_parts(archivist: TestClient, refused: Callable[..., Any]) -> None:
    """A form with a thousand fields is refused while it is read."""
    form = {f"field-{number}": (None, b"x") for number in range(1000)}
    refused(lambda: archivist.post(WORKS, files=form), 400, "malformed-request")


def test_an_external_id_that_is_taken(upload: Callable[..., Any], refused: Callable[..., Any]) -> None:
    """The same external id with other texts is a conflict, and the answer says with which work."""
    first = upload(PAIR, {"external_id": "desk-7"}).json()["work"]
    other = {"original": ARABIC_AGAIN.encode()}
    problem = refused(lambda: upload(other, {"external_id": "desk-7"}), 409, "external-id-taken", "/external_id")
    assert first in problem["detail"]


def test_the_same_bytes_twice(upload: Callable[..., Any], nothing_written: Callable[..., Any]) -> None:
    """The same bytes again are the same work: 200, nothing written."""
    first = upload(PAIR)
    with nothing_written():
        again = upload(PAIR)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json()["work"] == first.json()["work"]
    assert again.json()["created"] is False
    assert again.json()["journal_seq"] is None
    assert again.headers["location"] == first.headers["location"]


def test_nul_and_bidi_controls_are_kept_and_flagged(upload: Callable[..., Any], client: TestClient) -> None:
    """Strange characters stay in the capture as they came, and the version says that it has them."""
    data = ARABIC.replace("البلدي", "البل\x00دي").replace("الأحد", "\u202eالأحد\u202c").encode()
    answer = upload({"original": data})
    assert answer.status_code == 201, answer.text
    (text,) = answer.json()["texts"]
    assert {"nul", "bidi-control"} <= {flag["code"] for flag in text["flags"]}
    record = client.get(answer.headers["location"]).json()
    capture = record["texts"][0]["versions"][0]["capture"]
    assert client.get(f"/api/v1/captures/{capture['id']}").content == data
    content = client.get(f"/api/v1/versions/{text['version_id']}/text").text
    assert "\x00" not in content
    assert "\u202e" in content


def test_a_join_to_no_work(upload: Callable[..., Any], refused: Callable[..., Any]) -> None:
    """Nothing joins a work that is not there."""
    refused(lambda: upload({"original": PAIR["original"]}, to=f"{WORKS}/nowhere/texts"), 404, "not-found", "/work")


def test_preview_refuses_what_a_deposit_refuses(upload: Callable[..., Any], refused: Callable[..., Any]) -> None:
    """The preview makes the same checks."""
    files = {"original": ENGLISH.encode(), "translation": ARABIC.encode()}
    refused(lambda: upload(files, to=f"{WORKS}/preview"), 422, "sides-swapped", "/original")


def test_what_is_quoted_back_is_cut(inline: Callable[..., Any]) -> None:
    """An error never sends back megabytes of what was sent."""
    name = "a" * 100_000
    answer = inline(json.dumps({name: 1}))
    assert problem_of(answer)["code"] == "unknown-field"
    assert len(answer.content) < 5000
