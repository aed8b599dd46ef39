"""Make ``archive/text/compare/name_weights.py``: what counts for a changed name, and how often so much was right.

    python -m tests.quality.calibrate_names            # print what would be written
    python -m tests.quality.calibrate_names --write

Learnt from the clean documents of the tuning half of ``../shared/data/defects``: in up to fourteen links of each, one at
a time, a name that the Arabic has is replaced by a name of another document, of the same sort (a gazetted place by
another). Right is the pair of that name and the word that stood for the old one; wrong is whatever pair the untouched
documents show. The weights are a logistic model's. The shares are counted on fifths that took no part in learning, the
untouched links weighted as if in one document of three a name had been changed.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from archive.text.compare.gazetteer import arabic_beginnings, begins
from archive.text.compare.links import Side
from archive.text.compare.name_calibration import Share
from archive.text.compare.name_evidence import Evidence
from archive.text.compare.name_likeness import SAME, distance_of_names
from archive.text.compare.name_reading import Names
from archive.text.compare.name_words import Word
from archive.text.compare.names import candidates, glued
from tests.quality.defects import Document, documents

TABLE = Path(__file__).parents[2] / "archive/text/compare/name_weights.py"
EDGES = (-20.0, -2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0)
A_DOCUMENT = 14
FOLDS = 5
RIDGE = 2.0
IN_ONE_OF = 3  # documents a name is taken to be changed
AS_MUCH = 0.25  # a planted pair weighs, beside one of an untouched document
HEAD = '''"""The weights and shares in use. Made by ``tests/quality/calibrate_names.py``; do not edit."""

from __future__ import annotations

from typing import Final

from archive.text.compare.name_calibration import NameCalibration, Share

'''


@dataclass(frozen=True)
class Seen:
    """The pairs of one name without counterpart."""

    document: str
    pairs: tuple[tuple[Evidence, bool], ...]  # and whether the one became the other
    planted: bool

    @property
    def fold(self) -> int:
        return zlib.crc32(self.document.encode()) % FOLDS


@dataclass(frozen=True)
class Place:
    """A name in a link that the Arabic has once."""

    link: int
    sentence: int
    name: Word
    arabic: tuple[int, Word]


def names_of(document: Document, english: Sequence[str] | None = None) -> Names:
    row = document.row
    links = tuple((tuple(left), tuple(right)) for left, right in row["alignment"] if left and right)
    sides = Side("ar", tuple(row["sentences_ar"])), Side("en", tuple(english or row["sentences_en"]))
    return Names(*sides, links)


def untouched(document: Document, names: Names) -> Iterator[Seen]:
    for number, link in enumerate(names.links):
        if glued(names.arabic_side.text(link[0])):
            continue
        missing = names.missing(link)
        found = list(candidates(names, number, missing))
        for name in missing:
            yield Seen(document.id, tuple((one.evidence, False) for one in found if one.name is name), planted=False)


def places(names: Names) -> Iterator[Place]:
    for number, (left, right) in enumerate(names.links):
        if glued(names.arabic_side.text(left)):
            continue
        for sentence in right:
            for name in names.candidates[sentence]:
                standing = [(at, word) for at in left for word in names.arabic[at] if _stands_for(word, name)]
                if len(standing) == 1 and name.printed.isalpha():
                    yield Place(number, sentence, name, standing[0])


def _stands_for(word: Word, name: Word) -> bool:
    stems = arabic_beginnings(name.folded)
    return begins(word.folded, stems) if stems else distance_of_names(name.folded, word.folded) <= SAME


def planted(document: Document, names: Names, place: Place, other: str) -> Seen:
    """What is seen of ``other`` in the place of a name."""
    english = list(document.row["sentences_en"])
    span, (sentence, word) = place.name.span, place.arabic
    english[place.sentence] = english[place.sentence][: span.start] + other + english[place.sentence][span.end :]
    edited = names_of(document, english)
    found = candidates(edited, place.link, edited.missing(edited.links[place.link]))
    pairs = (
        (one.evidence, (one.other.sentence, one.other.word.span) == (sentence, word.span))
        for one in found
        if (one.name.sentence, one.name.word.span.start) == (place.sentence, span.start)
    )
    return Seen(document.id, tuple(pairs), planted=True)


def observations() -> list[Seen]:
    """Everything seen, in the untouched documents and with one name replaced."""
    draw = random.Random(7)
    texts = [(document, names_of(document)) for document in documents("clean", "tuning")]
    pool = {
        (bool(arabic_beginnings(name.folded)), document.id, name.printed)
        for document, names in texts
        for sentence in names.candidates
        for name in sentence
        if name.certainty >= 0.9 and name.printed.isalpha() and len(name.printed) > 3
    }
    seen = [one for document, names in texts for one in untouched(document, names)]
    for document, names in texts:
        found = list(places(names))
        draw.shuffle(found)
        for place in found[:A_DOCUMENT]:
            gazetted = bool(arabic_beginnings(place.name.folded))
            others = sorted(name for sort, source, name in pool if sort == gazetted and source != document.id)
            seen.append(planted(document, names, place, draw.choice(others)))
    return seen


Floats = npt.NDArray[np.float64]


def vector(evidence: Evidence, keys: Sequence[str]) -> list[float]:
    return [1.0, *(float(evidence[key]) for key in keys)]


def learn(seen: Sequence[Seen], keys: Sequence[str]) -> Floats:
    """Weights of a logistic model with a ridge, the bias first; by Newton's steps."""
    rows = [
        (vector(evidence, keys), right) for one in seen for evidence, right in one.pairs if right or not one.planted
    ]
    values, right = np.array([row for row, _ in rows]), np.array([right for _, right in rows], dtype=float)
    much = np.where(right == 1, AS_MUCH, 1.0)
    ridge = np.full(values.shape[1], RIDGE)
    ridge[0] = 0.01
    weights = np.zeros(values.shape[1])
    for _ in range(50):
        share = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (much * (share - right)) + ridge * weights
        weights -= np.linalg.solve((values.T * (much * share * (1 - share))) @ values + np.diag(ridge), slope)
    return weights


