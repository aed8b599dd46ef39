"""Paragraphs of a plain text: a line each, or lines broken at a fixed width and joined again.

Pure. Text is taken as hard-wrapped only if its line ends are where a fixed width would put them: the
next word would not have fitted. Everything else keeps its lines, for most texts here come from web
pages, where a line is a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

MAX_WIDTH: Final = 120
"""Characters; wider lines were broken by a person, not by a margin."""
_MIN_WIDTH: Final = 30
_MIN_BREAKS: Final = 3
_FITTING_SHARE: Final = 0.8


def paragraphs(text: str) -> list[str]:
    """Non-empty paragraphs of canonical ``text`` in order, joined where it was hard-wrapped."""
    groups = list(_groups(text.split("\n")))
    width = _width(groups)
    if width is None:
        return [line for group in groups for line in group]
    return [paragraph for group in groups for paragraph in _joined(group, width)]


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    """Runs of lines between blank ones; an indented line begins a new run."""
    run: list[str] = []
    for line in lines:
        stripped = " ".join(line.split())
        if run and (not stripped or line[:1].isspace()):
            yield run
            run = []
        if stripped:
            run.append(stripped)
    if run:
        yield run


def _width(groups: Sequence[Sequence[str]]) -> int | None:
    """The margin the text was wrapped at, or ``None``."""
    breaks = [(line, following) for group in groups for line, following in pairwise(group)]
    if len(breaks) < _MIN_BREAKS:
        return None
    width = max(len(line) for group in groups if len(group) > 1 for line in group)
    fitting = sum(not _fits(line, following, width) for line, following in breaks)
    if not _MIN_WIDTH <= width <= MAX_WIDTH or fitting < _FITTING_SHARE * len(breaks):
        return None
    return width


def _fits(line: str, following: str, width: int) -> bool:
    """Would the next word still have gone on this line?"""
    return len(line) + 1 + len(following.split(" ", 1)[0]) <= width


def _joined(group: Sequence[str], width: int) -> Iterator[str]:
    paragraph = group[0]
    for line, following in pairwise(group):
        if _fits(line, following, width):  # broken on purpose: a headline, the end of a paragraph
            yield paragraph
            paragraph = following
        else:
            paragraph = f"{paragraph} {following}"
    yield paragraph
