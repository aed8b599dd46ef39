"""Did you mean: other words that find more, one slip away or on the other keyboard layout.

Only for searches that find next to nothing. A guess is made for one word at a time, also inside quotation marks,
and tried as if it had been typed; it is offered in the spelling of the texts if it finds more works. Numbers are
not guessed at, and words that are known to be words hardly: guessing more freely would be wrong more often than it
would help.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from archive.errors import BadInput
from search.analysis import Term
from search.analysis.frequencies import shipped
from search.clauses import Clause
from search.keyboard import other_layout
from search.names.ordinary import is_ordinary
from search.query import Query, parse
from search.reading import Reading
from search.results import Suggestion
from search.schema import EXACT
from search.slips import Slip, slip, swapped
from search.syntax.nodes import Phrase, Word
from search.tree import Term as Indexed

FEW: Final = 3
"""A search that finds more works than this needs no help."""
MOST: Final = 2
_TRIED: Final = 3
"""Spellings tried for one word: the likeliest slips, and of these the words with the most texts."""
_SHORTEST: Final = 4
"""Letters of a word of which one may be wrong; in shorter ones two may have changed places."""
_ONCE: Final = 10
"""A guess is in so many times as many texts as what was typed, where that is in any."""

Ask = Callable[[Query], int]
"""How many works a query finds."""
Print = Callable[[str], str | None]
"""How a text prints a word of the index."""


class _Place(NamedTuple):
    """A word that may be mistyped, and where it stands in the query."""

    typed: str
    terms: tuple[Term, ...]
    start: int
    end: int


class _Guess(NamedTuple):
    word: str
    because: str
    slip: Slip


def suggestions(query: Query, total: int, reading: Reading, ask: Ask, printed: Print) -> tuple[Suggestion, ...]:
    """What finds more than ``query``, which finds ``total``; the likeliest slip first."""
    if total > FEW:
        return ()
    found: dict[str, tuple[Slip, Suggestion]] = {}
    for place in _places(query):
        for guess in _guesses(place, reading):
            better = _tried(query, place, guess, ask, printed)
            if better and better.total > total:
                found.setdefault(better.query, (guess.slip, better))
    return tuple(better for _, better in sorted(found.values(), key=lambda one: (one[0], -one[1].total))[:MOST])


def _places(query: Query) -> Iterator[_Place]:
    """Wanted words, alone and in quotations."""
    for one in query.clauses:
        if one.negated:
            continue
        if isinstance(one.leaf, Word):
            start = one.span.end - len(one.text)
            yield _Place(one.text.strip(), one.terms, start, one.span.end)
        elif isinstance(one.leaf, Phrase):
            yield from _quoted(one)


def _quoted(phrase: Clause) -> Iterator[_Place]:
    inside = phrase.span.start + 1
    for term in phrase.terms:
        yield _Place(phrase.text[term.start : term.end], (term,), inside + term.start, inside + term.end)


def _guesses(place: _Place, reading: Reading) -> Iterator[_Guess]:
    if any(sign.isdigit() for sign in place.typed):
        return
    other = other_layout(place.typed)
    if other:
        yield _Guess(other, "keyboard", Slip.KEYBOARD)
    if len(place.terms) == 1:
        near = sorted(_near(place.terms[0].exact, reading), key=lambda one: (one[1], -one[2], one[0]))
        yield from (_Guess(word, "spelling", kind) for word, kind, _ in near[:_TRIED])


def _near(typed: str, reading: Reading) -> Iterator[tuple[str, Slip, int]]:
    """Words of the index one slip away that are much more frequent, with the slip and the number of texts."""
    own = reading.find(Indexed(EXACT, typed)).total
    is_word = bool(is_ordinary(typed) or shipped().seen(typed))
    for word, texts in _candidates(typed, reading).items():
        kind = slip(typed, word)
        likely = kind is not Slip.LETTER or not is_word
        if word != typed and likely and not (is_word and own) and texts > own * _ONCE and not word.isdigit():
            yield word, kind, texts


def _candidates(typed: str, reading: Reading) -> dict[str, int]:
    found = reading.terms(EXACT, near=typed) if len(typed) >= _SHORTEST else {}
    for word in swapped(typed):
        texts = reading.find(Indexed(EXACT, word)).total
        if texts:
            found[word] = texts
    return found


def _tried(query: Query, place: _Place, guess: _Guess, ask: Ask, printed: Print) -> Suggestion | None:
    shown = guess.word
    if guess.because == "spelling":
        print_ = printed(guess.word)
        if print_ is None:
            return None
        shown = print_ if place.typed[:1].isupper() else print_.lower()
    try:
        changed = _with(query, place, shown)
        return Suggestion(changed.text, ask(changed), guess.because)
    except BadInput:
        return None


def _with(query: Query, place: _Place, word: str) -> Query:
    """The query with another word in the place of this one."""
    text = query.text[: place.start] + word + query.text[place.end :]
    return replace(query, text=text, tree=parse(text).tree, offset=0, limit=1, facets=False)
