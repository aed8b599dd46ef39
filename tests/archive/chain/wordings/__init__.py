"""Wordings of disclaimers and near-misses, written by hand for the project: no outlet printed them, all names are invented.

``english`` and ``arabic`` are the development set the rules were written against; ``held_out_1`` to ``held_out_3``
were written before they were run on any rules, and read afterwards. The second and third were committed first; the
first was committed seconds after its run, its commit having failed, with nothing changed between. All were written by the
engineer who wrote the rules, who therefore knew them: strangers will word things that are not here.

What counts, where it could be argued:

* A newsroom that could not verify *this report*, *this account* or the claims *made in it* disclaims; one that could
  not verify footage, a toll or "the reports" reports, wherever the sentence stands.
* "Edited for length" is ``edited``; only shortening, cutting, condensing and leaving out is ``abridged``.
* Adapted or rendered from or into a language is ``translated``. Errors that are the translator's: ``translated``.
* Views that are the author's: ``responsibility`` author. Not the newsroom's: ``not_endorsed``.
"""

from __future__ import annotations

from tests.archive.chain.stranger_cases import Wording

__all__ = ["ABRIDGED", "EDITED", "NOBODY", "NOT_ENDORSED", "NOT_VERIFIED", "PERMITTED", "TRANSLATED", "answers", "by", "plain", "wordings"]  # fmt: skip

Claims = dict[str, bool | str]

TRANSLATED: Claims = {"translated": True}
EDITED: Claims = {"edited": True}
ABRIDGED: Claims = {"abridged": True}
NOT_VERIFIED: Claims = {"not_verified": True}
NOT_ENDORSED: Claims = {"not_endorsed": True}
PERMITTED: Claims = {"permission": True}
NOBODY: Claims = {"responsibility": "nobody"}


def by(name: str) -> Claims:
    return {"by": name}


def answers(party: str) -> Claims:
    return {"responsibility": party}


def wordings(*rows: tuple[str, Claims]) -> tuple[Wording, ...]:
    return tuple(Wording(text, claims) for text, claims in rows)


def plain(*texts: str) -> tuple[Wording, ...]:
    """Sentences of news that are no disclaimers."""
    return tuple(Wording(text, None) for text in texts)
