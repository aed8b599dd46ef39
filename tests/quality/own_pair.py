"""A pair of news texts written for the project, with what an editor might do to it: the floor that needs no outside data.

Invented town, people and paper. ``ARABIC[i]`` is said by ``ENGLISH[i]``.
"""

ARABIC = [
    "بلدية كفر زيتون تعيد فتح السوق القديمة بعد ثلاث سنوات",
    "أعادت بلدية كفر زيتون، صباح الثلاثاء، فتح السوق القديمة التي أغلقت بعد حريق كبير قبل ثلاث سنوات.",
    "وقال رئيس البلدية نزار الكاتب إن كلفة الترميم بلغت مليونين ونصف المليون ليرة.",
    "وشارك في الأعمال أكثر من مئتي عامل من أبناء البلدة والقرى المجاورة.",
    "لم يحضر محافظ المنطقة حفل الافتتاح بسبب المطر الغزير.",
    "وعبّرت هدى الخطيب، وهي بائعة أقمشة، عن سعادتها بالعودة إلى دكان والدها.",
    "لكن عدداً من التجار اشتكوا من ارتفاع الإيجارات.",
    "وطالبوا البلدية بإعفائهم من الضرائب حتى نهاية العام المقبل.",
    "وكان الحريق قد أتى على أربعين دكاناً ومكتبة المدرسة.",
    "ولم تعرف أسبابه حتى اليوم، رغم تحقيق استمر ستة أشهر.",
    "وتستعد البلدية لإصلاح الجسر الحجري الذي يصل السوق بمحطة القطار.",
    "وسيبدأ العمل في الجسر مطلع الربيع إذا توفر التمويل.",
]
ENGLISH = [
    "Kafr Zaytoun municipality reopens the old market after three years",
    "The municipality of Kafr Zaytoun on Tuesday morning reopened the old market, closed after a large fire three years ago.",
    "Mayor Nizar al-Katib said the restoration had cost two and a half million pounds.",
    "More than two hundred workers from the town and neighbouring villages took part in the work.",
    "The governor of the region did not attend the opening ceremony because of heavy rain.",
    "Huda al-Khatib, who sells fabrics, said she was happy to return to her father's shop.",
    "But a number of traders complained about higher rents.",
    "They asked the municipality to exempt them from taxes until the end of next year.",
    "The fire had destroyed forty shops and the school library.",
    "Its causes are still unknown, despite an investigation that lasted six months.",
    "The municipality is preparing to repair the stone bridge that connects the market with the railway station.",
    "Work on the bridge will begin in early spring if funding is available.",
]
ADDED = "Football fans in the capital celebrated the victory of their team late into the night."
