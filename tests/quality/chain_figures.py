"""How well the chain reads lines and wordings: every line stands in a small story, and only what is proposed counts.

A name is right if it is the printed name, give or take a courtesy title, guillemets, "the", and a class word such
as صحيفة or "newspaper" that one archivist keeps and another drops. A hand in a line that credits nobody is invented.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.chain.byline_record import name_key
from archive.chain.disclaimers import Claims, find_disclaimers
from archive.chain.propose import ProposedHop, classify_blocks, propose_hops
from archive.text.blocks import Block, BlockKind, lay_out
from archive.text.fold import fold
from tests.archive.chain.stranger_cases import Line, Wording

BODY = {
    "en": "The mill opened again on a cold morning. Flour reached the ovens before noon, and the queue was short.",
    "ar": "فتحت المطحنة أبوابها في صباح بارد. ووصل الطحين إلى الأفران قبل الظهر وكان الطابور قصيراً.",
}
HEADLINE = {"en": "Mill Opens Again in Eastern Town", "ar": "المطحنة تعود إلى العمل في بلدة شرقية"}
CLASS_WORDS = re.compile(rf"^(?:{fold('صحيفة')}|{fold('موقع')}|{fold('جريدة')})\s+|\s+newspaper$")
BODY_BLOCKS = 8


@dataclass
class Figures:
    """Counts of one measurement and the lines behind every miss."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def ratio(self, right: str, all_of: str) -> float:
        return self.counts[right] / self.counts[all_of] if self.counts[all_of] else 1.0

    def precision(self, what: str) -> float:
        return self.ratio(f"{what} right", f"{what} given")

    def recall(self, what: str) -> float:
        return self.ratio(f"{what} right", f"{what} expected")


def key(name: str) -> str:
    return CLASS_WORDS.sub("", name_key(name))


def hands(text: str, *, tail: bool) -> tuple[ProposedHop, ...]:
    """The hops proposed from the words of ``text``, before or after a story."""
    language = "ar" if re.search("[\u0621-\u064a]", text) else "en"
    body = [Block(BlockKind.PARAGRAPH, BODY[language])] * BODY_BLOCKS
    line = [Block(BlockKind.PARAGRAPH, text)]
    blocks = [Block(BlockKind.HEADLINE, HEADLINE[language]), *(body + line if tail else line + body)]
    canonical, layout = lay_out(classify_blocks(blocks, publisher=None))
    hops = propose_hops(canonical, layout, side="translation", language=language, publisher=None)
    assert all(hop.quote in text for hop in hops), "a hand was read where nothing but prose stood"
    return hops


def measure_lines(lines: Iterable[Line]) -> Figures:
    figures = Figures()
    for line in lines:
        hops = hands(line.text, tail=line.tail)
        named = [hop for hop in hops if hop.agent_name]
        people = {key(h.agent_name or "") for h in named if h.agent_kind != "organisation"}
        outlets = {key(h.agent_name or "") for h in named if h.agent_kind == "organisation"}
        outlets |= {key(hop.on_behalf_of) for hop in hops if hop.on_behalf_of}
        _count(figures, "person", people, {key(name) for name in line.persons}, line.text)
        _count(figures, "outlet", outlets, {key(name) for name in line.outlets}, line.text)
        for role, expected in (("trl", line.translators), ("edt", line.editors)):
            given = {key(h.agent_name or "") for h in named if h.role == role and h.agent_kind != "organisation"}
            _count(figures, role, given, {key(name) for name in expected}, line.text)
        labels = {hop.label for hop in hops if hop.label}
        _count(figures, "label", labels, {line.label} if line.label else set(), line.text)
    return figures


def _count(figures: Figures, what: str, given: set[str], expected: set[str], text: str) -> None:
    figures.counts.update({
        f"{what} given": len(given), f"{what} expected": len(expected), f"{what} right": len(given & expected)
    })  # fmt: skip
    if given != expected:
        figures.misses.append(f"{what}: {sorted(given)} for {sorted(expected)} in {text}")


def invented(lines: Iterable[Line]) -> list[str]:
    """Sentences in which a hand of any kind was seen, at the top or in the tail of a story."""
    return [
        f"{hop.role} {hop.agent_name} in {line.text}"
        for line in lines
        for tail in (False, True)
        for hop in hands(line.text, tail=tail)
    ]


def measure_wordings(wordings: Iterable[Wording]) -> Figures:
    """Recall of disclaimers and of their claims; a wording is found if all its sentences are one disclaimer."""
    figures = Figures()
    nothing = Claims()
    for wording in wordings:
        found = find_disclaimers(wording.text)
        expected = wording.claims or {}
        told = found[0].claims if found else nothing
        given = {name: getattr(told, name) for name in CLAIMS if getattr(told, name) != getattr(nothing, name)}
        whole = len(found) == 1 and found[0].quote == wording.text
        figures.counts.update({
            "wordings": 1, "found": bool(found), "whole": whole, "exact": bool(found) and _same(given, expected),
            "claim given": len(given), "claim expected": len(expected),
            "claim right": sum(_same_claim(given.get(name), value) for name, value in expected.items()),
        })  # fmt: skip
        if not whole or not _same(given, expected):
            figures.misses.append(
                f"{'whole' if whole else 'part' if found else 'none'} {given} for {expected}: {wording.text}"
            )
    return figures


CLAIMS = ("translated", "edited", "by", "responsibility", "not_verified", "not_endorsed", "permission", "abridged")


def _same(given: dict[str, bool | str], expected: dict[str, bool | str]) -> bool:
    return given.keys() == expected.keys() and all(_same_claim(given[name], expected[name]) for name in given)


def _same_claim(given: bool | str | None, expected: bool | str) -> bool:
    return key(given) == key(expected) if isinstance(given, str) and isinstance(expected, str) else given == expected


def false_alarms(wordings: Iterable[Wording]) -> list[str]:
    return [f"{found.kind}: {wording.text}" for wording in wordings for found in find_disclaimers(wording.text)]
