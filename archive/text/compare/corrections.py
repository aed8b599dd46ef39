"""What a person corrected in an alignment: a layer over whatever a machine finds, now or later.

Every correction says how its sentences belong together:

    link     these sentences of both sides are one link
    merge    the same, for sentences that stood in several links
    split    the same, for sentences cut out of a wider link; what is left of it is aligned anew
    omit     these sentences of one side have no counterpart
    unlink   none of these source sentences belongs to any of these target sentences

They are replayed in the order in which they were made. A later one that names a sentence takes it out
of the earlier ones, whose other sentences are then free again; ``unlink`` undoes the links that hold
a pair it names, and a later link of that pair lifts the ban. Nothing is ever rewritten: the layer is
what the replay gives, and the machine aligns around it (:mod:`.guiding`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from archive.text.compare.texts import Text


class Action(StrEnum):
    MERGE = "merge"
    SPLIT = "split"
    LINK = "link"
    UNLINK = "unlink"
    OMIT = "omit"


@dataclass(frozen=True, slots=True)
class Correction:
    """``source`` and ``target`` are ordinals of units, rising."""

    id: str
    action: Action
    source: tuple[int, ...]
    target: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """Units that a person put together, or set alone (one side empty)."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    correction: str

    def shares(self, source: Sequence[int], target: Sequence[int]) -> bool:
        return not (set(self.source).isdisjoint(source) and set(self.target).isdisjoint(target))

    def holds_any(self, pairs: frozenset[tuple[int, int]]) -> bool:
        return any((left, right) in pairs for left in self.source for right in self.target)


@dataclass(frozen=True, slots=True)
class Layer:
    """The outcome of all corrections: what is fixed, and which pairs must not be linked."""

    fixed: tuple[Fixed, ...] = ()
    banned: frozenset[tuple[int, int]] = frozenset()


def layer_of(corrections: Sequence[Correction]) -> Layer:
    """Replay ``corrections``, oldest first."""
    layer = Layer()
    for one in corrections:
        layer = _after(layer, one)
    return layer


def _after(layer: Layer, one: Correction) -> Layer:
    pairs = frozenset((left, right) for left in one.source for right in one.target)
    if one.action is Action.UNLINK:
        return Layer(tuple(kept for kept in layer.fixed if not kept.holds_any(pairs)), layer.banned | pairs)
    kept = tuple(fixed for fixed in layer.fixed if not fixed.shares(one.source, one.target))
    if one.action is Action.OMIT:
        alone = [((at,), ()) for at in one.source] + [((), (at,)) for at in one.target]
        return Layer((*kept, *(Fixed(left, right, one.id) for left, right in alone)), layer.banned)
    return Layer((*kept, Fixed(one.source, one.target, one.id)), layer.banned - pairs)


def check_correction(one: Correction, source: Text, target: Text) -> None:
    """``ValueError`` with what was expected and found where ``one`` makes no sense of these texts."""
    for side, ordinals, text in (("source", one.source, source), ("target", one.target, target)):
        _check_ordinals(side, ordinals, text)
    if one.action is Action.OMIT:
        if bool(one.source) == bool(one.target):
            raise ValueError("to mark sentences as having no counterpart, name those of one side only")
        return
    if not (one.source and one.target):
        raise ValueError(f"to {one.action}, name sentences of both sides")
    if one.action is Action.MERGE and len(one.source) + len(one.target) < 3:
        raise ValueError("to merge, name at least two sentences of one side")


def _check_ordinals(side: str, ordinals: tuple[int, ...], text: Text) -> None:
    if list(ordinals) != sorted(set(ordinals)):
        raise ValueError(f"{side}: expected numbers that rise, found {list(ordinals)}")
    for ordinal in ordinals:
        if not 0 <= ordinal < len(text.units):
            raise ValueError(f"{side}: there is no segment {ordinal}; they are numbered 0 to {len(text.units) - 1}")
        if ordinal not in text.taking_part:
            raise ValueError(f"{side}: segment {ordinal} is a {text.units[ordinal].kind} and is not aligned")
