"""From pairs of token lists to weights that know them by heart.

One thread, one seed, no dropout: on one machine the same data give the same bits; on another they
may not, which is why tests ask how many sentences come out right and never for equal files.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from tests.models.network import BEGIN, END, PAD, Network, Shape

Pair = tuple[list[int], list[int]]
SEED = 20
BATCH = 32
WARM_UP = 200
PEAK = 4e-3
ENOUGH = 0.01
"""Loss a token, averaged over an epoch, at which the pairs are known."""
MAX_EPOCHS = 400


def train(pairs: Sequence[Pair], shape: Shape, *, report: bool = False) -> dict[str, np.ndarray]:
    """Return the weights by their names."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    network = Network(shape, SEED)
    optimizer = torch.optim.AdamW(network.weights.values(), lr=PEAK, betas=(0.9, 0.98), weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, _rate)
    shuffle = torch.Generator().manual_seed(SEED)
    for epoch in range(MAX_EPOCHS):
        losses = [_step(network, optimizer, schedule, *batch) for batch in _batches(pairs, shuffle)]
        loss = sum(losses) / len(losses)
        if report and epoch % 10 == 0:
            print(f"epoch {epoch:3}  loss {loss:.4f}  {time.process_time():.0f} CPU s", flush=True)
        if loss < ENOUGH:
            break
    return {name: weight.detach().numpy() for name, weight in network.weights.items()}


def _rate(step: int) -> float:
    """Rises to 1 in ``WARM_UP`` steps, then falls with the square root."""
    return min((step + 1) / WARM_UP, (WARM_UP / (step + 1)) ** 0.5)


def _step(
    network: Network,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
    sources: Tensor,
    targets: Tensor,
) -> float:
    loss = network.loss(sources, targets)
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.weights.values(), 1.0)
    optimizer.step()
    schedule.step()
    return float(loss.detach())


def _batches(pairs: Sequence[Pair], shuffle: torch.Generator) -> Iterator[tuple[Tensor, Tensor]]:
    order = torch.randperm(len(pairs), generator=shuffle).tolist()
    for start in range(0, len(order), BATCH):
        chosen = [pairs[place] for place in order[start : start + BATCH]]
        yield _filled([source for source, _ in chosen]), _filled([[BEGIN, *target, END] for _, target in chosen])


def _filled(rows: Sequence[list[int]]) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [PAD] * (longest - len(row)) for row in rows])
