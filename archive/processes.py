"""Work spread over processes, its results in the order of the tasks, with a bounded number of them in memory.

The processes are spawned, never forked (the parent may hold an open database), and end with their
parent even when that is killed. What the work is, and what a lost process means, is the caller's.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing.connection import wait
from typing import Final, TypeVar

Key = TypeVar("Key")
Task = TypeVar("Task")
Done = TypeVar("Done")

_AHEAD: Final = 2  # tasks a process has waiting, so that none is idle while the parent is busy


def in_order(
    tasks: Iterable[tuple[Key, Task]], work: Callable[[Task], Done], *, jobs: int
) -> Iterator[tuple[Key, Done]]:
    """Each key with what became of its task. A single task, or one job, stays in this process.

    A process that is ended from outside raises :class:`concurrent.futures.process.BrokenProcessPool`.
    """
    source = iter(tasks)
    first = list(islice(source, 2))
    if jobs <= 1 or len(first) < 2:
        for key, task in chain(first, source):
            yield key, work(task)
        return
    yield from _spread(chain(first, source), work, jobs)


def _spread(tasks: Iterator[tuple[Key, Task]], work: Callable[[Task], Done], jobs: int) -> Iterator[tuple[Key, Done]]:
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_belong_to_parent)
    waiting: deque[tuple[Key, Future[Done]]] = deque()
    try:
        for key, task in tasks:
            waiting.append((key, pool.submit(work, task)))
            if len(waiting) >= jobs * _AHEAD:
                done, future = waiting.popleft()
                yield done, future.result()
        while waiting:
            done, future = waiting.popleft()
            yield done, future.result()
    except BaseException:
        _abandon(pool)
        raise
    pool.shutdown(wait=True)


def _abandon(pool: ProcessPoolExecutor) -> None:
    """End the processes at once. To wait for them is to hang where one of them was interrupted while it started."""
    for process in list((pool._processes or {}).values()):  # noqa: SLF001 - Python 3.14 has kill_workers() for this
        process.kill()
    pool.shutdown(wait=False, cancel_futures=True)


def _belong_to_parent() -> None:
    """Ctrl-C is for the parent to answer; and a process whose parent was killed would wait for work for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
