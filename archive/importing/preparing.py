"""Drafting many deposits and storing their bytes: here, or in processes of their own, for that is most of the time.

Neither needs the database: drafts are pure, and blobs come before the transaction that refers to them.
How the processes are kept is :mod:`archive.processes`'s affair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache

from archive.errors import BadInput, Unavailable
from archive.importing.batches import Batch, Fault, Item
from archive.intake.intake import Prepared, prepare
from archive.machine.detector import Detector
from archive.machine.detector_langdetect import LangdetectDetector
from archive.processes import in_order
from archive.store import BlobStore

Outcome = tuple[int, Prepared | Fault]  # number of the line, and what became of it


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
    try:
        yield from in_order(((batch, batch.items) for batch in batches), preparation, jobs=jobs)
    except BrokenProcessPool:
        raise Unavailable(
            "a process that drafts texts was ended from outside (out of memory?); what was kept so far stays, "
            "and the same command goes on from there",
            code="import-process",
        ) from None


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
