"""Made-up article pairs of any number, the same for the same seed.

Sentences are filled from patterns written for the project; Arabic and English say the same. The
words of a growing vocabulary of invented names keep the index growing as real text would.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PLACES = (
    ("رأس الوادي", "Ras al-Wadi"), ("تل السنابل", "Tell al-Sanabel"), ("عين الحور", "Ain al-Hawr"),
    ("دير النهر", "Deir al-Nahr"), ("برج الرمان", "Burj al-Rumman"), ("كفر الزيتون", "Kafr al-Zaytoun"),
    ("مرج الغزلان", "Marj al-Ghuzlan"), ("باب الريح", "Bab al-Rih"),
)  # fmt: skip
WHO = (
    ("رئيس البلدية", "the mayor"), ("مصدر في المعارضة", "an opposition source"), ("متحدث باسم النظام", "a regime spokesman"),
    ("مدير المشفى", "the director of the hospital"), ("أحد السكان", "a resident"), ("قائد الميليشيا", "the commander of the militia"),
    ("وزير الزراعة", "the minister of agriculture"), ("ناشطة محلية", "a local activist"),
)  # fmt: skip
VERBS = (("قال", "said"), ("أكد", "confirmed"), ("نفى", "denied"), ("أوضح", "explained"), ("زعم", "claimed"))
PATTERNS = (
    ("{verb_ar} {who_ar} إن عدد العائدين إلى {place_ar} بلغ {number} شخصا خلال الشهر الماضي.",
     "{who_en} {verb_en} that the number of people returning to {place_en} reached {number} in the past month."),
    ("وشهدت بلدة {place_ar} اجتماعا حضره {name_ar} لبحث إصلاح شبكة المياه والكهرباء.",
     "The town of {place_en} saw a meeting attended by {name_en} to discuss repairing the water and electricity network."),
    ("و{verb_ar} {who_ar} أن الطريق بين {place_ar} والعاصمة سيبقى مغلقا لمدة {number} يوما.",
     "{who_en} {verb_en} that the road between {place_en} and the capital would remain closed for {number} days."),
    ("وارتفعت أسعار الخبز والوقود في أسواق {place_ar} بنسبة {number} في المئة منذ بداية العام.",
     "Bread and fuel prices in the markets of {place_en} have risen by {number} percent since the beginning of the year."),
    ("من جهته {verb_ar} {name_ar} أن الاتفاق الجديد لم يوقع بعد وأن المفاوضات مستمرة.",
     "For his part, {name_en} {verb_en} that the new agreement had not been signed yet and that negotiations continue."),
    ("وتضم المنطقة نحو {number} عائلة نزحت من {place_ar} في السنوات الماضية.",
     "The area is home to about {number} families displaced from {place_en} in past years."),
)  # fmt: skip
_DISCLAIMER = (
    "This article was translated and edited by The Valley Reader. "
    "Responsibility for the views set out in it lies entirely with the author."
)
_ROOTS_AR = "سلم حمد خلد نور رشد كرم فهد جبر عمر زهر بدر طلع صبح قمر ليث"
_ROOTS_EN = "Salm Hamd Khald Nour Rashd Karm Fahd Jabr Omr Zahr Badr Tala Sobh Qamar Layth"


def pair(number: int, sentences: int = 25) -> dict[str, Any]:
    """Article pair ``number`` as one line of an import: the same every time."""
    rng = random.Random(number)
    arabic, english = zip(*(_sentence(rng) for _ in range(sentences)), strict=True)
    place_ar, place_en = rng.choice(PLACES)
    return {
        "external_id": f"bench-{number:06}",
        "title_ar": f"أخبار {place_ar}: نشرة رقم {number}",
        "title_en": f"News from {place_en}: bulletin no. {number}",
        "text_ar": "\n".join(arabic),
        "text_en": "\n".join(
            (*english, _DISCLAIMER)
        ),
        "outlet": "Sawt al-Wadi",
        "date": f"20{10 + number % 15:02}-{1 + number % 12:02}-{1 + number % 28:02}",
    }  # fmt: skip


def write(path: Path, count: int, start: int = 0) -> None:
    with path.open("w", encoding="utf-8") as file:
        for line in _lines(count, start):
            file.write(line)


def _lines(count: int, start: int) -> Iterator[str]:
    for number in range(start, start + count):
        yield json.dumps(pair(number), ensure_ascii=False) + "\n"


def _sentence(rng: random.Random) -> tuple[str, str]:
    (place_ar, place_en), (who_ar, who_en), (verb_ar, verb_en) = (
        rng.choice(PLACES),
        rng.choice(WHO),
        rng.choice(VERBS),
    )
    first, second = rng.randrange(15), rng.randrange(4000)
    name_ar = f"{_ROOTS_AR.split()[first]}ان {_spell(second, 'ابتجدرسعفقكلمن')}"
    name_en = f"{_ROOTS_EN.split()[first]}an {_spell(second, 'abtjdrsefqklmn').title()}"
    facts = {
        "place_ar": place_ar, "place_en": place_en, "who_ar": who_ar, "who_en": who_en, "verb_ar": verb_ar,
        "verb_en": verb_en, "name_ar": name_ar, "name_en": name_en, "number": rng.randrange(3, 9000),
    }  # fmt: skip
    arabic, english = rng.choice(PATTERNS)
    line = english.format(**facts)
    return arabic.format(**facts), line[0].upper() + line[1:]


def _spell(number: int, letters: str) -> str:
    """A name of three or four letters that belongs to ``number`` alone."""
    spelled = []
    number += len(letters) ** 2
    while number:
        number, digit = divmod(number, len(letters))
        spelled.append(letters[digit])
    return "".join(spelled)
