"""``/openapi.json`` and ``/docs``: the API described, for programs and for people.

The page is our own: the usual one loads scripts from another host, which no page of ours does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse
from markupsafe import Markup

from api.openapi import describe
from api.pages.rendering import HEADERS, asset
from archive import errors
from archive.errors import ThabatError

router = APIRouter(include_in_schema=False)

_PAGE = Markup(
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<title>{title} – API</title>\n<link rel="stylesheet" href="{style}">\n</head>\n<body>\n<main>\n'
    "<h1>{title} – API</h1>\n<p>{summary}</p>\n{description}\n"
    '<p>The whole description for programs: <a href="openapi.json">openapi.json</a> (OpenAPI {openapi}).</p>\n'
    '<h2 id="routes">Routes</h2>\n<table>\n<thead><tr><th scope="col">Method</th><th scope="col">Address</th>'
    '<th scope="col">What it does</th></tr></thead>\n<tbody>\n{routes}</tbody>\n</table>\n'
    '<h2 id="errors">Errors</h2>\n<dl>\n{errors}</dl>\n</main>\n</body>\n</html>\n'
)
_ROUTE = Markup("<tr><td><code>{method}</code></td><td><code>{path}</code></td><td>{text}</td></tr>\n")
_ERROR = Markup('<dt id="{code}"><code>{code}</code> {title}</dt><dd>{text}</dd>\n')


@router.get("/openapi.json")
def openapi(request: Request) -> JSONResponse:
    return JSONResponse(describe(request.app))


@router.get("/docs")
def docs(request: Request) -> HTMLResponse:
    """What can be asked, and what the types of problems mean."""
    document = describe(request.app)
    page = _PAGE.format(
        title=document["info"]["title"],
        style=asset("style.css"),
        summary=document["info"]["summary"],
        description=_paragraphs(document["info"]["description"]),
        openapi=document["openapi"],
        routes=Markup().join(_routes(document)),
        errors=Markup().join(_errors()),
    )
    return HTMLResponse(page, headers=dict(HEADERS))


def _paragraphs(text: str) -> Markup:
    return Markup("\n").join(Markup("<p>{}</p>").format(part.replace("`", "")) for part in text.strip().split("\n\n"))


def _routes(document: dict[str, Any]) -> Iterator[Markup]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield _ROUTE.format(method=method.upper(), path=path, text=operation.get("description", ""))


def _errors() -> Iterator[Markup]:
    """Every type of problem, once, in the order of the error tree."""
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ThabatError)]
    for kind in kinds:
        text = (kind.__doc__ or "").replace("`", "").replace("code is one of:", "Among its codes:")
        yield _ERROR.format(code=kind.code, title=kind.title, text=text)
