"""How far a long command is, on stderr: a bar where that is a terminal, else a line now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from api.cli.output import plain, tell

Advance = Callable[[int, int], None]
"""``advance(position, size)``, both in bytes of the file that is read."""

EVERY: Final = 15.0  # seconds between two lines


@contextmanager
def bar(name: str) -> Iterator[Advance]:
    """A progress bar, where stderr is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _position, _size: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as shown:
        task = shown.add_task(plain(name), total=None)
        yield lambda position, size: shown.update(task, completed=position, total=size)


@contextmanager
def bar_or_lines(name: str) -> Iterator[Advance]:
    """A bar on a terminal; in a log, a line every quarter of a minute."""
    if sys.stderr.isatty():
        with bar(name) as advance:
            yield advance
        return
    last = time.monotonic()

    def advance_in_lines(position: int, size: int) -> None:
        nonlocal last
        if time.monotonic() - last >= EVERY:
            last = time.monotonic()
            tell(f"{plain(name)}: {position / max(size, 1):.0%}")

    yield advance_in_lines
