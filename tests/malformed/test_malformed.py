"""One table of files that must be refused, each with its one defect and its error code."""

from __future__ import annotations

import pytest

from archive.errors import BadFile
from archive.intake.readers import read
from tests.malformed.make import HERE, files

REFUSED = [  # file, declared charset, code, words the sentence must hold
    ("empty.txt", None, "empty", "no bytes"),
    ("blank.txt", None, "empty", "white space"),
    ("bom-only.txt", None, "empty", "white space"),
    ("nul-only.txt", None, "empty", "white space"),
    ("ornaments.txt", None, "empty", "letter"),
    ("empty-page.html", None, "empty", "letter"),
    ("script-only.html", None, "empty", "letter"),
    ("menu-only-en.txt", None, "only-boilerplate", "Logo Wide"),
    ("menu-only-ar.txt", None, "only-boilerplate", "الرئيسية"),
    ("menu-only.html", None, "only-boilerplate", "boilerplate"),
    ("picture.png", None, "binary", "PNG"),
    ("photo.jpg", None, "binary", "JPEG"),
    ("archive.zip", None, "binary", "ZIP"),
    ("program.exe", None, "binary", "Windows program"),
    ("packed.gz", None, "binary", "gzip"),
    ("random.bin", None, "binary", "text"),
    ("letter.docx", None, "unsupported", "DOCX"),
    ("paper.pdf", None, "unsupported", "PDF"),
    ("old.doc", None, "unsupported", "Word"),
    ("letter.rtf", None, "unsupported", "RTF"),
    ("page.mht", None, "unsupported", "MHTML"),
    ("feed.xml", None, "unsupported", "XML"),
    ("broken-utf-8.txt", None, "undecodable", "UTF-8 with a fault at byte 19"),
    ("lone-surrogate.txt", None, "surrogate", "U+D83D"),
    ("cesu-8.txt", None, "surrogate", "U+D83D"),
    ("lone-surrogate-utf-16.txt", None, "surrogate", "character 0"),
    ("arabic-cp1256.txt", "utf-8", "undecodable", "looks like windows-1256"),
    ("arabic-cp1256.txt", "latin-1", "undecodable", "looks like windows-1256"),
    ("arabic-cp1256.txt", "windows-1251", "undecodable", "looks like windows-1256"),
    ("arabic-cp1256.txt", "iso-8859-6", "undecodable", "looks like windows-1256"),
    ("arabic-iso-8859-6.txt", "windows-1256", "undecodable", "looks like iso-8859-6"),
    ("arabic-iso-8859-6.txt", "utf-8", "undecodable", "looks like iso-8859-6"),
    ("arabic-utf-8.txt", "windows-1256", "undecodable", "looks like utf-8"),
    ("arabic-utf-8.txt", "latin-1", "undecodable", "looks like utf-8"),
    ("arabic-utf-8.txt", "utf-16-le", "undecodable", "looks like utf-8"),
    ("arabic-utf-16-bom.txt", "windows-1256", "undecodable", "byte order mark of utf-16-le"),
    ("english.txt", "utf-16", "undecodable", "looks like utf-8"),
    ("english.txt", "klingon", "undecodable", "no encoding by that name"),
    ("english.txt", "rot13", "undecodable", "not an encoding of text"),
    ("entities.html", None, "markup-bomb", "entities"),
    ("deep.html", None, "markup-bomb", "inside each other"),
]


@pytest.mark.parametrize(("name", "charset", "code", "words"), REFUSED)
def test_refused_with_its_code_and_a_sentence(name, charset, code, words):
    """Each file is refused with its own code, and the sentence names the file and what was found."""
    with pytest.raises(BadFile) as caught:
        read((HERE / name).read_bytes(), filename=name, charset=charset)
    assert caught.value.code == code
    assert words in caught.value.detail
    assert caught.value.detail.startswith(f"{name}: ")


def test_every_file_is_in_the_table_or_is_read():
    """A malformed file that no row speaks of would prove nothing."""
    sound = {"english.txt"}
    assert set(files()) - sound <= {row[0] for row in REFUSED}


def test_the_files_are_what_the_generator_makes():
    """The committed bytes are the generator's, so that each defect can be read in its source."""
    made = files()
    assert {name: (HERE / name).read_bytes() for name in made} == made


@pytest.mark.parametrize(
    "name", ["arabic-utf-8.txt", "arabic-cp1256.txt", "arabic-iso-8859-6.txt", "arabic-utf-16-bom.txt", "english.txt"]
)
def test_the_same_files_are_read_when_nothing_wrong_is_declared(name):
    """What is refused for a wrong declaration is sound without it."""
    assert read((HERE / name).read_bytes()).blocks
