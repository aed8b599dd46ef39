"""Measure what the expansion of names adds, in the vocabulary of ``ntrex`` and ``saudinews``, and print the figures.

    python -m tests.quality.expansion_figures [--wrong]

Precision is of the forms added: once each (``forms``), and by the texts that have them (``texts``), where one everyday
word taken for a name weighs as in an archive. Recall is of the judged spellings that the vocabulary has, alone or with
particles. ``--wrong`` prints what was wrong and what was missed.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from archive.text.fold import fold
from search.analysis import analyse
from search.names import NameTerms, expand
from tests.quality.defects import SHARED
from tests.quality.name_words import HALF_SEEN, TUNED_ON, UNSEEN, rows

TABLES = {"tuned on": TUNED_ON, "half seen": HALF_SEEN, "unseen": UNSEEN}
ARTICLES = 1500


class Vocabulary(NamedTuple):
    """Words as printed, folded, with the number of texts that have each; and their stems."""

    texts: Counter[str]
    terms: NameTerms


class Judged(NamedTuple):
    name: str
    right: Counter[str]
    wrong: Counter[str]
    """Forms added, with the number of texts that have each."""
    missed: tuple[str, ...]
    expected: int


@cache
def vocabulary() -> Vocabulary:
    texts: Counter[str] = Counter()
    stems: set[str] = set()
    for text, language in _texts():
        terms = analyse(text, language)
        texts.update({term.exact for term in terms})
        stems.update(term.stem for term in terms if not term.stem.isascii())
    return Vocabulary(texts, NameTerms(texts, stems))


def _texts() -> Iterator[tuple[str, str]]:
    for line in (SHARED / "ntrex" / "ntrex_docs.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        yield from (("\n".join(document[f"sentences_{language}"]), language) for language in ("ar", "en"))
    with gzip.open(SHARED / "saudinews" / "articles.jsonl.gz", "rt", encoding="utf-8") as articles:
        for line, _ in zip(articles, range(ARTICLES), strict=False):
            article = json.loads(line)
            yield "\n".join(value for value in article.values() if isinstance(value, str)), "ar"


def judged(table: str) -> Iterator[Judged]:
    for name, right in rows(table).items():
        yield judge(name, [fold(one) for one in right], vocabulary())


def judge(name: str, right: Iterable[str], known: Vocabulary) -> Judged:
    """What is added for a name, form by form."""
    spellings = {one: re.compile(_form_of(one)) for one in right if one != fold(name)}
    rows_added = (row for each in expand(name, known.terms) for row in (*each.forms, (each.stem,)))
    added = {" ".join(row) for row in rows_added} - {""}
    good = {form for form in added if any(each.fullmatch(form) for each in spellings.values())}
    attested = [one for one, each in spellings.items() if any(map(each.fullmatch, _near(one, known)))]
    missed = [one for one in attested if not any(spellings[one].fullmatch(form) for form in good)]
    right_texts, wrong_texts = (
        Counter({form: known.texts.get(form, 1) for form in forms}) for forms in (good, added - good)
    )
    return Judged(name, right_texts, wrong_texts, tuple(missed), len(attested))


def _form_of(spelling: str) -> str:
    """The spelling with particles, its article where it has one, and without."""
    if spelling.isascii():
        return re.escape(spelling)
    bare = re.escape(spelling.removeprefix("ال"))
    return f"[وف]?[بلك]?(?:{re.escape(spelling)}|ال{bare})|[وف]?لل{bare}"


def _near(spelling: str, known: Vocabulary) -> Iterator[str]:
    """The words of the vocabulary that may be a form of it, so that not all have to be looked at."""
    bare = spelling.removeprefix("ال")
    for before in ("", "و", "ب", "ل", "ال", "وال", "بال", "لل"):
        if before + bare in known.texts and (before.endswith(("ال", "لل")) or not spelling.startswith("ال")):
            yield before + bare


def figures(found: Iterable[Judged]) -> dict[str, float]:
    every = list(found)
    right, wrong = sum(len(one.right) for one in every), sum(len(one.wrong) for one in every)
    texts_right, texts_wrong = sum(one.right.total() for one in every), sum(one.wrong.total() for one in every)
    expected, missed = sum(one.expected for one in every), sum(len(one.missed) for one in every)
    return {
        "names": len(every),
        "P (forms)": round(right / (right + wrong), 3),
        "P (texts)": round(texts_right / (texts_right + texts_wrong), 3),
        "R": round(1 - missed / expected, 3),
        "spellings": expected,
    }


def main() -> None:
    for half, table in TABLES.items():
        found = list(judged(table))
        print(f"{half}: {figures(found)}")  # noqa: T201 - the product
        if "--wrong" in sys.argv:
            for one in found:
                if one.wrong or one.missed:
                    print(f"  {one.name}: wrong {dict(one.wrong)}, missed {list(one.missed)}")  # noqa: T201


if __name__ == "__main__":
    main()
