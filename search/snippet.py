"""The piece of a version that shows why it matched, with the matching words marked. Pure.

A snippet is an unbroken piece of the canonical text, harakat and all, out of one block (a headline
and a paragraph are never run together), cut at spaces. Highlights cover whole words as printed,
clitics included, since و and ال are part of the word on the page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from archive.passages import Printed
from archive.text.blocks import BlockKind
from archive.values import Span
from search.analysis import Term
from search.analysis.remembered import terms_of
from search.analysis.sieve import wanted_terms
from search.clauses import Clause, runs
from search.compiling import Also, sees_through
from search.names import Expansion
from search.syntax.nodes import Fuzzy, Phrase, Prefix, Word

WIDTH: Final = 240
"""Longest snippet in code points, about three lines of print."""

_ENDED: Final = re.compile(r"[.!?…؟۔](?:\s|[»”\")]|\Z)")
"""Where a sentence ends."""

TITLE: Final = "title"
BODY: Final = "body"

# A match in the story says more than one in its furniture.
_FURNITURE: Final = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT, BlockKind.DISCLAIMER})


class Marked(NamedTuple):
    """A place in the text that answers the clause with this number, by a name in another ``spelling`` or as typed."""

    span: Span
    clause: int
    spelling: bool = False


class Snippet(NamedTuple):
    """``window`` is where it was cut, ``spellings`` what is marked in it as another spelling of a name.

    ``met`` are the numbers of the clauses that are met anywhere in the text; ``eye`` is the place in the text
    at which a reader looks: the sentence that was asked for, else the first marked word, else the beginning.
    """

    text: str
    highlights: tuple[Span, ...]
    window: Span
    spellings: tuple[str, ...] = ()
    met: frozenset[int] = frozenset()
    eye: int = 0


def snippet(
    passage: Printed, clauses: Sequence[Clause], *, also: Also | None = None, focus: Span | None = None
) -> Snippet:
    """The best window of ``passage`` for the wanted ``clauses``; without any match, its opening.

    ``focus`` is a sentence to be shown whatever stands elsewhere.
    """
    marks = marked(_terms(passage.content, passage.language, clauses, also or {}), clauses, also or {})
    marks = _in_fields(passage, marks, clauses)
    of_title = frozenset(number for number, clause in enumerate(clauses) if clause.within == TITLE)
    window = _around(passage, focus) if focus else _best(passage, marks, of_title) or _opening(passage)
    inside = [mark for mark in marks if window.start <= mark.span.start and mark.span.end <= window.end]
    spans = tuple(span.shift(-window.start) for span in _joined([mark.span for mark in inside]))
    others = tuple(dict.fromkeys(mark.span.of(passage.content) for mark in inside if mark.spelling))
    met = frozenset(mark.clause for mark in marks)
    eye = focus.start if focus else window.start + (spans[0].start if spans else 0)
    return Snippet(window.of(passage.content), spans, window, others, met, eye)


def _terms(text: str, language: str, clauses: Sequence[Clause], also: Also) -> Sequence[Term]:
    """The terms that can be it; for plain words few, and the rest of the text is not read."""
    wanted = _any_form([other for _, others in _names(clauses, also) for other in others])
    for clause in clauses:
        if clause.phrase or isinstance(clause.leaf, Prefix | Fuzzy):
            return terms_of(text, language)
        wanted |= _wanted(clause)
    return wanted_terms(text, language, wanted) if wanted else ()


def marked(terms: Sequence[Term], clauses: Sequence[Clause], also: Also) -> list[Marked]:
    """Where the clauses are met, in reading order."""
    found: list[Marked] = []
    for number, clause in enumerate(clauses):
        if clause.phrase:
            found.extend(Marked(span, number) for span in _phrase_spans(terms, clause))
        else:
            meets = _test(clause)
            likely = _likely(terms, clause)
            found.extend(Marked(Span(term.start, term.end), number) for term in likely if meets(term))
    typed = {mark.span for mark in found}
    for numbers, others in _names(clauses, also):
        spans = [span for span in _spelled(terms, others) if span not in typed]
        found.extend(Marked(span, number, spelling=True) for span in spans for number in numbers)
    return sorted(found, key=lambda mark: (mark.span.start, mark.span.end))


def _in_fields(passage: Printed, marks: list[Marked], clauses: Sequence[Clause]) -> list[Marked]:
    """What ``title:`` asks for is marked in headlines alone, what ``body:`` asks for outside them."""
    if not any(clause.within for clause in clauses):
        return marks
    heads = [span for kind, span in _blocks(passage) if kind is BlockKind.HEADLINE]

    def answers(mark: Marked) -> bool:
        within = clauses[mark.clause].within
        in_head = any(head.start <= mark.span.start < head.end for head in heads)
        return in_head == (within == TITLE) if within in {TITLE, BODY} else True

    return [mark for mark in marks if answers(mark)]


def _names(clauses: Sequence[Clause], also: Also) -> list[tuple[range, Sequence[Expansion]]]:
    """The numbers of the clauses that are a name, with its other spellings."""
    return [(numbers, also[name]) for numbers, name in _could_be_names(tuple(clauses)) if name in also] if also else []


@lru_cache(maxsize=64)
def _could_be_names(clauses: tuple[Clause, ...]) -> tuple[tuple[range, str], ...]:
    """Single clauses and such as stand together; of one question for every text of a page."""
    single = [(range(at, at + 1), one.name) for at, one in enumerate(clauses)]
    several = [(range(first, end), name) for first, end, name in runs(clauses)]
    return (*single, *several)


def _spelled(terms: Sequence[Term], others: Sequence[Expansion]) -> Iterator[Span]:
    """Where a name stands in another spelling, one of several words as a whole."""
    stems = {other.stem for other in others if other.stem}
    rows: dict[str, list[tuple[str, ...]]] = {}
    for row in {row for other in others for row in other.forms}:
        rows.setdefault(row[0], []).append(row)
    places = {(term.start, term.exact): term.end for term in terms}
    for term in terms:
        ends = [_end(places, term, row) for row in rows.get(term.exact, ())]
        if term.stem in stems or any(ends):
            yield Span(term.start, max((term.end, *ends)))


def _end(places: Mapping[tuple[int, str], int], first: Term, row: Sequence[str]) -> int:
    """Where the words of ``row``, of which ``first`` is one, end; 0 if the others do not follow it."""
    end = first.end
    for word in row[1:]:
        end = next((places[start, word] for start in (end + 1, end + 2) if (start, word) in places), 0)
        if not end:
            break
    return end


def _any_form(others: Iterable[Expansion]) -> frozenset[str]:
    """Every word and stem that a name in another spelling has."""
    return frozenset(form for other in others for row in (*other.forms, (other.stem,)) for form in row if form)


def _likely(terms: Sequence[Term], clause: Clause) -> Sequence[Term]:
    """Those of a whole text that can be it: for a plain word few, told by its forms alone."""
    if isinstance(clause.leaf, Prefix | Fuzzy):
        return terms
    wanted = _wanted(clause)
    return [term for term in terms if term.stem in wanted or term.exact in wanted]


def _wanted(clause: Clause) -> frozenset[str]:
    """Every form and stem that can answer a plain word."""
    return frozenset(form for term in (*clause.terms, *clause.joined) for form in (term.stem, term.exact))


def _test(clause: Clause) -> Callable[[Term], bool]:
    """Whether a term of the text answers a word of the query, as the index would say."""
    forms = _wanted(clause)
    exact = [term.exact for term in clause.terms]
    match clause.leaf:
        case Word(exact=True):
            return lambda term: term.exact in exact
        case Prefix():
            before, last = forms - {exact[-1], clause.terms[-1].stem}, exact[-1]
            return lambda term: term.exact.startswith(last) or term.stem.startswith(last) or term.stem in before
        case Fuzzy():
            stems = [term.stem for term in clause.terms if sees_through(term)]
            return lambda term: (
                term.stem in forms
                or any(within_one(word, term.exact) for word in exact)
                or any(within_one(stem, term.stem) for stem in stems)
            )
    return lambda term: term.stem in forms


def within_one(one: str, other: str) -> bool:
    """Whether at most one letter has to be inserted, left out or replaced."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    differing = (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    place = next(differing, len(one))
    return one[place + (len(one) == len(other)) :] == other[place + 1 :]


