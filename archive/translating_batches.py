"""Many texts through one translator, in batches across them; every batch is kept as soon as it is there.

A batch is a list of sentences from as many articles as it takes: that is what makes a machine fast
(MACHINE.md §3). The same sentence is asked for once. A sentence on which the engine breaks fails the
texts it stands in and no other. Memory is bounded by the orders handed in.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from archive.database import Database
from archive.errors import ThabatError
from archive.machine.sentences import RECIPE as CUT_RECIPE
from archive.machine.sentences import cut
from archive.machine.translator import Output, Parameters, Translator
from archive.text.segment import RECIPE as SEGMENT_RECIPE
from archive.text.translatable import RECIPE as TRANSLATABLE_RECIPE
from archive.translating_cache import cache_key, keep, look_up
from archive.translating_recording import Prepared
from archive.translating_rows import Source, Translated, assemble, sentence_rows

__all__ = ["BATCH", "SPLITTER", "Batches", "Order", "cut"]

BATCH: Final = 128
"""Sentences asked for at once, of each thread, and lost at most. More are hardly faster; half a minute at worst is."""

SPLITTER: Final = f"{SEGMENT_RECIPE} {CUT_RECIPE} {TRANSLATABLE_RECIPE}"
"""What decides which strings the machine is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One text to translate. ``scope``: of the cache, empty for the common one."""

    request_id: str
    source: Source
    packages: tuple[str, ...]
    parameters: Parameters
    scope: str
    source_language: str
    target_language: str


class Batches:
    """One run over a handful of orders."""

    def __init__(
        self,
        database: Database,
        translator: Translator,
        clock: Callable[[], datetime],
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self._database = database
        self._translator = translator
        self._clock = clock
        self._stopped = stopped
        self._known: dict[str, Translated] = {}
        self._broken: dict[str, ThabatError] = {}

    def run(self, orders: Sequence[Order]) -> Iterator[tuple[Order, Prepared | ThabatError]]:
        """Yield each order when it is ready, in their order; ends after the batch at hand once stopped."""
        started = self._clock()
        keys = {order.request_id: self._keys(order) for order in orders}
        wanted = {
            key: (piece, order.request_id)
            for order in reversed(orders)  # the first that asks for a sentence is the one that it is asked for
            for part, pieces in zip(keys[order.request_id], order.source.pieces, strict=True)
            for key, piece in zip(part, pieces, strict=True)
        }
        with self._database.read() as session:
            self._known = look_up(session, wanted)
        waiting = deque(orders)
        missing = [key for order in orders for part in keys[order.request_id] for key in part]
        missing = [key for key in dict.fromkeys(missing) if key not in self._known]
        size = BATCH * self._translator.parameters.inter_threads
        for at in range(0, len(missing) + 1, size):
            if self._stopped():
                return
            self._ask({key: wanted[key] for key in missing[at : at + size]})
            while waiting and self._settled(keys[waiting[0].request_id]):
                order = waiting.popleft()
                yield order, self._outcome(order, keys[order.request_id], started)

    def _keys(self, order: Order) -> list[list[str]]:
        recipe = self._translator.recipe
        return [[cache_key(recipe, SPLITTER, order.scope, piece) for piece in part] for part in order.source.pieces]

    def _ask(self, wanted: dict[str, tuple[str, str]]) -> None:
        """Translate a batch and keep it; what the engine breaks on is remembered instead."""
        found = self._halved(list(wanted), [piece for piece, _ in wanted.values()])
        outputs = {key: (output, wanted[key][1]) for key, output in found.items()}
        if outputs:
            with self._database.write() as session:
                keep(session, outputs, now=self._clock())
        self._known.update({key: Translated(output, run) for key, (output, run) in outputs.items()})

    def _halved(self, keys: Sequence[str], sentences: Sequence[str]) -> dict[str, Output]:
        try:
            return dict(zip(keys, self._translator.translate(sentences), strict=True))
        except ThabatError as error:
            if len(keys) == 1:
                self._broken[keys[0]] = error
                return {}
        half = len(keys) // 2
        return self._halved(keys[:half], sentences[:half]) | self._halved(keys[half:], sentences[half:])

    def _settled(self, keys: Sequence[Sequence[str]]) -> bool:
        return all(key in self._known or key in self._broken for part in keys for key in part)

    def _outcome(self, order: Order, keys: Sequence[Sequence[str]], started: datetime) -> Prepared | ThabatError:
        broken = next((self._broken[key] for part in keys for key in part if key in self._broken), None)
        if broken is not None:
            return broken
        found = [[self._known[key] for key in part] for part in keys]
        text = assemble(order.source, found, self._translator.place)
        rows = sentence_rows(
            order.request_id, order.source, found, text,
            source_language=order.source_language, target_language=order.target_language,
        )  # fmt: skip
        return Prepared(
            id=order.request_id,
            source=order.source,
            target_language=order.target_language,
            text=text,
            rows=tuple(rows),
            packages=self._translator.packages,
            recipe=self._translator.recipe,
            splitter=SPLITTER,
            environment=self._translator.environment(),
            started_at=started,
            finished_at=self._clock(),
        )
