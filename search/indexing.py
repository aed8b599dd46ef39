"""Follow the archive: read what changed since the last indexed journal entry, analyse it, commit it.

The index is a cache of the archive. The journal position it has followed to is committed together
with the documents, so a killed follower goes on where it stopped; documents are replaced by version
id, so doing a piece twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from archive.passages import TRANSLATOR, Hand, Passage, PassageSource
from archive.text.blocks import BlockKind
from search.analysis import Term, analyse
from search.engine import Document, Engine, Tokens
from search.facts import name_key
from search.schema import (
    EXACT,
    LABEL,
    ONLY_TITLE_EXACT,
    ONLY_TITLE_STEM,
    STEM,
    TITLE_EXACT,
    TITLE_STEM,
    Row,
)

BATCH: Final = 1000
"""Versions a commit: about 200 MB of postings in memory."""
QUICK_MERGE: Final = 64
"""Documents that can be merged right after a commit without anyone noticing (under half a second)."""

Progress = Callable[[int], None]
"""Told how many versions have been indexed so far."""


def document_of(passage: Passage) -> Document:
    """Analyse one version for the index."""
    terms = analyse(passage.content, passage.language)
    titled = analyse(_headline(passage), passage.language)
    exact, stem = fields_of(terms)
    title_exact, title_stem = fields_of(titled)
    only_exact, only_stem = _only_titled(passage, terms, titled)
    return Document(
        _row(passage),
        {
            EXACT: exact,
            STEM: stem,
            TITLE_EXACT: title_exact,
            TITLE_STEM: title_stem,
            ONLY_TITLE_EXACT: only_exact,
            ONLY_TITLE_STEM: only_stem,
        },
    )


def fields_of(terms: Sequence[Term]) -> tuple[Tokens, Tokens]:
    """The tokens of a text as printed and by their stems."""
    positions = [term.position for term in terms]
    return Tokens([term.exact for term in terms], positions), Tokens([term.stem for term in terms], positions)


def _only_titled(passage: Passage, terms: Sequence[Term], titled: Sequence[Term]) -> tuple[Tokens, Tokens]:
    """The words of the title that do not stand outside the headline, as printed and by their stems."""
    heads = [block.span for block in passage.layout if block.kind is BlockKind.HEADLINE]
    rest = [term for term in terms if not any(span.start <= term.start < span.end for span in heads)]
    exact = {term.exact for term in titled} - {term.exact for term in rest}
    stems = {form for term in titled for form in (term.stem, term.exact)}
    stems -= {form for term in rest for form in (term.stem, term.exact)}
    return Tokens(sorted(exact), [0] * len(exact)), Tokens(sorted(stems), [0] * len(stems))


def _headline(passage: Passage) -> str:
    """The title as it stands in the text, or else as it was given."""
    placed = next((block.span for block in passage.layout if block.kind is BlockKind.HEADLINE), None)
    return placed.of(passage.content) if placed else passage.title


def _row(passage: Passage) -> Row:
    translators = [hand for hand in passage.hands if hand.role == TRANSLATOR]
    return Row(
        version=passage.version_id,
        text=passage.text_id,
        work=passage.work_id,
        language=passage.language,
        kind=passage.kind,
        latest=passage.latest,
        date_from=_ordinal(passage.published_from),
        date_to=_ordinal(passage.published_to),
        has_disclaimer=passage.has_disclaimer,
        outlets=tuple(map(name_key, passage.outlets)),
        agents=tuple(map(name_key, passage.agents)),
        translators=tuple(name_key(name) for hand in translators for name in hand.names),
        translator_unnamed=passage.translator_unnamed,
        roles=tuple(sorted({hand.role for hand in passage.hands})),
        findings=passage.findings,
        outlet_labels=_labels(hand for hand in passage.hands if hand.organisation),
        agent_labels=_labels(hand for hand in passage.hands if not hand.organisation),
    )


def _labels(hands: Iterable[Hand]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(LABEL.join(hand.names) for hand in hands if hand.names))


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


class Follower:
    """Keeps one engine up with one archive."""

    def __init__(self, engine: Engine, source: PassageSource) -> None:
        self._engine = engine
        self._source = source

    def catch_up(self, progress: Progress | None = None) -> int:
        """Index all that happened up to now; return the number of versions indexed."""
        after, upto = self._engine.position(), self._source.position()
        if upto == after:
            return 0
        if upto < after:
            after = 0  # a restored archive is older than the index: its journal begins again for us
        done = 0
        for passages, last in _batches(self._source, after, upto):
            self._engine.commit(
                [document_of(passage) for passage in passages],
                position=upto if last else after,
                gone=self._gone(passages),
            )
            done += len(passages)
            if progress:
                progress(done)
            self._tidy_a_little()
        return done

    def _gone(self, passages: Sequence[Passage]) -> set[str]:
        """Versions in the index that the archive no longer shows, among the works of this batch."""
        indexed = self._engine.keys("work", {passage.work_id for passage in passages})
        unseen = indexed - {passage.version_id for passage in passages}
        return unseen - set(self._source.by_version(sorted(unseen))) if unseen else set()

    def _tidy_a_little(self) -> None:
        while self._engine.tidy(QUICK_MERGE):
            pass


def _batches(source: PassageSource, after: int, upto: int) -> Iterator[tuple[Sequence[Passage], bool]]:
    """Batches of changed versions, each with whether it is the last."""
    offset: str | None = None
    while True:
        passages = source.changed(after, upto, BATCH, offset)
        last = len(passages) < BATCH
        yield passages, last
        if last:
            return
        offset = passages[-1].version_id
