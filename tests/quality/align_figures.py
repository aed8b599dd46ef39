"""Measure the alignment with ``../shared/data/score.py`` and print its figures.

    python -m tests.quality.align_figures [reported|tuning]

Only differences that are shown by default (bands high and medium) are counted, and only of the
kinds that the scorer knows. The udhr, handbook and ntrex pairs are translations as published.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Sequence
from typing import Any

from archive.machine.encoder_use import UseEncoder
from archive.text.align import Alignment, Band, Kind, align
from tests.quality.defects import SHARED, Document, aligned, documents

SCORED = {Kind(name) for name in ("omission", "partial_omission", "addition", "addition_clause")} | {
    Kind.DUPLICATE,
    Kind.UNTRANSLATED,
    Kind.REORDER,
}


def predict(found: Alignment, document: Document) -> dict[str, Any]:
    """A row as ``score.py`` reads it."""
    issues = [
        {"type": str(each.kind), "ar": list(each.source), "en": list(each.target)}
        for each in found.differences
        if each.kind in SCORED and each.band is not Band.LOW
    ]
    return {"id": document.id, "alignment": [[link.source, link.target] for link in found.links], "issues": issues}


def measure(chosen: Sequence[Document], encoder: UseEncoder) -> dict[str, Any]:
    """Links, omissions, additions, and recall and precision by kind, by the shared scorer."""
    scorer = _scorer()
    gold = [document.row for document in chosen]
    found = [predict(align(*document.sides(encoder), encoder=encoder), document) for document in chosen]
    return {"align": scorer.align(gold, found)} | {
        "issues": scorer.issues(gold, found) if all("issues" in row for row in gold) else None,
        "flagged": sum(bool(row["issues"]) for row in found),
        "documents": len(found),
    }


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    half = sys.argv[1] if len(sys.argv) > 1 else "reported"
    encoder = UseEncoder()
    sets = {f"{name} ({half})": documents(name, half) for name in ("clean", "mixed", "single")}
    sets |= {"udhr": aligned("udhr"), "handbook": aligned("handbook")}
    for name, chosen in sets.items():
        print(name, json.dumps(measure(chosen, encoder), indent=1))  # noqa: T201 - the product


if __name__ == "__main__":
    main()
