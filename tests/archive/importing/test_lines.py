"""One line of an import: what it may say, what each field becomes, and every way it can be bad."""

import json
from typing import Any

import pytest

from archive.errors import BadInput
from archive.importing.lines import Line, parse_line
from archive.intake.deposit import Deposit, TextDeposit
from archive.models.works import CaptureMethod, TextRole


def line(**fields: Any) -> Line:
    return parse_line(json.dumps(fields, ensure_ascii=False).encode())


def text(deposit: Deposit, key: str) -> TextDeposit:
    return next(item for item in deposit.texts if item.key == key)


PAIR = {"text_ar": "نص من سطر واحد.", "text_en": "A text of one line."}


def test_a_pair_is_an_original_and_its_translation() -> None:
    """Arabic is the original unless the line says otherwise, and the English derives from it."""
    deposit = line(**PAIR, external_id="one").deposit
    assert deposit.external_id == "one"
    assert text(deposit, "ar").role is TextRole.ORIGINAL
    assert text(deposit, "en").role is TextRole.TRANSLATION
    assert text(deposit, "en").sources == ("ar",)
    assert {item.source.method for item in deposit.texts} == {CaptureMethod.IMPORT}
    assert text(deposit, "ar").source.data == PAIR["text_ar"].encode()


def test_original_names_the_language() -> None:
    """A piece written in English and translated into Arabic is said to be so."""
    deposit = line(**PAIR, original="en").deposit
    assert text(deposit, "ar").sources == ("en",)


def test_the_original_may_be_missing() -> None:
    """A translation alone stays a translation, and waits for its original."""
    deposit = line(text_en="A text.", original="ar").deposit
    assert [(item.key, item.role, item.sources) for item in deposit.texts] == [("en", TextRole.TRANSLATION, ())]


def test_a_text_alone_is_the_original() -> None:
    """Empty and null fields of a side that is not there are no side."""
    deposit = line(text_en="A text.", text_ar="", title_ar=None, sentences_fr=[]).deposit
    assert [(item.key, item.role) for item in deposit.texts] == [("en", TextRole.ORIGINAL)]


def test_any_language_tag_may_be_the_suffix() -> None:
    """Tags come in their usual spelling, and a third language is one more translation."""
    deposit = line(**PAIR, **{"text_zh_hant": "一", "text_pt-br": "Um texto."}).deposit
    assert [item.facts.language for item in deposit.texts] == ["ar", "en", "zh-Hant", "pt-BR"]
    assert text(deposit, "pt-BR").sources == ("ar",)


def test_bare_fields_are_the_originals() -> None:
    """What is said of the line is said of the original; a suffix says it of that side."""
    deposit = line(**PAIR, outlet="منبر", outlet_en="Tribune", url="https://a.example/1", date="2016-02").deposit
    arabic, english = text(deposit, "ar").facts, text(deposit, "en").facts
    assert (arabic.outlet, arabic.url, arabic.published) == ("منبر", "https://a.example/1", "2016-02")
    assert (english.outlet, english.url, english.published) == ("Tribune", None, None)


def test_bare_fields_are_the_only_texts() -> None:
    """A translation that comes alone is what the line speaks of."""
    deposit = line(text_en="A text.", original="ar", outlet="Tribune").deposit
    assert text(deposit, "en").facts.outlet == "Tribune"


def test_sentences_keep_their_boundaries() -> None:
    """Sentences come one by one; byline and disclaimer stand where a page has them."""
    deposit = line(
        sentences_en=["One.", "Two."], byline_en="by A Person", disclaimer_en="Not verified.", standfirst_en="In short"
    ).deposit
    item = text(deposit, "en")
    assert item.source.sentences == ("by A Person", "One.", "Two.", "Not verified.")
    assert item.source.data == b"by A Person\nOne.\nTwo.\nNot verified."
    assert item.facts.standfirst == "In short"


def test_byline_and_disclaimer_join_a_text() -> None:
    """They are lines of their own before and behind it."""
    deposit = line(text_en="Text.", byline_en="by A Person", disclaimer_en="Not verified.").deposit
    assert text(deposit, "en").source.data == b"by A Person\n\nText.\n\nNot verified."


def test_research_fields_are_counted_not_kept() -> None:
    """What aligned collections carry along is named among the ignored; their id serves as external id."""
    found = line(**PAIR, id="doc-1", genre="news", alignment=[[[0], [0]]], x_note=1)
    assert found.deposit.external_id == "doc-1"
    assert sorted(found.ignored) == ["alignment", "genre", "x_note"]


def test_external_id_outweighs_id() -> None:
    """Where both are there, the archivist's is meant."""
    assert line(**PAIR, id="doc-1", external_id="mine").deposit.external_id == "mine"


@pytest.mark.parametrize(
    ("raw", "code", "words"),
    [
        (b"{", "malformed", "not JSON at character 2"),
        (b"[1]", "malformed", "expected a JSON object, found a list"),
        (b'{"text_en": "\xff"}', "malformed", "not UTF-8 at byte 14"),
        (b'{"text_en": "a", "text_en": "b"}', "malformed", "/text_en: the field is there twice"),
        (b'{"text_en": "a", "text_EN": "b"}', "malformed", "/text_EN: en has this field twice"),
        (b'{"text_en": 5}', "malformed", "/text_en: expected a text, found a number"),
        (b'{"sentences_en": "a"}', "malformed", "/sentences_en: expected a list of texts"),
        (b'{"sentences_en": ["a", null]}', "malformed", "/sentences_en: expected a list of texts"),
        (b'{"text_english language": "a"}', "malformed", "is not a language tag"),
        (b'{"text_en": "a", "outlt": "b"}', "unknown-field", "/outlt: this field is not known"),
        (b'{"text_en": "a", "text": "b"}', "unknown-field", "/text: this field is not known"),
        (b'{"text_en": "a", "sentences_en": ["a"]}', "contradiction", "/text_en: give the text or its sentences"),
        (b'{"text_en": "a", "title_ar": "b"}', "missing-field", "/title_ar: there is neither text_ar nor"),
        (b'{"external_id": "a"}', "missing-field", "no side has a text"),
        (b'{"text_en": "a", "text_fr": "b"}', "missing-field", "/original: which of en, fr is the original?"),
        (b'{"text_en": "a", "original": 5}', "malformed", "/original: expected a language tag, found 5"),
        (b'{"text_en": "a", "date": "2013-02-30"}', "impossible-date", "published"),
        (b'{"text_en": "a", "kind": "poem"}', "malformed", "/kind"),
        (b'{"text_en": "a", "external_id": 7}', "malformed", "/external_id"),
        (b'{"text_en": "a \\ud800 b"}', "surrogate", "/text_en"),
        (b'{"text_en": ' + b"[" * 100_000, "malformed", "not readable as JSON: RecursionError"),
        (b'{"text_en": "a", "original": ' + b"9" * 5000 + b"}", "malformed", "not readable as JSON: ValueError"),
    ],
    ids=lambda value: value[:30].decode("latin-1") if isinstance(value, bytes) else "",
)
def test_bad_lines(raw: bytes, code: str, words: str) -> None:
    """Each fault is told by its code and by a sentence with the field in front."""
    with pytest.raises(BadInput) as caught:
        parse_line(raw)
    assert caught.value.code == code
    assert words in str(caught.value)
