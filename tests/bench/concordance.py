"""What concordances and renderings cost a link: ``python -m tests.bench.concordance --links 50000``.

Pairs of made-up sentences (:mod:`tests.bench.corpus`) are indexed as the archive's would be and kept in a database of
texts of their own. Each question is asked of a service that has not been asked before; CPU time, the best of three.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from archive.aligned import AlignedLink, AlignedPair, VersionText
from archive.values import Span
from search.parallel import answering
from search.parallel.question import ask
from search.parallel.service import Parallel
from tests.bench.corpus import pair as made_up
from tests.search.fakes import passage
from tests.search.parallel.fakes import Sentences

SENTENCES: Final = 25
QUESTIONS: Final[Sequence[tuple[str, dict[str, Any]]]] = (
    ("المعارضة", {}),
    ("النظام", {"order": "right"}),
    ("في OR من OR ان", {}),
    ("في OR من OR ان", {"order": "left"}),
    ('"شبكة المياه"', {}),
    ("the", {}),
)


class Stored:
    """Texts in a database file, read as the archive's are: by id, some hundreds a query."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path)
        self._database.execute("CREATE TABLE version (id TEXT PRIMARY KEY, language TEXT, content TEXT)")

    def put(self, name: str, text: VersionText) -> None:
        self._database.execute("INSERT INTO version VALUES (?, ?, ?)", (name, *text))

    def texts(self, version_ids: Sequence[str]) -> dict[str, VersionText]:
        found: dict[str, VersionText] = {}
        for first in range(0, len(version_ids), 500):
            asked = version_ids[first : first + 500]
            holes = ",".join("?" * len(asked))
            rows = self._database.execute(f"SELECT id, language, content FROM version WHERE id IN ({holes})", asked)
            found.update((name, VersionText(language, content)) for name, language, content in rows)
        return found


def built(folder: Path, links: int) -> Sentences:
    """An archive of so many links, 25 a pair."""
    archive, texts = Sentences(folder), Stored(folder / "texts.db")
    for work in range(links // SENTENCES):
        one = made_up(work, SENTENCES)
        pairs = list(zip(one["text_ar"].split("\n"), one["text_en"].split("\n"), strict=False))
        sides = [passage(*(pair[side] for pair in pairs), work=f"w{work}", language=language)
                 for side, language in ((0, "ar"), (1, "en"))]  # fmt: skip
        archive.archive.put(*sides)
        archive.aligned.pairs[f"w{work}"] = [_aligned(work, pairs, [side.content for side in sides], sides)]
        for side in sides:
            texts.put(side.version_id, VersionText(side.language, side.content))
    archive.index.rebuild()
    archive.parallel = Parallel(archive.index, texts)
    return archive


def _aligned(work: int, pairs: Sequence[tuple[str, str]], contents: Sequence[str], sides: Sequence[Any]) -> AlignedPair:
    links, at = [], [0, 0]
    for pair in pairs:
        spans = []
        for side in (0, 1):
            start = contents[side].index(pair[side], at[side])
            at[side] = start + len(pair[side])
            spans.append((Span(start, at[side]),))
        links.append(AlignedLink(spans[0], spans[1], "sure", 900, False, False, ()))
    return AlignedPair(f"a{work}", f"w{work}", sides[0].version_id, sides[1].version_id, tuple(links), ())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--links", type=int, default=50_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = built(Path(folder), given.links)
        print("| question | answers | links | hits | CPU s | µs a link |\n|---|---|---|---|---|---|")
        for q, options in QUESTIONS:
            for name in ("concordance", "renderings") if "order" not in options else ("concordance",):
                asked = ask(q, **options)
                found, taken = _best(archive, getattr(archive.parallel, name), asked)
                each = 1e6 * taken / max(1, found.looked_at)
                print(f"| {q} {options.get('order', '')} | {name} | {found.looked_at:,} | {found.hits:,} "
                      f"| {taken:.2f} | {each:.0f} |", flush=True)  # fmt: skip
        print(f"\nat most {answering.MOST_LINKS:,} links are looked at")


def _best(archive: Sentences, ask_: Callable[[Any], Any], asked: Any) -> tuple[Any, float]:
    best, found = 1e9, None
    for _ in range(3):
        archive.parallel.forget()
        began = time.process_time()
        found = ask_(asked)
        best = min(best, time.process_time() - began)
    return found, best


if __name__ == "__main__":
    main()
