"""Web addresses, e-mail addresses and handles that differ across a link. They are compared letter by letter.

``http``, ``https`` and ``www`` lead to the same place and make no difference.
"""

from __future__ import annotations

import re
from typing import Final

from archive.text.compare.findings import Finding, Kind, Mark
from archive.text.compare.links import Here, Pair, Side
from archive.text.recipe import recipe
from archive.values import Span

METHOD: Final = recipe("compare-addresses", 2)
_CHANGED: Final = 0.95
_HINT: Final = 0.4  # editors often leave links out

_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>«»\"'،؛)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@])@[A-Za-z_]\w{2,}"
    r"|(?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|org|net|info|gov|edu|int)(?:/[^\s<>«»\"'،؛)]*)?(?!\w)"
)
_AT_THE_END: Final = ".,:;!?…/"

_WAY_THERE: Final = re.compile(r"^(?:https?://)?(?:www\.)?")
"""Says how an address is reached, not what it is of."""

Placed = tuple[Mark, str]


def check_addresses(pair: Pair) -> list[Finding]:
    """Compare the addresses of every link."""
    return [finding for here in pair.linked() for finding in _check(pair, here)]


def _check(pair: Pair, here: Here) -> list[Finding]:
    source, target = _found(pair.source, here.source), _found(pair.target, here.target)
    said, answered = _keys(pair.source, here.near_source, source), _keys(pair.target, here.near_target, target)
    left = [one for one in source if _key(one[1]) not in answered]
    right = [one for one in target if _key(one[1]) not in said]
    both = list(zip(left, right, strict=False))
    findings = [
        Finding(Kind.ADDRESS_CHANGED, (one[0],), (other[0],), one[1], other[1], _CHANGED, METHOD) for one, other in both
    ]
    rest = left[len(both) :], right[len(both) :]
    findings += [Finding(Kind.ADDRESS_CHANGED, (one[0],), (), one[1], None, _HINT, METHOD) for one in rest[0]]
    return findings + [Finding(Kind.ADDRESS_CHANGED, (), (one[0],), None, one[1], _HINT, METHOD) for one in rest[1]]


def _found(side: Side, sentences: tuple[int, ...]) -> list[Placed]:
    found: list[Placed] = []
    for sentence in sentences:
        for match in _ADDRESS.finditer(side.sentences[sentence]):
            address = match[0].rstrip(_AT_THE_END)
            found.append((Mark(sentence, Span(match.start(), match.start() + len(address))), address))
    return found


def _keys(side: Side, near: tuple[int, ...], found: list[Placed]) -> set[str]:
    return {_key(address) for _, address in [*found, *_found(side, near)]}


def _key(address: str) -> str:
    return _WAY_THERE.sub("", address.casefold())
