"""Which Arabic words meet and which must not: pairs written for the project."""

from __future__ import annotations

import pytest

from archive.text.fold import fold
from search.analysis import analyse, arabic_words

MUST_MEET = """
كتب كَتَبَ
احمد أحمد
اياد إياد
القران القرآن
مسؤول مسئول
شؤون شئون
مدرسه مدرسة
مستشفى مستشفي
المعـــارضة المعارضة
المعارضة والمعارضة
المعارضة بالمعارضة
المعارضة وبالمعارضة
المعارضة للمعارضة
المعارضة كالمعارضة
المعارضة فالمعارضة
معارضة المعارضة
معارضة معارضته
معارضون المعارضين
معارض معارضون
حكومة الحكومة
حكومة حكومات
حكومة حكومتها
حكومة حكومتهم
حكومة وحكومته
وزير الوزير
وزير ووزير
وزير والوزير
وزارة الوزارة
وزارة للوزارة
لبنان ولبنان
لبناني اللبنانيين
لبناني للبنانيين
إيران وإيران
إيراني الإيرانية
سوريا سورية
سوري السورية
سوري السوريون
سوريا وسوريا
روسيا روسية
فلسطيني الفلسطينيين
لجنة اللجنة
لجنة للجنة
لغة للغة
لاجئ للاجئين
لاجئون واللاجئين
إلغاء الإلغاء
إلغاء الغاء
التزام الالتزام
قال وقال
قال قالوا
أضاف وأضاف
أعلن واعلن
كبير كبيرًا
رئيس رئيسان
دولة دولتين
دولة الدول
قرار قرارات
قرار القرارات
بيان البيان
بيان بيانات
قانون القانون
برلمان البرلمان
سياسي السياسيون
سياسية سياسيات
مسلم المسلمون
حق والحق
صوت صوته
بيت بيته
حياة حياته
الآن والآن
الله والله
إليه واليه
ألوان الألوان
وقائع الوقائع
لعبة للعبة
"""

MUST_NOT_MEET = """
المعارضة معرض
معارضة عرض
لبنان لبن
وزير زير
وزير زائر
إيران أير
إيران آية
سوريا سور
البحرين البحر
سليمان سليم
مهرجان مهرج
برلمان برلين
قانون قان
مليون ملي
وطن طن
وفد فد
ورق رق
وجه جه
وصل صل
وقف قف
وكالة كالة
والد دولة
والدة الدة
بالون لون
إلغاء غاء
التزام تزام
ألمانيا ماني
الله له
درعا درع
قوات قوة
بنات بن
فرات فر
كتب كتيبة
حكم حاكم
علم عالم
عليا علي
مكتب كتب
لجنة جنة
لغة غة
تشرين تشريع
حسين حسن
باكستان باكي
ميدان ميد
الآن أن
كانون كان
ألوان وان
ألعاب عاب
"""

NEWS_WORDS = "لبنان وزير إيران برلمان قانون قوات وطن وفد الله والد وكالة ألمانيا"
AFFIXES = "و وو ال لل بال وال ولل كال فال لله ون ين ات ه ا ها هم"


def pairs(table: str) -> list[tuple[str, str]]:
    return [(one, other) for one, other in map(str.split, table.strip().splitlines())]


def stems(text: str) -> list[str]:
    return [term.stem for term in analyse(text, "ar")]


@pytest.mark.parametrize(("one", "other"), pairs(MUST_MEET))
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    """Spelling, clitics and regular endings do not separate a word from itself."""
    assert stems(one) == stems(other)


@pytest.mark.parametrize(("one", "other"), pairs(MUST_NOT_MEET))
def test_different_words_do_not_meet(one: str, other: str) -> None:
    """A light stemmer that conflates these would do harm."""
    assert stems(one) != stems(other)


@pytest.mark.parametrize("word", NEWS_WORDS.split())
def test_the_words_of_the_news_are_not_ruined(word: str) -> None:
    """Well-known words that other light stemmers cut keep at least their first letters."""
    (stem,) = stems(word)
    assert fold(word).startswith(stem)
    assert len(stem) >= len(fold(word)) - 1


def test_the_word_lists_are_folded_as_the_stemmer_sees_words() -> None:
    """An entry that folding would change could never be met."""
    entries = [*arabic_words.UNITS, *arabic_words.WAW_WORDS, *arabic_words.AL_STEMS]
    entries += [*arabic_words.LAM_STEMS, *arabic_words.WAW_STEMS]
    assert [entry for entry in entries if fold(entry) != entry or " " in entry] == []


def test_every_short_word_survives() -> None:
    """No cut leaves nothing or less than two letters of a longer word."""
    for word in AFFIXES.split():
        assert stems(word) != [""]
        assert all(stems(word))
