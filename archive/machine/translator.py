"""The seam to machine translators: sentences in, one output a sentence out, through named packages.

The base class keeps the promise, an engine writes :meth:`~Translator._translate`, :meth:`~Translator._join`
and :meth:`~Translator._score`: one output for each sentence and in their order, whatever article they are
of; nothing but :mod:`archive.errors` comes out; nothing is fetched, and no sentence is written to a log.
Which sentences are worth asking about (letters, language, length) is :mod:`archive.machine.sentences`' and
the caller's affair; what an output is worth is :mod:`archive.text.witness`'.
:mod:`archive.machine.translator_argos` is the one behind it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from archive.errors import BadInput, ThabatError, Unavailable
from archive.text.recipe import recipe
from archive.values import Span

Answer = TypeVar("Answer")


class ComputeType(StrEnum):
    """``float32`` gives the same text on every processor; ``int8`` is faster and depends on it."""

    FLOAT32 = "float32"
    INT8 = "int8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """The length penalty is in thousandths: Argos's 0.2 is 200. ``inter_threads``: batches at a time, a core each.

    Batches of 2,048 tokens are 3 % faster at most and take 150 MiB more of each thread.
    """

    compute_type: ComputeType = ComputeType.FLOAT32
    beam_size: int = 4
    length_penalty_millis: int = 200
    max_batch_tokens: int = 1024
    intra_threads: int = 1
    inter_threads: int = 1

    def as_recipe(self) -> str:
        """Everything that may change a text. Threads do not: measured, they change not even a score."""
        return recipe(
            "mt-parameters",
            1,
            compute=self.compute_type.value,
            beam=self.beam_size,
            length_penalty_millis=self.length_penalty_millis,
            batch_tokens=self.max_batch_tokens,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageIdentity:
    """``id`` is the SHA-256 of the package as it was received, in hex."""

    id: str
    from_code: str
    to_code: str
    version: str


@dataclass(frozen=True, slots=True)
class Output:
    """One sentence through one path of packages.

    ``pieces`` are the tokens of the last package, for :meth:`Translator.join`. ``score_micros`` is the
    model's log-probability under its length penalty, times a million, summed over a pivot's legs.
    ``truncated_in``: the model did not read all of the sentence. ``truncated_out``: it was stopped
    before it was done. ``unknown``: the sentence holds a token that the model has no number for.
    ``via`` is the sentence in the pivot language, ``""`` where there is no pivot.
    """

    text: str
    pieces: tuple[str, ...]
    score_micros: int
    source_tokens: int
    target_tokens: int
    truncated_in: bool
    truncated_out: bool
    unknown: bool
    via: str = ""


class Translator(ABC):
    """``packages`` in the order in which a sentence goes through them: one, or two with a pivot."""

    def __init__(self, packages: Sequence[PackageIdentity], parameters: Parameters) -> None:
        if not packages:
            raise ValueError("a translator goes through at least one package")
        self.packages = tuple(packages)
        self.parameters = parameters

    @property
    def from_code(self) -> str:
        return self.packages[0].from_code

    @property
    def to_code(self) -> str:
        return self.packages[-1].to_code

    @property
    def can_score(self) -> bool:
        """Whether :meth:`score` can be asked: not across a pivot, for one."""
        return len(self.packages) == 1

    @property
    @abstractmethod
    def recipe(self) -> str:
        """Engine, its versions, packages by hash and parameters: outputs of one recipe can be kept for each other."""

    @abstractmethod
    def environment(self) -> dict[str, str]:
        """Software, processor and settings that a run is recorded with; no path, no name of a user or machine."""

    @abstractmethod
    def _translate(self, sentences: Sequence[str]) -> Sequence[Output]:
        """One output a sentence; called with at least one, none holding a lone surrogate."""

    @abstractmethod
    def _join(self, pieces: Sequence[str]) -> str:
        """Decode the pieces of one paragraph in one go."""

    @abstractmethod
    def _score(self, sources: Sequence[str], targets: Sequence[str]) -> Sequence[int]:
        """One score a pair, on the scale of ``Output.score_micros``."""

    def translate(self, sentences: Sequence[str]) -> list[Output]:
        """Translate many sentences, of as many articles as there are: the longer the list, the faster."""
        if not sentences:
            return []
        _refuse_surrogates(sentences)
        found = _asked(self, lambda: self._translate(sentences))
        return self._one_each(found, len(sentences))

    def join(self, outputs: Sequence[Output]) -> str:
        """Return one paragraph: its pieces decoded once, so that it is the engine's own text of it, byte for byte."""
        return _asked(self, lambda: self._join([piece for output in outputs for piece in output.pieces]))

    def place(self, outputs: Sequence[Output]) -> tuple[str, tuple[Span, ...]]:
        """Return :meth:`join` and where each output stands in it, without outer whitespace; an empty span for none."""
        whole, spans, start = self.join(outputs), [], 0
        for count in range(1, len(outputs) + 1):
            end = _shared(whole, self.join(outputs[:count])) if count < len(outputs) else len(whole)
            end = max(start, end)
            piece = whole[start:end]
            left = start + len(piece) - len(piece.lstrip())
            spans.append(Span(left, max(left, start + len(piece.rstrip()))))
            start = end
        return whole, tuple(spans)

    def score(self, sources: Sequence[str], targets: Sequence[str]) -> list[int]:
        """How likely the model finds each target as a translation of its source, in millionths."""
        if len(sources) != len(targets):
            raise ValueError(f"each source is scored with one target: got {len(sources)} and {len(targets)}")
        if not self.can_score:
            raise BadInput(
                "a human sentence can be scored through one package whose languages share their tokens; this is "
                f"{' → '.join([self.from_code, *(package.to_code for package in self.packages)])}",
                code="no-score",
            )
        if not sources:
            return []
        _refuse_surrogates([*sources, *targets])
        return self._one_each(_asked(self, lambda: self._score(sources, targets)), len(sources))

    def _one_each(self, found: Sequence[Answer], asked: int) -> list[Answer]:
        if len(found) != asked:
            raise ValueError(f"{type(self).__name__} was asked about {asked} sentences and answered {len(found)}")
        return list(found)


def _refuse_surrogates(sentences: Sequence[str]) -> None:
    for number, sentence in enumerate(sentences, 1):
        try:
            sentence.encode()
        except UnicodeEncodeError as error:
            raise BadInput(
                f"sentence {number} of {len(sentences)} cannot be translated: at character {error.start} there is "
                f"half of a surrogate pair (U+{ord(sentence[error.start]):04X}), which no text can hold",
                code="surrogate",
            ) from error


def _asked(translator: Translator, question: Callable[[], Answer]) -> Answer:
    """The engine's own errors become ours: their type and no text of theirs, which may quote an article."""
    try:
        return question()
    except ThabatError:
        raise
    except MemoryError as error:
        raise Unavailable("the machine translation needs more memory than there is", code="machine-failed") from error
    except Exception as error:
        raise Unavailable(
            f"the machine translation {translator.from_code} → {translator.to_code} failed inside its engine "
            f"({type(error).__name__})",
            code="machine-failed",
        ) from error


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    shortest = min(len(one), len(other))
    return next((at for at in range(shortest) if one[at] != other[at]), shortest)
