"""``thabat search --save``, ``--saved``, ``--new``, ``--list-saved``, ``--delete-saved``: searches under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.cli.output import isolated, say, say_json
from archive.values import utc_now

if TYPE_CHECKING:
    from api.cli.asked import Asked
    from api.services import Services
    from search.news import News, Standing


def keep(services: Services, name: str, asked: Asked, *, as_json: bool) -> None:
    """Save the search under a name that no other has; what it finds now is not new."""
    from search.watching import Saved

    options = {key: value for key, value in asked.options.items() if value not in (None, []) and key != "natural"}
    saved, _ = services.watch.keep(Saved(name, asked.q, options), now=utc_now(), fresh_name=True)
    if as_json:
        say_json({"name": saved.name, "query": asked.q, "works": len(saved.seen)})
    else:
        said = f"{len(saved.seen)} {'work' if len(saved.seen) == 1 else 'works'} so far"
        say(f"saved as {isolated(saved.name)}: {said}; thabat search --saved NAME --new says what is new")


def ask(services: Services, name: str, asked: Asked, *, new: bool, as_json: bool) -> None:
    """Answer a saved search; with ``new`` say what came since, which then counts as seen."""
    from api.cli.finding import print_results

    if new:
        _print_news(services.watch.look(name, now=utc_now()), as_json=as_json)
        return
    saved = services.watch.searches.get(name)
    found = services.search.search(saved.query(offset=asked.offset, limit=asked.limit)).as_dict()
    if as_json:
        say_json(found)
    else:
        print_results(found, offset=asked.offset)


def listed(services: Services, *, as_json: bool) -> None:
    """Every question that is kept, with the number of works that are new to it; nothing counts as seen by that."""
    from api.keeping import standing_dict
    from search.watching import MOST_SAVED

    total, standings = services.watch.standings(0, MOST_SAVED)
    if as_json:
        say_json({"total": total, "searches": [standing_dict(one) for one in standings]})
        return
    for one in standings:
        say(f"{_count(one):>10}  {isolated(one.saved.name)}  {isolated(one.saved.q)}{_filters(one)}")
    say(f"{total} {'question is' if total == 1 else 'questions are'} kept")


def delete(services: Services, name: str) -> None:
    saved = services.watch.searches.delete(name)
    say(f"{isolated(saved.name)} is kept no longer")


def _count(standing: Standing) -> str:
    if standing.new is not None:
        return f"{standing.new} new"
    return standing.saved.kind if standing.why == "not-watched" else standing.why


def _filters(standing: Standing) -> str:
    from api.keeping import parameters_of

    said = (f"{name}={value}" for name, values in parameters_of(standing.saved).items() for value in values)
    return "".join(f" {isolated(one)}" for one in said)


def _print_news(news: News, *, as_json: bool) -> None:
    if as_json:
        say_json(news.as_dict())
        return
    say(f"{news.total} new since {news.saved.seen_at} for {isolated(news.saved.q)}")
    for one in news.works:
        shown = " · ".join(f"{isolated(title)} ({language})" for language, title in one.titles.items())
        say(f"     {shown or '(no title)'} work {one.work}")
