"""A second batch by the same stranger, written after the first had been used for tuning and before it was ever run.

Read as in :mod:`tests.archive.chain.stranger_cases`. All names and outlets are invented.
"""

from tests.archive.chain.stranger_cases import Line, Wording

LINES = (
    Line(
        "by Ghassan Mirza for Sahat al-Hurriya (pro-opposition weekly)",
        ("Ghassan Mirza",),
        ("Sahat al-Hurriya",),
        "pro-opposition weekly",
    ),
    Line("BY GHASSAN MIRZA AND NADA EL-KHATIB", ("GHASSAN MIRZA", "NADA EL-KHATIB")),
    Line("By Col. (ret.) Ghassan Mirza", ("Ghassan Mirza",)),
    Line("Story and photos by Dalia Homsi", ("Dalia Homsi",)),
    Line("Dalia Homsi, Euphrates Press", ("Dalia Homsi",), ("Euphrates Press",)),
    Line("Dalia Homsi reports from Manbij", ("Dalia Homsi",)),
    Line("RAQQA, Sept. 9 (Euphrates Press) –", (), ("Euphrates Press",)),
    Line("From our staff and news agencies"),
    Line("Euphrates Press (Kurdish-run agency)", (), ("Euphrates Press",), "Kurdish-run agency"),
    Line("As told to Nora Feld", ("Nora Feld",)),
    Line(
        "Translated from Arabic by Nora Feld and Hazem al-Jundi",
        ("Nora Feld", "Hazem al-Jundi"),
        translators=("Nora Feld", "Hazem al-Jundi"),
        tail=True,
    ),
    Line("Translator: Nora Feld", ("Nora Feld",), translators=("Nora Feld",), tail=True),
    Line("Photo: Idris Mall/Euphrates Press", ("Idris Mall",), ("Euphrates Press",), tail=True),
    Line(
        "Edited by Hazem al-Jundi and translated by Nora Feld",
        ("Hazem al-Jundi", "Nora Feld"),
        translators=("Nora Feld",),
        editors=("Hazem al-Jundi",),
        tail=True,
    ),
    Line("بقلم: غسّان ميرزا - صحيفة ساحة البلد", ("غسّان ميرزا",), ("ساحة البلد",)),
    Line("غسّان ميرزا | ساحة نيوز", ("غسّان ميرزا",), ("ساحة نيوز",)),
    Line("الحسكة - داليا الحمصي", ("داليا الحمصي",)),
    Line("منبج - من مراسلتنا داليا الحمصي", ("داليا الحمصي",)),
    Line("كتبت داليا الحمصي لموقع ساحة البلد", ("داليا الحمصي",), ("ساحة البلد",)),
    Line("مقال رأي بقلم الأستاذة نادية الجندي", ("نادية الجندي",)),
    Line("المترجم: حازم الجندي", ("حازم الجندي",), translators=("حازم الجندي",), tail=True),
    Line("ترجمة عن الفرنسية: حازم الجندي", ("حازم الجندي",), translators=("حازم الجندي",), tail=True),
    Line("مراجعة: نادية الجندي", ("نادية الجندي",), tail=True),
    Line("المصدر: وكالة الفرات للأنباء", (), ("وكالة الفرات للأنباء",), tail=True),
    Line("مكتب دمشق - «ساحة البلد»", (), ("ساحة البلد",)),
)

NOT_LINES = (
    Line("By Sunday the governor of Raqqa, Hassan Mirza, had resigned."),
    Line("From Manbij, the road runs east past empty villages."),
    Line("Photo studios in the old market have closed one after another."),
    Line("Translators, drivers and guards wait outside the embassy."),
    Line("Written complaints must reach the council by Tuesday."),
    Line("Story of a well (in three parts)"),
    Line("A statement by Hassan Mirza for the council (opposition body) was read aloud."),
    Line("Edited by censors, the speech lost half its length."),
    Line("Sham Bakery (state-owned) reopened on Monday."),
    Line("Hassan Mirza - the last miller of the valley"),
    Line("Press freedom (again)"),
    Line("Homs: Hassan Mirza freed"),
    Line("بقلم يابس كُتبت الرسالة الأخيرة."),
    Line("كتبت البلدية إلى الأهالي تطلب إخلاء الطابق السفلي."),
    Line("مراجعة الأسعار تبدأ يوم الأحد."),
    Line("المصدر لم يكشف عن اسمه."),
    Line("المترجم الذي رافق الوفد اختفى منذ أسبوع."),
    Line("حسن ميرزا: لن أغادر البلدة"),
    Line("صوت الشارع في حلب"),
    Line("خاص: أزمة الخبز تعود إلى دمشق"),
    Line("مكتب دمشق مغلق حتى إشعار آخر."),
    Line("عن «الكرامة» والخبز"),
    Line("نقلاً عن شهود، وصلت القافلة ليلاً."),
    Line("إعداد قوائم الناخبين ينتهي غداً."),
    Line("دمشق - حسن يعود إلى مدرسته"),
)

