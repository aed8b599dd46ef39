"""``/names``: the archive's own names, what was turned down, and what aligned sentences propose.

The key travels in the form itself, so no other site can make a visitor's browser say anything. What is decided
takes effect in the next search.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from api.deps import ReaderDep, ServicesDep
from api.pages.marking import Mark, marked
from api.pages.names_contexts import CandidatesPage, CandidateView, NameForm, NamesPage, NameView, RejectedPage
from api.pages.results import page_number, paging_of
from api.pages.ui import Ui
from api.pages.views.answer import UiDep, answer
from api.pages.views.writing import again, problem_of, require_archivist, turn_away
from api.services import Services
from api.submission import content_type_of, require_utf8
from archive.errors import BadFile, BadInput, NotAllowed, NotFound, Unavailable
from search.names import Candidate, curated
from search.names.editing import entry_id
from search.names.gazetteer import KINDS, Entry, Gazetteer

router = APIRouter()
PAGE_SIZE: Final = 50
CANDIDATES: Final = 25
"""Shown at once, each with three fields."""
MAX_FIELDS: Final = 200
MAX_FIELD_BYTES: Final = 64 * 1024
LEAST: Final = 2
_BETWEEN: Final = re.compile("[\n,،;؛]")
_DONE: Final = frozenset({"added", "there", "changed", "removed"})
_REFUSED: Final = (BadInput, NotAllowed, NotFound, Unavailable)


async def _posted(request: Request) -> AsyncIterator[FormData]:
    require_utf8(content_type_of(request))
    async with request.form(max_files=0, max_fields=MAX_FIELDS, max_part_size=MAX_FIELD_BYTES) as form:
        yield form


Posted = Annotated[FormData, Depends(_posted)]


@dataclass(frozen=True, slots=True)
class Which:
    """Which candidates: as typed."""

    part: str = ""
    page: str = ""
    least: str = ""


def _which(part: str = "", page: str = "", least: str = "") -> Which:
    return Which(part, page, least)


WhichDep = Annotated[Which, Depends(_which)]
Said = Mapping[tuple[str, str], tuple[str, str]]
"""By pair (Latin, Arabic) the verdict and the kind."""


@router.get("/names")
def names(
    *, services: ServicesDep, _who: ReaderDep, ui: UiDep, q: str = "", page: str = "", edit: str = "", done: str = ""
) -> HTMLResponse:
    shown = _names(services, ui, q, page, edit)
    return answer(replace(shown, done=done if done in _DONE else ""), ui)


@router.post("/names")
def add(services: ServicesDep, ui: UiDep, form: Posted) -> Response:
    """Take spellings as one name."""
    filled = _filled(form)
    try:
        require_archivist(services, _text(form, "key"))
        _, is_new = services.names.add(_entry(filled))
    except _REFUSED as error:
        turn_away(services, error)
        page = replace(_names(services, ui), add=replace(filled, problem=problem_of(error)))
        return again(ui, page, error)
    return RedirectResponse(ui.url("/names", done="added" if is_new else "there"), 303)


@router.get("/names/candidates")
def candidates(
    *, services: ServicesDep, _who: ReaderDep, ui: UiDep, which: WhichDep, accepted: str = "", rejected: str = ""
) -> HTMLResponse:
    shown = _candidates(services, ui, which, {})
    return answer(replace(shown, accepted=_count(accepted), rejected=_count(rejected)), ui)


@router.post("/names/candidates")
def decide(*, services: ServicesDep, ui: UiDep, form: Posted, which: WhichDep) -> Response:
    """Accept and turn down what was chosen, all or nothing of it up to the first that cannot be."""
    said = _decisions(form)
    try:
        require_archivist(services, _text(form, "key"))
        for (latin, arabic), (verdict, kind) in said.items():
            if verdict == "accept":
                services.names.accept(latin, arabic, kind)
            else:
                services.names.reject(latin, arabic)
    except _REFUSED as error:
        turn_away(services, error)
        shown = _candidates(services, ui, which, said)
        return again(ui, replace(shown, problem=problem_of(error)), error)
    counts = [sum(verdict == one for verdict, _ in said.values()) for one in ("accept", "reject")]
    told = {"accepted": counts[0] or "", "rejected": counts[1] or ""}
    return RedirectResponse(ui.url("/names/candidates", part=which.part, least=which.least, **told), 303)


@router.get("/names/rejected")
def rejected(*, services: ServicesDep, _who: ReaderDep, ui: UiDep, page: str = "", done: str = "") -> HTMLResponse:
    return answer(replace(_rejected(services, ui, page), done=done == "1"), ui)


@router.post("/names/rejected")
def take_back(*, services: ServicesDep, ui: UiDep, form: Posted, page: str = "") -> Response:
    """Let what was ticked be proposed again."""
    try:
        require_archivist(services, _text(form, "key"))
        for one in form.getlist("id"):
            services.names.take_back(str(one))
    except _REFUSED as error:
        turn_away(services, error)
        return again(ui, replace(_rejected(services, ui, page), problem=problem_of(error)), error)
    return RedirectResponse(ui.url("/names/rejected", done="1"), 303)


@router.post("/names/{name_id}")
def change(services: ServicesDep, ui: UiDep, name_id: str, form: Posted) -> Response:
    """Give a name other spellings, or take it out."""
    filled = replace(_filled(form), id=name_id)
    remove = form.get("deed") == "remove"
    try:
        require_archivist(services, _text(form, "key"))
        if remove:
            services.names.remove(name_id)
        else:
            services.names.replace(name_id, _entry(filled))
    except _REFUSED as error:
        turn_away(services, error)
        page = replace(_names(services, ui, edit=name_id), edit=replace(filled, problem=problem_of(error)))
        return again(ui, page, error)
    return RedirectResponse(ui.url("/names", done="removed" if remove else "changed"), 303)


# What the pages show


def _names(services: Services, ui: Ui, q: str = "", page: str = "", edit: str = "") -> NamesPage:
    own, number = services.names.accepted(), page_number(page)
    found = Gazetteer(own).find(q) if q.strip() else own
    opened = next((one for one in own if entry_id(one) == edit), None)
    return NamesPage(
        total=len(own),
        shipped_total=len(curated().entries),
        names=tuple(_view(ui, one) for one in found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]),
        edit=None if opened is None else _form_of(opened),
        q=q,
        shipped=tuple(replace(_view(ui, one), edit="") for one in curated().find(q)) if q.strip() else (),
        paging=paging_of(number, PAGE_SIZE, len(found), lambda to: ui.url("/names", q=q, page=to)),
        fault=_fault(services),
    )


def _view(ui: Ui, entry: Entry) -> NameView:
    number = entry_id(entry)
    return NameView(
        id=number,
        kind=entry.kind,
        arabic=entry.arabic,
        latin=entry.latin,
        search=ui.url("/search", q=_quoted((entry.latin or entry.arabic)[0])),
        edit=ui.url("/names", edit=number) + "#edit",
    )


def _quoted(spelling: str) -> str:
    """As a query: a name of several words is a phrase."""
    return f'"{spelling}"' if " " in spelling else spelling


def _fault(services: Services) -> str:
    """What is wrong with a file that somebody edited by hand; searches go on with what was last read."""
    try:
        services.names.check()
    except BadFile as error:
        return error.detail
    return ""


def _form_of(entry: Entry) -> NameForm:
    return NameForm(entry_id(entry), entry.kind, "\n".join(entry.arabic), "\n".join(entry.latin))


def _candidates(services: Services, ui: Ui, which: Which, said: Said) -> CandidatesPage:
    fewest = page_number(which.least) if which.least else LEAST
    read = services.proposals.part(page_number(which.part))
    found = [one for one in services.names.open(read.candidates) if one.together >= fewest]
    number = page_number(which.page)
    here = {"part": read.part if read.part > 1 else "", "least": "" if fewest == LEAST else fewest}
    shown = found[(number - 1) * CANDIDATES : number * CANDIDATES]
    other = 1 if fewest > 1 else LEAST
    return CandidatesPage(
        candidates=tuple(_candidate(ui, one, said) for one in shown),
        total=len(found),
        first=read.first + 1,
        read=read.read,
        sentences=read.all,
        parts=paging_of(read.part, 1, read.parts, lambda to: ui.url("/names/candidates", part=to, least=here["least"])),
        paging=paging_of(number, CANDIDATES, len(found), lambda to: ui.url("/names/candidates", **here, page=to)),
        action=ui.url("/names/candidates", **here, page=number if number > 1 else ""),
        least=fewest,
        other_least=ui.url("/names/candidates", part=here["part"], least="" if other == LEAST else other),
    )


def _candidate(ui: Ui, one: Candidate, said: Said) -> CandidateView:
    arabic = one.written or one.arabic
    latin_at, arabic_at = one.places
    verdict, kind = said.get((one.latin, arabic), ("", "place"))
    return CandidateView(
        pair=f"{one.latin}={arabic}",
        latin=one.latin,
        arabic=arabic,
        together=one.together,
        latin_count=one.latin_count,
        example_latin=marked(one.example[0], [Mark(span) for span in latin_at]),
        example_arabic=marked(one.example[1], [Mark(span) for span in arabic_at]),
        all=ui.url("/concordance", q=one.latin, side="en", **{"with": arabic}),
        said=verdict,
        kind=kind,
    )


def _rejected(services: Services, ui: Ui, page: str) -> RejectedPage:
    found, number = services.names.rejected(), page_number(page)
    shown = found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    pairs = tuple((entry_id(one), " · ".join(one.latin), " · ".join(one.arabic)) for one in shown)
    paging = paging_of(number, PAGE_SIZE, len(found), lambda to: ui.url("/names/rejected", page=to))
    return RejectedPage(pairs, len(found), paging)


# What was sent


def _filled(form: FormData) -> NameForm:
    return NameForm(kind=_text(form, "kind"), arabic=_text(form, "arabic"), latin=_text(form, "latin"))


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value.replace("\r\n", "\n") if isinstance(value, str) else ""


def _entry(filled: NameForm) -> Entry:
    return Entry(tuple(_spellings(filled.arabic)), tuple(_spellings(filled.latin)), filled.kind)


def _spellings(typed: str) -> Iterable[str]:
    """One a line, or with commas of either script between them."""
    return filter(None, map(str.strip, _BETWEEN.split(typed)))


def _decisions(form: FormData) -> dict[tuple[str, str], tuple[str, str]]:
    """By pair what was chosen of it, and the kind."""
    found = {}
    for number in range(CANDIDATES):
        latin, sign, arabic = _text(form, f"pair-{number}").partition("=")
        verdict, kind = _text(form, f"say-{number}"), _text(form, f"kind-{number}")
        if sign and verdict in ("accept", "reject"):
            found[latin, arabic] = (verdict, kind if kind in KINDS else "place")
    return found


def _count(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0
