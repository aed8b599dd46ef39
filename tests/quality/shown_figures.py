"""Precision of each kind of finding as the default view shows it: ``python -m tests.quality.shown_figures [even|odd|udhr|handbook]``.

The whole way is run as ``thabat align`` runs it, nothing given but the sentences. A finding is right where it touches
a planted difference of its group (``../shared/data/score.py``); a clean document is flagged by anything shown. What
professionals changed themselves counts as wrong, so a share is a lower bound.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from archive.corpora.documents import compared
from archive.corpora.rows import Row, RowSide
from archive.machine.encoder_use import UseEncoder
from tests.quality.defects import Document, aligned, documents

_GROUPS = {"partial_omission": "omission", "addition_clause": "addition", "duplicate": "addition", "date": "number"}


@dataclass(frozen=True)
class Seen:
    """One finding, shown or hidden, and whether it was planted."""

    document: str
    clean: bool
    kind: str
    band: str
    confidence: float
    right: bool
    finding: dict[str, Any]

    @property
    def shown(self) -> bool:
        return self.band != "low" and self.kind not in {"merged", "split", "unit_converted"}


def seen(chosen: Iterable[Document], encoder: UseEncoder) -> Iterator[Seen]:
    """Every finding in ``chosen``, in all bands."""
    for document in chosen:
        row = document.row
        sides = (
            RowSide("ar", "ar", "", tuple(row["sentences_ar"])),
            RowSide("en", "en", "", tuple(row["sentences_en"])),
        )
        clean = not document.id.startswith(("single", "mixed"))
        for one in compared(Row(document.id, *sides), encoder, all_bands=True)["issues"]:
            right = any(_same(one, issue) for issue in row.get("issues", ()))
            yield Seen(document.id, clean, one["kind"], one["band"], one["confidence"], right, one)


def _same(found: dict[str, Any], planted: dict[str, Any]) -> bool:
    kinds = {_GROUPS.get(each["type"], each["type"]) for each in (found, planted)}
    return len(kinds) == 1 and bool(set(found["en"]) & set(planted["en"]) or set(found["ar"]) & set(planted["ar"]))


def lines(found: list[Seen], count: int) -> Iterator[str]:
    """By kind: shown, right, and in how many untouched documents; ``count`` of those there are."""
    shown = [one for one in found if one.shown]
    for kind in sorted({one.kind for one in found}):
        here = [one for one in shown if one.kind == kind]
        flagged = {one.document for one in here if one.clean}
        hidden = sum(one.kind == kind for one in found) - len(here)
        yield f"{kind:18} right {sum(one.right for one in here)} of {len(here)} shown; {len(flagged)} clean flagged; {hidden} hidden"
    flagged = {one.document for one in shown if one.clean}
    yield f"untouched documents flagged: {len(flagged)} of {count}"


def main() -> None:
    half = sys.argv[1] if len(sys.argv) > 1 else "odd"
    encoder = UseEncoder()
    name = {"even": "tuning", "odd": "reported"}.get(half)
    sets = (
        [document for each in ("clean", "single", "mixed") for document in documents(each, name)]
        if name
        else aligned(half)
    )
    untouched = sum(not document.id.startswith(("single", "mixed")) for document in sets)
    sys.stdout.write("\n".join(lines(list(seen(sets, encoder)), untouched)) + "\n")


if __name__ == "__main__":
    main()