WORDINGS = (
    Wording(
        "This opinion piece was translated and edited by Euphrates Digest. The author is solely responsible for the views expressed in it.",
        {"translated": True, "edited": True, "by": "Euphrates Digest", "responsibility": "author"},
    ),
    Wording(
        "Translated by Nora Feld from the Arabic original, which appeared in Sahat al-Balad.",
        {"translated": True, "by": "Nora Feld"},
    ),
    Wording(
        "Translated and abridged by Euphrates Digest.", {"translated": True, "abridged": True, "by": "Euphrates Digest"}
    ),
    Wording("Editor's note: this story has been edited for style and clarity.", {"edited": True}),
    Wording("The opinions in this article are solely those of its author.", {"responsibility": "author"}),
    Wording("The author's views do not necessarily reflect those of Euphrates Digest.", {"not_endorsed": True}),
    Wording(
        "Euphrates Digest is not responsible for the accuracy of the information in this article.",
        {"responsibility": "nobody"},
    ),
    Wording("Sahat al-Balad alone is responsible for the contents of this report.", {"responsibility": "source"}),
    Wording("Euphrates Digest was not able to verify this information independently.", {"not_verified": True}),
    Wording("None of the information in this report has been independently verified.", {"not_verified": True}),
    Wording("Inclusion in this digest does not constitute endorsement.", {"not_endorsed": True}),
    Wording("Published here by permission of Sahat al-Balad.", {"permission": True}),
    Wording(
        "An earlier version of this text appeared in Arabic; this is a shortened translation.",
        {"translated": True, "abridged": True},
    ),
    Wording("ترجمت هذه المادة ونُشرت بإذن من ساحة البلد.", {"translated": True, "permission": True}),
    Wording("ترجم المقال عن الإنجليزية حازم الجندي.", {"translated": True, "by": "حازم الجندي"}),
    Wording("خضع هذا النص للتحرير والاختصار.", {"edited": True, "abridged": True}),
    Wording("الآراء المنشورة لا تعبر إلا عن أصحابها.", {"responsibility": "author"}),
    Wording(
        "كل ما ينشر يعبر عن رأي صاحبه فقط ولا يمثل رأي الموقع.", {"responsibility": "author", "not_endorsed": True}
    ),
    Wording("الصحيفة لا تتحمل مسؤولية ما ورد في هذا المقال.", {"responsibility": "nobody"}),
    Wording("مسؤولية المقال تقع على كاتبه.", {"responsibility": "author"}),
    Wording("لا يمكن للموقع التأكد من صحة المعلومات الواردة في هذا التقرير.", {"not_verified": True}),
    Wording("لم تتمكن ساحة البلد من التحقق بشكل مستقل مما ورد في هذا التقرير.", {"not_verified": True}),
    Wording("ننشر هذه الترجمة بالاتفاق مع مجلة الفرات.", {"translated": True, "permission": True}),
    Wording("هذه ترجمة مختصرة لتقرير نشرته مجلة الفرات.", {"translated": True, "abridged": True}),
    Wording("إن نشر هذه المادة لا يعني الموافقة على مضمونها.", {"not_endorsed": True}),
)

NOT_WORDINGS = tuple(
    Wording(text, None)
    for text in (
        "The mayor alone is responsible for the contents of the warehouse.",
        "Sahat Square was shortened by two meters when the road was widened.",
        "The court is not responsible for the accuracy of the maps, its clerk said.",
        "This report was read aloud in parliament and then withdrawn.",
        "The report has been translated into law by three decrees.",
        "Observers were not able to reach the village independently.",
        "The author was released on bail and thanked his readers.",
        "Their views on the truce do not reflect what the street says.",
        "It was translated by a priest who knew both families.",
        "Responsibility lies with the driver, the inquiry found.",
        "Permission to publish the list was refused twice.",
        "The article of the truce on detainees was edited overnight.",
        "The original publisher of the newspaper fled in 2012.",
        "ترجم الوفد كلامه إلى أفعال.",
        "المسؤولية تقع على السائق، بحسب التقرير.",
        "لم تتمكن الفرق من التحقق من عدد المفقودين.",
        "كل ما في البيت يعبر عن صاحبه.",
        "خضع الجريح لعملية ثانية.",
        "نشر القوائم لا يعني الموافقة على العودة.",
        "ننشر الغسيل على السطح منذ انقطاع الماء.",
        "رأي الأهالي لا يمثل رأي المجلس.",
        "حذفت الوزارة بعض الأسماء من القوائم.",
        "التقرير المترجم وصل إلى الأمم المتحدة أمس.",
        "تم اختصار الطريق إلى المدينة بعد فتح الجسر.",
        "المعلومات على مكتب الوزير منذ أسبوع.",
    )
)
