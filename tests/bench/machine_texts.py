"""Articles to translate by the hundred: the demonstration's own sentences, each with a few words exchanged.

No two sentences are alike unless repetition is asked for, so nothing is saved by translating one once; and since the
demonstration model still takes each for the sentence it knows, the translations have natural lengths. The same for
the same seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.models.sentences import pairs_of

EXCHANGED = 2
LEAST_WORDS = 6
PARAGRAPH = 3
"""Sentences."""


class Writer:
    """Writes articles; ``repeated`` is the share of sentences that stood in an article before."""

    def __init__(self, *, seed: int = 1, repeated: float = 0.0, direction: str = "ar-en") -> None:
        self._rng = random.Random(seed)
        self._repeated = repeated
        known = [source for source, _ in pairs_of(direction)]
        self._sentences = [text for text in known if len(text.split()) >= LEAST_WORDS and text.endswith(".")]
        self._words = [word for text in known for word in text.split()[1:-1] if word.isalpha()]
        self._written: dict[str, None] = {}

    def articles(self, count: int, words: int) -> Iterator[str]:
        """Each of at least so many words, in paragraphs."""
        for _ in range(count):
            yield self._article(words)

    def _article(self, words: int) -> str:
        sentences: list[str] = []
        while sum(len(sentence.split()) for sentence in sentences) < words:
            sentences.append(self._sentence())
        paragraphs = [sentences[at : at + PARAGRAPH] for at in range(0, len(sentences), PARAGRAPH)]
        return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)

    def _sentence(self) -> str:
        if self._written and self._rng.random() < self._repeated:
            return self._rng.choice(list(self._written))
        while (sentence := self._new()) in self._written:
            pass
        self._written[sentence] = None
        return sentence

    def _new(self) -> str:
        words = self._rng.choice(self._sentences).split()
        for place in self._rng.sample(range(1, len(words) - 1), EXCHANGED):
            words[place] = self._rng.choice(self._words)
        return " ".join(words)
