from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.journal import canonical
from archive.journal.canonical import NotCanonicalError, canonical_json, leaf_body, parse_canonical, row_digest
from archive.values import Digest

AT = datetime(2026, 11, 22, 9, 30, 0, 125, tzinfo=UTC)
A = Digest.of(b"a")
B = Digest.of(b"b")

plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-canonical.MAX_INTEGER, canonical.MAX_INTEGER)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=12,
)


def test_sorting_vector_of_rfc_8785() -> None:
    """Members are sorted by UTF-16 code units: the example of RFC 8785 §3.2.3."""
    value = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    assert list(json.loads(canonical_json(value)).values()) == [
        "Carriage Return",
        "One",
        "Control",
        "Latin Small Letter O With Diaeresis",
        "Euro Sign",
        "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
    ]


def test_arabic_is_kept_as_it_stands() -> None:
    """Harakat, tatweel and the order of combining marks pass unchanged, unescaped, in UTF-8."""
    text = "كَتَبَــتْ ﻻ ٢٠١٥"
    assert canonical_json({"ن": text}) == f'{{"ن":"{text}"}}'.encode()


@given(plain)
def test_canonical_json_is_json_and_a_fixed_point(value: object) -> None:
    """What is written reads back as the same value, and writing it again gives the same bytes."""
    written = canonical_json(value)
    assert json.loads(written) == value
    assert canonical_json(json.loads(written)) == written


@pytest.mark.parametrize(
    ("value", "where"),
    [
        (1.0, "the whole value: "),
        ({"a": [1, 2.5]}, "/a/1: "),
        ({"a": 2**53}, "/a: "),
        (-(2**53), "the whole value: "),
        ({"a": b"bytes"}, "/a: "),
        ({"a": AT}, "/a: "),
        ({"a": (1, 2)}, "/a: "),
        ({"a": {1: 2}}, "/a: "),
        ({"a": ["\ud800"]}, "/a/0: "),
        ({"\udc00": 1}, "the whole value: "),
    ],
)
def test_what_has_no_canonical_form_is_refused_by_place(value: object, where: str) -> None:
    """The refusal begins with the JSON Pointer of the fault."""
    with pytest.raises(NotCanonicalError) as caught:
        canonical_json(value)
    assert str(caught.value).startswith(where)


def test_the_largest_integers_are_taken() -> None:
    """±(2^53-1) is inside the range."""
    assert canonical_json([2**53 - 1, -(2**53) + 1]) == b"[9007199254740991,-9007199254740991]"


def test_leaf_body_is_written_out() -> None:
    """A leaf has exactly these members, sorted, with the instant in UTC to the microsecond."""
    body = leaf_body(
        kind="deposit",
        at=AT.astimezone(timezone(timedelta(hours=3))),
        actor="key:1a2b",
        entity="0198c0de-0000-7000-8000-000000000001",
        digests=[B, A],
        payload_hmac=A,
    )
    assert body.decode() == (
        f'{{"actor":"key:1a2b","at":"2026-11-22T09:30:00.000125Z","digests":["{B}","{A}"],'
        f'"entity":"0198c0de-0000-7000-8000-000000000001","payload_hmac":"{A}","type":"deposit","v":1}}'
    )
    assert parse_canonical(body)["digests"] == [B, A]


@pytest.mark.parametrize("field", ["kind", "actor", "entity"])
@pytest.mark.parametrize("value", ["", "Samar Yazid", "سمر", "samar@example.org", "a" * 201, "a\n"])
def test_a_leaf_takes_no_text_and_no_name(field: str, value: str) -> None:
    """Only codes fit into a leaf: a name with a space, in Arabic, or an address is refused."""
    codes = {"kind": "deposit", "actor": "cli", "entity": "work-1", field: value}
    with pytest.raises(ValueError, match="is a code"):
        leaf_body(at=AT, digests=[], payload_hmac=A, **codes)


def test_a_naive_instant_is_refused() -> None:
    """A leaf's time names an instant."""
    with pytest.raises(ValueError, match="naive"):
        leaf_body(kind="x", at=AT.replace(tzinfo=None), actor="x", entity="x", digests=[], payload_hmac=A)


def test_payload_hmac_is_hmac_sha256_of_the_canonical_payload() -> None:
    """The commitment is the plain construction, so that anybody can recompute it."""
    salt = bytes(range(32))
    expected = hmac.new(salt, b'{"a":"b"}', hashlib.sha256).hexdigest()
    assert canonical.payload_hmac(salt, {"a": "b"}) == expected
    assert canonical.body_hmac(salt, b'{"a":"b"}') == expected


def test_a_short_salt_is_refused() -> None:
    """A salt that could be guessed would not hide an erased payload."""
    with pytest.raises(ValueError, match="32 bytes"):
        canonical.payload_hmac(b"short", {})


class Colour(StrEnum):
    RED = "red"


def test_row_digest_is_written_out() -> None:
    """A row is its columns by name under its table, vocabularies by value, times as text."""
    row = {
        "id": "1",
        "kind": Colour.RED,
        "at": AT,
        "day": date(2015, 11, 12),
        "raw": b"\x00\xff",
        "list": [{"a": None}],
    }
    assert row_digest("thing", row) == Digest.of(
        b'{"row":{"at":"2026-11-22T09:30:00.000125Z","day":"2015-11-12","id":"1","kind":"red",'
        b'"list":[{"a":null}],"raw":"00ff"},"table":"thing"}'
    )


def test_an_empty_column_that_came_later_changes_nothing() -> None:
    """A nullable column added by a migration leaves the digests of older rows valid."""
    assert row_digest("t", {"id": "1"}) == row_digest("t", {"id": "1", "new": None})


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("u", {"id": "1", "note": "x"}),
        ("t", {"id": "1", "note": None}),
        ("t", {"id": "1", "note": ""}),
        ("t", {"id": "1", "note": "X"}),
        ("t", {"id": 1, "note": "x"}),
        ("t", {"id": "1", "Note": "x"}),
    ],
)
def test_any_change_changes_the_digest(table: str, row: dict[str, object]) -> None:
    """Another table, an emptied column, another type, another name: another digest."""
    assert row_digest(table, row) != row_digest("t", {"id": "1", "note": "x"})


@pytest.mark.parametrize("data", [b"[]", b'{"b":1, "a":2}', b'{"b":1,"a":2}', b"{}\n", b"\xff", b"{", b'{"a":1.0}'])
def test_only_canonical_objects_are_read_back(data: bytes) -> None:
    """A body that says the same in other bytes is not the body that was hashed."""
    with pytest.raises(ValueError):
        parse_canonical(data)
