"""The blocks of a saved web page: what trafilatura takes for its article, and what it leaves behind.

(1) ``dom`` cuts the page into visible lines. (2) trafilatura chooses among them; gaps and a missed
opening are filled. (3) The headline, and near it standfirst, byline and date by their markup.
(4) Boilerplate lines within the choice are removed. (5) Disclaimers and credits are brought back from
wherever they stand, for extractors strip footers. Every line that is no block is listed as removed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from archive.chain.disclaimers import find_disclaimers
from archive.intake.readers import boilerplate
from archive.intake.readers.dom import Line, Page, parse
from archive.intake.readers.extractor import article_lines
from archive.intake.readers.headlines import find_headline, is_headline
from archive.intake.readers.hints import hints_of
from archive.intake.readers.limits import check_markup
from archive.intake.readers.plain import check_blocks
from archive.intake.readers.reading import Hints, Removed
from archive.intake.readers.regions import HARD, MOSTLY_LINKS, regions
from archive.intake.readers.vocabulary import BYLINE, CAPTION, DATE, STANDFIRST
from archive.text.blocks import Block, BlockKind
from archive.text.normalise import canonical_line

_NEAR: Final = 4
"""Lines around a headline in which a standfirst, a byline or a date stands."""
_SHORT: Final = 25
"""Words of the longest byline ("Translated by …, edited by …, for the …")."""
_ENOUGH: Final = 0.25
"""Share of the page's loose text that a choice must have to be believed."""
_SPACE = re.compile(r"[\s\-•*|]+")


@dataclass(frozen=True, slots=True)
class HtmlReading:
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]
    hints: Hints
    source_text: str


@dataclass(slots=True)
class _Choice:
    """What is known of each line so far: a kind for those that stay, a reason for those that go."""

    lines: tuple[Line, ...]
    regions: list[str | None]
    chosen: list[bool]
    headline: int | None = None
    kinds: dict[int, BlockKind] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)

    def body(self) -> list[int]:
        return [index for index, chosen in enumerate(self.chosen) if chosen]


def read_html(markup: str) -> HtmlReading:
    check_markup(markup)
    page = parse(markup)
    choice = _choose(page.lines, article_lines(_body_only(markup)))
    choice.headline = find_headline(page, choice.regions, choice.body())
    _mark_headline(choice)
    _mark_surroundings(choice, page)
    _remove_boilerplate(choice)
    _bring_back_tail(choice)
    return _result(choice, page)


def _body_only(markup: str) -> str:
    """What trafilatura gets: an XML declaration would make it refuse the string, a NUL end it."""
    return re.sub(r"\A\s*<\?xml[^>]{0,300}\?>", "", markup.replace("\x00", ""), flags=re.IGNORECASE)


# -- (2) the choice ---------------------------------------------------------------------------


def _choose(lines: tuple[Line, ...], extracted: Sequence[str]) -> _Choice:
    found = regions(lines)
    whole = {_squash(line) for line in extracted}
    running = "".join(_squash(line) for line in extracted)
    chosen = [_is_extracted(line, region, whole, running) for line, region in zip(lines, found, strict=True)]
    loose = [region is None for region in found]
    if _size(lines, chosen) < _ENOUGH * _size(lines, loose):
        chosen = loose  # the extractor has missed the article: take all that nothing speaks against
    choice = _Choice(lines, found, chosen)
    _fill(choice)
    return choice


def _is_extracted(line: Line, region: str | None, whole: set[str], running: str) -> bool:
    squashed = _squash(line.text)
    if squashed not in whole and not (len(squashed) >= 40 and squashed in running):
        return False
    # A sentence the extractor took outweighs the name of a class, but not a form, comments, a menu of links.
    return region is None or (
        region not in HARD and boilerplate.is_sentence(line.text) and line.link_percent < MOSTLY_LINKS
    )


def _fill(choice: _Choice) -> None:
    """Take what stands between chosen lines, and sentences right before and after them."""
    body = choice.body()
    if not body:
        return
    for index in range(body[0], body[-1]):
        # a box that its class calls a sidebar but that stands in the article is a box of the article
        choice.chosen[index] |= choice.regions[index] in {None, "sidebar"}
    for step, start in ((-1, body[0]), (1, body[-1])):
        index = start + step
        while 0 <= index < len(choice.lines) and _continues(choice, index):
            choice.chosen[index] = True
            index += step


def _continues(choice: _Choice, index: int) -> bool:
    line = choice.lines[index]
    heading = line.tag in {"h2", "h3", "h4"} and "h1" not in line.around
    return choice.regions[index] is None and (heading or boilerplate.is_sentence(line.text))


def _size(lines: Sequence[Line], chosen: Sequence[bool]) -> int:
    return sum(len(line.text) for line, taken in zip(lines, chosen, strict=True) if taken)


def _squash(text: str) -> str:
    return _SPACE.sub("", canonical_line(text))


# -- (3) the head -----------------------------------------------------------------------------


