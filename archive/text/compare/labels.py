"""Names that take a side, and set phrases of respect or distance: a shift from one to another, one added or dropped.

Both lists are the reader's to edit (``lexicons/labels.toml``, ``lexicons/formulas.toml``). A label shift is reported
where the source uses one name of a concept and the target only another.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from archive.text.compare.findings import Finding, Kind
from archive.text.compare.lexicons import lexicon
from archive.text.compare.links import Here, Pair, Side
from archive.text.compare.phrases import Met, meet
from archive.text.recipe import recipe
from archive.values import primary_language

METHOD: Final = recipe("compare-labels", 1)
_SHIFT: Final = 0.65
_FORMULA: Final = 0.55  # not measured: no text at hand has enough of them
_DISTANCE: Final = 0.45  # "known as" has many renderings


def check_labels(pair: Pair) -> list[Finding]:
    """Compare the labels and formulas of every link."""
    return [finding for here in pair.linked() for finding in (*_labels(pair, here), *_formulas(pair, here))]


def _labels(pair: Pair, here: Here) -> list[Finding]:
    findings: list[Finding] = []
    for concept in lexicon("labels")["concept"]:
        members: dict[str, Any] = concept["members"]
        source, target = _members(pair.source, here.source, members), _members(pair.target, here.target, members)
        if not source or not target or source.keys() & target.keys():
            continue
        (label, one), (other_label, other) = next(iter(source.items())), next(iter(target.items()))
        shown = f"{one.printed} ({label})", f"{other.printed} ({other_label})"
        findings.append(Finding(Kind.LABEL_SHIFT, (one.mark,), (other.mark,), *shown, _SHIFT, METHOD))
    return findings


def _members(side: Side, sentences: tuple[int, ...], members: Mapping[str, Any]) -> dict[str, Met]:
    language = primary_language(side.language)
    met = {name: meet(side, sentences, words.get(language, ()), name) for name, words in members.items()}
    return {name: found[0] for name, found in met.items() if found}


def _formulas(pair: Pair, here: Here) -> list[Finding]:
    findings: list[Finding] = []
    for formula in lexicon("formulas")["formula"]:
        words = [formula.get(primary_language(side.language)) for side in (pair.source, pair.target)]
        if not all(words):
            continue
        source, target = meet(pair.source, here.source, words[0]), meet(pair.target, here.target, words[1])
        sure = _DISTANCE if formula["name"] == "distance" else _FORMULA
        if source and not target:
            kind, marks = Kind.FORMULA_DROPPED, ((source[0].mark,), ())
            findings.append(Finding(kind, *marks, source[0].printed, None, sure, METHOD))
        if target and not source:
            mark = target[0].mark
            findings.append(Finding(Kind.FORMULA_ADDED, (), (mark,), None, target[0].printed, sure, METHOD))
    return findings
