"""From pairs of token lists to weights that know them by heart.

A share of the tokens that the network reads is exchanged for others, less and less until there is none: so
it also recovers from a word it did not expect, instead of ending the sentence or running on for ever. One
thread, one seed: on one machine the same data give the same bits; on another they may not, which is
why tests ask how many sentences come out right and never for equal files.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from tests.models.network import BEGIN, END, PAD, Network, Shape

Pair = tuple[list[int], list[int]]
SEED = 20
BATCH = 32
EPOCHS = 200
WARM_UP = 200
PEAK = 4e-3
SOURCE_NOISE, TARGET_NOISE = 0.1, 0.2
"""Shares of exchanged tokens at first; in the last tenth of the epochs there are none."""


def train(pairs: Sequence[Pair], shape: Shape, *, epochs: int = EPOCHS, report: bool = False) -> dict[str, np.ndarray]:
    """Return the weights by their names."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    network, chance = Network(shape, SEED), torch.Generator().manual_seed(SEED)
    weights = list(network.weights.values())
    optimizer = torch.optim.AdamW(weights, lr=PEAK, betas=(0.9, 0.98), weight_decay=1e-4)
    steps = epochs * math.ceil(len(pairs) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / WARM_UP, 1 - step / steps))
    for epoch in range(epochs):
        noise = max(0.0, 1 - epoch / (0.9 * epochs))
        losses = []
        for sources, targets in _batches(pairs, chance):
            read = _misread(targets[:, :-1], TARGET_NOISE * noise, shape.vocabulary, chance)
            heard = _misread(sources, SOURCE_NOISE * noise, shape.vocabulary, chance)
            losses.append(_step(optimizer, weights, network.loss(heard, read, targets[:, 1:])))
            schedule.step()
        if report and epoch % 10 == 9:
            loss = sum(losses) / len(losses)
            print(f"epoch {epoch + 1:3}  loss a token {loss:.4f}  {time.process_time():.0f} CPU s", flush=True)
    return {name: weight.detach().numpy() for name, weight in network.weights.items()}


def _step(optimizer: torch.optim.Optimizer, weights: list[Tensor], loss: Tensor) -> float:
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(weights, 1.0)
    optimizer.step()
    return float(loss.detach())


def _batches(pairs: Sequence[Pair], chance: torch.Generator) -> Iterator[tuple[Tensor, Tensor]]:
    order = torch.randperm(len(pairs), generator=chance).tolist()
    for start in range(0, len(order), BATCH):
        chosen = [pairs[place] for place in order[start : start + BATCH]]
        yield _filled([source for source, _ in chosen]), _filled([[BEGIN, *target, END] for _, target in chosen])


def _filled(rows: Sequence[list[int]]) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [PAD] * (longest - len(row)) for row in rows])


def _misread(tokens: Tensor, share: float, vocabulary: int, chance: torch.Generator) -> Tensor:
    """``tokens`` with that share of them exchanged for any other."""
    others = torch.randint(END + 1, vocabulary, tokens.shape, generator=chance)
    missed = (torch.rand(tokens.shape, generator=chance) < share) & (tokens > END)
    return torch.where(missed, others, tokens)
