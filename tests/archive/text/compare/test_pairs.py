"""What a comparison of a text with its translation reports, and what it leaves alone."""

from __future__ import annotations

import pytest

from archive.machine.encoder_use import UseEncoder
from archive.text.align import Label
from archive.text.blocks import Block, BlockKind, lay_out
from archive.text.compare.extent import Declaration, Declared, Verdict
from archive.text.compare.pairs import PairComparison, compare_pair, pair_methods
from archive.text.compare.report import KINDS, PairFinding
from archive.text.compare.texts import Text
from archive.text.segment import segment
from tests.archive.text.compare.stories import DISCLAIMER, STORY, story

ENCODER = UseEncoder(remember=16)


def compare(source: Text, target: Text, declared: str | None = None) -> PairComparison:
    declaration = Declaration(Declared(declared), None) if declared else Declaration()
    return compare_pair(source, target, encoder=ENCODER, declaration=declaration)


def of_kind(found: PairComparison, kind: str) -> list[PairFinding]:
    return [one for one in found.findings if one.kind == kind]


def one_of_kind(found: PairComparison, kind: str) -> PairFinding:
    [one] = of_kind(found, kind)
    return one


def test_a_faithful_translation_shows_nothing() -> None:
    """The default view is empty, and the figures are whole."""
    found = compare(story("ar"), story("en"))
    assert found.shown == ()
    assert (found.source.units, found.source.of, found.source.without) == (8, 8, 0)
    assert (found.order_millis, found.extent, found.is_pair) == (1000, Verdict.NOT_DECLARED, True)


def test_an_omitted_and_an_added_sentence_are_found_with_their_words() -> None:
    """Both spans, both quotes, and the counts of the summary."""
    found = compare(story("ar", [0, 1, 2, 3, 4, 6, 7]), story("en", [0, 1, 2, 4, 5, 6, 7]))
    omitted, added = one_of_kind(found, "omitted"), one_of_kind(found, "added")
    assert omitted.source is not None
    assert omitted.source.quote == STORY["ar"][3]
    assert omitted.target is None
    assert added.target is not None
    assert added.target.quote == STORY["en"][5]
    assert (found.source.without, found.target.without) == (1, 1)
    assert omitted.shown
    assert omitted.calibration == found.calibration != omitted.method


def test_a_moved_sentence_is_found() -> None:
    """And the lead that it now is."""
    found = compare(story("ar"), story("en", [5, 0, 1, 2, 3, 4, 6, 7]))
    moved, lead = one_of_kind(found, "moved"), one_of_kind(found, "lead_changed")
    assert moved.source is not None
    assert moved.source.units == (6,)
    assert lead.detail["source_rank"] == 6
    assert (lead.expected, lead.found) == (STORY["ar"][0], STORY["en"][5])
    assert found.order_millis is not None
    assert found.order_millis < 1000


def test_a_lead_that_is_not_in_the_source_is_found() -> None:
    """It has no rank."""
    added = "A festival of kites drew hundreds of visitors to the coast."
    content, layout = lay_out([Block(BlockKind.PARAGRAPH, each) for each in (added, *STORY["en"])])
    found = compare(story("ar"), Text.of(content, segment(content, layout, "en"), "en"))
    assert one_of_kind(found, "lead_changed").detail == {}


def test_two_sentences_made_one_are_neutral() -> None:
    """They are in the alignment and among the findings, and the default view does not count them."""
    joined = f"{STORY['en'][3][:-1]}, and {STORY['en'][4][0].lower()}{STORY['en'][4][1:]}"
    sentences = [*STORY["en"][:3], joined, *STORY["en"][5:]]
    found = compare(story("ar"), Text.of_sentences(sentences, "en"))
    assert ((4, 5), (3,)) in [(link.source, link.target) for link in found.links]
    assert not one_of_kind(found, "merged").shown


def test_a_number_that_changed_is_a_finding_at_its_place() -> None:
    """The spans lie in the contents, not in the sentences."""
    target = Text.of_sentences([each.replace("14", "41") for each in STORY["en"]], "en")
    found = one_of_kind(compare(story("ar"), target), "number_changed")
    assert (found.expected, found.found) == ("14", "41")
    assert found.source is not None
    assert found.target is not None
    assert (found.source.quote, found.target.quote) == ("14", "41")
    assert found.target.span.of(target.content) == "41"
    assert (found.source.units, found.target.units) == ((2,), (1,))


