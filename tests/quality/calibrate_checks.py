"""Count what share of the findings about negation, polarity and untranslated text is right; write the table in use.

    python -m tests.quality.calibrate_checks [--write]

Counted on the even documents with planted defects, on the handbook and on the short sentences of ``../shared/data``:
nothing is planted in the last two, and true differences of those translations count against us. What is
found again in another copy of a document counts once. Kinds that nobody has planted are not counted: their rules'
estimates keep them hidden, or are called estimates.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from archive.text.compare import shares_table
from archive.text.compare.findings import Finding, Kind
from archive.text.compare.links import Pair, Side
from archive.text.compare.negation import METHOD as NEGATION
from archive.text.compare.negation import check_negation
from archive.text.compare.polarity import METHOD as POLARITY
from archive.text.compare.polarity import check_polarity
from archive.text.compare.untranslated import METHOD as UNTRANSLATED
from archive.text.compare.untranslated import check_untranslated
from tests.quality.defects import SHARED, aligned, documents

TABLE: Final = Path(shares_table.__file__)
CHECKS: Final[tuple[Callable[[Pair], list[Finding]], ...]] = (check_negation, check_polarity, check_untranslated)
LEAST: Final = 5
"""Fewer findings say nothing: the estimate stays."""
HEAD = '''"""The shares in use. Made by ``tests/quality/calibrate_checks.py``; do not edit."""

from __future__ import annotations

from typing import Final

from archive.text.compare.findings import Kind
from archive.text.compare.shares import Counted, Shares

SHARES: Final = Shares(
    id="checks-{id}",
    counts={{
{rows}    }},
)
'''

Counts = dict[tuple[Kind, int], dict[bool, set[str]]]


def rows() -> Iterator[dict[str, Any]]:
    """Every pair to count on."""
    for name in ("clean", "single", "mixed"):
        yield from (document.row for document in documents(name, "tuning"))
    yield from (document.row for document in aligned("handbook"))
    lines = (SHARED / "tatoeba/tatoeba_ara_eng.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        arabic, english, _ = line.split("\t")
        if re.search("[\u0621-\u064a]", arabic):
            yield {"sentences_ar": [arabic], "sentences_en": [english], "alignment": [[[0], [0]]]}


def counted() -> Counts:
    found: Counts = defaultdict(lambda: {True: set(), False: set()})
    for row in rows():
        links = tuple((tuple(left), tuple(right)) for left, right in row["alignment"])
        pair = Pair(Side("ar", tuple(row["sentences_ar"])), Side("en", tuple(row["sentences_en"])), links)
        for one in (one for check in CHECKS for one in check(pair)):
            source, target = _link(one, pair)
            right = any(
                issue["type"] == one.kind.value and (target & set(issue["en"]) or source & set(issue["ar"]))
                for issue in row.get("issues", ())
            )
            words = f"{pair.source.text(sorted(source))} {one.found if right else ''}"
            found[one.kind, round(one.confidence * 1000)][right].add(words)
    return found


def _link(one: Finding, pair: Pair) -> tuple[set[int], set[int]]:
    source, target = {mark.sentence for mark in one.source}, {mark.sentence for mark in one.target}
    for left, right in pair.links:
        if source & set(left) or target & set(right):
            source, target = source | set(left), target | set(right)
    return source, target


def table(found: Counts) -> str:
    lines = "".join(
        f"        (Kind.{kind.name}, {estimate}): Counted({len(sides[True])}, {len(sides[True]) + len(sides[False])}),\n"
        for (kind, estimate), sides in sorted(found.items())
        if len(sides[True]) + len(sides[False]) >= LEAST
    )
    digest = hashlib.sha256(f"{NEGATION}\n{POLARITY}\n{UNTRANSLATED}\n{lines}".encode()).hexdigest()[:12]
    return HEAD.format(id=digest, rows=lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"replace {TABLE.name}")
    made = table(counted())
    if parser.parse_args().write:
        TABLE.write_text(made, encoding="utf-8")
    else:
        print(made)  # noqa: T201 - what was asked for


if __name__ == "__main__":
    main()
