"""The documentation says what the code does: nothing is undocumented, nothing documented is missing, no link is dead.

Reads files and introspects the application; opens no socket. Error codes are collected from the
syntax trees of the sources, so a new one fails here until ``docs/reference/errors.md`` has it.
"""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import typer.main
from pydantic import BaseModel
from sqlmodel import SQLModel

import archive.models  # noqa: F401 - fills SQLModel.metadata
from api.app import create_app
from api.cli.main import app
from api.services import Services
from api.settings import PREFIX, Settings
from archive.chain.disclaimers import Claims
from archive.chain.roles import ROLES
from archive.intake.metadata import AgentMetadata, HopMetadata, Metadata, NameMetadata, TextMetadata
from archive.models.works import SegmentKind
from archive.text.blocks import BlockKind
from archive.text.normalise import _SUSPECTS as FLAGS
from archive.verify import TITLES

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "demo" / "README.md"])


def _read(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


# --- the command line -------------------------------------------------------------------------------------------------


def _commands(command: Any = None, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    command = command or typer.main.get_command(app)
    if not hasattr(command, "commands"):
        yield " ".join(path), command
        return
    for name, sub in command.commands.items():
        yield from _commands(sub, (*path, name))


COMMANDS = dict(_commands())


def _sections(markdown: str) -> dict[str, str]:
    parts = re.split(r"^## (.+)$", markdown, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str):
    """A command has a section of its own in cli.md, and each of its options stands in it."""
    section = _sections(_read("cli.md")).get(f"thabat {name}")
    assert section is not None, f"docs/reference/cli.md has no section “thabat {name}”"
    shown = [item for item in COMMANDS[name].params if not getattr(item, "hidden", False)]
    options = [option for item in shown for option in (*item.opts, *item.secondary_opts)]
    missing = [option for option in options if option.startswith("-") and f"`{option}`" not in section]
    assert not missing


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example(name: str):
    """--help ends with an example of that very command, and cli.md shows the same one."""
    epilog = COMMANDS[name].epilog or ""
    assert epilog.startswith("Example: ")
    example = epilog.removeprefix("Example: ")
    assert re.search(rf"\bthabat {re.escape(name)}\b", example)
    assert f"$ {example}\n" in _sections(_read("cli.md"))[f"thabat {name}"]


def test_no_command_is_documented_that_is_not_there():
    """Every section of cli.md is a command."""
    documented = {title.removeprefix("thabat ") for title in _sections(_read("cli.md"))}
    assert documented == set(COMMANDS)


# --- settings, routes, metadata, vocabularies, tables -----------------------------------------------------------------


def test_every_setting_is_documented():
    """Each field with its variable, and no field that is not there."""
    rows = set(re.findall(r"^\| `(\w+)` \| `(\w+)`", _read("settings.md"), flags=re.MULTILINE))
    assert rows == {(field.name, PREFIX + field.name.upper()) for field in fields(Settings)}


def test_every_route_is_documented(services: Services):
    """Each method and path of OpenAPI stands in http.md, and no other."""
    paths: dict[str, dict[str, Any]] = create_app(services).openapi()["paths"]
    described = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    documented = set(re.findall(r"^\| `((?:GET|POST|PUT|PATCH|DELETE) [^`]+)`", _read("http.md"), flags=re.MULTILINE))
    assert documented == described


@pytest.mark.parametrize(
    ("heading", "model"),
    [
        ("The deposit", Metadata),
        ("A text", TextMetadata),
        ("A hop", HopMetadata),
        ("An agent", AgentMetadata),
        ("A name", NameMetadata),
    ],
)
def test_every_metadata_field_is_documented(heading: str, model: type[BaseModel]):
    """Each field of each part of the metadata stands in that part's table, and no other."""
    section = next(text for title, text in _sections(_read("metadata.md")).items() if title.startswith(heading))
    cells = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", section, flags=re.MULTILINE)
    documented = {name for cell in cells for name in re.findall(r"\w+", cell)}
    assert documented == {field.alias or name for name, field in model.model_fields.items()}


def test_every_word_of_the_vocabularies_is_documented():
    """Blocks, segments, roles, claims and flags stand in vocabularies.md."""
    words = {*BlockKind, *SegmentKind, *ROLES, *Claims.__dataclass_fields__, *FLAGS}
    text = _read("vocabularies.md")
    assert [word for word in sorted(words) if f"`{word}`" not in text] == []


def test_every_table_and_column_is_documented():
    """database.md has a section for each table, with exactly its columns."""
    sections = _sections(_read("database.md"))
    documented = {name: re.findall(r"^\| `(\w+)`", text, flags=re.MULTILINE) for name, text in sections.items()}
    tables = SQLModel.metadata.tables
    assert documented == {name: [column.name for column in table.columns] for name, table in tables.items()}


def test_every_step_of_verify_is_documented():
    """journal.md lists the numbered steps with the words of the report."""
    text = _read("journal.md")
    assert [number for number, title in TITLES.items() if f"| {number} | {title}" not in text] == []


# --- errors -----------------------------------------------------------------------------------------------------------

_CODE = re.compile(r"[a-z]+(-[a-z]+)*\Z")
_HANDED_ON = {"_not_text", "_verdict", "HTTP_ERRORS.get", "self._fault"}  # calls that take a code by position


def _texts(node: ast.AST | None) -> Iterator[str]:
    """String constants of a value: a constant, or the branches of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _texts(value)
    elif isinstance(node, ast.Tuple) and node.elts:
        yield from _texts(node.elts[0])  # (code, title)


def _codes(path: Path) -> Iterator[str]:
    """Every ``code="…"``, ``code = "…"``, table named …CODES… or HTTP_ERRORS, and code handed on by position."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.keyword) and node.arg == "code":
            yield from _texts(node.value)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [target.id for target in targets if isinstance(target, ast.Name)]
            if any(name == "code" or "CODES" in name or name == "HTTP_ERRORS" for name in names):
                yield from _texts(node.value)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in _HANDED_ON:
            for argument in node.args[1:]:
                yield from _texts(argument)


def _error_codes() -> set[str]:
    sources = [path for room in ("archive", "api", "search") for path in (ROOT / room).rglob("*.py")]
    return {code for path in sources for code in _codes(path) if _CODE.match(code)}


def test_every_error_code_is_documented():
    """errors.md has a row for each code that the sources can raise, and no row for one that they cannot."""
    documented = set(re.findall(r"^\| `([a-z-]+)` \|", _read("errors.md"), flags=re.MULTILINE))
    assert documented == _error_codes()


# --- links, commands, addresses, the map ------------------------------------------------------------------------------

_FENCE = re.compile(r"^[ ]*```(\w*)\n(.*?)^[ ]*```", flags=re.MULTILINE | re.DOTALL)


def _anchors(markdown: str) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", _FENCE.sub("", markdown), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_relative_links_resolve(page: Path):
    """A link inside the repository leads to a file that is there, and to a heading that it has."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and anchor not in _anchors(target.read_text(encoding="utf-8"))):
            broken.append(link)
    assert not broken


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_in_examples_exist(page: Path):
    """Lines that a reader would type and that begin with thabat or make name a command or a target of ours."""
    groups = {name.split()[0] for name in COMMANDS}
    typed = [
        line.strip().removeprefix("$ ")
        for kind, body in _FENCE.findall(page.read_text(encoding="utf-8"))
        if kind == "console"
        for line in body.splitlines()
        if line.strip().startswith("$ ")
    ]
    for line in typed:
        words = re.sub(r"^(?:[A-Z_]+=\S* )+", "", line).split()
        if words[0] == "thabat":
            assert words[1] in groups, line
            assert words[1] in COMMANDS or " ".join(words[1:3]) in COMMANDS, line
            known = COMMANDS.get(words[1]) or COMMANDS[" ".join(words[1:3])]
            options = {option for item in known.params for option in (*item.opts, *item.secondary_opts)}
            used = {word for word in words if re.fullmatch(r"--[a-z-]+", word)}
            assert used <= options | {"--help"}, line
        elif words[0] == "make":
            assert set(words[1:]) <= _targets(), line


def test_no_package_registry_is_named():
    """No address of a package registry anywhere: installs take the one that their user configured."""
    hosts = [
        ".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"))
    ]
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    named = []
    for name in listed.stdout.split("\0"):
        path = ROOT / name
        if name and path.is_file():
            data = path.read_bytes()
            named += [f"{name}: {host}" for host in hosts if host.encode() in data]
    assert not named


def test_map_of_the_code_is_true():
    """Every path of the README's map exists, and every folder of the packages stands in it."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = _sections(readme)["Map of the code"]
    named = set(re.findall(r"^\| `([^`]+)` \|", section, flags=re.MULTILINE))
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
    folders = {
        f"{path.parent.relative_to(ROOT)}/"
        for room in ("archive", "api", "search", "migrations")
        for path in (ROOT / room).rglob("*.py")
        if "__pycache__" not in path.parts
    }
    assert folders - named == set()


def test_decisions_are_listed():
    """Every ADR stands in the list, is numbered without gaps and has the three headings."""
    folder = ROOT / "docs" / "adr"
    files = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    assert [path.name[:4] for path in files] == [f"{number:04}" for number in range(1, len(files) + 1)]
    listing = (folder / "README.md").read_text(encoding="utf-8")
    for path in files:
        assert f"({path.name})" in listing
        headings = re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert headings == ["Context", "Decision", "Consequences"], path.name
