"""The frozen table of Arabic word forms and the script that builds it."""

from __future__ import annotations

import lzma
from collections import Counter
from importlib.resources import files

import pytest

from archive.text.fold import fold
from search.analysis.build_frequencies import LARGEST, compressed, main, table, text_counts
from search.analysis.frequencies import TABLE, parse, shipped

SHIPPED = "4d3f23fd30953452692de74c876f4796ff0f7e9fc4beed6f30e151950f9c9720"


def test_the_table_is_frozen_and_small() -> None:
    """Another table is another analyser: whoever changes it changes this digest, and the docs with it."""
    assert len(files("search.analysis").joinpath(TABLE).read_bytes()) <= LARGEST
    assert shipped().digest == SHIPPED


def test_its_head_says_where_it_comes_from() -> None:
    """Source, licence and digest of the source are in the file."""
    head = lzma.decompress(files("search.analysis").joinpath(TABLE).read_bytes()).decode().splitlines()[:2]
    assert "CC BY-SA 4.0" in head[1]
    assert "SHA-256" in head[1]


def test_its_forms_are_folded_as_the_stemmer_sees_words() -> None:
    """A form that folding would change could never be met."""
    assert [form for form in shipped().counts if fold(form) != form] == []


def test_counts_are_read_back_as_powers_of_two() -> None:
    """A table holds the power of two below each count, bare and with the article."""
    read = parse(table(Counter({"وزير": 1000, "الوزير": 70, "والوزير": 9, "café": 5}), ["# invented"]))
    assert (read.bare("وزير"), read.definite("وزير"), read.seen("وزير")) == (512, 64 + 8, 512 + 72)
    assert read.bare("café") == read.bare("زير") == 0


def test_a_text_is_counted_by_hundred_million_words() -> None:
    """Folded Arabic words only; Latin words and numbers do not count."""
    assert text_counts("قالَ أحمد: قال Ahmad 12") == {"قال": 66_666_666, "احمد": 33_333_333}


def test_the_script_makes_the_same_bytes_of_the_same_sources(tmp_path) -> None:
    """Nothing of the day or the machine is in the table."""
    source = tmp_path / "own.txt"
    source.write_text("كتب أحمد رسالة إلى الوزير وكتب الوزير إلى أحمد", encoding="utf-8")
    for name in ("one.xz", "two.xz"):
        main(str(tmp_path / name), f"text:{source}")
    assert (tmp_path / "one.xz").read_bytes() == (tmp_path / "two.xz").read_bytes()
    assert lzma.decompress((tmp_path / "one.xz").read_bytes()).decode().startswith("# Arabic word forms")


def test_too_large_a_table_is_refused(tmp_path, monkeypatch) -> None:
    """The limit is checked before anything is written."""
    monkeypatch.setattr("search.analysis.build_frequencies.LARGEST", 10)
    source = tmp_path / "own.txt"
    source.write_text("كتب أحمد", encoding="utf-8")
    with pytest.raises(SystemExit, match="keep fewer forms"):
        main(str(tmp_path / "out.xz"), f"text:{source}")
    assert not (tmp_path / "out.xz").exists()


def test_compression_is_the_plain_text() -> None:
    """The file can be read with xzcat."""
    assert lzma.decompress(compressed("5 كتب\n")).decode() == "5 كتب\n"
