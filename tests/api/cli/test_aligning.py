"""``thabat align``."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.api.cli.conftest import Cli
from tests.samples import ARABIC, ENGLISH


def row(number: int, **fields: str) -> str:
    return json.dumps({"id": f"d-{number}", "text_ar": ARABIC, "text_en": ENGLISH, **fields}, ensure_ascii=False)


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    """Three good lines, an empty one, and two bad ones among them."""
    file = tmp_path / "pairs.jsonl"
    lines = [row(1), "{", "", row(2, text_en=ENGLISH.replace("450", "540")), '{"id": 3, "text_ar": "نص"}', row(4)]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_good_lines_are_answered_and_bad_ones_named(cli: Cli, pairs: Path, tmp_path: Path) -> None:
    """Exit 1; the answers are in the order of the lines and hold nothing of the bad ones."""
    out = tmp_path / "out.jsonl"
    result = cli("align", pairs, "-o", out, "--jobs", 1)
    answers = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert result.code == 1
    assert [answer["id"] for answer in answers] == ["d-1", "d-2", "d-4"]
    assert [sum(issue["type"] == "number" for issue in answer["issues"]) for answer in answers] == [0, 1, 0]
    assert result.err.splitlines()[0].startswith("line 2: not JSON")
    assert result.err.splitlines()[1].startswith("line 5: expected two sides")
    assert result.out.startswith("5 lines: 3 compared, 0 do not look like pairs, 2 bad, ")
    assert not list(tmp_path.glob("*.part"))


def test_the_same_bytes_in_any_number_of_processes(cli: Cli, tmp_path: Path) -> None:
    """Packed or not, in one process or two, the order and every byte are the same."""
    packed, plain = tmp_path / "pairs.jsonl.gz", tmp_path / "pairs.jsonl"
    text = "\n".join(row(number) for number in range(40))
    plain.write_text(text, encoding="utf-8")
    packed.write_bytes(gzip.compress(text.encode()))
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl.gz"
    assert cli("align", plain, "--out", one, "--jobs", 1).code == 0
    assert cli("align", packed, "--out", two, "--jobs", 2, "--json").json["summary"]["compared"] == 40
    assert gzip.decompress(two.read_bytes()) == one.read_bytes()
    assert [json.loads(line)["id"] for line in one.read_text(encoding="utf-8").splitlines()] == [
        f"d-{number}" for number in range(40)
    ]


def test_stdout_takes_the_answers_alone(cli: Cli, pairs: Path) -> None:
    """With -o - every line of stdout is an answer; the summary moves to stderr."""
    result = cli("align", pairs, "-o", "-", "--jobs", 1)
    assert [line["id"] for line in result.lines] == ["d-1", "d-2", "d-4"]
    assert "3 compared" in result.err


def test_no_archive_is_needed(cli: Cli, pairs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is one made."""
    monkeypatch.setenv("THABAT_DATA", str(tmp_path / "nowhere"))
    assert cli("align", pairs, "-o", tmp_path / "out.jsonl", "--jobs", 1).code == 1
    assert not (tmp_path / "nowhere").exists()


def test_what_cannot_be_done_is_refused_before_it_begins(cli: Cli, pairs: Path, tmp_path: Path) -> None:
    """A missing file, the same file twice, a folder that is not there: exit 2, one line, nothing written."""
    before = pairs.read_bytes()
    results = [
        cli("align", tmp_path / "none.jsonl", "-o", tmp_path / "out.jsonl"),
        cli("align", pairs, "-o", pairs),
        cli("align", pairs, "-o", tmp_path / "no" / "out.jsonl", "--jobs", 1),
    ]
    assert [result.code for result in results] == [2, 2, 2]
    assert all(result.err.count("\n") == 1 for result in results)
    assert pairs.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["pairs.jsonl"]
