"""A machine's text put together: blocks of the source, a span for each sentence, whatever the engine gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from archive.machine.translator import ComputeType, Output, Parameters
from archive.text.blocks import Block, BlockKind, lay_out
from archive.text.segment import segment
from archive.text.witness.flags import Flag
from archive.translating_rows import (
    Source,
    Translated,
    assemble,
    input_digest,
    output_facts,
    output_of,
    parameter_facts,
    parameters_of,
    run_id,
    sentence_rows,
    summary_of,
)
from tests.fakes import FakeTranslator

ASK = FakeTranslator({})
BLOCKS = [
    Block(BlockKind.HEADLINE, "عنوان"),
    Block(BlockKind.PARAGRAPH, "جملة أولى. جملة ثانية هنا."),
    Block(BlockKind.PARAGRAPH, "٢٠١٥"),
    Block(BlockKind.CREDIT, "تصوير فلان"),
]


def _output(text: str, **more: object) -> Output:
    pieces = tuple(f"\u2581{word}" for word in text.split(" ")) if text else ()
    facts = {"truncated_in": False, "truncated_out": False, "unknown": False, **more}
    return Output(text, pieces, -100, 3, len(pieces), **facts)


def _source(skip: dict[int, Flag] | None = None) -> Source:
    content, layout = lay_out(BLOCKS)
    segments = segment(content, layout, "ar")
    why = tuple((skip or {}).get(index) for index in range(len(segments)))
    pieces = tuple(() if flag else (item.span.of(content),) for item, flag in zip(segments, why, strict=True))
    return Source("v", "w", "عنوان", content, layout, "s", segments, why, pieces)


def _found(*texts: str | None) -> list[list[Translated]]:
    return [[] if text is None else [Translated(_output(text), "r")] for text in texts]


def test_blocks_and_spans_are_those_of_the_source() -> None:
    """One block for one block; every sentence where it stands."""
    source = _source({3: Flag.NO_LETTERS})
    text = assemble(source, _found("Title", "One.", "Two here.", None, "Photo so-and-so"), ASK.place)
    assert text.content == "Title\n\nOne. Two here.\n\n٢٠١٥\n\nPhoto so-and-so"
    assert [span.of(text.content) for span in text.spans] == ["Title", "One.", "Two here.", "٢٠١٥", "Photo so-and-so"]
    assert [block.kind for block in text.layout] == [block.kind for block in BLOCKS]
    assert [block.span.of(text.content) for block in text.layout] == text.content.split("\n\n")
    assert text.block(BlockKind.HEADLINE) == "Title"
    assert text.block(BlockKind.STANDFIRST) is None


def test_a_block_of_which_nothing_came_is_left_out() -> None:
    """Its sentences have no span; the others keep theirs."""
    text = assemble(_source(), _found("", "One.", "", "2015", ""), ASK.place)
    assert text.content == "One.\n\n2015"
    assert [span.of(text.content) if span else None for span in text.spans] == [None, "One.", None, "2015", None]


def test_nothing_at_all_is_no_text() -> None:
    """No content, no block."""
    text = assemble(_source(), _found("", "", "", "", ""), ASK.place)
    assert (text.content, text.layout, set(text.spans)) == ("", (), {None})


@pytest.mark.parametrize("strange", ["e\u0301a", "a\u2028b", "a\tb", "a\u00a0b"])
def test_what_is_not_canonical_is_made_so(strange: str) -> None:
    """NFC and one line, as every version is; the spans hold."""
    text = assemble(_source(), _found("Title", strange, "Two here.", "2015", "Photo"), ASK.place)
    plain = {"e\u0301a": "\u00e9a"}.get(strange, "a b")
    assert text.content.split("\n\n")[1] == f"{plain} Two here."
    assert [span.of(text.content) for span in text.spans[1:3]] == [plain, "Two here."]


def test_a_sentence_in_pieces_is_one_sentence() -> None:
    """One span from the first to the last; figures are sums."""
    source = _source()
    found = _found("Title", None, "Two here.", "2015", "Photo")
    found[1] = [Translated(_output("One"), "r"), Translated(_output("and more.", truncated_out=True), "other")]
    text = assemble(source, found, ASK.place)
    assert text.spans[1].of(text.content) == "One and more."
    row = sentence_rows("r", source, found, text, source_language="ar", target_language="en")[1]
    assert (row.pieces, row.score_micros, row.source_tokens, row.target_tokens) == (2, -200, 6, 3)
    assert (row.flags, row.cached_from) == (["truncated_out"], "other")


def test_rows_say_what_was_skipped_and_what_is_wrong() -> None:
    """A sentence that was not shown has no score; a copy is flagged."""
    source = _source({3: Flag.NO_LETTERS})
    copied = "جملة ثانية هنا."
    found = _found("Title", "", copied, None, "Photo")
    rows = sentence_rows(
        "r", source, found, assemble(source, found, ASK.place), source_language="ar", target_language="en"
    )
    assert rows[1].flags == ["empty"]
    assert rows[1].target_start is None
    assert rows[2].flags == ["untranslated_copy", "wrong_script"]
    assert (rows[3].flags, rows[3].score_micros, rows[3].pieces) == (["no_letters_skipped"], None, 0)
    assert summary_of(rows) == {
        "sentences": 5, "translated": 4, "cached": 0, "flagged": 3,
        "flags": {"empty": 1, "no_letters_skipped": 1, "untranslated_copy": 1, "wrong_script": 1},
        "source_tokens": 12, "target_tokens": 5,
    }  # fmt: skip


def test_what_may_change_a_text_changes_the_run() -> None:
    """Version, packages and their order, parameters, splitter, repeat; threads do not."""

    def named(version: str = "v", packages: Sequence[str] = ("a", "b"), splitter: str = "s", **given: object) -> str:
        return input_digest(version, packages, Parameters(**given), splitter)

    same = named()
    others = {named("w"), named(packages=("b", "a")), named(splitter="t"), named(compute_type=ComputeType.INT8)}
    assert len({same, *others}) == 5
    assert named(intra_threads=4) == same
    assert run_id(same, 0) != run_id(same, 1)


def test_parameters_and_outputs_come_back_as_they_went() -> None:
    """From what the database holds."""
    parameters = Parameters(compute_type=ComputeType.INT8, beam_size=2)
    assert parameters_of(parameter_facts(parameters)) == parameters
    assert parameter_facts(replace(parameters, inter_threads=3)) == parameter_facts(parameters)
    assert parameters_of({**parameter_facts(parameters), "intra_threads": 1, "inter_threads": 2}) == parameters
    output = _output("one two", unknown=True)
    assert output_of(output_facts(output)) == output
