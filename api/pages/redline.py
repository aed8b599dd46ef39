"""A redline as paragraphs of markup: the newer text, with what was taken out and where things moved.

Built from the offsets of :mod:`archive.text.revise`; nothing is searched in the text. Runs of unchanged
paragraphs are told apart, so that a page can fold them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from markupsafe import Markup

from api.pages.compare_contexts import Passage
from api.pages.ui import Ui
from archive.text.revise import Op, OpKind
from archive.values import Span

_PARAGRAPH: Final = "\n\n"
_ALOUD: Final = {"del": "deleted", "ins": "inserted"}
_SIGNS: Final = {"to": "↴", "from": "↱"}
_FAINT: Final = frozenset({OpKind.ORTHOGRAPHIC, OpKind.PUNCTUATION})
_TAGS: Final = {"del": Markup("del"), "moved-from": Markup("del"), "ins": Markup("ins"), "moved-to": Markup("span")}


def operations(kept: Sequence[Sequence[Any]]) -> tuple[Op, ...]:
    """The operations of a kept redline: ``[kind, span in a, span in b, twin, inner]`` each."""
    return tuple(
        Op(OpKind(kind), Span(*a), Span(*b), twin=twin, inner=operations(inner)) for kind, a, b, twin, inner in kept
    )


def passages(ops: Sequence[Op], a: str, b: str, ui: Ui, *, spelling: bool) -> tuple[tuple[Passage, ...], ...]:
    """Runs of paragraphs, changed and unchanged in turn; ``spelling``: show spelling and punctuation too."""
    pieces = [piece for at, op in enumerate(ops) for piece in _pieces(op, at, (a, b), ui, spelling=spelling)]
    found = [_passage(paragraph, ui) for paragraph in _paragraphs(pieces)]
    shown = [passage for passage in found if passage.html.strip()]
    return tuple(tuple(run) for _, run in groupby(shown, key=lambda passage: passage.changed))


Piece = tuple[str, str, Markup, Markup]  # text, what it is ("" for what stayed), before it, behind it


def _pieces(op: Op, at: int, texts: tuple[str, str], ui: Ui, *, spelling: bool) -> Iterator[Piece]:
    a, b = op.a.of(texts[0]), op.b.of(texts[1])
    if op.kind is OpKind.EQUAL or (op.kind in _FAINT and not spelling):
        yield b, "", Markup(), Markup()
    elif op.kind is OpKind.MOVED_FROM:
        yield a, "moved-from", _arrow(at, op.twin, "to", ui), Markup()
    elif op.kind is OpKind.MOVED_TO:
        yield "", "moved-to", _arrow(at, op.twin, "from", ui), Markup()
        for inner in op.inner:
            for text, sort, before, behind in _pieces(inner, at, texts, ui, spelling=spelling):
                yield text, sort or "moved-to", before, behind
    else:
        faint = " faint" if op.kind in _FAINT else ""
        if a:
            yield a, f"del{faint}", Markup(), Markup()
        if b:
            yield b, f"ins{faint}", Markup(), Markup()


def _arrow(at: int, twin: int | None, way: str, ui: Ui) -> Markup:
    """A link to the other half of a move."""
    return Markup('<a class="arrow" id="m{}" href="#m{}" aria-label="{}" lang="{}">{}</a>').format(
        at, twin, ui.term("redline", way), ui.language, _SIGNS[way]
    )


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Cut at empty lines, whatever piece they lie in."""
    current: list[Piece] = []
    for text, sort, before, behind in pieces:
        first, *rest = text.split(_PARAGRAPH)
        current.append((first, sort, before, behind))
        for part in rest:
            yield current
            current = [(part, sort, Markup(), Markup())]
    yield current


def _passage(pieces: Sequence[Piece], ui: Ui) -> Passage:
    html = Markup().join(before + _shown(text, sort, ui) + behind for text, sort, before, behind in pieces)
    return Passage(html, any(sort and (text.strip() or before) for text, sort, before, _ in pieces))


def _shown(text: str, sort: str, ui: Ui) -> Markup:
    if not text:
        return Markup()
    if not sort:
        return Markup("{}").format(text)
    tag = _TAGS[sort.partition(" ")[0]]
    return Markup('<{0} class="{1}">{2}{3}</{0}>').format(tag, sort, _aloud(tag, ui), text)


def _aloud(tag: Markup, ui: Ui) -> Markup:
    """For who hears the page: colour and strokes are not read out."""
    if tag not in _ALOUD:
        return Markup()
    return Markup('<span class="hidden" lang="{}">{} </span>').format(ui.language, ui.term("redline", _ALOUD[tag]))
