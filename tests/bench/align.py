"""CPU time of an alignment, encoding included, on one core: what issue 3 promises.

    python -m tests.bench.align

A pair of 42 x 36 sentences and one of 365 x 343, made of thirds of the project's own sentences, so
that many are alike; related, with some left out; and unrelated, the slowest case.
"""

from __future__ import annotations

import resource
import time

from archive.machine.encoder_use import UseEncoder
from archive.text.align import Side, align
from tests.quality.own_pair import ARABIC, ENGLISH

SIZES = ((42, 36), (365, 343))


def texts(count: int, sentences: list[str], start: int = 0) -> list[str]:
    """``count`` different sentences: a third of one, of another and of a third, in the same way for both languages."""
    return [" ".join(_third(sentences, start + at, part) for part in range(3)) for at in range(count)]


def _third(sentences: list[str], number: int, part: int) -> str:
    words = sentences[number // len(sentences) ** part * (part + 1) % len(sentences)].split()
    return " ".join(words[len(words) * part // 3 : len(words) * (part + 1) // 3])


def measured(encoder: UseEncoder, arabic: list[str], english: list[str]) -> tuple[float, float]:
    """CPU seconds to encode, and to align with a second look."""
    started = time.process_time()
    left, right = Side.of(arabic, "ar", encoder), Side.of(english, "en", encoder)
    encoded = time.process_time()
    align(left, right, encoder=encoder)
    return encoded - started, time.process_time() - encoded


def main() -> None:
    encoder = UseEncoder()
    encoder.warm_up()
    for sources, targets in SIZES:
        arabic = texts(sources, ARABIC)
        kept = [text for at, text in enumerate(texts(sources, ENGLISH)) if at % 7 or at > 7 * (sources - targets)][
            :targets
        ]
        for name, english in (("related", kept), ("unrelated", texts(targets, ENGLISH[::-1], 5000))):
            encode, aligning = measured(encoder, arabic, english)
            print(f"{sources:4} x {len(english):<4} {name:10} encode {encode:6.3f} s  align {aligning:6.3f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
