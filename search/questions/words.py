"""Words that say how something is asked, not what about: of a natural question they count for little.

Rarity (IDF) tells such words from others in a large archive; in a small one متى and لماذا are rare, since texts
answer and do not ask, and would lead to whatever text happens to ask. The lists are short and made by hand, with
spellings that people type (ماهو, لمادا); words are compared folded (:mod:`archive.text.fold`). Pure.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from archive.text.fold import fold

_ASKING: Final = """
    متى ومتى من ومن فمن مين هو هي هم هما ما وما ماهو ماهي ماهم ماهما ماذا وماذا مادا مازا بماذا بمادا بمازا لماذا ولماذا
    لمادا لمازا لما بما فيما مما مم ممن فيمن لمن كم وكم بكم أين وأين كيف وكيف هل وهل أي أية بأي
    who whom whose what when where why which how do does did is are was were
"""
_BINDING: Final = """
    في من على إلى عن مع بين و أن إن أو ثم لم لا قد هذا هذه ذلك تلك الذي التي الذين اللذي اللتي بعد قبل عند حتى منذ
    به بها له لها فيه فيها عليه عليها منه منها كل بعض غير يتم تم كان كانت يكون تكون
    the a an of to in on at for from by with and or as it its this that these those be been has have had not no
"""
ASKING: Final = frozenset(map(fold, _ASKING.split()))
BINDING: Final = frozenset(map(fold, _BINDING.split()))
ASKED: Final = 0.1
BOUND: Final = 0.5


@lru_cache(maxsize=1 << 12)
def weight(word: str) -> float:
    """What a word, as typed, counts for beside others. In capitals it may be a name: WHO, IS."""
    folded = fold(word)
    if len(word) > 1 and word.isascii() and word.isupper():
        return 1.0
    if folded in ASKING:
        return ASKED
    return BOUND if folded in BINDING else 1.0
