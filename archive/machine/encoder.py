"""The seam to sentence encoders: texts in, one vector a text out, close where the meaning is close.

The base class keeps the promise, an engine writes only :meth:`Encoder._encode`: float32 rows of
length 1, one for each text and in their order, the same bytes for the same list of texts whatever
was asked before. (The same text in *another* list may differ in the last bit: engines work in
batches. So what is remembered is a whole list, never a single text.)
:mod:`archive.machine.encoder_use` is the one behind it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Vectors: TypeAlias = NDArray[np.float32]


class Encoder(ABC):
    """``remember``: how many lists of texts to keep with their vectors in this process; none by default."""

    def __init__(self, *, remember: int = 0) -> None:
        self._remember = remember
        self._known: OrderedDict[tuple[str, ...], Vectors] = OrderedDict()

    @property
    @abstractmethod
    def recipe(self) -> str:
        """What was used, by name and version: vectors of different recipes must not be compared."""

    @property
    @abstractmethod
    def dimensions(self) -> int:
        """The length of a row."""

    @abstractmethod
    def _encode(self, texts: Sequence[str]) -> Vectors:
        """One row a text; called with at least one text."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return float32 of shape (texts, dimensions), read-only, rows of length 1 (an empty text may be all 0)."""
        key = tuple(texts)
        if key in self._known:
            self._known.move_to_end(key)
            return self._known[key]
        vectors = self._kept_promise(key)
        if self._remember:
            self._known[key] = vectors
            while len(self._known) > self._remember:
                self._known.popitem(last=False)
        return vectors

    def _kept_promise(self, texts: tuple[str, ...]) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        found = np.asarray(self._encode(texts), dtype=np.float32)
        if found.shape != (len(texts), self.dimensions) or not np.isfinite(found).all():
            raise ValueError(
                f"{type(self).__name__} was asked for {len(texts)} finite vectors of {self.dimensions}: "
                f"got an array of shape {found.shape}"
            )
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        vectors: Vectors = np.divide(found, lengths, out=np.zeros_like(found), where=lengths > 0)
        vectors.flags.writeable = False
        return vectors
