"""The documents with planted defects of ``../shared/data``, in halves, and what is true of each.

Halves go by the number of the news article that a document was made from: even to tune on, odd to
report. Nothing of their text is kept here.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from archive.machine.encoder_use import UseEncoder
from archive.text.align import Side

SHARED = Path(__file__).parents[2] / "../shared/data"
SHA256 = {
    "clean": "4726d0de5210c2e5ef060c272f78134b504d5d651fdb06c140cbe9b5cdfdb33f",
    "mixed": "eff2b30a783dfbd3c9384dd4b12408860c264df4096cb40c854156ce0b96f9c3",
    "single": "1a3297cd33cf3add00057cd53811c3e9109a0706e377051ef8e121cdf7519656",
}


@dataclass(frozen=True)
class Document:
    """One pair of texts with the truth about it."""

    row: dict[str, Any]

    @property
    def id(self) -> str:
        return self.row["id"]

    @cached_property
    def links(self) -> frozenset[tuple[int, int]]:
        return frozenset((i, j) for left, right in self.row["alignment"] for i in left for j in right)

    @cached_property
    def omitted(self) -> frozenset[int]:
        return frozenset(i for left, right in self.row["alignment"] if not right for i in left)

    @cached_property
    def added(self) -> frozenset[int]:
        return frozenset(j for left, right in self.row["alignment"] if not left for j in right)

    def planted(self, *kinds: str) -> list[dict[str, Any]]:
        return [issue for issue in self.row.get("issues", ()) if issue["type"] in kinds]

    def sides(self, encoder: UseEncoder) -> tuple[Side, Side]:
        """Both sides, encoded in one batch: what short documents gain by."""
        left, right = self.row["sentences_ar"], self.row["sentences_en"]
        vectors = encoder.encode([*left, *right])
        return (
            Side(tuple(left), "ar", vectors[: len(left)], encoder.recipe),
            Side(tuple(right), "en", vectors[len(left) :], encoder.recipe),
        )


def edited(source: Side, target: Side, foreign: Side, seed: str) -> tuple[Side, Side, dict[str, Any]]:
    """An edited pair made of a clean one: an eighth of the target left out, some sentences foreign, some moved on by one."""
    draw = random.Random(seed)
    picked: list[tuple[Side, int]] = []
    beads: list[list[list[int]]] = []
    order = list(range(len(target)))
    for at in range(len(order) - 1):
        if draw.random() < 0.04:
            order[at], order[at + 1] = order[at + 1], order[at]
    for at in order:
        if draw.random() < 0.06 and len(foreign):
            beads.append([[], [len(picked)]])
            picked.append((foreign, draw.randrange(len(foreign))))
        gone = draw.random() < 0.12
        beads.append([[at], [] if gone else [len(picked)]])
        picked += [] if gone else [(target, at)]
    sentences = tuple(side.sentences[index] for side, index in picked)
    vectors = np.array([side.vectors[index] for side, index in picked]).reshape(len(picked), -1)
    return source, Side(sentences, target.language, vectors, target.encoder), {"id": seed, "alignment": beads}


def missing() -> bool:
    return not (SHARED / "defects").is_dir()


def documents(name: str, half: str | None = None) -> list[Document]:
    """``clean``, ``mixed`` or ``single``; ``half`` is ``tuning``, ``reported`` or ``None`` for all."""
    data = (SHARED / f"defects/{name}.jsonl.gz").read_bytes()
    assert hashlib.sha256(data).hexdigest() == SHA256[name], "other data: measure anew and write the figures down"
    found = [Document(json.loads(line)) for line in gzip.decompress(data).decode().splitlines()]
    return [document for document in found if half in {None, half_of(document.row["base_id"])}]


def half_of(base: str) -> str:
    """``ntrex-042.1`` is the second part of article 42, which is even."""
    return "reported" if int(base.removeprefix("ntrex-").partition(".")[0]) % 2 else "tuning"


def aligned(name: str) -> list[Document]:
    """``udhr``, ``handbook`` or ``ntrex``: translations as they were published."""
    file = SHARED / name / f"{name}_docs.jsonl"
    return [Document(json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]
