"""Stand-ins for what is behind a seam, for tests of those who speak to it: exact, instant, the same every time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archive.machine.translator import Output, PackageIdentity, Parameters, Translator
from archive.text.recipe import recipe

FAKE_PACKAGE = PackageIdentity(id="fa" * 32, from_code="ar", to_code="en", version="1.0")


class FakeTranslator(Translator):
    """Word by word from ``words``, an unknown word as it stands; ``asked`` lists every sentence that reached it.

    The score is -0.1 a word, and a sentence of more than ``longest`` words is cut there on both sides. ``refuses``
    makes the engine raise on a sentence, as one that breaks would.
    """

    def __init__(
        self,
        words: Mapping[str, str],
        *,
        package: PackageIdentity = FAKE_PACKAGE,
        parameters: Parameters | None = None,
        longest: int = 250,
        refuses: Sequence[str] = (),
    ) -> None:
        super().__init__([package], parameters or Parameters())
        self._words, self._longest, self._refuses = dict(words), longest, frozenset(refuses)
        self.asked: list[str] = []

    @property
    def recipe(self) -> str:
        return recipe(
            "fake-translator", 1, package=self.packages[0].id[:12], compute=self.parameters.compute_type.value
        )

    def environment(self) -> dict[str, str]:
        return {"engine": "fake"}

    def _translate(self, sentences: Sequence[str]) -> list[Output]:
        self.asked += sentences
        return [self._output(sentence) for sentence in sentences]

    def _output(self, sentence: str) -> Output:
        if sentence in self._refuses:
            raise RuntimeError("the fake engine was told to break here")
        words = sentence.split()
        pieces = tuple(f"\u2581{self._words.get(word, word)}" for word in words[: self._longest])
        return Output(
            text=self._join(pieces),
            pieces=pieces,
            score_micros=-100_000 * len(pieces),
            source_tokens=len(words),
            target_tokens=len(pieces),
            truncated_in=len(words) > self._longest,
            truncated_out=len(words) > self._longest,
            unknown=any(word not in self._words for word in words),
        )

    def _join(self, pieces: Sequence[str]) -> str:
        return "".join(pieces).replace("\u2581", " ").removeprefix(" ")

    def _score(self, sources: Sequence[str], targets: Sequence[str]) -> list[int]:
        return [-100_000 * len(target.split()) for target in targets]
