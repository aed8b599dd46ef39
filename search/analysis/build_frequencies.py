"""Build the frequency table of Arabic word forms: ``python -m search.analysis.build_frequencies OUT SOURCE…``.

Run by hand when the table is to change, never by the running system. A source is ``wordfreq:WHEEL``, the wheel of
wordfreq, whose word lists are CC BY-SA 4.0, or ``text:FILE``, any UTF-8 text or JSONL. Both are folded as
:func:`archive.text.fold.fold` does and added up per hundred million words; of the sum the most frequent forms are kept,
each with the power of two below its count. The same sources give the same bytes, and the head of the table names
them by SHA-256. Needs ``msgpack`` for wordfreq's lists, which Thabat itself does not.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import lzma
import sys
import zipfile
from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path
from typing import Final

from archive.text.fold import fold
from search.analysis.words import Shape, cut

FORMS: Final = 50_000
"""Kept in the table. Fewer than 40,000 cost pairs of words that should meet; 75,000 gained none."""
LARGEST: Final = 150_000  # bytes of the table, compressed
_PER: Final = 100_000_000  # words
_WORDFREQ_LIST: Final = "wordfreq/data/large_ar.msgpack.gz"
_LICENCES: Final = {
    "wordfreq": "wordfreq (Robyn Speer, 2022, doi.org/10.5281/zenodo.7199437), its Arabic list, CC BY-SA 4.0",
    "text": "word counts of a text",
}


def wordfreq_counts(wheel: bytes) -> Counter[str]:
    """Counts per hundred million words from wordfreq's list, in which words stand by their centibels."""
    msgpack = import_module("msgpack")
    with zipfile.ZipFile(io.BytesIO(wheel)) as package:
        _, *levels = msgpack.loads(gzip.decompress(package.read(_WORDFREQ_LIST)))
    counts: Counter[str] = Counter()
    for centibels, words in enumerate(levels):
        for word in words:
            counts[fold(word)] += round(_PER * 10 ** (-centibels / 100))
    return counts


def text_counts(text: str) -> Counter[str]:
    """Counts per hundred million words of the Arabic words in a text."""
    counts = Counter(fold(text[word.start : word.end]) for word in cut(text) if word.shape is Shape.ARABIC)
    total = max(1, counts.total())
    return Counter({form: count * _PER // total for form, count in counts.items()})


def table(counts: Counter[str], sources: list[str]) -> str:
    """The text of the table: where it comes from, then the forms by the power of two below their count."""
    arabic = (form for form in counts if form and all("\u0621" <= letter <= "\u064a" for letter in form))
    kept = sorted(arabic, key=lambda form: (-counts[form], form))[:FORMS]
    levels: dict[int, list[str]] = defaultdict(list)
    for form in kept:
        levels[counts[form].bit_length() - 1].append(form)
    head = ["# Arabic word forms, folded, by the power of two below their count in a hundred million words.", *sources]
    return "\n".join([*head, *(f"{level} {' '.join(sorted(levels[level]))}" for level in sorted(levels))]) + "\n"


def compressed(text: str) -> bytes:
    """The same bytes for the same text; no time, no name in them."""
    return lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)


def main(out: str, *named: str) -> None:
    counts: Counter[str] = Counter()
    sources: list[str] = []
    for name in named:
        kind, _, path = name.partition(":")
        content = Path(path).read_bytes()
        counts += wordfreq_counts(content) if kind == "wordfreq" else text_counts(content.decode())
        sources.append(f"# {_LICENCES[kind]}; {Path(path).name} SHA-256 {hashlib.sha256(content).hexdigest()}")
    packed = compressed(table(counts, sources))
    if len(packed) > LARGEST:
        raise SystemExit(f"the table may have {LARGEST} bytes, this one has {len(packed)}; keep fewer forms")
    Path(out).write_bytes(packed)


if __name__ == "__main__":
    main(*sys.argv[1:])
