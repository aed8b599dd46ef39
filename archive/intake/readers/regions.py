"""Where on a page a line stands: in its menu, its share bar, its footer, or perhaps in the article.

Pure, over the lines of ``dom``. Evidence are the elements of HTML's own vocabulary (nav, footer, aside,
form) and the names that page builders give to classes and ids. A name that covers much of the page
says nothing: it is the name of the page's frame.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from archive.intake.readers.dom import Line
from archive.intake.readers.vocabulary import REGION_NAMES, REGION_OF_TAG

MOSTLY_LINKS: Final = 50
"""Per cent of a line's characters that make it navigation."""
_FRAME_SHARE: Final = 0.4
"""Share of a page's characters from which a name belongs to the frame."""

_REASON_OF: Final = {name: reason for reason, names in REGION_NAMES.items() for name in names}
_ORDER: Final = list(REGION_NAMES)
HARD: Final = frozenset(("comments", "cookie notice", "newsletter", "form", "menu"))
"""Regions whose sentences are no part of an article, whoever says so."""


def regions(lines: Sequence[Line]) -> list[str | None]:
    """For each line the reason it is no part of an article, or ``None`` where nothing speaks against it."""
    frame = _frame(lines)
    return [_region(line, frame) for line in lines]


def _frame(lines: Sequence[Line]) -> frozenset[str]:
    covered: Counter[str] = Counter()
    for line in lines:
        for name in (*line.names, *set(line.around)):
            covered[name] += len(line.text)
    total = sum(len(line.text) for line in lines)
    return frozenset(name for name, characters in covered.items() if characters > _FRAME_SHARE * total)


def _region(line: Line, frame: frozenset[str]) -> str | None:
    tag = next((tag for tag in line.around if tag in REGION_OF_TAG and tag not in frame), None)
    if tag is not None and not (tag == "footer" and "article" in line.around):
        return REGION_OF_TAG[tag]
    named = [reason for name in line.names - frame if (reason := _REASON_OF.get(name))]
    if named:
        return min(named, key=_ORDER.index)
    return "mostly links" if line.link_percent >= MOSTLY_LINKS else None
