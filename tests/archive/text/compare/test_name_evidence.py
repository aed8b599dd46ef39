"""What speaks for a changed name, and how much it counts. All sentences are written for the project."""

import pytest

from archive.text.compare.arabic_names import is_known_name
from archive.text.compare.links import Side
from archive.text.compare.name_calibration import NameCalibration, Share
from archive.text.compare.name_evidence import observed
from archive.text.compare.name_likeness import distance_of_names, one_name
from archive.text.compare.name_reading import Names
from archive.text.compare.name_weights import CALIBRATION
from archive.text.compare.names import check_names
from archive.text.compare.transliteration import apart
from tests.archive.text.compare.pairs import facts, pair


def read(arabic, english):
    links = tuple(((number,), (number,)) for number in range(len(arabic)))
    return Names(Side("ar", tuple(arabic)), Side("en", tuple(english)), links)


def test_well_known_names_are_names_with_what_is_written_on_to_them():
    """Their letters alone would not tell: ترامب has the letters of any word."""
    assert is_known_name("لترامب")
    assert not is_known_name("المدرسه")


@pytest.mark.parametrize(
    ("latin", "arabic"), [("livi", "لليفينغستون"), ("combs", "كومز"), ("falla", "فايا"), ("ovie", "مناوفي")]
)
def test_one_name_cut_short_glued_or_misspelt(latin, arabic):
    """What may be one name is never reported as another."""
    assert one_name(latin, arabic)


@pytest.mark.parametrize(("latin", "arabic"), [("harrison", "فيلدينغ"), ("boston", "واشنطن"), ("khalid", "محمود")])
def test_two_names(latin, arabic):
    """Other names are far apart, and how far is measured out."""
    assert not one_name(latin, arabic)
    assert apart(latin, arabic) > 0.5


def test_words_of_every_report_sound_like_no_name():
    """قالت is not Colt, though its consonants are."""
    assert distance_of_names("colt", "قالت") == 1.0


def test_a_spelling_met_elsewhere_stands_for_another():
    """The text itself says that هاريسون is Harrison."""
    names = read(
        ["وصل هاريسون إلى المصنع", "وقال هاريسون إن العمل توقف"],
        ["Harrison reached the plant", "Work stopped, Fielding said"],
    )
    (name,) = names.missing(names.links[1])
    (other,) = [word for word in names.over(names.links[1]) if word.word.folded == "هاريسون"]
    evidence = observed(names, 1, name, other, 1)
    assert evidence is not None
    assert evidence["stands_for_another"]
    assert not evidence["met_elsewhere"]


def test_a_name_that_is_another_ones_is_not_met():
    """بريت is Brett's; Burt, beside him, has nobody."""
    names = read(["سافر بريت إلى المدينة"], ["Brett and Burt travelled to the city"])
    assert [one.word.printed for one in names.missing(names.links[0])] == ["Burt"]


def test_the_weights_are_those_of_what_is_observed():
    """Neither is there without the other."""
    names = read(["وقال هاريسون إن العمل توقف"], ["Work stopped, Fielding said"])
    (name,) = names.missing(names.links[0])
    evidence = observed(names, 0, name, names.over(names.links[0])[0], 1)
    assert evidence is not None
    assert set(CALIBRATION.weights) == set(evidence)


def test_more_evidence_is_never_less_confidence():
    """The shares rise."""
    found = [CALIBRATION.confidence(share.at_least) for share in CALIBRATION.shares]
    assert found == sorted(found)
    assert found[0] < 0.1
    assert found[-1] > 0.9


def test_confidence_is_the_share():
    """Half a count is added on either side."""
    calibration = NameCalibration("names-test", 0.0, {"sure": 2.0}, (Share(-5.0, 0, 1), Share(1.0, 9, 9)))
    assert calibration.score({"sure": 1.0}) == 2.0
    assert calibration.confidence(2.0) == 0.95
    assert calibration.confidence(-9.0) == 0.25


def test_a_changed_name_says_what_its_confidence_was_counted_on():
    """A hint was not counted."""
    changed = check_names(pair("وقال جيمس هاريسون إن المصنع أغلق", "The plant closed, said James Fielding"))
    assert [one.calibration for one in changed] == [CALIBRATION.id]
    assert [one.calibration for one in check_names(pair("وصل المدير صباحا", "In the morning Peterson arrived"))] == [
        None
    ]


def test_no_name_is_told_among_glued_words():
    """Where blanks were lost nothing is said."""
    arabic = "وقالجيمسهاريسونإنالمصنع أغلقأبوابهيومالخميس والعمالفيالشارعينتظرون"
    assert facts(check_names(pair(arabic, "The plant closed, said James Fielding")), shown=False) == []


def test_the_other_name_of_a_person_is_no_other_name():
    """James Harrison is James here and Harrison there."""
    arabic = ["وصل جيمس هاريسون إلى المصنع", "وقال جيمس إن العمل توقف"]
    assert facts(check_names(pair(arabic, ["James Harrison reached the plant", "Work stopped, Harrison said"]))) == []
    changed = check_names(pair(arabic, ["James Harrison reached the plant", "Work stopped, Fielding said"]))
    assert facts(changed) == [("name_changed", "جيمس", "Fielding")]
