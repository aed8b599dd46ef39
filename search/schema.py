"""What an index is made of: token fields, columns, and the one column that tells documents apart.

A token field holds analysed words, with their positions where phrases are wanted. A column holds one
value a document for filters, facets, grouping and order. A row is the values of one document in all
columns, as the named tuple that the schema says. Pure; how it is laid out is :mod:`search.segments`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from hashlib import sha256
from typing import Any, Final, NamedTuple

from archive.text.recipe import recipe


class Column(Enum):
    """What a column holds for each document."""

    KEY = "key"
    """A string of its own, such as an identifier; compared by a 64-bit digest."""
    NAME = "name"
    """One string out of few."""
    NAMES = "names"
    """Any number of strings out of few."""
    NUMBER = "number"
    """An integer below 2**31 in size, or ``None``, which lies in no range."""
    FLAG = "flag"


@dataclass(frozen=True)
class Schema:
    """``fields`` says of each token field whether it has positions. A document replaces any with its ``key``."""

    fields: Mapping[str, bool]
    columns: Mapping[str, Column]
    key: str
    row: Any
    """The named tuple, its fields the columns in order."""

    @cached_property
    def signature(self) -> str:
        """Names it: an index made of anything else is not read but built anew."""
        made_of = (sorted(self.fields.items()), sorted((name, kind.value) for name, kind in self.columns.items()))
        return recipe("schema", 1, key=self.key, of=sha256(repr(made_of).encode()).hexdigest()[:16])


EXACT: Final = "exact"
STEM: Final = "stem"
TITLE_EXACT: Final = "title_exact"
TITLE_STEM: Final = "title_stem"
ONLY_TITLE_EXACT: Final = "only_title_exact"
ONLY_TITLE_STEM: Final = "only_title_stem"
"""Words of the title that the rest of the text does not have: ``body:`` finds the others."""


LABEL: Final = "\x1f"
"""Unit separator: in no name."""


class Row(NamedTuple):
    """What filters, grouping and order need to know of a version."""

    version: str
    text: str
    work: str
    language: str
    kind: str
    latest: bool
    date_from: int | None
    """Proleptic Gregorian ordinal (``date.toordinal``) of the first day of publication, if known."""
    date_to: int | None
    has_disclaimer: bool
    outlets: tuple[str, ...]
    """Names as :func:`search.facts.name_key` makes them, in every spelling."""
    agents: tuple[str, ...]
    translators: tuple[str, ...]
    translator_unnamed: bool
    roles: tuple[str, ...]
    """Codes of :mod:`archive.chain.roles` in its chain."""
    findings: tuple[str, ...]
    """Of the work, kinds."""
    outlet_labels: tuple[str, ...]
    """One an outlet: its names as printed, :data:`LABEL` between them. For people; filters compare keys."""
    agent_labels: tuple[str, ...]


VERSIONS: Final = Schema(
    fields={
        EXACT: True,
        STEM: False,
        TITLE_EXACT: True,
        TITLE_STEM: False,
        ONLY_TITLE_EXACT: False,
        ONLY_TITLE_STEM: False,
    },
    columns={
        "version": Column.KEY,
        "text": Column.KEY,
        "work": Column.KEY,
        "language": Column.NAME,
        "kind": Column.NAME,
        "latest": Column.FLAG,
        "date_from": Column.NUMBER,
        "date_to": Column.NUMBER,
        "has_disclaimer": Column.FLAG,
        "outlets": Column.NAMES,
        "agents": Column.NAMES,
        "translators": Column.NAMES,
        "translator_unnamed": Column.FLAG,
        "roles": Column.NAMES,
        "findings": Column.NAMES,
        "outlet_labels": Column.NAMES,
        "agent_labels": Column.NAMES,
    },
    key="version",
    row=Row,
)
"""The index of versions: folded words with positions, stems without, both again for titles."""
