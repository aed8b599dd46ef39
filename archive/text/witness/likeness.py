"""How like two texts in one language are: sums of small statistics, kept a sentence at a time.

Likeness, not quality: the machine's text is held beside one human translation, and a free or a better
translation is less like it. Scores come from statistics that add up (n-gram matches, edits), so a text's
score is that of the sum of its sentences and can be made again from what is kept. The metrics themselves
are sacrebleu's, behind :class:`Metrics` (:mod:`archive.machine.metrics_sacrebleu`); the share of the
machine's four-word runs that stand in the human text is counted here. Flagged sentences are left out by
whoever sums.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from archive.text.fold import fold, fold_with_offsets
from archive.text.recipe import recipe
from archive.values import Span

RUN: Final = 4
"""Words: shorter runs meet by chance, longer ones miss light editing."""
RECIPE: Final = recipe("likeness-runs", 1, words=RUN, fold=1)

_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Statistics:
    """What is counted of one sentence, or of many: each field adds up item by item.

    ``bleu`` is system length, reference length, then matches and totals of 1- to 4-grams; ``chrf`` hypothesis,
    reference and matched counts of each order; ``ter`` edits and reference words; ``runs`` how many of the
    machine's four-word runs stand in the human text, and how many there are.
    """

    bleu: tuple[int, ...]
    chrf: tuple[int, ...]
    ter: tuple[int, ...]
    runs: tuple[int, int] = (0, 0)

    def __add__(self, other: Statistics) -> Statistics:
        return Statistics(
            _added(self.bleu, other.bleu),
            _added(self.chrf, other.chrf),
            _added(self.ter, other.ter),
            (self.runs[0] + other.runs[0], self.runs[1] + other.runs[1]),
        )

    def as_lists(self) -> list[list[int]]:
        """For a record: in the order of the fields."""
        return [list(self.bleu), list(self.chrf), list(self.ter), list(self.runs)]

    @classmethod
    def from_lists(cls, lists: Sequence[Sequence[int]]) -> Statistics:
        bleu, chrf, ter, (shared, total) = lists
        return cls(tuple(bleu), tuple(chrf), tuple(ter), (shared, total))


@dataclass(frozen=True, slots=True)
class Scores:
    """In thousandths of a point: ``chrf`` and ``bleu`` of 100 points, more is more alike; ``ter`` is edits per 100
    words, less is more alike. ``runs`` is a share in thousandths, ``None`` where there is no run of four words.
    """

    chrf_millis: int
    bleu_millis: int
    ter_millis: int
    runs_millis: int | None


class Metrics(Protocol):
    """sacrebleu, for one target language; ``signatures`` say by metric exactly how it was computed."""

    signatures: dict[str, str]

    def statistics(self, machine: Sequence[str], human: Sequence[str]) -> list[Statistics]:
        """Of each pair of sentences, ``runs`` left empty."""
        ...

    def scores(self, total: Statistics, *, sentence: bool = False) -> Scores:
        """``sentence``: of one sentence alone, whose BLEU counts no longer runs than it has words for."""
        ...


def summed(statistics: Iterable[Statistics]) -> Statistics | None:
    """``None`` of nothing."""
    total: Statistics | None = None
    for one in statistics:
        total = one if total is None else total + one
    return total


def runs_of(text: str) -> list[tuple[str, ...]]:
    """Every run of ``RUN`` words, folded, repeats included."""
    words = _WORD.findall(fold(text))
    return list(zip(*(words[start:] for start in range(RUN)), strict=False))


def shared_runs(machine: str, human_runs: frozenset[tuple[str, ...]]) -> tuple[int, int]:
    """How many of the machine sentence's runs stand anywhere in the human text, and of how many."""
    ours = runs_of(machine)
    return sum(run in human_runs for run in ours), len(ours)


def words_apart(human: str, machine: str) -> tuple[Span, ...]:
    """Where in the human sentence words stand that the machine's does not have, whatever their spelling and marks."""
    said = set(_WORD.findall(fold(machine)))
    folded = fold_with_offsets(human)
    return tuple(folded.span(*match.span()) for match in _WORD.finditer(folded.text) if match[0] not in said)


def measure(machine: Sequence[str], human: Sequence[str], human_text: str, metrics: Metrics) -> list[Statistics]:
    """The statistics of each machine sentence against its human counterpart and the whole human text."""
    everywhere = frozenset(runs_of(human_text))
    counted = metrics.statistics(machine, human)
    return [
        Statistics(one.bleu, one.chrf, one.ter, shared_runs(sentence, everywhere))
        for one, sentence in zip(counted, machine, strict=True)
    ]


def runs_millis(runs: tuple[int, int]) -> int | None:
    return round(1000 * runs[0] / runs[1]) if runs[1] else None


def _added(ours: tuple[int, ...], theirs: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(one + other for one, other in zip(ours, theirs, strict=True))
