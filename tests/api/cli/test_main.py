"""Exit codes, messages and help of the command line as a whole."""

import subprocess
import sys
import time

import pytest
from typer.main import get_group

from api.cli.main import app, main
from tests.api.cli.conftest import Cli

COMMANDS = sorted(
    f"{name} {inner}" if inner else name
    for name, command in get_group(app).commands.items()
    for inner in (getattr(command, "commands", None) or [""])
)


def test_the_commands_are_those_of_this_release() -> None:
    """Nothing is offered that does not work yet."""
    assert sorted(
        [
            "init", "demo", "serve", "work", "add", "import", "search", "verify", "reindex", "doctor",
            "compare", "align", "translate", "concordance", "renderings", "codings", "names",
            "log checkpoint", "log show", "log receipt", "log vkey", "keys create", "keys list", "keys revoke",
            "models list", "models install", "models remove", "models verify",
        ]
    ) == COMMANDS  # fmt: skip


@pytest.mark.parametrize("command", [*COMMANDS, "log", "models", "keys"])
def test_help_has_an_example(command: str, cli: Cli) -> None:
    """Every command, and every group of them, shows how it is used."""
    result = cli(*command.split(), "--help")
    assert result.code == 0
    assert f"thabat {command}" in result.out.partition("Example: ")[2]


@pytest.mark.parametrize(
    "arguments", [["nosuch"], ["add", "--orignal", "x"], ["log", "receipt"], ["import", "x", "--batch", "0"]]
)
def test_bad_use_is_exit_2_and_one_line(arguments: list[str], cli: Cli) -> None:
    """A mistyped command says what is wrong, on stderr."""
    result = cli(*arguments)
    assert result.code == 2
    assert result.out == ""
    assert result.err.startswith("thabat: ")
    assert result.err.count("\n") == 1


def test_no_archive_is_bad_use(cli: Cli, tmp_path: object) -> None:
    """A command on a folder without an archive makes none, and says which command does."""
    result = cli("search", "x", "--data", f"{tmp_path}/nowhere")
    assert result.code == 2
    assert "thabat init --data" in result.err


def test_a_fault_inside_is_exit_3(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line without a traceback, which says how to get one; with the setting it is there."""
    monkeypatch.setattr("api.services.build", lambda _settings: 1 / 0)
    result = cli("keys", "list")
    assert result.code == 3
    assert result.err.count("\n") == 1
    assert "ZeroDivisionError" in result.err
    assert "THABAT_DEBUG=1" in result.err
    monkeypatch.setenv("THABAT_DEBUG", "1")
    assert "Traceback" in cli("keys", "list").err


def test_a_bad_setting_is_bad_use(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that cannot be read is named."""
    monkeypatch.setenv("THABAT_PORT", "many")
    result = cli("keys", "list")
    assert (result.code, result.err) == (2, "thabat: THABAT_PORT: expected int, found 'many'\n")


def test_interrupting_is_exit_130(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with the code a shell expects and no traceback."""

    def interrupted(_settings: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("api.services.build", interrupted)
    result = cli("keys", "list")
    assert result.code == 130
    assert "Traceback" not in result.err


def test_help_answers_at_once() -> None:
    """``thabat --help`` loads neither database, web nor search, and costs little more than starting typer and rich."""
    script = "import sys; from api.cli.main import main; main(['--help']); assert not {'sqlalchemy', 'fastapi', 'whoosh'} & set(sys.modules)"
    bare = "import typer, rich.console"

    def fastest(code: str) -> float:
        times = []
        for _ in range(3):
            started = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
            times.append(time.perf_counter() - started)
        return min(times)

    assert fastest(script) < 4 * fastest(bare)


def test_without_arguments_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Bare ``thabat`` is bad use and shows the commands."""
    assert main([]) == 2
    out, err = capsys.readouterr()
    assert "Commands:" in out + err
