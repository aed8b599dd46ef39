"""Who is said to have said it, and with what reserve: a shift of reporting verbs, a source or a hedge gone.

Verbs are sorted into seven classes by how far the writer stands behind them (``lexicons/reporting.toml``). A shift is
reported where a link holds one class on each side and they differ, distance and neutrality above all (*said* →
*claimed*). Sources and hedges are hints: languages leave them unsaid in different places (COMPARE.md §1.2, V2, V3).
"""

from __future__ import annotations

from typing import Final

from archive.text.compare.findings import Finding, Kind
from archive.text.compare.lexicons import lexicon
from archive.text.compare.links import Here, Pair, Side, glued
from archive.text.compare.phrases import Met, meet
from archive.text.recipe import recipe
from archive.values import primary_language

METHOD: Final = recipe("compare-attribution", 2)
CLASSES: Final = ("neutral", "distance", "endorsement", "accusation", "denial", "warning", "admission")

_SAID_TO_CLAIMED: Final = 0.55  # planted ones are found, but one faithful sentence in 140 has one too (COMPARE.md V1)
_OTHER_SHIFT: Final = 0.5
_HINT: Final = 0.35


def check_attribution(pair: Pair) -> list[Finding]:
    """Compare how what is said is attributed, link by link."""
    known = lexicon("reporting")["neutral"]
    if primary_language(pair.source.language) not in known or primary_language(pair.target.language) not in known:
        return []
    return [finding for here in pair.linked() for finding in _check(pair, here)]


def _check(pair: Pair, here: Here) -> list[Finding]:
    if glued(pair.source.text(here.source)) or glued(pair.target.text(here.target)):
        return []
    findings = [*_shift(pair, here)]
    for name, dropped, added in (
        ("sources", Kind.SOURCE_DROPPED, None),
        ("hedge", Kind.HEDGE_REMOVED, Kind.HEDGE_ADDED),
    ):
        source, target = _met(pair.source, here.source, name), _met(pair.target, here.target, name)
        if source and not target:
            findings.append(Finding(dropped, (source[0].mark,), (), source[0].printed, None, _HINT, METHOD))
        if target and not source and added is not None:
            findings.append(Finding(added, (), (target[0].mark,), None, target[0].printed, _HINT, METHOD))
    return findings


def _shift(pair: Pair, here: Here) -> list[Finding]:
    source, target = _classes(pair.source, here.source), _classes(pair.target, here.target)
    if len(source) != 1 or len(target) != 1 or source.keys() == target.keys():
        return []
    (one, verb), (other, rendered) = next(iter(source.items())), next(iter(target.items()))
    sure = _SAID_TO_CLAIMED if {one, other} == {"neutral", "distance"} else _OTHER_SHIFT
    shown = f"{verb.printed} ({one})", f"{rendered.printed} ({other})"
    return [Finding(Kind.ATTRIBUTION_SHIFT, (verb.mark,), (rendered.mark,), *shown, sure, METHOD)]


def _classes(side: Side, sentences: tuple[int, ...]) -> dict[str, Met]:
    """The classes met in ``sentences``, each with its first verb."""
    met = {name: _met(side, sentences, name) for name in CLASSES}
    return {name: found[0] for name, found in met.items() if found}


def _met(side: Side, sentences: tuple[int, ...], name: str) -> list[Met]:
    return meet(side, sentences, lexicon("reporting")[name][primary_language(side.language)], name)
