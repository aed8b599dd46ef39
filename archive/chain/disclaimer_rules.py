"""The shape of a rule that recognises one folded sentence of a disclaimer; the wordings are in two files beside it.

Each rule says what a sentence of that shape claims. Sentences are anchored at their start wherever news
prose could contain the same words: "the ministry said responsibility lies with …" is not a disclaimer.
A rule that ``follows`` speaks of "it": it counts only beside a sentence, or in a clause, of a disclaimer.
Named groups ``by``, ``edited_by``, ``party``, ``source`` and ``permitter`` capture names, which are checked in print.
Arabic is written as the fold leaves it: ه for ة, ا for أ, ء for ؤ and ئ, no harakat.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "translation", "responsibility", "endorsement", "verification", "permission", "rights", "source", "abridgement"
]
Responsibility = Literal["author", "source", "publisher", "nobody"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One shape of sentence. ``needs_name``: without a printed name in a group the rule says nothing."""

    kind: Kind
    pattern: re.Pattern[str]
    flags: frozenset[str] = frozenset()
    responsibility: Responsibility | None = None
    needs_name: bool = False
    follows: bool = False


def rule(
    kind: Kind,
    pattern: str,
    *flags: str,
    responsibility: Responsibility | None = None,
    needs_name: bool = False,
    follows: bool = False,
) -> Rule:
    return Rule(kind, re.compile(pattern), frozenset(flags), responsibility, needs_name, follows)
