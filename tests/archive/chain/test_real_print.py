"""Real bylines and headlines, from the shared data that never enters the repository."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from archive.chain.bylines import parse_byline

NEWS = Path(__file__).parents[3] / "../shared/data/saudinews/articles.jsonl.gz"


@pytest.fixture(scope="module")
def articles():
    if not NEWS.exists():
        pytest.skip(f"{NEWS} is missing: the shared data is not part of the repository")
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def test_most_author_fields_are_understood(articles):
    """At least 84 of a hundred distinct author fields are read, without being told the publisher."""
    authors = {article["author"] for article in articles if article["author"]}
    read = [author for author in authors if (found := parse_byline(author)) and found.span.of(author) == found.quote]
    assert len(read) / len(authors) >= 0.84


def test_headlines_are_not_bylines(articles):
    """Of three thousand headlines at most three are taken for bylines (some are a person's name and nothing else)."""
    assert sum(parse_byline(article["title"]) is not None for article in articles) <= 3
