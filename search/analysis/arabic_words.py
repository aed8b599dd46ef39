"""Arabic words whose own letters look like affixes, folded, for the light stemmer.

Chosen by hand among what newspapers print often. All are written as :func:`archive.text.fold.fold`
leaves them (ا for every alef, ه for ة, ي for ى, ء for ؤ and ئ). A change here changes the analyser's
version, and with it every index is rebuilt.
"""

from __future__ import annotations

from typing import Final


def _words(table: str) -> tuple[str, ...]:
    return tuple(table.split())


_PLACES_AND_PEOPLE: Final = """
    لبنان ايران سودان عمان جولان بحرين فلسطين تشرين برلين عفرين درعا صنعا داريا المانيا البانيا
    واشنطن لندن طهران اليونان يونان بوتين اردوغان سليمان عثمان حسين ياسين كامرون كلينتون
"""
_OWN_ENDINGS: Final = """
    برلمان مهرجان قانون كانون مليون تلفزيون بليون تمرين سكان بلدان انسان ميدان عدوان طيران سلطان رمضان
    عليا دنيا ثمان قوات بنات وفيات فرات ثبات مياه انتباه تجاه اتجاه وجه شبه موقع ماذا لماذا عندما
    بينما كلما هكذا كذا ايضا دين دينا لبن حزين
"""
_OWN_BEGINNINGS: Final = """
    الله بالله لله اللهم الان الاف الوان الغاء القاء الم الي الا التي الذي الذين اللذين اللتين اللواتي
    بالون بالونات بالغ بالغه بالغا بالغين الماني المانيه الزام الحاح الحاق التماس الماس البوم الوف
    الويه الفا الفين اليه اليها اليهم الينا اليات العاب القاب الواح الغام الات المان
"""
_FATHER_AND_MOTHER: Final = "والد والده والدي والدها والدهم والدته والدتها والدتي والدان والي واليا"

UNITS: Final = frozenset(_words(_PLACES_AND_PEOPLE + _OWN_ENDINGS + _OWN_BEGINNINGS + _FATHER_AND_MOTHER))
"""Taken as they are, whether found bare or after the article has gone."""

COUNTRY_ENDING: Final = "ستان"

AL_STEMS: Final = _words("""
    الغاء التزام التزم التحاق التحق التهاب التقاء التقي التقت التقوا التباس التفاف التفت التقط التقاط
    التواء الوان الكترون المانيا البانيا الزامي الياف
""")
"""Words that begin with an ال of their own (إلغاء, التزام: the first radical is ل), by their first letters."""

LAM_STEMS: Final = _words("""
    لجن لجان لجوء لبنان لغه لغات لغوي لقاء لقاح لاجء لاعب ليبي لحظ ليل لواء لاءح لحوم لون لحم لسان لقب لاذق لندن
    لعب لازم
""")
"""Words that begin with ل and lose their article's after the preposition ل, by their first letters."""

WAW_WORDS: Final = frozenset(
    _words(f"""
    {_FATHER_AND_MOTHER} واحد واحده واحدا واضح واضحه واضحا وارد وارده واجه واجهه واجهوا واصل واصلوا
    ورق ورقه ورده ورد ورود وعد وعود وعي وجه وجوه وجد وجود وجع وحش وحده وحدها وحدات وحدت وحي ولد ولي
    وله ولو وفق وفد وفود وفا وفر وقت وقع وقوع وقف وقود وقوف وقفه وهم وهمي وصل وصول وصف وضع وطن
    واعد واعده وفاء وعر وعل ودع ودي وديه ودود وكر وزن وزع وسط وسع وسم وسخ وثق وتر
""")
)
"""Words that begin with their own و, as a whole."""

WAW_STEMS: Final = _words("""
    وزير وزار وزرا وطني وطنه وكال وكيل وكلاء وثيق وثاءق واشنطن واقع واسع واجب وافق واردات واجهت واجهات
    واصلت وافد واتساب وسيل وساءل وسيط وسطاء وساط وضعت وضعه وضعها وضعي وضوح وصلت وصلوا وصول وصفت وصفه
    وصفها وظيف وظاءف وفاه وفات وفيات وقاي وقعت وقعوا وقعه وقتها وقته وقفت وقود ولاء ولادي ولاده ولايه
    ولايات وليد وحيد وحشي ورشه ورش وعود وعده وجبه وجبات وجهه وجهت وجها وجهات وجدت وجدوا وديع وداع
    وداءع وراثه وراء ورقات وسام وصايه وصيه وعاء وعدت وفقا وفيق ومضه ونيس وهاب ويكي ويلز ووتر وهران وثب
    وتير وقاءع وقاءي وجدان واقي وادي وباء ورثه وردت وريد وزنه وسطي وشيك
""")
"""Longer words that begin with their own و, by their first letters."""
