"""Measure what issue 2 promises, and print the table.

(1) `thabat import` of works into an archive of each size: works/s, peak memory with all its processes.
(2) Deposits of one pair of 25 + 25 sentences through the API at each size: p50, p95.
(3) How long until a deposited work is found, and what a search costs, at each size.
Each archive is served by `thabat serve` in a process of its own, with its worker. Deposits are taken
round robin, one archive after the other, so that what else the machine does falls on all sizes
alike; the next one begins when the last is found. Compare ratios, not milliseconds.

    python -m tests.bench [--sizes 100,1000,10000] [--deposits 60] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.bench.corpus import pair, write
from tests.bench.serving import Server, measured_import, new_archive, new_key

MAX_GROWTH = 1.3  # p50 at the largest size against p50 at the smallest
MAX_PEAK_MIB = 1024
WARM_UP = 3  # deposits of each archive that are not counted


def main() -> int:
    options = _options()
    sizes = [int(size) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory(prefix="thabat-bench-") as folder:
        rows = _measure(Path(folder), sizes, options.deposits)
    _print(rows)
    if options.json:
        Path(options.json).write_text(json.dumps(rows, indent=1), encoding="utf-8")
    return 0 if _holds(rows) else 1


def _measure(folder: Path, sizes: list[int], deposits: int) -> list[dict[str, Any]]:
    rows = [_filled(folder, size) for size in sizes]
    with ExitStack() as running:
        servers = [running.enter_context(Server(folder / str(row["works"]), row.pop("key"))) for row in rows]
        for row, server in zip(rows, servers, strict=True):
            row["caught_up_s"] = server.wait_until_idle()
        times = _round_robin(servers, deposits)
        return [
            {**row, **_figures(taken), **_searches(server)}
            for row, server, taken in zip(rows, servers, times, strict=True)
        ]


def _filled(folder: Path, size: int) -> dict[str, Any]:
    """An archive of ``size`` works, imported; its key beside the figures."""
    data, file = folder / str(size), folder / f"{size}.jsonl"
    new_archive(data)
    write(file, size)
    return {"works": size, "key": new_key(data), **measured_import(data, file, size)}


def _round_robin(servers: list[Server], count: int) -> list[list[tuple[float, float]]]:
    """For each server: seconds of each deposit, and until it was found."""
    times: list[list[tuple[float, float]]] = [[] for _ in servers]
    for number in range(-WARM_UP, count):
        for place in range(len(servers)):
            which = (place + number) % len(servers)
            taken = _timed(servers[which], 1_000_000 + number)
            if number >= 0:
                times[which].append(taken)
    return times


def _timed(server: Server, number: int) -> tuple[float, float]:
    body = _body(number)
    started = time.perf_counter()
    server.deposit(body)
    deposited = time.perf_counter() - started
    return deposited, server.seconds_until_found(f"bulletin {number}")


def _figures(times: list[tuple[float, float]]) -> dict[str, Any]:
    deposits, found = (sorted(column) for column in zip(*times, strict=True))
    return {
        "deposit_p50_ms": round(statistics.median(deposits) * 1000, 1),
        "deposit_p95_ms": round(deposits[int(len(deposits) * 0.95)] * 1000, 1),
        "findable_p50_s": round(statistics.median(found), 2),
        "findable_max_s": round(found[-1], 2),
    }


def _searches(server: Server) -> dict[str, Any]:
    times = []
    for query in ("المعارضة", "opposition source", '"الطريق بين"', "٤٥٠", "kafr zaytoun", "وزير الزراعة"):
        for _ in range(3):
            started = time.perf_counter()
            server.search(query)
            times.append(time.perf_counter() - started)
    return {"search_p50_ms": round(statistics.median(times) * 1000, 1)}


def _body(number: int) -> dict[str, Any]:
    made = pair(number)
    return {
        "external_id": f"deposit-{number}",
        "original": {"language": "ar", "title": made["title_ar"], "text": made["text_ar"], "outlet": made["outlet"]},
        "translation": {"language": "en", "title": made["title_en"], "text": made["text_en"]},
    }


def _print(rows: list[dict[str, Any]]) -> None:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    print("| " + " | ".join(columns) + " |")
    print("|" + "---|" * len(columns))
    for row in rows:
        print("| " + " | ".join(str(row.get(column, "")) for column in columns) + " |")
    first, last = rows[0], rows[-1]
    growth = last["deposit_p50_ms"] / first["deposit_p50_ms"]
    print(f"\ndeposit p50 at {last['works']} works ÷ at {first['works']}: {growth:.2f} (floor ≤ {MAX_GROWTH})")


def _holds(rows: list[dict[str, Any]]) -> bool:
    growth = rows[-1]["deposit_p50_ms"] / rows[0]["deposit_p50_ms"]
    return growth <= MAX_GROWTH and max(row["peak_mib"] for row in rows) < MAX_PEAK_MIB


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100,1000,10000", help="works an archive, ascending, separated by commas")
    parser.add_argument("--deposits", type=int, default=60, help="deposits measured at each size")
    parser.add_argument("--json", help="write the table there as JSON")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
