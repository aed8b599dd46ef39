"""Count what share of each class of number and date findings is right, and write the table that is in use.

    python -m tests.quality.calibrate_numbers [--write]

Counted on the even documents with planted defects, where a finding is right that stands on a defect which touches the
words, and on the handbook and the short sentences of ``../shared/data``, where nothing is planted and none is: true
differences of those translations count against us. What is found again in another copy of a document counts once.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archive.text.compare import numbers_calibration
from archive.text.compare.dates import observe_dates
from archive.text.compare.findings import Finding, Kind
from archive.text.compare.links import Pair, Side
from archive.text.compare.numbers import observe_numbers
from archive.text.compare.numbers_evidence import Evidence
from tests.quality.defects import SHARED, aligned, documents

TABLE = Path(numbers_calibration.__file__)
TOUCHING = frozenset({"number", "date", "partial_omission", "addition_clause", "untranslated"})
HEAD = '''"""The calibration in use. Made by ``tests/quality/calibrate_numbers.py``; do not edit."""

from __future__ import annotations

from typing import Final

from archive.text.compare.numbers_evidence import Evidence, NumberCalibration, Share

CALIBRATION: Final = NumberCalibration(
    id="numbers-{id}",
    shares={{
'''


def rows() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every pair to count on, with the name of the set that it is of."""
    for name in ("clean", "single", "mixed"):
        yield from ((name, document.row) for document in documents(name, "tuning"))
    yield from (("handbook", document.row) for document in aligned("handbook"))
    lines = (SHARED / "tatoeba/tatoeba_ara_eng.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        arabic, english, _ = line.split("\t")
        if re.search("[\u0621-\u064a]", arabic):
            yield "tatoeba", {"sentences_ar": [arabic], "sentences_en": [english], "alignment": [[[0], [0]]]}


def judged(row: dict[str, Any]) -> Iterator[tuple[Evidence, Finding, str, bool]]:
    """Every finding with the Arabic of its link, and whether it is right."""
    links = tuple((tuple(left), tuple(right)) for left, right in row["alignment"])
    pair = Pair(Side("ar", tuple(row["sentences_ar"])), Side("en", tuple(row["sentences_en"])), links)
    for evidence, finding in [*observe_numbers(pair), *observe_dates(pair)]:
        if finding.kind is Kind.UNIT_CONVERTED:
            continue
        arabic, english = _link(finding, links)
        right = any(
            issue["type"] in TOUCHING and (arabic & set(issue["ar"]) or english & set(issue["en"]))
            for issue in row.get("issues", ())
        )
        yield evidence, finding, pair.source.text(sorted(arabic)), right


def _link(finding: Finding, links: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]) -> tuple[set[int], set[int]]:
    arabic, english = ({mark.sentence for mark in marks} for marks in (finding.source, finding.target))
    for left, right in links:
        if arabic & set(left) or english & set(right):
            arabic, english = arabic | set(left), english | set(right)
    return arabic, english


def count() -> tuple[Counter[Evidence], Counter[Evidence]]:
    """Right ones and all."""
    right: Counter[Evidence] = Counter()
    seen: Counter[Evidence] = Counter()
    met: set[tuple[str, Evidence, str | None, str | None, str]] = set()
    for name, row in rows():
        for evidence, finding, arabic, is_right in judged(row):
            key = (name, evidence, finding.expected, finding.found, arabic)
            if key not in met:
                met.add(key)
                seen[evidence] += 1
                right[evidence] += is_right
    return right, seen


def table(right: Counter[Evidence], seen: Counter[Evidence]) -> str:
    body = "".join(f"        Evidence.{each.name}: Share({right[each]}, {seen[each]}),\n" for each in Evidence)
    digest = hashlib.sha256(body.encode()).hexdigest()[:12]
    return HEAD.format(id=digest) + body + "    },\n)\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"replace {TABLE.name}")
    made = table(*count())
    if parser.parse_args().write:
        TABLE.write_text(made, encoding="utf-8")
    else:
        print(made)  # noqa: T201 - what was asked for


if __name__ == "__main__":
    main()
