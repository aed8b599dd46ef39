"""What a page says about itself: JSON-LD first, then meta elements, then marked-up visible lines.

Values are verbatim and unjudged: a date stays as it was written, and a visible date that no markup
names is not guessed at. JSON-LD types are schema.org's Article and its kinds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from archive.intake.readers.dom import Page
from archive.intake.readers.reading import HintPlace, Hints
from archive.text.blocks import Block, BlockKind
from archive.text.normalise import canonical_line
from archive.values import language_tag

_MAX_NODES: Final = 200  # of a JSON-LD graph; a news page has about ten
_META: Final = {  # field -> names of meta elements, the best first
    "title": ("og:title", "twitter:title", "dc.title", "citation_title"),
    "author": ("author", "article:author", "dc.creator", "citation_author", "parsely-author", "sailthru.author"),
    "published": (
        "article:published_time",
        "datepublished",
        "dc.date.issued",
        "dc.date",
        "citation_publication_date",
        "pubdate",
        "date",
    ),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "dc.language"),
}
_FIELDS: Final = ("title", "standfirst", "author", "published", "outlet", "url", "language")


def hints_of(page: Page, blocks: tuple[Block, ...], times: tuple[str, ...]) -> Hints:
    """``times``: machine-readable times of the article's own ``<time>`` elements, in order."""
    sources: tuple[tuple[HintPlace, dict[str, str]], ...] = (
        ("json-ld", _from_json_ld(page.json_ld)),
        ("meta", _from_metas(page)),
        ("markup", _from_markup(page, blocks, times)),
    )
    found: dict[str, str] = {}
    places: dict[str, HintPlace] = {}
    for name in _FIELDS:
        for place, values in sources:
            if value := _clean(name, values.get(name)):
                found[name], places[name] = value, place
                break
    return Hints(**found, places=places)


def _clean(name: str, value: str | None) -> str | None:
    value = canonical_line(value or "")
    if name != "language" or not value:
        return value or None
    try:
        return language_tag(value.split(",")[0])
    except ValueError:
        return None


def _from_metas(page: Page) -> dict[str, str]:
    first: dict[str, str] = {}
    for name, content in page.metas:
        if content:
            first.setdefault(name, content)
    found = {
        name: value for name, keys in _META.items() if (value := next((first[k] for k in keys if k in first), None))
    }
    if found.get("author", "").startswith(("http://", "https://")):
        del found["author"]  # article:author is often the address of a profile
    if page.canonical:
        found["url"] = page.canonical
    return found


def _from_markup(page: Page, blocks: tuple[Block, ...], times: tuple[str, ...]) -> dict[str, str]:
    by_kind = {block.kind: block.text for block in reversed(blocks)}
    found = {
        "title": by_kind.get(BlockKind.HEADLINE) or page.title,
        "standfirst": by_kind.get(BlockKind.STANDFIRST),
        "author": by_kind.get(BlockKind.BYLINE),
        "published": times[0] if times else by_kind.get(BlockKind.DATELINE),
        "language": page.language,
    }
    return {name: value for name, value in found.items() if value}


# -- JSON-LD ----------------------------------------------------------------------------------


def _from_json_ld(scripts: tuple[str, ...]) -> dict[str, str]:
    for script in scripts:
        with suppress(ValueError, RecursionError):  # a broken or bottomless script says nothing
            for node in _nodes(json.loads(script)):
                if _is_article(node):
                    return _article(node)
    return {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < _MAX_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting.extend(node[:_MAX_NODES])
        elif isinstance(node, dict):
            yield node
            waiting.append(node.get("@graph"))
            waiting.append(node.get("mainEntity"))


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and kind.endswith(("Article", "BlogPosting", "Report"))
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _article(node: dict[str, Any]) -> dict[str, str]:
    found = {
        "title": _name(node.get("headline")),
        "author": _name(node.get("author")),
        "published": _name(node.get("datePublished")),
        "outlet": _name(node.get("publisher")),
        "url": _name(node.get("url")),
        "language": _name(node.get("inLanguage")),
    }
    return {name: value for name, value in found.items() if value}


def _name(value: Any) -> str:
    """A string, the name of a thing, or the names of several, joined."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return value["name"] if isinstance(value.get("name"), str) else ""
    if isinstance(value, list):
        return ", ".join(name for item in value[:20] if not isinstance(item, list) and (name := _name(item)))
    return ""
