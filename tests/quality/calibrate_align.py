"""Make ``archive/text/align/calibration_table.py``: of the observations with as much evidence, how many were right.

    python -m tests.quality.calibrate_align            # print what would be written
    python -m tests.quality.calibrate_align --write

Observed on the tuning half of ``../shared/data/defects``: clean, mixed and single documents together, and
for links, gaps and moves the clean ones three times more, edited (``defects.edited``). In documents with fewer
differences as many false alarms stand against fewer true ones: there the shares are upper bounds.
Neighbouring bins whose shares fall are pooled, so more evidence never means less confidence.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from archive.machine.encoder_use import UseEncoder
from archive.text.align import method
from archive.text.align.calibration import Bin, Observed
from archive.text.align.observing import Block, Observations, observe
from tests.quality.defects import Document, documents, edited

TABLE = Path(__file__).parents[2] / "archive/text/align/calibration_table.py"
EDGES = {
    Observed.LINK: (-20, -2, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    Observed.MOVED: (0, 8, 10),
    Observed.OMITTED: (0, 1, 2, 3, 5, 8),
    Observed.ADDED: (0, 1, 2, 3, 5, 8),
    Observed.CONDENSED: (-20, -1, 0, 1, 5),
    Observed.EXPANDED: (-20, -4, -2, -1, 0, 1, 2),
    Observed.DUPLICATE: (0,),
    Observed.UNTRANSLATED: (0,),
}
HEAD = '''"""The calibration in use. Made by ``tests/quality/calibrate_align.py``; do not edit.

Method: {method}
Vectors: {encoder}
"""

from __future__ import annotations

from typing import Final

from archive.text.align.calibration import Bin, Calibration, Observed

CALIBRATION: Final = Calibration(
    id="align-{id}",
    bins={{
'''


def judged(seen: Observations, truth: Document) -> Iterator[tuple[Observed, float, bool, str]]:
    """Every observation with its evidence, whether it is right, and the words of the target (or source) it is about."""
    ours, theirs = seen.source.sentences, seen.target.sentences
    for number, bead in enumerate(seen.beads):
        left, right = seen.sentences(number)
        yield Observed.LINK, bead.worth, {(i, j) for i in left for j in right} <= truth.links, ""
    for block in seen.moved:
        words = " ".join(theirs[j] for number in block.beads for j in seen.sentences(number)[1])
        yield Observed.MOVED, block.evidence, _really_moved(seen, block, truth), words
    for surplus in seen.surpluses:
        observed = Observed.CONDENSED if surplus.on_source else Observed.EXPANDED
        kind = "partial_omission" if surplus.on_source else "addition_clause"
        left, right = seen.sentences(surplus.pair)
        words = " ".join([*(ours[i] for i in left), *(theirs[j] for j in right)])
        yield observed, surplus.evidence, _planted(truth, set(right), kind), words
    yield from _judged_gaps(seen, truth)


def _judged_gaps(seen: Observations, truth: Document) -> Iterator[tuple[Observed, float, bool, str]]:
    ours, theirs = seen.source.sentences, seen.target.sentences
    for at, advantage in seen.omitted.items():
        if at not in seen.repeated_source:
            yield Observed.OMITTED, advantage, at in truth.omitted, ours[at]
    for at, advantage in seen.added.items():
        if at not in seen.repeated_target and at not in seen.untranslated:
            yield Observed.ADDED, advantage, at in truth.added, theirs[at]
    for at in seen.repeated_target:
        yield Observed.DUPLICATE, 1.0, _planted(truth, {at}, "duplicate"), theirs[at]
    for at in seen.untranslated:
        yield Observed.UNTRANSLATED, 1.0, _planted(truth, {at}, "untranslated"), theirs[at]


def _really_moved(seen: Observations, block: Block, truth: Document) -> bool:
    """Where no issues are listed (edited documents), a true link out of order is a move."""
    sides = [seen.sentences(number) for number in block.beads]
    if "issues" in truth.row:
        return _planted(truth, {j for _, right in sides for j in right}, "reorder")
    return {(i, j) for left, right in sides for i in left for j in right} <= truth.links


def _planted(truth: Document, targets: set[int], kind: str) -> bool:
    return any(targets & set(issue["en"]) for issue in truth.planted(kind))


def observations(encoder: UseEncoder) -> dict[Observed, list[tuple[float, bool]]]:
    """What is observed again, in the same words, in another copy of an article counts once; links count each."""
    found = defaultdict(list)
    known = set[tuple[Observed, str, bool]]()
    for observed, evidence, right, words in _all(encoder):
        if observed is Observed.LINK or (observed, words, right) not in known:
            known.add((observed, words, right))
            found[observed].append((evidence, right))
    return found


def _all(encoder: UseEncoder) -> Iterator[tuple[Observed, float, bool, str]]:
    clean = documents("clean", "tuning")
    for document in [*clean, *documents("mixed", "tuning"), *documents("single", "tuning")]:
        yield from judged(observe(*document.sides(encoder), encoder=encoder), document)
    edits = {Observed.LINK, Observed.OMITTED, Observed.ADDED, Observed.MOVED}
    for document, other in pairwise([*clean, clean[0]]):
        for time in range(3):
            seed = f"{document.id} {time}"
            source, target, truth = edited(*document.sides(encoder), other.sides(encoder)[1], seed)
            yield from (each for each in judged(observe(source, target), Document(truth)) if each[0] in edits)


def bins(found: list[tuple[float, bool]], edges: tuple[int, ...]) -> list[Bin]:
    """One bin an edge; empty ones and those with a smaller share than the one before are pooled with it."""
    pooled: list[Bin] = []
    for low, high in pairwise([*edges, float("inf")]):
        here = [right for evidence, right in found if low <= evidence < high or (low == edges[0] and evidence < low)]
        pooled.append(Bin(float(low), sum(here), len(here)))
        while len(pooled) > 1 and (not pooled[-1].seen or pooled[-1].share <= pooled[-2].share):
            last = pooled.pop()
            pooled[-1] = Bin(pooled[-1].at_least, pooled[-1].right + last.right, pooled[-1].seen + last.seen)
    return pooled


def table(found: dict[Observed, list[tuple[float, bool]]], encoder: UseEncoder) -> str:
    body = ""
    for observed, edges in EDGES.items():
        rows = "".join(
            f"            Bin({one.at_least}, {one.right}, {one.seen}),\n" for one in bins(found[observed], edges)
        )
        single = rows.count("\n") == 1
        body += (
            f"        Observed.{observed.name}: ({rows.strip()}),\n"
            if single
            else f"        Observed.{observed.name}: (\n{rows}        ),\n"
        )
    body += "    },\n)\n"
    digest = hashlib.sha256(f"{method()}\n{encoder.recipe}\n{body}".encode()).hexdigest()[:12]
    return HEAD.format(method=method(), encoder=encoder.recipe, id=digest) + body


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"replace {TABLE.name}")
    options = parser.parse_args()
    encoder = UseEncoder(remember=64)
    made = table(observations(encoder), encoder)
    if options.write:
        TABLE.write_text(made, encoding="utf-8")
    else:
        print(made)  # noqa: T201 - what was asked for


if __name__ == "__main__":
    main()
