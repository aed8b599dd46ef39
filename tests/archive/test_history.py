"""The read side: records, lists, filters."""

from collections.abc import Callable

import pytest

from api.services import Services
from archive.errors import BadInput, NotFound
from archive.history import AgentNameRecord, AgentRecord
from archive.intake.receipt import Receipt
from tests.samples import ARABIC, ENGLISH

Deposit = Callable[..., Receipt]


@pytest.fixture
def three(deposit: Deposit, pair: Receipt) -> list[str]:
    """A pair, an original alone by an outlet, and an opinion piece in English: oldest first."""
    alone = deposit(
        {"original": ARABIC.replace("الأحد", "الاثنين")}, original={"outlet": "صوت الوادي", "published": "2015-11"}
    )
    opinion = deposit(
        {"original": ENGLISH.partition("This article was")[0].replace("Sunday", "Tuesday")},
        kind="opinion",
        original={"language": "en"},
    )
    return [pair.work_id, alone.work_id, opinion.work_id]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [2, 1, 0]),
        ({"kind": "opinion"}, [2]),
        ({"has_disclaimer": True}, [0]),
        ({"has_disclaimer": False}, [2, 1]),
        ({"missing_role": "translation"}, [2, 1]),
        ({"missing_role": "original"}, []),
        ({"outlet": "صَوت الوادى"}, [1]),
        ({"outlet": "nobody"}, []),
    ],
)
def test_lists_are_filtered(
    services: Services, three: list[str], filters: dict[str, object], expected: list[int]
) -> None:
    """Newest first; outlets are found folded; texts without a disclaimer can be listed."""
    found, total = services.catalogue.works(**filters)  # type: ignore[arg-type]
    assert [item.id for item in found] == [three[place] for place in expected]
    assert total == len(expected)


def test_lists_are_paged(services: Services, three: list[str]) -> None:
    """Offset and limit cut the list; the total stays."""
    found, total = services.catalogue.works(offset=1, limit=1)
    assert ([item.id for item in found], total) == ([three[1]], 3)
    assert (found[0].published, found[0].outlets) == ("2015-11", ("صوت الوادي",))


def test_unknown_filter_values_are_named(services: Services) -> None:
    """A kind that does not exist is bad input, not an empty list."""
    with pytest.raises(BadInput, match="gossip"):
        services.catalogue.works(kind="gossip")


def test_titles_are_those_of_the_latest_version(services: Services, deposit: Deposit, pair: Receipt) -> None:
    """After a correction the list shows the new headline, the record still both."""
    first = next(text.version_id for text in pair.texts if text.language == "en")
    corrected = ENGLISH.replace("Reopens the Old Market", "Delays the Old Market")
    deposit({"translation": corrected}, to_work=pair.work_id, translation={"revises": first})
    (summary,), _ = services.catalogue.works()
    assert summary.titles["en"] == "Ras al-Wadi Municipality Delays the Old Market"
    assert summary.versions == 3
    assert services.catalogue.work(pair.work_id).titles["en"] == summary.titles["en"]


def test_counts(services: Services, three: list[str]) -> None:
    """The archive says what it holds."""
    counts = services.catalogue.counts()
    assert (counts.works, counts.versions, counts.pairs, counts.disclaimers) == (3, 4, 1, 1)


def test_agents_list_their_works(services: Services, pair: Receipt) -> None:
    """From a hop to its agent and back to the work."""
    hop = next(hop for hop in services.catalogue.work(pair.work_id).texts[1].latest.hops if hop.role == "trl")
    agent, works = services.catalogue.agent(hop.agent.id)
    assert agent.name() == "The Valley Reader"
    assert [item.id for item in works] == [pair.work_id]


def test_what_is_not_there_is_not_found(services: Services) -> None:
    """Every look-up by id names what it did not find."""
    for look_up in (
        services.catalogue.work,
        services.catalogue.work_of_version,
        services.catalogue.work_of_external_id,
        services.catalogue.disclaimer,
        services.catalogue.agent,
    ):
        with pytest.raises(NotFound, match="nothing"):
            look_up("nothing")


@pytest.mark.parametrize(
    ("language", "expected"), [(None, "منجي"), ("ar", "منجي"), ("en", "Mongi"), ("fr", "Mongi"), ("fa", "منجي")]
)
def test_a_name_is_chosen_by_language_then_script(language: str | None, expected: str) -> None:
    """An English reader gets the Latin name though it was recorded from a French text."""
    names = (AgentNameRecord("منجي", "ar", "Arab", "printed"), AgentNameRecord("Mongi", "fr", "Latn", "printed"))
    assert AgentRecord("a", "person", "named", names).name(language) == expected
