"""Weights and a tokenizer to an ``.argosmodel``: CTranslate2's model folder and Argos's metadata in one zip.

The same weights give the same bytes: fixed times, fixed order, one way to compress. Needs numpy,
ctranslate2 (for the names and the file format; nothing is computed) and nothing else.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.specs import TransformerSpec

EPSILON = 1e-6
LONG_AGO = (2026, 1, 1, 0, 0, 0)
NAMES = {"ar": "Arabic", "en": "English"}
Weights = Mapping[str, "np.ndarray[Any, Any]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What ``metadata.json`` and the README of a package say."""

    source: str
    target: str
    version: str
    readme: str

    @property
    def folder(self) -> str:
        return f"translate-{self.source}_{self.target}-{self.version.replace('.', '_')}"

    def metadata(self) -> dict[str, Any]:
        return {
            "package_version": self.version,
            "argos_version": "1.11.0",
            "from_code": self.source,
            "from_name": NAMES[self.source],
            "to_code": self.target,
            "to_name": NAMES[self.target],
            "type": "translate",
            "demonstration": True,
            "licence": "Apache-2.0",
        }


def save_model(folder: Path, weights: Weights, vocabulary: Sequence[str], *, heads: int, storage: str) -> None:
    """Write ``model.bin``, ``config.json`` and the vocabulary; ``storage`` is int8, float16 or float32."""
    encoder, decoder = (1 + max(_layers(weights, side)) for side in ("encoder", "decoder"))
    spec = TransformerSpec.from_config((encoder, decoder), heads)
    for name, weight in weights.items():
        for scope in _scopes(name):
            _place(spec, scope, weight)
    spec.register_source_vocabulary(list(vocabulary))
    spec.register_target_vocabulary(list(vocabulary))
    spec.config.layer_norm_epsilon = EPSILON
    spec.validate()
    spec.optimize(quantization=None if storage == "float32" else storage)
    folder.mkdir(parents=True)
    spec.save(str(folder))


def _layers(weights: Weights, side: str) -> Iterator[int]:
    for name in weights:
        if found := re.match(rf"{side}/layer_(\d+)/", name):
            yield int(found[1])


def _scopes(name: str) -> list[str]:
    if name == "embeddings/weight":
        return ["encoder/embeddings_0/weight", "decoder/embeddings/weight", "decoder/projection/weight"]
    return [name]


def _place(spec: Any, scope: str, weight: np.ndarray[Any, Any]) -> None:
    """Set what is called ``encoder/layer_0/self_attention/linear_1/bias`` there."""
    *path, last = scope.split("/")
    for part in path:
        name, _, number = part.rpartition("_")
        spec = getattr(spec, part) if hasattr(spec, part) else getattr(spec, name)[int(number)]
    setattr(spec, last, np.ascontiguousarray(weight))


def pack(file: Path, card: Card, *, model: Path, tokenizer: Path) -> None:
    """Write the zip: one folder, everything in it in the order of the names."""
    contents = {
        "metadata.json": json.dumps(card.metadata(), indent=2).encode() + b"\n",
        "README.md": card.readme.encode(),
        "sentencepiece.model": tokenizer.read_bytes(),
        **{f"model/{part.name}": part.read_bytes() for part in model.iterdir()},
    }
    with zipfile.ZipFile(file, "w") as archive:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(f"{card.folder}/{name}", LONG_AGO)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            archive.writestr(entry, contents[name], compresslevel=9)
