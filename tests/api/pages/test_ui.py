"""Languages, directions and addresses of the interface."""

from __future__ import annotations

import pytest

from api.pages.bidi import direction_of, isolated, left_to_right
from api.pages.ui import Ui


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ar", "rtl"), ("ar-SY", "rtl"), ("en", "ltr"), ("ar-Latn", "ltr"), ("ku", "ltr"), ("ku-Arab", "rtl"),
        ("fa", "rtl"), ("he", "rtl"), ("syr", "rtl"), ("az-Arab-IR", "rtl"), ("und", "auto"), ("und-Latn", "ltr"), ("mul", "auto"),
    ],
)  # fmt: skip
def test_direction(tag, direction):
    """Direction follows the script subtag, else the language; undetermined text decides for itself."""
    assert direction_of(tag) == direction


def test_isolated_names_are_escaped():
    """A name is isolated with its language and cannot carry markup."""
    assert str(isolated("<i>سمر", "ar")) == '<bdi lang="ar" dir="rtl">&lt;i&gt;سمر</bdi>'
    assert str(isolated("Samar")) == '<bdi dir="auto">Samar</bdi>'
    assert str(left_to_right("2015–2016")) == '<bdi dir="ltr">2015–2016</bdi>'


@pytest.mark.parametrize(
    ("path", "language", "inner"),
    [
        ("/", "en", "/"),
        ("/ar", "ar", "/"),
        ("/ar/", "ar", "/"),
        ("/ar/w/1", "ar", "/w/1"),
        ("/article", "en", "/article"),
    ],
)
def test_language_of_an_address(path, language, inner):
    """Arabic stands below /ar and nowhere else."""
    ui = Ui.of(path)
    assert (ui.language, ui.path) == (language, inner)


def test_the_switch_keeps_path_and_query():
    """The other language shows the very same page."""
    ui = Ui.of("/search", "q=%D8%A3%D8%AD%D9%85%D8%AF&page=2")
    assert ui.here("ar") == "/ar/search?q=%D8%A3%D8%AD%D9%85%D8%AF&page=2"
    assert Ui.of(ui.here("ar").partition("?")[0], ui.query).here("en") == "/search?" + ui.query


def test_addresses_leave_out_what_is_empty():
    """Empty parameters do not show in an address."""
    assert Ui("ar").url("/search", q="a b", lang="", page=None) == "/ar/search?q=a+b"


def test_language_names():
    """A tag is called by its language and shown whole when it says more."""
    assert Ui("en").language_name("ar") == "Arabic"
    assert Ui("en").language_name("ar-SY") == "Arabic (ar-SY)"
    assert Ui("en").language_name("tlh") == "tlh"
