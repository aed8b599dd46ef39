"""Dates: EDTF bounds, every month name in every layout, and what is never guessed."""

from __future__ import annotations

import sys
from datetime import date
from itertools import product

import pytest

from archive.chain.dates import edtf_date, find_dates
from archive.chain.hijri import hijri_to_edtf

LEVANTINE = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
]
EGYPTIAN = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
]
MAGHREBI = ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
MOROCCAN = ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"]
HIJRI = [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
]
DUAL = [f"{a}/{b}" for a, b in zip(LEVANTINE, EGYPTIAN, strict=True)]
ASIDE = [f"{a} ({b})" for a, b in zip(EGYPTIAN, LEVANTINE, strict=True)]
LAYOUTS = [
    "{d} {m} {y}",
    "في {d} {m}، {y}",
    "الخميس {d} {m} عام {y}",
    "{d} من {m} {y}م",
    "({d} {m} {y})",
    "و{d}-{m}-{y}",
]
MONTH_LAYOUTS = ["{m} {y}", "في أوائل {m} {y}", "و{m} {y}", "{m} من عام {y}"]
INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.mark.parametrize("names", [LEVANTINE, EGYPTIAN, MAGHREBI, MOROCCAN, DUAL, ASIDE])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_month_in_every_layout(names, layout):
    """All twelve months of each calendar, in European and Arabic-Indic digits, are read exactly."""
    for (number, name), digits in product(enumerate(names, 1), (None, INDIC)):
        text = layout.format(d=12, m=name, y=2015).translate(digits or {})
        assert [(one.edtf.text, one.calendar) for one in find_dates(text)] == [(f"2015-{number:02}-12", "gregorian")], (
            text
        )


@pytest.mark.parametrize("names", [LEVANTINE, EGYPTIAN, MAGHREBI, MOROCCAN, DUAL, ASIDE])
@pytest.mark.parametrize("layout", MONTH_LAYOUTS)
def test_a_month_keeps_its_precision(names, layout):
    """Without a day the date is a month, and "early" adds nothing."""
    for number, name in enumerate(names, 1):
        assert [one.edtf.text for one in find_dates(layout.format(m=name, y=2015))] == [f"2015-{number:02}"]


@pytest.mark.parametrize("suffix", [" هـ", "هـ", ""])
def test_islamic_months_are_flagged_and_bounded(suffix):
    """A Hijri date is flagged, and its Gregorian days are a range that holds the tabular day."""
    for number, name in enumerate(HIJRI, 1):
        (found,) = find_dates(f"في 15 {name} 1437{suffix} قال")
        assert (found.calendar, found.edtf) == ("hijri", hijri_to_edtf(1437, number, 15))
    assert hijri_to_edtf(1437, 1, 29).lower <= date(2015, 11, 12) <= hijri_to_edtf(1437, 1, 29).upper
    assert hijri_to_edtf(1446, 9, 1).lower <= date(2025, 3, 1) <= hijri_to_edtf(1446, 9, 1).upper


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BEIRUT, 12 NOVEMBER 2015", ["2015-11-12"]),
        ("On November 12th, 2015 and Nov. 3, 2015", ["2015-11-12", "2015-11-03"]),
        ("12/11/2015 in English", ["[2015-11-12,2015-12-11]"]),
        ("13/11/2015", ["2015-11-13"]),
        ("بتاريخ ١٢/١١/٢٠١٥", ["2015-11-12"]),
        ("2015-11-12T10:00", ["2015-11-12"]),
        ("بين 10-12 نوفمبر 2015", ["2015-11-10/2015-11-12"]),
        ("12 تشرين الثاني", ["XXXX-11-12"]),
        ("عام ٢٠١٣", ["2013"]),
        ("29/1/1437هـ", ["[2015-11-10..2015-11-14]"]),
        ("٢٩ محرم ١٤٣٧ هـ الموافق ١٢ نوفمبر ٢٠١٥م", ["[2015-11-10..2015-11-14]", "2015-11-12"]),
    ],
)
def test_other_layouts(text, expected):
    """English, numeric, ranged, yearless and doubled dates; two readings are both kept."""
    found = find_dates(text)
    assert [one.edtf.text for one in found] == expected
    assert all(one.span.of(text) == one.as_printed for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "أوائل الشهر", "أمس الأول", "early this month", "12 تشرين 2015", "30 شباط 2015", "تشرين الأول/نوفمبر 2015", "he may 12 times",
        "فاز 5 صفر", "5 أب", "page 2015", "31/02/2015", "الساعة 10:30", "31 نيسان 2014",
    ],
)  # fmt: skip
def test_never_guessed(text):
    """Relative days, half-named months, contradictions and impossible days are no dates."""
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015-11-12", date(2015, 11, 12), date(2015, 11, 12)),
        ("2015-11-05/..", date(2015, 11, 5), None),
        ("../2013", None, date(2013, 12, 31)),
        ("/2013", None, date(2013, 12, 31)),
        ("2013-11-XX", date(2013, 11, 1), date(2013, 11, 30)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("[2015-11-10..2015-11-14]", date(2015, 11, 10), date(2015, 11, 14)),
        ("XXXX-11-12", None, None),
        ("2013~", date(2013, 1, 1), date(2013, 12, 31)),
        ("2013-11-12T10:00:00Z", date(2013, 11, 12), date(2013, 11, 12)),
    ],
)
def test_edtf_bounds(text, lower, upper):
    """Bounds are the first and last day meant, and None where open or unknown."""
    found = edtf_date(text)
    assert (found.text, found.lower, found.upper) == (text, lower, upper)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "foo",
        "2013-02-30",
        "2013-13",
        "2013-00",
        "0000",
        "2013/2012",
        "../..",
        "..",
        "2013-04-31~",
        "٢٠١٥",
        "1" * 200,
    ],
)
def test_impossible_dates_are_refused(text):
    """A malformed string or a day that never was is a ValueError that says what was found."""
    with pytest.raises(ValueError, match="date: expected"):
        edtf_date(text)


def test_plain_dates_never_reach_the_slow_parser(monkeypatch):
    """YYYY, YYYY-MM and YYYY-MM-DD are read without the library."""
    monkeypatch.setitem(sys.modules, "edtf", None)
    assert [edtf_date(text).lower.year for text in ("1991", "1991-07", "1991-07-03")] == [1991] * 3
