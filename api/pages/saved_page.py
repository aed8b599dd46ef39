"""From kept questions to what their pages show: filters in words, addresses, what is new."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final
from urllib.parse import quote

from markupsafe import Markup, escape

from api.keeping import parameters_of
from api.pages.bidi import isolated, left_to_right
from api.pages.facets import label
from api.pages.saved_contexts import Asked, NewWork, SavedView
from api.pages.ui import Ui
from search.news import New, Standing
from search.watching import Kind, Saved

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "mode": ("search.mode", "search-mode"),
    "sort": ("search.sort", "search-sort"),
}
_BESIDE: Final[Mapping[str, tuple[str, str]]] = {
    "side": ("parallel.side", "hit-side"),
    "with": ("parallel.with", ""),
    "without": ("parallel.without", ""),
    "outlet": ("search.outlet", ""),
    "agent": ("parallel.agent", ""),
    "translator": ("parallel.translator", "unknown"),
    "kind": ("search.kind", "kind"),
    "finding": ("facet.finding", "difference"),
    "from": ("parallel.from", ""),
    "to": ("parallel.to", ""),
    "sort": ("search.sort", "line-order"),
    "row": ("renderings.rendered", "outcome"),
}
"""By parameter of a concordance its label and the vocabulary of its values."""


def saved_view(standing: Standing, ui: Ui) -> SavedView:
    saved = standing.saved
    path = f"/searches/{quote(saved.name)}"
    return SavedView(
        name=saved.name,
        asked=asked_view(saved, ui),
        url=ui.url(path),
        news=ui.url(path + "/new"),
        seen=len(saved.seen),
        seen_at=datetime.fromisoformat(saved.seen_at) if saved.seen_at else None,
        new=standing.new,
        why=standing.why,
    )


def asked_view(saved: Saved, ui: Ui) -> Asked:
    parameters = parameters_of(saved)
    said = _of_search if saved.kind == Kind.SEARCH else _of_concordance
    filters = tuple(one for name, values in parameters.items() for value in values if (one := said(ui, name, value)))
    return Asked(saved.kind, saved.q, filters, ui.url(f"/{saved.kind}", q=saved.q, **_each(parameters)))


def new_works(found: Sequence[New], ui: Ui) -> tuple[NewWork, ...]:
    return tuple(NewWork(one.titles, one.known, ui.url(f"/w/{one.work}", a=one.versions[-1])) for one in found)


def _each(parameters: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(values) for name, values in parameters.items()}


def _of_search(ui: Ui, name: str, value: str) -> Markup | None:
    if name == "names":
        return ui.t("searches.names-off")
    if name in _WORDS:
        key, vocabulary = _WORDS[name]
        return _said(ui.t(key), escape(ui.term(vocabulary, value)))
    return _said(ui.t("facet." + name), label(ui, name, value))


def _of_concordance(ui: Ui, name: str, value: str) -> Markup | None:
    if name == "cell":
        return _said(ui.t("searches.cell"), escape(ui.term("unknown", value.lstrip("~"))))
    if name not in _BESIDE:
        return None
    key, vocabulary = _BESIDE[name]
    shown: Callable[[str], Markup] = left_to_right if name in ("from", "to") else isolated
    plain = value.removeprefix("word:").lstrip("~")
    return _said(ui.t(key), escape(ui.term(vocabulary, plain)) if _is_term(ui, vocabulary, plain) else shown(plain))


def _is_term(ui: Ui, vocabulary: str, value: str) -> bool:
    return bool(vocabulary) and ui.term(vocabulary, value) != value


def _said(field: Markup, value: Markup) -> Markup:
    return Markup("{}: {}").format(field, value)
