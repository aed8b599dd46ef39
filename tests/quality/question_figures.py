"""Natural questions asked of the whole service, and what could be reached: ``python -m tests.quality.question_figures``.

**questions**: the 1,388 of ``../shared/data/ir_arcd`` over its 460 passages, one work each. Right is the passage, or any
of its article. Weights were tuned on the questions about one half of the articles, split by a digest of the title; the
other half is held out. **overlap**: passages of one article repeat each other, so for many questions the sentence
with the answer stands in several of them, of which one is called right. **headlines**: of ``saudinews`` over their
articles without them, in one language; of ``ntrex`` over articles that are there in one of the two languages each,
without their headlines: half of the answers are in the language of the question, half in the other.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from archive.machine.encoder_use import UseEncoder
from archive.passages import Passage
from archive.text.segment import split_sentences
from search.analysis import analyse
from search.meaning.asking import Meaning
from search.query import parse
from search.service import SearchService
from tests.quality.meaning_figures import SHARED, Figures, figures, rows
from tests.search.fakes import FakeArchive, passage

MODES: Final = ("words", "meaning", "both")
ARTICLES: Final = 600
"""Of ``saudinews``; reading three thousand for their meaning takes minutes."""
SAME: Final = 0.9
"""Share of the words of a sentence that a passage has, from which on it has the sentence."""

Asked = Sequence[tuple[str, frozenset[str]]]


@dataclass(frozen=True)
class Collection:
    """Texts in a service of their own; a work is named as its passage is."""

    service: SearchService

    @classmethod
    def of(cls, passages: Iterable[Passage], *, meaning: bool = True) -> Collection:
        folder = Path(tempfile.mkdtemp(prefix="thabat-figures-"))
        archive = FakeArchive(*passages)
        near = Meaning(folder / "vectors", archive, UseEncoder()) if meaning else None
        if near:
            near.catch_up()
        service = SearchService(folder / "index", archive, meaning=near)
        service.catch_up()
        return cls(service)

    def ask(self, mode: str, *, names: bool = True) -> Callable[[str], Sequence[str]]:
        def ask(question: str) -> Sequence[str]:
            query = parse(question, natural=True, mode=mode, names=names, limit=50)
            return [result.work for result in self.service.search(query).results]

        return ask


# Questions


@cache
def passages() -> dict[str, Passage]:
    return {r["id"]: passage(r["text"], title=r["title"], work=r["id"]) for r in rows("ir_arcd/docs.jsonl")}


@cache
def asked() -> tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]:
    """Each question with its right passages and its answers."""
    right: dict[str, set[str]] = {}
    for line in (SHARED / "ir_arcd/qrels.tsv").read_text(encoding="utf-8").splitlines():
        query, _, name, _ = line.split()
        right.setdefault(query, set()).add(name)
    found = (row for row in rows("ir_arcd/queries.jsonl") if row["id"] in right)
    return tuple((row["text"], frozenset(right[row["id"]]), tuple(row["answers"])) for row in found)


def half(title: str) -> str:
    return "held out" if int(hashlib.sha256(title.encode()).hexdigest(), 16) % 2 else "tuned"


def of_half(name: str) -> Asked:
    """Questions of one half of the articles, or of ``all``."""
    title = {work: each.title for work, each in passages().items()}
    return [(text, right) for text, right, _ in asked() if name in {"all", half(title[min(right)])}]


def questions(collection: Collection, mode: str, *, names: bool = True) -> dict[str, Figures]:
    """By half and by what is right."""
    title = {work: each.title for work, each in passages().items()}
    ask = cache(collection.ask(mode, names=names))
    found: dict[str, Figures] = {}
    for name in ("tuned", "held out", "all"):
        chosen = of_half(name)
        by_article = [(question, frozenset(title[one] for one in right)) for question, right in chosen]
        found[f"{name}, passage"] = figures(chosen, ask)
        found[f"{name}, article"] = figures(by_article, ask, title.__getitem__)
    return found


# Overlap


@dataclass(frozen=True)
class Overlap:
    """``shared``: questions whose sentence with the answer other passages have too. ``ceiling``: expected R@1 of whoever
    knows which passages those are, and chooses among them blindly.
    """

    shared: float
    ceiling: float

    def line(self) -> str:
        return f"{'the same evidence in several passages':44} {self.shared:.3f} of the questions; R@1 at most {self.ceiling:.3f}"


@cache
def equals() -> dict[str, frozenset[str]]:
    """By question, every passage that has the sentence with the answer: the right ones, and those that repeat it."""
    words = {work: _words(each.content) for work, each in passages().items()}
    found: dict[str, frozenset[str]] = {}
    for question, right, answers in asked():
        wanted = [answer for answer in map(_words, answers) if answer]
        evidence = [set(s.split()) for one in right for s in _sentences(one) if any(a in s for a in wanted)]
        held = {work: set(text.split()) for work, text in words.items() if any(a in text for a in wanted)}
        same = {work for work, has in held.items() if any(len(s & has) >= SAME * len(s) for s in evidence)}
        found[question] = right | same
    return found


def overlap() -> Overlap:
    others = [len(equals()[question]) for question, _, _ in asked()]
    total = len(others)
    chance = (len(right) / count for (_, right, _), count in zip(asked(), others, strict=True))
    shared = sum(count > len(right) for (_, right, _), count in zip(asked(), others, strict=True))
    return Overlap(shared / total, sum(chance) / total)


def with_equals(collection: Collection, mode: str) -> Figures:
    """Any passage with the sentence that answers is right."""
    return figures([(question, equals()[question]) for question, _, _ in asked()], collection.ask(mode))


def _sentences(work: str) -> Iterator[str]:
    content = passages()[work].content
    return (_words(span.of(content)) for span in split_sentences(content, "ar"))


def _words(text: str) -> str:
    return " ".join(term.exact for term in analyse(text, "ar") if not term.alternate)


# Headlines


def saudinews() -> tuple[Collection, Asked]:
    with gzip.open(SHARED / "saudinews/articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line, _ in zip(lines, range(ARTICLES), strict=False)]
    texts = [passage(*row["content"].split("\n"), work=row["id"]) for row in found]
    return Collection.of(texts), [(row["title"], frozenset({row["id"]})) for row in found]


def mixed() -> tuple[Collection, dict[str, Asked]]:
    """Articles in Arabic and in English by turns; by language of the headlines, those that ask for the one or the other."""
    found = rows("ntrex/ntrex_docs.jsonl")
    there = {row["id"]: ("ar", "en")[number % 2] for number, row in enumerate(found)}
    texts = [
        passage(*row[f"sentences_{there[row['id']]}"][1:], language=there[row["id"]], work=row["id"]) for row in found
    ]
    headlines: dict[str, Asked] = {
        f"{'same' if same else 'other'} language": [
            (row[f"sentences_{ours}"][0], frozenset({row["id"]}))
            for row in found
            for ours in ("ar", "en")
            if (ours == there[row["id"]]) is same
        ]
        for same in (True, False)
    }
    return Collection.of(texts), headlines


def paired() -> Collection:
    """As :func:`mixed`, but every article is there in both languages, as archives of translations have them."""
    found = rows("ntrex/ntrex_docs.jsonl")
    return Collection.of(
        passage(*row[f"sentences_{language}"][1:], language=language, work=row["id"])
        for row in found
        for language in ("ar", "en")
    )


def main() -> None:
    def say(line: str) -> None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    collection = Collection.of(passages().values())
    for mode in MODES:
        for name, found in questions(collection, mode).items():
            say(found.line(f"questions, {name}, {mode}"))
    for name, found in questions(collection, "words", names=False).items():
        say(found.line(f"questions, {name}, words, names off"))
    say(overlap().line())
    for mode in MODES:
        say(with_equals(collection, mode).line(f"questions, all, any with the evidence, {mode}"))
    news, headlines = saudinews()
    for mode in MODES:
        say(figures(headlines, news.ask(mode)).line(f"saudinews headlines, {mode}"))
    two, by_language = mixed()
    for mode in MODES:
        for name, chosen in by_language.items():
            say(figures(chosen, two.ask(mode)).line(f"ntrex, {name}, {mode}"))
        say(figures([one for chosen in by_language.values() for one in chosen], two.ask(mode)).line(f"ntrex, {mode}"))
    pairs = paired()
    for mode in MODES:
        every = [one for chosen in by_language.values() for one in chosen]
        say(figures(every, pairs.ask(mode)).line(f"ntrex, in both languages, {mode}"))


if __name__ == "__main__":
    main()
