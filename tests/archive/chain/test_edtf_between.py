"""An interval of days written no finer than it is known."""

from __future__ import annotations

from datetime import date

import pytest

from archive.chain.edtf_dates import edtf_between, edtf_date


@pytest.mark.parametrize(
    "text",
    [
        "2016",
        "2016-03",
        "2016-02",
        "2016-03-05",
        "2015/2016",
        "2016-03/2016-05",
        "2016-03-05/2016-04-30",
        "../2016-03-05",
    ],
)
def test_what_was_read_is_written_again(text: str) -> None:
    """A month stays a month, a year a year; an open side stays open."""
    read = edtf_date(text)
    assert edtf_between(read.lower, read.upper) == text


def test_what_is_not_known_is_not_written() -> None:
    """No day on either side is no date; one alone is one side of an interval."""
    assert edtf_between(None, None) == ""
    assert edtf_between(date(2016, 3, 1), None) == "2016-03-01/.."
