"""Every check of this package over one pair, in one order, without the doubles.

What a sentence that is still in the source's language says in other numbers or names is no second finding.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from archive.text.compare.addresses import check_addresses
from archive.text.compare.attribution import check_attribution
from archive.text.compare.dates import check_dates
from archive.text.compare.findings import Finding, Kind
from archive.text.compare.labels import check_labels
from archive.text.compare.links import Pair
from archive.text.compare.names import check_names
from archive.text.compare.negation import check_negation
from archive.text.compare.numbers import check_numbers
from archive.text.compare.polarity import check_polarity
from archive.text.compare.quotes import check_quotes
from archive.text.compare.shares_table import SHARES
from archive.text.compare.untranslated import check_untranslated

CHECKS: Final[tuple[Callable[[Pair], list[Finding]], ...]] = (
    check_untranslated,
    check_numbers,
    check_dates,
    check_names,
    check_addresses,
    check_negation,
    check_polarity,
    check_attribution,
    check_quotes,
    check_labels,
)


def compare(pair: Pair) -> tuple[Finding, ...]:
    """All findings of a pair in the order of its target, hidden ones included (``Finding.shown`` tells)."""
    found = [SHARES.of(finding) for check in CHECKS for finding in check(pair)]
    left = {mark.sentence for one in found if one.kind is Kind.UNTRANSLATED for mark in one.target}
    sources = {sentence for source, target in pair.links if left & set(target) for sentence in source}
    kept = [one for one in found if one.kind is Kind.UNTRANSLATED or not _within(one, left, sources)]
    return tuple(sorted(kept, key=lambda one: (one.target[:1] or one.source[:1], one.kind, one.source)))


def _within(one: Finding, left: set[int], sources: set[int]) -> bool:
    return any(mark.sentence in left for mark in one.target) or any(mark.sentence in sources for mark in one.source)
