"""A model of the size of Argos's real ones that does what the demonstration model does.

    python -m tests.bench.stand_in FILE.argosmodel [--direction ar-en]

A real package cannot be part of this repository, and random weights never end a sentence: their speed
says nothing. So the small model is tiled into the real shape (6 + 6 layers, width 512, 8 heads, inner
2,048, a vocabulary of 32,000, a table of 5,000 positions, int8): every number stands there eight times
and is weighed an eighth; the added layers compute as much as any and what they add is lost in the
rounding; the added words are never chosen. It has the same translations and their true lengths, at the
cost of a real model. Needs numpy and ctranslate2's file format, no torch; a few seconds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import struct
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from tests.models.packing import Card, Weights, pack, save_model
from tests.models.pins import FOLDER, PINS
from tests.models.train import HEADS as SMALL_HEADS

LAYERS, WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 6, 512, 8, 2048, 32_000, 5_000
FAINT = 1e-12
"""What an added layer adds is lost in the rounding."""
NEVER = -60.0
"""Logit of an added word."""
_DTYPES = ("float32", "int8", "int16", "int32", "float16")

README = """# A stand-in for measuring speed

The demonstration model of the Thabat project, tiled into the size of a real model by `tests/bench/stand_in.py`. It knows
only the demonstration texts.
"""


@dataclass(frozen=True, slots=True)
class Shape:
    width: int
    heads: int
    inner: int

    @property
    def head(self) -> int:
        return self.width // self.heads


BIG = Shape(WIDTH, HEADS, INNER)


def build(file: Path, direction: str = "ar-en") -> None:
    """Write the package; from the demonstration model of that direction."""
    source, _, target = direction.partition("-")
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(FOLDER / f"{source}_{target}.argosmodel") as archive:
            archive.extractall(folder)
        (small,) = Path(folder).iterdir()
        with (small / "model" / "model.bin").open("rb") as stream:
            weights = read_weights(stream)
        words = json.loads((small / "model" / "shared_vocabulary.json").read_text("utf-8"))
        words += [f"▁stand-in-{number}" for number in range(VOCABULARY - len(words))]
        model = Path(folder) / "model"
        save_model(model, tiled(weights), words, heads=HEADS, storage="int8")
        card = Card(source=source, target=target, version="0.1", readme=README)
        pack(file, card, model=model, tokenizer=small / "sentencepiece.model")


def cached() -> Path:
    """The package in the user's cache folder, made if it is not there or another."""
    known = hashlib.sha256(Path(__file__).read_bytes() + (FOLDER / PINS).read_bytes()).hexdigest()
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "thabat-bench"
    file = root / f"stand-in-{known[:12]}.argosmodel"
    if not file.exists():
        root.mkdir(parents=True, exist_ok=True)
        build(file.with_suffix(".part"))
        file.with_suffix(".part").replace(file)
    return file


def read_weights(stream: BinaryIO) -> dict[str, np.ndarray[Any, Any]]:
    """The weights of a ``model.bin`` in float32, int8 ones unfolded by their scales, each once."""
    _number(stream, "I"), _string(stream), _number(stream, "I")
    found = {}
    for _ in range(_number(stream, "I")):
        name = _string(stream)
        shape = [_number(stream, "I") for _ in range(_number(stream, "B"))]
        dtype = _DTYPES[_number(stream, "B")]
        found[name] = np.frombuffer(stream.read(_number(stream, "I")), dtype).reshape(shape)
    return {
        name: value.astype("float32") / found[f"{name}_scale"][:, None] if value.dtype == np.int8 else value
        for name, value in found.items()
        if value.ndim and not name.endswith("_scale")
    }


def _number(stream: BinaryIO, kind: str) -> int:
    return int(struct.unpack(f"<{kind}", stream.read(struct.calcsize(f"<{kind}")))[0])


def _string(stream: BinaryIO) -> str:
    return stream.read(_number(stream, "H")).removesuffix(b"\0").decode()


def tiled(small: Weights) -> dict[str, np.ndarray[Any, Any]]:
    """The weights of the big model."""
    shape = Shape(small["encoder/layer_norm/gamma"].size, SMALL_HEADS, small["encoder/layer_0/ffn/linear_0/bias"].size)
    tiling = Tiling(shape)
    big = dict(tiling.embeddings(small["decoder/embeddings/weight"]))
    for name, weight in small.items():
        if "embeddings" in name or name.startswith("decoder/projection"):
            continue
        big[name] = tiling.weight(name, weight)
    big["decoder/layer_norm/gamma"] = big["decoder/layer_norm/gamma"] * tiling.share**0.5
    big["decoder/layer_norm/beta"] = big["decoder/layer_norm/beta"] * tiling.share**0.5
    return {**big, **_added_layers(big)}


