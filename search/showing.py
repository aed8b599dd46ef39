"""From ranked works to what a reader sees: snippets, the sentences that stand for them, why each was found.

Reads the archive for the one page that is shown. Aligned sentences are optional: without them a hit has no
counterpart, and everything else is the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.aligned import AlignedLink, AlignedPair, AlignedSource
from archive.passages import PassageSource, Printed
from archive.values import Span
from search.clauses import Clause
from search.compiling import Also
from search.grouping import RankedWork
from search.meaning.nearest import Near
from search.results import Counterpart, Hit, Why, WorkResult
from search.snippet import Snippet, snippet


@dataclass(frozen=True, slots=True)
class Found:
    """What the hits of a page were found by: wanted words, names in other spellings, sentences of meaning or sides."""

    clauses: Sequence[Clause]
    also: Also
    near: Mapping[str, Near]
    """By version."""
    sentences: Mapping[str, Span]
    """By version, the sentence that answers ``ar:`` and ``en:``."""


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
    counterparts = _counterparts(works, cut, passages, source, aligned) if aligned else {}
    return tuple(
        _result(one, titles.get(one.work, {}), shown, tuple(_hit(p, cut, counterparts, found) for p in shown))
        for one, shown in ((one, [passages[row.version] for row in one.rows]) for one in works)
    )


def _result(ranked: RankedWork, titles: dict[str, str], shown: Sequence[Printed], hits: tuple[Hit, ...]) -> WorkResult:
    external_id = next((passage.external_id for passage in shown if passage.external_id), None)
    return WorkResult(ranked.work, external_id, titles, ranked.score, hits)


def _hit(passage: Printed, every: Mapping[str, Snippet], others: Mapping[str, Counterpart], found: Found) -> Hit:
    version, cut = passage.version_id, every[passage.version_id]
    near = found.near.get(version)
    typed = len(cut.highlights) > sum(span.of(cut.text) in cut.spellings for span in cut.highlights)
    why = Why(typed, cut.spellings, near.likeness if near else None)
    return Hit(
        version,
        passage.language,
        cut.text,
        cut.highlights,
        why,
        others.get(version),
        published=passage.published,
        outlets=passage.publishers,
    )


def _snippet(passage: Printed, found: Found) -> Snippet:
    """Around what was asked of one sentence; else around the words; else around what comes nearest in meaning."""
    sentence, near = found.sentences.get(passage.version_id), found.near.get(passage.version_id)
    cut = snippet(passage, found.clauses, also=found.also, focus=sentence)
    if near is not None and (len(cut.met) < len(found.clauses) or not found.clauses):
        return snippet(passage, (), focus=near.span)  # a stray word of the question is not why it was found
    return cut


# Counterparts


def _counterparts(
    works: Sequence[RankedWork],
    cut: Mapping[str, Snippet],
    passages: Mapping[str, Printed],
    source: PassageSource,
    aligned: AlignedSource,
) -> dict[str, Counterpart]:
    """By version shown, what its snippet's sentence is in the other text."""
    linked: dict[str, tuple[str, Sequence[Span], AlignedLink]] = {}
    for pair in aligned.linked([one.work for one in works]):
        for version, other, forward in ((pair.source_version, pair.target_version, True), _backward(pair)):
            if version in cut and version not in linked:
                link = _link(pair, forward, cut[version].eye)
                if link is not None:
                    linked[version] = (other, link.target if forward else link.source, link)
    missing = {other for other, _, _ in linked.values()} - passages.keys()
    known = {**passages, **source.printed(sorted(missing))} if missing else passages
    return {
        version: _counterpart(known[other], spans, link)
        for version, (other, spans, link) in linked.items()
        if other in known
    }


def _backward(pair: AlignedPair) -> tuple[str, str, bool]:
    return pair.target_version, pair.source_version, False


def _link(pair: AlignedPair, forward: bool, place: int) -> AlignedLink | None:
    for link in pair.links:
        if any(span.start <= place < span.end for span in (link.source if forward else link.target)):
            return link
    return None


def _counterpart(passage: Printed, spans: Sequence[Span], link: AlignedLink) -> Counterpart:
    text = passage.content[spans[0].start : spans[-1].end] if spans else ""
    return Counterpart(
        passage.version_id,
        passage.language,
        text,
        link.uncertain,
        published=passage.published,
        outlets=passage.publishers,
    )
