"""How near a text must come before it says anything: below, a likeness is what any two texts have in common.

Measured with ``python -m tests.quality.meaning_floor`` on 706 texts of ``ntrex`` and ``ir_arcd``: of the right answers
that stand among the first ten, :data:`LEAST` keeps 99 of 100. It cannot tell letters from words: to *zzzzqqq* and
*شسيبلا* the encoder finds texts as near (0.5) as to good questions. So a word must be known before its meaning is
looked for: to English or Arabic as they are written, or to the archive. Of several words none of which is known
only what comes as near as :data:`LEAST_OF_STRANGE` counts: in another language it may, nonsense does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from search.analysis import Term, analyse
from search.analysis.frequencies import shipped
from search.names.ordinary import is_ordinary

LEAST: Final = 0.25
LEAST_OF_STRANGE: Final = 0.5
NEVER: Final = 2.0
"""No text comes so near."""


def least(words: Iterable[str], in_archive: Callable[[Term], bool]) -> float:
    """The nearness that counts for a question of these words."""
    terms = [term for word in words for term in analyse(word) if not term.alternate]
    if any(is_ordinary(term.exact) or shipped().seen(term.exact) or in_archive(term) for term in terms):
        return LEAST
    return LEAST_OF_STRANGE if len(terms) > 1 else NEVER
