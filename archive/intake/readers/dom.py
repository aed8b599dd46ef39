"""A saved page as the lines a reader sees, each with the place it stands in; lxml's only doorway.

The tree is walked once, without recursion. Scripts, templates and hidden elements are not visible;
``<br>`` ends a line. What the lines are (body, menu, disclaimer) is decided in ``html``. The markup
must have passed :func:`limits.check_markup`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from archive.errors import BadFile
from archive.intake.readers.vocabulary import BLOCKS, INVISIBLE
from archive.text.normalise import canonical_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>", re.IGNORECASE)
_MAX_NAMES: Final = 2000  # characters of class and id looked at
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAMES = re.compile(r"[a-z]+|[\u0600-\u06ff]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One visible line: its words, and the elements around it from the outermost to the innermost block."""

    text: str
    tag: str  # of the innermost block element
    around: tuple[str, ...]  # tags of all block elements around it
    names: frozenset[str]  # words of class, id, role, rel and itemprop of the elements around it
    own_names: frozenset[str]  # the same of the innermost block and of what stands inside it
    linked: int  # characters inside links
    box: int  # number of the innermost block element: lines of one element share it
    time: str | None = None  # machine-readable time of a <time> inside it

    @property
    def link_percent(self) -> int:
        return 100 * self.linked // max(1, len(self.text))


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    language: str | None
    lines: tuple[Line, ...]
    metas: tuple[tuple[str, str], ...]  # (name or property, content), in order
    canonical: str | None
    json_ld: tuple[str, ...]


@dataclass(slots=True)
class _Box:
    """An open element."""

    tag: str
    names: frozenset[str]
    number: int


@dataclass(slots=True)
class _Walk:
    """Where the walk stands, and the line that is being gathered."""

    boxes: list[_Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    inside: set[str] = field(default_factory=set)
    linked: int = 0
    links: int = 0  # open <a>
    time: str | None = None
    numbered: int = 0


def parse(markup: str) -> Page:
    root = _tree(markup)
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    return Page(
        title=canonical_line(" ".join(root.xpath("string(//title)").split())),
        language=language,
        lines=tuple(_walk(root)),
        metas=tuple(_metas(root)),
        canonical=next(iter(root.xpath("//link[@rel='canonical']/@href")), None),
        json_ld=tuple(node.text or "" for node in root.xpath("//script[@type='application/ld+json']")),
    )


def _tree(markup: str) -> HtmlElement:
    from lxml import etree, html  # noqa: PLC0415 - heavy

    clean = _XML_DECLARATION.sub("", markup.replace("\x00", ""))
    # Bytes with a stated encoding: whatever the page declares is not asked again.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise BadFile(f"The page was parsed as HTML and has no content: {error}.", code="empty") from error
    if limit := next((entry for entry in parser.error_log if entry.type_name == "ERR_RESOURCE_LIMIT"), None):
        # The parser has dropped text beyond its limit; the scan before cannot foresee all its repairs.
        raise BadFile(
            f"The page was parsed as HTML and is past the parser's limits: {limit.message}", code="markup-bomb"
        )
    return root


def _metas(root: HtmlElement) -> Iterator[tuple[str, str]]:
    for node in root.xpath("//meta[@content]"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        yield name.strip().lower(), canonical_line(node.get("content") or "")


# -- the walk ---------------------------------------------------------------------------------


def _walk(root: HtmlElement) -> list[Line]:
    from lxml import etree  # noqa: PLC0415 - heavy

    walk = _Walk()
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, node in steps:
        if event == "end":
            _leave(walk, node)
        elif _is_hidden(node):
            steps.skip_subtree()
            walk.boxes.append(_Box("", frozenset(), 0))  # its end event still comes
        else:
            _enter(walk, node)
    _end_line(walk)
    return walk.lines


def _enter(walk: _Walk, node: HtmlElement) -> None:
    tag = str(node.tag)
    names = _names_of(node)
    if tag in BLOCKS or tag == "br":
        _end_line(walk)
    if tag in BLOCKS:
        walk.numbered += 1
        walk.boxes.append(_Box(tag, names, walk.numbered))
    else:
        walk.boxes.append(_Box("", names | ({"time"} if tag == "time" else frozenset()), 0))
    walk.links += tag == "a"
    if tag == "time":
        walk.time = node.get("datetime") or walk.time
    _gather(walk, node.text)


def _leave(walk: _Walk, node: HtmlElement) -> None:
    box = walk.boxes.pop()
    if box.tag:
        _end_line(walk, inner=box)
    elif str(node.tag) == "a" and not _is_hidden(node):
        walk.links -= 1
    _gather(walk, node.tail)


def _gather(walk: _Walk, text: str | None) -> None:
    if not text:
        return
    if text.strip():
        walk.inside |= {name for box in walk.boxes if not box.tag for name in box.names}
        walk.linked += len(" ".join(text.split())) if walk.links else 0
    walk.parts.append(text)


def _end_line(walk: _Walk, inner: _Box | None = None) -> None:
    """Close the line being gathered; ``inner`` is the element just left, in which it stood."""
    text = canonical_line("".join(walk.parts))
    if text:
        blocks = [box for box in walk.boxes if box.tag] + ([inner] if inner else [])
        innermost = blocks[-1] if blocks else _Box("body", frozenset(), 0)
        names = frozenset().union(walk.inside, *(box.names for box in (*walk.boxes, innermost)))
        own = innermost.names | walk.inside
        around = tuple(box.tag for box in blocks)
        walk.lines.append(Line(text, innermost.tag, around, names, own, walk.linked, innermost.number, walk.time))
    walk.parts.clear()
    walk.inside.clear()
    walk.linked, walk.time = 0, None


def _names_of(node: HtmlElement) -> frozenset[str]:
    """``class="entry-content shareBar"`` → entry-content, shareBar, entry, content, share, bar in lower case."""
    if node.tag in {"html", "body"}:  # WordPress lists there all that the page has: comments-open, has-sidebar
        return frozenset()
    said = " ".join(node.get(key) or "" for key in ("class", "id", "role", "rel", "itemprop"))
    said = said[:_MAX_NAMES]
    if not said.strip():
        return frozenset()
    spaced = re.sub(r"([a-z])([A-Z])", r"\1 \2", said).lower()
    return frozenset((*said.lower().split(), *_NAMES.findall(spaced)))


def _is_hidden(node: HtmlElement) -> bool:
    if not isinstance(node.tag, str) or node.tag in INVISIBLE or node.get("hidden") is not None:
        return True
    return bool(_HIDDEN_STYLE.search(node.get("style") or ""))
