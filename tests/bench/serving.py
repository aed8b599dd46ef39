"""An archive in processes of its own: made, filled and served through the command line, as a user would."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

THABAT = [sys.executable, "-m", "api.cli.main"]
PATIENCE_S = 1800


def new_archive(data: Path) -> None:
    subprocess.run([*THABAT, "init", "--data", str(data)], check=True, capture_output=True)


def new_key(data: Path) -> str:
    command = [*THABAT, "keys", "create", "--role", "archivist", "--name", "bench", "--data", str(data), "--json"]
    made = subprocess.run(command, check=True, capture_output=True, text=True)
    return str(json.loads(made.stdout)["key"])


def measured_import(data: Path, file: Path, works: int) -> dict[str, Any]:
    """Import ``file``; works a second by the clock, and the peak memory of the process and its children."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [*THABAT, "import", str(file), "--data", str(data)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak_kib = 0
    while process.poll() is None:
        peak_kib = max(peak_kib, _family_kib(process.pid))
        time.sleep(0.1)
    if process.returncode != 0:
        raise RuntimeError(f"import ended with {process.returncode}")
    seconds = time.perf_counter() - started
    return {"import_works_per_s": round(works / seconds, 1), "peak_mib": round(peak_kib / 1024)}


def _family_kib(pid: int) -> int:
    """Resident memory of a process and its children, in KiB (Linux: /proc)."""
    total = 0
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                total += int(re.findall(r"\d+", line)[0])
    except FileNotFoundError:
        return total
    return total + sum(_family_kib(int(child)) for child in children)


class Server:
    """`thabat serve` on a free port."""

    def __init__(self, data: Path, key: str, *options: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.key = key
        self.process = subprocess.Popen(
            [*THABAT, "serve", "--data", str(data), "--host", "127.0.0.1", "--port", str(self.port), *options],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )

    def __enter__(self) -> Self:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                if self._get("/healthz")[0] == 200:
                    return self
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the server did not start")

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(30)

    def deposit(self, body: dict[str, Any]) -> dict[str, Any]:
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.key}"}
        status, content = self._ask("POST", "/api/v1/works", json.dumps(body).encode(), headers)
        if status != 201:
            raise RuntimeError(f"deposit: {status} {content[:300]!r}")
        return dict(json.loads(content))

    def search(self, query: str) -> dict[str, Any]:
        return dict(json.loads(self._get(f"/api/v1/search?q={quote(query)}")[1]))

    def seconds_until_found(self, query: str) -> float:
        started = time.perf_counter()
        while self.search(query)["total"] == 0:
            if time.perf_counter() - started > 30:
                raise RuntimeError(f"{query!r} was not found within 30 s")
            time.sleep(0.02)
        return time.perf_counter() - started

    def wait_until_idle(self) -> float:
        """Until every version is split and the index has followed the journal; how long that took.

        Comparisons are slow and come last; deposits are measured while they go on, as they would.
        """
        started = time.perf_counter()
        while time.perf_counter() - started < PATIENCE_S:
            jobs = json.loads(self._get("/api/v1/jobs")[1])
            ready = json.loads(self._get("/readyz")[1])
            if not jobs["waiting"].get("process") and _lag(ready) == 0:
                return round(time.perf_counter() - started, 1)
            time.sleep(0.5)
        raise RuntimeError("the worker did not catch up")

    def _get(self, path: str) -> tuple[int, bytes]:
        return self._ask("GET", path)

    def _ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, bytes]:
        """One request on a connection of its own: the server ends those that lie idle."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()


def _lag(ready: dict[str, Any]) -> int:
    """How many journal entries the index is behind, from "N journal entries behind"; -1 while it is unusable."""
    detail = next(check["detail"] for check in ready["checks"] if check["name"] == "index")
    found = re.match(r"(\d+) journal", detail)
    return int(found[1]) if found else -1