class Tiling:
    """Which number of the small model stands where in the big one."""

    def __init__(self, small: Shape) -> None:
        self.small = small
        self.share = small.width / WIDTH
        self.plain = np.arange(WIDTH) % small.width
        self.inner = np.arange(INNER) % small.inner
        head, place = np.divmod(np.arange(WIDTH), BIG.head)
        self.heads = head % small.heads * small.head + place % small.head
        # A head is a copy several times over, and the engine divides by the root of its width.
        self.query = (BIG.head / small.head) ** 0.5 / (BIG.head / small.head)

    def embeddings(self, small: np.ndarray[Any, Any]) -> dict[str, np.ndarray[Any, Any]]:
        """One table for both ends, scaled by √width in the engine; ``NEVER`` for what the small one has no word for."""
        added = np.random.default_rng(1).normal(0, 0.01, (VOCABULARY - len(small), WIDTH))
        never = np.repeat([0.0, NEVER], [len(small), len(added)])
        places = sinusoids(POSITIONS, self.small.width)[:, self.plain]
        return {
            "embeddings/weight": np.vstack([small[:, self.plain] * self.share**0.5, added]).astype("float32"),
            "decoder/projection/bias": never.astype("float32"),
            "encoder/position_encodings/encodings": places,
            "decoder/position_encodings/encodings": places,
        }

    def weight(self, name: str, weight: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        rows, columns = self._places(name)
        if weight.ndim == 1:
            return weight[rows] * self._scale(name, len(rows))
        share = weight.shape[1] / len(columns)
        return weight[np.ix_(rows, columns)] * share * self._scale(name, len(rows))[:, None]

    def _places(self, name: str) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
        """Rows and columns of the small matrix, one for each of the big one's."""
        if "ffn/linear" in name:
            return (self.inner, self.plain) if "linear_0" in name else (self.plain, self.inner)
        if "linear" not in name:
            return self.plain, self.plain
        parts = _parts(name)
        if not parts:
            return self.plain, self.heads
        return np.concatenate([self.heads + part * self.small.width for part in range(parts)]), self.plain

    def _scale(self, name: str, rows: int) -> np.ndarray[Any, Any]:
        """Queries alone are scaled: they come first where there are keys and values too."""
        scale = np.ones(rows, "float32")
        if "attention/linear_0" in name:
            scale[:WIDTH] = self.query
        return scale


def _parts(name: str) -> int:
    """How many of queries, keys and values a matrix of an attention makes; 0 for the last one, which makes none."""
    kind, number = name.split("/")[-3:-1]
    return {"self_attention": (3, 0), "attention": (1, 2, 0)}[kind][int(number[-1])]


def _added_layers(big: Mapping[str, np.ndarray[Any, Any]]) -> dict[str, np.ndarray[Any, Any]]:
    """The layers that are wanting: weights of the first in another order, each block ending in next to nothing.

    No two matrices are equal: CTranslate2 would keep those once, and a processor's cache would like it.
    """
    chance = np.random.default_rng(2)
    there = sum(name.startswith("encoder/layer_") and name.endswith("ffn/linear_0/bias") for name in big)
    added = {}
    for name, weight in big.items():
        for number in range(there, LAYERS) if "/layer_0/" in name else ():
            ends = re.search(r"self_attention/linear_1|/attention/linear_2|ffn/linear_1", name)
            added[name.replace("/layer_0/", f"/layer_{number}/")] = (
                _faint(weight, chance) if ends else np.roll(weight, number, 0)
            )
    return added


def _faint(weight: np.ndarray[Any, Any], chance: np.random.Generator) -> np.ndarray[Any, Any]:
    return chance.normal(0, FAINT, weight.shape).astype("float32")


def sinusoids(length: int, width: int) -> np.ndarray[Any, Any]:
    """The positions that CTranslate2 reckons where a model stores none."""
    half = width // 2
    angles = np.arange(1, length + 1)[:, None] * np.exp(np.arange(half) * -(np.log(10_000) / (half - 1)))
    return np.hstack([np.sin(angles), np.cos(angles)]).astype("float32")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--direction", default="ar-en", choices=["ar-en", "en-ar"])
    options = parser.parse_args()
    build(options.file, options.direction)
    print(f"{options.file}: {options.file.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
