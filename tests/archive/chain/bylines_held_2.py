"""Held-out batch 2 for the byline readers: written and committed before it was first run, and the last measure.

Read as in :mod:`tests.archive.chain.stranger_cases`. All names and outlets are invented; shapes and names differ from
``bylines_dev`` and ``bylines_held_1`` where print does. One reading was corrected after the first run: the line that
ends "Original text: …" credits an author as well.
"""

from tests.archive.chain.stranger_cases import Line, both

LINES = (
    Line("by Rojhat Çelikbilek", ("Rojhat Çelikbilek",)),
    Line("By Aurélie Desnoyers, Tekle Wolde-Mariam and Sahand Nikpour", ("Aurélie Desnoyers", "Tekle Wolde-Mariam", "Sahand Nikpour")),
    Line("BY MAYSALOUN AL-JURDI FOR AL-WAHA (Damascus-based weekly)", ("MAYSALOUN AL-JURDI",), ("AL-WAHA",), "Damascus-based weekly"),
    Line("by Maysaloun al-Jurdi for Souq24 (economic news website)", ("Maysaloun al-Jurdi",), ("Souq24",), "economic news website"),
    Line("By B. D. for Waha Press (anti-government site)", ("B. D.",), ("Waha Press",), "anti-government site"),
    Line("By Abu Layth al-Jazrawi for the Sinjar Observer", ("Abu Layth al-Jazrawi",), ("Sinjar Observer",)),
    Line("Sahand Nikpour - WAHA PRESS (Opposition agency)", ("Sahand Nikpour",), ("WAHA PRESS",), "Opposition agency"),
    Line("By Sahand Nikpour/Sinjar Observer", ("Sahand Nikpour",), ("Sinjar Observer",)),
    Line("By Sahand Nikpour — Al-Waha", ("Sahand Nikpour",), ("Al-Waha",)),
    Line("By Jelena Tomašević, contributor", ("Jelena Tomašević",)),
    Line("By Jelena Tomašević, Brussels", ("Jelena Tomašević",)),
    Line("By Jelena Tomašević in Brussels and Sahand Nikpour in Erbil", ("Jelena Tomašević", "Sahand Nikpour")),
    Line("ERBIL — By Sahand Nikpour", ("Sahand Nikpour",)),
    Line("Text by Aurélie Desnoyers, photos by Tekle Wolde-Mariam", ("Aurélie Desnoyers", "Tekle Wolde-Mariam")),
    Line("A report by Sinjar Observer", (), ("Sinjar Observer",)),
    Line("Exclusive to Al-Waha", (), ("Al-Waha",)),
    Line("ERBIL, Iraq (Sinjar Observer) —", (), ("Sinjar Observer",)),
    Line("Sinjar Observer correspondent in Mosul", (), ("Sinjar Observer",)),
    Line("Jelena Tomašević is a freelance reporter based in Brussels.", ("Jelena Tomašević",), tail=True),
    both("(Translated from Turkish by Rojhat Çelikbilek)", "Rojhat Çelikbilek", tail=True),
    Line("Translation: Aurélie Desnoyers. Original text: Rojhat Çelikbilek", ("Aurélie Desnoyers", "Rojhat Çelikbilek"), translators=("Aurélie Desnoyers",), tail=True),
    Line("Source: www.waha-press.net", (), ("www.waha-press.net",), tail=True),
    Line("بقلم: روجهات تشيليك", ("روجهات تشيليك",)),
    Line("بقلم الكاتبة ميسلون الجردي", ("ميسلون الجردي",)),
    Line("بقلم ميسلون الجردي / الواحة", ("ميسلون الجردي",), ("الواحة",)),
    Line("بقلم: سهند نيكبور (الواحة برس)", ("سهند نيكبور",), ("الواحة برس",)),
    Line("كتبت ميسلون الجردي في موقع سوق24:", ("ميسلون الجردي",), ("موقع سوق24",)),
    Line("كتب سهند نيكبور – أربيل", ("سهند نيكبور",)),
    Line("ميسلون الجردي - وكالة سنجار للأنباء", ("ميسلون الجردي",), ("وكالة سنجار للأنباء",)),
    Line("ميسلون الجردي | خاص الواحة", ("ميسلون الجردي",), ("الواحة",)),
    Line("أربيل - سهند نيكبور", ("سهند نيكبور",)),
    Line("أربيل – خاص", ()),
    Line("خاص - سنجار برس - الموصل", (), ("سنجار برس",)),
    Line("الموصل – مراسل الواحة", (), ("الواحة",)),
    Line("تحقيق: روجهات تشيليك وميسلون الجردي", ("روجهات تشيليك", "ميسلون الجردي")),
    Line("إعداد وترجمة: أوريلي ديسنوييه", ("أوريلي ديسنوييه",), (), None, ("أوريلي ديسنوييه",)),
    both("ترجمة: تكلي وولدي – الواحة", "تكلي وولدي", outlets=("الواحة",), tail=True),
    both("ترجمة عن الصربية: يلينا توماشيفيتش", "يلينا توماشيفيتش", tail=True),
    Line("نقلاً عن سنجار برس", (), ("سنجار برس",), tail=True),
    Line("ميسلون الجردي: كاتبة وناشطة سورية", ("ميسلون الجردي",), tail=True),
)  # fmt: skip

NOT_LINES = (
    Line("By Foot Across the Plain"),
    Line("By Word of Mouth"),
    Line("By Sheer Luck, Nobody Died"),
    Line("By Consensus or Not at All"),
    Line("By Default, Silence (analysis)"),
    Line("By Harvest Time the Wells Were Dry"),
    Line("Blackouts in Damascus and Strikes in Daraa"),
    Line("Teachers - Unpaid Salaries (update 2)"),
    Line("Analysis: Currency Collapse"),
    Line("Erbil — Oil Talks Stall"),
    Line("Translated loosely, the slogan means patience."),
    Line("Sinjar is a town on the edge of the plain."),
    Line("بقلم حبر سائل"),
    Line("كتب عتيقة على الرصيف"),
    Line("كتبت العجوز وصيتها مرتين"),
    Line("تحقيق: طحين فاسد"),
    Line("إعداد: دجاج مشوي"),
    Line("أربيل - محادثات متعثرة"),
    Line("خاص: وثائق مسربة"),
    Line("ترجمة آلية"),
)
