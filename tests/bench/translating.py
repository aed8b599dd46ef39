"""How fast machine translation is against Argos Translate as its manual says, with a model of real size.

    python -m tests.bench.translating [--words 2000] [--articles 2000] [--kills 20] [--only speed,repeats,memory,kills]

**speed**: the sentences of many articles in batches, against ``argostranslate.translate.translate()`` article by article
with its defaults; the texts must be equal, byte for byte. Words a CPU-second, and words a second by the clock with
the archive's threads on all cores; in turns, so that what else the machine does falls on both alike.
**repeats**: `thabat translate`, where 30 in 100 sentences stood in an article before, against the same with none.
**memory**: peak of `thabat translate` over many articles, and whether it grows on the way.
**kills**: `thabat translate` killed at any moment, with the small model; afterwards each sentence is there once and says
what it should.

The model is that of :mod:`tests.bench.stand_in`, the texts those of :mod:`tests.bench.machine_texts`. Compare ratios.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from api.services import translating_threads
from archive.machine.argos_leg import Splitter
from archive.machine.package_record import Package
from archive.machine.packages import PackageStore
from archive.machine.translator import ComputeType, Parameters, Translator
from archive.machine.translator_argos import open_translator
from archive.translating_batches import BATCH
from tests.bench.machine_texts import Writer
from tests.bench.stand_in import cached
from tests.bench.translating_runs import killed, peak_memory, repeats
from tests.plain_argos import plain_translate

ROUNDS = 2
ARTICLE = 250  # words
FLOORS = {ComputeType.INT8: 3.0, ComputeType.FLOAT32: 3.5}
WALL_FLOOR = 3.0
PARTS = ("speed", "repeats", "memory", "kills")


def main() -> int:
    options = _options()
    parts = options.only.split(",")
    package = cached()
    print(f"stand-in: {package.stat().st_size:,} bytes packed; {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory(prefix="thabat-bench-") as folder:
        held = speed(package, Path(folder), options.words) if "speed" in parts else True
        if "repeats" in parts:
            held &= repeats(package, Path(folder), options.words)
        if "memory" in parts:
            held &= peak_memory(package, Path(folder), options.articles)
        if "kills" in parts:
            held &= killed(Path(folder), options.kills)
    return 0 if held else 1


def speed(file: Path, folder: Path, words: int) -> bool:
    """Print both tables; whether every floor held. Texts that differ end it."""
    store = PackageStore(folder / "models")
    package = store.install(file, source="stand-in", now=datetime.now(UTC))
    print("\n| compute | way | words / CPU s | words / s | text |\n|---|---|---|---|---|")
    held = [_compared(package, folder, compute, words) for compute in FLOORS]
    return all(held)


def _compared(package: Package, folder: Path, compute: ComputeType, words: int) -> bool:
    links = Path(tempfile.mkdtemp(dir=folder))
    # An int8 package is computed in int8 unless somebody says otherwise: "auto" is Argos's default.
    default = "auto" if compute is ComputeType.INT8 else compute
    plain = plain_translate([package], links, compute_type=default)
    one, many = (
        open_translator([package], Parameters(compute_type=compute, inter_threads=threads))
        for threads in (1, translating_threads())
    )
    figures = {name: _Figures() for name in ("plain", "batched", "batched, all cores")}
    for number in range(ROUNDS):
        articles = list(Writer(seed=number).articles(max(1, words // ARTICLE), ARTICLE))
        expected = figures["plain"].take(articles, lambda texts: [plain(text) for text in texts])
        for name, translator in (("batched", one), ("batched, all cores", many)):
            found = figures[name].take(articles, lambda texts, used=translator: batched(used, texts))
            if found != expected:
                raise SystemExit(f"{compute}: {name} is not what plain Argos says")
    for name, figure in figures.items():
        print(f"| {compute} | {name} | {figure.a_cpu_second:.1f} | {figure.a_second:.1f} | equal |")
    return _ratios(compute, figures)


def _ratios(compute: ComputeType, figures: dict[str, _Figures]) -> bool:
    plain, one, many = figures.values()
    a_cpu_second, a_second = one.a_cpu_second / plain.a_cpu_second, many.a_second / plain.a_second
    print(f"  {compute}: {a_cpu_second:.2f} × a CPU-second (floor {FLOORS[compute]}); {a_second:.2f} × by the clock on all cores (floor {WALL_FLOOR})")  # fmt: skip
    return a_cpu_second >= FLOORS[compute] and a_second >= WALL_FLOOR


class _Figures:
    """Words, CPU seconds and seconds, added up over the rounds."""

    def __init__(self) -> None:
        self.words, self.cpu, self.clock = 0, 0.0, 0.0

    @property
    def a_cpu_second(self) -> float:
        return self.words / self.cpu

    @property
    def a_second(self) -> float:
        return self.words / self.clock

    def take(self, articles: Sequence[str], way: Callable[[Sequence[str]], list[str]]) -> list[str]:
        cpu, clock = time.process_time(), time.perf_counter()
        found = way(articles)
        self.cpu += time.process_time() - cpu
        self.clock += time.perf_counter() - clock
        self.words += sum(len(article.split()) for article in articles)
        return found


def batched(translator: Translator, articles: Sequence[str]) -> list[str]:
    """Articles as the archive's runs do them: so many sentences at once, each paragraph put together in one go."""
    splitter = Splitter(translator.from_code)
    texts = [[splitter.split_sentences(line) for line in article.split("\n")] for article in articles]
    asked = [sentence for paragraphs in texts for sentences in paragraphs for sentence in sentences]
    size = BATCH * translator.parameters.inter_threads
    outputs = iter(
        [output for at in range(0, len(asked), size) for output in translator.translate(asked[at : at + size])]
    )
    return [
        "\n".join(translator.join([next(outputs) for _ in sentences]) if sentences else "" for sentences in paragraphs)
        for paragraphs in texts
    ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=2000, help="of a round of each way")
    parser.add_argument("--articles", type=int, default=2000, help="of the memory part")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--only", default=",".join(PARTS))
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