def test_an_uncertain_link_is_not_searched_for_numbers() -> None:
    """What may not belong together cannot differ."""
    found = compare(story("ar"), story("en", [0, 1]))
    unsure = {unit for link in found.links if link.label is Label.UNCERTAIN for unit in link.source}
    assert not any(unsure & set(one.source.units) for one in of_kind(found, "number_missing") if one.source)


@pytest.mark.parametrize(
    ("sentences", "declared", "verdict", "reported"),
    [
        (range(8), "full", Verdict.CONSISTENT, None),
        ([0, 1, 2, 3], "full", Verdict.CONTRADICTS, "H"),
        ([0, 1, 2, 3, 4, 5, 7], "full", Verdict.CONTRADICTS, "M"),
        ([0, 1, 2], "excerpt", Verdict.CONSISTENT, None),
        ([0, 1, 2, 3], "abridged", Verdict.CONSISTENT, None),
        (range(8), "excerpt", Verdict.CONTRADICTS, "M"),
        (range(8), None, Verdict.NOT_DECLARED, None),
        ([0, 1, 2], None, Verdict.NOT_DECLARED, "M"),
    ],
)
def test_the_declared_extent_is_held_against_the_measured_one(
    sentences: range | list[int], declared: str | None, verdict: Verdict, reported: str | None
) -> None:
    """ "Excerpts" with 40 % is consistent, "full" with 60 % is reported; so is little with nothing declared."""
    found = compare(story("ar"), story("en", sentences), declared)
    assert found.extent is verdict
    assert [one.band.value for one in of_kind(found, "coverage")] == ([reported] if reported else [])


def test_a_declared_extent_is_quoted_where_it_stands() -> None:
    """The finding carries the words that declare it."""
    target = story("en", [0, 1, 2], (BlockKind.STANDFIRST, "Full text"))
    unit = target.units[1]
    found = compare_pair(
        story("ar"), target, encoder=ENCODER, declaration=Declaration(Declared.FULL, unit.text, unit.span)
    )
    coverage = one_of_kind(found, "coverage")
    assert coverage.expected == "full"
    assert coverage.found == "3 of 8 source sentences have a counterpart"
    assert coverage.target is not None
    assert coverage.target.quote == "Full text"


def test_a_headline_about_something_else_is_reframed_and_not_omitted() -> None:
    """Said once, with the sentence of the source that is closer."""
    found = compare(story("ar"), story("en", headline="Farmers fear traffic near their fields"))
    reframed = one_of_kind(found, "headline_reframed")
    assert reframed.shown
    assert reframed.detail["nearest"] == 7
    assert not of_kind(found, "omitted")
    assert not of_kind(found, "added")


def test_a_disclaimer_of_the_translation_is_added_and_counts_for_nothing() -> None:
    """It is no added sentence, and the coverage of the target is whole."""
    found = compare(story("ar"), story("en", range(8), (BlockKind.DISCLAIMER, DISCLAIMER)))
    added = one_of_kind(found, "disclaimer_added")
    assert added.target is not None
    assert added.target.quote == DISCLAIMER
    assert added.found == "edited, translated"
    assert not of_kind(found, "added")
    assert found.target.of == 8
    assert all(1 not in link.target for link in found.links)


def test_a_disclaimer_that_claims_the_same_in_other_words_is_the_same() -> None:
    """Claims are compared, not words; what it no longer claims is a change."""
    arabic = "المقالات المنشورة تعبر عن آراء كتابها ولا تعبر بالضرورة عن رأي الصحيفة."
    english = "The views expressed in this article are the author's own and do not reflect those of The Valley Reader."
    source = story("ar", range(8), (BlockKind.DISCLAIMER, arabic))
    target = story("en", range(8), (BlockKind.DISCLAIMER, english))
    found = compare(source, target)
    assert not of_kind(found, "disclaimer_added")
    assert not of_kind(found, "disclaimer_removed")
    assert one_of_kind(compare(source, story("en")), "disclaimer_removed").expected is not None


