"""What stands beside a hit: the link that answers, else the pair that says most; of a replaced version its own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from archive.aligned import AlignedLink, AlignedPair
from archive.passages import Passage
from archive.values import Span
from search.beside import Beside, beside
from search.links import AnsweringLink
from search.results import Lacking
from tests.search.fakes import FakeArchive, passage

WORK = "w-1"
ARABIC = passage("يخدم النظام.", "سطر ثان.", title="عنوان", work=WORK)
READER = passage("It serves the regime.", title="Reader", language="en", work=WORK)
DIGEST = passage("It helps them only.", title="Digest", language="en", work=WORK)


def sentence(text: Passage, number: int = 1) -> Span:
    return text.layout[number].span


def pair(
    source: Passage, target: Passage, spans: Sequence[Span], *, confidence: int = 900, sure: bool = True
) -> AlignedPair:
    link = AlignedLink((sentence(source),), tuple(spans), "kept", confidence, not sure, False, ())
    name = f"{source.version_id}-{target.version_id}-{confidence}"
    return AlignedPair(name, WORK, source.version_id, target.version_id, (link,), ())


class Aligned:
    """Current pairs, those of old versions, and those that wait."""

    def __init__(self, *current: AlignedPair, old: Sequence[AlignedPair] = (), waiting: Sequence[tuple[str, str]] = ()):
        self._current, self._old, self._waiting = current, old, waiting

    def linked(self, work_ids: Sequence[str]) -> Sequence[AlignedPair]:
        return self._current

    def of_versions(self, versions: Sequence[str]) -> Sequence[AlignedPair]:
        return self._old

    def waiting(self, work_ids: Sequence[str]) -> Sequence[tuple[str, str]]:
        return self._waiting


def shown(
    text: Passage, aligned: Aligned, *others: Passage, eye: int | None = None, link: AnsweringLink | None = None
) -> Beside:
    archive = FakeArchive(text, *others)
    place = sentence(text).start + 2 if eye is None else eye
    passages = archive.printed([text.version_id])
    answering = {text.version_id: link} if link else {}
    found = beside(
        [WORK], {text.version_id: place}, passages=passages, answering=answering, source=archive, aligned=aligned
    )  # type: ignore[arg-type]
    return found[text.version_id]


BEST = [
    (pair(ARABIC, READER, [sentence(READER)]), pair(ARABIC, DIGEST, [sentence(DIGEST)], confidence=950)),
    (pair(ARABIC, READER, []), pair(ARABIC, DIGEST, [sentence(DIGEST)], confidence=100, sure=False)),
    (pair(ARABIC, READER, [sentence(READER)], sure=False, confidence=990), pair(ARABIC, DIGEST, [sentence(DIGEST)])),
]


@pytest.mark.parametrize("pairs", BEST)
@pytest.mark.parametrize("turned", [False, True])
def test_of_several_translations_the_one_that_says_most_is_shown(pairs: Sequence[AlignedPair], turned: bool) -> None:
    """Something before nothing, sure before unsure, then by confidence; whatever comes first."""
    found = shown(ARABIC, Aligned(*(pairs[::-1] if turned else pairs)), READER, DIGEST)
    assert found.counterpart is not None
    assert (found.counterpart.version, found.counterpart.text) == (DIGEST.version_id, "It helps them only.")
    assert found.counterpart.place == sentence(DIGEST)
    assert found.place == sentence(ARABIC)


def test_the_link_that_answers_is_shown_whatever_else_is_aligned() -> None:
    """``ar:النظام -en:regime``: never the translation that has the word that was not wanted."""
    aligned = Aligned(pair(ARABIC, READER, [sentence(READER)], confidence=1000))
    link = AnsweringLink(WORK, ARABIC.version_id, DIGEST.version_id, (sentence(ARABIC),), (sentence(DIGEST),))
    found = shown(ARABIC, aligned, READER, DIGEST, link=link)
    assert found.counterpart is not None
    assert found.counterpart.text == "It helps them only."


def test_a_replaced_version_has_what_it_was_compared_with() -> None:
    """And what stands beside a current one is never from a pair of an old one."""
    archive = FakeArchive(READER)
    archive.supersede(READER, DIGEST)
    old = archive.passages[READER.version_id]
    pairs = [pair(ARABIC, READER, [sentence(READER)], confidence=1000)]
    found = shown(old, Aligned(pair(ARABIC, DIGEST, [sentence(DIGEST)]), old=pairs), ARABIC)
    assert found.counterpart is not None
    assert found.counterpart.text == "يخدم النظام."
    assert shown(old, Aligned()).lacking is Lacking.NOT_COMPARED
    beside_old = shown(ARABIC, Aligned(old=pairs), READER)
    assert (beside_old.counterpart, beside_old.lacking) == (None, Lacking.NO_TRANSLATION)


def test_nothing_carried_over_is_said_of_each_direction() -> None:
    """A sentence that was left out, and one that has no source."""
    empty = AlignedLink((), (sentence(READER),), "added", 900, False, False, ())
    added = AlignedPair("a", WORK, ARABIC.version_id, READER.version_id, (empty,), ())
    found = shown(ARABIC, Aligned(pair(ARABIC, READER, [])), READER)
    assert found.counterpart is not None
    assert (found.counterpart.text, found.counterpart.place, found.lacking) == ("", None, Lacking.OMITTED)
    assert shown(READER, Aligned(added), ARABIC).lacking is Lacking.ADDED


def test_why_there_is_no_counterpart() -> None:
    """By what is known: it waits, it takes no part, or there is no other text; without alignments nothing is known."""
    waiting = Aligned(waiting=[(ARABIC.version_id, READER.version_id)])
    assert shown(ARABIC, waiting).lacking is Lacking.NOT_COMPARED_YET
    assert shown(READER, Aligned()).lacking is Lacking.NO_ORIGINAL
    place = sentence(ARABIC, 2)
    outside = shown(ARABIC, Aligned(pair(ARABIC, READER, [sentence(READER)])), READER, eye=place.start)
    assert (outside.lacking, outside.place, outside.block) == (Lacking.TAKES_NO_PART, place, place.start)
    archive = FakeArchive(ARABIC)
    eyes = {ARABIC.version_id: sentence(ARABIC, 2).start}
    passages = archive.printed([ARABIC.version_id])
    found = beside([WORK], eyes, passages=passages, answering={}, source=archive, aligned=None)[ARABIC.version_id]
    assert (found.counterpart, found.lacking, found.place) == (None, None, sentence(ARABIC, 2))


def test_beside_a_headline_stands_the_other_headline() -> None:
    """Whatever the aligner took it for; that nobody should count on it is said."""
    found = shown(ARABIC, Aligned(pair(ARABIC, READER, [sentence(READER)])), READER, eye=0)
    assert found.counterpart is not None
    assert (found.counterpart.text, found.counterpart.uncertain) == ("Reader", True)
    assert (found.place, found.counterpart.place) == (sentence(ARABIC, 0), sentence(READER, 0))
