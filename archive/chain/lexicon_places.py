"""Places that open a dateline, Arabic and English: data for ``names``, no decisions.

Capitals, the cities news comes from, and Syria more closely. A place missing here costs a dateline,
never an invented one; the archive's gazetteer is another matter.
"""

from __future__ import annotations

from typing import Final

from archive.text.fold import fold


def _listed(text: str) -> frozenset[str]:
    return frozenset(" ".join(fold(name).split()) for name in text.split(",") if name.strip())


ARABIC_PLACES: Final = _listed("""
    دمشق, ريف دمشق, حلب, ريف حلب, حمص, ريف حمص, حماة, ريف حماة, إدلب, ادلب, ريف إدلب, اللاذقية, ريف اللاذقية,
    طرطوس, درعا, ريف درعا, السويداء, القنيطرة, الرقة, دير الزور, ريف دير الزور, الحسكة, القامشلي, تدمر, الغوطة,
    الغوطة الشرقية, دوما, داريا, الزبداني, القلمون, كوباني, عين العرب, منبج, الباب, جرابلس, عفرين, إعزاز, أعزاز,
    اعزاز, سراقب, معرة النعمان, جسر الشغور, بانياس, جبلة, الرستن, تلبيسة, البوكمال, الميادين, رأس العين, تل
    أبيض, نوى, إنخل, سلمية, محردة, مضايا, سوريا, سورية, الجولان, بيروت, طرابلس, صيدا, صور, زحلة, بعلبك, البقاع,
    عرسال, لبنان, بغداد, البصرة, الموصل, أربيل, كركوك, النجف, كربلاء, الأنبار, الرمادي, الفلوجة, تكريت,
    السليمانية, دهوك, العراق, عمان, عمّان, إربد, الزرقاء, العقبة, المفرق, الأردن, القدس, القدس المحتلة, رام
    الله, غزة, نابلس, الخليل, جنين, بيت لحم, حيفا, يافا, تل أبيب, الناصرة, فلسطين, فلسطين المحتلة, القاهرة,
    الإسكندرية, الجيزة, أسوان, السويس, بورسعيد, مصر, الخرطوم, أم درمان, السودان, جوبا, تونس, صفاقس, سوسة,
    الجزائر, وهران, قسنطينة, الرباط, الدار البيضاء, فاس, مراكش, طنجة, المغرب, نواكشوط, موريتانيا, طرابلس الغرب,
    بنغازي, مصراتة, ليبيا, صنعاء, عدن, تعز, الحديدة, مأرب, المكلا, حضرموت, لحج, اليمن, الرياض, جدة, مكة, مكة
    المكرمة, المدينة المنورة, الدمام, الخبر, الظهران, الأحساء, الطائف, أبها, تبوك, بريدة, حائل, نجران, جازان,
    جيزان, الباحة, عرعر, الجوف, سكاكا, ينبع, القطيف, الجبيل, القريات, حفر الباطن, حفرالباطن, خميس مشيط, عسير,
    القصيم, الرس, عنيزة, المجمعة, الخرج, بيشة, رفحاء, القنفذة, الدوادمي, شقراء, الزلفي, السعودية, الدوحة, قطر,
    المنامة, البحرين, الكويت, مسقط, صلالة, أبو ظبي, أبوظبي, دبي, الشارقة, عجمان, رأس الخيمة, الإمارات, طهران,
    مشهد, أصفهان, قم, إيران, أنقرة, اسطنبول, إسطنبول, استنبول, غازي عنتاب, عنتاب, أنطاكيا, انطاكيا, أورفا,
    هاتاي, الريحانية, كلس, ديار بكر, تركيا, موسكو, سوتشي, روسيا, كييف, لندن, باريس, برلين, بون, ميونخ, ميونيخ,
    فيينا, جنيف, زيورخ, برن, روما, ميلانو, مدريد, برشلونة, لشبونة, بروكسل, أمستردام, لاهاي, ستوكهولم, أوسلو,
    كوبنهاغن, هلسنكي, وارسو, براغ, بودابست, بوخارست, صوفيا, بلغراد, سراييفو, أثينا, اثينا, نيقوسيا, فاليتا,
    دبلن, مرسيليا, واشنطن, نيويورك, الأمم المتحدة, شيكاغو, لوس أنجلوس, لوس انجلوس, بوسطن, ديترويت, هيوستن,
    مونتريال, أوتاوا, تورونتو, مكسيكو, ريو دي جانيرو, ساو باولو, بوينس آيرس, برازيليا, بكين, شنغهاي, هونغ كونغ,
    طوكيو, سيول, بيونغ يانغ, نيودلهي, مومباي, إسلام آباد, إسلام اباد, كراتشي, كابول, كابل, دكا, جاكرتا,
    كوالالمبور, سنغافورة, مانيلا, بانكوك, هانوي, كانبرا, سيدني, ملبورن, أبوجا, لاغوس, نيروبي, مقديشو, أديس
    أبابا, أديس ابابا, كمبالا, دكار, باماكو, نجامينا, جيبوتي, أسمرة, جوهانسبرغ, جوهانسبرج, كيب تاون, بريتوريا,
    أستانا, آستانا, باكو, تبليسي, يريفان, مينسك, طشقند, دافوس, شرم الشيخ, الغردقة, سيناء, ستراسبورغ, نيس, ليون,
    فرانكفورت, هامبورغ, دوسلدورف, مانشستر, ليفربول, فلورنسا, تورينو, نابولي, البندقية, لوزان, غوانتانامو, بورتو,
    بازل, عواصم, ألمانيا, فرنسا, بريطانيا, إيطاليا, إسبانيا, اليابان, الصين, الهند, باكستان, أفغانستان, أغادير,
    رانغون, بومباي, ميامي, إب, طريف, وادي الدواسر
""")

