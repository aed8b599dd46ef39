"""Paragraphs in several languages, written for the project: the same small story about an invented market town."""

ARABIC = (
    "أعلنت بلدية مدينة النهرين يوم الثلاثاء أن السوق القديمة ستفتح أبوابها من جديد بعد إغلاق دام ثلاث سنوات، وأن التجار "
    "سيعودون إلى محالهم على مراحل. وقال رئيس البلدية إن أعمال الترميم كلفت أكثر من مليوني ليرة، وإن الأهالي شاركوا فيها "
    "تطوعاً، مؤكداً أن الكهرباء والماء سيصلان إلى الحي كله قبل نهاية الشهر."
)
ENGLISH = (
    "The council of the town of Nahrain said on Tuesday that the old market would open its doors again after three years "
    "of closure, and that the traders would return to their shops in stages. The mayor said that the repairs had cost more "
    "than two million lira and that the people of the quarter had worked on them without pay, and promised that water and "
    "power would reach every house before the end of the month."
)
PERSIAN = (
    "شهرداری شهر نهرین روز سه‌شنبه اعلام کرد که بازار قدیمی پس از سه سال تعطیلی دوباره باز می‌شود و بازرگانان گام به گام به "
    "فروشگاه‌های خود باز می‌گردند. شهردار گفت که هزینه بازسازی بیش از دو میلیون لیره بوده است و مردم محله نیز بدون دستمزد در "
    "آن کار کرده‌اند و افزود که آب و برق تا پایان ماه به همه خانه‌ها خواهد رسید."
)
URDU = (
    "نہرین شہر کی بلدیہ نے منگل کے روز کہا کہ پرانا بازار تین سال بند رہنے کے بعد دوبارہ کھل رہا ہے اور تاجر آہستہ آہستہ اپنی "
    "دکانوں میں واپس آئیں گے۔ میئر نے بتایا کہ مرمت پر بیس لاکھ سے زیادہ خرچ ہوئے ہیں اور محلے کے لوگوں نے بھی اس میں بغیر "
    "اجرت کے کام کیا ہے، اور مہینے کے آخر تک ہر گھر میں پانی اور بجلی پہنچ جائے گی۔"
)
PASHTO = (
    "د نهرین د ښار ښاروالۍ د سې شنبې په ورځ وویل چې زوړ بازار به له درې کلونو وروسته بیا پرانیستل شي او سوداګر به ورو ورو "
    "خپلو دوکانونو ته راستانه شي. ښاروال وویل چې د رغولو لګښت تر دوو میلیونو ډېر و او د سیمې خلکو هم پکې بې مزده کار کړی "
    "دی، او د میاشتې تر پایه به هر کور ته اوبه او برېښنا ورسېږي."
)
SORANI = (
    "شارەوانی شاری نەهرێن ڕۆژی سێشەممە ڕایگەیاند کە بازاڕە کۆنەکە دوای سێ ساڵ داخستن جارێکی تر دەکرێتەوە و بازرگانەکان "
    "بە قۆناغ دەگەڕێنەوە بۆ دوکانەکانیان. سەرۆکی شارەوانی گوتی کە تێچووی نۆژەنکردنەوە زیاتر لە دوو ملیۆن بووە و خەڵکی "
    "گەڕەکەکەش بەبێ کرێ کاریان تێدا کردووە، ئاو و کارەباش تا کۆتایی مانگ دەگاتە هەموو ماڵێک."
)
KURMANJI = (
    "Şaredariya bajarê Nehrênê roja sêşemê ragihand ku bazara kevn piştî sê salan dê ji nû ve vebe û bazirgan dê gav bi gav "
    "vegerin dikanên xwe. Serokê şaredariyê got ku lêçûna nûkirinê ji du milyonan zêdetir bû û xelkê taxê jî bê heqdest tê de "
    "kar kir, û av û ceyran dê heta dawiya mehê bigihêjin her malê."
)
TURKISH = (
    "Nehreyn belediyesi salı günü yaptığı açıklamada eski çarşının üç yıl kapalı kaldıktan sonra yeniden açılacağını ve "
    "esnafın dükkânlarına aşama aşama döneceğini duyurdu. Belediye başkanı onarımın iki milyon liradan fazlaya mal olduğunu, "
    "mahalle halkının da ücretsiz çalıştığını söyledi ve ay sonuna kadar her eve su ve elektrik ulaşacağına söz verdi."
)
FRENCH = (
    "La municipalité de la ville de Nahrein a annoncé mardi que le vieux marché rouvrirait ses portes après trois ans de "
    "fermeture et que les commerçants reviendraient peu à peu dans leurs boutiques. Le maire a déclaré que les travaux avaient "
    "coûté plus de deux millions de livres, que les habitants du quartier y avaient participé bénévolement et que l'eau "
    "arriverait dans chaque maison avant la fin du mois."
)
BY_LANGUAGE = {
    "ar": ARABIC,
    "en": ENGLISH,
    "fa": PERSIAN,
    "ur": URDU,
    "ps": PASHTO,
    "ckb": SORANI,
    "ku": KURMANJI,
    "tr": TURKISH,
    "fr": FRENCH,
}
