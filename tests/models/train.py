"""Train the two demonstration models and write their packages.

    python -m tests.models.train [--out FOLDER] [--storage int8|float16|float32] [ar-en] [en-ar]

From ``demo/models/sentences.tsv`` and nothing else. Needs ``torch==2.13.0`` besides the product's own packages;
two and a half CPU-minutes a direction.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import sentencepiece

from tests.models.packing import Card, pack, save_model
from tests.models.pins import FOLDER, PINS, pins_of
from tests.models.sentences import DIRECTIONS, pairs_of, readme

VOCABULARY = 1600
WIDTH, HEADS, INNER, LAYERS = 64, 2, 256, 2
VERSION = "0.1"


def main() -> None:
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    for direction in options.directions or DIRECTIONS:
        source, _, target = direction.partition("-")
        file = options.out.resolve() / f"{source}_{target}.argosmodel"
        build(file, direction, storage=options.storage, report=True)
        print(f"{file}: {file.stat().st_size:,} bytes")
    if options.out.resolve() == FOLDER:
        (FOLDER / PINS).write_text(pins_of(sorted(FOLDER.glob("*.argosmodel"))), encoding="utf-8")


def build(file: Path, direction: str, *, storage: str = "int8", report: bool = False) -> None:
    """Train one direction and write its package."""
    from tests.models.network import Shape
    from tests.models.training import train

    source, _, target = direction.partition("-")
    pairs = pairs_of(direction)
    with tempfile.TemporaryDirectory() as folder, _inside(Path(folder)):
        tokenizer = _tokenizer([text for pair in pairs for text in pair])
        vocabulary = [tokenizer.id_to_piece(number) for number in range(tokenizer.get_piece_size())]
        tokens = [(tokenizer.encode(a), tokenizer.encode(b)) for a, b in pairs]
        weights = train(tokens, Shape(len(vocabulary), WIDTH, HEADS, INNER, LAYERS), report=report)
        save_model(Path("model"), weights, vocabulary, heads=HEADS, storage=storage)
        card = Card(source=source, target=target, version=VERSION, readme=readme(direction))
        pack(file, card, model=Path("model"), tokenizer=Path("spm.model"))


def _tokenizer(texts: list[str]) -> sentencepiece.SentencePieceProcessor:
    """Written to ``spm.model`` in the current folder: the file remembers the path it was given, so that is always this."""
    Path("spm.txt").write_text("\n".join(texts) + "\n", encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input="spm.txt", model_prefix="spm", model_type="unigram", vocab_size=VOCABULARY, hard_vocab_limit=False,
        character_coverage=1.0, normalization_rule_name="identity", num_threads=1, minloglevel=2,
        pad_id=0, pad_piece="<blank>", unk_id=1, bos_id=2, eos_id=3,
    )  # fmt: skip
    return sentencepiece.SentencePieceProcessor(model_file="spm.model")


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directions", nargs="*", choices=[*DIRECTIONS, []], help="both without it")
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--storage", choices=["int8", "float16", "float32"], default="int8")
    return parser.parse_args()


if __name__ == "__main__":
    main()
