"""What can be typed, by examples that work: each a link, with what it finds said in the words of the interface.

The examples are in the reader's language and with the names that fields have in it. Docs: ``docs/reference/search.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from api.pages.bidi import isolated
from api.pages.contexts import Example
from api.pages.ui import Ui

EXAMPLES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "phrase": '"regime reinforcements"',
        "apart": '"detainees exchange"~3',
        "without": "regime -reinforcements",
        "either": "opposition OR المعارضة",
        "beginning": "journalis*",
        "near": "idlib~1",
        "exact": "=regime",
        "title": "title:regime -election",
        "unnamed": "translator:unnamed date:2015..2016",
        "sides": "ar:النظام -en:regime",
        "finding": "finding:number_changed",
        "meaning": "what became of the detainees?",
    },
    "ar": {
        "phrase": '"حرس التلال"',
        "apart": '"معتقلاً تبادل"~3',
        "without": "النظام -التعزيزات",
        "either": "المعارضة OR opposition",
        "beginning": "معارض*",
        "near": "ميليشيا~1",
        "exact": "=النظام",
        "title": "عنوان:المعارضة -عنوان:انتخابات",
        "unnamed": "مترجم:مجهول تاريخ:2015..2016",
        "sides": "ar:النظام -en:regime",
        "finding": "فرق:number_changed",
        "meaning": "ماذا حلّ بالمعتقلين؟",
    },
}
"""By the language of the interface, then by what each shows."""
_BY_MEANING: Final = "meaning"


def examples_of(ui: Ui) -> tuple[Example, ...]:
    """The examples of this interface, each with the address that asks it."""
    return tuple(
        Example(shows, isolated(q), ui.url("/search", q=q, mode=_BY_MEANING if shows == _BY_MEANING else ""))
        for shows, q in EXAMPLES[ui.language].items()
    )
