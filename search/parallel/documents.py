"""A link as a document of the index: the words of each side, and what is known of the translation.

A side is analysed sentence by sentence, here and wherever its words are looked for again, so that what the
index found is found in the text too. No phrase runs from one sentence into the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from archive.aligned import AlignedLink, AlignedPair, VersionText
from archive.passages import TRANSLATOR, Hand, Passage
from archive.values import primary_language
from search.analysis import Term, analyse
from search.analysis.analyser import PARAGRAPH_GAP
from search.engine import Document
from search.facts import name_key
from search.indexing import fields_of
from search.links import SIDES
from search.parallel.schema import Bounds, LinkRow, written
from search.schema import LABEL

_LANGUAGES: Final = frozenset(SIDES)
_PUBLISHER: Final = "pbl"
"""The MARC relator code of a publisher."""


def documents_of(pair: AlignedPair, passages: Mapping[str, Passage]) -> list[Document]:
    """The links of a pair; none when it is not of Arabic and English, or a text of it is not shown."""
    source, target = passages.get(pair.source_version), passages.get(pair.target_version)
    if source is None or target is None or {side_of(source), side_of(target)} != _LANGUAGES:
        return []
    return [_document(pair, number, link, source, target) for number, link in enumerate(pair.links)]


def side_of(passage: Passage) -> str:
    """``ar`` or ``en``, or another primary language, which is no side."""
    return primary_language(passage.language)


def terms_in(text: VersionText, places: Bounds) -> list[Term]:
    """The terms of these sentences, their places counted in the text; positions run on with a gap between sentences."""
    terms: list[Term] = []
    first = 0
    for start, end in places:
        found = analyse(text.content[start:end], text.language)
        terms.extend(
            _new(Term, (at + first, begin + start, stop + start, exact, stem, alternate))
            for at, begin, stop, exact, stem, alternate in found
        )
        if found:
            first = terms[-1].position + PARAGRAPH_GAP
    return terms


_new: Final = tuple.__new__  # twice as fast as calling Term, and called for every word there is


def _document(pair: AlignedPair, number: int, link: AlignedLink, source: Passage, target: Passage) -> Document:
    fields = {}
    for passage, spans in ((source, link.source), (target, link.target)):
        side = SIDES[side_of(passage)]
        text = VersionText(passage.language, passage.content)
        places = [(span.start, span.end) for span in spans]
        fields[side.exact], fields[side.stem] = fields_of(terms_in(text, places))
    return Document(_row(pair, number, link, source, target), fields)


def _row(pair: AlignedPair, number: int, link: AlignedLink, source: Passage, target: Passage) -> LinkRow:
    translators = [hand for hand in target.hands if hand.role == TRANSLATOR]
    return LinkRow(
        key=f"{pair.alignment_id}.{number}",
        work=pair.work_id,
        alignment=pair.alignment_id,
        source_version=pair.source_version,
        target_version=pair.target_version,
        places=written(link.source, link.target),
        source_language=side_of(source),
        label=link.label,
        uncertain=link.uncertain,
        by_hand=link.by_hand,
        paired=bool(link.source and link.target),
        outlets=tuple(map(name_key, target.outlets)),
        agents=tuple(map(name_key, target.agents)),
        translators=tuple(name_key(name) for hand in translators for name in hand.names),
        translator_unnamed=target.translator_unnamed,
        roles=tuple(sorted({hand.role for hand in target.hands})),
        kind=target.kind,
        has_disclaimer=target.has_disclaimer,
        date_from=target.published_from.toordinal() if target.published_from else None,
        date_to=target.published_to.toordinal() if target.published_to else None,
        findings=link.findings,
        outlet_labels=_labels([hand for hand in target.hands if hand.role == _PUBLISHER]),
        translator_labels=_labels(translators),
    )


def _labels(hands: Sequence[Hand]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(LABEL.join(hand.names) for hand in hands if hand.names))
