"""Dates as people say them: EDTF (ISO 8601-2) in words of the interface, as precise as it is known and no more.

Said are years, months, days, seasons, decades, intervals, and what is about or uncertain; whatever else EDTF can
write is shown as it is kept. Which days a date can mean is the business of :mod:`archive.chain.edtf_dates`.
"""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup, escape

from api.pages.bidi import left_to_right
from api.pages.ui import Ui

_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)", re.ASCII)
_UNKNOWN_YEARS: Final = re.compile(r"(\d\d)(\dX|XX)", re.ASCII)
_WHOLE: Final = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?", re.ASCII)
_OPEN: Final = frozenset({"", ".."})
_DOUBTS: Final = {"?": "perhaps", "~": "about", "%": "perhaps-about"}


def dated(edtf: str, ui: Ui) -> Markup:
    """``edtf`` as an element of its own direction; as ``time`` where HTML can say the same."""
    said = _interval(edtf, ui) if "/" in edtf else _said(edtf, ui)
    if said is None:
        return left_to_right(edtf)
    if _WHOLE.fullmatch(edtf):
        return Markup('<time dir="{}" datetime="{}">{}</time>').format(ui.direction, edtf, said)
    return Markup('<bdi dir="{}" title="{}">{}</bdi>').format(ui.direction, edtf, said)


def _interval(edtf: str, ui: Ui) -> Markup | None:
    first, _, last = edtf.partition("/")
    begin, end = (None if side in _OPEN else _said(side, ui) for side in (first, last))
    if (begin is None and first not in _OPEN) or (end is None and last not in _OPEN):
        return None
    if begin and end:
        return ui.t("date.between", first=begin, last=end)
    return ui.t("date.since", date=begin) if begin else ui.t("date.until", date=end)


def _said(edtf: str, ui: Ui) -> Markup | None:
    """One date; ``None`` where there are no words for it."""
    several = _UNKNOWN_YEARS.fullmatch(edtf)
    if several:
        years = (several[0].replace("X", digit) for digit in "09")
        return ui.t("date.between", **dict(zip(("first", "last"), years, strict=True)))
    found = _DATE.fullmatch(edtf)
    plain = found and _plain(found[1], found[2] or "XX", found[3] or "XX", ui)
    if not found or not plain:
        return None
    doubt = _DOUBTS.get(found[4])
    return ui.t(f"date-doubt.{doubt}", date=plain) if doubt else plain


def _plain(year: str, month: str, day: str, ui: Ui) -> Markup | None:
    if month == "XX":
        return escape(year)
    name = ui.term("month", month)
    if name == month:
        return None
    if day == "XX":
        return ui.t("date.month", month=name, year=year)
    return ui.t("date.day", day=int(day), month=name, year=year)
