"""Findings measured on the documents with planted defects: ``python -m tests.quality.findings_figures [odd|even]``.

The gold alignment is used, so that these are the figures of the checks and not of the aligner. A planted defect is found
when a shown finding of its group stands on its link; a clean document is flagged when any shown finding stands in it.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive.text.compare.check import compare
from archive.text.compare.findings import Finding
from archive.text.compare.links import Pair, Side

DEFECTS = Path(__file__).parents[2] / "../shared/data/defects"
KINDS = ("number", "date", "entity", "negation", "polarity", "untranslated")
# As ../shared/data/score.py groups them: a number for a date, or the reverse, counts.
_FIGURES = frozenset({"number", "date"})


@dataclass
class Figures:
    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    flagged: Counter[str] = field(default_factory=Counter)

    def recall(self, kind: str) -> float:
        return self.found[kind] / self.planted[kind]

    def flagged_share(self, kind: str = "any") -> float:
        return self.flagged[kind] / self.clean

    def lines(self) -> Iterator[str]:
        for kind in KINDS:
            yield f"{kind}: recall {self.recall(kind):.3f} ({self.found[kind]}/{self.planted[kind]})"
        for kind, count in sorted(self.shown.items()):
            yield f"{kind}: {self.right[kind]} of {count} shown stand on a planted defect"
        for kind, count in sorted(self.flagged.items()):
            yield f"clean documents flagged, {kind}: {count}/{self.clean}"


def group(finding: Finding) -> str:
    """``number_changed`` → ``number``; ``name_changed`` → ``entity``."""
    head = finding.kind.value.split("_")[0]
    return {"name": "entity"}.get(head, head)


def same(one: str, other: str) -> bool:
    return one == other or {one, other} == _FIGURES


def documents(name: str, parity: int) -> Iterator[dict[str, Any]]:
    """Even documents were tuned on, odd ones are for reports."""
    with gzip.open(DEFECTS / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    yield from (row for row in rows if int(row["base_id"].split("-")[1].split(".")[0]) % 2 == parity)


def shown(row: dict[str, Any]) -> list[tuple[str, set[int], set[int], Finding]]:
    """The findings of the default view with the sentences of their links."""
    links = tuple((tuple(left), tuple(right)) for left, right in row["alignment"])
    sides = Side("ar", tuple(row["sentences_ar"])), Side("en", tuple(row["sentences_en"]))
    return [(group(one), *_link(one, links), one) for one in compare(Pair(*sides, links)) if one.shown]


def _link(finding: Finding, links: Any) -> tuple[set[int], set[int]]:
    arabic = {mark.sentence for mark in finding.source}
    english = {mark.sentence for mark in finding.target}
    for left, right in links:
        if arabic & set(left) or english & set(right):
            arabic, english = arabic | set(left), english | set(right)
    return arabic, english


def measure(parity: int) -> Figures:
    figures = Figures()
    for name in ("single", "mixed"):
        for row in documents(name, parity):
            _count(figures, row)
    for row in documents("clean", parity):
        kinds = {kind for kind, *_ in shown(row)}
        figures.clean += 1
        figures.flagged.update(kinds | {"any"} if kinds else ())
    return figures


def _count(figures: Figures, row: dict[str, Any]) -> None:
    findings = shown(row)
    right: set[int] = set()
    for issue in row["issues"]:
        if issue["type"] not in KINDS:
            continue
        here = {
            position
            for position, (kind, arabic, english, _) in enumerate(findings)
            if same(kind, issue["type"]) and (arabic & set(issue["ar"]) or english & set(issue["en"]))
        }
        right |= here
        figures.planted[issue["type"]] += 1
        figures.found[issue["type"]] += bool(here)
    figures.shown.update(one.kind.value for *_, one in findings)
    figures.right.update(findings[position][3].kind.value for position in right)


if __name__ == "__main__":
    half = sys.argv[1] if len(sys.argv) > 1 else "odd"
    sys.stdout.write("\n".join(measure(int(half == "odd")).lines()) + "\n")
