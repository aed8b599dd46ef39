"""An Arabic text with its English translation, written for the project, and the same translation with changes planted.

Nothing in it happened: the town of Nahrain is invented. ``CHANGED`` gives, by sentence, another English sentence and the
kind of finding it must raise; ``REWORDED`` says the same number in another way, or adds one that Arabic may do without.
"""

from typing import Final

ARABIC: Final = (
    "أعلنت بلدية النهرين يوم الثلاثاء أن الجسر القديم سيفتح في تشرين الثاني ٢٠١٦.",
    "وقال المهندس جيمس هاريسون إن الترميم كلف مليونين ونصف المليون ليرة.",
    "وشارك في العمل خمسة وثلاثون عاملا من القرى المجاورة.",
    "وعاد معظم السكان إلى بيوتهم قبل الشتاء.",
    "وأكدت البلدية أن الطريق آمنة.",
    "وقالت المعلمة مريم الخطيب إن ثلثي التلاميذ عادوا إلى المدرسة.",
    "وبلغت نسبة الحضور ٧٢ في المئة، أي أكثر من العام الماضي.",
    "ويعود بناء الجسر إلى ثمانينيات القرن التاسع عشر.",
)
ENGLISH: Final = (
    "The council of Nahrain announced on Tuesday that the old bridge would open in November 2016.",
    "The engineer James Harrison said that the repairs had cost 2.5 million lira.",
    "Thirty-five workers from the neighbouring villages took part.",
    "Most residents went back to their homes before winter.",
    "The council confirmed that the road was safe.",
    "The teacher Maryam al-Khatib said that two-thirds of the pupils had returned to school.",
    "Attendance was 72 per cent, more than last year.",
    "The bridge was built in the 1880s.",
)
CHANGED: Final = (
    (0, ENGLISH[0].replace("Tuesday", "Friday"), "date"),
    (0, ENGLISH[0].replace("November", "June"), "date"),
    (0, ENGLISH[0].replace("2016", "2014"), "date"),
    (1, ENGLISH[1].replace("2.5", "25"), "number"),
    (1, ENGLISH[1].replace("Harrison", "Gregory"), "entity"),
    (2, ENGLISH[2].replace("Thirty-five", "Fifty-three"), "number"),
    (3, ENGLISH[3].replace("before", "after"), "polarity"),
    (4, ENGLISH[4].replace("was", "was not"), "negation"),
    (5, ARABIC[5], "untranslated"),
    (5, ENGLISH[5].replace("two-thirds", "three-quarters"), "number"),
    (6, ENGLISH[6].replace("more than", "less than"), "polarity"),
    (7, ENGLISH[7].replace("1880s", "1960s"), "number"),
    (6, ENGLISH[6].replace("72 per cent", "high"), "number"),
    (2, ENGLISH[2].replace("Thirty-five", "Thirty"), "number"),
    (1, ENGLISH[1].replace("2.5 million", "2.5 thousand"), "number"),
)
REWORDED: Final = (
    (1, ENGLISH[1].replace("2.5 million", "two and a half million")),
    (1, ENGLISH[1].replace("2.5 million", "2 500 000")),
    (2, ENGLISH[2].replace("Thirty-five workers", "A team of 35 workers, all seven crews,")),
    (5, ENGLISH[5].replace("two-thirds", "2/3")),
    (6, ENGLISH[6].replace("72 per cent", "72%")),
    (7, ENGLISH[7].replace("in the 1880s", "in the eighties of the nineteenth century")),
)
