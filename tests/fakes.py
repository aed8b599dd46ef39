"""Stand-ins for what is behind a seam, for tests of those who speak to it: exact, instant, the same every time."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from archive.machine.package_record import Package
from archive.machine.translator import Output, PackageIdentity, Parameters, Translator
from archive.text.recipe import recipe
from archive.values import Digest

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


def fake_package(root: Path, from_code: str = "ar", to_code: str = "en", version: str = "1.0") -> Package:
    """A package in the store at ``root`` that only :class:`FakeTranslator` can open: its record, and no model."""
    digest = Digest.of(f"{from_code} {to_code} {version}".encode())
    package = Package(
        id=digest, name=f"translate-{from_code}_{to_code}-{version.replace('.', '_')}", from_code=from_code,
        to_code=to_code, version=version, argos_version="1.5", files={}, size=1, source="a test",
        installed_at=datetime(2026, 11, 22, tzinfo=UTC), licence="", demonstration=False,
        folder=root / digest / "files",
    )  # fmt: skip
    package.folder.mkdir(parents=True)
    (root / digest / "package.json").write_text(json.dumps(package.as_record()), encoding="utf-8")
    return package
