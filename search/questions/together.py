"""The words and the meaning of a question added up, version by version: a convex combination of scores.

Ranks (:mod:`search.meaning.fusing`) forget how well a text answers: the first of a hundred bad ones is first. Scores
on a known scale do not, and added up they rank better (Bruch, Gai and Ingber, "An Analysis of Fusion Functions for
Hybrid Retrieval", 2023). The scale of words is what all words of the question are worth together; that of meaning is
the cosine. A text in the script of the question can be found by its words, so its meaning is only added; one in
another script cannot, and its nearness has to stand for the words as well, unless its work has a text in the script of
the question too: then the words judge. Both weights were chosen on headlines of
articles that are there in one language only (``tests/quality/question_figures.py``). Pure but for the columns it reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from archive.text.scripts import SCRIPTS_OF, script_of
from archive.values import primary_language
from search.grouping import Ranking, Shown
from search.meaning.nearest import WHOLE, Near
from search.questions.evidence import LIKENESS, SENTENCE, Asked
from search.reading import Reading
from search.tree import Has

if TYPE_CHECKING:
    from numpy.typing import NDArray

IN_ITS_SCRIPT: Final = SENTENCE * LIKENESS
"""What the cosine of the best sentence adds, before the text was looked at closely."""
IN_ANOTHER: Final = 5.0 / (1 + WHOLE)


def by_words(found: Ranking, asked: Asked, *, by_date: bool) -> Ranking:
    """The same works, scored in shares of the question."""
    return Ranking.of_all(found.reading, [_in_shares(group, asked) for group in found.groups], by_date=by_date)


def together(
    words: Ranking, meaning: Ranking, near: Mapping[str, Near], asked: Asked, question: str, *, by_date: bool
) -> Ranking:
    """All works of both rankings, in two groups: texts in the script of the question, and the others."""
    reading = words.reading
    scores = np.zeros(reading.size, np.float32)
    for group in words.groups:
        scores[group.numbers] = _in_shares(group, asked).scores
    (group,) = meaning.groups
    found = [near[version] for version in reading.values("version", group.numbers.tolist())]
    readable = np.array([in_the_script_of(question, one.language) for one in found], bool)
    judged = readable | _judged_by_words(reading, question)[group.numbers]
    beside, instead = list(map(nearness, found)), [IN_ANOTHER * one.score for one in found]
    scores[group.numbers] += np.where(judged, beside, instead)
    abroad = np.zeros(reading.size, bool)
    abroad[group.numbers] = ~readable
    every = np.unique(np.concatenate([group.numbers, *(one.numbers for one in words.groups)]))
    groups = [_shown(every[~abroad[every]], scores), _shown(every[abroad[every]], scores)]
    return Ranking.of_any(reading, groups, by_date=by_date)


def _judged_by_words(reading: Reading, question: str) -> NDArray[Any]:
    """Versions of works of which some version is in the script of the question: its words say whether it answers."""
    tags = tuple(tag for tag in reading.names("language").values if in_the_script_of(question, tag))
    work, fixed = reading.groups("work")
    judged = np.zeros(len(fixed), bool)
    judged[work[reading.find(Has("language", tags)).numbers]] = True
    of_versions: NDArray[Any] = judged[work]
    return of_versions


def _shown(numbers: NDArray[Any], scores: NDArray[Any]) -> Shown:
    return Shown(numbers, np.maximum(scores[numbers], np.finfo(np.float32).tiny))


def in_the_script_of(question: str, language: str) -> bool:
    """Whether words of the question can stand in texts of a language."""
    script = script_of(question)
    return script in SCRIPTS_OF.get(primary_language(language), (script,))


def nearness(near: Near) -> float:
    """What being near in meaning adds to words, in shares of the question."""
    return IN_ITS_SCRIPT * near.likeness


def _in_shares(group: Shown, asked: Asked) -> Shown:
    return Shown(group.numbers, group.scores / np.float32(asked.total)) if asked.total else group
