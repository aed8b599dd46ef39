"""Names that differ across a link: another name in its place, or none.

A Latin-script name without a counterpart in the linked Arabic sentences and their neighbours (:mod:`.name_reading`) is
reported as *changed* where the Arabic has a name left over too; how surely the one became the other is weighed by
:mod:`.name_calibration`, from what was counted. Alone it is a hint, since translators may write "the president" for his
name. Words that are translated (``Supreme Court``) are left out by a word list, so are acronyms. Only pairs of an
Arabic text and one in Latin script are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from archive.text.compare.findings import Finding, Kind, Mark
from archive.text.compare.links import Pair
from archive.text.compare.name_evidence import Evidence, observed
from archive.text.compare.name_reading import Missing, Names, Over
from archive.text.compare.name_weights import CALIBRATION
from archive.text.recipe import recipe
from archive.values import Span, primary_language

METHOD: Final = recipe("compare-names", 2, calibration=CALIBRATION.id)

_HINT: Final = 0.35
_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST_WORD: Final = 15  # letters; أفاستسقيناكموها has 15
_GLUED: Final = 0.05  # of the words: where more have lost the blanks between them, names cannot be told


def check_names(pair: Pair) -> list[Finding]:
    """Compare the names of every link; nothing for other pairs of scripts."""
    arabic_source = primary_language(pair.source.language) == "ar"
    arabic, latin = (pair.source, pair.target) if arabic_source else (pair.target, pair.source)
    if primary_language(arabic.language) != "ar" or primary_language(latin.language) == "ar":
        return []
    sides = ((here.source, here.target) for here in pair.linked())
    links = tuple(one if arabic_source else (one[1], one[0]) for one in sides)
    names = Names(arabic, latin, links)
    return [
        _finding(*found, arabic_source=arabic_source)
        for number, link in enumerate(links)
        if not glued(arabic.text(link[0]))
        for found in _compare(names, number)
    ]


def glued(text: str) -> bool:
    """Whether so many words have lost the spaces between them that the names among them cannot be told."""
    words = _WORD.findall(text)
    return sum(len(word) > _LONGEST_WORD for word in words) > max(1.0, _GLUED * len(words))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name without counterpart and a word left over: did the one become the other?"""

    name: Missing
    other: Over
    evidence: Evidence


def candidates(names: Names, number: int, missing: Sequence[Missing]) -> Iterator[Candidate]:
    """Every name of ``missing`` with every word left over in a link, where they are not rather one name."""
    over = names.over(names.links[number]) if missing else []
    for name in missing:
        for other in over:
            evidence = observed(names, number, name, other, len(missing))
            if evidence is not None:
                yield Candidate(name, other, evidence)


def _compare(names: Names, number: int) -> Iterator[tuple[Missing, Over | None, float]]:
    """The names without counterpart, each with the best of what is left over; no word is left over twice."""
    missing = names.missing(names.links[number])
    scored = [(CALIBRATION.score(one.evidence), one) for one in candidates(names, number, missing)]
    named: set[tuple[int, Span]] = set()
    taken: set[tuple[int, Span]] = set()
    for score, one in sorted(scored, key=lambda each: -each[0]):
        name, other = one.name, one.other
        if (name.sentence, name.word.span) not in named and (other.sentence, other.word.span) not in taken:
            named.add((name.sentence, name.word.span))
            taken.add((other.sentence, other.word.span))
            yield name, other, CALIBRATION.confidence(score)
    for name in missing:
        if (name.sentence, name.word.span) not in named and not name.how:
            yield name, None, round(_HINT * name.word.certainty, 3)


def _finding(name: Missing, other: Over | None, confidence: float, *, arabic_source: bool) -> Finding:
    latin = (Mark(name.sentence, name.word.span),)
    printed = name.word.printed
    if other is None and arabic_source:
        return Finding(Kind.NAME_ADDED, (), latin, None, printed, confidence, METHOD)
    if other is None:
        return Finding(Kind.NAME_MISSING, latin, (), printed, None, confidence, METHOD)
    arabic, found = (Mark(other.sentence, other.word.span),), other.word.printed
    if arabic_source:
        return Finding(Kind.NAME_CHANGED, arabic, latin, found, printed, confidence, METHOD, CALIBRATION.id)
    return Finding(Kind.NAME_CHANGED, latin, arabic, printed, found, confidence, METHOD, CALIBRATION.id)