def _phrase_spans(terms: Sequence[Term], clause: Clause) -> Iterator[Span]:
    """Each word of each occurrence of the phrase; with distance, of the nearest one from each beginning."""
    slop = clause.leaf.slop if isinstance(clause.leaf, Phrase) else 0
    at: dict[tuple[int, str], Term] = {(term.position, term.exact): term for term in reversed(terms)}
    first, *rest = clause.terms
    for term in terms:
        if term.exact == first.exact:
            run = [term, *_following(at, term, first, rest, slop)]
            if len(run) == len(clause.terms):
                yield from (Span(word.start, word.end) for word in run)


def _following(
    at: Mapping[tuple[int, str], Term], found: Term, asked: Term, rest: Sequence[Term], slop: int
) -> Iterator[Term]:
    for word in rest:
        place = found.position + word.position - asked.position
        near = (at.get((place + further, word.exact)) for further in range(slop + 1))
        following = next((term for term in near if term), None)
        if following is None:
            return
        yield following
        found, asked = following, word


def _best(passage: Printed, marks: Sequence[Marked], of_title: frozenset[int]) -> Span | None:
    """The window with most of the clauses that ask for the title, then most clauses, then in the story before
    furniture, then with most matches, then the first.
    """
    starts = [mark.span.start for mark in marks]
    best, window = (0, 0, 0, 0), None
    for kind, block in _blocks(passage):
        inside = marks[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        for met, first, last in _runs([mark for mark in inside if mark.span.end <= block.end]):
            worth = (len(of_title.intersection(met)), len(met), _worth(kind), last - first)
            if worth > best:
                best, window = worth, (block, inside[first].span.start, inside[last].span.end)
    if window is None:
        return None
    block, start, end = window
    return _cut(passage.content, block, Span(start, end))


def _runs(marks: Sequence[Marked]) -> Iterator[tuple[Collection[int], int, int]]:
    """From each mark to the last one that fits with it into a window: the clauses met, and the two numbers."""
    met: Counter[int] = Counter()
    after = 0
    for first, mark in enumerate(marks):
        while after < len(marks) and (after == first or marks[after].span.end - mark.span.start <= WIDTH):
            met[marks[after].clause] += 1
            after += 1
        yield met, first, after - 1
        met[mark.clause] -= 1
        if not met[mark.clause]:
            del met[mark.clause]


def _worth(kind: BlockKind) -> int:
    if kind in _FURNITURE:
        return 0
    return 1 if kind is BlockKind.HEADLINE else 2


def _blocks(passage: Printed) -> list[tuple[BlockKind, Span]]:
    placed = [(block.kind, block.span) for block in passage.layout]
    return placed or [(BlockKind.PARAGRAPH, Span(0, len(passage.content)))]


def _opening(passage: Printed) -> Span:
    """The beginning of the first block of the story that says something, or of the text.

    A line without a full stop is often a byline that nobody recognised.
    """
    blocks = _blocks(passage)
    story = [(kind, span) for kind, span in blocks if _worth(kind) == 2]
    saying = (s for kind, s in story if kind is BlockKind.STANDFIRST or _ENDED.search(s.of(passage.content)))
    block = next(saying, story[0][1] if story else blocks[0][1])
    return _cut(passage.content, block, Span(block.start, block.start))


def _around(passage: Printed, focus: Span) -> Span:
    """A sentence with what fits around it in its block; one too long is cut."""
    block = next((span for _, span in _blocks(passage) if span.overlaps(focus)), focus)
    core = Span(focus.start, min(focus.end, focus.start + WIDTH))
    return _cut(passage.content, Span(min(block.start, core.start), max(block.end, core.end)), core)


def _cut(text: str, block: Span, core: Span) -> Span:
    """Widen ``core`` to at most WIDTH within ``block``, evenly, and cut at spaces."""
    room = max(0, WIDTH - len(core))
    start = max(block.start, core.start - room // 2)
    end = min(block.end, max(core.end, start + WIDTH))
    start = min(core.start, max(block.start, end - WIDTH))
    if start > block.start:
        space = text.find(" ", start, core.start)
        start = space + 1 if space >= 0 else core.start
    if end < block.end:
        space = text.rfind(" ", core.end, end + 1)
        end = space if space > start else max(core.end, end)
    return Span(start, end)


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Without duplicates and overlaps (a word may answer two clauses, co-operation by part and whole)."""
    current: Span | None = None
    for span in spans:
        if current is not None and span.start < current.end:
            current = Span(current.start, max(current.end, span.end))
            continue
        if current is not None:
            yield current
        current = span
    if current is not None:
        yield current
