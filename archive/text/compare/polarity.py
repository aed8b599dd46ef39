"""One text says a thing, the other its opposite (``lexicons/polarity.toml``).

Reported where a link holds one word of a pair on one side and, without that, only its opposite on the other. A
negation on either side may explain it, so such links are left alone.
"""

from __future__ import annotations

from typing import Any, Final

from archive.text.compare.findings import Finding, Kind
from archive.text.compare.lexicons import lexicon
from archive.text.compare.links import Here, Pair, Side, glued
from archive.text.compare.negation import negated
from archive.text.compare.phrases import Met, meet
from archive.text.recipe import recipe
from archive.values import primary_language

METHOD: Final = recipe("compare-polarity", 1)
_OPPOSITE: Final = 0.75
_HINT: Final = 0.5


def check_polarity(pair: Pair) -> list[Finding]:
    """Compare the opposites of every link."""
    return [finding for here in pair.linked() if not _unreadable(pair, here) for finding in _check(pair, here)]


def _unreadable(pair: Pair, here: Here) -> bool:
    if glued(pair.source.text(here.source)) or glued(pair.target.text(here.target)):
        return True
    return negated(pair.source, here.source) or negated(pair.target, here.target)


def _check(pair: Pair, here: Here) -> list[Finding]:
    findings: list[Finding] = []
    for entry in lexicon("polarity")["pair"]:
        source, target = _met(pair.source, here.source, entry), _met(pair.target, here.target, entry)
        if source is None or target is None or source[0] == target[0]:
            continue
        one, other = source[1], target[1]
        shown = one.printed, other.printed
        sure = _HINT if entry.get("hint") else _OPPOSITE
        findings.append(Finding(Kind.POLARITY, (one.mark,), (other.mark,), *shown, sure, METHOD))
    return findings


def _met(side: Side, sentences: tuple[int, ...], entry: dict[str, Any]) -> tuple[str, Met] | None:
    """Which of the two opposites stands alone in ``sentences``, and where."""
    words = entry.get(primary_language(side.language))
    if words is None:
        return None
    met = {key: meet(side, sentences, words[key]) for key in ("one", "other")}
    alone = [(key, found[0]) for key, found in met.items() if found]
    return alone[0] if len(alone) == 1 else None
