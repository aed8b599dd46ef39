"""The parts of :mod:`tests.bench.translating` that go through the archive: `thabat translate` in processes of its own."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.machine_texts import Writer
from tests.bench.serving import THABAT, new_archive
from tests.models.pins import FOLDER

REPEATED = 0.3
REPEATS_FLOOR = 1.35
MAX_PEAK_MIB = 1.2 * 1024
FLAT = 1.1  # median of the last quarter against that of the second
TRANSLATE = ["translate", "--all-missing", "--compute-type"]
_SCRIPT = "import datetime, archive.jobs; archive.jobs.LEASE = datetime.timedelta(seconds=1); import api.cli.main as m; m.run()"
# As `thabat`, but that a lease of a killed worker runs out in a second and not in thirty.
IMPATIENT = [
    sys.executable,
    "-c",
    _SCRIPT,
]


@dataclass(frozen=True, slots=True)
class Spent:
    cpu: float
    peak_mib: float
    resident_mib: list[float]
    """Every half second."""


def repeats(package: Path, folder: Path, words: int) -> bool:
    """Words a CPU-second with and without repeated sentences, start and loading included in both."""
    rates = {}
    for share in (0.0, REPEATED):
        data, written = _archive(
            folder / f"repeats-{share}", package, Writer(seed=7, repeated=share).articles(max(2, words // 100), 200)
        )
        rates[share] = written / _translated(data, "float32").cpu
    ratio = rates[REPEATED] / rates[0.0]
    print(f"\nrepeats: {rates[0.0]:.1f} words / CPU s with none, {rates[REPEATED]:.1f} with {REPEATED:.0%}: {ratio:.2f} × (floor {REPEATS_FLOOR})")  # fmt: skip
    return ratio >= REPEATS_FLOOR


def peak_memory(package: Path, folder: Path, articles: int) -> bool:
    """Float32, which needs the most. Two sentences of each article are new, so that it ends within the hour."""
    writer = Writer(seed=8, repeated=0.8)
    data, written = _archive(folder / "memory", package, writer.articles(articles, 150))
    spent = _translated(data, "float32")
    quarter = len(spent.resident_mib) // 4
    growth = statistics.median(spent.resident_mib[-quarter:]) / statistics.median(
        spent.resident_mib[quarter : 2 * quarter]
    )
    print(f"\nmemory: {articles} articles, {written:,} words: peak {spent.peak_mib:.0f} MiB (floor {MAX_PEAK_MIB:.0f}); last quarter ÷ second {growth:.2f} (floor {FLAT})")  # fmt: skip
    return spent.peak_mib <= MAX_PEAK_MIB and growth <= FLAT


def killed(folder: Path, kills: int) -> bool:
    """The same archive twice, once without and once with the kills: texts and sentences must be the same.

    With the small model, which does a batch in a fraction of a second: the moments fall everywhere between two commits.
    """
    whole, _ = _archive(folder / "whole", FOLDER / "ar_en.argosmodel", Writer(seed=9).articles(400, 150))
    broken = folder / "broken"
    shutil.copytree(whole, broken)
    _translated(whole, "float32")
    chance, midst = random.Random(20261122), 0
    for number in range(kills):
        midst += _killed(broken, chance.uniform(0.0, 1.0), anywhere=number % 3 == 0)
    _thabat(*TRANSLATE, "float32", data=broken, command=IMPATIENT)
    _thabat("verify", data=broken)
    lost, doubled, other = _differences(_sentences(whole), _sentences(broken))
    print(f"\nkills: {kills}, {midst} of them amid batches: {lost} sentences lost, {doubled} doubled, {other} otherwise translated (floor 0)")  # fmt: skip
    return lost == doubled == other == 0


def _killed(data: Path, moment: float, *, anywhere: bool) -> bool:
    """Start, and kill so much after the first batch is kept, or ``anywhere`` in the first seconds. Whether it had begun."""
    before = _kept(data)
    process = subprocess.Popen([*IMPATIENT, *TRANSLATE, "float32", "--data", str(data)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    while not anywhere and process.poll() is None and _kept(data) == before:
        time.sleep(0.02)
    time.sleep(moment * (3 if anywhere else 1))
    process.kill()
    return process.wait() == -signal.SIGKILL and _kept(data) > before


def _kept(data: Path) -> int:
    connection = sqlite3.connect(data / "thabat.db", timeout=30)
    try:
        return int(connection.execute("SELECT count(*) FROM machine_cache").fetchone()[0])
    finally:
        connection.close()


def _archive(data: Path, package: Path, articles: Iterable[str]) -> tuple[Path, int]:
    """An archive of these originals, with the package installed and nothing owed; and how many words there are."""
    new_archive(data)
    texts = list(articles)
    lines = data.with_suffix(".jsonl")
    with lines.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            row = {"external_id": f"bench-{number:05}", "title_ar": f"نشرة رقم {number}", "text_ar": text}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    _thabat("import", str(lines), data=data)
    _thabat("work", "--once", data=data)
    _thabat("models", "install", str(package), data=data)
    return data, sum(len(text.split()) for text in texts)


def _thabat(*arguments: str, data: Path, command: list[str] = THABAT) -> None:
    done = subprocess.run([*command, *arguments, "--data", str(data)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"thabat {arguments[0]} ended with {done.returncode}: {done.stderr[-500:]}")


def _translated(data: Path, compute: str) -> Spent:
    """Translate all, and what that took (Linux: /proc)."""
    process = subprocess.Popen([*THABAT, *TRANSLATE, compute, "--data", str(data)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    resident = []
    while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
        resident.append(_resident_mib(process.pid))
        time.sleep(0.5)
    _, status, usage = ended
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise RuntimeError(f"thabat translate ended with {process.returncode}")
    return Spent(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, resident)


def _resident_mib(process: int) -> float:
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _sentences(data: Path) -> list[tuple[str, int, str]]:
    """(article, place of the sentence in it, its translation), as they stand in the database."""
    query = """
        SELECT work.external_id, sentence.ordinal,
               substr(target.content, sentence.target_start + 1, sentence.target_end - sentence.target_start)
        FROM machine_sentence AS sentence
        JOIN machine_run AS run ON run.id = sentence.run_id
        JOIN version AS target ON target.id = run.target_version_id
        JOIN text ON text.id = target.text_id
        JOIN work ON work.id = text.work_id
    """
    connection = sqlite3.connect(data / "thabat.db")
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def _differences(expected: list[tuple[str, int, str]], found: list[tuple[str, int, str]]) -> tuple[int, int, int]:
    before, after = ({row[:2]: row[2] for row in rows} for rows in (expected, found))
    lost = before.keys() - after.keys()
    other = sum(after[place] != text for place, text in before.items() if place in after)
    return len(lost), len(found) - len(after), other
