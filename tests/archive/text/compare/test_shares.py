"""Counted shares in place of estimates."""

from archive.text.compare.findings import Finding, Kind
from archive.text.compare.shares import Counted, Shares

SHARES = Shares("test-1", {(Kind.NEGATION, 750): Counted(1, 9)})


def found(kind, confidence, calibration=None):
    return Finding(kind, (), (), "x", None, confidence, "test|version:1", calibration)


def test_a_counted_kind_gets_its_share_and_the_id():
    """One in nine was right: what the rule took for likely is a hint."""
    (one,) = [SHARES.of(found(Kind.NEGATION, 0.75))]
    assert (one.confidence, one.calibration, one.shown) == (0.15, "test-1", False)


def test_what_was_not_counted_keeps_its_estimate():
    """Another estimate, another kind, or a calibration of its own."""
    for one in (
        found(Kind.NEGATION, 0.5),
        found(Kind.LABEL_SHIFT, 0.75),
        found(Kind.NEGATION, 0.75, calibration="numbers-1"),
    ):
        assert SHARES.of(one) == one
