"""EDTF in words: as precise as what is known, in both languages, and never reordered."""

from __future__ import annotations

import pytest

from api.pages.dating import dated
from api.pages.ui import Ui


@pytest.mark.parametrize(
    ("edtf", "english", "arabic"),
    [
        ("2015", "2015", "2015"),
        ("2015-03", "March 2015", "آذار/مارس 2015"),
        ("2015-03-09", "9 March 2015", "9 آذار/مارس 2015"),
        ("2015~", "about 2015", "نحو 2015"),
        ("2015-03?", "perhaps March 2015", "ربما آذار/مارس 2015"),
        ("2015-03-09%", "perhaps about 9 March 2015", "ربما نحو 9 آذار/مارس 2015"),
        ("2015-22", "summer 2015", "صيف 2015"),
        ("2015-XX-XX", "2015", "2015"),
        ("201X", "2010 to 2019", "من 2010 إلى 2019"),
        ("20XX", "2000 to 2099", "من 2000 إلى 2099"),
        ("2015-03/2016", "March 2015 to 2016", "من آذار/مارس 2015 إلى 2016"),
        ("2015/..", "2015 or later", "منذ 2015"),
        ("/2015-03", "March 2015 or earlier", "حتى آذار/مارس 2015"),
        ("-0044", "-0044", "-0044"),
        ("[2015,2016]", "[2015,2016]", "[2015,2016]"),
        ("2015-33", "2015-33", "2015-33"),
        ("2015/Y17E7", "2015/Y17E7", "2015/Y17E7"),
    ],
)
def test_dates_in_words(edtf: str, english: str, arabic: str) -> None:
    """What has no words is shown as it is kept, from left to right."""
    for language, words in (("en", english), ("ar", arabic)):
        shown = str(dated(edtf, Ui(language)))
        assert f">{words}</" in shown
        assert ('dir="ltr"' in shown) == (language == "en" or words == edtf != "2015")


def test_only_what_html_can_say_is_a_time() -> None:
    """The rest keeps its EDTF beside the words."""
    assert str(dated("2015-03", Ui("ar"))) == '<time dir="rtl" datetime="2015-03">آذار/مارس 2015</time>'
    assert str(dated("2015~", Ui())) == '<bdi dir="ltr" title="2015~">about 2015</bdi>'
    assert "<script" not in dated("<script>", Ui())
