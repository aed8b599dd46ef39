"""Kept questions as the rim says them: URL parameters into what the search is asked, and back.

A kept question is told by its page (``search``, ``concordance``, ``renderings``), its words, and the parameters
that the page and the API take beside them; :mod:`search.watching` keeps the arguments they stand for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote, urlencode

from pydantic import BaseModel, ValidationError

from api.schemas.finding import SearchQuery, options_of
from api.schemas.parallel import ConcordanceQuery, RenderingsQuery, given
from archive.errors import BadInput, BadQuery
from search.news import Standing
from search.watching import Kind, Saved

Parameters = Mapping[str, Sequence[str]]

API: Final = "/api/v1"
_ASKED: Final[Mapping[Kind, type[BaseModel]]] = {
    Kind.SEARCH: SearchQuery,
    Kind.CONCORDANCE: ConcordanceQuery,
    Kind.RENDERINGS: RenderingsQuery,
}
_NOT_KEPT: Final = frozenset({"q", "limit", "offset", "format", "facets"})
"""What says how much of an answer is shown, and is no part of the question."""
_NAMES: Final = {
    "language": "lang",
    "date_from": "from",
    "date_to": "to",
    "has_disclaimer": "disclaimer",
    "beside": "with",
    "not_beside": "without",
    "order": "sort",
}
"""By argument the parameter, where they differ."""
_AT_THE_TERMINAL: Final = frozenset({"natural"})
"""What only the command line can ask."""
_USUAL: Final = {"mode": "words", "sort": "relevance", "names": True, "order": "date", "width": 60}


def saved_of(name: str, kind: str, q: str, parameters: Parameters) -> Saved:
    """What is to be kept; :class:`BadInput` with the parameter that cannot be."""
    try:
        asked_of = Kind(kind)
    except ValueError:
        raise BadInput(f"kind is one of {', '.join(Kind)}, not {kind[:40]!r}", pointer="/kind") from None
    asked = _read(_ASKED[asked_of], q, parameters)
    saved = Saved(name, q, _without_usual(_options(asked)), kind=asked_of.value)
    try:
        saved.check()
    except BadQuery as error:
        error.pointer = _pointer(error.pointer or "")
        raise
    return saved


def parameters_of(saved: Saved) -> dict[str, list[str]]:
    """The parameters beside the words, as pages and API take them; those that say nothing are left out."""
    said = _without_usual(saved.options)
    told = {_NAMES.get(key, key): _spelled(key, value) for key, value in said.items() if key not in _AT_THE_TERMINAL}
    return {name: values for name, values in told.items() if values}


def address_of(saved: Saved, *, before: str = "") -> str:
    """The address that asks it: of the page, or with ``before`` of the API."""
    return f"{before}/{saved.kind}?{urlencode({'q': saved.q, **parameters_of(saved)}, doseq=True)}"


def standing_dict(standing: Standing) -> dict[str, Any]:
    """One kept question, as API and command line print it."""
    saved = standing.saved
    return {
        "name": saved.name,
        "kind": saved.kind,
        "query": saved.q,
        "parameters": parameters_of(saved),
        "seen": len(saved.seen) if saved.kind == Kind.SEARCH else None,
        "seen_at": saved.seen_at or None,
        "new": standing.new,
        "uncounted": standing.why or None,
        "api": address_of(saved, before=API),
        "page": f"/searches/{quote(saved.name)}",
    }


def _read(model: type[BaseModel], q: str, parameters: Parameters) -> Any:
    lists = {field.alias or name for name, field in model.model_fields.items() if field.default == []}
    values: dict[str, Any] = {}
    for name, said in parameters.items():
        given_ = [one for one in said if one.strip()]
        if name in _NOT_KEPT:
            raise BadInput(f"{name} is no part of a question", code="unknown-field", pointer=f"/parameters/{name}")
        if name not in lists and len(given_) > 1:
            raise BadInput(f"{name} is given once", code="malformed", pointer=f"/parameters/{name}")
        values[name] = list(given_) if name in lists else "".join(given_)
    try:
        return model.model_validate({"q": q, **{name: value for name, value in values.items() if value}})
    except ValidationError as error:
        first = error.errors()[0]
        code = "unknown-field" if first["type"] == "extra_forbidden" else "malformed"
        where = first["loc"][0]
        raise BadInput(f"{where}: {first['msg']}", code=code, pointer=f"/parameters/{where}") from None


def _options(asked: Any) -> dict[str, Any]:
    if isinstance(asked, SearchQuery):
        return options_of(asked)
    if isinstance(asked, ConcordanceQuery):
        view = {"order": asked.sort, "width": asked.width, "row": asked.row, "by": asked.by, "cell": asked.cell}
        return {**given(asked), **view}
    return given(asked)


def _without_usual(options: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value
        for name, value in options.items()
        if value not in (None, "", [], ()) and _USUAL.get(name, ...) != value
    }


def _spelled(option: str, value: Any) -> list[str]:
    if option == "has_disclaimer":
        return ["with" if value else "without"]
    if option == "names":
        return [] if value else ["off"]
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)]


def _pointer(pointer: str) -> str:
    """Where the fault lies in a kept question."""
    name = pointer.removeprefix("/")
    return "/query" if name in ("", "q") else f"/parameters/{_NAMES.get(name, name)}"
