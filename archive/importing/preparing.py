"""Drafting many deposits: here, or in processes of their own, for it is pure and takes most of an import's time.

The processes are spawned, never forked (the parent holds an open database), and end with their
parent even when that is killed.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing.connection import wait
from typing import Final

from archive.errors import BadInput, Unavailable
from archive.importing.batches import Batch, Fault, Item
from archive.intake.intake import Prepared, prepare
from archive.machine.detector import Detector
from archive.machine.detector_langdetect import LangdetectDetector

Outcome = tuple[int, Prepared | Fault]  # number of the line, and what became of it

_AHEAD: Final = 2  # batches a process has waiting, so that none is idle while the parent writes


def prepare_items(items: list[Item], force: bool) -> list[Outcome]:
    """Draft and check each; what is wrong with one does not touch the others."""
    return [(item.line, _prepared(item, force=force)) for item in items]


def prepare_batches(batches: Iterable[Batch], *, force: bool, jobs: int) -> Iterator[tuple[Batch, list[Outcome]]]:
    """Each batch with its outcomes, in order. A single batch, or one job, stays in this process."""
    source = iter(batches)
    first = list(_take(source, 2))
    if jobs <= 1 or len(first) < 2:
        for batch in (*first, *source):
            yield batch, prepare_items(batch.items, force)
        return
    try:
        yield from _in_processes(_chain(first, source), force=force, jobs=jobs)
    except BrokenProcessPool:
        raise Unavailable(
            "a process that drafts texts was ended from outside (out of memory?); what was kept so far stays, "
            "and the same command goes on from there",
            code="import-process",
        ) from None


def _in_processes(batches: Iterator[Batch], *, force: bool, jobs: int) -> Iterator[tuple[Batch, list[Outcome]]]:
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_with_parent)
    waiting: deque[tuple[Batch, Future[list[Outcome]]]] = deque()
    try:
        for batch in batches:
            waiting.append((batch, pool.submit(prepare_items, batch.items, force)))
            if len(waiting) >= jobs * _AHEAD:
                done, future = waiting.popleft()
                yield done, future.result()
        while waiting:
            done, future = waiting.popleft()
            yield done, future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _prepared(item: Item, *, force: bool) -> Prepared | Fault:
    try:
        return prepare(item.deposit, detector=_detector(), force=force)
    except BadInput as error:
        return Fault.of(item.line, error)
    except Exception as error:  # noqa: BLE001 - one line that trips over a fault of ours must not stop ten thousand
        return Fault(item.line, "internal", f"a fault of Thabat's own, {type(error).__name__}; please report it")


@cache
def _detector() -> Detector:
    return LangdetectDetector()


def _end_with_parent() -> None:
    """A drafting process whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _take(source: Iterator[Batch], count: int) -> Iterator[Batch]:
    for _, batch in zip(range(count), source, strict=False):
        yield batch


def _chain(first: list[Batch], rest: Iterator[Batch]) -> Iterator[Batch]:
    yield from first
    yield from rest
