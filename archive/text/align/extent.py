"""Was a sentence shortened or filled out? Lengths say that something may be, a second look says where.

The log length ratio of a link is compared with those of the other links of the pair (in standard
deviations, so a free translation is not held to the measure of a close one). Where it is unusual,
stretches of the longer side, as long as the surplus, are left out one after the other and encoded
again: if the rest without one of them is clearly closer to the other side than without the others,
that stretch has no counterpart. Several words in brackets on one side only (an editor's gloss; a
single word is an acronym) are looked at even where the length is not unusual. Without an encoder
the lengths alone decide, and confidences are lower.

Cuts of a few words stay unseen: two faithful translations differ by as much.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from archive.text.align.side import Encodes, Floats, Side
from archive.values import Span

USUAL_DEVIATION: Final = 0.165
"""Standard deviation of the log length ratio over the links of a news article, on the tuning half."""

PRIOR: Final = 12
"""Links that the usual mean and deviation count for."""

UNUSUAL: Final = 1.25
UNUSUAL_WITH_BRACKET: Final = 0.2
"""Standard deviations from which a link is looked at."""

STRETCHES: Final = 8
"""How many places in a sentence are tried."""

LONGEST_CUT: Final = 0.7
LEAST_WORDS: Final = 5

_WORD: Final = re.compile(r"\S+")
_BRACKET: Final = re.compile(r"[(\[]")
_GLOSS: Final = re.compile(r"[(\[][^()\[\]]*\w\s+\w[^()\[\]]*[)\]]")


_GLUED: Final = re.compile(r"[\u0620-\u064a]{16,}")
"""Arabic words that have lost the spaces between them: nothing can be said of what such a sentence lacks."""


class _Model(NamedTuple):
    """Logistic regression on sentences of the tuning half, as published and with a stretch cut off.

    ``spread`` is the best stretch's cosine above the mean of all, ``likeness`` that of the two sides as they are.
    """

    bias: float
    unusual: float
    spread: float
    length: float
    bracket: float
    likeness: float


CONDENSED: Final = _Model(bias=-3.9, unusual=1.0, spread=19.4, length=1.0, bracket=0.0, likeness=-6.6)
EXPANDED: Final = _Model(bias=-17.2, unusual=2.3, spread=9.2, length=2.1, bracket=7.5, likeness=0.0)


class Pair(NamedTuple):
    """The sentences of one link, and how sure the link is (log odds)."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    worth: float


@dataclass(frozen=True, slots=True)
class Surplus:
    """One side of a link says more. ``stretch`` lies in the sentences of that side joined by one space."""

    pair: int
    on_source: bool  # condensed; otherwise expanded
    evidence: float  # log odds
    deviations: float
    stretch: Span | None


@dataclass(frozen=True, slots=True)
class _Suspect:
    pair: int
    on_source: bool
    deviations: float
    surplus: float  # share of the longer side
    longer: str
    shorter: str
    likeness: float

    @property
    def brackets(self) -> int:
        """Brackets of several words on the longer side, beyond the brackets of any size on the other."""
        return max(0, len(_GLOSS.findall(self.longer)) - len(_BRACKET.findall(self.shorter)))


def surpluses(
    source: Side, target: Side, pairs: Sequence[Pair], usual: float, encoder: Encodes | None
) -> list[Surplus]:
    """Return the links of which one side seems to say more, with the evidence for it."""
    suspects = [found for found in _suspects(source, target, pairs, usual) if _worth_a_look(found)]
    cuts = [stretches(found.longer, found.surplus) if encoder else () for found in suspects]
    texts = [text for found, spans in zip(suspects, cuts, strict=True) for text in _texts(found, spans)]
    vectors = encoder.encode(texts) if encoder and texts else np.zeros((len(texts), 1), dtype=np.float32)
    results, at = [], 0
    for found, spans in zip(suspects, cuts, strict=True):
        block = vectors[at : at + 1 + len(spans)].astype(np.float64)
        results.append(_judged(found, spans, np.round(block[1:] @ block[0], 6)))
        at += 1 + len(spans)
    return results


