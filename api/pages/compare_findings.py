"""One kept finding as a page shows it: its colour, its sign, and words in the right language. Pure."""

from __future__ import annotations

import re
from typing import Final

from api.pages.compare_contexts import FindingView, Quote, Said
from api.pages.ui import Ui
from archive.comparison_records import FindingRecord, PlaceRecord

GROUPS: Final = {
    "omitted": "gone", "untranslated": "gone", "condensed": "less", "coverage": "less", "deleted": "gone",
    "added": "new", "duplicated": "new", "expanded": "more", "inserted": "new", "replaced": "moved",
    "moved": "moved", "lead_changed": "moved", "merged": "shape", "split": "shape", "unit_converted": "shape",
    "number_changed": "fact", "number_missing": "fact", "number_added": "fact",
    "date_changed": "fact", "date_missing": "fact", "date_added": "fact", "address_changed": "fact",
    "name_changed": "name", "name_missing": "name", "name_added": "name",
    "negation": "sense", "polarity": "sense",
    "attribution_shift": "voice", "source_dropped": "voice", "hedge_added": "voice", "hedge_removed": "voice",
    "quote_changed": "voice", "label_shift": "word", "formula_added": "word", "formula_dropped": "word",
}  # fmt: skip
"""Kind → the group that gives it its colour and its sign; the others frame the text (headline, byline, disclaimer)."""

_CLASSED: Final = re.compile(r"(?P<words>.+) \((?P<class>[^()]+)\)")
SHORT: Final = 44
"""Characters that a chip can say beside its kind."""


def group_of(kind: str) -> str:
    return GROUPS.get(kind, "frame")


def finding_view(one: FindingRecord, source: str, target: str, ui: Ui) -> FindingView:
    """``source`` and ``target`` are the languages of the two versions."""
    expected, found = _words(one, one.expected, source, ui), _words(one, one.found, target, ui)
    return FindingView(
        id=one.id,
        kind=one.kind,
        group=group_of(one.kind),
        band=one.band,
        percent=one.confidence_millis // 10,
        measured=one.measured,
        short=_short(one, expected, found),
        source=_quote(one.source, source),
        target=_quote(one.target, target),
        expected=expected,
        found=found,
        method=one.method,
        calibration=one.calibration_id,
        said=tuple(Said(said.status, said.note, said.by, said.recorded_at) for said in one.reviews),
    )


def _words(one: FindingRecord, words: str | None, language: str, ui: Ui) -> Quote | None:
    """What stands on a side; the claims of a disclaimer and the extent in the words of the interface."""
    if not words:
        return None
    if one.kind == "coverage":
        return Quote(ui.language, ui.term("completeness", words)) if words == one.expected else None
    if one.kind.startswith("disclaimer_"):
        claims = (ui.term("claim", claim.replace(":", "-")) for claim in words.split(", "))
        return Quote(ui.language, ui.t("finding.comma").join(claims))
    return Quote(language, _classed(one.kind, words, ui))


def _classed(kind: str, words: str, ui: Ui) -> str:
    """The class that a check puts in brackets behind the words: of a verb in the reader's language, of a label not."""
    found = _CLASSED.fullmatch(words) if kind in {"attribution_shift", "label_shift"} else None
    if found is None:
        return words
    if kind == "label_shift":
        return found["words"]
    return f"{found['words']} ({ui.term('attribution', found['class'])})"


def _short(one: FindingRecord, expected: Quote | None, found: Quote | None) -> tuple[Quote, ...]:
    """What fits into a chip: from what to what."""
    words = tuple(quote for quote in (expected, found) if quote is not None)
    whole = one.source is not None and one.expected == one.source.quote and len(one.source.units) > 1
    return () if whole or any(len(quote.text) > SHORT for quote in words) else words


def _quote(place: PlaceRecord | None, language: str) -> Quote | None:
    return Quote(language, place.quote) if place and place.quote else None
