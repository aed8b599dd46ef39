"""From bytes to characters: five encodings guessed, declarations respected or refused."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from archive.errors import BadFile
from archive.intake.readers import encode_inline
from archive.intake.readers.encoding import decode

SHARED = Path(__file__).parents[4] / "../shared"
SENTENCES = [
    "قال مدير المدرسة إن الباب سيبقى مفتوحا.",
    "إغلاق ثلاثة محال وسط البلدة القديمة",
    "«القيّم» على المكتبة: ٤٠٠٠ كتاب في انتظار القرّاء، فمن يأتي؟",
    "وصلت القافلة فجرا إلى قرية عين الزعرور، ثم تابعت طريقها نحو وادي السنديان.",
]
CHARSETS = ["utf-8", "utf-16-le", "utf-16-be", "windows-1256", "iso-8859-6"]
WRONG = [*CHARSETS, "latin-1", "windows-1252", "windows-1251", "gb18030"]


def can_encode(sentence, charset):
    try:
        sentence.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


# ISO-8859-6 has no guillemets and no Arabic-Indic digits.
CASES = [(sentence, charset) for sentence in SENTENCES for charset in CHARSETS if can_encode(sentence, charset)]


@pytest.mark.parametrize(("sentence", "charset"), CASES)
def test_guessed_without_a_declaration(sentence, charset):
    """A short Arabic sentence is recognised in every encoding such files come in."""
    decoded = decode(sentence.encode(charset))
    assert (decoded.text, decoded.charset, decoded.basis) == (sentence, charset, "detected")


@pytest.mark.parametrize(("sentence", "charset"), CASES)
def test_right_declaration_is_respected(sentence, charset):
    """What is rightly declared is read as declared."""
    decoded = decode(sentence.encode(charset), declared=charset)
    assert (decoded.text, decoded.charset, decoded.basis) == (sentence, charset, "declared")


@pytest.mark.parametrize("declared", WRONG)
@pytest.mark.parametrize(("sentence", "charset"), CASES)
def test_wrong_declaration_is_refused(sentence, charset, declared):
    """A wrong declaration is refused also when the bytes decode, and the refusal names the likely encoding."""
    if charset == declared:
        return
    with pytest.raises(BadFile) as caught:
        decode(sentence.encode(charset), declared=declared)
    assert caught.value.code == "undecodable"
    assert declared in caught.value.detail
    assert charset in caught.value.detail


@pytest.mark.parametrize(
    ("mark", "charset"), [(b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]
)
def test_byte_order_mark_decides(mark, charset):
    """The mark names the encoding and is no part of the text."""
    decoded = decode(mark + SENTENCES[0].encode(charset))
    assert (decoded.text, decoded.charset, decoded.basis) == (SENTENCES[0], charset, "bom")


@pytest.mark.parametrize(
    ("mark", "declared"), [(b"\xff\xfe", "utf-16"), (b"\xef\xbb\xbf", "utf-8"), (b"\xef\xbb\xbf", "utf-8-sig")]
)
def test_byte_order_mark_agrees_with_its_family(mark, declared):
    """A declaration of the same encoding beside a mark is no contradiction."""
    charset = "utf-16-le" if mark == b"\xff\xfe" else "utf-8"
    assert decode(mark + SENTENCES[0].encode(charset), declared=declared).text == SENTENCES[0]


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("Le maire a déclaré hier que l’école resterait fermée.", "windows-1252"),
        ("Der Bürgermeister erklärte, die Brücke bleibe vorläufig geschlossen.", "latin-1"),
        ("“It’s over,” the keeper said – and closed the door.", "windows-1252"),
        ("Мэр заявил вчера, что школа останется закрытой.", "windows-1251"),
    ],
)
def test_other_languages_keep_their_declared_encoding(text, charset):
    """Plausible text in another script is not talked out of its encoding."""
    assert decode(text.encode(charset), declared=charset).text == text


def test_wrong_charset_in_the_markup_is_replaced_with_a_note():
    """Saved pages often declare what they no longer are: read rightly, and said."""
    decoded = decode(SENTENCES[3].encode("cp1256"), in_markup="iso-8859-1")
    assert (decoded.text, decoded.charset, decoded.basis) == (SENTENCES[3], "windows-1256", "detected")
    assert "declares iso-8859-1" in decoded.note


def test_doubly_encoded_text_is_read_as_it_is_and_doubted():
    """Mojibake that is valid UTF-8 is what the bytes say; the doubt is written down."""
    decoded = decode(SENTENCES[3].encode().decode("cp1252", "ignore").encode())
    assert decoded.charset == "utf-8"
    assert decoded.confidence_percent < 70
    assert "hardly writing" in decoded.note


def test_a_few_nuls_leave_a_text_a_text():
    """Two stray NULs in a text are an accident, not a binary file."""
    text = SENTENCES[3] * 4 + "\x00" + SENTENCES[0] + "\x00"
    assert decode(text.encode()).text == text


def test_inline_text_with_an_unpaired_surrogate_is_refused_with_its_position():
    """JSON can carry half a character; it is refused where it stands."""
    with pytest.raises(BadFile, match=r"character 4 stands the unpaired surrogate U\+D800") as caught:
        encode_inline("text\ud800")
    assert caught.value.code == "surrogate"
    assert encode_inline("نص 😀") == "نص 😀".encode()


def test_guess_on_newspaper_titles_and_openings():
    """Titles and 60-character openings of every third of 3,000 articles, from 40 bytes on, in five encodings."""
    path = SHARED / "data/saudinews/articles.jsonl.gz"
    if not path.exists():
        pytest.skip(f"needs {path}")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][::3]
    samples = [part for row in rows for part in (row["title"], row["content"][:60])]
    pairs = [(text, charset) for text in samples for charset in CHARSETS if can_encode(text, charset)]
    checked = [(text, charset, text.encode(charset)) for text, charset in pairs if len(text.encode(charset)) >= 40]
    wrong = [(text, charset) for text, charset, data in checked if decode(data).text != text]
    assert len(checked) > 8_000
    assert wrong == []
