"""Measure search as issue 5 promises it, and print the tables: all engines in one process, question by question.

For each language a corpus of made-up documents (:mod:`tests.bench.search_corpus`) goes into every engine,
the same tokens batch by batch; then thirty questions of each of fourteen kinds are put to one engine
after the other, several times, and the best time of each counts. Times are CPU times of this process,
since machines are shared; compare ratios, not milliseconds.

    python -m tests.bench.search [--size 50000] [--languages ar,en] [--rounds 5] [--json FILE]

With at most 3,000 documents, Whoosh as it comes is measured too.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.bench.search_corpus import Corpus, questions
from tests.bench.search_engines import Fts5, Stock, Tantivy, bytes_of
from tests.bench.search_ours import BenchEngine, Ours
from tests.bench.search_snippets import ten_snippets

STOCK_UP_TO = 3_000
COMMITS = 40
FLOORS_FROM = 50_000
FLOORS = {"FTS5": 6.0, "tantivy": 1 / 5}
"""How many times as fast as another engine ours has to be, in the geometric mean of all kinds."""


def main() -> int:
    options = _options()
    found = {}
    for language in options.languages.split(","):
        with tempfile.TemporaryDirectory(prefix="thabat-bench-") as folder:
            found[language] = _measured(Path(folder), language, options.size, options.rounds)
        _print(language, options.size, found[language])
    if options.json:
        Path(options.json).write_text(json.dumps(found, indent=1), encoding="utf-8")
    return 0 if options.size < FLOORS_FROM or all(map(_holds, found.values())) else 1


def _holds(found: dict[str, Any]) -> bool:
    """Fast enough in the mean, and in no kind slower than FTS5."""
    slower = [kind for kind, row in found["kinds"].items() if row["ours"] > row["FTS5"]]
    return not slower and all(_mean(found, "ours", name) >= floor for name, floor in FLOORS.items())


def _measured(folder: Path, language: str, size: int, rounds: int) -> dict[str, Any]:
    kinds: list[type[BenchEngine]] = [Ours, Fts5, Tantivy, *([Stock] if size <= STOCK_UP_TO else [])]
    engines = [kind(folder) for kind in kinds]
    corpus = Corpus(language, size)
    indexing = _indexed(engines, corpus)
    times, agreed = _asked(engines, corpus, rounds)
    return {
        "kinds": times,
        "same totals": agreed,
        "documents per CPU-second": {name: size / seconds for name, seconds in indexing.items()},
        "bytes": {engine.name: bytes_of(folder, engine.name) for engine in engines},
        "add, commit and see one, ms": _added(engines, size, language),
        "opening": _opened(folder, corpus),
        "ten snippets, ms": ten_snippets(language),
    }


def _indexed(engines: Sequence[BenchEngine], corpus: Corpus) -> dict[str, float]:
    """CPU seconds of each engine, merging included."""
    seconds = dict.fromkeys((engine.name for engine in engines), 0.0)
    for docs in corpus.batches():
        for engine in engines:
            seconds[engine.name] += _timed(lambda engine=engine, docs=docs: engine.add(docs))
    for engine in engines:
        seconds[engine.name] += _timed(engine.finish)
    return seconds


def _asked(engines: Sequence[BenchEngine], corpus: Corpus, rounds: int) -> tuple[dict[str, Any], str]:
    """Median milliseconds of each kind by engine; how many questions found as many documents in all."""
    table, asked, agreed = {}, 0, 0
    gc.freeze()
    for kind, words in questions(corpus):
        rows = [_best(engines, kind, each, rounds) for each in words]
        table[kind] = {name: statistics.median(row[name] for row in rows) * 1000 for name in rows[0]}
        for each in words:
            totals = {engine.total(kind, engine.prepared(kind, each)) for engine in engines} - {None}
            asked += 1
            agreed += len(totals) == 1
    return table, f"{agreed} of {asked}"


def _best(engines: Sequence[BenchEngine], kind: str, words: tuple[str, ...], rounds: int) -> dict[str, float]:
    """The best time of each engine for one question; ``cold`` is ours with nothing remembered."""
    ready = [(engine, engine.prepared(kind, words)) for engine in engines]
    best: dict[str, float] = {}
    for _ in range(rounds):
        for engine, question in ready:
            if isinstance(engine, Ours):
                engine.forget()
                seconds = _timed(lambda engine=engine, question=question: engine.ask(kind, question))
                best["cold"] = min(seconds, best.get("cold", math.inf))
            seconds = _timed(lambda engine=engine, question=question: engine.ask(kind, question))
            best[engine.name] = min(seconds, best.get(engine.name, math.inf))
    return best


def _added(engines: Sequence[BenchEngine], size: int, language: str) -> dict[str, float]:
    """Median milliseconds of the clock until a new document is on disk and found."""
    docs = next(Corpus(language, size + COMMITS).batches())[:COMMITS]
    taken: dict[str, list[float]] = {engine.name: [] for engine in engines}
    for number, doc in enumerate(docs):
        for engine in engines:
            began = time.perf_counter()
            engine.add_one(doc._replace(number=size + 1 + number))
            engine.ask("rare", engine.prepared("rare", (doc.stem[0],)))
            taken[engine.name].append((time.perf_counter() - began) * 1000)
    return {name: statistics.median(times) for name, times in taken.items()}


def _opened(folder: Path, corpus: Corpus) -> dict[str, Any]:
    """Opening and the first question in a process of its own, and its memory after a hundred."""
    asked = [[kind, words] for kind, rows in questions(corpus, 7) for words in rows]
    argument = json.dumps([str(folder), asked], ensure_ascii=False)
    command = [sys.executable, "-m", "tests.bench.search_opening"]
    done = subprocess.run(command, input=argument, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def _timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _print(language: str, size: int, found: dict[str, Any]) -> None:
    print(f"\n{language}, {size:,} documents: median ms; x: how many times faster than ours takes\n")
    names = list(next(iter(found["kinds"].values())))
    others = [name for name in names if name not in {"ours", "cold"}]
    print(f"{'':14}" + "".join(f"{name:>10}" for name in names) + "".join(f"{'x ' + name:>11}" for name in others))
    for kind, row in found["kinds"].items():
        ratios = "".join(f"{row[name] / row['ours']:11.2f}" for name in others)
        print(f"{kind:14}" + "".join(f"{row[name]:10.3f}" for name in names) + ratios)
    for mine in ("ours", "cold"):
        print(f"geometric mean, {mine}:", ", ".join(f"{_mean(found, mine, name):.2f} x {name}" for name in others))
    for what in ("documents per CPU-second", "bytes", "add, commit and see one, ms"):
        row = found[what]
        print(f"{what}:", ", ".join(f"{name} {value:,.1f} ({value / row['FTS5']:.2f})" for name, value in row.items()))
    for what in ("opening", "ten snippets, ms", "same totals"):
        print(f"{what}: {found[what]}")


def _mean(found: dict[str, Any], mine: str, other: str) -> float:
    return math.exp(statistics.fmean(math.log(row[other] / row[mine]) for row in found["kinds"].values()))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search")
    parser.add_argument("--size", type=int, default=50_000)
    parser.add_argument("--languages", default="ar,en")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", default="")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
