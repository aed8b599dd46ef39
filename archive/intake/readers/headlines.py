"""Which visible line of a page is its headline.

The page's own metadata name it best; among headings, the one they name wins, then the first one of
the highest rank in the article. A page without a visible headline keeps its ``<title>`` as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from archive.intake.readers.dom import Line, Page
from archive.intake.readers.plain import same_line, words_of
from archive.intake.readers.vocabulary import HEADLINE
from archive.text.normalise import canonical_line

_TITLE_METAS: Final = frozenset(("og:title", "twitter:title", "dc.title"))
_HEADINGS: Final = ("h1", "h2", "h3")
_SITE = re.compile(r"\s+[|\-–—»:·•]\s+")
_BARRED: Final = frozenset(
    (
        *("menu", "form", "comments", "link to another article", "sidebar", "aside"),
        *("newsletter", "site footer", "cookie notice"),
    )
)


def find_headline(page: Page, regions: Sequence[str | None], body: Sequence[int]) -> int | None:
    """Index of the headline among the page's lines; it stands above the last line of the article."""
    named = list(_names(page))
    last = body[-1] if body else len(page.lines)
    candidates = [i for i, line in enumerate(page.lines[: last + 1]) if regions[i] not in _BARRED and line.text]
    headings = [i for i in candidates if _is_heading(page.lines[i])]
    for pool in (headings, candidates):
        if found := [i for i in pool if any(is_headline(page.lines[i].text, name) for name in named)]:
            return min(found, key=lambda i: (_rank(page.lines[i]), i))
    first = [i for i in headings if page.lines[i].tag == "h1" and regions[i] is None]
    return first[0] if first else None


def is_headline(line: str, title: str) -> bool:
    return same_line(line, title)


def _names(page: Page) -> Iterator[str]:
    """What the metadata call the page, with and without the name of the site."""
    for title in (*(content for name, content in page.metas if name in _TITLE_METAS), page.title):
        if not title:
            continue
        yield canonical_line(title)
        parts = _SITE.split(title)
        yield from (part for part in (parts[0], parts[-1]) if len(words_of(part)) > 2)
        yield from (title[: cut.start()] for cut in _SITE.finditer(title) if len(words_of(title[: cut.start()])) > 2)


def _is_heading(line: Line) -> bool:
    return any(tag in _HEADINGS for tag in line.around[-3:]) or bool(line.own_names & HEADLINE)


def _rank(line: Line) -> int:
    return next((rank for rank, tag in enumerate(_HEADINGS) if tag in line.around[-3:]), len(_HEADINGS))
