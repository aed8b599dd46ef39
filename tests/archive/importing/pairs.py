"""Lines for imports, made here: short invented news in both languages, each line different."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_AR = "أعلنت بلدية القرية رقم {0} أن السوق القديم سيفتح أبوابه من جديد بعد {1} أعوام من الإغلاق، وقال رئيسها إن الترميم انتهى."
_EN = "The municipality of village {0} announced that its old market would reopen after {1} years, and its head said the repairs were done."


def pair_line(number: int, *, sentences: int = 3) -> dict[str, Any]:
    return {
        "external_id": f"pair-{number}",
        "title_ar": f"السوق القديم في القرية {number}",
        "title_en": f"The old market of village {number}",
        "sentences_ar": [_AR.format(number, index + 2) for index in range(sentences)],
        "sentences_en": [_EN.format(number, index + 2) for index in range(sentences)],
        "outlet": "صوت القرية",
        "outlet_en": "The Village Voice of Nowhere",
        "date": "2016-05-02",
    }


def write_lines(path: Path, lines: Iterable[dict[str, Any] | str]) -> Path:
    texts = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    path.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    return path
