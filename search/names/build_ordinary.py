"""Build the list of words that are written small: ``python -m search.names.build_ordinary OUT FILE…``.

Run by hand. A file is JSON lines or tab-separated; what has a blank in it is prose. A word is ordinary where it is
written small as often as with a capital; kept are the words, without counts. The same files
give the same bytes, and the head of the list names them by SHA-256. The words are facts of English; no text is kept.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

_WORD: Final = re.compile(r"(?<![\w./@'’-])[A-Za-z][a-z]+(?![\w/@]|[.’'-]\w)")


def prose(content: str) -> Iterator[str]:
    """The pieces of text in a file of JSON lines or tab-separated fields."""
    for line in content.splitlines():
        fields: Iterator[str] = _strings(json.loads(line)) if line.startswith("{") else iter(line.split("\t"))
        yield from (field for field in fields if " " in field)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def ordinary(texts: Iterator[str]) -> list[str]:
    """The words that are written small, in order."""
    written: Counter[str] = Counter(match[0] for text in texts for match in _WORD.finditer(text))
    return sorted(word for word in written if word.islower() and written[word] >= written[word.capitalize()])


def main(out: str, *paths: str) -> None:
    contents = [(Path(path).name, Path(path).read_bytes()) for path in paths]
    words = ordinary(text for _, content in contents for text in prose(content.decode()))
    sources = [f"# {name} SHA-256 {hashlib.sha256(content).hexdigest()}" for name, content in contents]
    head = "# English words that are written small, from openly licensed texts:"
    listed = "\n".join([head, *sources, *words]) + "\n"
    Path(out).write_bytes(lzma.compress(listed.encode(), preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    main(*sys.argv[1:])