def _mark_headline(choice: _Choice) -> None:
    """Mark the headline; whatever repeats it goes, and so does what was chosen far above it."""
    if choice.headline is None:
        return
    title = choice.lines[choice.headline].text
    deep = {index for index in choice.body() if index > choice.headline} - set(choice.body()[: 2 * _NEAR])
    for index, line in enumerate(choice.lines):
        if index == choice.headline:
            choice.kinds[index] = BlockKind.HEADLINE
        elif is_headline(line.text, title) and index not in deep:  # deep in the body it is a verse or a quotation
            choice.chosen[index] = False
            choice.reasons[index] = "repeated headline"
        elif index < choice.headline - _NEAR and not boilerplate.is_sentence(line.text):
            choice.chosen[index] = False


def _mark_surroundings(choice: _Choice, page: Page) -> None:
    """Byline, date and standfirst stand between the headline and the first paragraph, or right above or below."""
    head = choice.headline if choice.headline is not None else (choice.body() or [0])[0]
    described = {content for name, content in page.metas if name in {"description", "og:description"}}
    before = True  # no paragraph yet
    for index in range(max(0, head - _NEAR), len(choice.lines)):
        if index == head and choice.headline is not None:
            continue
        kind = _kind(choice, index, described, head=head, before=before)
        if kind is not None:
            choice.kinds[index] = kind
        elif choice.chosen[index] and boilerplate.is_sentence(choice.lines[index].text):
            before = False


def _kind(choice: _Choice, index: int, described: set[str], *, head: int, before: bool) -> BlockKind | None:
    line, region = choice.lines[index], choice.regions[index]
    if choice.chosen[index] and ("figcaption" in line.around or line.own_names & CAPTION):
        return BlockKind.CAPTION
    if region not in {None, "mostly links"} or index in choice.reasons:
        return None
    if (
        (before or choice.chosen[index])
        and len(line.text.split()) <= _SHORT
        and not boilerplate.reason_for_line(line.text)
    ):
        if line.own_names & BYLINE:
            return BlockKind.BYLINE
        if before and line.own_names & DATE and re.search(r"\d", line.text):
            return BlockKind.DATELINE
    if before and head < index <= head + 2 * _NEAR and region is None and _presents(line, index, head, described):
        return BlockKind.STANDFIRST
    return None


def _presents(line: Line, index: int, head: int, described: set[str]) -> bool:
    """A standfirst by its class, by being the page's description, or as a long second heading."""
    words = len(line.text.split())
    if line.own_names & STANDFIRST or line.text in described:
        return words > 3
    return line.tag == "h2" and index == head + 1 and words >= 7


# -- (4) and (5) ------------------------------------------------------------------------------


def _remove_boilerplate(choice: _Choice) -> None:
    candidates = [index for index in choice.body() if index not in choice.kinds]
    reasons = boilerplate.reasons([choice.lines[index].text for index in candidates])
    for index, reason in zip(candidates, reasons, strict=True):
        if reason is not None:
            choice.chosen[index] = False
            choice.reasons[index] = reason


def _bring_back_tail(choice: _Choice) -> None:
    """Disclaimers anywhere outside the article, credits after it."""
    last = (choice.body() or [-1])[-1]
    for index, line in enumerate(choice.lines):
        if choice.chosen[index] or index in choice.kinds or choice.regions[index] in HARD or index in choice.reasons:
            continue
        if line.link_percent >= MOSTLY_LINKS or boilerplate.reason_for_line(line.text):
            continue
        credit = index > last and boilerplate.is_credit(line.text)
        if credit or find_disclaimers(line.text):
            choice.kinds[index] = BlockKind.PARAGRAPH


# -- the result -------------------------------------------------------------------------------


def _result(choice: _Choice, page: Page) -> HtmlReading:
    order = _reading_order(choice)
    blocks = [Block(choice.kinds.get(i, BlockKind.PARAGRAPH), choice.lines[i].text) for i in order]
    check_blocks(blocks if any(block.kind is not BlockKind.HEADLINE for block in blocks) else (), _source(choice, page))
    if choice.headline is None and page.title:
        blocks.insert(0, Block(BlockKind.HEADLINE, page.title))
    kept = set(order)
    removed = tuple(Removed(line.text, _reason(choice, i)) for i, line in enumerate(choice.lines) if i not in kept)
    times = tuple(line.time for i, line in enumerate(choice.lines) if i in kept and line.time)
    hints = hints_of(page, tuple(blocks), times)
    return HtmlReading(tuple(blocks), removed, hints, "\n".join(_source(choice, page)))


def _reason(choice: _Choice, index: int) -> str:
    region = choice.regions[index]
    if region in {None, "mostly links"}:  # words say more than that
        region = boilerplate.reason_for_line(choice.lines[index].text) or region
    return choice.reasons.get(index) or region or "outside the article"


def _reading_order(choice: _Choice) -> list[int]:
    """Document order, but the headline first, and what was brought back from above the article last."""
    kept = sorted({*choice.body(), *choice.kinds})
    body = choice.body()
    head = choice.headline if choice.headline is not None else (body or [0])[0]
    late = [i for i in kept if i < head and not choice.chosen[i] and choice.kinds[i] is BlockKind.PARAGRAPH]
    first = [choice.headline] if choice.headline is not None else []
    return [*first, *(i for i in kept if i not in (*late, *first)), *late]


def _source(choice: _Choice, page: Page) -> list[str]:
    """All a reader of the page can see: its title in the window's bar, then its lines."""
    lines = [line.text for line in choice.lines]
    return [page.title, *lines] if page.title and page.title not in lines else lines
