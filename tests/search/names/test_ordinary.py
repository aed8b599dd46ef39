"""English words that are no names, and the script that lists them."""

from __future__ import annotations

import json
import lzma

from search.names.build_ordinary import main, ordinary, prose
from search.names.ordinary import is_ordinary


def test_ordinary_words_are_told_from_names() -> None:
    """By how they are written in published text; Arabic names that look English stay names."""
    assert all(map(is_ordinary, ["letter", "serve", "former", "said"]))
    assert not any(map(is_ordinary, ["qalamoun", "damascus", "salman", "fares", "jawad"]))


def test_a_word_is_ordinary_that_is_written_small() -> None:
    """As often as with a capital; addresses and parts of words do not count."""
    text = "The rose by Rose and a rose; Rana met rana@example.org, Rana's o'clock."
    assert ordinary(iter([text])) == ["and", "by", "met", "rose"]


def test_prose_is_what_has_blanks() -> None:
    """In JSON lines, however deep, and in tables."""
    lines = json.dumps({"id": "one", "sentences": ["a b", "c"], "more": {"of": "d e", "n": 3}}) + "\nf g\th"
    assert list(prose(lines)) == ["a b", "d e", "f g"]


def test_the_script_makes_the_same_bytes_of_the_same_files(tmp_path) -> None:
    """And names its files in the head of the list."""
    source = tmp_path / "own.tsv"
    source.write_text("she wrote a letter\tكتبت رسالة", encoding="utf-8")
    for name in ("one.xz", "two.xz"):
        main(str(tmp_path / name), str(source))
    first = (tmp_path / "one.xz").read_bytes()
    assert first == (tmp_path / "two.xz").read_bytes()
    assert lzma.decompress(first).decode().splitlines()[1].startswith("# own.tsv SHA-256 ")
