"""Third, small batch, as newsrooms would say it: 24 wordings and 12 near-misses, committed before they were first run."""

from __future__ import annotations

from tests.archive.chain.wordings import (
    ABRIDGED,
    EDITED,
    NOBODY,
    NOT_ENDORSED,
    NOT_VERIFIED,
    PERMITTED,
    TRANSLATED,
    answers,
    by,
    plain,
    wordings,
)

WORDINGS = wordings(
    ("This article has been translated from Arabic by Jude Ghanem and was edited for English readers by Mirror Post.", TRANSLATED | EDITED | by("Jude Ghanem")),
    ("Mirror Post translates articles it finds of interest; their authors alone are responsible for the content.", TRANSLATED | answers("author")),
    ("The opinions stated in this analysis are personal to the author and do not bind Mirror Post.", answers("author") | NOT_ENDORSED),
    ("Please note that Mirror Post did not independently verify the events reported in this story.", NOT_VERIFIED),
    ("This is a shortened version of a report by Sada al-Furat, republished with permission.", ABRIDGED | PERMITTED),
    ("The content above was supplied by Sada al-Furat, and Mirror Post is not liable for it.", NOBODY),
    ("Original Arabic article published by Sada al-Furat; English translation by Mirror Post.", TRANSLATED | by("Mirror Post")),
    ("Mirror Post reserves the right to edit contributions and is not bound by the opinions in them.", EDITED | NOT_ENDORSED),
    ("Views in guest columns are not necessarily those of this newspaper.", NOT_ENDORSED),
    ("The translator has tried to stay close to the original; this translation has not been approved by the author.", TRANSLATED),
    ("This report relies on a single source and could not be cross-checked.", NOT_VERIFIED),
    ("Sada al-Furat granted Mirror Post the right to publish this interview in English.", PERMITTED),
    ("تُرجمت هذه المقالة إلى العربية من قبل جود غانم، وحررها موقع مرآة.", TRANSLATED | EDITED | by("جود غانم")),
    ("الآراء الواردة في مقالات الرأي تعبر عن أصحابها ولا تعبر بالضرورة عن موقع مرآة.", answers("author") | NOT_ENDORSED),
    ("لم يتمكن موقع مرآة من التأكد من صحة الأحداث الواردة في هذه القصة.", NOT_VERIFIED),
    ("ترجم موقع مرآة هذا التقرير عن صدى الفرات، ولا يتحمل مسؤولية ما جاء فيه.", TRANSLATED | NOBODY | by("موقع مرآة")),
    ("نسخة مختصرة من مقال نشرته صدى الفرات.", ABRIDGED),
    ("تنويه: هذا المقال يعبر عن رأي كاتبه، والموقع غير مسؤول عن محتواه.", answers("author")),
    ("أعيد تحرير هذا النص بما يتناسب مع معايير النشر لدينا.", EDITED),
    ("نُشرت هذه المقابلة بالاتفاق مع صدى الفرات وبترجمة موقع مرآة.", TRANSLATED | PERMITTED | by("موقع مرآة")),
    ("المعلومات الواردة في التقرير من مسؤولية مصدرها.", answers("source")),
    ("ترجمة هذا المقال لا تعني تبني موقع مرآة لما فيه.", TRANSLATED | NOT_ENDORSED),
    ("حُذفت من هذه الشهادة تفاصيل قد تدل على صاحبها.", ABRIDGED),
    ("هذا الخبر منقول عن صدى الفرات ولم نتحقق منه.", NOT_VERIFIED),
)  # fmt: skip

NEAR_MISSES = plain(
    "Columns of smoke rose above the guest house, and the views were blocked for hours.",
    "The report relies on a single source and could not be cross-checked, a diplomat said.",
    "The government reserves the right to edit the list of candidates.",
    "The park authority is not liable for accidents on this path.",
    "The engineers did not independently verify the pressure in the pipes.",
    "The general granted the crew the right to film in the old city.",
    "المعلومات الواردة من القرية من مسؤولية الدفاع المدني.",
    "هذا الخبر منقول عن شهود عيان، بحسب الناطق باسم المجلس.",
    "لم يتمكن الأهالي من التأكد من صحة الأنباء.",
    "أعيد تحرير التلة فجر أمس بعد معركة قصيرة.",
    "حُذفت من القائمة أسماء قد تدل على أصحابها.",
    "عقد الطرفان لقاء بالاتفاق مع الوسيط وبترجمة فورية.",
)
