"""Measure the redline on NTREX-128 and print its figures.

python -m tests.quality.redline_figures [reported|tuning]
"""

from __future__ import annotations

import json
import sys
import time

from archive.text.revise import revise
from tests.quality.revisions import LEVELS, Figures, articles, benchmark
from tests.quality.test_redline import NTREX


def main() -> None:
    half = sys.argv[1] if len(sys.argv) > 1 else "reported"
    documents = [json.loads(line) for line in NTREX.read_text().splitlines()]
    for language in ("ar", "en"):
        chosen = articles(documents, language, half)
        for level in LEVELS:
            planted = list(benchmark(chosen, language, level))
            figures = Figures.of(planted)
            begun = time.process_time()
            for each in planted:
                revise(each.a.text, each.b.text)
            spent = 1000 * (time.process_time() - begun) / len(planted)
            print(f"{language} {level:9} {figures}, {spent:.1f} ms CPU a document")  # noqa: T201 - the product


if __name__ == "__main__":
    main()
