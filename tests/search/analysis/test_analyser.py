"""Terms of Arabic and English text and their places in the original."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.fold import fold
from search.analysis import Term, analyse, analyser_version
from search.analysis.analyser import PARAGRAPH_GAP, TERM_LENGTH
from search.analysis.frequencies import shipped

CUTS = [
    ("الـ20", ["ال", "20"]),
    ("2015م", ["2015", "م"]),
    ("٢٠١٥", ["2015"]),
    ("۲۰۱۵", ["2015"]),
    ("٣٫٥ و 3.5", ["3.5", "و", "3.5"]),
    ("١٬٠٠٠ 1,000", ["1000", "1000"]),
    ("1,000,000.5", ["1000000.5"]),
    ("12.11.2015", ["12", "11", "2015"]),
    ("in 2015, 3 men", ["in", "2015", "3", "men"]),
    ("(2015).", ["2015"]),
    ("U.S. troops", ["us", "troops"]),
    ("the U.S.A.", ["the", "usa"]),
    ("أ.ف.ب", ["افب"]),
    ("W. K. wrote", ["w", "k", "wrote"]),
    ("end.Then", ["end", "then"]),
    ("O'Neill's", ["oneill"]),
    ("O’Neill’s", ["oneill"]),
    ("Syria's", ["syria"]),
    ("organisations'", ["organisations"]),
    ("don't", ["dont"]),
    ("café Müller", ["cafe", "muller"]),
    ("COVID-19", ["covid", "19"]),
    ("«النظام»، ثم؟", ["النظام", "ثم"]),
    ("قال(أحمد)", ["قال", "احمد"]),
    ("_draft_", ["draft"]),
    ("½ a 3½", ["½", "a", "3", "½"]),
    ("؟؟ … — !", []),
]

ENGLISH_MEETS = [
    ("translation", "translations"),
    ("translated", "translates"),
    ("Syria", "Syria’s"),
    ("minister", "Ministers'"),
    ("US", "U.S."),
    ("cafe", "Café"),
    ("claim", "claimed"),
    ("running", "runs"),
]


def exact(text: str, language: str = "und") -> list[str]:
    return [term.exact for term in analyse(text, language) if not term.alternate]


@pytest.mark.parametrize(("text", "words"), CUTS)
def test_words_are_cut_and_folded(text: str, words: list[str]) -> None:
    """Scripts, digits, punctuation, acronyms and possessives come apart as readers expect."""
    assert exact(text) == words


@pytest.mark.parametrize(("one", "other"), ENGLISH_MEETS)
def test_english_forms_meet(one: str, other: str) -> None:
    """Porter2 after folding and possessives."""
    assert [t.stem for t in analyse(one, "en")] == [t.stem for t in analyse(other, "en")]


def test_a_hyphenated_word_is_its_parts_and_its_joined_form() -> None:
    """co-operation is found as co, as operation and as cooperation."""
    terms = analyse("full co-operation now")
    assert [(t.exact, t.position) for t in terms] == [
        ("full", 0),
        ("co", 1),
        ("operation", 2),
        ("cooperation", 1),
        ("now", 3),
    ]
    assert [t.alternate for t in terms] == [False, False, False, True, False]


def test_an_elided_head_may_be_left_out() -> None:
    """O'Neill is found by Neill too, at the same position."""
    assert [(t.exact, t.position) for t in analyse("Mr O'Neill")] == [("mr", 0), ("oneill", 1), ("neill", 1)]


def test_other_languages_are_folded_and_not_stemmed() -> None:
    """Persian and French words keep their endings; names of neither script's language are left alone."""
    assert [t.stem for t in analyse("ایران‌ها nations", "fa")] == ["ايرانها", "nation"]
    assert [t.stem for t in analyse("nations المعارضة", "fr")] == ["nations", "معارضه"]


def test_no_phrase_runs_across_paragraphs() -> None:
    """Positions leave a gap at a line break."""
    first, second = analyse("one\n\ntwo")
    assert second.position - first.position == PARAGRAPH_GAP + 1


