"""Compare two versions in one language: the word redline, and what was replaced, looked at closely.

The redline is :mod:`archive.text.revise`'s. What was inserted, deleted, replaced or moved is a finding
each; what differs in spelling or punctuation alone is in the redline only, a layer of its own. The
checks for numbers, dates, attributions and labels run on every replaced passage, with a few kept
words around it; bylines and disclaimers are compared as records.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from archive.text.compare import paratext
from archive.text.compare.checking import check_replaced, methods
from archive.text.compare.findings import Band, Finding, Mark
from archive.text.compare.links import Pair, Side
from archive.text.compare.report import PairFinding, Place, millis
from archive.text.compare.texts import Text
from archive.text.recipe import recipe
from archive.text.revise import RECIPE as REDLINE
from archive.text.revise import Op, OpKind, Redline, Replacement, replacements, revise
from archive.values import Span

BESIDE: Final = 3
"""Kept words taken along on either side of a replacement, for the checks."""

KINDS: Final = {
    OpKind.INSERT: "inserted",
    OpKind.DELETE: "deleted",
    OpKind.REPLACE: "replaced",
    OpKind.MOVED_TO: "moved",
}
_EXACT: Final = 1000


@dataclass(frozen=True, slots=True)
class RevisionComparison:
    """``redline``: ``[kind, [start, end] in a, [start, end] in b, twin or null, inner operations]`` in order."""

    redline: tuple[list[Any], ...]
    counts: Mapping[str, int]
    findings: tuple[PairFinding, ...]
    recipe: str
    methods: tuple[str, ...]


def revision_methods() -> tuple[str, ...]:
    return (REDLINE, paratext.METHOD, *methods())


def revision_recipe() -> str:
    digest = hashlib.sha256("\n".join(revision_methods()).encode()).hexdigest()
    return recipe("compare-revision", 1, beside=BESIDE, methods=digest[:12])


def compare_revision(a: Text, b: Text) -> RevisionComparison:
    """``a`` is the older version, ``b`` the newer."""
    redline = revise(a.content, b.content)
    found = [*_operations(redline, a, b), *_replaced(redline, a, b), *paratext.compare_paratext(a, b)]
    return RevisionComparison(
        redline=tuple(_plain(op) for op in redline.ops),
        counts=asdict(redline.counts()),
        findings=tuple(sorted(found, key=lambda one: one.order)),
        recipe=revision_recipe(),
        methods=revision_methods(),
    )


def _plain(op: Op) -> list[Any]:
    return [
        op.kind.value,
        [op.a.start, op.a.end],
        [op.b.start, op.b.end],
        op.twin,
        [_plain(inner) for inner in op.inner],
    ]


def _operations(redline: Redline, a: Text, b: Text) -> Iterator[PairFinding]:
    for op in (*redline.ops, *(inside for moved in redline.ops for inside in moved.inner)):
        if op.kind not in KINDS:
            continue
        older = redline.ops[op.twin].a if op.kind is OpKind.MOVED_TO and op.twin is not None else op.a
        one, other = _place(a, older), _place(b, op.b)
        texts = (None, None) if op.kind is OpKind.MOVED_TO else (_quote(one), _quote(other))
        yield PairFinding(KINDS[op.kind], one, other, *texts, _EXACT, Band.HIGH, REDLINE, REDLINE)


def _place(text: Text, span: Span) -> Place | None:
    if not len(span):
        return None
    units = tuple(ordinal for ordinal, unit in enumerate(text.units) if unit.span.overlaps(span))
    return Place(units, span, span.of(text.content))


def _quote(place: Place | None) -> str | None:
    return place.quote if place else None


def _replaced(redline: Redline, a: Text, b: Text) -> Iterator[PairFinding]:
    for one in replacements(redline, a.content, b.content, beside=BESIDE):
        pair = Pair(Side(a.language, (one.a_text,)), Side(b.language, (one.b_text,)), (((0,), (0,)),))
        for found in check_replaced(pair):
            yield _checked(found, one, a, b)


def _checked(found: Finding, one: Replacement, a: Text, b: Text) -> PairFinding:
    return PairFinding(
        found.kind.value,
        _marked(a, found.source, one.a),
        _marked(b, found.target, one.b),
        found.expected,
        found.found,
        millis(found.confidence),
        found.band,
        found.method,
        found.method,
    )


def _marked(text: Text, marks: Sequence[Mark], passage: Span) -> Place | None:
    if not marks:
        return None
    spans = [mark.span.shift(passage.start) for mark in marks]
    return _place(text, Span(min(span.start for span in spans), max(span.end for span in spans)))
