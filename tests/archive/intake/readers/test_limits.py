"""Bombs: refused, or read, in bounded time. They are made here, being too large to commit."""

from __future__ import annotations

import time

import pytest

from archive.errors import BadFile
from archive.intake.readers import read
from archive.intake.readers.limits import MAX_DEPTH, MAX_FILE_BYTES, MAX_LINES

HEAD = b"<!DOCTYPE html><html><body>"
SENTENCE = b"<p>The council said on Thursday that the old bridge would close for two weeks.</p>"
SECONDS = 5  # a loaded machine; alone each takes less than one


def filled(piece, size=MAX_FILE_BYTES - 1000):
    return piece * (size // len(piece))


BOMBS = {
    "nesting": HEAD + b"<div>" * 100_000 + SENTENCE,
    "nesting under false end tags": HEAD + b"<b></i>" * 100_000,
    "nested tables": HEAD + b"<table><tr><td>" * 150 + SENTENCE,
    "attributes": HEAD + b"<p " + b" ".join(b"a%d=1" % n for n in range(500_000)) + b">x</p>",
    "attributes without values": HEAD + (b"<p " + b" ".join(b"a%d" % n for n in range(900)) + b">x</p>") * 1000,
    "entities": HEAD + b"<p>" + filled(b"&amp;") + b"</p>",
    "tags": HEAD + b"<p>word " * 100_000,
    "one element": HEAD + b"<p>" + filled(b"word ") + b"</p>",
    "unclosed tags": HEAD + filled(b"<a "),
    "unclosed quotes": HEAD + filled(b"<a '"),
    "tags in quotes": HEAD + filled(b'<a x="<b>" '),
    "unclosed comments": HEAD + filled(b"<!-- "),
    "less-than signs": HEAD + filled(b"<"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bomb_is_refused_in_bounded_time(name):
    """Each is refused as a bomb before it costs anything."""
    began = time.monotonic()
    with pytest.raises(BadFile) as caught:
        read(BOMBS[name])
    assert caught.value.code == "markup-bomb"
    assert time.monotonic() - began < SECONDS


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b"<style>" + filled(b"a{b:c} ", 9_000_000) + b"</style>" + SENTENCE,
        HEAD + b"<script>" + filled(b"if(a<b){c()} ", 9_000_000) + b"</script>" + SENTENCE,
        HEAD + b"<img src='data:image/png;base64," + filled(b"abcd", 5_000_000) + b"'>" + SENTENCE,
        HEAD + b"<p>" + b'<img alt="' + b"word " * 5000 + b'"></p>' + SENTENCE,
        HEAD + b"<script type='application/ld+json'>" + b"[" * 100_000 + b"</script>" + SENTENCE,
        HEAD + b"<div>" * (MAX_DEPTH - 2) + SENTENCE + b"</div>" * (MAX_DEPTH - 2),
    ],
    ids=["style", "script", "picture", "long attribute", "bottomless JSON-LD", "as deep as allowed"],
)
def test_heavy_but_lawful_page_is_read(data):
    """Saved pages carry megabytes of scripts and pictures; their text is read all the same."""
    began = time.monotonic()
    assert [block.text for block in read(data).blocks] == [SENTENCE[3:-4].decode()]
    assert time.monotonic() - began < SECONDS


def test_too_large_is_refused_unread():
    """One byte over the limit is too large, whatever it is."""
    with pytest.raises(BadFile, match=r"10,485,761 bytes; the limit for one text is 10,485,760") as caught:
        read(b"a" * (MAX_FILE_BYTES + 1))
    assert caught.value.code == "too-large"


def test_too_many_lines_are_refused():
    """Two million one-word lines are no article."""
    with pytest.raises(BadFile) as caught:
        read(b"word\n" * (MAX_LINES + 1))
    assert caught.value.code == "too-large"


def test_depth_beyond_the_parser_is_refused_and_not_lost():
    """libxml2 drops text deeper than 256 elements; elements we do not count must not hide such a loss."""
    with pytest.raises(BadFile) as caught:
        read(HEAD + b"<ul><li><p>" * 150 + SENTENCE)
    assert caught.value.code == "markup-bomb"
