"""The tutorials are run: each command typed in them prints what they say it prints.

Ids, keys and the reader's own folder differ from run to run and are compared by their shape, and so is
the numbers of quotes and of tables, which other changes change; a line of ``…`` stands for lines
left out. ``thabat serve`` is not started: its own tests do that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.cli.main import main

TUTORIALS = Path(__file__).parents[1] / "docs" / "tutorial"
_FENCE = re.compile(r"```(\w+)\n(.*?)```", flags=re.DOTALL)
_FILE = re.compile(r"`([\w./]+)`[^\n]*\n\n```(?:text|toml|json)\n(.*?)```", flags=re.DOTALL)
_VARYING = {
    r"[0-9a-f]{8}\\-[0-9a-f]{4}\\-[0-9a-f]{4}\\-[0-9a-f]{4}\\-[0-9a-f]{12}": r"[0-9a-f-]{36}",
    r"archive\\\.example/log\\\+\S+": r"archive\\.example/log\\+\\S+",
    r"/home/you/": r"/\\S*/",
    r"\d+\\ quotes": r"\\d+\\ quotes",
    r"\d+\\ tables": r"\\d+\\ tables",
    r"…\\\n": r"(?:.*\\n)*",
}
_INVISIBLE = re.compile("[\u2066-\u2069]")


def _examples(page: str) -> Iterator[tuple[str, str]]:
    """Each command typed, with what it is said to print."""
    for kind, body in _FENCE.findall(page):
        if kind == "console":
            for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                yield command, output


def _pattern(output: str) -> str:
    pattern = re.escape(output)
    for varying, shape in _VARYING.items():
        pattern = re.sub(varying, shape, pattern)
    return pattern


def _arguments(command: str) -> list[str]:
    words = command.partition(" > ")[0].split()
    assert words[0] == "thabat"
    return words[1:]


@pytest.mark.parametrize("name", ["first-pair.md", "first-import.md"])
def test_tutorial_prints_what_it_says(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """With the files that a tutorial shows, its commands print what it shows."""
    page = (TUTORIALS / name).read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for path, content in _FILE.findall(page):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    examples = [(command, output) for command, output in _examples(page) if command != "thabat serve"]
    if examples[0][0].split()[1] != "init":
        main(["init"])
        capsys.readouterr()
    assert len(examples) >= 3
    for command, output in examples:
        main(_arguments(command))
        captured = capsys.readouterr()
        printed = _INVISIBLE.sub("", captured.err + captured.out)
        assert " > " in command or re.fullmatch(_pattern(output), printed), f"{command}\n{printed}"
