"""Documents of invented vectors: what is meant is known, and no model is loaded.

A *meaning* is a number; its vector is a fixed random direction. Each language says it with a little
noise of its own, so that a sentence and its translation have a cosine of about 0.7 and two
sentences of one document about 0.2, as with the real encoder.
"""

from collections.abc import Sequence

import numpy as np

from archive.text.align import Side

DIMENSIONS = 128


def direction(seed: int) -> np.ndarray:
    vector = np.random.default_rng(seed).normal(size=DIMENSIONS)
    return vector / np.linalg.norm(vector)


def vector(meanings: Sequence[int], language: str) -> np.ndarray:
    """One sentence that says all of ``meanings``."""
    said = sum(direction(meaning) for meaning in meanings) / len(meanings) ** 0.5
    noise = direction(hash_of(meanings, language))
    found = said + 0.55 * noise + 0.45 * direction(10_000)
    return found / np.linalg.norm(found)


def hash_of(meanings: Sequence[int], language: str) -> int:
    return (
        100_000
        + sum((place + 1) * meaning for place, meaning in enumerate(meanings)) * 7
        + len(language) * 13
        + ord(language[0])
    )


def words(meanings: Sequence[int], language: str) -> str:
    """As many words as meanings need, ten each; never the same twice."""
    letter = "ك" if language == "ar" else "w"
    return " ".join(letter * (3 + (meaning + step) % 5) + str(meaning) for meaning in meanings for step in range(10))


def side(sentences: Sequence[int | tuple[int, ...]], language: str) -> Side:
    """``side([1, (2, 3)], "ar")``: two sentences, the second says two things."""
    said = [meaning if isinstance(meaning, tuple) else (meaning,) for meaning in sentences]
    vectors = np.array([vector(meanings, language) for meanings in said], dtype=np.float32).reshape(
        len(said), DIMENSIONS
    )
    return Side(tuple(words(meanings, language) for meanings in said), language, vectors)
