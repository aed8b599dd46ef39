"""A third and last batch by the same stranger: written and committed before it was run.

Read as in :mod:`tests.archive.chain.stranger_cases`. All names and outlets are invented.
"""

from tests.archive.chain.stranger_cases import Line, Wording

LINES = (
    Line("by Yahya Sakkal for Barada Today (state newspaper)", ("Yahya Sakkal",), ("Barada Today",), "state newspaper"),
    Line("By Ivana Petrescu and Yahya Sakkal", ("Ivana Petrescu", "Yahya Sakkal")),
    Line("by Al-Mina'a al-Hurr (independent website)", (), ("Al-Mina'a al-Hurr",), "independent website"),
    Line("An op-ed by Mai Sakkal", ("Mai Sakkal",)),
    Line("By Sheikh Yahya Sakkal", ("Yahya Sakkal",)),
    Line("By Yahya Sakkal, Barada Today", ("Yahya Sakkal",), ("Barada Today",)),
    Line("By the Barada Today team", (), ("Barada Today",)),
    Line("BEIRUT (Litani Press Agency) -", (), ("Litani Press Agency",)),
    Line("Our correspondent, Aleppo"),
    Line(
        "Translated and edited by Yahya Sakkal", ("Yahya Sakkal",), (), None, ("Yahya Sakkal",), ("Yahya Sakkal",), True
    ),
    Line("Translation by Colm Ó Briain", ("Colm Ó Briain",), translators=("Colm Ó Briain",), tail=True),
    Line("Source: Litani Press Agency, Barada Today", (), ("Litani Press Agency", "Barada Today"), tail=True),
    Line(
        "Editing by Tamsin Grey; graphics by Omar Dabbas",
        ("Tamsin Grey", "Omar Dabbas"),
        editors=("Tamsin Grey",),
        tail=True,
    ),
    Line("بقلم يحيى السكّال", ("يحيى السكّال",)),
    Line("بقلم: مي السكّال - خاص «بردى اليوم»", ("مي السكّال",), ("بردى اليوم",)),
    Line("كتب: عبد الكريم آل ياسين", ("عبد الكريم آل ياسين",)),
    Line("حلب - «بردى اليوم»", (), ("بردى اليوم",)),
    Line("مراسل «بردى اليوم» في السويداء", (), ("بردى اليوم",)),
    Line("يحيى السكّال – طرطوس", ("يحيى السكّال",)),
    Line("عن صحيفة «بردى اليوم»", (), ("بردى اليوم",), tail=True),
    Line("نقلها إلى العربية: يحيى السكّال", ("يحيى السكّال",), translators=("يحيى السكّال",), tail=True),
    Line("تحرير وتدقيق: مي السكّال", ("مي السكّال",), editors=("مي السكّال",), tail=True),
    Line("ترجمة: قسم الترجمة في «بردى اليوم»", (), ("بردى اليوم",), tail=True),
    Line("إعداد: فريق بردى نيوز", (), ("بردى نيوز",)),
    Line("وكالات - دمشق"),
)

NOT_LINES = (
    Line("By June, Yahya Sakkal had sold the orchard."),
    Line("From Barada, the water once reached every house."),
    Line("Editing the register of voters will take a month."),
    Line("Translation services at the border are overwhelmed."),
    Line("Graphics cards and phones were seized at the crossing."),
    Line("Our correspondents in the capital saw tanks at three junctions."),
    Line("Tartus: Port (partly) reopens"),
    Line("Barada Today, Gone Tomorrow"),
    Line("كتب القاضي في قراره أن الأرض تعود لأصحابها."),
    Line("بقلم الحبر وقّع الطرفان."),
    Line("مراسل القناة أصيب برصاصة طائشة."),
    Line("نقلها إلى المشفى كلفه ثمن بقرة."),
    Line("خاص بالطلاب: مواعيد الامتحانات"),
    Line("تدقيق الحسابات يكشف نقصاً كبيراً."),
    Line("عن الخبز والحرية: يوميات مدينة"),
)

