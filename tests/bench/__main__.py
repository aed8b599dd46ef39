"""Measure what issue 2 promises, and print the table.

(1) `thabat import` of many works: works/s, peak memory.
(2) Deposits of one pair of 25 + 25 sentences through the API while the archive grows: p50, p95.
(3) How long until a deposited work is found, and what a search costs, at each size.
The archive is served by `thabat serve` in a process of its own, with its worker; deposits are
measured once the worker has caught up. Figures are ratios within one run; machines differ.

    python -m tests.bench [--sizes 100,1000,10000] [--deposits 100] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.corpus import pair, write
from tests.bench.serving import Server, measured_import, new_archive, new_key

MAX_GROWTH = 1.3  # p50 at the largest size against p50 at the smallest
MAX_PEAK_MIB = 1024


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
    data, rows, held = folder / "data", [], 0
    new_archive(data)
    key = new_key(data)
    for size in sizes:
        file = folder / f"{size}.jsonl"
        write(file, size - held, start=held)
        row: dict[str, Any] = {"works": size, **measured_import(data, file, size - held)}
        with Server(data, key) as server:
            row["caught_up_s"] = server.wait_until_idle()
            row |= _deposits(server, size, deposits)
            row |= _searches(server)
        rows.append(row)
        held = size + deposits
    return rows


def _deposits(server: Server, size: int, count: int) -> dict[str, Any]:
    """Deposit ``count`` pairs one by one; the last one's way to being found is timed too."""
    for warm in range(3):
        server.deposit(_body(9_000_000 + size + warm))
    times = []
    for number in range(count):
        body = _body(1_000_000 + size * 100 + number)
        started = time.perf_counter()
        server.deposit(body)
        times.append(time.perf_counter() - started)
    found = server.seconds_until_found(f"bulletin {1_000_000 + size * 100 + count - 1}")
    times.sort()
    return {
        "deposit_p50_ms": round(statistics.median(times) * 1000, 1),
        "deposit_p95_ms": round(times[int(len(times) * 0.95)] * 1000, 1),
        "findable_s": round(found, 2),
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
    parser.add_argument("--sizes", default="100,1000,10000", help="archive sizes, ascending, separated by commas")
    parser.add_argument("--deposits", type=int, default=100, help="deposits measured at each size")
    parser.add_argument("--json", help="write the table there as JSON")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
