"""One package of Argos at work: sentences to tokens, many at once through its model, tokens back to text.

Does with a list of sentences what ``apply_packaged_translation`` of argostranslate 1.11 does with a paragraph,
call for call, so that the bytes are the same, and keeps what that throws away: which output is which sentence's,
its score, and whether the engine cut something.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, Final

from archive.machine import sentences
from archive.machine.argos import LOCK, Argos
from archive.machine.package_record import Package
from archive.machine.translator import Output, Parameters
from archive.text.segment import RECIPE as SPLIT_RECIPE
from archive.text.segment import split_sentences
from archive.text.witness.flags import has_letters

READ_AT_MOST: Final = 1024
"""Tokens that CTranslate2 reads of a sentence, and next how many it writes: its defaults, which Argos leaves."""
WRITTEN_AT_MOST: Final = 256

TOGETHER: Final = 128
"""Sentences of which batches are made: in int8 a text may depend on its batch, so batches do not depend on threads."""


class Splitter:
    """Takes the place of Argos's splitter: our sentences, cut where too long, and none without a letter."""

    def __init__(self, language: str) -> None:
        self._language = language

    def split_sentences(self, text: str) -> list[str]:
        return [
            piece
            for span in split_sentences(text, self._language)
            for piece in sentences.cut(span.of(text))
            if has_letters(piece)
        ]


class Leg:
    """An open package. Safe in several threads, as CTranslate2's translator is."""

    def __init__(self, argos: Argos, package: Package, parameters: Parameters) -> None:
        self._parameters = parameters
        self._package: Any = argos.package.Package(package.folder)
        self.splitter = Splitter(package.from_code)
        language = argos.translate.Language
        with LOCK:
            opened = argos.translate.PackageTranslation(
                language(package.from_code, package.from_code),
                language(package.to_code, package.to_code),
                self._package,
            )
            opened.sentencizer = self.splitter
            argos.settings.compute_type = parameters.compute_type.value
            argos.settings.intra_threads = parameters.intra_threads
            argos.settings.inter_threads = parameters.inter_threads
            opened.hypotheses("", 1)  # argostranslate makes the translator at its first text
        self._translator: Any = opened.translator
        self._vocabulary = _vocabulary(package.folder / "model")

    @property
    def compute_type(self) -> str:
        return str(self._translator.compute_type)

    @property
    def can_score(self) -> bool:
        """Whether both languages have the tokens of one model: with Moses' rules the target's are others."""
        return bool((self._package.package_path / "sentencepiece.model").exists())

    def settings(self) -> dict[str, str]:
        """What the engine is called with."""
        return {
            **{name: str(value) for name, value in self._search().items()},
            "compute_type": self._parameters.compute_type.value,
            "device": "cpu",
            "intra_threads": str(self._parameters.intra_threads),
            "inter_threads": str(self._parameters.inter_threads),
            "max_input_length": str(READ_AT_MOST),
            "max_decoding_length": str(WRITTEN_AT_MOST),
            "target_prefix": self._package.target_prefix,
            "splitter": f"{SPLIT_RECIPE} {sentences.RECIPE}",
        }

    def _search(self) -> dict[str, Any]:
        return {
            "replace_unknowns": True,
            "max_batch_size": self._parameters.max_batch_tokens,
            "batch_type": "tokens",
            "beam_size": self._parameters.beam_size,
            "num_hypotheses": 1,
            "length_penalty": self._parameters.length_penalty_millis / 1000,
        }

    def translate(self, texts: Sequence[str]) -> list[Output]:
        """One output a sentence; a sentence that is there twice goes through once."""
        unique = list(dict.fromkeys(texts))
        tokens = [self._package.tokenizer.encode(text) for text in unique]
        known = {
            text: self._output(source, result.hypotheses[0], result.scores[0])
            for text, source, result in zip(unique, tokens, self._results(tokens), strict=True)
        }
        return [known[text] for text in texts]

    def _results(self, tokens: list[list[str]]) -> Iterator[Any]:
        """In order. All are handed over before the first is waited for: that is what keeps the threads busy."""
        prefix = self._package.target_prefix
        parts = [tokens[at : at + TOGETHER] for at in range(0, len(tokens), TOGETHER)]
        promised = [
            promise
            for part in parts
            for promise in self._translator.translate_batch(
                part,
                target_prefix=[[prefix]] * len(part) if prefix else None,
                return_scores=True,
                asynchronous=True,
                **self._search(),
            )
        ]
        return (promise.result() for promise in promised)

    def _output(self, source: list[str], target: list[str], score: float) -> Output:
        """Argos takes a prefix off the first sentence of a paragraph, where it can; here it is off each."""
        prefix = self._package.target_prefix
        pieces = tuple(target[1:] if prefix and target[:1] == [prefix] else target)
        return Output(
            text=self.decode(pieces),
            pieces=pieces,
            score_micros=round(score * 1_000_000),
            source_tokens=len(source),
            target_tokens=len(target),
            truncated_in=len(source) >= READ_AT_MOST,
            truncated_out=len(target) >= WRITTEN_AT_MOST,
            unknown=any(token not in self._vocabulary for token in source),
        )

    def continue_with(self, before: Sequence[Output]) -> list[Output]:
        """Translate what another leg wrote: split again, since a sentence may have become two, and put together."""
        parts = [self.splitter.split_sentences(output.text) for output in before]
        found = iter(self.translate([part for some in parts for part in some]) if any(parts) else [])
        return [self._together(one, tuple(islice(found, len(some)))) for one, some in zip(before, parts, strict=True)]

    def _together(self, before: Output, after: tuple[Output, ...]) -> Output:
        pieces = tuple(piece for output in after for piece in output.pieces)
        return replace(
            before,
            text=self.decode(pieces),
            pieces=pieces,
            score_micros=before.score_micros + sum(output.score_micros for output in after),
            target_tokens=sum(output.target_tokens for output in after),
            truncated_in=before.truncated_in or any(output.truncated_in for output in after),
            truncated_out=before.truncated_out or any(output.truncated_out for output in after),
            unknown=before.unknown or any(output.unknown for output in after),
            via=before.text,
        )

    def decode(self, pieces: Sequence[str]) -> str:
        """Argos's decoding, and the one blank at the beginning that the tokens carry."""
        return str(self._package.tokenizer.decode(list(pieces))).removeprefix(" ")

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[int]:
        """On the scale of the search: the sum of the log-probabilities over the length to the power of the penalty."""
        results = self._translator.score_batch(
            [self._package.tokenizer.encode(text) for text in sources],
            [self._package.tokenizer.encode(text) for text in targets],
            max_batch_size=self._parameters.max_batch_tokens,
            batch_type="tokens",
        )
        penalty = self._parameters.length_penalty_millis / 1000
        sums = [(sum(result.log_probs), max(1, len(result.log_probs))) for result in results]
        return [round(total / length**penalty * 1_000_000) for total, length in sums]


def _vocabulary(folder: Path) -> frozenset[str]:
    """The tokens of the source that the model has a number for."""
    for name in ("shared_vocabulary", "source_vocabulary"):
        if (place := folder / f"{name}.json").exists():
            return frozenset(json.loads(place.read_text(encoding="utf-8")))
        if (place := folder / f"{name}.txt").exists():
            return frozenset(_lines(place))
    return frozenset()


def _lines(place: Path) -> Iterator[str]:
    """Only a line feed ends a line: a token may be any other white space."""
    return iter(place.read_text(encoding="utf-8").removesuffix("\n").split("\n"))
