"""Contexts into HTML: one Jinja2 environment with autoescape, undefined names refused.

No page needs JavaScript, none loads anything from another host; :data:`HEADERS` say so to the browser.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from api.pages import compare_contexts, contexts, names_contexts, parallel_contexts, saved_contexts
from api.pages.bidi import direction_of, isolated, left_to_right
from api.pages.dating import dated
from api.pages.record import claims_of, language_verdict
from api.pages.ui import LANGUAGES, Ui
from archive.history import AgentRecord
from archive.values import Digest, primary_language

HERE: Final = Path(__file__).parent
STATIC: Final = HERE / "static"
READERS_SCRIPT: Final[Mapping[str, str]] = {"en": "Latn", "ar": "Arab"}
HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}

TEMPLATES: Final[Mapping[type, str]] = {
    contexts.HomePage: "home.html",
    contexts.SearchPage: "search.html",
    contexts.WorksPage: "works.html",
    contexts.WorkPage: "work.html",
    contexts.UploadPage: "upload.html",
    contexts.ReceiptPage: "receipt.html",
    contexts.DisclaimersPage: "disclaimers.html",
    contexts.DisclaimerPage: "disclaimer.html",
    contexts.VerifyPage: "verify.html",
    contexts.AgentPage: "agent.html",
    contexts.AboutPage: "about.html",
    contexts.ErrorPage: "error.html",
    compare_contexts.ComparePage: "compare.html",
    compare_contexts.PickPage: "pick.html",
    compare_contexts.FindingPage: "finding.html",
    compare_contexts.EditorPage: "editor.html",
    parallel_contexts.ConcordancePage: "concordance.html",
    parallel_contexts.RenderingsPage: "renderings.html",
    saved_contexts.SearchesPage: "searches.html",
    saved_contexts.NewsPage: "news.html",
    saved_contexts.KeepPage: "keep.html",
    names_contexts.NamesPage: "names.html",
    names_contexts.CandidatesPage: "candidates.html",
    names_contexts.RejectedPage: "rejected.html",
}
"""Which template shows which page."""


def render(page: object, ui: Ui) -> str:
    """The whole HTML document of ``page`` in the interface ``ui``."""
    template = environment().get_template(TEMPLATES[type(page)])
    return template.render(page=page, ui=ui, languages=LANGUAGES)


@lru_cache(maxsize=1)
def environment() -> Environment:
    jinja = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.filters.update(
        dir=direction_of, bdi=isolated, ltr=left_to_right, moment=moment, size=byte_size, claims=claims_of
    )
    jinja.globals.update(asset=asset, release=version("thabat"), agent_name=agent_name, verdict=language_verdict)
    jinja.globals.update(dated=dated)
    return jinja


@lru_cache(maxsize=16)
def asset(name: str) -> str:
    """The address of a static file, with a piece of its digest so that caches can keep it for ever."""
    return f"/static/{name}?v={Digest.of((STATIC / name).read_bytes())[:12]}"


def moment(value: datetime) -> Markup:
    """An instant to the minute, in UTC, never reordered."""
    utc = value.astimezone(UTC)
    return Markup('<time dir="ltr" datetime="{}">{}</time>').format(
        utc.strftime("%Y-%m-%dT%H:%M:%SZ"), utc.strftime("%Y-%m-%d %H:%M UTC")
    )


def byte_size(count: int) -> Markup:
    return left_to_right(f"{count:,} B" if count < 10_000 else f"{count / 1000:,.0f} kB")


def agent_name(agent: AgentRecord, ui: Ui, content_language: str = "") -> Markup | None:
    """The agent's name in the reader's language, else script, else in the content's language, else any."""
    content = primary_language(content_language)
    ranked = sorted(
        agent.names,
        key=lambda name: (
            primary_language(name.language) != ui.language,
            name.script != READERS_SCRIPT[ui.language],
            primary_language(name.language) != content,
        ),
    )
    return isolated(ranked[0].name, ranked[0].language) if ranked else None
