"""A translated text as rows, and the digests that name and prove it.

A run's id is a digest of its input, so that who asks for the same again finds what is there. The
machine's text keeps the blocks of its source; every sentence has a span in both. Nothing here reads
or writes a database; :mod:`archive.translating` does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from archive.comparing_rows import short_digest
from archive.journal.canonical import canonical_json
from archive.machine.translator import ComputeType, Output, Parameters
from archive.models.machine import MachineSentence
from archive.text.blocks import BLOCK_SEPARATOR, BlockKind, Layout, PlacedBlock
from archive.text.normalise import canonical_line
from archive.text.segment import Segment
from archive.text.witness.flags import Flag, flags_of
from archive.values import Digest, Span

SENTENCE_COLUMNS: Final = (
    "ordinal",
    "source_start",
    "source_end",
    "source_sha256",
    "target_start",
    "target_end",
    "score_micros",
    "source_tokens",
    "target_tokens",
    "pieces",
    "flags",
    "cached_from",
    "via",
)
"""What a run's ``sentences_sha256`` covers of each sentence, in this order."""

Join = Callable[[Sequence[Output]], tuple[str, tuple[Span, ...]]]
""":meth:`archive.machine.translator.Translator.place`."""


@dataclass(frozen=True, slots=True)
class Source:
    """A version as a translator gets it. ``skipped`` says of each segment why it is not shown to one."""

    version_id: str
    work_id: str
    title: str
    content: str
    layout: Layout
    segmentation_id: str
    segments: tuple[Segment, ...]
    skipped: tuple[Flag | None, ...]
    pieces: tuple[tuple[str, ...], ...]
    """What each segment is cut into for the translator: itself, unless it is too long; nothing where it is skipped."""

    @property
    def sentences(self) -> int:
        """How many the translator is asked for."""
        return sum(flag is None for flag in self.skipped)


@dataclass(frozen=True, slots=True)
class Translated:
    """One piece with where it comes from: ``run_id`` asked the machine for it."""

    output: Output
    run_id: str


@dataclass(frozen=True, slots=True)
class MachineText:
    """A whole text out of a machine, laid out like its source. ``spans``: of each segment, where anything came."""

    content: str
    layout: Layout
    spans: tuple[Span | None, ...]

    def block(self, kind: BlockKind) -> str | None:
        """The first block of this kind."""
        return next((block.span.of(self.content) for block in self.layout if block.kind is kind), None)


def input_digest(version_id: str, packages: Sequence[str], parameters: Parameters, splitter: str) -> Digest:
    """What makes two requests the same."""
    facts = {
        "version": version_id,
        "packages": list(packages),
        "parameters": parameters.as_recipe(),
        "splitter": splitter,
    }
    return Digest.of(canonical_json(facts))


def run_id(digest: str, repeat: int) -> str:
    return short_digest([digest, repeat])


def parameter_facts(parameters: Parameters) -> dict[str, Any]:
    """Those that may change a text, as plain values. Threads are of the machine at work: its environment has them."""
    return {
        "compute_type": parameters.compute_type.value,
        "beam_size": parameters.beam_size,
        "length_penalty_millis": parameters.length_penalty_millis,
        "max_batch_tokens": parameters.max_batch_tokens,
    }


def parameters_of(facts: Mapping[str, Any]) -> Parameters:
    """The inverse of :func:`parameter_facts`; on one thread, which is for whoever opens a translator to change."""
    return Parameters(
        compute_type=ComputeType(facts["compute_type"]),
        **{name: facts[name] for name in ("beam_size", "length_penalty_millis", "max_batch_tokens")},
    )


def assemble(source: Source, found: Sequence[Sequence[Translated]], place: Join) -> MachineText:
    """Put the text together block by block; a segment that was skipped stands in it as it stood in the source."""
    blocks: list[PlacedBlock] = []
    spans: list[Span | None] = [None] * len(source.segments)
    texts: list[str] = []
    start = 0
    for number, block in enumerate(source.layout):
        members = [index for index, segment in enumerate(source.segments) if segment.paragraph == number]
        text, places = _paragraph(source, members, found, place)
        if not text:
            continue
        for index, span in zip(members, places, strict=True):
            spans[index] = span.shift(start) if span is not None else None
        blocks.append(PlacedBlock(block.kind, Span(start, start + len(text))))
        texts.append(text)
        start += len(text) + len(BLOCK_SEPARATOR)
    return MachineText(BLOCK_SEPARATOR.join(texts), tuple(blocks), tuple(spans))