WORDINGS = (
    Wording(
        "This report was translated by Colm Ó Briain for Barada Digest and has been edited for clarity.",
        {"translated": True, "edited": True, "by": "Colm Ó Briain"},
    ),
    Wording(
        "The views presented in this column are the writer's and not those of Barada Digest.",
        {"responsibility": "author", "not_endorsed": True},
    ),
    Wording("Barada Digest bears no responsibility for the content of this translation.", {"responsibility": "nobody"}),
    Wording("This piece has been abridged and translated from Arabic.", {"translated": True, "abridged": True}),
    Wording("The facts in this article could not be independently confirmed.", {"not_verified": True}),
    Wording("Barada Digest cannot vouch for the accuracy of this report.", {"not_verified": True}),
    Wording("Translator's note: some passages of this article have been omitted.", {"abridged": True}),
    Wording("Reproduced courtesy of Litani Press Agency.", {"permission": True}),
    Wording("We publish this article without endorsing its contents.", {"not_endorsed": True}),
    Wording("Full responsibility for this article rests with its author.", {"responsibility": "author"}),
    Wording(
        "The original article can be read in Arabic on the site of Barada Today; this translation is ours.",
        {"translated": True},
    ),
    Wording(
        "Opinions are the author's and do not represent Barada Digest.",
        {"responsibility": "author", "not_endorsed": True},
    ),
    Wording(
        "هذا النص مترجم عن العربية ومحرر من قبل بردى دايجست.", {"translated": True, "edited": True, "by": "بردى دايجست"}
    ),
    Wording("الكاتب وحده يتحمل مسؤولية الآراء الواردة في هذا المقال.", {"responsibility": "author"}),
    Wording(
        "الآراء في هذه الصفحة تعبر عن كتّابها وليس عن بردى اليوم.", {"responsibility": "author", "not_endorsed": True}
    ),
    Wording("لا نتحمل أي مسؤولية عن دقة هذا التقرير.", {"responsibility": "nobody"}),
    Wording("تعذر علينا التحقق من صحة ما ورد في هذا الخبر.", {"not_verified": True}),
    Wording("نُشر هذا المقال بموافقة الكاتب.", {"permission": True}),
    Wording("النص مترجم بتصرف عن الإنجليزية.", {"translated": True}),
    Wording(
        "قام فريق بردى اليوم بترجمة هذا التقرير وتحريره.", {"translated": True, "edited": True, "by": "فريق بردى اليوم"}
    ),
    Wording("ما ينشر هنا لا يعبر بالضرورة عن سياسة الموقع.", {"not_endorsed": True}),
    Wording("تنويه: لم يُتحقق من المعلومات الواردة في هذا النص.", {"not_verified": True}),
    Wording("هذا المقال نسخة مختصرة من النص الأصلي.", {"abridged": True}),
    Wording("صحيفة بردى اليوم غير مسؤولة عن مضمون هذا الحوار.", {"responsibility": "nobody"}),
    Wording("المصدر مسؤول عن صحة ما ورد في هذا الخبر.", {"responsibility": "source"}),
)

NOT_WORDINGS = tuple(
    Wording(text, None)
    for text in (
        "This report, the doctor said, was never confirmed by a laboratory.",
        "These articles of faith were not shared by the young.",
        "The committee said this text was translated from Ottoman Turkish by its secretary.",
        "The contents of the truck could not be confirmed.",
        "The writer's house was not damaged.",
        "Full responsibility for the fire rests with the owner of the mill.",
        "Nobody can vouch for the safety of the road.",
        "The site is not responsible for the smell, residents insist.",
        "This story has no ending yet.",
        "الكاتب وحده في بيته منذ الحصار.",
        "لا نتحمل برد هذا الشتاء، تقول أم سعيد.",
        "هذا الخبر لم يفاجئ أحداً في البلدة.",
        "تعذر على الفرق الوصول إلى القرية.",
        "ما ينشر في السوق من بضائع لا يكفي.",
        "هذا النص القانوني يمنع بيع الأرض.",
    )
)
