"""Where nearness of meaning ends: ``python -m tests.quality.meaning_floor``, for :mod:`search.meaning.floor`.

Headlines of ``../shared/data/ntrex`` and their first words ask for their article in the other language, questions of
``ir_arcd`` for their passage's article; beside them stand words that are none. Printed for some floors: how many of
the right answers among the first ten stay, how many texts are found (median), and how often none is.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from archive.machine.encoder_use import UseEncoder
from archive.text.segment import split_sentences
from search.meaning.nearest import WHOLE
from search.meaning.vectors import Floats, unit
from tests.quality.meaning_figures import SHARED, rows

FLOORS: Final = (0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
OTHER: Final = {"ar": "en", "en": "ar"}
LETTERS: Final = ("abcdefghijklmnopqrstuvwxyz", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي")


class Asked(NamedTuple):
    kind: str
    text: str
    right: Sequence[str] = ()


def texts() -> dict[str, tuple[str, str]]:
    """By name the language and the text."""
    found = {
        f"{r['id']}.{one}": (one, "\n".join(r[f"sentences_{one}"]))
        for r in rows("ntrex/ntrex_docs.jsonl")
        for one in OTHER
    }
    return found | {r["id"]: ("ar", f"{r['title']}\n{r['text']}") for r in rows("ir_arcd/docs.jsonl")}


def questions(chance: random.Random) -> Iterator[Asked]:
    for row in rows("ntrex/ntrex_docs.jsonl"):
        for ours, theirs in OTHER.items():
            headline, right = row[f"sentences_{ours}"][0], (f"{row['id']}.{theirs}",)
            yield Asked("headline", headline, right)
            words = [word for word in re.findall(r"\w+", headline) if len(word) > 4]
            yield from (Asked(f"{n} words", " ".join(words[:n]), right) for n in (1, 2, 3) if len(words) >= n)
    titles = {row["id"]: row["title"] for row in rows("ir_arcd/docs.jsonl")}
    passages: dict[str, str] = {}
    for line in (SHARED / "ir_arcd/qrels.tsv").read_text(encoding="utf-8").splitlines():
        query, _, passage, _ = line.split()
        passages[query] = titles[passage]
    known = [row for row in rows("ir_arcd/queries.jsonl") if row["id"] in passages]
    for row in chance.sample(known, 400):
        yield Asked("question", row["text"], [name for name, title in titles.items() if title == passages[row["id"]]])


def nonsense(chance: random.Random) -> Iterator[Asked]:
    for letters in LETTERS * 150:
        words = ["".join(chance.choice(letters) for _ in range(chance.randint(5, 9))) for _ in range(3)]
        yield Asked("no word", words[0])
        yield Asked("no words", " ".join(words))


class Scores:
    """The nearness of every text to a question, as the product reckons it."""

    def __init__(self, encoder: UseEncoder, of: dict[str, tuple[str, str]]) -> None:
        pieces = [[span.of(text) for span in split_sentences(text, language)] for language, text in of.values()]
        self._encoder = encoder
        self._vectors = encoder.encode([sentence for found in pieces for sentence in found])
        self._starts = np.cumsum([0, *(len(found) for found in pieces[:-1])])
        self._means = np.array([unit(part.sum(axis=0)) for part in np.split(self._vectors, self._starts[1:])])

    def of(self, question: str) -> Floats:
        vector = self._encoder.encode([question])[0]
        best = np.maximum.reduceat(self._vectors @ vector, self._starts)
        found: Floats = (best + WHOLE * (self._means @ vector)) / (1 + WHOLE)
        return found


def main() -> None:
    chance, every = random.Random(4), texts()
    scores, places = Scores(UseEncoder(), every), {name: number for number, name in enumerate(every)}
    kinds: dict[str, list[tuple[float | None, Floats]]] = {}
    for asked in (*questions(chance), *nonsense(chance)):
        found = scores.of(asked.text)
        right = max((float(found[places[name]]) for name in asked.right), default=2.0)
        among_ten = bool(asked.right) and int((found >= right).sum()) <= 10
        kinds.setdefault(asked.kind, []).append((right if among_ten else None, found))
    for kind, answers in kinds.items():
        rights = [right for right, _ in answers if right is not None]
        for floor in FLOORS:
            counts = [int((found >= floor).sum()) for _, found in answers]
            kept = f"{sum(right >= floor for right in rights) / len(rights):.3f}" if rights else "  -  "
            none = sum(count == 0 for count in counts) / len(counts)
            sys.stdout.write(
                f"{kind:10} floor {floor:.2f}  kept {kept}  texts {np.median(counts):5.0f}  none {none:.2f}\n"
            )


if __name__ == "__main__":
    main()