def test_run_together_text_is_capped() -> None:
    """No term is longer than the limit, whatever stands in the text."""
    assert [len(t.exact) for t in analyse("a" * 500)] == [TERM_LENGTH]
    assert [len(t.exact) for t in analyse("9" * 500)] == [TERM_LENGTH]


@pytest.mark.parametrize(
    "unit", ["a", "a'", "a-", "a.", "ـ", "ا\u200f", "a\u200f", "1", "1.", "1,000", "ه\u064b", "\u200f"]
)
def test_no_text_takes_long(unit: str) -> None:
    """Time grows with the length of a text, whatever it repeats."""
    text = unit * (200_000 // len(unit))
    began = time.process_time()
    analyse(text)
    assert time.process_time() - began < 3


def test_terms_point_at_the_vowelled_word_with_its_clitics() -> None:
    """The place of a word takes in its harakat, tatweel and clitics, and no control character after it."""
    text = "قالَ: «وَبِالمُعَارَضَةِ\u200f» نُؤمِنُ"
    term = analyse(text, "ar")[1]
    assert text[term.start : term.end] == "وَبِالمُعَارَضَةِ"
    assert term.stem == "معارضه"


HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640"
WORDS = [
    "المعارضة",
    "كتب",
    "وأحمد",
    "لبنان",
    "شؤون",
    "٢٠١٥",
    "الـ20",
    "Syria’s",
    "co-operation",
    "U.S.",
    "،",
    "«",
    "\n\n",
]


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.lists(st.sampled_from(HARAKAT), max_size=3)), max_size=12))
def test_vowelled_text_has_the_terms_of_bare_text(words: list[tuple[str, list[str]]]) -> None:
    """Harakat and tatweel change the places of terms and never the terms; each place holds its word."""
    bare = " ".join(word for word, _ in words)
    vowelled = " ".join(_vowel(word, marks) for word, marks in words)
    terms = analyse(vowelled)
    assert [(t.exact, t.stem) for t in terms] == [(t.exact, t.stem) for t in analyse(bare)]
    for term in terms:
        _holds_its_word(vowelled, term)


def _vowel(word: str, marks: list[str]) -> str:
    """Marks after each Arabic letter (the letter test leaves digits, punctuation and Latin alone)."""
    return "".join(c + "".join(marks) if "\u0621" <= c <= "\u064a" and c != "ـ" else c for c in word)


def _holds_its_word(text: str, term: Term) -> None:
    piece = text[term.start : term.end]
    assert piece.strip() == piece
    assert term.exact in fold(piece).translate({ord(c): None for c in "'’-."})


@given(st.text())
def test_any_text_has_terms_within_it_in_order(text: str) -> None:
    """No input breaks the analysis; spans are inside the text, positions never go back, terms have a bounded length."""
    last = -1
    for term in analyse(text):
        assert 0 <= term.start < term.end <= len(text)
        assert term.exact
        assert term.stem
        assert len(term.exact) <= TERM_LENGTH
        if not term.alternate:
            assert term.position > last
            last = term.position


def test_a_chunk_is_read_alike_wherever_it_stands() -> None:
    """What is remembered of a word between blanks holds no place: the second time it has its own."""
    terms = analyse("O'Neill's  co-operation\n\nO'Neill's\tco-operation")
    first, second = terms[:5], terms[5:]
    assert [t[3:] for t in first] == [t[3:] for t in second]
    assert [t.start for t in second] == [25, 25, 35, 38, 35]
    assert [t.position for t in second] == [67, 67, 68, 69, 68]


def test_the_version_names_the_method_and_the_outcome() -> None:
    """The signature holds a digest of real terms, so that a changed rule cannot keep its old name."""
    table = shipped().digest[:16]
    assert analyser_version().startswith(f"analysis|arabic:guarded-light|table:{table}|english:porter2|terms:")


def test_every_apostrophe_is_one() -> None:
    """Also the one that Unicode counts among letters."""
    typed = [(term.exact, term.stem) for term in analyse("O'Neill's l'armée")]
    for apostrophe in "\u2019\u02bc\uff07":
        text = "O'Neill's l'armée".replace("'", apostrophe)
        assert [(term.exact, term.stem) for term in analyse(text)] == typed
