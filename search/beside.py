"""What stands beside a hit: the sentence that stands for its own in another text, or why there is none.

A hit that was found by ``ar:`` and ``en:`` has the very link that answered. Any other has, of all that the
version it was found in is aligned with, the pair that says most of the sentence at which a reader looks:
something rather than nothing, what can be counted on before what cannot. A version that was replaced is shown
with what it was compared with itself, never with what stands beside its successor.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from archive.aligned import AlignedPair, AlignedSource
from archive.passages import PassageSource, Printed
from archive.text.blocks import BlockKind, PlacedBlock
from archive.text.segment import segment
from archive.values import Span
from search.links import AnsweringLink
from search.results import Counterpart, Lacking

_ORIGINAL: Final = "original"


@dataclass(frozen=True, slots=True)
class Beside:
    """``place`` is the sentence of the hit in its own text, ``block`` where its block begins."""

    counterpart: Counterpart | None
    lacking: Lacking | None
    place: Span
    block: int


class _Found(NamedTuple):
    """One sentence of a version, ``place``, and what another one has for it."""

    other: str
    spans: tuple[Span, ...]
    place: Span
    uncertain: bool
    forward: bool
    confidence: int = 0
    headline: bool = False
    """Beside a headline stands the other headline, whatever it was aligned with."""

    @property
    def worth(self) -> tuple[bool, bool, int]:
        return bool(self.spans), not self.uncertain, self.confidence


def beside(
    works: Sequence[str],
    eyes: Mapping[str, int],
    *,
    passages: Mapping[str, Printed],
    answering: Mapping[str, AnsweringLink],
    source: PassageSource,
    aligned: AlignedSource | None,
) -> dict[str, Beside]:
    """By version shown. ``eyes`` are the places in their texts at which a reader looks."""
    pairs = _pairs(works, [passages[version] for version in eyes], aligned)
    found = _aligned(eyes, passages, pairs)
    found.update(
        {version: _answer(version, eyes[version], link) for version, link in answering.items() if version in eyes}
    )
    missing = {one.other for one in found.values()} - passages.keys()
    known = {**passages, **source.printed(sorted(missing))} if missing else passages
    found = {version: one for version, one in found.items() if one.other in known}
    why = _lacking([passages[version] for version in eyes if version not in found], works, pairs, aligned)
    return {version: _beside(passages[version], eye, found.get(version), known, why) for version, eye in eyes.items()}


def side_of(link: AnsweringLink, version: str) -> tuple[Span, ...]:
    """The sentences of a link in one of its versions."""
    return link.source if version == link.source_version else link.target


def _pairs(
    works: Sequence[str], shown: Iterable[Printed], aligned: AlignedSource | None
) -> dict[str, list[AlignedPair]]:
    """By version shown what it is aligned with: its current pairs, or those that a replaced one was ever in."""
    if aligned is None:
        return {}
    replaced = [passage.version_id for passage in shown if passage.replaced]
    found: dict[str, list[AlignedPair]] = defaultdict(list)
    for pair in aligned.linked(works):
        for version in {pair.source_version, pair.target_version}.difference(replaced):
            found[version].append(pair)
    for pair in aligned.of_versions(replaced) if replaced else ():
        for version in {pair.source_version, pair.target_version}.intersection(replaced):
            found[version].append(pair)
    return found


def _aligned(
    eyes: Mapping[str, int], passages: Mapping[str, Printed], pairs: Mapping[str, Sequence[AlignedPair]]
) -> dict[str, _Found]:
    """By version, what is said best of its sentence; of equals the first."""
    best: dict[str, _Found] = {}
    for version, eye in eyes.items():
        found = [one for pair in pairs.get(version, ()) for one in _in_pair(pair, passages[version], eye)]
        if found:
            best[version] = max(found, key=lambda one: one.worth)
    return best


def _in_pair(pair: AlignedPair, passage: Printed, eye: int) -> Iterator[_Found]:
    forward = passage.version_id == pair.source_version
    other = pair.target_version if forward else pair.source_version
    head = _around(_headlines(passage), eye)
    for link in pair.links:
        ours, theirs = (link.source, link.target) if forward else (link.target, link.source)
        place = _around(ours, eye)
        if place is not None:
            yield _Found(other, theirs, place, link.uncertain, forward, link.confidence_millis, head is not None)
            return
    if head is not None:
        yield _Found(other, (), head, uncertain=True, forward=forward, headline=True)


def _headlines(passage: Printed) -> tuple[Span, ...]:
    return tuple(block.span for block in passage.layout if block.kind is BlockKind.HEADLINE)


def _answer(version: str, eye: int, link: AnsweringLink) -> _Found:
    forward = version == link.source_version
    ours, theirs = (link.source, link.target) if forward else (link.target, link.source)
    other = link.target_version if forward else link.source_version
    return _Found(other, theirs, _around(ours, eye) or ours[0], link.uncertain, forward)


def _around(spans: Sequence[Span], eye: int) -> Span | None:
    return next((span for span in spans if span.start <= eye < span.end), None)


def _lacking(
    alone: Sequence[Printed], works: Sequence[str], compared: Collection[str], aligned: AlignedSource | None
) -> dict[str, Lacking]:
    """By version of which no alignment says anything, why; without alignments nothing is known of that."""
    if not alone or aligned is None:
        return {}
    waiting = {version for pair in aligned.waiting(works) for version in pair}
    return {one.version_id: _why(one, compared=compared, waiting=waiting) for one in alone}


def _why(passage: Printed, *, compared: Collection[str], waiting: Collection[str]) -> Lacking:
    if passage.version_id in compared:
        return Lacking.TAKES_NO_PART
    if passage.replaced:
        return Lacking.NOT_COMPARED
    if passage.version_id in waiting:
        return Lacking.NOT_COMPARED_YET
    return Lacking.NO_TRANSLATION if passage.role == _ORIGINAL else Lacking.NO_ORIGINAL


def _beside(
    passage: Printed, eye: int, found: _Found | None, known: Mapping[str, Printed], why: Mapping[str, Lacking]
) -> Beside:
    block = _block(passage, eye)
    if found is None:
        return Beside(None, why.get(passage.version_id), _sentence(passage, block, eye), block.span.start)
    other = known[found.other]
    if found.headline:
        found = found._replace(spans=_headlines(other) or found.spans)
    lacking = None if found.spans else Lacking.OMITTED if found.forward else Lacking.ADDED
    return Beside(_counterpart(other, found), lacking, found.place, block.span.start)


def _counterpart(other: Printed, found: _Found) -> Counterpart:
    place = Span(found.spans[0].start, found.spans[-1].end) if found.spans else None
    return Counterpart(
        version=other.version_id,
        language=other.language,
        text=place.of(other.content) if place else "",
        uncertain=found.uncertain,
        place=place,
        block=_block(other, place.start).span.start if place else 0,
        replaced=other.replaced,
        published=other.published,
        outlets=other.publishers,
    )


def _block(passage: Printed, eye: int) -> PlacedBlock:
    """The block that holds ``eye``; a text without layout is one paragraph."""
    holding = (block for block in passage.layout if block.span.start <= eye < block.span.end)
    return next(holding, PlacedBlock(BlockKind.PARAGRAPH, Span(0, len(passage.content))))


def _sentence(passage: Printed, block: PlacedBlock, eye: int) -> Span:
    spans = [one.span for one in segment(passage.content, [block], passage.language)]
    return _around(spans, eye) or block.span
