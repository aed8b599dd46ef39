"""Pairs of names from ``../shared/data/names``, in two halves: every spelling of a name is in one half.

A half's positives are the pairs that the sets give (at most four of each kind a place); for each there is a random
other name, and one that begins with the same letter and is about as long. About one in seven Latin forms of the
GeoNames places is no transliteration but a historical or foreign name (its README): recall there has that ceiling.
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from search.names.spelling import is_arabic, words
from tests.quality.defects import SHARED

NAMES = SHARED / "names"
HALVES = ("tuned on", "held out")
MOST = 4


class NamePair(NamedTuple):
    source: str
    one: str
    other: str
    same: bool

    @property
    def across(self) -> bool:
        """Whether the two are in different scripts."""
        first, second = words(self.one), words(self.other)
        return bool(first and second) and is_arabic(first[0]) != is_arabic(second[0])


def halves() -> dict[str, list[NamePair]]:
    """By name of the half; the same pairs every time."""
    return {half: list(_with_others(list(_positives(number)))) for number, half in enumerate(HALVES)}


def _half(key: str) -> int:
    return hashlib.sha256(key.encode()).digest()[0] & 1


def _positives(half: int) -> Iterator[NamePair]:
    chance = random.Random(5)
    with (NAMES / "google_ar2en_names.tsv").open(encoding="utf-8") as lines:
        for line in list(lines)[1:]:
            arabic, latin = line.rstrip("\n").split("\t")
            if _half(arabic) == half:
                yield NamePair("wikipedia", arabic, latin, same=True)
    with (NAMES / "syria_gazetteer.tsv").open(encoding="utf-8") as table:
        for latin, arabic, *_ in list(csv.reader(table, delimiter="\t"))[1:]:
            if _half(arabic) == half:
                yield NamePair("syria", arabic, latin, same=True)
    for line in (NAMES / "geonames_arab_places.jsonl").read_text(encoding="utf-8").splitlines():
        place = json.loads(line)
        if _half(str(place["geonameid"])) == half:
            for source, found in (
                ("geonames across", list(product(place["arabic"], place["latin"]))),
                ("geonames latin", list(combinations(place["latin"], 2))),
            ):
                yield from (NamePair(source, *pair, same=True) for pair in chance.sample(found, min(MOST, len(found))))


def _with_others(positives: list[NamePair]) -> Iterator[NamePair]:
    """Each pair, then its name beside two names of the same set that it does not have."""
    chance = random.Random(6)
    right: dict[str, set[str]] = defaultdict(set)
    alike: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    for source, one, other, _ in positives:
        right[one].add(other)
        alike[source, "", 0].append(other)
        alike[source, other[0].lower(), len(other) // 2].append(other)
    for pair in positives:
        yield pair
        for kind in (("", 0), (pair.other[0].lower(), len(pair.other) // 2)):
            other = chance.choice(alike[pair.source, *kind])
            if other not in right[pair.one]:
                yield NamePair(pair.source, pair.one, other, same=False)