def _paragraph(
    source: Source, members: Sequence[int], found: Sequence[Sequence[Translated]], place: Join
) -> tuple[str, list[Span | None]]:
    """The engine's own text of the paragraph where all of it is the engine's; else its sentences, blanks between."""
    outputs = [[piece.output for piece in found[index]] for index in members]
    if outputs and all(outputs):
        whole, spans = place([piece for sentence in outputs for piece in sentence])
        if whole == canonical_line(whole):
            return whole, _gathered(spans, [len(sentence) for sentence in outputs])
    lines = [
        canonical_line(" ".join(piece.text for piece in sentence))
        if sentence
        else canonical_line(source.segments[index].span.of(source.content))
        for index, sentence in zip(members, outputs, strict=True)
    ]
    return _strung(lines)


def _gathered(spans: Sequence[Span], lengths: Sequence[int]) -> list[Span | None]:
    """One span a sentence, from its first piece to its last."""
    gathered: list[Span | None] = []
    at = 0
    for length in lengths:
        filled = [span for span in spans[at : at + length] if len(span)]
        gathered.append(Span(filled[0].start, filled[-1].end) if filled else None)
        at += length
    return gathered


def _strung(lines: Sequence[str]) -> tuple[str, list[Span | None]]:
    spans: list[Span | None] = []
    start = 0
    for line in lines:
        spans.append(Span(start, start + len(line)) if line else None)
        start += len(line) + 1 if line else 0
    return " ".join(line for line in lines if line), spans


def sentence_rows(
    run: str,
    source: Source,
    found: Sequence[Sequence[Translated]],
    text: MachineText,
    *,
    source_language: str,
    target_language: str,
) -> list[MachineSentence]:
    rows = []
    for ordinal, (segment, pieces) in enumerate(zip(source.segments, found, strict=True)):
        sentence, span, outputs = segment.span.of(source.content), text.spans[ordinal], [item.output for item in pieces]
        said = span.of(text.content) if span is not None else ""
        told = () if not outputs else flags_of(
            sentence, said, source_language=source_language, target_language=target_language
        )  # fmt: skip
        flags = _flags(source.skipped[ordinal], told, outputs)
        others = {item.run_id for item in pieces} - {run}
        rows.append(
            MachineSentence(
                run_id=run,
                ordinal=ordinal,
                source_start=segment.span.start,
                source_end=segment.span.end,
                source_sha256=Digest.of(sentence.encode()),
                target_start=span.start if span is not None else None,
                target_end=span.end if span is not None else None,
                score_micros=sum(item.score_micros for item in outputs) if outputs else None,
                source_tokens=sum(item.source_tokens for item in outputs) if outputs else None,
                target_tokens=sum(item.target_tokens for item in outputs) if outputs else None,
                pieces=len(pieces),
                flags=flags,
                cached_from=min(others) if others else None,
                via=" ".join(item.via for item in outputs if item.via) or None,
            )
        )
    return rows


def _flags(skipped: Flag | None, told: Sequence[Flag], outputs: Sequence[Output]) -> list[str]:
    """In the order of :class:`Flag`: what kept it from the machine, what shows in the words, what the engine said."""
    reported = {
        Flag.TRUNCATED_IN: any(item.truncated_in for item in outputs),
        Flag.TRUNCATED_OUT: any(item.truncated_out for item in outputs),
        Flag.UNKNOWN: any(item.unknown for item in outputs),
    }
    return [flag.value for flag in Flag if flag is skipped or flag in told or reported.get(flag, False)]


def sentences_digest(rows: Sequence[Sequence[object]]) -> Digest:
    """SHA-256 over the ``SENTENCE_COLUMNS`` of every sentence, in order."""
    return Digest.of(canonical_json([list(row) for row in rows]))


def sentence_facts(row: MachineSentence) -> list[object]:
    return [getattr(row, name) for name in SENTENCE_COLUMNS]


def summary_of(rows: Sequence[MachineSentence]) -> dict[str, Any]:
    """Counts: sentences, asked for, taken from the cache, and how many have which flag."""
    flags = Counter(flag for row in rows for flag in row.flags)
    return {
        "sentences": len(rows),
        "translated": sum(row.target_tokens is not None for row in rows),
        "cached": sum(row.cached_from is not None for row in rows),
        "flagged": sum(bool(row.flags) for row in rows),
        "flags": dict(sorted(flags.items())),
        "source_tokens": sum(row.source_tokens or 0 for row in rows),
        "target_tokens": sum(row.target_tokens or 0 for row in rows),
    }


def output_facts(output: Output) -> dict[str, Any]:
    """An output as the cache keeps it."""
    return {
        "text": output.text,
        "pieces": list(output.pieces),
        "score_micros": output.score_micros,
        "source_tokens": output.source_tokens,
        "target_tokens": output.target_tokens,
        "truncated_in": output.truncated_in,
        "truncated_out": output.truncated_out,
        "unknown": output.unknown,
        "via": output.via,
    }


def output_of(facts: Mapping[str, Any]) -> Output:
    return Output(**{**facts, "pieces": tuple(facts["pieces"])})


def output_digest(facts: Mapping[str, Any]) -> Digest:
    return Digest.of(canonical_json(dict(facts)))
