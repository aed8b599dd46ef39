"""The first works of a natural question looked at closely, text by text, and put in a better order.

Only so many works as a first page has, always the same ones whatever page is asked for: the order of all works is
one order, and pages never overlap. What is found in a text is added to its score, so a work that was looked at stays
before others in its script.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from archive.passages import PassageSource, Printed
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
    sentences: Callable[[Sequence[str]], Mapping[str, Sentences]]
    """Of the versions that are looked at."""


def closely(ranking: Ranking, asked: Asked, question: str, beside: Beside, source: PassageSource) -> Ranking:
    """The same works; the first of them by what their texts say."""
    leading = _matches(ranking)
    versions = [match.row.version for matches in leading.values() for match in matches]
    passages, sentences = source.printed(versions), beside.sentences(versions)

    def score(match: Match) -> float:
        passage = passages.get(match.row.version)
        if passage is None or not in_the_script_of(question, passage.language):
            return match.score
        near = beside.near.get(match.row.version)
        words = match.score - (nearness(near) if near else 0.0)  # the sentences say that again, and better
        return words + evidence(asked, _text(passage, sentences.get(match.row.version)))

    return ranking.with_scores({work: max(map(score, matches)) for work, matches in leading.items()})


def _matches(ranking: Ranking) -> dict[int, list[Match]]:
    """Of the first works by texts in the script of the question; what is near in another has its whole score."""
    own = Ranking.of_any(ranking.reading, ranking.groups[:1])
    return ranking.matches(own.leading(WORKS))


def _text(passage: Printed, known: Sentences | None) -> Text:
    terms = terms_of(passage.content, passage.language)
    if known:
        return Text(terms, known.spans, known.likeness, _body(passage))
    spans: Sequence[Span] = split_sentences(passage.content, passage.language)
    return Text(terms, spans, [0.0] * len(spans), _body(passage))


def _body(passage: Printed) -> int:
    """Where the text begins after its headline."""
    return next((block.span.end for block in passage.layout if block.kind is BlockKind.HEADLINE), 0)
