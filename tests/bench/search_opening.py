"""A process that opens our index and asks: how long until the first answer, and how much memory after all."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from tests.bench.search_ours import Ours


def main() -> None:
    folder, asked = json.load(sys.stdin)
    began = time.perf_counter()
    ours = Ours(Path(folder), new=False)
    ours.look()
    ours.ask("common", ours.prepared("common", tuple(asked[0][1])))
    first = time.perf_counter() - began
    for kind, words in asked:
        ours.ask(kind, ours.prepared(kind, tuple(words)))
    print(json.dumps({"first_ms": round(first * 1000, 1), "rss_mib": _resident() >> 20}))


def _resident() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) << 10


if __name__ == "__main__":
    main()