@pytest.mark.parametrize(
    ("arabic", "english", "fields"),
    [
        ("بقلم سلمى القادري", "by Salma al-Qadri", []),
        ("بقلم سلمى القادري", "by Salma al-Qadri for Sawt al-Wadi (opposition website)", ["label"]),
        ("بقلم سلمى القادري", "by George Martin", ["persons"]),
        ("بقلم سلمى القادري", None, ["byline"]),
        (None, "by Salma al-Qadri", ["byline"]),
        (None, None, []),
    ],
)
def test_bylines_are_compared_by_what_they_name(arabic: str | None, english: str | None, fields: list[str]) -> None:
    """Names across scripts by their sound; a label that only one side prints is a difference."""
    source = story("ar", range(8), *([(BlockKind.BYLINE, arabic)] if arabic else []))
    target = story("en", range(8), *([(BlockKind.BYLINE, english)] if english else []))
    assert [one.detail["field"] for one in of_kind(compare(source, target), "byline_changed")] == fields


def test_two_texts_that_are_no_pair_are_called_that_and_nothing_else() -> None:
    """No findings, no verdict on the extent; every link is uncertain."""
    other = [
        "The central bank left interest rates unchanged at its meeting in March.",
        "Analysts had expected a cut of a quarter point.",
        "Inflation slowed to three percent, the statistics office said.",
        "Shares of shipping companies rose sharply in early trading.",
    ]
    found = compare(story("ar"), Text.of_sentences(other, "en"), "full")
    assert (found.is_pair, found.findings, found.extent) == (False, (), Verdict.CANNOT_TELL)
    assert {link.label for link in found.links} == {Label.UNCERTAIN}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_an_empty_side_is_no_pair(language: str) -> None:
    """A version of a byline alone has nothing to align."""
    empty = Text.of_sentences([], "en" if language == "ar" else "ar")
    assert not compare(story(language), empty).is_pair
    assert not compare(empty, story(language)).is_pair
    assert not compare(empty, empty).is_pair


def test_another_pair_of_languages_works_as_far_as_the_encoder_knows_it() -> None:
    """French to English: links, an omission and a number; checks without words for French stay silent."""
    french = [
        "La ville a ouvert sa nouvelle école mercredi après deux ans de travaux.",
        "L'école compte 14 classes, une bibliothèque et une petite cour pour les enfants.",
        "La pluie avait retardé la construction de plusieurs semaines l'hiver dernier.",
        "Les marchands du vieux marché ont offert les livres et les bureaux.",
        "Certains agriculteurs craignent davantage de voitures près de leurs champs.",
    ]
    english = [STORY["en"][at] for at in (0, 1, 3, 6)]
    english[1] = english[1].replace("14", "40")
    found = compare(Text.of_sentences(french, "fr"), Text.of_sentences(english, "en"))
    assert [(link.source, link.target) for link in found.links] == [
        ((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3,), ()), ((4,), (3,)),
    ]  # fmt: skip
    assert one_of_kind(found, "number_changed").found == "40"
    assert one_of_kind(found, "omitted").source is not None


def test_number_words_that_nobody_reads_are_hints() -> None:
    """ "Vingt et un" is no number here, so that the English "twenty-one" has no counterpart says nothing."""
    french = [
        "Vingt et un bateaux ont quitté le port de pêche lundi.",
        "Les pêcheurs sont rentrés le soir sans poisson.",
    ]
    english = [
        "Twenty-one boats left the fishing port on Monday.",
        "The fishermen came home in the evening with no fish.",
    ]
    found = compare(Text.of_sentences(french, "fr"), Text.of_sentences(english, "en"))
    assert one_of_kind(found, "number_added").band == "L"
    assert not any(one.kind.startswith("number") for one in found.shown)


def test_the_same_texts_give_the_same_comparison_in_one_order() -> None:
    """Bit by bit, whatever was encoded before; findings of the whole come first, then along the source."""
    pair = story("ar"), story("en", [5, 0, 1, 2, 4], (BlockKind.DISCLAIMER, DISCLAIMER))
    one = compare_pair(*pair, encoder=ENCODER)
    assert one == compare_pair(*pair, encoder=UseEncoder())
    assert [each.order for each in one.findings] == sorted(each.order for each in one.findings)
    assert {each.kind for each in one.findings} <= set(KINDS)
    assert all(isinstance(value, int | str) for each in one.findings for value in each.detail.values())


def test_the_recipe_names_everything_that_was_used() -> None:
    """The aligner, the encoder, every check, the lexicons; the calibration stands in the recipe itself."""
    found = compare(story("ar"), story("en"))
    methods = pair_methods(ENCODER)
    assert found.methods == methods
    assert {each.partition("|")[0] for each in methods} >= {
        "align", "use-multilingual-v3", "compare-numbers", "compare-names", "compare-extent", "lexicons",
    }  # fmt: skip
    assert f"calibration:{found.calibration}" in found.recipe
