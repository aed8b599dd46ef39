"""The signature of a method."""

import pytest

from archive.text.recipe import recipe


def test_a_recipe_reads_name_parameters_version():
    """Parameters keep their order; truth values read as words."""
    assert (
        recipe("split", 3, quotes="inside", limit=40, strict=True)
        == "split|quotes:inside|limit:40|strict:yes|version:3"
    )


@pytest.mark.parametrize(
    ("name", "version", "params"),
    [
        ("", 1, {}),
        ("Split it", 1, {}),
        ("split", 0, {}),
        ("split", 1, {"a": "x|y"}),
        ("split", 1, {"a": ""}),
        ("split", 1, {"a": "x y"}),
    ],
)
def test_what_would_blur_a_signature_is_refused(name, version, params):
    """No bars, blanks or empty values; versions count from one."""
    with pytest.raises(ValueError, match=r"not the name|count from 1|cannot hold"):
        recipe(name, version, **params)
