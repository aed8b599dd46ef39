"""Floors for the sentence splitter: on our own sentences always, on NTREX-128 where ``../shared`` is at hand.

The NTREX figure: the sentences of a document are joined with a space, and with a line break after
one that ends in no mark (headlines, captions, and the Arabic of some translators), for no splitter
can see such an end. Boundaries inside the text are counted. Rules were made on the even documents;
the odd ones were read only for which of their sentences end in no mark. Measured on 2026-11-22 with
``segment|…|version:1``, odd documents / all: Arabic F 0.9908 / 0.9945, English 0.9965 / 0.9980.
With everything joined by a space, unmarked ends included, no splitter has the recall: Arabic F
0.932, English 0.958 over all documents.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from archive.text.segment import split_sentences
from tests.quality.own_sentences import ARABIC, ENGLISH

NTREX = Path(__file__).parents[2] / "../shared/data/ntrex/ntrex_docs.jsonl"
NTREX_SHA256 = "be56a904124156eec0c97913fe6e2ff3b2b1fc6c5e03ba370d62fe02f8f1eb9e"
MARKED = re.compile(r"""[.!?؟…]["”“»'’)\]]*\s*\Z""")

# Raise them when the splitter gets better; lower them only with a reason written here.
FLOORS = {("ar", "odd"): 0.990, ("ar", "all"): 0.994, ("en", "odd"): 0.996, ("en", "all"): 0.9975}


def boundary_f(documents: Iterable[list[str]], language: str) -> float:
    """F of the ends of sentences that are followed, on the same line, by another."""
    true = found = both = 0
    for sentences in documents:
        text, ends, unseen = _joined([sentence.strip() for sentence in sentences])
        split = {span.end for span in split_sentences(text, language)} - unseen
        true, found, both = true + len(ends), found + len(split), both + len(ends & split)
    return 2 * both / (true + found)


def _joined(sentences: list[str]) -> tuple[str, set[int], set[int]]:
    text, ends, unseen = "", set(), set()
    for sentence in sentences:
        text += sentence
        marked = MARKED.search(sentence) is not None
        (ends if marked else unseen).add(len(text))
        text += " " if marked else "\n"
    ends.discard(len(text) - 1)
    return text.rstrip(), ends, unseen | {len(text.rstrip())}


@pytest.fixture(scope="module")
def documents():
    if not NTREX.exists():
        pytest.skip("../shared/data/ntrex is not here: the floor on NTREX-128 was not checked")
    data = NTREX.read_bytes()
    assert hashlib.sha256(data).hexdigest() == NTREX_SHA256, "other data: measure anew and write the figures down"
    return [json.loads(line) for line in data.decode().splitlines()]


@pytest.mark.parametrize(("language", "part"), FLOORS)
def test_ntrex_boundaries(documents, language, part):
    """The issue asks for 0.985 in Arabic and 0.99 in English."""
    chosen = documents[1::2] if part == "odd" else documents
    measured = boundary_f((document[f"sentences_{language}"] for document in chosen), language)
    assert measured >= FLOORS[language, part], f"{language} {part}: {measured:.4f}"


@pytest.mark.parametrize(("language", "paragraphs"), [("ar", ARABIC), ("en", ENGLISH)])
def test_our_own_sentences_are_all_found(language, paragraphs):
    """The set holds what the policy promises, so nothing less than all of it will do."""
    for sentences in paragraphs:
        text = " ".join(sentences)
        assert [span.of(text) for span in split_sentences(text, language)] == sentences


def test_the_measure_can_fail():
    """A splitter that misses one end of two gets two thirds."""
    assert boundary_f([["The market. Opened.", "Nobody came."]], "en") == pytest.approx(2 / 3)
