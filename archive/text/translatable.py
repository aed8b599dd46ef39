"""Which sentences of a text may be put before a machine translator, and why the others may not.

A model makes something up for whatever it is given: for digits and emoji, for Persian in Arabic letters, for the
byline of an agency. So a sentence without letters, in another script, or in another language by its
letters (MACHINE.md §6) is never shown to one: it is carried over as it stands, with a flag. The letters
are looked at in each sentence and in the whole paragraph around it; neither takes Arabic for
something else. Languages that only a detector tells apart are the caller's to find: ``foreign``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Final

from archive.text import scripts
from archive.text.recipe import recipe
from archive.text.segment import Segment
from archive.text.witness.flags import Flag, has_letters
from archive.values import primary_language

TELLING_LETTERS: Final = 12
"""About three words: with so many the letter rule took no Arabic sentence of 150 for another language."""

RECIPE: Final = recipe("translatable", 1, letters=TELLING_LETTERS)


def skipped(
    content: str, segments: Sequence[Segment], language: str, foreign: Collection[int] = ()
) -> tuple[Flag | None, ...]:
    """Return for each segment why a model that reads ``language`` must not see it, ``None`` where it may.

    ``foreign``: paragraphs known to be in another language.
    """
    paragraphs: dict[int, list[str]] = defaultdict(list)
    for segment in segments:
        paragraphs[segment.paragraph].append(segment.span.of(content))
    apart = {number for number, texts in paragraphs.items() if is_foreign(" ".join(texts), language)}
    apart.update(foreign)
    return tuple(_reason(segment.span.of(content), language, apart=segment.paragraph in apart) for segment in segments)


def is_foreign(text: str, language: str) -> bool:
    """Whether script or letters say that ``text`` is not in ``language``; what they cannot tell is let pass."""
    language = family(language)
    counts = scripts.letter_counts(text)
    expected = scripts.SCRIPTS_OF.get(language)
    if not counts:
        return False
    if expected and scripts.script_of(text) not in expected:
        return True
    if sum(counts.values()) < TELLING_LETTERS:
        return False
    telling = scripts.telling_arabic(text) if expected == ("Arab",) else scripts.telling_latin(text)
    return telling is not None and family(telling.language) != language


def family(tag: str) -> str:
    """The language that a dialect or a regional tag belongs to: ``apc-SY`` → ``ar``."""
    primary = primary_language(tag)
    return scripts.DIALECTS.get(primary, primary)


def _reason(sentence: str, language: str, *, apart: bool) -> Flag | None:
    if not has_letters(sentence):
        return Flag.NO_LETTERS
    return Flag.OTHER_LANGUAGE if apart or is_foreign(sentence, language) else None
