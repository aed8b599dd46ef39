"""From ranked works to what a reader sees: snippets, the sentences that stand for them, why each was found.

Reads the archive for the one page that is shown. What stands beside a hit is :mod:`search.beside`'s business.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.aligned import AlignedSource
from archive.passages import PassageSource, Printed
from archive.values import Span
from search.beside import Beside, beside, side_of
from search.clauses import Clause
from search.compiling import Also
from search.grouping import RankedWork
from search.links import AnsweringLink
from search.meaning.nearest import Near
from search.results import Hit, Why, WorkResult
from search.snippet import Snippet, snippet


@dataclass(frozen=True, slots=True)
class Found:
    """What the hits of a page were found by: wanted words, names in other spellings, sentences of meaning or sides."""

    clauses: Sequence[Clause]
    also: Also
    near: Mapping[str, Near]
    """By version."""
    sentences: Mapping[str, AnsweringLink]
    """By version, the link that answers ``ar:`` and ``en:``."""


def results(
    works: Sequence[RankedWork],
    passages: Mapping[str, Printed],
    found: Found,
    source: PassageSource,
    aligned: AlignedSource | None,
) -> tuple[WorkResult, ...]:
    """The works of one page; ``passages`` has every version that is shown."""
    titles = source.titles([one.work for one in works])
    cut = {row.version: _snippet(passages[row.version], found) for one in works for row in one.rows}
    eyes = {version: one.eye for version, one in cut.items()}
    others = beside(
        [one.work for one in works], eyes, passages=passages, answering=found.sentences, source=source, aligned=aligned
    )
    return tuple(
        _result(one, titles.get(one.work, {}), shown, tuple(_hit(p, cut, others, found) for p in shown))
        for one, shown in ((one, [passages[row.version] for row in one.rows]) for one in works)
    )


def _result(ranked: RankedWork, titles: dict[str, str], shown: Sequence[Printed], hits: tuple[Hit, ...]) -> WorkResult:
    external_id = next((passage.external_id for passage in shown if passage.external_id), None)
    return WorkResult(ranked.work, external_id, titles, ranked.score, hits)


def _hit(passage: Printed, every: Mapping[str, Snippet], others: Mapping[str, Beside], found: Found) -> Hit:
    version, cut = passage.version_id, every[passage.version_id]
    near, other = found.near.get(version), others[version]
    typed = len(cut.highlights) > sum(span.of(cut.text) in cut.spellings for span in cut.highlights)
    return Hit(
        version=version,
        language=passage.language,
        snippet=cut.text,
        highlights=cut.highlights,
        why=Why(typed, cut.spellings, near.nearness if near else None),
        counterpart=other.counterpart,
        lacking=other.lacking,
        place=other.place,
        block=other.block,
        replaced=passage.replaced,
        published=passage.published,
        outlets=passage.publishers,
    )


def _snippet(passage: Printed, found: Found) -> Snippet:
    """Around what was asked of one sentence; else around the words; else around what comes nearest in meaning."""
    link, near = found.sentences.get(passage.version_id), found.near.get(passage.version_id)
    sentence = side_of(link, passage.version_id) if link else ()
    focus = Span(sentence[0].start, sentence[-1].end) if sentence else None
    cut = snippet(passage, found.clauses, also=found.also, focus=focus)
    if near is not None and (len(cut.met) < len(found.clauses) or not found.clauses):
        return snippet(passage, (), focus=near.span)  # a stray word of the question is not why it was found
    return cut
