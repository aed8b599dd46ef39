"""Search over HTTP in a large archive: what a reader waits, and how many readers one process serves.

    python -m tests.bench.search_http [--works 50000] [--requests 400] [--clients 8] [--data FOLDER]

Works are made up by :mod:`tests.bench.corpus`, imported and indexed as an archivist would; ``--data`` keeps the archive
and takes it up again. The server runs without a worker. One client at a time gives the percentiles; then ``--clients``
processes ask at once. Questions are drawn from words, phrases, prefixes and two words, in both languages.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

from tests.bench.corpus import PLACES, WHO, write
from tests.bench.serving import THABAT, Server, measured_import, new_archive

P95_MS = 60
REQUESTS_S = 60


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="thabat-bench-") as folder:
        data = Path(options.data or folder)
        _fill(data, options.works)
        with Server(data, "", "--no-worker") as server:
            one = sorted(_asked(server.port, options.requests, seed=1))
            rate = _together(server.port, options.clients, options.requests)
    p95 = one[int(len(one) * 0.95)] * 1000
    sys.stdout.write(
        f"{options.works} works, {options.requests} requests: p50 {statistics.median(one) * 1000:.1f} ms, "
        f"p95 {p95:.1f} ms (floor {P95_MS}); {options.clients} clients: {rate:.0f} requests/s (floor {REQUESTS_S})\n"
    )
    return 0 if p95 <= P95_MS and rate >= REQUESTS_S else 1


def _fill(data: Path, works: int) -> None:
    if (data / "thabat.db").exists():
        return
    new_archive(data)
    write(data / "works.jsonl", works)
    measured_import(data, data / "works.jsonl", works)
    subprocess.run([*THABAT, "reindex", "--data", str(data)], check=True, capture_output=True)


def _questions(seed: int) -> Iterator[str]:
    draw = random.Random(seed)
    while True:
        place, who = draw.choice(PLACES), draw.choice(WHO)
        yield draw.choice(
            (place[0], who[1], f'"{who[0]}"', f"{who[1]} {place[1]}", f"{place[0].split()[-1]}*", str(draw.randrange(3, 9000)))
        )  # fmt: skip


def _asked(port: int, count: int, seed: int) -> list[float]:
    """Seconds of each request, one after the other, on connections of their own."""
    taken, questions = [], _questions(seed)
    for number in range(-10, count):
        started = time.perf_counter()
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", f"/api/v1/search?q={quote(next(questions))}")
        answer = connection.getresponse()
        answer.read()
        connection.close()
        if answer.status != 200:
            raise RuntimeError(f"search answered {answer.status}")
        if number >= 0:
            taken.append(time.perf_counter() - started)
    return taken


def _together(port: int, clients: int, count: int) -> float:
    """Requests a second of all clients."""
    with multiprocessing.get_context("spawn").Pool(clients) as pool:
        pool.starmap(_asked, [(port, 5, seed) for seed in range(clients)])
        started = time.perf_counter()
        pool.starmap(_asked, [(port, count // clients, seed) for seed in range(clients)])
        return (count // clients + 10) * clients / (time.perf_counter() - started)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--works", type=int, default=50_000)
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--data")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
