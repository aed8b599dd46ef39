"""Let a deletion or an insertion begin where a sentence does, if it might as well.

«He came. He saw. He left.» without its second sentence lacks "He saw." or "saw. He", and no count of
words can tell. Among the places where the same stretch can stand, the one after the strongest break is
taken: a line break, the end of a sentence, any. Only stretches with nothing opposite slide.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from archive.text.revise.matching import Matching, Pair
from archive.text.revise.words import Words

_END: Final = re.compile(r"[.!?؟…۔。！？]")


def slide(a: Words, b: Words, matching: Matching) -> Matching:
    """Return the matching with its one-sided gaps where they read best."""
    away_a = {at for block in matching.moved for at in block.a}
    away_b = {at for block in matching.moved for at in block.b}
    kept = _slid(matching.kept, a, away_a)
    turned = _slid([(j, i) for i, j in kept], b, away_b)
    return Matching(tuple((i, j) for j, i in turned), matching.moved)


def _slid(pairs: Sequence[Pair], words: Words, away: set[int]) -> list[Pair]:
    """Slide the gaps that only the first text has."""
    slid = list(pairs)
    for k in range(len(slid) - 1):
        (start, left), (end, right) = slid[k], slid[k + 1]
        if right == left + 1 and end > start + 1 and not any(at in away for at in range(start + 1, end)):
            _slide_one(slid, k, words)
    return slid


def _slide_one(pairs: list[Pair], k: int, words: Words) -> None:
    """Move the gap after pair ``k`` over the pairs it may pass: back over those before it, on over those after it."""
    start, end = pairs[k][0] + 1, pairs[k + 1][0]
    back = sum(1 for _ in _passable(pairs, k, -1, lambda step: words.keys[start - step] == words.keys[end - step]))
    on = sum(
        1 for _ in _passable(pairs, k + 1, 1, lambda step: words.keys[start + step - 1] == words.keys[end + step - 1])
    )
    best = max(range(-back, on + 1), key=lambda by: (_break_before(words, start + by), -abs(by)))
    for step in range(1, -best + 1):
        pairs[k + 1 - step] = (end - step, pairs[k + 1 - step][1])
    for step in range(best):
        pairs[k + 1 + step] = (start + step, pairs[k + 1 + step][1])


def _passable(pairs: Sequence[Pair], first: int, by: int, same: Callable[[int], bool]) -> Iterator[int]:
    """The pairs from ``first`` on, as long as they follow one another and the gap would hold the same words."""
    step = 1
    at = first
    while 0 <= at < len(pairs) and same(step):
        if at != first and pairs[at] != (pairs[at - by][0] + by, pairs[at - by][1] + by):
            return
        yield at
        at, step = at + by, step + 1


def _break_before(words: Words, index: int) -> int:
    between = words.after(index - 1)
    if "\n" in between or not index:
        return 2
    return 1 if _END.search(between) else 0
