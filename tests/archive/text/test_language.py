"""What language a text is in, and whether that is what was declared."""

import pytest

from archive.machine.detector_langdetect import LangdetectDetector
from archive.text.language import Agreement, LanguageFinding, check_declared, check_pair, examine
from archive.text.scripts import letter_counts
from tests.archive.text.samples import ARABIC, BY_LANGUAGE, ENGLISH, FRENCH, KURMANJI, PERSIAN, SORANI, TURKISH

DETECTOR = LangdetectDetector()


class Fixed:
    """A detector with one opinion, that counts how often it is asked."""

    def __init__(self, language: str, probability: float = 0.9999) -> None:
        self.answer = (language, probability)
        self.asked = 0

    def detect(self, text: str) -> tuple[str, float] | None:
        self.asked += 1
        return self.answer


def see(*paragraphs: str) -> LanguageFinding:
    return examine(paragraphs, detector=DETECTOR)


@pytest.mark.parametrize("language", BY_LANGUAGE)
def test_a_paragraph_is_enough(language):
    """Nine languages, three of which no detector of ours knows."""
    finding = see(BY_LANGUAGE[language])
    assert finding.language == language
    assert finding.mixed == ()
    assert check_declared(language, finding).outcome is Agreement.AGREES


def test_arabic_script_is_settled_by_letters_without_a_detector():
    """The letter rule needs no library and is not asked to share its decision."""
    detector = Fixed("ur")
    assert examine([ARABIC], detector=detector).basis == "letters"
    assert examine([PERSIAN], detector=None).language == "fa"
    assert detector.asked == 0


def test_arabic_typed_on_a_persian_keyboard_is_arabic():
    """ی and ک are the keyboard's; the article is the language's."""
    assert see(ARABIC.replace("ي", "ی").replace("ك", "ک")).language == "ar"


def test_persian_typed_on_an_arabic_keyboard_is_persian():
    """پ چ ژ گ and the missing article remain."""
    assert see(PERSIAN.replace("ی", "ي").replace("ک", "ك")).language == "fa"


def test_fully_vowelled_arabic_is_arabic():
    """Harakat are no letters and change nothing."""
    vowelled = "".join(letter + "َ" if letter.isalpha() else letter for letter in ARABIC)
    assert see(vowelled).language == "ar"
    assert see(vowelled).letters == see(ARABIC).letters


def test_a_headline_is_too_short():
    """Three words say nothing, and that is said."""
    finding = see("عودة الأهالي إلى السوق")
    assert (finding.language, finding.basis) == ("und", "too-short")
    assert check_declared("ar", finding).outcome is Agreement.CANNOT_TELL


def test_a_script_of_one_language_needs_no_length():
    """Greek letters are Greek."""
    assert (see("Καλημέρα").language, see("Καλημέρα").basis) == ("el", "script")


@pytest.mark.parametrize("text", ["", "  ", "2015 – 12.5 % …", "😀 😀", "\u200f\u202b"])
def test_no_letters_no_language(text):
    """Digits, marks, emoji and controls have no language."""
    finding = see(text)
    assert (finding.language, finding.letters, finding.shares) == ("und", 0, {})
    assert check_declared("ar", finding).outcome is Agreement.CANNOT_TELL


def test_a_short_english_text_shows_by_its_function_words():
    """Two sentences are too few for the detector, not for the words of, the and was."""
    finding = examine(
        ["The market of the town was open in the morning, and the traders were there with their sons."], detector=None
    )
    assert (finding.language, finding.basis) == ("en", "letters")


def test_without_a_detector_latin_stays_undetermined():
    """Nothing is guessed."""
    assert examine([FRENCH], detector=None).language == "und"


def test_an_unsure_detector_is_not_believed():
    """Under 0.90 its guess is kept as evidence only."""
    finding = examine([TURKISH], detector=Fixed("az", 0.6))
    assert (finding.language, finding.probability_millis) == ("und", 600)


def test_a_detector_that_contradicts_the_script_is_not_believed():
    """An Arabic answer to Latin letters is no answer."""
    assert examine([TURKISH], detector=Fixed("ar")).language == "und"


def test_the_detector_is_asked_once_for_a_plain_text():
    """Ten English paragraphs cost one question."""
    detector = Fixed("en")
    examine([ENGLISH] * 10, detector=detector)
    assert detector.asked == 1


def test_english_names_do_not_make_arabic_mixed():
    """A quarter of the letters may be Latin names."""
    names = ARABIC.replace("النهرين", "Nahrain New Town Development Company").replace(
        "الترميم", "Renovation and Repair Works"
    )
    finding = see(names, names)
    assert (finding.language, finding.mixed) == ("ar", ())
    assert check_declared("ar", finding).outcome is Agreement.AGREES


