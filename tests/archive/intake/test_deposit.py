"""Metadata and bytes become one request: keys known, derivations a graph, bad fields refused by name."""

from typing import Any

import pytest

from archive.errors import BadFile, BadInput, BadMetadata
from archive.intake.deposit import Source, assemble
from archive.intake.metadata import from_mapping, from_toml

NOTHING: dict[str, Source] = {}


def _text(key: str, role: str = "translation", **more: Any) -> dict[str, Any]:
    return {"key": key, "role": role, "text": "نص", **more}


@pytest.mark.parametrize(
    ("metadata", "code", "pointer"),
    [
        ({"titel": "x"}, "unknown-field", "/titel"),
        ({"original": {"publised": "2015"}}, "unknown-field", "/original/publised"),
        ({"original": {"published": "2015-02-30"}}, "impossible-date", "/original/published"),
        ({"original": {"language": "عربي"}}, "malformed", "/original/language"),
        ({"kind": "gossip"}, "malformed", "/kind"),
        ({"hops": [{"role": "trl"}]}, "missing-field", "/hops/0/agent"),
        ({"hops": [{"role": "trl", "agent": {}}]}, "missing-field", "/hops/0/agent"),
        ({"hops": [{"role": "xyz", "agent": {"name": "A"}}]}, "unknown-role", "/hops/0/role"),
        ({"hops": [{"role": "trl", "agent": {"name": "A"}, "date": "2015-13"}]}, "impossible-date", "/hops/0/date"),
        ({"hops": [{"role": "trl", "agent": {"name": "A"}, "basis": "printed"}]}, "missing-field", "/hops/0/quote"),
        (
            {"hops": [{"role": "trl", "agent": {"name": "A", "identity": "withheld"}}]},
            "contradiction",
            "/hops/0/agent/name",
        ),
        ({"original": {"captured": "2015-11-13T08:00:00"}}, "malformed", "/original/captured"),
        ({"original": {"url": "javascript:alert(1)"}}, "malformed", "/original/url"),
        ({"original": {"url": "example.org/page"}}, "malformed", "/original/url"),
        ({"original": {"title": "نص\ud800"}}, "surrogate", "/original/title"),
        ({"hops": [{"role": "trl", "agent": {"name": "\udfff"}}]}, "surrogate", "/hops/0/agent/name"),
    ],
)
def test_bad_metadata_is_refused_by_name(metadata: dict[str, Any], code: str, pointer: str) -> None:
    """Each fault gives its code and a JSON Pointer to the field."""
    with pytest.raises(BadMetadata) as refused:
        from_mapping(metadata)
    assert (refused.value.code, refused.value.pointer) == (code, pointer)


@pytest.mark.parametrize(
    ("metadata", "code"),
    [
        ({}, "missing-field"),
        ({"original": {"language": "ar"}}, "missing-field"),
        ({"texts": [_text("a"), _text("a")]}, "duplicate-key"),
        ({"texts": [_text("a", **{"from": ["b"]}), _text("b", **{"from": ["a"]})]}, "cycle"),
        ({"texts": [_text("a", **{"from": ["a"]})]}, "cycle"),
        ({"texts": [_text("a", revises="a")]}, "cycle"),
        ({"texts": [_text("a", **{"from": ["nobody"]})]}, "unknown-key"),
        ({"texts": [_text("a", pivot="b"), _text("b", "original")]}, "contradiction"),
        ({"texts": [_text("a")], "hops": [{"side": "z", "role": "trl", "agent": {"name": "A"}}]}, "unknown-key"),
    ],
)
def test_texts_must_make_sense_together(metadata: dict[str, Any], code: str) -> None:
    """Cycles, unknown keys and sides without a text are refused before any text is read."""
    with pytest.raises(BadMetadata) as refused:
        assemble(from_mapping(metadata), NOTHING)
    assert refused.value.code == code


def test_a_file_and_an_inline_text_for_one_side() -> None:
    """Which of two texts was meant is not for us to guess."""
    with pytest.raises(BadMetadata) as refused:
        assemble(from_mapping({"original": {"text": "نص"}}), {"original": Source(b"x")})
    assert (refused.value.code, refused.value.pointer) == ("contradiction", "/original")


@pytest.mark.parametrize("field", ["kind", "external_id", "note"])
def test_a_joining_text_cannot_rename_its_work(field: str) -> None:
    """What belongs to the work is refused when a text joins it, not silently dropped."""
    with pytest.raises(BadMetadata) as refused:
        assemble(from_mapping({field: "news"}), {"translation": Source(b"x")}, to_work="w")
    assert (refused.value.code, refused.value.pointer) == ("contradiction", f"/{field}")


def test_sides_are_keys() -> None:
    """Original and translation given as files get their roles, and the translation derives from the original."""
    made = assemble(from_mapping({}), {"translation": Source(b"x"), "original": Source(b"y")})
    assert [(text.key, text.role.value, text.sources) for text in made.texts] == [
        ("original", "original", ()),
        ("translation", "translation", ("original",)),
    ]


def test_a_relay_derives_from_its_pivot_and_beyond() -> None:
    """English from French from Arabic: the English has both, the Arabic through the French."""
    texts = [
        _text("en", **{"from": ["fr"], "directness": "relay"}),
        _text("fr", **{"from": ["ar"]}),
        _text("ar", "original"),
    ]
    made = assemble(from_mapping({"texts": texts}), NOTHING)
    english = made.by_key["en"]
    assert (english.sources, english.pivot) == (("fr", "ar"), "fr")
    assert [text.key for text in made.texts] == ["ar", "fr", "en"]


def test_a_lone_surrogate_is_refused_with_its_place() -> None:
    """Half a surrogate pair has no UTF-8; the error points into the metadata."""
    with pytest.raises(BadFile) as refused:
        assemble(from_mapping({"original": {"text": "نص\ud800"}}), NOTHING)
    assert refused.value.code == "surrogate"
    assert refused.value.pointer == "/original/text"


@pytest.mark.parametrize("source", [b"\xff\xfe", b"kind = ", b'kind = "news"\nkind = "news"'])
def test_metadata_files_that_are_no_toml(source: bytes) -> None:
    """A metadata file that cannot be parsed is bad input, not a crash."""
    with pytest.raises(BadInput):
        from_toml(source)