def scores(seen: Sequence[Seen], keys: Sequence[str]) -> list[tuple[float, bool]]:
    """The best score of everything seen, by weights that were learnt without its fifth, and whether it was planted."""
    parts = [learn([one for one in seen if one.fold != part], keys) for part in range(FOLDS)]
    return [
        (max(float(np.array(vector(evidence, keys)) @ parts[one.fold]) for evidence, _ in one.pairs), one.planted)
        for one in seen
        if one.pairs
    ]


def shares(found: Sequence[tuple[float, bool]], often: int) -> list[Share]:
    """Neighbours whose shares fall are pooled: more evidence never means less confidence."""
    pooled: list[Share] = []
    for at, edge in enumerate(EDGES):
        until = EDGES[at + 1] if at + 1 < len(EDGES) else float("inf")
        here = [right for score, right in found if edge <= score < until]
        share = Share(edge, sum(here), sum(here) + often * (len(here) - sum(here)))
        while pooled and share.right * pooled[-1].seen <= pooled[-1].right * share.seen:
            last = pooled.pop()
            share = Share(last.at_least, last.right + share.right, last.seen + share.seen)
        pooled.append(share)
    return pooled


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    seen = observations()
    keys = sorted(seen[0].pairs[0][0] if seen[0].pairs else next(one.pairs[0][0] for one in seen if one.pairs))
    often = round(IN_ONE_OF * sum(one.planted for one in seen) / len({one.document for one in seen}))
    weights = learn(seen, keys)
    body = [f"        {key!r}: {weight:.3f},".replace("'", '"') for key, weight in zip(keys, weights[1:], strict=True)]
    body += ["    },", "    shares=("]
    body += [f"        Share({one.at_least}, {one.right}, {one.seen})," for one in shares(scores(seen, keys), often)]
    text = "\n".join([f"    bias={weights[0]:.3f},", "    weights={", *body, "    ),", ")\n"])
    made = hashlib.sha256(text.encode()).hexdigest()[:12]
    table = f'{HEAD}CALIBRATION: Final = NameCalibration(\n    id="names-{made}",\n{text}'
    if write:
        TABLE.write_text(table, encoding="utf-8")
    print(table)  # noqa: T201 - the product


if __name__ == "__main__":
    main()
