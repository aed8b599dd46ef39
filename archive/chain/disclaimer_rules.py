"""The shapes of rules that recognise folded sentences of disclaimers; the wordings are in the files beside it.

A *rule* is one usual sentence, anchored at its start, because news prose may contain the same words: "the ministry
said responsibility lies with …" is not a disclaimer. A *facet* is one claim, sought anywhere in a sentence that speaks
of its own text ("this article", "herein", هذا المقال) and reports nobody's speech: ``Facets`` tells which.
What ``follows`` speaks of "it": it counts only beside a sentence, or in a clause, of a disclaimer.
Named groups ``by``, ``edited_by``, ``party``, ``source`` and ``permitter`` capture names, which are checked in print.
Arabic is written as the fold leaves it: ه for ة, ا for أ, ء for ؤ and ئ, no harakat.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

Kind = Literal[
    "translation", "responsibility", "endorsement", "verification", "permission", "rights", "source", "abridgement"
]
Responsibility = Literal["author", "source", "publisher", "nobody"]

MAX_FACETED: Final = 320
"""Characters. Longer sentences are prose, whatever they speak of."""


class Late:
    """A regular expression that is compiled when it is first tried: all of them together take over a second."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def match(self, words: str) -> re.Match[str] | None:
        return self.compiled.match(words)

    def search(self, words: str) -> re.Match[str] | None:
        return self.compiled.search(words)


@dataclass(frozen=True, slots=True)
class Rule:
    """One shape of sentence. ``needs_name``: without a printed name in a group the rule says nothing.

    Of facets only: ``of_itself`` asks for a sentence that speaks of its text, ``unless`` for words that must be absent.
    """

    kind: Kind
    pattern: Late
    flags: frozenset[str] = frozenset()
    responsibility: Responsibility | None = None
    needs_name: bool = False
    follows: bool = False
    facet: bool = False
    of_itself: bool = False
    unless: Late | None = None

    def find(self, words: str) -> re.Match[str] | None:
        """Where the pattern fits; one that begins at the start is not tried at every word."""
        return self.pattern.match(words) if self.pattern.pattern[0] == "^" else self.pattern.search(words)


@dataclass(frozen=True, slots=True)
class Facets:
    """The facets of one language. A sentence without ``cues`` among its words, or such an opening, has none."""

    rules: tuple[Rule, ...]
    cues: frozenset[str]
    opening: Late
    of_itself: Late
    speech: Late

    def matches(self, words: str) -> list[tuple[Rule, re.Match[str]]]:
        """What a folded sentence claims of its own text."""
        if len(words) > MAX_FACETED or (self.cues.isdisjoint(words.split()) and not self.opening.match(words)):
            return []
        if self.speech.search(words):
            return []
        of_itself = bool(self.of_itself.search(words))
        tried = (one for one in self.rules if of_itself or not one.of_itself)
        return [
            (one, match)
            for one in tried
            if (match := one.find(words)) and not (one.unless and one.unless.search(words))
        ]


def cue_words(words: str, *, prefixes: str = "") -> frozenset[str]:
    """The words as a sentence may hold them: behind a clitic, before a stop."""
    fronts, stops = ("", *prefixes.split()), ("", *".,;:)،؛!")
    return frozenset(front + word + stop for word in words.split() for front in fronts for stop in stops)


def rule(
    kind: Kind,
    pattern: str,
    *flags: str,
    responsibility: Responsibility | None = None,
    needs_name: bool = False,
    follows: bool = False,
) -> Rule:
    return Rule(kind, Late(pattern), frozenset(flags), responsibility, needs_name, follows)


def facet(
    kind: Kind,
    pattern: str,
    *flags: str,
    responsibility: Responsibility | None = None,
    needs_name: bool = False,
    follows: bool = False,
    of_itself: bool = True,
    unless: str | None = None,
) -> Rule:
    return Rule(
        kind,
        Late(pattern),
        frozenset(flags),
        responsibility,
        needs_name,
        follows,
        True,
        of_itself,
        Late(unless) if unless else None,
    )
