"""Drafting many deposits and storing their bytes: here, or in processes of their own, for that is most of the time.

Neither needs the database: drafts are pure, and blobs come before the transaction that refers to them.
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
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import wait
from typing import Final

from archive.errors import BadInput, Unavailable
from archive.importing.batches import Batch, Fault, Item
from archive.intake.intake import Prepared, prepare
from archive.machine.detector import Detector
from archive.machine.detector_langdetect import LangdetectDetector
from archive.store import BlobStore

Outcome = tuple[int, Prepared | Fault]  # number of the line, and what became of it

_AHEAD: Final = 2  # batches a process has waiting, so that none is idle while the parent writes


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is done with each item. ``blobs``: where the bytes of the good ones are stored; None: nowhere."""

    force: bool
    blobs: BlobStore | None

    def __call__(self, items: list[Item]) -> list[Outcome]:
        """Draft, check and store; what is wrong with one does not touch the others."""
        outcomes = [(item.line, _prepared(item, force=self.force)) for item in items]
        if self.blobs is not None:
            good = (found for _, found in outcomes if isinstance(found, Prepared))
            self.blobs.put_all(text.source.data for prepared in good for text in prepared.deposit.texts)
        return outcomes


def prepare_batches(
    batches: Iterable[Batch], preparation: Preparation, *, jobs: int
) -> Iterator[tuple[Batch, list[Outcome]]]:
    """Each batch with its outcomes, in order. A single batch, or one job, stays in this process."""
    source = iter(batches)
    first = list(_take(source, 2))
    if jobs <= 1 or len(first) < 2:
        for batch in (*first, *source):
            yield batch, preparation(batch.items)
        return
    try:
        yield from _in_processes(_chain(first, source), preparation, jobs)
    except BrokenProcessPool:
        raise Unavailable(
            "a process that drafts texts was ended from outside (out of memory?); what was kept so far stays, "
            "and the same command goes on from there",
            code="import-process",
        ) from None


def _in_processes(
    batches: Iterator[Batch], preparation: Preparation, jobs: int
) -> Iterator[tuple[Batch, list[Outcome]]]:
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_with_parent)
    waiting: deque[tuple[Batch, Future[list[Outcome]]]] = deque()
    try:
        for batch in batches:
            waiting.append((batch, pool.submit(preparation, batch.items)))
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
