"""Lines and wordings by someone who had not read archive/chain: what print really looks like.

How a line is read. ``persons`` are all the people it credits, without courtesy titles (Dr., العميد, الزميلة), as
printed otherwise; ``outlets`` are the papers, sites and agencies it credits; ``label`` is what an outlet was called;
``translators`` and ``editors`` are those of ``persons`` credited as such. A correspondent without a name is nobody's
name. ``tail`` says the line stands after the story, not before it. A line that is a sentence of the story has no hands.

How a wording is read. Each claim is what the words say, no more: "the author's own" gives the author; "we are not
responsible" names nobody; a paper that says "we could not verify" does not vouch (not_verified); a rights notice, a
house rule, a sentence of news about an editor or a verdict is no disclaimer and claims nothing at all.

All names and outlets are invented.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    text: str
    persons: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    label: str | None = None
    translators: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    tail: bool = False


@dataclass(frozen=True)
class Wording:
    text: str
    claims: dict[str, bool | str] | None


def both(text: str, *people: str, outlets: tuple[str, ...] = (), tail: bool = False) -> Line:
    """One person (or several) who translated and nothing else."""
    return Line(text, people, outlets, translators=people, tail=tail)


ENGLISH_LINES = (
    Line("By Hala Marwani", ("Hala Marwani",)),
    Line("By Hala Marwani and Petr van der Loos", ("Hala Marwani", "Petr van der Loos")),
    Line(
        "BY HALA MARWANI, OMAR BIN SELLOUM AND KIM O'DRISCOLL", ("HALA MARWANI", "OMAR BIN SELLOUM", "KIM O'DRISCOLL")
    ),
    Line("By Dr. Munir al-Sarraj", ("Munir al-Sarraj",)),
    Line("By Munir al-Sarraj, Staff Writer", ("Munir al-Sarraj",)),
    Line("By Munir al-Sarraj in Qamishli", ("Munir al-Sarraj",)),
    Line("By R. J. Haddad-Weston", ("R. J. Haddad-Weston",)),
    Line("By Jean-Luc de Vaucresson", ("Jean-Luc de Vaucresson",)),
    Line("By Zeytuna", ("Zeytuna",)),
    Line("Special to The Harbour Post", (), ("The Harbour Post",)),
    Line("By Rima Qassab, Special to The Harbour Post", ("Rima Qassab",), ("The Harbour Post",)),
    Line(
        "By Rima Qassab for The Harbour Post (Beirut-based daily)",
        ("Rima Qassab",),
        ("The Harbour Post",),
        "Beirut-based daily",
    ),
    Line(
        "by Rima Qassab to Sada al-Jazira (Kurdish news site)",
        ("Rima Qassab",),
        ("Sada al-Jazira",),
        "Kurdish news site",
    ),
    Line("by Orontes Voice (pro-opposition radio)", (), ("Orontes Voice",), "pro-opposition radio"),
    Line(
        "by Samir Dallal - AL-MARSAD AL-YAWM (Government newspaper)",
        ("Samir Dallal",),
        ("AL-MARSAD AL-YAWM",),
        "Government newspaper",
    ),
    Line("By Lina Abboud | Orontes Voice", ("Lina Abboud",), ("Orontes Voice",)),
    Line("By Lina Abboud, Orontes News Agency", ("Lina Abboud",), ("Orontes News Agency",)),
    Line("Analysis | By Farid Tannous", ("Farid Tannous",)),
    Line("Opinion: by Farid Tannous", ("Farid Tannous",)),
    Line("An interview by Nour Kayyali", ("Nour Kayyali",)),
    Line("Words by Nour Kayyali, photographs by Idris Mall", ("Nour Kayyali", "Idris Mall")),
    Line("— Staff Reporter, Hama"),
    Line("From our correspondent in Deir Hafer"),
    Line("By our own correspondent"),
    Line("By Staff"),
    Line("By a correspondent in Raqqa"),
    Line("By the Editorial Board"),
    Line("Orontes News Agency", (), ("Orontes News Agency",)),
    Line("From The Harbour Post (independent weekly)", (), ("The Harbour Post",), "independent weekly"),
    Line("From Al-Rasif newspaper, London", (), ("Al-Rasif",)),
    Line("Source: Al-Rasif", (), ("Al-Rasif",), tail=True),
    Line("Source: Al-Rasif newspaper, 14 March 2016", (), ("Al-Rasif",), tail=True),
    Line("Originally published in Arabic by Al-Rasif on 3 May 2014", (), ("Al-Rasif",), tail=True),
    Line("DAMASCUS (Orontes News Agency) —", (), ("Orontes News Agency",)),
    Line("ALEPPO, Syria, June 4 (ONA) —", (), ("ONA",)),
    Line("Homs — By Salwa Idlibi", ("Salwa Idlibi",)),
    Line(
        "Reporting by Adel Kurdi in Tartus; Writing by Mona Frey; Editing by Paul d'Arcy",
        ("Adel Kurdi", "Mona Frey", "Paul d'Arcy"),
        editors=("Paul d'Arcy",),
        tail=True,
    ),
    Line(
        "(Reporting by Adel Kurdi and Hussein al-Ali; editing by Greta Lind)",
        ("Adel Kurdi", "Hussein al-Ali", "Greta Lind"),
        editors=("Greta Lind",),
        tail=True,
    ),
    Line("Additional reporting by Mazen Azmeh.", ("Mazen Azmeh",), tail=True),
    Line("Edited by Mona Frey", ("Mona Frey",), editors=("Mona Frey",), tail=True),
    both("Translated by Yara Sabbagh", "Yara Sabbagh", tail=True),
    both("Translated from the Arabic by Yara Sabbagh", "Yara Sabbagh", tail=True),
    both("Translation: Yara Sabbagh", "Yara Sabbagh", tail=True),
    both("English translation by Y. Sabbagh and Tom Ferrier", "Y. Sabbagh", "Tom Ferrier", tail=True),
    Line(
        "Translated by Yara Sabbagh; edited by Tom Ferrier",
        ("Yara Sabbagh", "Tom Ferrier"),
        (),
        None,
        ("Yara Sabbagh",),
        ("Tom Ferrier",),
        True,
    ),
    Line(
        "Written by Wadih Khoury, translated by Yara Sabbagh",
        ("Wadih Khoury", "Yara Sabbagh"),
        translators=("Yara Sabbagh",),
    ),
    Line(
        "By Wadih Khoury. Translated by Yara Sabbagh.", ("Wadih Khoury", "Yara Sabbagh"), translators=("Yara Sabbagh",)
    ),
    Line("Translated by our staff", tail=True),
    Line("Translated by The Harbour Post", (), ("The Harbour Post",), tail=True),
    Line("Excerpts from an article by Wadih Khoury in Al-Rasif", ("Wadih Khoury",), ("Al-Rasif",)),
    Line("Wadih Khoury is a Syrian novelist living in Lyon.", ("Wadih Khoury",), tail=True),
)

ARABIC_LINES = (
    Line("بقلم: وديع الخوري", ("وديع الخوري",)),
    Line("بقلم د. منير السراج", ("منير السراج",)),
    Line("بقلم الدكتورة سلوى عبد الرحمن", ("سلوى عبد الرحمن",)),
    Line("بقلم/ عبد الله بن سلّوم", ("عبد الله بن سلّوم",)),
    Line("كتب - ماهر الدبّاغ", ("ماهر الدبّاغ",)),
    Line("كتبت: لينا عبّود", ("لينا عبّود",)),
    Line("كتب ماهر الدبّاغ:", ("ماهر الدبّاغ",)),
    Line("كتب ماهر الدبّاغ في صحيفة الرصيف", ("ماهر الدبّاغ",), ("الرصيف",)),
    Line("القاهرة – «الرصيف»", (), ("الرصيف",)),
    Line("لندن: «الرصيف الجديد»", (), ("الرصيف الجديد",)),
    Line("بيروت - لينا عبّود", ("لينا عبّود",)),
    Line("بيروت – «الرصيف» – لينا عبّود", ("لينا عبّود",), ("الرصيف",)),
    Line("حلب - مراسلنا"),
    Line("دير الزور – مراسل خاص"),
    Line("دمشق - خاص"),
    Line("خاص - صوت العاصي", (), ("صوت العاصي",)),
    Line("خاص بصوت العاصي", (), ("صوت العاصي",)),
    Line("مراسل صوت العاصي في حماة", (), ("صوت العاصي",)),
    Line("تقرير: نور كيّالي", ("نور كيّالي",)),
    Line("تقرير: نور كيّالي وإدريس مال", ("نور كيّالي", "إدريس مال")),
    Line("تقرير خاص: صوت العاصي", (), ("صوت العاصي",)),
    Line("تحقيق: هالة مرواني", ("هالة مرواني",)),
    Line("حوار: هالة مرواني", ("هالة مرواني",)),
    Line("حاورته: هالة مرواني", ("هالة مرواني",)),
    Line("أجرى الحوار: فريد طنّوس", ("فريد طنّوس",)),
    Line("إعداد: ريما قصّاب", ("ريما قصّاب",)),
    Line("إعداد وتقديم: ريما قصّاب", ("ريما قصّاب",)),
    Line("إعداد وتحرير: ريما قصّاب", ("ريما قصّاب",), editors=("ريما قصّاب",)),
    Line("تصوير: إدريس مال", ("إدريس مال",)),
    both("ترجمة: يارا صبّاغ", "يارا صبّاغ", tail=True),
    both("ترجمة يارا صبّاغ", "يارا صبّاغ", tail=True),
    both("ترجمها عن الإنكليزية: يارا صبّاغ", "يارا صبّاغ", tail=True),
    both("ترجمه عن الإنجليزية توفيق الحكواتي", "توفيق الحكواتي", tail=True),
    both("نقله إلى العربية توفيق الحكواتي", "توفيق الحكواتي", tail=True),
    Line("ترجمة وتحرير: يارا صبّاغ", ("يارا صبّاغ",), (), None, ("يارا صبّاغ",), ("يارا صبّاغ",), True),
    Line("ترجمة وتحرير: صوت العاصي", (), ("صوت العاصي",), tail=True),
    Line(
        "ترجمة: يارا صبّاغ - تحرير: ماهر الدبّاغ",
        ("يارا صبّاغ", "ماهر الدبّاغ"),
        (),
        None,
        ("يارا صبّاغ",),
        ("ماهر الدبّاغ",),
        True,
    ),
    Line("(إعداد لينا عبّود - تحرير ماهر الدبّاغ)", ("لينا عبّود", "ماهر الدبّاغ"), editors=("ماهر الدبّاغ",), tail=True),
    Line("تحرير: أم كلثوم الزين", ("أم كلثوم الزين",), editors=("أم كلثوم الزين",), tail=True),
    Line("تحرير: خ.م", ("خ.م",), editors=("خ.م",), tail=True),
    Line("المصدر: صحيفة الرصيف", (), ("الرصيف",), tail=True),
    Line("المصدر: الرصيف", (), ("الرصيف",), tail=True),
    Line("نقلاً عن صحيفة «الرصيف»", (), ("الرصيف",), tail=True),
    Line("عن «الرصيف»", (), ("الرصيف",), tail=True),
    Line("عن الرصيف اللبنانية", (), ("الرصيف",), tail=True),
    Line("وكالات"),
    Line("(وكالات)"),
    Line("دمشق (وكالة العاصي للأنباء) -", (), ("وكالة العاصي للأنباء",)),
    Line("صوت العاصي - وكالات", (), ("صوت العاصي",)),
    Line("عمّان - بترا الجنوب - من سامر النجّار", ("سامر النجّار",), ("بترا الجنوب",)),
    Line("مقتطفات من مقال للكاتب وديع الخوري", ("وديع الخوري",)),
    Line("العميد المتقاعد راغب الأسود", ("راغب الأسود",)),
    Line("هيئة التحرير"),
    Line("* كاتب وروائي سوري", tail=True),
)

NOT_LINES = (
    Line("By Friday evening the bridge had reopened to trucks, drivers said."),
    Line("By Ramadan, the ministry hopes to have rebuilt the mill."),
    Line("By closing the crossing, Damascus hoped to force a deal."),
    Line("By the time Ahmad Haddad reached the hospital, the generator had failed."),
    Line("By order of the governor, shops were shut for three days."),
    Line("From Aleppo to Damascus, queues grew longer at bakeries."),
    Line("From the very first day, residents of Salamiyah helped one another."),
    Line("From Khaled’s window one could see the smoke."),
    Line("Reporting from the front has become impossible, editors say."),
    Line("Edited footage of the raid was broadcast by state television."),
    Line("Translated into numbers, the pledge means two loaves a family."),
    Line("Special forces entered the town before dawn."),
    Line("Analysis of the samples will take two weeks."),
    Line("Source of income for most families is the olive harvest."),
    Line("Written by hand, the letter named eleven prisoners."),
    Line("DAMASCUS — The price of bread doubled on Monday."),
    Line("Written off as lost, the convoy arrived after all."),
    Line("Dr. Munir al-Sarraj, who runs the clinic, said supplies would last a week."),
    Line("By and large, the truce is holding."),
    Line("Bylaws of the council were amended in June."),
    Line("For Samira Nasser, it was the third move in a year."),
    Line("Sources: two killed in Hama"),
    Line("كتب الأطفال رسالة إلى المحافظ يطلبون فيها إصلاح المدرسة."),
    Line("كتب أحد الناشطين على صفحته أن القصف توقف عند الفجر."),
    Line("كتب التاريخ لا تذكر هذه القرية."),
    Line("كُتب على الجدار: لن نرحل."),
    Line("بقلم الرصاص رسم سامر خريطة الحي القديم."),
    Line("بقلم أحمر وقّع الوزير على القرار."),
    Line("خاص بالنساء والأطفال، هكذا كُتب على باب القاعة."),
    Line("خاصة في ساعات المساء، ينقطع التيار عن الحي."),
    Line("تقرير الأمم المتحدة يتحدث عن نقص في الدواء."),
    Line("تحرير البلدة من المسلحين استغرق ثلاثة أسابيع."),
    Line("ترجمة الوعود إلى أفعال هي ما ينتظره السكان."),
    Line("مراسل الحرب لا ينام، قال الرجل ضاحكاً."),
    Line("عن الغوطة وأهلها يدور الفيلم الذي عُرض أمس."),
    Line("عن عمر ناهز السبعين رحل المزارع حسن العلي."),
    Line("إعداد الطعام للنازحين يبدأ عند الخامسة صباحاً."),
    Line("المصدر الوحيد للمياه بئر حفرها الأهالي."),
    Line("وكالات السفر رفعت أسعارها مع بداية الصيف."),
    Line("تصوير الحواجز ممنوع، بحسب تعليمات وُزعت أمس."),
    Line("حوار وطني أم مناورة جديدة؟"),
    Line("من حلب إلى دمشق طالت طوابير الخبز."),
    Line("دمشق - ارتفع سعر الخبز إلى الضعف يوم الاثنين."),
    Line("قال الدكتور منير السراج إن الدواء يكفي أسبوعاً."),
    Line("نقلاً عن جيرانه، قال سامر إن البيت احترق ليلاً."),
)

LINES = ENGLISH_LINES + ARABIC_LINES

LEVANT = "The Levant Reader"
POST = "The Harbour Post"

ENGLISH_WORDINGS = (
    Wording(
        "This article was translated and edited by The Harbour Post.", {"translated": True, "edited": True, "by": POST}
    ),
    Wording("Translated from Arabic and edited by The Harbour Post.", {"translated": True, "edited": True, "by": POST}),
    Wording("This story has been translated from the Arabic original.", {"translated": True}),
    Wording("This translation has been lightly edited for clarity and length.", {"translated": True, "edited": True}),
    Wording("This interview has been edited and condensed for clarity.", {"edited": True, "abridged": True}),
    Wording("This article was edited for length.", {"edited": True, "abridged": True}),
    Wording(
        "The following is an abridged translation of an article that appeared in Al-Rasif.",
        {"translated": True, "abridged": True},
    ),
    Wording(
        "Translated by our desk; the original publisher is responsible for its content.",
        {"translated": True, "responsibility": "source"},
    ),
    Wording("Al-Rasif is solely responsible for the information it contains.", {"responsibility": "source"}),
    Wording(
        "Responsibility for the information and views set out in this article lies entirely with the author.",
        {"responsibility": "author"},
    ),
    Wording("The author bears sole responsibility for the contents of this article.", {"responsibility": "author"}),
    Wording("Authors alone are responsible for the views they express.", {"responsibility": "author"}),
    Wording("Views expressed are the author's own.", {"responsibility": "author"}),
    Wording(
        "The opinions expressed in this article are those of the author and do not necessarily reflect the views of The Harbour Post.",
        {"responsibility": "author", "not_endorsed": True},
    ),
    Wording("The views in this piece do not represent the editorial position of the site.", {"not_endorsed": True}),
    Wording("Publication does not imply endorsement by The Harbour Post.", {"not_endorsed": True}),
    Wording(
        "The Harbour Post does not necessarily endorse the viewpoints in the articles it translates.",
        {"not_endorsed": True},
    ),
    Wording("The Harbour Post has not verified the claims made in this article.", {"not_verified": True}),
    Wording("The Harbour Post could not independently verify the claims of either source.", {"not_verified": True}),
    Wording("We were unable to independently confirm the information in this report.", {"not_verified": True}),
    Wording("The content of this report has not been independently verified.", {"not_verified": True}),
    Wording("We take no responsibility for the accuracy of this report.", {"responsibility": "nobody"}),
    Wording("The Harbour Post accepts no liability for errors in the original text.", {"responsibility": "nobody"}),
    Wording("The editors are not responsible for the content of syndicated articles.", {"responsibility": "nobody"}),
    Wording(
        "Responsibility for this translation rests with The Harbour Post.",
        {"translated": True, "responsibility": "publisher"},
    ),
    Wording(
        "Any errors in translation are the responsibility of the translator and not of the author.",
        {"translated": True},
    ),
    Wording("Republished with the permission of Al-Rasif.", {"permission": True}),
    Wording(
        "This piece was translated and republished with permission from Al-Rasif.",
        {"translated": True, "permission": True},
    ),
    Wording("Reprinted by kind permission of the author.", {"permission": True}),
    Wording(
        "Disclaimer: the information in this report is the responsibility of its source.", {"responsibility": "source"}
    ),
    Wording("Note: this text was machine translated and may contain errors.", {"translated": True}),
    Wording(
        "This article was translated by The Harbour Post, which does not verify the content of the stories it translates.",
        {"translated": True, "by": POST, "not_verified": True},
    ),
    Wording(
        "This article was translated and edited by The Levant Reader. Al-Rasif is solely responsible for the information it contains.",
        {"translated": True, "edited": True, "by": LEVANT, "responsibility": "source"},
    ),
    Wording(
        "This report was compiled, abridged and translated by The Levant Reader from the sources named above.",
        {"translated": True, "abridged": True, "by": LEVANT},
    ),
    Wording(
        "This article was originally published in Arabic. It was translated by Yara Sabbagh and edited by The Harbour Post.",
        {"translated": True, "edited": True, "by": "Yara Sabbagh"},
    ),
)

ARABIC_WORDINGS = (
    Wording(
        "تمت ترجمة هذا المقال وتحريره من قبل صحيفة الرصيف.", {"translated": True, "edited": True, "by": "صحيفة الرصيف"}
    ),
    Wording("تُرجم هذا المقال عن الإنجليزية.", {"translated": True}),
    Wording("هذا المقال مترجم عن الإنكليزية وقد جرى اختصاره.", {"translated": True, "abridged": True}),
    Wording("هذه المادة مترجمة ومحررة.", {"translated": True, "edited": True}),
    Wording("ترجم هذا التقرير وحرره موقع صوت العاصي.", {"translated": True, "edited": True, "by": "صوت العاصي"}),
    Wording("جرى تحرير النص ليتلاءم مع سياسة النشر في الموقع.", {"edited": True}),
    Wording("تم تحرير هذه المقابلة واختصارها لغرض الوضوح.", {"edited": True, "abridged": True}),
    Wording("حُرّر هذا النص واختُصر بتصرف.", {"edited": True, "abridged": True}),
    Wording("المقالات المنشورة تعبّر عن آراء كتّابها.", {"responsibility": "author"}),
    Wording(
        "الآراء الواردة في هذا المقال تعبر عن رأي كاتبها ولا تعكس بالضرورة رأي صوت العاصي.",
        {"responsibility": "author", "not_endorsed": True},
    ),
    Wording(
        "المقال يعبر عن رأي الكاتب ولا يعبر بالضرورة عن رأي الموقع.", {"responsibility": "author", "not_endorsed": True}
    ),
    Wording("لا تعبر هذه المادة بالضرورة عن وجهة نظر الصحيفة.", {"not_endorsed": True}),
    Wording("نشر المقال لا يعني تبني الموقع لما ورد فيه.", {"not_endorsed": True}),
    Wording("الموقع غير مسؤول عن محتوى المقالات المنشورة.", {"responsibility": "nobody"}),
    Wording("إخلاء مسؤولية: الموقع غير مسؤول عن المعلومات الواردة في هذا التقرير.", {"responsibility": "nobody"}),
    Wording("لا تتحمل صوت العاصي أي مسؤولية عن مضمون هذا المقال.", {"responsibility": "nobody"}),
    Wording("يتحمل الكاتب وحده مسؤولية ما ورد في المقال.", {"responsibility": "author"}),
    Wording(
        "المسؤولية عن المعلومات والآراء الواردة في هذا المقال تقع على عاتق المؤلف وحده.", {"responsibility": "author"}
    ),
    Wording("الكاتب مسؤول عن آرائه.", {"responsibility": "author"}),
    Wording("تقع مسؤولية ما ورد في هذا الخبر على المصدر.", {"responsibility": "source"}),
    Wording("المعلومات الواردة أعلاه على مسؤولية المصدر.", {"responsibility": "source"}),
    Wording("لم يتسن لصوت العاصي التحقق من صحة المعلومات الواردة في هذا التقرير.", {"not_verified": True}),
    Wording("لم نتمكن من التحقق بشكل مستقل من صحة هذه الرواية.", {"not_verified": True}),
    Wording("لم يتم التحقق من المعلومات الواردة في هذا المقال من مصدر مستقل.", {"not_verified": True}),
    Wording("أعيد نشر هذا المقال بإذن من صحيفة الرصيف.", {"permission": True}),
    Wording("ينشر هذا النص بموافقة خاصة من الكاتب.", {"permission": True}),
    Wording("تنويه: هذا النص مترجم آلياً وقد يحتوي على أخطاء.", {"translated": True}),
    Wording("تنويه: ما ورد في هذا المقال لا يعبر إلا عن رأي صاحبه.", {"responsibility": "author"}),
    Wording("ترجمة غير رسمية لمقال نُشر بالإنجليزية.", {"translated": True}),
    Wording("ملاحظة: حُذفت بعض الفقرات من النص الأصلي.", {"abridged": True}),
)

NOT_WORDINGS = tuple(
    Wording(text, None)
    for text in (
        "Copyright 2016 The Harbour Post. No part of this site may be published without permission.",
        "All rights reserved.",
        "The governor is solely responsible for the flood, the committee said.",
        "No group claimed responsibility for the attack.",
        "The council holds the ministry responsible for the safety of residents.",
        "Investigators could not verify who fired first, the report found.",
        "The army said the author of the leaflet was responsible for the riot.",
        "She translated the letter for the judge and edited it twice.",
        "The manuscript was translated and edited by two monks in the ninth century.",
        "The opinions of the elders were respected by both sides.",
        "Residents need permission from the checkpoint to leave the town.",
        "The convoy crossed with permission from the governor.",
        "The party does not endorse any candidate, its spokesman said.",
        "Views expressed at the conference differed widely.",
        "The ministry denied responsibility for the delay.",
        "The video had been edited to remove the date, activists said.",
        "Translators at the hearing asked for a longer break.",
        "The editor of the newspaper was released on Tuesday.",
        "The bill was shortened for clarity, deputies explained.",
        "Doctors have not verified the cause of death.",
        "المحافظ وحده مسؤول عن الفيضان، بحسب اللجنة.",
        "لم تعلن أي جهة مسؤوليتها عن التفجير.",
        "حمّل المجلس الوزارة مسؤولية سلامة السكان.",
        "تتحمل الحكومة مسؤولية انقطاع المياه، بحسب الأهالي.",
        "ترجمت المعلمة الرسالة للقاضي.",
        "تم تحرير البلدة من المسلحين فجر الجمعة.",
        "تم تحرير المختطفين وإعادتهم إلى بيوتهم.",
        "عبّر السكان عن آرائهم في الاجتماع.",
        "دخلت القافلة بإذن من المحافظ.",
        "لم يتسن للأطباء التحقق من سبب الوفاة.",
        "وافقت الوزارة على نشر القائمة بموافقة ذوي المفقودين.",
        "الموقع الأثري غير آمن منذ سنوات.",
        "جميع الحقوق محفوظة.",
        "المسؤولية كبيرة على الكاتب في زمن الحرب، قال الروائي.",
        "القرار لا يعكس رأي الأهالي، قال المختار.",
    )
)

WORDINGS = ENGLISH_WORDINGS + ARABIC_WORDINGS
