"""Numbers and dates compared across a link. All sentences are written for the project."""

import pytest

from archive.text.compare.dates import check_dates
from archive.text.compare.findings import Band
from archive.text.compare.numbers import check_numbers
from archive.text.compare.numbers_calibration import CALIBRATION
from archive.text.compare.numbers_evidence import Evidence
from tests.archive.text.compare.pairs import facts, pair


@pytest.mark.parametrize(
    ("arabic", "english", "expected"),
    [
        ("أصيب سبعة عمال", "Five workers were hurt", [("number_changed", "سبعة = 7", "Five = 5")]),
        (
            "بلغت الكلفة 1.5 مليون",
            "It cost 1.5 thousand",
            [("number_changed", "1.5 مليون = 1500000", "1.5 thousand = 1500")],
        ),
        ("في عام ٢٠١٤", "In 2015", [("date_changed", "٢٠١٤ = 2014", "2015")]),
        ("زرعوا ٤٠ شجرة", "They planted trees", [("number_missing", "٤٠ = 40", None)]),
        ("زرعوا أشجارا", "They planted 40 trees", [("number_added", None, "40")]),
        ("وصل 4 من أصل 4", "4 of 6 came", [("number_changed", "4", "6")]),
        ("حضر 20 ضيفا الحفلة الثانية", "2 guests came to the second party", [("number_changed", "20", "2")]),
        ("دخلت الحلقة الثلاثية", "The five-part series began", [("number_changed", "الثلاثية = 3", "five = 5")]),
    ],
)
def test_differences(arabic, english, expected):
    """A number that is another, or nowhere, is reported with both prints."""
    assert facts(check_numbers(pair(arabic, english))) == expected


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("خمسة وعشرون عاملا", "25 workers"),
        ("76.000 طن", "76,000 tonnes"),
        ("رفض نصف الأعضاء", "50 percent of the members refused"),
        ("اتصلوا على الرقم 116123", "Call 116 123"),
        ("يوم 12/11/2015", "on 12 November 2015"),
        ("سجل هدفين", "He scored two goals"),
        ("مع ولدينا", "with our 2 sons"),
        ("زرعوا أشجارا", "They planted seven trees"),
        ("في المجموعة السابعة", "in Group G"),
        ("زارهاثلاثمراتهذاالعام", "He has been there three times this year"),
        ("اشترى 12 بيضة", "He bought a dozen eggs"),
        ("واحد من الجيران", "A neighbour"),
        ("مئات القتلى", "hundreds of dead"),
    ],
)
def test_no_difference(arabic, english):
    """One value in two prints is no finding, whichever language is the source."""
    assert facts(check_numbers(pair(arabic, english))) == []
    assert facts(check_numbers(pair(english, arabic, languages=("en", "ar")))) == []


def test_a_number_in_the_next_sentence_is_not_missing():
    """What crossed a sentence border is still there."""
    linked = pair(["حضر 300 ضيف", "ثم انصرفوا"], ["Guests came.", "All 300 left."])
    assert facts(check_numbers(linked)) == []


def test_a_number_that_the_next_sentence_says_of_something_else_is_changed():
    """Only what a neighbour has to spare is a counterpart."""
    linked = pair(["حضر 40 ضيفا", "وبقي 60 كرسيا"], ["60 guests came.", "And 60 chairs were left."])
    assert facts(check_numbers(linked)) == [("number_changed", "40", "60")]


def test_what_is_on_one_side_only_weighs_less():
    """Below ten it is hidden: many such words go unsaid in the other language."""
    (small,), (great,) = (
        check_numbers(pair("زرعوا أشجارا", f"They planted {count} trees")) for count in ("seven", "40")
    )
    assert small.band is Band.LOW
    assert small.confidence < great.confidence
    assert small.calibration == great.calibration == CALIBRATION.id


def test_every_class_of_evidence_is_calibrated():
    """Each has a share that was counted; more right ones never mean less confidence."""
    assert set(CALIBRATION.shares) == set(Evidence)
    assert all(0 <= share.right <= share.seen for share in CALIBRATION.shares.values())
    assert CALIBRATION.confidence(Evidence.CHANGED) > CALIBRATION.confidence(Evidence.ALONE_SMALL)


def test_a_conversion_is_named():
    """Miles for kilometres are information, not a change."""
    (finding,) = check_numbers(pair("على بعد 16 كيلومترا", "10 miles away"))
    assert (finding.kind, finding.found) == ("unit_converted", "10 (km → mile)")


def test_spans_quote_both_sides():
    """A finding marks the very words."""
    linked = pair("وصل تسعة أطباء", "Only three doctors came")
    (finding,) = check_numbers(linked)
    assert finding.source[0].span.of(linked.source.sentences[0]) == "تسعة"
    assert finding.target[0].span.of(linked.target.sentences[0]) == "three"
    assert finding.band is Band.HIGH


@pytest.mark.parametrize(
    ("arabic", "english", "expected"),
    [
        ("في تشرين الثاني", "in October", [("date_changed", "تشرين الثاني", "October")]),
        ("في شهر جويلية", "in July", []),
        ("في يوليوز", "in July", []),
        ("يوم الأربعاء", "on Thursday", [("date_changed", "الأربعاء", "Thursday")]),
        ("في شهر رمضان", "in Ramadan", []),
        ("مارس الضغط على الجميع", "He put pressure on all", []),
        ("قالت إنها قد تعود", "She may return", []),
    ],
)
def test_months_and_weekdays(arabic, english, expected):
    """Months of every press meet; words that only look like months are none."""
    assert facts(check_dates(pair(arabic, english))) == expected


def test_a_month_that_is_only_left_out_is_hidden():
    """ "Last month" may say the same."""
    (finding,) = check_dates(pair("في حزيران", "last month"))
    assert finding.band is Band.LOW
