"""The first works of a natural question looked at closely, text by text, and put in a better order.

Only so many works as a first page has, always the same ones whatever page is asked for: the order of all works is
one order, and pages never overlap. What is found in a text is only added to its score, so a work that was looked at
stays before those that were not, but for what :func:`search.questions.together.together` had added before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from archive.passages import Passage, PassageSource
from archive.text.blocks import BlockKind
from archive.text.segment import split_sentences
from archive.values import Span
from search.analysis.remembered import terms_of
from search.grouping import Match, Ranking
from search.meaning.nearest import Near
from search.meaning.sentences import Sentences
from search.questions.evidence import Asked, Text, evidence
from search.questions.together import in_the_script_of, nearness

WORKS: Final = 10
"""Deeper changes nothing that could be measured."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of versions beside their words."""

    near: Mapping[str, Near]
    sentences: Mapping[str, Sentences]


def versions(ranking: Ranking) -> list[str]:
    """The versions that will be looked at."""
    return [match.row.version for matches in ranking.leading(WORKS).values() for match in matches]


def closely(ranking: Ranking, asked: Asked, question: str, beside: Beside, source: PassageSource) -> Ranking:
    """The same works; the first of them by what their texts say."""
    leading = ranking.leading(WORKS)
    passages = source.by_version(versions(ranking))
    scores = {
        work: max(_score(match, passages.get(match.row.version), asked, question, beside) for match in matches)
        for work, matches in leading.items()
    }
    return ranking.with_scores(scores)


def _score(match: Match, passage: Passage | None, asked: Asked, question: str, beside: Beside) -> float:
    if passage is None or not in_the_script_of(question, passage.language):
        return match.score
    near = beside.near.get(passage.version_id)
    words = match.score - (nearness(near, question) if near else 0.0)  # the sentences say that again, and better
    return words + evidence(asked, _text(passage, beside.sentences.get(passage.version_id)))


def _text(passage: Passage, known: Sentences | None) -> Text:
    terms = terms_of(passage.content, passage.language)
    if known:
        return Text(terms, known.spans, known.likeness, _body(passage))
    spans: Sequence[Span] = split_sentences(passage.content, passage.language)
    return Text(terms, spans, [0.0] * len(spans), _body(passage))


def _body(passage: Passage) -> int:
    """Where the text begins after its headline."""
    return next((block.span.end for block in passage.layout if block.kind is BlockKind.HEADLINE), 0)
