"""``thabat search --save``, ``--saved``, ``--new``: searches under a name, and what is new to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from api.cli.output import isolated, say, say_json
from archive.values import utc_now

if TYPE_CHECKING:
    from api.cli.asked import Asked
    from api.services import Services
    from search.watching import Saved, SavedSearches


def keep(services: Services, name: str, asked: Asked, *, as_json: bool) -> None:
    """Save the search; what it finds now is not new."""
    from search.watching import MOST_WORKS, Saved, SavedSearches

    seen = services.search.matching(asked.parsed(), MOST_WORKS)
    options = {key: value for key, value in asked.options.items() if value not in (None, [])}
    SavedSearches(services.settings.saved_searches).put(Saved(name, asked.q, options, seen, utc_now().isoformat()))
    if as_json:
        say_json({"name": name, "query": asked.q, "works": len(seen)})
    else:
        said = f"{len(seen)} {'work' if len(seen) == 1 else 'works'} so far"
        say(f"saved as {isolated(name)}: {said}; thabat search --saved NAME --new says what is new")


def ask(services: Services, name: str, asked: Asked, *, new: bool, as_json: bool) -> None:
    """Answer a saved search; with ``new`` say what came since, which then counts as seen."""
    from api.cli.finding import print_results
    from search.watching import SavedSearches

    searches = SavedSearches(services.settings.saved_searches)
    saved = searches.get(name)
    if new:
        _report(services, searches, saved, as_json=as_json)
        return
    found = services.search.search(saved.query(offset=asked.offset, limit=asked.limit)).as_dict()
    if as_json:
        say_json(found)
    else:
        print_results(found, offset=asked.offset)


def _report(services: Services, searches: SavedSearches, saved: Saved, *, as_json: bool) -> None:
    from search.watching import MOST_WORKS, fresh

    now = utc_now().isoformat()
    found = services.search.matching(saved.query(), MOST_WORKS)
    new = fresh(saved, found)
    titles = services.search.titles(sorted(new))
    searches.put(replace(saved, seen=found, seen_at=now))
    works = [{"work": work, "titles": titles.get(work, {}), "versions": new[work]} for work in sorted(new)]
    if as_json:
        say_json({"name": saved.name, "query": saved.q, "since": saved.seen_at, "total": len(works), "works": works})
        return
    say(f"{len(works)} new since {saved.seen_at} for {isolated(saved.q)}")
    for work in works:
        shown = " · ".join(f"{isolated(title)} ({language})" for language, title in titles[str(work["work"])].items())
        say(f"     {shown or '(no title)'} work {work['work']}")
