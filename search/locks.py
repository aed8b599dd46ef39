"""Locks that die with their owner: ``flock`` on a file, so that a killed writer leaves none behind."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from archive.errors import Unavailable

_PAUSE: Final = 0.01  # seconds between tries


@contextmanager
def locked(path: Path, *, wait: float) -> Iterator[None]:
    """Hold ``path`` alone among all threads and processes, after at most ``wait`` seconds."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _acquire(descriptor, path, wait)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, path: Path, wait: float) -> None:
    deadline = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                detail = f"{path} has been held by another process for {wait:g} s; try again"
                raise Unavailable(detail, code="index-busy") from None
            time.sleep(_PAUSE)
        else:
            return
