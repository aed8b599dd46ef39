"""The searches of the README print what it says they print: they are run on the works of ``demo/``.

Ids differ from run to run and are compared by their shape; a line of ``…`` stands for lines left out. What
needs the demonstration models, or an id typed, is not run here.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from api.cli.main import main
from api.demo import build_demo
from api.settings import Settings

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
_RUN = re.compile(
    r"^```console\n\$ thabat ((?:search|renderings) [^\n]* --data thabat-demo)\n(.*?)```", re.MULTILINE | re.DOTALL
)
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
EXAMPLES = dict(_RUN.findall(README))

Run = Callable[[str], str]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration archive, aligned, without machine translations."""
    folder = tmp_path_factory.mktemp("readme") / "thabat-demo"
    services, _ = build_demo(Settings(data=folder))
    services.close()
    return folder


@pytest.fixture
def run(demo: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command line as it is typed; the folder is where the README has it."""
    monkeypatch.chdir(demo.parent)

    def typed(command: str) -> str:
        capsys.readouterr()
        assert main(shlex.split(command)) == 0
        return capsys.readouterr().out

    return typed


def _shape(text: str) -> str:
    return _ID.sub("ID", text)


def test_the_readme_has_searches() -> None:
    """In both languages, and a table of renderings."""
    assert len(EXAMPLES) >= 3


@pytest.mark.parametrize("command", EXAMPLES)
def test_a_search_prints_what_the_readme_says(run: Run, command: str) -> None:
    """To the letter, but for ids and lines left out."""
    said = re.escape(_shape(EXAMPLES[command])).replace("…\\\n", "(?:.*\\n)*")
    assert re.fullmatch(said, printed := _shape(run(command))), printed
