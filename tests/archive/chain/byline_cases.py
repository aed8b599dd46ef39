"""Bylines with what they say. Outlets and people are invented; shapes are those of issue 2 and of the Arabic press.

A case: line, persons, outlet, label, place. ``PUBLISHER`` publishes the translations.
"""

from __future__ import annotations

from typing import NamedTuple

PUBLISHER = "The Cedar Review"


class Case(NamedTuple):
    line: str
    persons: tuple[str, ...] = ()
    outlet: str | None = None
    label: str | None = None
    place: str | None = None


ENGLISH = [
    Case("by W. K. for Outlet (opposition website)", ("W. K.",), "Outlet", "opposition website"),
    Case("BY NAME FOR OUTLET (London-based pan-Arab)", ("NAME",), "OUTLET", "London-based pan-Arab"),
    Case(
        "BY SALIM HADDAD FOR AL-FANAR AL-JADEED (London-based pan-Arab)",
        ("SALIM HADDAD",),
        "AL-FANAR AL-JADEED",
        "London-based pan-Arab",
    ),
    Case(
        "by Walid al-Barmaki for Alsahel Net (opposition website)",
        ("Walid al-Barmaki",),
        "Alsahel Net",
        "opposition website",
    ),
    Case("by Al-Fanar (pro-government newspaper)", (), "Al-Fanar", "pro-government newspaper"),
    Case("by Zaytun Barid (opposition website)", (), "Zaytun Barid", "opposition website"),
    Case("by Wafa Sayegh - ZAYTUN NEWS (Opposition site)", ("Wafa Sayegh",), "ZAYTUN NEWS", "Opposition site"),
    Case("Wafa Sayegh - ZAYTUN NEWS (Opposition site)", ("Wafa Sayegh",), "ZAYTUN NEWS", "Opposition site"),
    Case(
        "by BASIM HASHIM TO THE RIVER (Government affiliated newspaper)",
        ("BASIM HASHIM",),
        "THE RIVER",
        "Government affiliated newspaper",
    ),
    Case("by Wafa Sayegh for The Cedar Review", ("Wafa Sayegh",), "The Cedar Review"),
    Case(
        "By Jean-Paul O'Neill for Sada (independent website (Istanbul-based))",
        ("Jean-Paul O'Neill",),
        "Sada",
        "independent website (Istanbul-based)",
    ),
    Case(
        "By Salim Haddad and Lina Khoury for Al-Fanar Daily (state newspaper)",
        ("Salim Haddad", "Lina Khoury"),
        "Al-Fanar Daily",
        "state newspaper",
    ),
    Case("By Salim Haddad, Lina Khoury and Omar Zein", ("Salim Haddad", "Lina Khoury", "Omar Zein")),
    Case("By Dr. Salim Haddad", ("Salim Haddad",)),
    Case("By Abdul-Rahman al-Qadi for Sada al-Asi", ("Abdul-Rahman al-Qadi",), "Sada al-Asi"),
    Case(
        "By Abu Khaled al-Halabi for Radio Zaytun (local radio)",
        ("Abu Khaled al-Halabi",),
        "Radio Zaytun",
        "local radio",
    ),
    Case("By Salim Haddad in Beirut", ("Salim Haddad",), None, None, "Beirut"),
    Case("By Salim Haddad, Beirut", ("Salim Haddad",), None, None, "Beirut"),
    Case("By Salim Haddad | 12 November 2015", ("Salim Haddad",)),
    Case("By Salim Haddad, political analyst", ("Salim Haddad",), None, "political analyst"),
    Case("By Salim Haddad (opposition activist)", ("Salim Haddad",), None, "opposition activist"),
    Case("By Salim Haddad (Al-Fanar newspaper)", ("Salim Haddad",), "Al-Fanar newspaper"),
    Case("By Rihab al-Masri/Fanar News", ("Rihab al-Masri",), "Fanar News"),
    Case("By our correspondent in Damascus", (), None, None, "Damascus"),
    Case("By a journalist in Aleppo", (), None, None, "Aleppo"),
    Case("Staff writer"),
    Case("Exclusive to Sada al-Asi", (), "Sada al-Asi"),
    Case("Fanar News Staff", (), "Fanar News"),
    Case("By Cedar Review Staff", (), "Cedar Review"),
    Case("Excerpts from an op-ed by Wafa Sayegh", ("Wafa Sayegh",)),
    Case("Opinion: by Lina Khoury", ("Lina Khoury",)),
    Case("Reporting by Lina Khoury", ("Lina Khoury",)),
    Case("DAMASCUS (SANA) –", (), "SANA", None, "DAMASCUS"),
    Case("Beirut, 12 November (Agency)", (), "Agency", None, "Beirut"),
]

