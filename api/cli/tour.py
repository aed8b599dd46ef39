"""The tour of ``thabat demo``: real answers of the archive just built, in the order a visitor would ask.

Everything printed is asked of the archive at that moment; nothing is written down beforehand but the
questions (``demo/queries.toml``) and which works have to be among the answers.
"""

from __future__ import annotations

import time
from typing import Any, Final

import typer

from api.cli.finding import print_results
from api.cli.output import isolated, say
from api.cli.tour_machine import show_machine
from api.demo import TourQuery, build_demo, queries, settle, translate_all
from api.services import Services
from api.settings import Settings
from archive.errors import Broken
from archive.history import HopRecord, VersionRecord
from archive.intake.receipt import Receipt
from archive.verify import verify
from search.query import parse

CHAIN_OF: Final = "demo-08"  # the relay: from Arabic through French into English
SHOWN: Final = 2  # works of a full result


def take_tour(settings: Settings) -> None:
    """Build and show. Exit 1 when a search misses what it must find or the verification breaks."""
    started = time.monotonic()
    services, receipts = build_demo(settings)
    try:
        _built(services, receipts, time.monotonic() - started)
        missed = _searches(services)
        _chain(services)
        _disclaimer(services)
        _machine(services)
        broken = _verification(services)
    finally:
        services.close()
    if missed or broken:
        raise typer.Exit(1)
    say(f"\nThe pages: http://{settings.host}:{settings.port}/   (`thabat serve --data {settings.data}`)")


def _built(services: Services, receipts: list[Receipt], seconds: float) -> None:
    counts = services.catalogue.counts()
    new = sum(receipt.created for receipt in receipts)
    known = len(receipts) - new
    say(f"1. The archive, in {services.settings.data} ({seconds:.1f} s; {new} works new, {known} there before)")
    say(
        f"   {counts.works} works, {counts.versions} versions, {counts.pairs} pairs, "
        f"{counts.disclaimers} wordings of disclaimers, {counts.journal} journal entries; every text is invented"
    )


def _searches(services: Services) -> int:
    """Every question; the first of each language with its answer in full. Returns how many went wrong."""
    say("\n2. Searches")
    shown: set[str] = set()
    wrong = 0
    for query in queries():
        found = services.search.search(parse(query.q, limit=50)).as_dict()
        wrong += _asked(query, found)
        if query.language not in shown:
            shown.add(query.language)
            say()
            print_results({**found, "results": found["results"][:SHOWN]})
            say()
    return wrong


def _asked(query: TourQuery, found: dict[str, Any]) -> bool:
    ids = {result["external_id"] for result in found["results"]}
    missing, intruders = set(query.find) - ids, set(query.absent) & ids
    answer = ", ".join(sorted(name for name in ids if name)) or "nothing"
    say(f"   {isolated(query.q)} → {answer}")
    say(f"      {isolated(query.why)}")
    for word, names in (("MISSING", missing), ("WRONGLY FOUND", intruders)):
        if names:
            say(f"      {word}: {', '.join(sorted(names))}")
    return bool(missing or intruders)


def _chain(services: Services) -> None:
    found = services.search.search(parse("", limit=100)).results
    work_id = next((item.work for item in found if item.external_id == CHAIN_OF), None)
    if work_id is None:
        raise Broken(f"the demonstration work {CHAIN_OF} is not in the archive", code="demo")
    say(f"\n3. A chain: the hands that {CHAIN_OF} passed through")
    for text in services.catalogue.work(work_id).texts:
        for version in text.versions:
            _hands(version, text.language)


def _hands(version: VersionRecord, language: str) -> None:
    say(f"   {isolated(version.title)}")
    for hop in version.hops:
        say(f"      {hop.role}  {_who(hop, language)}: {hop.basis}, {hop.certainty}{_evidence(hop)}")


def _who(hop: HopRecord, language: str) -> str:
    """By the name in the language of the text, which is the one in print."""
    name = hop.agent.name(language)
    behalf = hop.on_behalf_of.name(language) if hop.on_behalf_of else None
    who = isolated(name) if name else "unnamed"
    return f"{who} for {isolated(behalf)}" if behalf else who


def _evidence(hop: HopRecord) -> str:
    return f", “{isolated(hop.quote)}”" if hop.quote else ""


def _disclaimer(services: Services) -> None:
    record, uses = services.catalogue.disclaimers()[0]
    say(f"\n4. A disclaimer, found in {uses} version{'s' if uses != 1 else ''}")
    say(f"   {isolated(record.wording)}")
    for name, value in record.claims.items():
        if value:
            say(f"      {name}: {'yes' if value is True else isolated(str(value))}")


def _machine(services: Services) -> None:
    started = time.monotonic()
    runs = translate_all(services)
    show_machine(services, runs, time.monotonic() - started)
    settle(services)


def _verification(services: Services) -> bool:
    say("\n6. Is this still what was received?")
    report = verify(services.settings.data)
    for line in report.as_text().splitlines():
        say(f"   {line}")
    return report.exit_code != 0
