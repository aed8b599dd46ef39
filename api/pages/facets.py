"""The column beside the results: what can be chosen, what is chosen, and the address of every choice.

Every choice is a link to the same search with one value more or less, so that a narrowed search can be
bookmarked and sent, and nothing needs JavaScript.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from markupsafe import Markup, escape

from api.pages.bidi import isolated, left_to_right
from api.pages.contexts import Facet, FacetValue, Offer, SearchForm, Several, Way
from api.pages.ui import Ui
from archive.chain.roles import ROLES
from archive.text.scripts import script_of
from search.results import Value

SHOWN: Final = 6
"""Values of a facet that are shown at once."""
MODES: Final = ("words", "meaning", "both")
SORTS: Final = ("relevance", "date")


def address(ui: Ui, form: SearchForm, **changed: object) -> str:
    """The address of this search with other parameters, at its first page."""
    return ui.url("/search", **{"q": form.q, **form.filters, **form.ways, **changed})


def facets_of(ui: Ui, form: SearchForm, counted: Mapping[str, Sequence[Value]]) -> tuple[Facet, ...]:
    """The facets that have something to choose."""
    found = ((name, [_value(ui, form, name, value) for value in values]) for name, values in counted.items())
    return tuple(Facet(name, tuple(v[:SHOWN]), tuple(v[SHOWN:])) for name, v in found if len(v) > 1 or _any_chosen(v))


def _any_chosen(values: Sequence[FacetValue]) -> bool:
    return any(value.chosen for value in values)


def _value(ui: Ui, form: SearchForm, name: str, value: Value) -> FacetValue:
    asked = form.filters.get(name, ())
    if value.chosen:
        names = {value.value, *value.names}
        left: Several = tuple(one for one in asked if one not in names)
    else:
        left = (value.value,) if name == "disclaimer" else (*asked, value.value)
    shown = label(ui, name, value.value, value.names)
    return FacetValue(shown, value.count, value.chosen, address(ui, form, **{name: left}))


_TERMS: Final = {"kind": "kind", "finding": "difference", "disclaimer": "disclaimer-filter", "status": "status"}
"""By parameter the vocabulary of its values."""


def label(ui: Ui, name: str, value: str, names: Sequence[str] = ()) -> Markup:
    """A value in the reader's words."""
    if name in _TERMS:
        return escape(ui.term(_TERMS[name], value))
    match name:
        case "lang":
            return escape(ui.language_name(value))
        case "role":
            return escape(ROLES[value].label(ui.language) if value in ROLES else value)
        case "year" | "from" | "to":
            return left_to_right(value)
    return isolated(in_script(ui, names or (value,)))


def in_script(ui: Ui, names: Sequence[str]) -> str:
    """The first name in the reader's script, else the first."""
    return next((name for name in names if (script_of(name) == "Arab") == (ui.language == "ar")), names[0])


def chosen_of(ui: Ui, form: SearchForm) -> tuple[Offer, ...]:
    """Every value that narrows the search, with the search without it."""
    offers = []
    for name, values in form.filters.items():
        for value in values:
            left = tuple(one for one in values if one != value)
            field = Markup("{}: {}").format(ui.t("facet." + name), label(ui, name, value))
            offers.append(Offer(field, address(ui, form, **{name: left})))
    return tuple(offers)


def ways_of(ui: Ui, form: SearchForm, name: str, codes: Sequence[str], present: str) -> tuple[Way, ...]:
    """The ways to search or to sort; the first is what an address without the parameter means."""
    return tuple(
        Way(code, None if code == present else address(ui, form, **{name: "" if code == codes[0] else code}))
        for code in codes
    )
