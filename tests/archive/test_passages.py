"""What search is shown: every version once, current names, in pages that can be followed."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from api.services import Services
from archive import passages_sql
from archive.intake.receipt import Receipt
from archive.passages_sql import SqlPassages
from archive.pipeline import process
from tests.samples import ARABIC, ENGLISH

Deposit = Callable[..., Receipt]


def test_an_empty_archive_shows_nothing(services: Services) -> None:
    """Position 0, no passages."""
    source = SqlPassages(services.database)
    assert source.position() == 0
    assert source.changed(0, 10, 10) == []


def test_a_pair_is_two_passages(services: Services, deposit: Deposit) -> None:
    """A passage carries language, names as printed, date bounds and whether a disclaimer stands in it."""
    receipt = deposit(
        {"original": ARABIC, "translation": ENGLISH},
        external_id="x-1",
        original={"published": "2015-11", "outlet": "صوت الوادي"},
    )
    source = SqlPassages(services.database)
    arabic, english = sorted(source.changed(0, source.position(), 10), key=lambda passage: passage.language)
    assert (arabic.work_id, arabic.external_id, arabic.role, arabic.latest) == (
        receipt.work_id,
        "x-1",
        "original",
        True,
    )
    assert (arabic.published_from, arabic.published_to) == (date(2015, 11, 1), date(2015, 11, 30))
    assert arabic.outlets == ("صوت الوادي",)
    assert (arabic.published, arabic.publishers) == ("2015-11", (("صوت الوادي",),))
    assert (english.published, english.publishers) == (None, ())
    printed = source.printed([arabic.version_id, english.version_id])
    shown = [(one.published, one.publishers) for one in (printed[arabic.version_id], printed[english.version_id])]
    assert shown == [("2015-11", (("صوت الوادي",),)), (None, ())]
    assert set(english.agents) >= {"Salma al-Hourani", "Sawt al-Wadi", "The Valley Reader"}
    assert (arabic.has_disclaimer, english.has_disclaimer) == (False, True)
    assert english.content.startswith(english.title)


def test_only_new_deeds_are_followed(services: Services, deposit: Deposit, pair: Receipt, now: datetime) -> None:
    """After a position come the works touched since; the worker's own entries touch nothing."""
    source = SqlPassages(services.database)
    before = source.position()
    with services.database.write() as session:
        process(session, pair.texts[0].version_id, now=now)
    assert source.position() == before + 1
    assert source.changed(before, source.position(), 10) == []
    deposit(
        {"translation": ENGLISH.replace("450", "540")},
        to_work=pair.work_id,
        translation={"revises": pair.texts[1].version_id},
    )
    changed = source.changed(before, source.position(), 10)
    assert {passage.work_id for passage in changed} == {pair.work_id}
    assert sorted((passage.language, passage.latest) for passage in changed) == [
        ("ar", True),
        ("en", False),
        ("en", True),
    ]


def test_pages_go_on_where_the_last_one_ended(services: Services, pair: Receipt) -> None:
    """Keyset paging sees each version once."""
    source = SqlPassages(services.database)
    (first,) = source.changed(0, source.position(), 1)
    (second,) = source.changed(0, source.position(), 1, first.version_id)
    assert source.changed(0, source.position(), 1, second.version_id) == []
    assert {first.version_id, second.version_id} == {text.version_id for text in pair.texts}


def test_an_unnamed_translator_is_known_to_be_unnamed(services: Services, deposit: Deposit) -> None:
    """Nobody's name is shown for the translator nobody named."""
    deposit({"original": ARABIC, "translation": ENGLISH.partition("This article was")[0]})
    source = SqlPassages(services.database)
    passages = {passage.language: passage for passage in source.changed(0, source.position(), 10)}
    assert (passages["ar"].translator_unnamed, passages["en"].translator_unnamed) == (False, True)


def test_titles_by_work_and_language(services: Services, pair: Receipt) -> None:
    """The latest title of each language; works without versions have none."""
    titles = SqlPassages(services.database).titles([pair.work_id, "nothing"])
    assert titles == {
        pair.work_id: {
            "ar": "بلدية رأس الوادي تعيد فتح السوق القديم",
            "en": "Ras al-Wadi Municipality Reopens the Old Market",
        },
        "nothing": {},
    }


def test_much_is_followed_as_little_is(services: Services, deposit: Deposit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether works are looked up or all versions gone through: the same passages in the same order."""
    for number in range(3):
        deposit({"original": f"{ARABIC}\n\n{number}", "translation": ENGLISH}, external_id=f"x-{number}")
    source = SqlPassages(services.database)
    upto = source.position()
    looked_up = [source.changed(1, upto, 2), source.changed(1, upto, 9)]
    monkeypatch.setattr(passages_sql, "FEW_WORKS", 0)
    assert [source.changed(1, upto, 2), source.changed(1, upto, 9)] == looked_up
    last = looked_up[0][-1].version_id
    assert [*looked_up[0], *source.changed(1, upto, 9, last)] == looked_up[1]