ARABIC = [
    Case("بقلم سامي حداد", ("سامي حداد",)),
    Case("بقلم: د. سامي حداد", ("سامي حداد",)),
    Case("بَقَلَم: الدكتور سامي حدّاد", ("سامي حدّاد",)),
    Case("بقلم/ زهير المصري - موقع الفنار", ("زهير المصري",), "موقع الفنار"),
    Case("بقلم سامي حداد | 12 تشرين الثاني 2015", ("سامي حداد",)),
    Case("كتب سامي حداد", ("سامي حداد",)),
    Case("كتبت لينا الخوري:", ("لينا الخوري",)),
    Case("كتب سامي حداد لصحيفة الفنار", ("سامي حداد",), "صحيفة الفنار"),
    Case("إعداد: رهف القدسي", ("رهف القدسي",)),
    Case("اعداد: رهف القدسي وسامي حداد", ("رهف القدسي", "سامي حداد")),
    Case("دمشق - مراسلنا", (), None, None, "دمشق"),
    Case("مراسلتنا في درعا", (), None, None, "درعا"),
    Case("مراسل «الفنار» في حلب", (), "الفنار", None, "حلب"),
    Case("خاص بـ«الفنار»", (), "الفنار"),
    Case("خاص لموقع الفنار", (), "موقع الفنار"),
    Case("خاص - «الفنار»", (), "الفنار"),
    Case("سامي حداد - موقع الفنار", ("سامي حداد",), "موقع الفنار"),
    Case("سامي حداد لـ«الفنار» (صحيفة موالية)", ("سامي حداد",), "الفنار", "صحيفة موالية"),
    Case("عبد الرحمن بن علي - «الفنار» (صحيفة معارضة)", ("عبد الرحمن بن علي",), "الفنار", "صحيفة معارضة"),
    Case("متابعات"),
    Case("الفنار نيوز - وكالات", (), "الفنار نيوز"),
    Case("دمشق (سانا) -", (), "سانا", None, "دمشق"),
    Case("«الفنار» من الرياض", (), "الفنار", None, "الرياض"),
    Case("الرياض - فهد الأحمدي", ("فهد الأحمدي",), None, None, "الرياض"),
    Case("أحمد المرسي (صنعاء)", ("أحمد المرسي",), None, None, "صنعاء"),
    Case("بيروت: سامي حداد ووليد خوري", ("سامي حداد", "وليد خوري"), None, None, "بيروت"),
    Case("جدة، بيروت: سامي حداد، أ ف ب", ("سامي حداد",), "أ ف ب", None, "جدة، بيروت"),
    Case("لندن : (أ ف ب)", (), "أ ف ب", None, "لندن"),
    Case("لندن: «الفنار»", (), "الفنار", None, "لندن"),
    Case("دبي - «الفنار» | Tuesday, 11 August 2015 - 13:48 pm", (), "الفنار", None, "دبي"),
    Case("متعب الفارس من جدة", ("متعب الفارس",), None, None, "جدة"),
    Case("مقتطفات من مقال بقلم لينا أبو زيد", ("لينا أبو زيد",)),
    Case("رأي: بقلم لينا أبو زيد", ("لينا أبو زيد",)),
    Case("مكة المكرمة ـ عبدالله آل سالم", ("عبدالله آل سالم",), None, None, "مكة المكرمة"),
]

NOT_BYLINES = [
    "By Monday the army had left the town.",
    "By the time they arrived, the bakery was closed",
    "By Order of the President",
    "By Popular Demand for Justice",
    "By George We Did It",
    "By Land, Sea and Air",
    "By Hook or by Crook",
    "By Government Forces for Damascus",
    "By Damascus Standards",
    "Opinion: Driven by Fear",
    "Hospital Staff",
    "Beirut: the army moved its posts",
    "Translated by Lina Khoury",
    "Damascus bakery reopens after two years",
    "By 2015, half of the schools had closed",
    "كتب وزير الخارجية على صفحته",
    "خاص بالنساء",
    "مراسل حربي في حلب",
    "دمشق: مقتل القائد",
    "حلب - قصف المدينة",
    "محمد يزور دمشق",
    "على شاطئ البحر",
    "مرزوق سعيد.. الفارس الأسمر",
    "سحر الطبيعة يجذب السياح",
    "مراسل الفنار يتعرض لإطلاق نار في حلب",
    "كتب على الجدار اسم ابنه",
    "سامي حداد: «انتصرنا»",
    'سامي حداد: "طموحي الأخير هو التدريب"',
    "دمشق: «انتصرنا»",
    'Salim Haddad - "Victory Is Near"',
    "By Sunday, Salim Haddad for President",
    "By Heart and Soul for Peace (festival)",
    "Made by Lina Khoury for Al-Fanar Daily",
]
