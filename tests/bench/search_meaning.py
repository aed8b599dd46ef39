"""How long a question by meaning takes among many sentences: 200,000 made-up vectors in texts of 25.

    python -m tests.bench.search_meaning [--sentences 200000]

Measured are the scan with everything around it (the store looked at, every sentence compared, the 600 best texts put
in order) and the reading of the question by the encoder. CPU times of this process; the aim of issue 5 is 50 ms.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from archive.machine.encoder_use import UseEncoder
from archive.values import Span
from search.meaning.nearest import nearest
from search.meaning.store import Entry, VectorStore

FLOOR_MS = 50
NEAR_ENOUGH = 600
"""Texts above the floor of a question of one word, as a share of all: 61 of 706, see ``tests.quality.meaning_floor``."""
SENTENCES_A_TEXT = 25
TEXTS_AT_ONCE = 400
QUESTIONS = (
    "who runs the bakery of the village?",
    "متى تفتح المدارس أبوابها؟",
    "prices of bread and fuel",
    "إصلاح شبكة المياه",
)
ROUNDS = 10


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=int, default=200_000)
    sentences = parser.parse_args().sentences
    with tempfile.TemporaryDirectory(prefix="thabat-bench-") as folder:
        scan, read = _measured(Path(folder), sentences)
    sys.stdout.write(
        f"by meaning, {sentences:,} sentences: {scan:.1f} ms to find, {read:.1f} ms to read the question, "
        f"together {scan + read:.1f} (floor {FLOOR_MS})\n"
    )
    return 0 if scan + read <= FLOOR_MS else 1


def _measured(folder: Path, sentences: int) -> tuple[float, float]:
    """Median CPU milliseconds of the search in the store, and of encoding a question."""
    encoder = UseEncoder()
    store = VectorStore(folder, recipe=encoder.recipe, dimensions=encoder.dimensions)
    _fill(store, sentences, encoder.dimensions)
    finding, reading = [], []
    for _ in range(ROUNDS):
        for question in QUESTIONS:
            began = time.process_time()
            vector = encoder.encode([question])[0]
            read = time.process_time()
            found = nearest(store.segments(), vector, limit=NEAR_ENOUGH)
            finding.append(time.process_time() - read)
            reading.append(read - began)
            if len(found) != min(NEAR_ENOUGH, sentences // SENTENCES_A_TEXT):
                raise RuntimeError(f"{len(found)} texts were found")
    return statistics.median(finding) * 1000, statistics.median(reading) * 1000


def _fill(store: VectorStore, sentences: int, dimensions: int) -> None:
    draw = np.random.default_rng(5)
    spans = tuple(Span(100 * number, 100 * number + 90) for number in range(SENTENCES_A_TEXT))
    names = [f"{number:08}" for number in range(sentences // SENTENCES_A_TEXT)]
    for first in range(0, len(names), TEXTS_AT_ONCE):
        entries = [Entry(name, name, "ar", spans) for name in names[first : first + TEXTS_AT_ONCE]]
        vectors = draw.standard_normal((len(entries) * SENTENCES_A_TEXT, dimensions), np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        store.add(entries, vectors, position=first)


if __name__ == "__main__":
    raise SystemExit(main())