ENGLISH_PLACES: Final = _listed("""
    damascus, damascus countryside, rural damascus, aleppo, homs, hama, idleb, idlib, latakia, lattakia,
    tartous, tartus, daraa, deraa, sweida, suwayda, sweida countryside, quneitra, raqqa, deir ez-zor, deir
    ezzor, deir al-zor, hassakeh, hasakah, qamishli, qamishly, palmyra, tadmur, ghouta, eastern ghouta, douma,
    daraya, zabadani, qalamoun, kobani, kobane, ayn al-arab, manbij, al-bab, jarablus, afrin, azaz, saraqib,
    maarat al-numan, jisr al-shughour, banias, baniyas, jableh, rastan, talbiseh, albu kamal, mayadin, ras
    al-ayn, tal abyad, salamiyah, madaya, syria, golan, beirut, tripoli, sidon, tyre, zahle, baalbek, bekaa,
    arsal, lebanon, baghdad, basra, mosul, erbil, irbil, kirkuk, najaf, karbala, ramadi, fallujah, tikrit,
    sulaymaniyah, dohuk, iraq, amman, irbid, zarqa, aqaba, mafraq, jordan, jerusalem, occupied jerusalem,
    ramallah, gaza, gaza city, nablus, hebron, jenin, bethlehem, haifa, jaffa, tel aviv, nazareth, cairo,
    alexandria, giza, aswan, suez, port said, khartoum, omdurman, juba, tunis, sfax, algiers, oran, rabat,
    casablanca, fez, marrakesh, tangier, nouakchott, benghazi, misrata, sanaa, sana'a, aden, taiz, hodeidah,
    marib, mukalla, riyadh, jeddah, mecca, makkah, medina, madinah, dammam, dhahran, taif, abha, tabuk,
    buraydah, hail, najran, jazan, doha, manama, kuwait city, kuwait, muscat, salalah, abu dhabi, dubai,
    sharjah, ajman, tehran, mashhad, isfahan, qom, ankara, istanbul, gaziantep, antakya, antioch, sanliurfa,
    urfa, hatay, reyhanli, kilis, diyarbakir, moscow, sochi, kyiv, kiev, london, paris, berlin, bonn, munich,
    vienna, geneva, zurich, bern, rome, milan, madrid, barcelona, lisbon, brussels, amsterdam, the hague,
    stockholm, oslo, copenhagen, helsinki, warsaw, prague, budapest, bucharest, sofia, belgrade, sarajevo,
    athens, nicosia, valletta, dublin, marseille, washington, washington dc, washington d.c., new york, united
    nations, chicago, los angeles, boston, detroit, houston, montreal, ottawa, toronto, mexico city, rio de
    janeiro, sao paulo, buenos aires, brasilia, beijing, shanghai, hong kong, tokyo, seoul, pyongyang, new
    delhi, mumbai, islamabad, karachi, kabul, dhaka, jakarta, kuala lumpur, singapore, manila, bangkok, hanoi,
    canberra, sydney, melbourne, abuja, lagos, nairobi, mogadishu, addis ababa, kampala, dakar, bamako,
    ndjamena, djibouti, asmara, johannesburg, cape town, pretoria, astana, baku, tbilisi, yerevan, minsk,
    tashkent, davos, sharm el-sheikh, sinai, strasbourg, lyon, frankfurt, hamburg, manchester, liverpool,
    edinburgh, glasgow, oxford, cambridge, lausanne, guantanamo, egypt, turkey, iran, palestine, yemen, libya
""")
