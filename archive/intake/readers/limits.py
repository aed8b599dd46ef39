"""Limits on what is read, each with its reason, and the cheap checks made before any parser runs.

The scan of a page is linear in its length and keeps one counter an element name, so a bomb is
refused in the time it takes to walk over its tags once. Parsing is left to ``dom``.

What lawful files need is estimated, not surveyed, and each limit leaves room above it; what a file at the
limit costs was measured (seconds, not minutes).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from archive.errors import BadFile
from archive.intake.readers.vocabulary import UNNESTED

MAX_FILE_BYTES: Final = 10 * 1024 * 1024
"""Room for a newspaper page saved with its scripts and inline pictures (some MiB); a text alone has far less."""

MAX_LINES: Final = 50_000
"""Lines of a plain text. A book has about 10,000."""

MAX_TAGS: Final = 30_000
"""Opening and closing tags. A news page has 3,000, a long encyclopedia article 20,000; extractors are quadratic."""

MAX_DEPTH: Final = 200
"""Open elements inside each other. Page builders reach 60; libxml2 drops, in silence, what lies deeper than 256."""

MAX_ATTRIBUTES: Final = 1_000
"""Attributes of one tag. Parsers compare each with all before it."""

MAX_ALL_ATTRIBUTES: Final = 200_000
"""Attributes of all tags together."""

MAX_REFERENCES: Final = 250_000
"""Character references (``&#1575;``). An Arabic page written entirely in them needs about 30,000."""

MAX_TEXT_RUN: Final = 1_000_000
"""Characters between two tags. A book chapter has about 50,000."""

_TOKEN = re.compile(r"<(?:!--|(/?)([A-Za-z][A-Za-z0-9:_-]{0,60}))")
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
_RAW = frozenset(("script", "style"))


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag, or a comment (``name`` empty)."""

    name: str
    closing: bool
    start: int
    end: int  # just behind the name
    resume: int  # where the markup goes on: behind the comment, at the end tag of a script


def check_size(data: bytes) -> None:
    """Refuse what is too large to be one article, before looking inside."""
    if len(data) > MAX_FILE_BYTES:
        raise BadFile(
            f"The file has {len(data):,} bytes; the limit for one text is {MAX_FILE_BYTES:,} (10 MiB).",
            code="too-large",
        )


def check_lines(count: int) -> None:
    if count > MAX_LINES:
        raise BadFile(f"The text has {count:,} lines; the limit for one text is {MAX_LINES:,}.", code="too-large")


def check_markup(markup: str) -> None:
    """Refuse markup that would cost a parser far more than a page of news does."""
    if re.search(r"<!ENTITY\b", markup, re.IGNORECASE):
        raise _bomb("it declares its own entities, which no web page needs")
    _at_most("character references", markup.count("&"), MAX_REFERENCES)
    _check_tags(markup)


def _check_tags(markup: str) -> None:
    unclosed: Counter[str] = Counter()
    depth = attributes = behind = 0  # behind: where the last tag ended
    for count, tag in enumerate(_tags(markup), start=1):
        _at_most("tags", count, MAX_TAGS)
        if tag.start >= behind:  # else it stands inside the last tag, in an attribute's value
            _at_most("characters in one element", tag.start - behind, MAX_TEXT_RUN)
            found, end = _attributes(markup, tag)
            attributes += found
            behind = max(end, tag.resume)
            _at_most("attributes", attributes, MAX_ALL_ATTRIBUTES)
        depth += _step(unclosed, tag)
        _at_most("elements inside each other", depth, MAX_DEPTH)
    _at_most("characters in one element", len(markup) - behind, MAX_TEXT_RUN)


def _attributes(markup: str, tag: _Tag) -> tuple[int, int]:
    """How many attributes the tag has at most, and where it ends."""
    if not tag.name:
        return 0, tag.resume
    end = markup.find(">", tag.end)
    end = len(markup) if end < 0 else end
    # Words after the values are taken out: ``alt="a long description"`` is one attribute.
    count = len(_VALUE.sub("= ", markup[tag.end : end]).split())
    _at_most("attributes in one tag", count, MAX_ATTRIBUTES)
    return count, min(end + 1, len(markup))


def _step(unclosed: Counter[str], tag: _Tag) -> int:
    """How much deeper this tag leads: +1, 0 or -1."""
    if not tag.name or tag.name in UNNESTED:
        return 0
    if not tag.closing:
        unclosed[tag.name] += 1
        return 1
    if unclosed[tag.name] > 0:
        unclosed[tag.name] -= 1
        return -1
    return 0


def _tags(markup: str) -> Iterator[_Tag]:
    """Tags and comments in order, without what stands inside script and style."""
    position = 0
    while match := _TOKEN.search(markup, position):
        name, closing, position = (match.group(2) or "").lower(), bool(match.group(1)), match.end()
        if not name:
            position = _behind(markup, "-->", position)
        elif name in _RAW and not closing:
            position = _behind(markup, f"</{name}", position)
        yield _Tag(name, closing, match.start(), match.end(), position)


def _behind(markup: str, mark: str, position: int) -> int:
    found = re.compile(re.escape(mark), re.IGNORECASE).search(markup, position)
    return found.start() if found else len(markup)


def _at_most(what: str, found: int, limit: int) -> None:
    if found > limit:
        raise _bomb(f"more than {limit:,} {what}")


def _bomb(found: str) -> BadFile:
    return BadFile(
        f"The page was checked before parsing and looks built to exhaust a parser: {found}.", code="markup-bomb"
    )
