"""Negation, opposites, attribution, labels, quotes, addresses and passages left untranslated. Written for the project."""

import pytest

from archive.text.compare.addresses import check_addresses
from archive.text.compare.attribution import CLASSES, check_attribution
from archive.text.compare.check import compare
from archive.text.compare.labels import check_labels
from archive.text.compare.lexicons import lexicon
from archive.text.compare.negation import check_negation
from archive.text.compare.polarity import check_polarity
from archive.text.compare.quotes import check_quotes
from archive.text.compare.untranslated import check_untranslated
from tests.archive.text.compare.pairs import facts, pair


@pytest.mark.parametrize(
    ("arabic", "english", "count"),
    [
        ("وصلت القافلة إلى القرية", "The convoy did not reach the village", 1),
        ("لم تصل القافلة", "The convoy did not arrive", 0),
        ("رفضت القافلة التوجه شمالا", "The convoy would not go north", 0),
        ("وصلت دون حراسة", "It was not guarded", 0),
        ("أنت من القرية", "You are from the village, aren't you?", 0),
        ("قال إن القافلةلا تصل", "He said the convoy was not arriving", 0),
        ("قال إن القافلة وصلت بعدما انتظرت طويلا", "He said the convoy was not arriving", 1),
    ],
)
def test_negation(arabic, english, count):
    """Only a denial with nothing across that could carry it."""
    assert len(facts(check_negation(pair(arabic, english)))) == count


@pytest.mark.parametrize(
    ("arabic", "english", "count"),
    [
        ("عاد قبل الغروب", "He came back after sunset", 1),
        ("عاد قبل الغروب", "He came back before sunset", 0),
        ("عاد قبل الغروب وبعد الصلاة", "He came back after prayer", 0),
        ("أكثر من مئة", "less than a hundred", 1),
    ],
)
def test_polarity(arabic, english, count):
    """One word of a pair against only its opposite."""
    assert len(facts(check_polarity(pair(arabic, english)))) == count


def test_said_became_claimed():
    """A neutral verb turned into distance is a hint, with both verbs and classes: faithful texts have it too."""
    (finding,) = check_attribution(pair("قال العمدة إن الجسر آمن", "The mayor claimed the bridge was safe"))
    assert finding.expected == "قال (neutral)"
    assert finding.found == "claimed (distance)"
    assert not finding.shown
    assert check_attribution(pair("قال العمدة", "The mayor said")) == []


def test_sources_and_hedges_are_hints():
    """They go unsaid too often to be shown."""
    found = facts(check_attribution(pair("بحسب مصادر، وصلت القافلة", "According to him, it arrived")), shown=False)
    assert found == [("source_dropped", "مصادر", None)]
    assert facts(check_attribution(pair("وصلت القافلة", "The convoy probably arrived")), shown=False) == [
        ("hedge_added", None, "probably")
    ]


def test_label_shift():
    """One name of a thing for another that takes another side."""
    linked = pair("قصفت قوات النظام القرية", "Government forces shelled the village")
    assert facts(check_labels(linked)) == [("label_shift", "قوات النظام (regime)", "Government (government)")]
    assert check_labels(pair("قصفت قوات النظام القرية", "Regime forces shelled the village")) == []


def test_formulas():
    """A blessing dropped is noted, hidden."""
    linked = pair("قال والدي رحمه الله", "My father said")
    assert facts(check_labels(linked), shown=False) == [("formula_dropped", "رحمه الله", None)]
    assert check_labels(pair("قال والدي رحمه الله", "My late father, may he rest in peace, said")) == []


def test_quotes():
    """A quotation without any mark across, and one cut short, are hints."""
    gone = check_quotes(pair("قال: «لن نترك بيوتنا مهما حدث»", "He said they would stay"))
    assert facts(gone, shown=False) == [("quote_changed", "لن نترك بيوتنا مهما حدث", None)]
    assert check_quotes(pair("قال: «لن نترك بيوتنا أبدا»", 'He said: "We will never leave home"')) == []


def test_addresses():
    """Addresses are compared letter by letter."""
    linked = pair(
        "اكتبوا إلى desk@nahar.example أو زوروا www.nahar.example", "Write to desk@nahr.example or www.nahar.example."
    )
    assert facts(check_addresses(linked)) == [("address_changed", "desk@nahar.example", "desk@nahr.example")]
    there = pair("اقرأ https://www.nahar.example/a", "Read http://nahar.example/a")
    assert check_addresses(there) == []


def test_untranslated():
    """A sentence in the source's script, and a long run inside one; a quoted word is none."""
    whole = check_untranslated(pair("وصلت القافلة صباحا", "وصلت القافلة صباحا"))
    assert [(str(one.kind), one.band) for one in whole] == [("untranslated", "H")]
    part = check_untranslated(
        pair("س", "He said وصلت القافلة إلى القرية صباح اليوم نفسه and then left for the coast with all")
    )
    assert len(part) == 1
    assert check_untranslated(pair("ص", "The word كتاب means book")) == []


def test_all_checks_in_one_order():
    """Untranslated sentences are one finding, not one of every kind; the rest keep the order of the target."""
    linked = pair(["وصل ٧ أطباء", "لم يعد"], ["9 doctors came", "لم يعد ٥"])
    assert [str(one.kind) for one in compare(linked)] == ["number_changed", "untranslated"]
    assert compare(linked) == compare(linked)


def test_lexicons_have_examples_and_sources():
    """Whoever edits a lexicon finds what an entry means and where it came from."""
    from importlib.resources import files

    for name in ("places", "polarity", "negation", "reporting", "labels", "formulas"):
        assert lexicon(name)["examples"]
        assert "Sources:" in files("archive.text.compare.lexicons").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    assert set(CLASSES) < set(lexicon("reporting"))
