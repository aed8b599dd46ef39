"""A small Transformer in torch, whose weights bear the names that CTranslate2 gives them.

Pre-norm, ReLU, one embedding for both languages scaled by √d, and CTranslate2's own sinusoids for
positions, so that no table is stored and no text is too long. Computing it here and computing the
exported file there is the same, up to rounding. The one module of the project that imports torch.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

EPSILON = 1e-6
"""Of the layer norms; stands in the exported ``config.json`` too."""
PAD, UNKNOWN, BEGIN, END = range(4)
"""Ids in the vocabulary."""


@dataclass(frozen=True, slots=True)
class Shape:
    vocabulary: int
    width: int
    heads: int
    inner: int
    layers: int = 1

    def weights(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Every weight by name, with its shape."""
        width, square = self.width, (self.width, self.width)
        yield "embeddings/weight", (self.vocabulary, width)
        for side in ("encoder", "decoder"):
            yield from _norm(side, width)
            for layer in (f"{side}/layer_{number}" for number in range(self.layers)):
                yield from _norm(f"{layer}/self_attention", width)
                yield from _linears(f"{layer}/self_attention", (3 * width, width), square)
                if side == "decoder":
                    yield from _norm(f"{layer}/attention", width)
                    yield from _linears(f"{layer}/attention", square, (2 * width, width), square)
                yield from _norm(f"{layer}/ffn", width)
                yield from _linears(f"{layer}/ffn", (self.inner, width), (width, self.inner))


def _norm(scope: str, width: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield f"{scope}/layer_norm/gamma", (width,)
    yield f"{scope}/layer_norm/beta", (width,)


def _linears(scope: str, *shapes: tuple[int, int]) -> Iterator[tuple[str, tuple[int, ...]]]:
    for number, shape in enumerate(shapes):
        yield f"{scope}/linear_{number}/weight", shape
        yield f"{scope}/linear_{number}/bias", shape[:1]


class Network:
    """``weights`` is all there is to it; the rest computes."""

    def __init__(self, shape: Shape, seed: int) -> None:
        self.shape = shape
        generator = torch.Generator().manual_seed(seed)
        self.weights = {name: _initial(name, size, generator) for name, size in shape.weights()}

    def loss(self, sources: Tensor, read: Tensor, targets: Tensor) -> Tensor:
        """Cross entropy a token of ``targets`` after having ``read`` what stands before it; filled up with ``PAD``."""
        hidden = self._norm("decoder", self._decode(read, self._encode(sources), sources == PAD))
        logits = hidden @ self.weights["embeddings/weight"].T
        return functional.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=PAD)

    def _encode(self, tokens: Tensor) -> Tensor:
        x, hidden = self._embed(tokens), (tokens == PAD)[:, None, None]
        for layer in (f"encoder/layer_{number}" for number in range(self.shape.layers)):
            x = x + self._self_attention(f"{layer}/self_attention", x, hidden)
            x = x + self._feed_forward(f"{layer}/ffn", x)
        return self._norm("encoder", x)

    def _decode(self, tokens: Tensor, memory: Tensor, padding: Tensor) -> Tensor:
        x = self._embed(tokens)
        future = torch.ones(tokens.shape[1], tokens.shape[1], dtype=torch.bool).triu(1)
        for layer in (f"decoder/layer_{number}" for number in range(self.shape.layers)):
            x = x + self._self_attention(f"{layer}/self_attention", x, future)
            x = x + self._attention(f"{layer}/attention", x, memory, padding[:, None, None])
            x = x + self._feed_forward(f"{layer}/ffn", x)
        return x

    def _embed(self, tokens: Tensor) -> Tensor:
        width = self.shape.width
        return self.weights["embeddings/weight"][tokens] * math.sqrt(width) + sinusoids(tokens.shape[1], width)

    def _norm(self, scope: str, x: Tensor) -> Tensor:
        gamma, beta = (self.weights[f"{scope}/layer_norm/{name}"] for name in ("gamma", "beta"))
        return functional.layer_norm(x, (self.shape.width,), gamma, beta, EPSILON)

    def _linear(self, scope: str, x: Tensor) -> Tensor:
        return functional.linear(x, self.weights[f"{scope}/weight"], self.weights[f"{scope}/bias"])

    def _self_attention(self, scope: str, x: Tensor, hidden: Tensor) -> Tensor:
        queries, keys, values = self._linear(f"{scope}/linear_0", self._norm(scope, x)).chunk(3, -1)
        return self._linear(f"{scope}/linear_1", self._attend(queries, keys, values, hidden))

    def _attention(self, scope: str, x: Tensor, memory: Tensor, hidden: Tensor) -> Tensor:
        queries = self._linear(f"{scope}/linear_0", self._norm(scope, x))
        keys, values = self._linear(f"{scope}/linear_1", memory).chunk(2, -1)
        return self._linear(f"{scope}/linear_2", self._attend(queries, keys, values, hidden))

    def _attend(self, queries: Tensor, keys: Tensor, values: Tensor, hidden: Tensor) -> Tensor:
        q, k, v = (x.unflatten(-1, (self.shape.heads, -1)).transpose(1, 2) for x in (queries, keys, values))
        scores = (q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])).masked_fill(hidden, -torch.inf)
        return (scores.softmax(-1) @ v).transpose(1, 2).flatten(2)

    def _feed_forward(self, scope: str, x: Tensor) -> Tensor:
        return self._linear(f"{scope}/linear_1", self._linear(f"{scope}/linear_0", self._norm(scope, x)).relu())


def sinusoids(length: int, width: int) -> Tensor:
    """CTranslate2's: places count from 1, sines in the first half, cosines in the second."""
    half = width // 2
    rates = torch.exp(torch.arange(half) * -(math.log(10_000) / (half - 1)))
    angles = torch.arange(1, length + 1)[:, None] * rates
    return torch.cat([angles.sin(), angles.cos()], -1)


def _initial(name: str, size: tuple[int, ...], generator: torch.Generator) -> Tensor:
    if name.endswith("gamma"):
        weight = torch.ones(size)
    elif name.endswith(("beta", "bias")):
        weight = torch.zeros(size)
    else:
        spread = size[-1] ** -0.5 if name == "embeddings/weight" else (2 / sum(size)) ** 0.5
        weight = torch.randn(size, generator=generator) * spread
    return weight.requires_grad_()
