"""Blocks and where they lie in the canonical text."""

from hypothesis import given
from hypothesis import strategies as st

from archive.text.blocks import Block, BlockKind, lay_out
from archive.text.normalise import canonical, canonical_line

_BLOCKS = st.lists(st.builds(Block, st.sampled_from(BlockKind), st.text(max_size=30)), max_size=8)


def test_blocks_are_joined_by_a_blank_line_and_found_again():
    """The span of a block is its own line."""
    text, layout = lay_out(
        [Block(BlockKind.HEADLINE, " عودة  الأهالي "), Block(BlockKind.PARAGRAPH, "عاد\r\nالأهالي.")]
    )
    assert text == "عودة الأهالي\n\nعاد الأهالي."
    assert [(block.kind, block.span.of(text)) for block in layout] == [
        (BlockKind.HEADLINE, "عودة الأهالي"),
        (BlockKind.PARAGRAPH, "عاد الأهالي."),
    ]


def test_blank_blocks_are_left_out():
    """Whitespace is no block."""
    assert lay_out([Block(BlockKind.PARAGRAPH, " \n\t"), Block(BlockKind.CREDIT, "")]) == ("", ())


@given(_BLOCKS)
def test_the_layout_covers_the_text_and_the_text_is_canonical(blocks):
    """Every block is there, in order, unchanged but for its whitespace, and the whole is canonical."""
    text, layout = lay_out(blocks)
    assert canonical(text) == text
    assert "\n\n".join(block.span.of(text) for block in layout) == text
    assert [block.span.of(text) for block in layout] == [line for b in blocks if (line := canonical_line(b.text))]
