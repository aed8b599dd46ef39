"""Two texts as sentences and the links between them, as every check sees them.

A link is a tuple of source sentence numbers and a tuple of target sentence numbers; one of them is empty where a
sentence has no counterpart, and checks then have nothing to compare. ``Here`` is one link with its neighbourhood:
what crossed a sentence border is looked for there before anything is called missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from archive.text.compare.findings import Mark
from archive.values import Span

Link = tuple[tuple[int, ...], tuple[int, ...]]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Side:
    language: str
    sentences: tuple[str, ...]

    def each(self, read: Callable[[str, str], Sequence[Item]]) -> tuple[tuple[Item, ...], ...]:
        """``read(sentence, language)`` of every sentence, once."""
        return tuple(tuple(read(sentence, self.language)) for sentence in self.sentences)

    def whole(self, sentences: Sequence[int]) -> tuple[Mark, ...]:
        return tuple(Mark(index, Span(0, len(self.sentences[index]))) for index in sentences)

    def text(self, sentences: Sequence[int]) -> str:
        return " ".join(self.sentences[index] for index in sentences)


@dataclass(frozen=True, slots=True)
class Pair:
    source: Side
    target: Side
    links: tuple[Link, ...]

    def linked(self) -> Iterator[Here]:
        """Every link that has both sides."""
        for source, target in self.links:
            if source and target:
                yield Here(source, target, near(source, len(self.source.sentences)), self._near_target(target))

    def _near_target(self, target: tuple[int, ...]) -> tuple[int, ...]:
        return near(target, len(self.target.sentences))


@dataclass(frozen=True, slots=True)
class Here:
    source: tuple[int, ...]
    target: tuple[int, ...]
    near_source: tuple[int, ...]
    near_target: tuple[int, ...]
    """The sentences right before and after, which the link itself does not hold."""


def near(sentences: tuple[int, ...], count: int) -> tuple[int, ...]:
    around = {index + step for index in sentences for step in (-1, 1)}
    return tuple(sorted(index for index in around if 0 <= index < count and index not in sentences))


_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST_WORD: Final = 15  # letters; أفاستسقيناكموها has 15


def glued(text: str) -> bool:
    """Whether words have lost the spaces between them, so that what is in them cannot be read."""
    return any(len(word) > _LONGEST_WORD for word in _WORD.findall(text))


def placed(per_sentence: Sequence[Sequence[Item]], sentences: Sequence[int]) -> list[tuple[int, Item]]:
    """The items of ``sentences``, each with the number of its sentence, in order."""
    return [(index, item) for index in sentences for item in per_sentence[index]]
