"""Reading an import file line by line: sizes, gzip, damage."""

import gzip
from pathlib import Path

import pytest

from archive.errors import BadInput
from archive.importing import stream
from archive.importing.stream import read_lines, size_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lines.jsonl"


def test_blank_lines_count_but_are_passed_over(file: Path) -> None:
    """Numbers are those an editor shows; the last line needs no line feed; a BOM is no part of the first."""
    file.write_bytes(b'\xef\xbb\xbf{"a": 1}\r\n\n  \n{"b": 2}')
    assert [(line.number, line.raw.strip()) for line in read_lines(file)] == [(1, b'{"a": 1}'), (4, b'{"b": 2}')]


def test_gzip_is_known_by_its_bytes(file: Path) -> None:
    """Whatever the name says; the position is that in the packed file, for the progress bar."""
    file.write_bytes(gzip.compress(b"one\ntwo\n"))
    lines = list(read_lines(file))
    assert [line.raw for line in lines] == [b"one\n", b"two\n"]
    assert lines[-1].position <= size_of(file)


def test_a_packed_file_that_was_cut_ends_with_a_fault(file: Path) -> None:
    """What came before the damage is read; then the line is named at which it ended."""
    whole = gzip.compress(b"".join(b"%d\n" % (number * 7919) for number in range(5000)))
    file.write_bytes(whole[: len(whole) // 2])
    lines = list(read_lines(file))
    assert len(lines) > 100
    assert [line.fault is None for line in lines] == [True] * (len(lines) - 1) + [False]
    assert lines[-1].number == len(lines)


def test_a_line_too_long_is_one_bad_line(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not read into memory, and the next line is read as if nothing had been."""
    monkeypatch.setattr(stream, "MAX_LINE_BYTES", 100)
    monkeypatch.setattr(stream, "_PIECE", 64)
    file.write_bytes(b"a" * 99 + b"\n" + b"b" * 1000 + b"\nlast\n")
    first, second, third = read_lines(file)
    assert (len(first.raw), third.raw) == (100, b"last\n")
    assert (second.number, second.raw) == (2, b"")
    assert second.fault is not None
    assert second.fault.code == "too-large"


def test_a_missing_file_is_bad_input(file: Path) -> None:
    """With its path and the reason."""
    with pytest.raises(BadInput, match=r"lines\.jsonl: cannot be read: No such file"):
        size_of(file)
    with pytest.raises(BadInput, match="cannot be read"):
        list(read_lines(file))
