"""trafilatura, behind one function: which words of a page are its article.

Only the choice is taken from it, never its text: blocks are cut from the page itself by ``dom``. Its
dates are not asked for (htmldate invents days), and its duplicate filter, which remembers other
pages, stays off, so one page always gives one answer.
"""

from __future__ import annotations

import logging
from typing import Final

_LOGGER: Final = "trafilatura"


def article_lines(markup: str) -> tuple[str, ...]:
    """The lines trafilatura takes for the article, favouring recall; empty where it finds none."""
    import trafilatura  # noqa: PLC0415 - heavy

    logging.getLogger(_LOGGER).setLevel(logging.CRITICAL)  # "discarding data" is our answer, not a warning
    text = trafilatura.extract(
        markup,
        output_format="txt",
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        deduplicate=False,
        with_metadata=False,
    )
    return tuple(line for line in (text or "").splitlines() if line.strip())