def _suspects(source: Side, target: Side, pairs: Sequence[Pair], usual: float) -> list[_Suspect]:
    texts = [(_joined(source, pair.source), _joined(target, pair.target)) for pair in pairs]
    logs = np.array([np.log((len(right) + 8) / (len(left) + 8)) for left, right in texts])
    middle, deviation = _usual(logs[[pair.worth > 3 for pair in pairs]] if pairs else logs, usual)
    found = []
    for number, ((left, right), log) in enumerate(zip(texts, logs, strict=True)):
        on_source = bool(log < middle)
        longer, shorter = (left, right) if on_source else (right, left)
        surplus = float(1 - np.exp(-abs(log - middle)))
        likeness = _likeness(source, target, pairs[number])
        deviations = float(abs(log - middle)) / deviation
        found.append(_Suspect(number, on_source, deviations, surplus, longer, shorter, likeness))
    return found


def _likeness(source: Side, target: Side, pair: Pair) -> float:
    """The cosine of the two sides of a link, several sentences as their mean, weighted by length."""
    left, right = (
        np.average(side.vectors[list(indices)].astype(np.float64), axis=0, weights=side.lengths[list(indices)])
        for side, indices in ((source, pair.source), (target, pair.target))
    )
    norms = float(np.linalg.norm(left)) * float(np.linalg.norm(right))
    return round(float(left @ right) / max(norms, 1e-9), 6)


def _joined(side: Side, indices: Sequence[int]) -> str:
    return " ".join(side.sentences[index] for index in indices)


def _usual(logs: Floats, usual: float) -> tuple[float, float]:
    """Mean and deviation of this pair of documents, drawn towards the usual ones; outliers count for half."""
    middle = (len(logs) * float(np.median(logs)) + PRIOR * usual) / (len(logs) + PRIOR) if len(logs) else usual
    squares = np.minimum(np.abs(logs - middle), 0.5) ** 2
    return middle, float(np.sqrt((squares.sum() + PRIOR * USUAL_DEVIATION**2) / (len(logs) + PRIOR)))


def _worth_a_look(suspect: _Suspect) -> bool:
    if _GLUED.search(suspect.longer) or _GLUED.search(suspect.shorter):
        return False
    return suspect.deviations > (UNUSUAL_WITH_BRACKET if suspect.brackets else UNUSUAL)


def stretches(text: str, share: float) -> tuple[Span, ...]:
    """Return up to ``STRETCHES`` evenly spread runs of words, each about ``share`` of the words of ``text``."""
    words = [match.span() for match in _WORD.finditer(text)]
    if len(words) < LEAST_WORDS:
        return ()
    size = max(1, min(len(words) - 2, round(min(share, LONGEST_CUT) * len(words))))
    starts = sorted({round(step * (len(words) - size) / (STRETCHES - 1)) for step in range(STRETCHES)})
    return tuple(Span(words[start][0], words[start + size - 1][1]) for start in starts)


def _texts(suspect: _Suspect, spans: Sequence[Span]) -> list[str]:
    """The shorter side, then the longer one without each of the stretches."""
    longer = suspect.longer
    return [
        suspect.shorter,
        *(f"{longer[: span.start].rstrip()} {longer[span.end :].lstrip()}".strip() for span in spans),
    ]


def _judged(suspect: _Suspect, spans: Sequence[Span], cosines: Floats) -> Surplus:
    model = CONDENSED if suspect.on_source else EXPANDED
    spread = float(cosines.max() - cosines.mean()) if spans else 0.0
    evidence = (
        model.bias
        + model.unusual * suspect.deviations
        + model.spread * spread
        + model.length * float(np.log(len(suspect.longer) + 1))
        + model.bracket * min(suspect.brackets, 1)
        + model.likeness * suspect.likeness
    )
    stretch = spans[int(cosines.argmax())] if spans else None
    return Surplus(suspect.pair, suspect.on_source, round(evidence, 3), round(suspect.deviations, 2), stretch)
