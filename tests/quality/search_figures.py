"""Measure the analysis and the names of search on ``../shared/data`` and print the figures.

    python -m tests.quality.search_figures [words] [names] [pairs] [speed]

Words: ``ir_arcd``, BM25 over our terms, ``stem + 0.5 exact`` (SEARCH.md §5, step 4), no engine; then the same questions
as people type them: fully vowelled, with tatweel, ه for ة, without hamza. An article has about three passages there, so
the right article first is counted too. Names: a half of every set under ``names/`` was tuned on, the other is reported.
The frequency table holds no text of these sets by itself: it is wordfreq's.
"""

from __future__ import annotations

import json
import math
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.analysis import analyse
from search.names.matching import SAME, score
from tests.quality.defects import SHARED
from tests.quality.name_pairs import NamePair, halves
from tests.search.analysis import development_pairs, held_out_pairs

ARCD = SHARED / "ir_arcd"
EXACT = 0.5
K1, B = 1.2, 0.75
HARAKAT = "\u064e\u0650\u064f\u0652\u064b\u0651"
HAMZA = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و", "ئ": "ي", "ء": None})

TYPED: dict[str, Callable[[str], str]] = {
    "as they are": lambda text: text,
    "fully vowelled": lambda text: re.sub(
        "[\u0621-\u064a]", lambda match: match[0] + HARAKAT[ord(match[0]) % len(HARAKAT)], text
    ),
    "with tatweel": lambda text: re.sub("(?<=[بتثجحخسشصضطظعغفقكلمنهي])(?=[\u0621-\u064a])", "ـ", text),
    "ه for ة": lambda text: text.replace("ة", "ه"),
    "alef without hamza": lambda text: re.sub("[أإآ]", "ا", text),
    "no hamza at all": lambda text: text.translate(HAMZA),
}

Scores = NDArray[np.float64]


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (ARCD / name).read_text(encoding="utf-8").splitlines()]


def relevant() -> dict[str, set[str]]:
    judged: dict[str, set[str]] = defaultdict(set)
    for line in (ARCD / "qrels.tsv").read_text().splitlines():
        question, _, passage, _ = line.split()
        judged[question].add(passage)
    return judged


class Bm25:
    """BM25 over lists of terms, every document scored."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        lengths = np.array([len(terms) for terms in documents], dtype=np.float64)
        self._size = len(documents)
        self._weights: dict[str, tuple[NDArray[np.int64], Scores]] = {}
        places: dict[str, dict[int, int]] = defaultdict(dict)
        for number, terms in enumerate(documents):
            for term, count in Counter(terms).items():
                places[term][number] = count
        for term, counts in places.items():
            held, tf = np.array(list(counts)), np.array(list(counts.values()), dtype=np.float64)
            idf = math.log(1 + (self._size - len(held) + 0.5) / (len(held) + 0.5))
            norm = K1 * (1 - B + B * lengths[held] / lengths.mean())
            self._weights[term] = held, idf * tf * (K1 + 1) / (tf + norm)

    def scores(self, terms: Iterable[str]) -> Scores:
        found = np.zeros(self._size)
        for term in terms:
            if term in self._weights:
                held, weights = self._weights[term]
                found[held] += weights
        return found


def retrieval(typed: Callable[[str], str]) -> dict[str, float]:
    """R@1, R@5 and MRR@10 of the right passage, R@1 and MRR@10 of any passage of the right article."""
    passages, questions, judged = rows("docs.jsonl"), rows("queries.jsonl"), relevant()
    terms = [analyse(f"{passage['title']}\n{passage['text']}", "ar") for passage in passages]
    stems, exacts = (Bm25([[term[form] for term in each] for each in terms]) for form in (4, 3))
    titles = {passage["id"]: passage["title"] for passage in passages}
    total: Counter[str] = Counter()
    for question in questions:
        asked = [term for term in analyse(typed(question["text"]), "ar") if not term.alternate]
        scores = stems.scores(term.stem for term in asked) + EXACT * exacts.scores(term.exact for term in asked)
        ranked = [passages[number]["id"] for number in np.argsort(-scores, kind="stable")[:10]]
        right = judged[question["id"]]
        total["R@1"] += len(right & set(ranked[:1])) / len(right)
        total["R@5"] += len(right & set(ranked[:5])) / len(right)
        total["MRR@10"] += next((1 / place for place, each in enumerate(ranked, 1) if each in right), 0)
        article = [titles[each] in {titles[one] for one in right} for each in ranked]
        total["article R@1"] += article[0]
        total["article MRR@10"] += next((1 / place for place, holds in enumerate(article, 1) if holds), 0)
    return {name: round(value / len(questions), 4) for name, value in total.items()}


def words() -> Iterator[str]:
    for name, typed in TYPED.items():
        yield f"ir_arcd {name}: {retrieval(typed)}"


def pairs() -> Iterator[str]:
    for half in (development_pairs, held_out_pairs):
        figures = {name: _meeting(getattr(half, name)) for name in ("MUST_MEET", "MUST_NOT_MEET")}
        yield f"{half.__name__.rsplit('.', 1)[1]}: {figures}"


def _meeting(table: str) -> str:
    read = [line.split() for line in table.strip().splitlines()]
    met = sum(_stems(one) == _stems(other) for one, other in read)
    return f"{met} of {len(read)} meet ({met / len(read):.3f})"


def _stems(word: str) -> list[str]:
    return [term.stem for term in analyse(word, "ar")]


def names() -> Iterator[str]:
    for half, found in halves().items():
        for source in (*sorted({pair.source for pair in found}), "all"):
            yield f"names {half}, {source}: {name_figures(pair for pair in found if source in {pair.source, 'all'})}"


def name_figures(pairs_of_names: Iterable[NamePair]) -> dict[str, float]:
    """Precision, recall and F1 at the score from which two names are one; recall of the same names across scripts."""
    scored = [(score(pair.one, pair.other), pair) for pair in pairs_of_names]
    same = sum(pair.same for _, pair in scored)
    taken = [pair for likeness, pair in scored if likeness >= SAME]
    right = sum(pair.same for pair in taken)
    across = [likeness >= SAME for likeness, pair in scored if pair.same and pair.across]
    figures = {"P": right / len(taken), "R": right / same, "F1": 2 * right / (same + len(taken)), "pairs": len(scored)}
    if across:
        figures["cross-script recall"] = sum(across) / len(across)
    return {name: round(value, 4) for name, value in figures.items()}


def speed() -> Iterator[str]:
    """Terms a CPU-second, the first time and when the words are known."""
    texts = [passage["text"] for passage in rows("docs.jsonl")]
    for _ in range(4):
        began = time.process_time()
        terms = sum(len(analyse(text, "ar")) for text in texts)
        yield f"analysis: {terms / (time.process_time() - began):.0f} terms/s"


def main() -> None:
    parts = {"words": words, "pairs": pairs, "names": names, "speed": speed}
    for name in sys.argv[1:] or parts:
        for line in parts[name]():
            print(line)  # noqa: T201 - the product


if __name__ == "__main__":
    main()
