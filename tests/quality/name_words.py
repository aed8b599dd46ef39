"""Names as readers type them, each with the words that are other spellings of it: facts, judged by hand, no text.

What an expansion adds beside these is counted as wrong, in whatever archive. Arabic names stand with the article where
they have it. The first table was tuned on: a reader's own words on a real archive. The second was meant to be held out,
but its faults were looked at while rules were made (بالسعي for Pelosi), and three of its spellings were added then: take it
for half seen. The third was written when all rules stood, and nothing was changed for it.
"""

from __future__ import annotations

TUNED_ON = """
    Assad: الأسد Asad | al-Assad: الأسد Assad Asad | el-Assad: الأسد Assad | al-Baghdadi: البغدادي Baghdadi | Sisi: السيسي
    al-Sisi: السيسي Sisi | al-Nusra: النصرة جبهة_النصرة Nusra Nusra_Front | al-Qalamoun: القلمون Qalamoun Kalamoun | ar-Riyadh: الرياض Riyadh | Riyadh: الرياض
    Abdullah: عبدالله عبد_الله Abdallah | Abdulrahman: عبدالرحمن عبد_الرحمن | عبدالله: عبد_الله Abdullah Abdallah
    عبد الله: عبدالله Abdullah Abdallah Abdulla | Hezbollah: حزب_الله Hizbullah | حزب الله: Hezbollah Hizbullah Hizbollah
    Houthi: حوثي حوثية حوثيين حوثيون الحوثي الحوثية الحوثيين الحوثيون Houthis Huthi | Saudi Arabia: السعودية المملكة_العربية_السعودية KSA
    السعودية: Saudi Saudi_Arabia KSA المملكة_العربية_السعودية | Ali: علي | علي: Ali Aly | Mosul: الموصل | Homs: حمص | Medina: المدينة_المنورة | Wales: ويلز
    Mahmoud: محمود Mahmud | Ford: فورد | Basra: البصرة | Raqqa: الرقة | Golani: الجولاني | Putin: بوتين | Yemen: اليمن
    Latakia: اللاذقية | Huda: هدى | Iraq: العراق | Jamal: جمال Gamal | Jordan: الأردن جوردان | تركيا: Turkey | Turkey: تركيا
    Damascus: دمشق الشام | دمشق: الشام Damascus | Palu: بالو | Livingston: ليفينغستون ليفنغستون ليفينجستون Livingstone
    Spieth: سبيث | Sulawesi: سولاويسي سولاوسي | Macedonia: مقدونيا ماسيدونيا | Bolivia: بوليفيا | Donald: دونالد | Brett: بريت
    Sainsbury: سينسبري سينزبري | Salman: سلمان | Salam: تمام_سلام رائد_سلام صائب_سلام | Syria: سوريا سورية | Deir al-Zor: دير_الزور
"""

