"""kill -9 at random moments of deposit and import: verify holds, what was acknowledged is there, nothing is half there."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from api.services import Services
from archive.verify import verify
from tests.archive.importing.pairs import pair_line, write_lines

SEED = 20261122
IMPORT = "from api.cli.main import main; raise SystemExit(main(['import', '{file}', '--json', '--batch', '3', '--jobs', '1']))"
DEPOSIT = """
import json, sys
from api.services import build
from api.settings import Settings
from archive.importing.lines import parse_line
from archive.values import utc_now
services = build(Settings.read())
print(json.dumps({{"ready": True}}), flush=True)
for raw in open('{file}', 'rb'):
    receipt = services.intake.deposit(parse_line(raw).deposit, actor="test", now=utc_now())
    said = {{"work": receipt.work_id, "external_id": json.loads(raw)["external_id"], "created": receipt.created}}
    print(json.dumps(said), flush=True)
"""


@pytest.mark.parametrize("script", [DEPOSIT, IMPORT], ids=["deposit", "import"])
@pytest.mark.parametrize("kills", [3, pytest.param(25, marks=pytest.mark.slow)])
def test_killed_at_random_moments(script: str, kills: int, services: Services, data: Path, tmp_path: Path) -> None:
    """Both ways in: six moments together, fifty in the slow run; the seed of the moments is fixed, the machine's pace is not."""
    pace = random.Random(SEED)
    file = write_lines(tmp_path / "lines", (pair_line(number) for number in range(2000)))
    acknowledged: dict[str, str] = {}
    for number in range(kills):
        # Every third time anywhere after the start; else in the midst of writing.
        acknowledged |= _killed(script.format(file=file), data, pace.uniform(0.0, 0.3), midst=number % 3 > 0)
        _check_whole(services, acknowledged.values())
    assert verify(data).exit_code == 0
    assert len(acknowledged) >= kills // 2
    kept = {services.catalogue.work(work).external_id: work for work in acknowledged.values()}
    assert kept == acknowledged


def _killed(script: str, data: Path, seconds: float, *, midst: bool) -> dict[str, str]:
    """Start; wait for its first word, or for the first work it made; kill it ``seconds`` later. What it acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, env={**os.environ, "THABAT_DATA": str(data)}
    )
    assert process.stdout is not None
    lines = [process.stdout.readline()]
    while midst and not json.loads(lines[-1]).get("created"):
        lines.append(process.stdout.readline())
    time.sleep(seconds)
    process.kill()
    lines += process.communicate()[0].splitlines(keepends=True)
    said = [json.loads(line) for line in lines if line.endswith(b"\n")]  # the last may be torn
    return {item["external_id"]: item["work"] for item in said if item.get("work")}


def _check_whole(services: Services, acknowledged: Iterable[str]) -> None:
    """Every work in the archive has both its texts with their blobs, hops and the derivation between them."""
    works, total = services.catalogue.works(limit=100)
    assert total >= len(set(acknowledged))
    for summary in works:
        work = services.catalogue.work(summary.id)
        assert [text.language for text in work.texts] == ["ar", "en"]
        assert len(work.derivations) == 1
        assert len(work.journal) == 1
        for version in work.versions:
            assert version.hops
            assert services.blobs.get(version.bytes_sha256)
