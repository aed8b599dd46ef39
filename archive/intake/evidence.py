"""Is the quoted evidence really there? A quote that is not in the source is refused (DESIGN.md §4.4)."""

from __future__ import annotations

from archive.errors import EvidenceMissing
from archive.text.normalise import canonical_line
from archive.values import Span


def find_quote(quote: str, content: str, source_text: str, *, pointer: str) -> Span | None:
    """Where ``quote`` stands in ``content``; None when it stands only in the rest of the capture.

    Line breaks and runs of spaces are no difference; every other character is.
    """
    wording = canonical_line(quote)
    start = content.find(wording) if wording else -1
    if start >= 0:
        return Span(start, start + len(wording))
    if wording and wording in canonical_line(source_text):
        return None
    raise EvidenceMissing(f"checked the whole text for the quote, did not find “{wording[:200]}”", pointer=pointer)
