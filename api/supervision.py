"""The worker beside the server: a process of its own, started again when it dies, never left behind.

Splitting and indexing are Python at work; in a thread they would take the interpreter away from
requests, and deposits would slow down as the archive grows. The child reads its standard input: when
that ends, because the server stops or was killed, it finishes the job at hand and ends too.
"""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final, Self

RESTART_SECONDS: Final = 1.0  # pause before a worker that died is started again
GRACE_SECONDS: Final = 30.0  # for the job at hand, when the server stops
UNTIL_STDIN_ENDS: Final = "--until-stdin-ends"

_LOG: Final = logging.getLogger("thabat.worker")


class WorkerProcess:
    """``thabat work`` on the archive in ``data``, for as long as the ``with`` block lasts."""

    def __init__(self, data: Path) -> None:
        self._command = [sys.executable, "-m", "api.cli.main", "work", "--data", str(data), UNTIL_STDIN_ENDS]
        self._over = threading.Event()
        self._child: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._keep_running, name="thabat-supervisor", daemon=True)

    def __enter__(self) -> Self:
        self._child = self._start()
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._over.set()
        self._end()
        self._thread.join()

    @property
    def pid(self) -> int | None:
        return self._child.pid if self._child else None

    def _keep_running(self) -> None:
        while self._child is not None:
            code = self._child.wait()
            if self._over.is_set() or self._over.wait(RESTART_SECONDS):
                return
            if self._child.stdin is not None:
                self._child.stdin.close()
            _LOG.warning("the worker ended with %s and is started again", code)
            self._child = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        # A session of its own: Ctrl-C in the terminal is for the server, which then ends the worker in order.
        return subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True)

    def _end(self) -> None:
        if self._child is None or self._child.stdin is None:
            return
        self._child.stdin.close()
        try:
            self._child.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._child.kill()  # its lease runs out, and the job is done again
            self._child.wait()


def when_stdin_ends(do: Callable[[], None]) -> None:
    """Call ``do`` once standard input is at its end: the child's side of :class:`WorkerProcess`."""

    def watch() -> None:
        while sys.stdin.buffer.read(1):
            pass
        do()

    threading.Thread(target=watch, name="thabat-parent", daemon=True).start()
