"""``cli(*arguments)`` runs a command in this process on the test's archive; ``spawned`` runs the real thing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from api.cli.main import main
from tests.samples import ARABIC, ENGLISH


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Cli = Callable[..., Result]


@pytest.fixture
def data(template: Path, tmp_path: Path) -> Path:
    """The folder of an empty archive, without the keys that the tests of the web API have."""
    return Path(shutil.copytree(template, tmp_path / "data"))


@pytest.fixture
def cli(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    monkeypatch.setenv("THABAT_DATA", str(data))

    def run(*arguments: object) -> Result:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return Result(code, *capsys.readouterr())

    return run


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with ``ar.txt``, ``en.txt`` and the ``pair.toml`` that goes with them."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "ar.txt").write_text(ARABIC, encoding="utf-8")
    (folder / "en.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "pair.toml").write_text(
        'external_id = "market"\n[original]\nlanguage = "ar"\n[translation]\nlanguage = "en"\n', encoding="utf-8"
    )
    return folder


@pytest.fixture
def spawned(data: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start ``thabat`` as a process of its own; whatever still runs at the end of the test is killed."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: object) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "api.cli.main", *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "THABAT_DATA": str(data)},
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