def test_english_paragraphs_in_an_arabic_text_are_named():
    """Which paragraphs, in which language, and how much of the text."""
    finding = see(ARABIC, ENGLISH, ARABIC, ARABIC)
    verdict = check_declared("ar", finding)
    assert (finding.language, finding.mixed) == ("ar", ((1, "en"),))
    assert (verdict.outcome, verdict.code) == (Agreement.CONTRADICTS, "mixed-language")
    assert "2 (en)" in verdict.sentence


def test_one_english_credit_line_is_seen_and_forgiven():
    """A line of English under a long Arabic text is listed and contradicts nothing."""
    finding = see(*[ARABIC] * 4, "This text was translated and edited by the Nahrain Review and its staff.")
    assert finding.mixed == ((4, "en"),)
    assert check_declared("ar", finding).outcome is Agreement.AGREES


@pytest.mark.parametrize("other", ["en", "fr", "fa", "ckb", "ku"])
def test_half_and_half_is_nobodys(other):
    """Two languages in equal parts are never quietly one of them."""
    finding = see(*[ARABIC if other != "fr" else ENGLISH, BY_LANGUAGE[other]] * 2)
    assert finding.mixed
    assert check_declared("ar" if other != "fr" else "en", finding).code == "mixed-language"


def test_two_languages_on_one_line_are_seen():
    """A page pasted as a single line does not hide its second language."""
    finding = see(f"{ARABIC} {ENGLISH}")
    assert finding.mixed
    assert check_declared("ar", finding).code == "mixed-language"


@pytest.mark.parametrize(
    ("declared", "text", "said"),
    [
        ("en", ARABIC, "declared en; 100 % of the 250 letters are Arabic script"),
        ("ar", ENGLISH, "letters are Latin script"),
        ("ar", PERSIAN, "they point to fa"),
        ("ar", SORANI, "they point to ckb"),
        ("en", FRENCH, "langdetect says fr, probability 1.000"),
        ("tr", KURMANJI, "they point to ku"),
        ("en", TURKISH, "langdetect says tr"),
    ],
)
def test_a_wrong_language_is_contradicted_with_figures(declared, text, said):
    """The sentence says what was declared and what was seen."""
    finding = see(text)
    verdict = check_declared(declared, finding)
    assert (verdict.outcome, verdict.code) == (Agreement.CONTRADICTS, "wrong-language")
    assert said.replace("250", str(finding.letters)) in verdict.sentence


@pytest.mark.parametrize(
    ("declared", "language"),
    [("ar-SY", "ar"), ("apc", "ar"), ("en-GB", "en"), ("ku", "ckb"), ("ku-Latn", "ku"), ("pes", "fa")],
)
def test_regions_scripts_and_dialects_agree_with_their_language(declared, language):
    """A narrower tag is not a contradiction."""
    assert check_declared(declared, see(BY_LANGUAGE[language])).outcome is Agreement.AGREES


def test_a_named_script_is_held_to():
    """Romanised Arabic cannot be in Arabic letters."""
    assert check_declared("ar-Latn", see(ARABIC)).outcome is Agreement.CONTRADICTS


@pytest.mark.parametrize("declared", [None, "und"])
def test_nothing_declared_cannot_be_contradicted(declared):
    """The verdict still says what was seen."""
    verdict = check_declared(declared, see(ARABIC))
    assert verdict.outcome is Agreement.CANNOT_TELL
    assert verdict.seen == "ar"


def test_neighbours_a_detector_confuses_are_not_held_against_a_text():
    """Norwegian declared and Danish seen proves nothing."""
    assert check_declared("nb", examine([FRENCH], detector=Fixed("da"))).outcome is Agreement.CANNOT_TELL


def test_a_headline_in_the_wrong_script_is_contradicted():
    """The script speaks where the language cannot."""
    assert check_declared("en", see("عودة الأهالي إلى السوق القديمة")).outcome is Agreement.CONTRADICTS


def test_swapped_sides_are_named():
    """Each side is in the other's language."""
    verdict = check_pair(("ar", "en"), (see(ENGLISH), see(ARABIC)))
    assert verdict is not None
    assert verdict.code == "sides-swapped"


def test_both_sides_in_one_language_are_named():
    """A translation into the language of the original is none."""
    verdict = check_pair(("ar", "en"), (see(ARABIC), see(ARABIC)))
    assert verdict is not None
    assert verdict.code == "same-language"


def test_a_sound_pair_raises_nothing():
    """Nor does a pair of which one side cannot be told, nor one declared to be in one language."""
    assert check_pair(("ar", "en"), (see(ARABIC), see(ENGLISH))) is None
    assert check_pair(("ar", "en"), (see(ARABIC), see("Short"))) is None
    assert check_pair(("ar", "ar"), (see(ARABIC), see(ARABIC))) is None


def test_letters_are_counted_by_script():
    """Marks, digits and spaces are no letters; unknown scripts are counted together."""
    assert letter_counts("كَتَبَ Ali 12 יום ጤና") == {"Arab": 3, "Latn": 3, "Hebr": 3, "Zyyy": 2}
