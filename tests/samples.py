"""Small texts written for the tests. Outlets, people and places are invented."""

ARABIC = """بلدية رأس الوادي تعيد فتح السوق القديم

بقلم سلمى الحوراني

أعلنت بلدية رأس الوادي صباح الأحد أن السوق القديم سيفتح أبوابه من جديد بعد ثلاث سنوات من الإغلاق.

وقال رئيس البلدية إن أعمال الترميم كلفت ٤٥٠ ألف ليرة، وإن المعارضة في المجلس البلدي وافقت على الخطة.

ورحب أصحاب المحال بالقرار، لكنهم طالبوا بتأجيل الضرائب حتى نهاية العام.
"""

ENGLISH = """Ras al-Wadi Municipality Reopens the Old Market

by Salma al-Hourani for Sawt al-Wadi (independent website)

The municipality of Ras al-Wadi announced on Sunday morning that the old market will open its doors again after three years of closure.

The mayor said the restoration cost 450 thousand pounds, and that the opposition in the municipal council had approved the plan.

Shop owners welcomed the decision, but demanded that taxes be put off until the end of the year.

This article was translated and edited by The Valley Reader. Responsibility for the information and views set out in this article lies entirely with the author.
"""
