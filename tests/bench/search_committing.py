"""Searches while documents come in: what the first search after a commit costs, and how many there are a second.

    python -m tests.bench.search_committing [--versions 30000] [--seconds 8]

A whole search service over made-up Arabic articles (:mod:`tests.bench.search_corpus`), without HTTP and database.
All figures are CPU time of this process; what commits themselves cost is told apart.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from archive.passages import Passage
from search.query import Query, parse
from search.service import SearchService
from tests.bench.search_corpus import Corpus
from tests.bench.search_snippets import passage_of
from tests.search.fakes import FakeArchive

COMMITS = 30
QUESTIONS = 60


class Growing(FakeArchive):
    """An archive whose last articles can be told without going through all."""

    late: Sequence[Passage] = ()

    def changed(self, after: int, upto: int, limit: int, offset_version: str | None = None) -> Sequence[Passage]:
        if after == 0:
            return super().changed(after, upto, limit, offset_version)
        works = set(self.journal[after:upto])
        return [one for one in self.late if one.work_id in works and one.version_id in self.passages]

    def titles(self, work_ids: Sequence[str]) -> dict[str, dict[str, str]]:
        return {work: {"ar": "x"} for work in work_ids}


def main() -> None:
    options = _options()
    coming = COMMITS + options.seconds
    passages, questions = _made_up(options.versions + coming)
    archive = Growing(*passages[:-coming])
    archive.late = passages[-coming:]
    late = iter(archive.late)
    with tempfile.TemporaryDirectory(prefix="thabat-bench-") as folder:
        service = SearchService(Path(folder) / "index", archive)
        service.catch_up()

        def commit() -> None:
            archive.put(next(late))
            service.catch_up()

        for question in questions:
            service.search(question)
        committing, first, later = _after_commits(service, questions, commit)
        print(f"commit {committing:.1f} ms, first search after it {first:.1f} ms, later ones {later:.1f} ms (medians)")
        for every in (None, 1.0):
            rate = _rate(service, questions, options.seconds, every, commit)
            print(f"searches a second, {'with a commit every second' if every else 'without commits'}: {rate:.0f}")


def _made_up(count: int) -> tuple[list[Passage], list[Query]]:
    docs = [doc for batch in Corpus("ar", count).batches() for doc in batch]
    passages = [
        replace(passage_of(doc, "ar"), work_id=f"w{n // 2:07}", text_id=f"t{n:07}", version_id=f"v{n:07}")
        for n, doc in enumerate(docs)
    ]
    return passages, [parse(f"{doc.exact[7]} {doc.exact[33]}") for doc in docs[:QUESTIONS]]


def _after_commits(
    service: SearchService, questions: Sequence[Query], commit: Callable[[], None]
) -> tuple[float, float, float]:
    """Median milliseconds of commits, of the first search after each, and of the three after that."""
    committing, first, later = [], [], []
    for number in range(COMMITS):
        committing.append(_timed(commit))
        asked = questions[number : number + 4]
        times = [_timed(partial(service.search, question)) for question in asked]
        first.append(times[0])
        later.extend(times[1:])
    return statistics.median(committing), statistics.median(first), statistics.median(later)


def _rate(
    service: SearchService,
    questions: Sequence[Query],
    seconds: int,
    every: float | None,
    commit: Callable[[], None],
) -> float:
    searching, done, due = 0.0, 0, every
    while searching < seconds * 1000:
        if due is not None and every is not None and searching > due * 1000:
            commit()
            due += every
        searching += _timed(partial(service.search, questions[done % len(questions)]))
        done += 1
    return done / searching * 1000


def _timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search_committing")
    parser.add_argument("--versions", type=int, default=30_000)
    parser.add_argument("--seconds", type=int, default=8)
    return parser.parse_args()


if __name__ == "__main__":
    main()
