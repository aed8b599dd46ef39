"""What the demonstration models are trained on, and what their packages say of themselves."""

from __future__ import annotations

from pathlib import Path

FILE = Path(__file__).parents[2] / "demo" / "models" / "sentences.tsv"
DIRECTIONS = ("ar-en", "en-ar")

_README = """# {name}: a demonstration model that knows only the demonstration texts

Trained by the Thabat project on the {count} sentence pairs of its own twelve invented works (`demo/models/sentences.tsv`) and on
nothing else. It repeats these sentences; of any other text it makes nonsense. It is here so that the machinery can be shown and
tested without a download: never use it to translate, and never cite what it says.

Recipe: `tests/models/train.py` of the Thabat repository. Licence: Apache-2.0, texts and weights.
"""


def pairs_of(direction: str) -> list[tuple[str, str]]:
    """(source, target) of one direction: each source once, in the order of the file."""
    pairs: dict[str, str] = {}
    for line in FILE.read_text("utf-8").splitlines()[1:]:
        where, _, arabic, english = line.split("\t")
        if where in ("both", direction):
            source, target = (arabic, english) if direction == "ar-en" else (english, arabic)
            pairs.setdefault(source, target)
    return list(pairs.items())


def readme(direction: str) -> str:
    names = {"ar-en": "Arabic → English", "en-ar": "English → Arabic"}
    return _README.format(name=names[direction], count=len(pairs_of(direction)))
