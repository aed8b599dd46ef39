"""The words and the meaning of a question added up, version by version: a convex combination of scores.

Ranks (:mod:`search.meaning.fusing`) forget how well a text answers: the first of a hundred bad ones is first. Scores
on a known scale do not, and added up they rank better (Bruch, Gai and Ingber, "An Analysis of Fusion Functions for
Hybrid Retrieval", 2023). The scale of words is what all words of the question are worth together; that of meaning is
the cosine. A text in the script of the question can be found by its words, so its meaning is only added; one in
another script cannot, and its nearness has to stand for the words as well. Both weights were chosen on headlines of
articles that are there in one language only (``tests/quality/question_figures.py``). Pure but for the columns it reads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from archive.text.scripts import SCRIPTS_OF, script_of
from archive.values import primary_language
from search.grouping import Ranking, Shown
from search.meaning.nearest import WHOLE, Near
from search.questions.evidence import LIKENESS, SENTENCE, Asked
from search.reading import Reading

IN_ITS_SCRIPT: Final = SENTENCE * LIKENESS
"""What the cosine of the best sentence adds, before the text was looked at closely."""
IN_ANOTHER: Final = 5.0 / (1 + WHOLE)


def by_words(found: Ranking, asked: Asked, *, by_date: bool) -> Ranking:
    """The same works, scored in shares of the question."""
    return Ranking.of_all(found.reading, [_in_shares(group, asked) for group in found.groups], by_date=by_date)


def together(
    words: Ranking, meaning: Ranking, near: Mapping[str, Near], asked: Asked, question: str, *, by_date: bool
) -> Ranking:
    """All works of both rankings; a version found by both counts with both."""
    reading = words.reading
    numbers = [group.numbers for ranking in (words, meaning) for group in ranking.groups]
    scores = np.zeros(reading.size, np.float32)
    for group in (_in_shares(group, asked) for group in words.groups):
        scores[group.numbers] = group.scores
    for group in meaning.groups:
        scores[group.numbers] += _nearness(reading, group, near, question)
    every = np.unique(np.concatenate(numbers))
    shown = Shown(every, np.maximum(scores[every], np.finfo(np.float32).tiny))
    return Ranking.of_all(reading, [shown], by_date=by_date)


def in_the_script_of(question: str, language: str) -> bool:
    """Whether words of the question can stand in texts of a language."""
    script = script_of(question)
    return script in SCRIPTS_OF.get(primary_language(language), (script,))


def nearness(near: Near, question: str) -> float:
    """What being near in meaning is worth, in shares of the question."""
    same = in_the_script_of(question, near.language)
    return IN_ITS_SCRIPT * near.likeness if same else IN_ANOTHER * near.score


def _in_shares(group: Shown, asked: Asked) -> Shown:
    return Shown(group.numbers, group.scores / np.float32(asked.total)) if asked.total else group


def _nearness(reading: Reading, group: Shown, near: Mapping[str, Near], question: str) -> np.ndarray:
    versions: Sequence[str] = reading.values("version", group.numbers.tolist())
    return np.array([nearness(near[version], question) for version in versions], np.float32)