HALF_SEEN = """
    Merkel: ميركل | Macron: ماكرون | Kavanaugh: كافانو كافانوغ كافانوه كافانا | Ronaldo: رونالدو | Corbyn: كوربين كوربن
    Gerrard: جيرارد جيرار | Mickelson: ميكلسون ميكيلسون | Molinari: موليناري | Fleetwood: فليتوود | Paddington: بادينغتون بادينجتون
    Massachusetts: ماساتشوستس ماساشوستس ماساتشوسيتس | Tennessee: تينيسي تنيسي | Virginia: فرجينيا فيرجينيا فيرجينا | Arizona: أريزونا اريزونا
    Indonesia: إندونيسيا أندونيسيا | Donggala: دونغالا دونجالا | Lombok: لومبوك لومبك | Widodo: ويدودو | Sumatra: سومطرة
    Jakarta: جاكرتا | Panama: بنما باناما | Pelosi: بيلوسي | Kennedy: كينيدي كنيدي | Obrador: أوبرادور | Belfast: بلفاست
    Erdogan: أردوغان أردوجان إردوغان | Trump: ترامب ترمب | Clinton: كلينتون كلنتون | Obama: أوباما | Thatcher: تاتشر ثاتشر
    Pyongyang: بيونغيانغ بيونغ_يانغ بيونجيانج | Yemeni: يمني | Kuwait: الكويت | Bahrain: البحرين | Qatar: قطر | Oman: عمان عُمان
    Doha: الدوحة | Dubai: دبي | Mecca: مكة | Jeddah: جدة | Dammam: الدمام | Taif: الطائف | Najran: نجران | Qatif: القطيف
    Cairo: القاهرة | Egypt: مصر | Libya: ليبيا | Tunisia: تونس | Morocco: المغرب | Sudan: السودان | Lebanon: لبنان | Israel: إسرائيل
    Palestine: فلسطين | Gaza: غزة | Hamas: حماس | Tehran: طهران | Moscow: موسكو | Aleppo: حلب | Idlib: إدلب | Hama: حماة
    Daraa: درعا | Khaled: خالد Khalid | Mohammed: محمد Muhammad Mohamed Mohammad | Ahmed: أحمد Ahmad | Omar: عمر | Hassan: حسن Hasan
    Hussein: حسين Hussain Husain | Ibrahim: إبراهيم | Yusuf: يوسف Yousef Youssef Joseph | Fahd: فهد | Faisal: فيصل | Saud: سعود آل_سعود
    Mansour: منصور Mansur | Saleh: صالح | Abdulaziz: عبدالعزيز عبد_العزيز | Abdel Fattah: عبدالفتاح عبد_الفتاح
    Salah al-Din: صلاح_الدين صلاحالدين | Bin Laden: بن_لادن | Saddam Hussein: صدام_حسين | New York: نيويورك
    United Nations: الأمم_المتحدة | United States: الولايات_المتحدة الولايات_المتحدة_الأمريكية الولايات_المتحدة_الأميركية USA
    Reuters: رويترز | Google: غوغل جوجل | Chelsea: تشيلسي تشلسي | Liverpool: ليفربول | Manchester: مانشستر | Barcelona: برشلونة
    روسيا: Russia | لندن: London | باريس: Paris | بوتين: Putin | ترامب: ترمب Trump | أوباما: Obama | إيران: Iran | محمد: Mohammed Muhammad
    رونالدو: Ronaldo | جاكرتا: Jakarta | مكة: Mecca Makkah | جدة: Jeddah | كلينتون: Clinton كلنتون | القاهرة: Cairo | حلب: Aleppo
    سلفادور: Salvador | إندونيسيا: أندونيسيا Indonesia | كاليفورنيا: California | ليبيا: Libya | الحوثيين: Houthi Houthis
    ارتفاع: | كتاب: | قلب: | بسرعة: | مسؤول: | letter: | guardian: الجارديان الغارديان | terrace: | kitchen: | minister: | برنامج: | مدينة: | harvest: | salmon:
"""

UNSEEN = """
    Saipov: سايبوف | Cromwell: كرومويل | Aguero: أجويرو أغويرو | Simpson: سيمبسون سمبسون | Hamilton: هاميلتون هاملتون
    Graham: غراهام جراهام | Sanders: ساندرز | Mueller: مولر مويلر | Nielsen: نيلسن نيلسون | Robinson: روبنسون روبينسون
    Sturridge: ستوريدج | Vettel: فيتيل | Farage: فارج فاراج | Nevada: نيفادا | Newport: نيوبورت | Boston: بوسطن | Denver: دنفر
    Colorado: كولورادو | Harris: هاريس | Jackson: جاكسون | Lewis: لويس | Mercedes: مرسيدس | Morales: موراليس | Pence: بينس
    Pompeo: بومبيو | Ramirez: راميريز | Sullivan: سوليفان | Vladimir: فلاديمير | Walton: والتون | Ivanov: إيفانوف | Evans: إيفانز
    Buraidah: بريدة | Tabuk: تبوك | Yanbu: ينبع | Khobar: الخبر | Hail: حائل | Unaizah: عنيزة | Jubail: الجبيل | Arar: عرعر
    Turki: تركي | Bandar: بندر | Mishaal: مشعل | Sattam: سطام | Lindsey: ليندسي | Zaev: زاييف زئيف | Melrose: ميلروز
    river: | wedding: | referee: | festival: | حكومة: | تعليم: | صحيفة: | طائرة: | سباق: | بنك: | luggage: | treasure: | beard:
"""


def rows(table: str) -> dict[str, tuple[str, ...]]:
    """The right spellings by name; a blank inside one is written as a low line."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table.replace("\n", " | ").split("|"):
        name, _, right = row.strip().partition(":")
        if name:
            found[name] = tuple(one.replace("_", " ") for one in right.split())
    return found
