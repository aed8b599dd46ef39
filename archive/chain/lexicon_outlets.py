"""Words that make a string an outlet, an agency or a label, Arabic and English: data for ``names``, no decisions."""

from __future__ import annotations

from typing import Final

from archive.text.fold import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def _listed(text: str) -> frozenset[str]:
    return frozenset(" ".join(fold(name).split()) for name in text.split(",") if name.strip())


ENGLISH_OUTLET_WORDS: Final = _words("""
    news newspaper newspapers net network times post press herald gazette tribune observer monitor chronicle
    journal daily weekly today agency agencies media radio tv television channel magazine review bulletin online
    website site portal broadcasting courier telegraph guardian newswire digest examiner sentinel
""")
"""One of these at the end of a capitalised string makes it an outlet rather than a person."""
ENGLISH_OUTLET_OPENINGS: Final = _words("radio channel tv agence journal website newspaper news agency")
"""One of these at its head does the same: Radio X, Channel X."""

ENGLISH_OUTLET_COMMON: Final = _words("voice echo mirror star record reader standard witness pulse eye wire sentinel")
"""At its end these do too, unless a given name opens it: Orontes Voice, not Sam Reader."""

ENGLISH_LABEL_WORDS: Final = _words("""
    newspaper website site daily weekly agency channel radio magazine portal network outlet pan-arab pan-arabic
    press media blog publication paper broadcaster station monthly platform web e-newspaper newsletter tv
    television bulletin
""")
"""One of these in the brackets after a name makes the name an outlet."""

ENGLISH_STANCE_WORDS: Final = _words("""
    pro-government pro-opposition opposition pro-regime state-run state-owned state official semi-official
    independent government-affiliated government affiliated pro-hezbollah pro-iran pro-kurdish kurdish private
    privately-owned leftist islamist liberal loyalist pan-arab state-affiliated pro-assad party
""")

ENGLISH_PERSON_LABELS: Final = _words("""
    activist analyst writer journalist columnist professor researcher novelist lawyer dissident academic
    economist poet politician commentator correspondent author expert scholar historian playwright blogger
    contributor reporter figure editor physician engineer diplomat officer
""")

ENGLISH_AGENCIES: Final = _listed("""
    reuters, afp, agence france-presse, agence france presse, ap, associated press, the associated press, sana,
    dpa, upi, tass, itar-tass, ria novosti, sputnik, xinhua, anadolu, anadolu agency, aa, irna, fars, tasnim,
    petra, wafa, spa, mena, nna, wam, qna, kuna, bna, agencies, news agencies, wire services, rfe/rl, efe, ansa,
    kyodo, bloomberg, ina, saba, lana, tap, aps, map
""")

ENGLISH_OUTLETS: Final = _listed("""
    the syrian observer, alsouria net, al-souria net, al-watan, al-baath, the baath, tishreen, al-thawra,
    al-hayat, al-quds al-arabi, al-araby al-jadeed, asharq al-awsat, al-sharq al-awsat, an-nahar, annahar,
    as-safir, assafir, al-akhbar, al-mustaqbal, al-jazeera, al jazeera, al-arabiya, al arabiya, al-mayadeen,
    al-manar, al-monitor, al monitor, al-modon, almodon, zaman al-wasl, zaman alwasl, enab baladi, orient,
    all4syria, souriatna, syria direct, syria deeply, bbc, cnn, rt, sky news arabia, al-ittihad, al-khaleej,
    al-rai, al-ghad, ad-dustour, al-ahram, al-masry al-youm, al-dostor, raseef22, jadaliyya, elaph, the
    guardian, the new york times, the washington post, le monde, syria tv, halab today, al-ayyam
""")

ARABIC_OUTLET_OPENINGS: Final = _words("""
    موقع صحيفة جريدة مجلة وكالة قناة شبكة إذاعة تلفزيون راديو مؤسسة منصة مدونة المرصد مرصد وكالات بوابة أسبوعية
    يومية نشرة فضائية
""")
"""A string that opens with one of these and goes on is an outlet."""
ARABIC_OUTLET_WORDS: Final = _words("""
    نت برس نيوز أونلاين اونلاين أون الإلكترونية الإلكتروني الاخبارية الإخبارية الإخباري للأنباء أنباء ميديا
    تايمز بوست دوت كوم مباشر لايف
""")
"""One of these anywhere after the first word makes it an outlet."""
ARABIC_OUTLET_COMMON: Final = _words("صوت صدى نداء نبض منبر نوافذ")
"""Words of the language that open the names of outlets: enough beside another sign, never alone."""

ARABIC_AGENCIES: Final = _listed("""
    سانا, رويترز, رويتر, ا ف ب, أ ف ب, أ.ف.ب, ا.ف.ب, أ. ف. ب, أ ب, أ.ب, ا ب, أ. ب, د ب أ, د.ب.أ, د ب ا, د. ب. أ,
    د. ب أ, يو بي آي, يو بي اي, يونايتد برس, فرانس برس, أسوشيتد برس, اسوشيتد برس, أسوشييتد برس, الفرنسية,
    الألمانية, واس, وفا, بترا, أ ش أ, أ.ش.أ, كونا, قنا, وام, بنا, سبأ, واع, شينخوا, تاس, نوفوستي, سبوتنيك,
    الأناضول, إرنا, ارنا, فارس نيوز, تسنيم, وات, واج, وال, سونا, انترفاكس, إنترفاكس, بلومبرغ, إفي, افي, كيودو,
    آكي, cnn, rt, bbc, afp, reuters, ap, dpa, sana
""")

ARABIC_OUTLETS: Final = _listed("""
    الشرق الأوسط, الحياة, القدس العربي, العربي الجديد, النهار, السفير, الأخبار, المستقبل, الوطن, تشرين, الثورة,
    البعث, الجزيرة, الجزيرة نت, العربية, العربية نت, الميادين, المنار, عنب بلدي, زمان الوصل, السورية نت,
    السورية.نت, أورينت, أورينت نت, كلنا شركاء, المدن, سوريتنا, الأهرام, المصري اليوم, اليوم السابع, الشروق,
    الدستور, الغد, الرأي, الاتحاد, الخليج, البيان, الاقتصادية, عكاظ, الوئام, سبق, إيلاف, رصيف22, سكاي نيوز, سكاي
    نيوز عربية, روسيا اليوم, بي بي سي, فرانس 24, دويتشه فيله, شام, شبكة شام, حلب اليوم, الأيام, الرياضية, الشرق
    الأوسط أونلاين, عين اليوم
""")
"""Left out: places and common words that are newspapers too (الرياض, اليوم); guillemets settle those."""

ARABIC_LABEL_WORDS: Final = _words("""
    موقع صحيفة جريدة مجلة وكالة قناة شبكة إذاعة منصة موقعا يومية أسبوعية إلكتروني الكترونية
""")
ARABIC_PERSON_LABELS: Final = _words("""
    كاتب كاتبة صحفي صحفية صحافي صحافية باحث باحثة محلل ناشط ناشطة أكاديمي أكاديمية معارض معارضة محام محامية
    روائي روائية شاعر شاعرة أستاذ خبير سياسي مفكر مؤرخ إعلامي إعلامية
""")
ARABIC_STANCE_WORDS: Final = _words("معارض معارضة موالية موال مواليه رسمية رسمي مستقل مستقلة حكومي حكومية خاصة شبه")

NOT_ONE_OUTLET: Final = _listed("agencies, news agencies, wire services, وكالات, الوكالات, وكالات الأنباء")
"""Sources named only as a crowd: printed, but the name of no outlet."""
