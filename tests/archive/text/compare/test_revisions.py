"""Two versions in one language: what was edited is a finding each, and what was replaced is looked at closely."""

from __future__ import annotations

from archive.text.blocks import BlockKind
from archive.text.compare.report import PairFinding
from archive.text.compare.revisions import RevisionComparison, compare_revision, revision_methods
from archive.text.compare.texts import Text
from tests.archive.text.compare.stories import DISCLAIMER, STORY, story


def of_kind(found: RevisionComparison, kind: str) -> list[PairFinding]:
    return [one for one in found.findings if one.kind == kind]


def lines(language: str, *changes: tuple[str, str]) -> Text:
    sentences = list(STORY[language])
    for old, new in changes:
        assert any(old in each for each in sentences)
        sentences = [each.replace(old, new) for each in sentences]
    return Text.of_sentences(sentences, language)


def test_the_same_text_has_no_findings() -> None:
    """And a redline that only keeps."""
    found = compare_revision(story("en"), story("en"))
    assert found.findings == ()
    assert [op[0] for op in found.redline] == ["equal"]


def test_words_replaced_inserted_and_deleted_are_findings() -> None:
    """With both places where there are two, and the units they lie in."""
    found = compare_revision(
        lines("en"),
        lines("en", ("small playground", "large playground"), ("Rain", "Heavy rain"), (" by several weeks", "")),
    )
    replaced = [one for one in of_kind(found, "replaced") if one.expected == "small"]
    assert [(one.found, one.source and one.source.units, one.target and one.target.units) for one in replaced] == [
        ("large", (1,), (1,))
    ]
    assert any("weeks" in (one.expected or "") and one.target is None for one in of_kind(found, "deleted"))
    assert any("eavy" in (one.found or "") for one in found.findings)


def test_a_number_that_was_replaced_is_two_findings() -> None:
    """That words were replaced, and that a number changed."""
    found = compare_revision(lines("en"), lines("en", ("14 classrooms", "41 classrooms")))
    [changed] = of_kind(found, "number_changed")
    assert (changed.expected, changed.found) == ("14", "41")
    assert changed.source is not None
    assert changed.source.quote == "14"
    assert len(of_kind(found, "replaced")) == 1


def test_a_number_word_is_read_with_the_words_beside_it() -> None:
    """خمسة ملايين that became خمسة مليارات is a number only together with the word before it."""
    older = Text.of_sentences(["بلغت الكلفة خمسة ملايين ليرة حتى الآن."], "ar")
    newer = Text.of_sentences(["بلغت الكلفة خمسة مليارات ليرة حتى الآن."], "ar")
    assert len(of_kind(compare_revision(older, newer), "number_changed")) == 1


def test_a_moved_paragraph_is_one_finding_with_both_places() -> None:
    """And neither deleted nor inserted."""
    found = compare_revision(story("ar"), story("ar", [4, 5, 0, 1, 2, 3, 6, 7]))
    [moved] = of_kind(found, "moved")
    assert moved.source is not None
    assert moved.target is not None
    assert STORY["ar"][4] in moved.source.quote
    assert STORY["ar"][4] in moved.target.quote
    assert {one.kind for one in found.findings} == {"moved"}


def test_spelling_alone_is_in_the_redline_and_no_finding() -> None:
    """Hamza, harakat and ta marbuta: a layer of its own, counted apart."""
    found = compare_revision(lines("ar"), lines("ar", ("الأربعاء", "الاربعاء"), ("مكتبة", "مكتبه")))
    assert found.findings == ()
    assert found.counts["orthographic"] == 2


def test_a_disclaimer_that_came_later_is_found() -> None:
    """A correction that adds the responsibility of somebody is what researchers look for."""
    found = compare_revision(story("en"), story("en", range(8), (BlockKind.DISCLAIMER, DISCLAIMER)))
    assert [one.target.quote for one in of_kind(found, "disclaimer_added") if one.target] == [DISCLAIMER]


def test_the_redline_is_plain_and_tiles_both_texts() -> None:
    """Every code point of either text is in one operation; nothing but numbers, texts and lists."""
    a, b = story("en"), story("en", [3, 0, 1, 2, 4, 5, 6])
    found = compare_revision(a, b)
    for side, text in ((1, a.content), (2, b.content)):
        assert "".join(text[slice(*op[side])] for op in found.redline) == text
    assert found.methods == revision_methods()
    for one in found.findings:
        for place, text in ((one.source, a), (one.target, b)):
            assert place is None or place.span.of(text.content) == place.quote
