"""Numbers found by value, in digits and words. All sentences are written for the project."""

from fractions import Fraction

import pytest

from archive.text.numbers import NumberKind, decimal, find_numbers
from archive.text.numbers.hidden import hidden_in


def values(text, language):
    """The greatest reading of every number that is not weak."""
    return [decimal(max(number.readings)) for number in find_numbers(text, language) if not number.weak]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He paid 1,250.75 for 12 books", ["1250.75", "12"]),
        ("two hundred and five thousand litres", ["205000"]),
        ("£2.25bn and $3.5 million", ["2250000000", "3500000"]),
        ("half a million people, three and a half million trees", ["500000", "3500000"]),
        ("two-thirds of the twenty-first class", ["2/3", "21"]),
        ("hundreds of thousands fled", ["100", "1000"]),
        ("in the 1980s, in the eighties", ["1980", "1980"]),
        ("the war of 1950-53", ["1950", "1953"]),
        ("thirty per cent, 5%, 7 percent", ["30", "5", "7"]),
        ("a quarter of a billion", ["250000000"]),
        ("nine thousand nine hundred and ninety-nine", ["9999"]),
        ("3½ hours", ["3.5"]),
        ("the 20th and the third and fourth", ["20", "3", "4"]),
        ("three-fourths, 2/3 of it", ["0.75", "2/3"]),
        ("in nineteen eighty-four and twenty twelve", ["1984", "2012"]),
        ("half past eight, quarter to nine", ["20.5", "20.75"]),
        ("about 25 000 euros, 1 000 000.50 in all", ["25000", "1000000.5"]),
        ("in the 90s, 3 crore", ["1990", "30000000"]),
        ("two dozen, open 24/7, after 9/11, fifty-fifty", ["50", "50"]),
    ],
)
def test_english(text, expected):
    """English numbers have the value a reader gives them."""
    assert values(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ثلاثة وعشرون ألف شخص", ["23000"]),
        ("مئتان وخمسة آلاف لتر", ["205000"]),
        ("٢٫٢٥ مليار دولار و٣٫٥ ملايين", ["2250000000", "3500000"]),
        ("نصف مليون نسمة، ومليون ونصف المليون شجرة", ["500000", "1500000"]),
        ("ثلثا المقاعد", ["2/3"]),
        ("مليونين ونصف المليون، وألفين ونصف", ["2500000", "2500"]),
        ("ثلاثة أرباع السكان", ["0.75"]),
        ("مئات الآلاف فروا", ["100", "1000"]),
        ("ثلاثون في المئة، خمسة بالمائة، ٧٪", ["30", "5", "7"]),
        ("ثلاثمائة وخمسون وثلاث مئة وثلاثمية", ["350", "300", "300"]),
        ("الحادي والعشرون والخامس عشر", ["21", "15"]),
        ("اثنا عشر ألفاً؛ إحدى عشرة", ["12000", "11"]),
        ("ألفان وخمسمئة وواحد", ["2501"]),
        ("ستة و عشرين كتابا", ["26"]),
        ("وبالخمسين", ["50"]),
        ("ثَلاثَةٌ وَعِشْرُونَ", ["23"]),
        ("لست متأكدا، وكمية كبيرة، ووجد ميتا", []),
        ("30،000 صفحة", ["30000"]),
        ("خمسة ملايين وثلاثمئة ألف وعشرين", ["5300020"]),
        ("٢،٥ مليون و30،000 و1،2،3", ["2500000", "30000", "1", "2", "3"]),
        ("نحو 25 000 دينار، وفي 2018 300 شخص", ["25000", "2018", "300"]),
        ("الذكرى المئة والخامسة", ["105"]),
        ("الثامنة إلا ربعا، المادة 5 ونص القرار", ["19.75", "5"]),
        ("حداشر وتلاتة وخمسةعشر", ["11", "3", "15"]),
    ],
)
def test_arabic(text, expected):
    """Arabic numbers have the value a reader gives them, in any gender, case and spelling."""
    assert values(text, "ar") == expected


def test_a_point_before_three_digits_has_two_readings_in_arabic_only():
    """``76.000`` is kept both ways where presses differ."""
    (arabic,), (english,) = find_numbers("76.000", "ar"), find_numbers("76.000", "en")
    assert arabic.readings == {Fraction(76), Fraction(76000)}
    assert english.readings == {Fraction(76)}


def test_spans_are_of_the_text_as_printed():
    """A span keeps harakat and Arabic-Indic digits."""
    text = "نحو ثَلاثَةٍ و٢٥ كتابا"
    assert [number.span.of(text) for number in find_numbers(text, "ar")] == ["ثَلاثَةٍ", "٢٥"]


@pytest.mark.parametrize("text", ["one of both", "واحد منهما وكلاهما", "twice", "مرتين"])
def test_small_numbers_are_weak(text):
    """One and two go unsaid too often to be missed."""
    found = find_numbers(text, "ar" if text[0] > "z" else "en")
    assert found
    assert all(number.weak for number in found)


@pytest.mark.parametrize(
    ("english", "arabic"),
    [("at 7:30", "الساعة السابعة والنصف"), ("at 7.30pm", "٧:٣٠ مساء"), ("eight-thirty", "الثامنة والنصف"),
     ("in the 1980s", "في ثمانينيات القرن الماضي"), ("World War II", "الحرب العالمية الثانية"),
     ("half past eight", "الثامنة والنصف"), ("at 1500 GMT", "الساعة 15:00"), ("a dozen", "اثنا عشر"),
     ("dozens", "عشرات"), ("the 2000s", "القرن الحادي والعشرون")],
)  # fmt: skip
def test_both_languages_agree(english, arabic):
    """What names one number in two languages shares a reading."""
    *_, one = find_numbers(english, "en")
    *_, other = find_numbers(arabic, "ar")
    assert one.agrees(other)


@pytest.mark.parametrize(("text", "language"), [("an F-16 flew", "en"), ("5G phones", "en"), ("كوفيد-19", "ar")])
def test_a_code_is_marked(text, language):
    """``F-16`` is no count."""
    (number,) = find_numbers(text, language)
    assert number.kind is NumberKind.CODE


def test_a_number_word_inside_glued_words():
    """Where spaces are lost, a number that is in the letters is told from one that is not."""
    three, nine = find_numbers("three nine", "en")
    glued = "زارهاثلاثمراتهذاالعام"
    assert hidden_in(glued, three)
    assert not hidden_in(glued, nine)


def test_dotted_codes_are_no_number():
    """An address of a machine has no value."""
    assert find_numbers("host 10.2.0.1 answered", "en") == ()
