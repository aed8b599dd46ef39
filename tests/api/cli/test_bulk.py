"""``thabat import``."""

import gzip
import signal
import time
from pathlib import Path

import pytest

from api.services import Services
from tests.api.cli.conftest import Cli
from tests.archive.importing.pairs import pair_line, write_lines


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "lines.jsonl", [pair_line(0), "{oops", {**pair_line(1), "genre": "news"}])


def test_bad_lines_are_told_and_the_rest_is_kept(cli: Cli, file: Path, services: Services) -> None:
    """Exit 1, the line's number on stderr, the summary on stdout; no progress bar where there is no terminal."""
    result = cli("import", file, "--jobs", 1)
    assert result.code == 1
    assert result.err == "line 2: not JSON at character 2: Expecting property name enclosed in double quotes\n"
    assert result.out == "3 lines: 2 kept, 0 kept already, 1 bad\nignored fields: genre 1\n"
    assert services.catalogue.counts().works == 2


def test_json_is_a_line_for_each_line(cli: Cli, file: Path) -> None:
    """External ids and works side by side, and the summary last."""
    lines = cli("import", file, "--jobs", 1, "--json").lines
    assert [(line.get("external_id"), line.get("code")) for line in lines[:-1]] == [
        ("pair-0", None), (None, "malformed"), ("pair-1", None),
    ]  # fmt: skip
    assert lines[-1]["summary"]["created"] == 2


def test_gzip_and_dry_run(cli: Cli, file: Path, services: Services) -> None:
    """A packed file is read as it is; a dry run says what it would do."""
    packed = file.with_suffix(".gz")
    packed.write_bytes(gzip.compress(file.read_bytes()))
    result = cli("import", packed, "--dry-run", "--jobs", 1)
    assert result.out.startswith("3 lines: 2 would be kept, 0 kept already, 1 bad\n")
    assert services.catalogue.counts().works == 0


def test_a_clean_import_is_exit_0(cli: Cli, tmp_path: Path) -> None:
    """And a rerun too, which keeps nothing."""
    file = write_lines(tmp_path / "clean.jsonl", [pair_line(0)])
    assert [cli("import", file).code, cli("import", file).code] == [0, 0]
    assert cli("import", file).out == "1 lines: 0 kept, 1 kept already, 0 bad\n"


def test_research_collections_can_be_imported(cli: Cli, shared: Path) -> None:
    """The aligned sets in ../shared/data need no conversion."""
    result = cli("import", shared / "data" / "udhr" / "udhr_docs.jsonl", "--dry-run", "--json")
    assert result.code == 0
    assert result.lines[0]["external_id"] == "udhr-000"
    assert result.lines[-1]["summary"]["ignored"]["alignment"] == 1


def test_an_interrupted_import_leaves_no_process_behind(spawned, tmp_path: Path, services: Services) -> None:
    """Killed with -9, its drafting processes end too; the same command then finishes the work."""
    file = write_lines(tmp_path / "lines.jsonl", (pair_line(number) for number in range(200)))
    process = spawned("import", file, "--batch", 4)
    _wait_for(lambda: services.catalogue.counts().works > 0)
    children = _children(process.pid)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert children
    _wait_for(lambda: not any(Path(f"/proc/{child}").exists() and _alive(child) for child in children))
    assert spawned("import", file).wait(120) == 0
    assert services.catalogue.counts().works == 200


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [int(child) for child in found]


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _wait_for(condition, seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
