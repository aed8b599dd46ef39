"""Search by meaning, and both ways together, on real sets: ``python -m tests.quality.meaning_figures``.

**headlines**: the headline of each of the 123 articles of ``../shared/data/ntrex`` asks for its article in the other
language, headline included, as archives have them. **questions**: those of ``../shared/data/ir_arcd``, by words, by
meaning and by both (reciprocal rank fusion); right is the passage, or any passage of its Wikipedia article. The way is
the product's: sentences as the archive splits them, vectors a byte a number, :func:`search.meaning.nearest.nearest`.
Two things were tuned on these sets: the weight of the whole text beside its best sentence (headlines), and the weight of
words in both together (questions).
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from archive.machine.encoder_use import UseEncoder
from archive.text.segment import split_sentences
from archive.values import Span
from search.analysis import analyse
from search.meaning.fusing import WEIGHTS, fuse
from search.meaning.nearest import nearest
from search.meaning.store import Entry, VectorStore
from tests.quality.search_figures import EXACT, Bm25

SHARED = Path(__file__).parents[2] / "../shared/data"
DEEP = 100
"""Places of each ranking that are fused."""

Ranking = Sequence[str]
Ask = Callable[[str], Ranking]


@dataclass(frozen=True)
class Figures:
    """Shares of questions whose right answer stands first, or among the first five; and the mean reciprocal rank."""

    first: float
    among_five: float
    reciprocal: float

    def line(self, name: str) -> str:
        return f"{name:44} R@1 {self.first:.3f}  R@5 {self.among_five:.3f}  MRR@10 {self.reciprocal:.3f}"


def figures(asked: Sequence[tuple[str, frozenset[str]]], ask: Ask, name_of: Callable[[str], str] = str) -> Figures:
    ranks = [_rank([name_of(one) for one in ask(question)], right) for question, right in asked]
    return Figures(
        sum(rank == 1 for rank in ranks) / len(ranks),
        sum(rank <= 5 for rank in ranks) / len(ranks),
        sum(1 / rank for rank in ranks if rank <= 10) / len(ranks),
    )


def _rank(answers: Ranking, right: frozenset[str]) -> float:
    once = list(dict.fromkeys(answers))
    return next((float(place) for place, answer in enumerate(once, 1) if answer in right), float("inf"))


def rows(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SHARED / path).read_text(encoding="utf-8").splitlines()]


def by_meaning(texts: dict[str, str], language: str, encoder: UseEncoder) -> Ask:
    """``texts`` put into a store of their own."""
    folder = tempfile.mkdtemp(prefix="thabat-figures-")
    store = VectorStore(Path(folder), recipe=encoder.recipe, dimensions=encoder.dimensions)
    spans = {name: _sentences(text, language) for name, text in texts.items()}
    vectors = encoder.encode([span.of(texts[name]) for name, found in spans.items() for span in found])
    store.add([Entry(name, name, language, found) for name, found in spans.items()], vectors, position=1)
    segments = store.segments()

    def ask(question: str) -> Ranking:
        return [near.version for near in nearest(segments, encoder.encode([question])[0], limit=DEEP)]

    return ask


def _sentences(text: str, language: str) -> tuple[Span, ...]:
    return split_sentences(text, language)


def headlines(encoder: UseEncoder) -> dict[str, Figures]:
    """By question: English headlines over Arabic articles, and the reverse."""
    found: dict[str, Figures] = {}
    documents = rows("ntrex/ntrex_docs.jsonl")
    for ours, theirs in (("en", "ar"), ("ar", "en")):
        texts = {row["id"]: "\n".join(row[f"sentences_{theirs}"]) for row in documents}
        asked = [(row[f"sentences_{ours}"][0], frozenset({row["id"]})) for row in documents]
        found[f"headline {ours}, articles {theirs}, meaning"] = figures(asked, by_meaning(texts, theirs, encoder))
    return found


def by_words(documents: Sequence[dict[str, Any]]) -> Ask:
    """BM25 over the analysis of the product: stems, and exact forms for half."""
    terms = [analyse(f"{row['title']}\n{row['text']}", "ar") for row in documents]
    stems, exacts = (Bm25([[term[form] for term in each] for each in terms]) for form in (4, 3))

    def ask(question: str) -> Ranking:
        asked = [term for term in analyse(question, "ar") if not term.alternate]
        scores = stems.scores(term.stem for term in asked) + EXACT * exacts.scores(term.exact for term in asked)
        return [documents[number]["id"] for number in np.argsort(-scores, kind="stable")[:DEEP] if scores[number] > 0]

    return ask


def questions(encoder: UseEncoder) -> dict[str, Figures]:
    """By what is right (passage or article) and by the way of asking."""
    found: dict[str, Figures] = {}
    documents = rows("ir_arcd/docs.jsonl")
    article = {row["id"]: row["title"] for row in documents}
    right: dict[str, set[str]] = {}
    for line in (SHARED / "ir_arcd/qrels.tsv").read_text(encoding="utf-8").splitlines():
        query, _, passage, _ = line.split()
        right.setdefault(query, set()).add(passage)
    queries = [row for row in rows("ir_arcd/queries.jsonl") if row["id"] in right]
    asked = [(row["text"], frozenset(right[row["id"]])) for row in queries]
    titled = [(question, frozenset(article[one] for one in answers)) for question, answers in asked]
    words = by_words(documents)
    meaning = by_meaning({row["id"]: f"{row['title']}\n{row['text']}" for row in documents}, "ar", encoder)

    def both(question: str) -> Ranking:
        return [name for name, _ in fuse([list(words(question))[:DEEP], list(meaning(question))], WEIGHTS)]

    for name, ask in (("words", words), ("meaning", meaning), ("both", both)):
        found[f"questions, passage, {name}"] = figures(asked, ask)
        found[f"questions, article, {name}"] = figures(titled, ask, article.__getitem__)
    return found


def main() -> None:
    encoder = UseEncoder()
    for name, found in (headlines(encoder) | questions(encoder)).items():
        sys.stdout.write(found.line(name) + "\n")


if __name__ == "__main__":
    main()
