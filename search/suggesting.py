"""Did you mean: other words that find more, one letter away or on the other keyboard layout.

Only for searches that find next to nothing. A guess is made for one word at a time, tried, and offered in
the spelling of the texts if it finds more works than what was typed; guessing more freely would be wrong
more often than it would help.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from archive.errors import BadInput
from search.clauses import Clause
from search.keyboard import other_layout
from search.query import Query, parse
from search.reading import Reading
from search.results import Suggestion
from search.schema import EXACT
from search.syntax.nodes import Word

FEW: Final = 3
"""A search that finds more works than this needs no help."""
_TRIED: Final = 3
"""Spellings tried for one word, those with the most texts."""
MOST: Final = 2
_SHORTEST: Final = 3
"""Letters of a word that may be mistyped: shorter ones are near too many others."""

Ask = Callable[[Query, str], tuple[int, str | None]]
"""How many works a query with a guessed word finds, and how the first of them prints that word."""


def suggestions(query: Query, total: int, reading: Reading, ask: Ask) -> tuple[Suggestion, ...]:
    """What finds more than ``query``, which finds ``total``."""
    if total > FEW:
        return ()
    words = [one for one in query.clauses if isinstance(one.leaf, Word) and not one.negated]
    found: dict[str, Suggestion] = {}
    for one in words:
        for guess, because in _guesses(one, reading):
            better = _tried(query, one, guess, because, ask)
            if better and better.total > total:
                found.setdefault(better.query, better)
    return tuple(sorted(found.values(), key=lambda one: -one.total)[:MOST])


def _guesses(one: Clause, reading: Reading) -> Iterator[tuple[str, str]]:
    typed = one.text.strip()
    other = other_layout(typed)
    if other:
        yield other, "keyboard"
    if len(one.terms) == 1 and len(one.terms[0].exact) >= _SHORTEST:
        near = reading.terms(EXACT, near=one.terms[0].exact)
        own = near.pop(one.terms[0].exact, 0)
        better = sorted((word for word in near if near[word] > own), key=lambda word: (-near[word], word))
        yield from ((word, "spelling") for word in better[:_TRIED])


def _tried(query: Query, one: Clause, guess: str, because: str, ask: Ask) -> Suggestion | None:
    try:
        changed = _with(query, one, guess)
        total, printed = ask(changed, guess)
        shown = printed.lower() if printed and not one.text[:1].isupper() else printed
        text = _with(query, one, shown).text if shown else changed.text
    except BadInput:
        return None
    return Suggestion(text, total, because)


def _with(query: Query, one: Clause, word: str) -> Query:
    """The query with another word in the place of this one."""
    text = query.text[: one.span.start] + word + query.text[one.span.end :]
    return replace(query, text=text, tree=parse(text).tree, offset=0, limit=1, facets=False)
