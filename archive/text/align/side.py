"""One side of an alignment: its sentences, its language, and a vector for each sentence.

The vectors come from an :class:`~archive.machine.encoder.Encoder`; nothing here loads a model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
Vectors: TypeAlias = NDArray[np.float32]


class Encodes(Protocol):
    """What is asked of an encoder here; :class:`archive.machine.encoder.Encoder` is one."""

    @property
    def recipe(self) -> str: ...

    def encode(self, texts: Sequence[str], /) -> Vectors: ...


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """``vectors`` is float32 of shape (sentences, dimensions), every row of length 1; ``encoder`` is their recipe."""

    sentences: tuple[str, ...]
    language: str
    vectors: Vectors
    encoder: str = ""

    def __post_init__(self) -> None:
        if self.vectors.ndim != 2 or len(self.vectors) != len(self.sentences):
            raise ValueError(
                f"a side needs one vector a sentence: {len(self.sentences)} sentences, array {self.vectors.shape}"
            )

    @classmethod
    def of(cls, sentences: Sequence[str], language: str, encoder: Encodes) -> Self:
        return cls(tuple(sentences), language, encoder.encode(sentences), encoder.recipe)

    def __len__(self) -> int:
        return len(self.sentences)

    @property
    def lengths(self) -> Floats:
        """Characters a sentence; one more, so that an empty one has a logarithm."""
        return np.array([len(sentence) + 1.0 for sentence in self.sentences], dtype=np.float64)
