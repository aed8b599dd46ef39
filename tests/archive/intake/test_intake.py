"""One deposit in, one record out: what is kept, found, proposed, refused."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from api.services import Services
from archive.errors import Conflict, EvidenceMissing, LanguageMismatch, NotFound
from archive.intake.deposit import Source, assemble
from archive.intake.metadata import from_mapping
from archive.intake.receipt import Receipt
from archive.models import APPEND_ONLY, Job, table_of
from tests.samples import ARABIC, ENGLISH

Deposit = Callable[..., Receipt]


@pytest.fixture
def rows(services: Services) -> Callable[[], dict[str, int]]:
    """How many rows each table has."""

    def _rows() -> dict[str, int]:
        with services.database.read() as session:
            return {
                table.name: session.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (*APPEND_ONLY, table_of(Job))
            }

    return _rows


def test_a_pair_becomes_a_record(services: Services, pair: Receipt) -> None:
    """Texts, chain, disclaimer and derivation of a plain pair, with nobody invented."""
    work = services.catalogue.work(pair.work_id)
    original, translation = work.texts
    assert (original.role, original.language) == ("original", "ar")
    assert (translation.role, translation.language) == ("translation", "en")
    assert original.latest.title == "بلدية رأس الوادي تعيد فتح السوق القديم"
    assert [(item.kind, item.source_id, item.target_id) for item in work.derivations] == [
        ("translation", original.latest.id, translation.latest.id)
    ]
    authors = [hop for hop in translation.latest.hops if hop.role == "aut"]
    assert [(hop.agent.name(), hop.on_behalf_of and hop.on_behalf_of.name()) for hop in authors] == [
        ("Salma al-Hourani", "Sawt al-Wadi")
    ]
    translators = [hop for hop in translation.latest.hops if hop.role == "trl"]
    assert [(hop.agent.kind, hop.agent.name()) for hop in translators] == [("organisation", "The Valley Reader")]
    (use,) = translation.latest.disclaimers
    assert use.disclaimer.claims["translated"] is True
    assert use.disclaimer.claims["responsibility"] == "author"
    assert use.span.of(translation.latest.content).startswith("This article was translated")


def test_every_printed_quote_stands_where_its_hop_says(services: Services, pair: Receipt) -> None:
    """Span and quote of each hop agree with the text."""
    checked = 0
    for version in services.catalogue.work(pair.work_id).versions:
        for hop in version.hops:
            if hop.span is not None:
                assert hop.span.of(version.content) == hop.quote
                checked += 1
    assert checked >= 3


def test_a_missing_translator_stays_unnamed(services: Services, deposit: Deposit) -> None:
    """A translation that names no translator has one translator hop whose agent nobody knows."""
    english = ENGLISH.partition("This article was translated")[0]
    receipt = deposit({"original": ARABIC, "translation": english})
    translation = services.catalogue.work(receipt.work_id).texts[1].latest
    (hop,) = [hop for hop in translation.hops if hop.role == "trl"]
    assert (hop.agent.identity, hop.agent.name(), hop.basis, hop.quote) == ("unknown", None, "inferred", None)


def test_unnamed_is_only_possible_where_credits_are_not_read(services: Services, deposit: Deposit) -> None:
    """A French text may name its translator in words the archive does not read; it does not claim to be sure."""
    french = "Le vieux marché rouvre\n\nTraduit de l’arabe par Jeanne Dupont\n\nLa municipalité a annoncé dimanche la réouverture du vieux marché après trois ans de fermeture.\n"
    receipt = deposit({"original": ARABIC, "translation": french}, translation={"language": "fr"})
    (hop,) = [hop for hop in services.catalogue.work(receipt.work_id).texts[1].latest.hops if hop.role == "trl"]
    assert (hop.agent.name(), hop.certainty) == (None, "possible")


def test_an_original_that_says_it_is_translated_is_noticed(deposit: Deposit) -> None:
    """A translation handed over as an original is kept, and the contradiction is pointed out."""
    receipt = deposit({"original": ENGLISH}, original={"language": "en"})
    assert "says-it-is-translated" in [notice.code for notice in receipt.notices]


def test_the_same_bytes_twice_are_one_work(rows: Any, deposit: Deposit, pair: Receipt) -> None:
    """A second deposit of the same bytes gives the first one's ids and writes nothing."""
    before = rows()
    again = deposit({"translation": ENGLISH, "original": ARABIC})
    assert (again.created, again.work_id) == (False, pair.work_id)
    assert {text.version_id for text in again.texts} == {text.version_id for text in pair.texts}
    assert rows() == before


def test_a_text_alone_is_joined_later(services: Services, deposit: Deposit) -> None:
    """The original waits; its translation joins the same work and derives from it."""
    alone = deposit({"original": ARABIC})
    version = alone.texts[0].version_id
    joined = deposit({"translation": ENGLISH}, to_work=alone.work_id, translation={"from": [version]})
    work = services.catalogue.work(alone.work_id)
    assert joined.created
    assert [text.role for text in work.texts] == ["original", "translation"]
    assert [item.source_id for item in work.derivations] == [version]
    assert deposit({"translation": ENGLISH}, to_work=alone.work_id).created is False


def test_a_translation_joins_its_original_by_default(services: Services, deposit: Deposit) -> None:
    """Without `from`, a joined translation derives from the work's only original."""
    alone = deposit({"original": ARABIC})
    deposit({"translation": ENGLISH}, to_work=alone.work_id)
    assert [item.source_id for item in services.catalogue.work(alone.work_id).derivations] == [
        alone.texts[0].version_id
    ]


def test_a_correction_is_a_new_version(services: Services, deposit: Deposit, pair: Receipt) -> None:
    """Nothing is edited: the corrected text is version 2 and says what it supersedes."""
    first = next(text.version_id for text in pair.texts if text.key == "translation")
    corrected = ENGLISH.replace("450", "540")
    deposit({"translation": corrected}, to_work=pair.work_id, translation={"revises": first})
    versions = services.catalogue.work(pair.work_id).texts[1].versions
    assert [(version.number, version.supersedes_id) for version in versions] == [(1, None), (2, first)]
    assert "450" in versions[0].content
    assert "540" in versions[1].content


def test_a_printed_hop_needs_its_quote_in_the_source(rows: Any, deposit: Deposit) -> None:
    """Evidence that is not in the capture is refused, naming the hop; nothing is written."""
    before = rows()
    hop = {"role": "trl", "agent": {"name": "Nobody"}, "basis": "printed", "quote": "translated by Nobody"}
    with pytest.raises(EvidenceMissing) as refused:
        deposit({"original": ARABIC, "translation": ENGLISH}, hops=[hop])
    assert refused.value.pointer == "/hops/0/quote"
    assert rows() == before


def test_the_archivists_hop_replaces_its_own_proposal(services: Services, deposit: Deposit) -> None:
    """What the archivist says is kept once; the same found in print is not a second hand."""
    hop = {
        "role": "aut", "side": "original", "basis": "printed", "quote": "بقلم سلمى الحوراني",
        "agent": {"name": "سلمى الحوراني", "kind": "person"},
    }  # fmt: skip
    receipt = deposit({"original": ARABIC, "translation": ENGLISH}, hops=[hop])
    hops = services.catalogue.work(receipt.work_id).texts[0].latest.hops
    assert [(item.agent.name(), item.proposed_by) for item in hops if item.role == "aut"] == [("سلمى الحوراني", None)]


@pytest.mark.parametrize(
    ("texts", "metadata", "code"),
    [
        ({"original": ENGLISH, "translation": ARABIC}, {}, "sides-swapped"),
        (
            {"original": ENGLISH, "translation": ARABIC},
            {"original": {"language": "ar"}, "translation": {"language": "en"}},
            "sides-swapped",
        ),
        ({"original": ARABIC, "translation": ARABIC + "\nوختم حديثه بالشكر."}, {}, "same-language"),
        ({"original": ARABIC}, {"original": {"language": "en"}}, "wrong-language"),
        ({"original": ARABIC}, {"original": {"language": "fa"}}, "wrong-language"),
    ],
)
def test_languages_that_contradict(
    rows: Any, deposit: Deposit, texts: dict[str, str], metadata: dict[str, Any], code: str
) -> None:
    """Swapped sides, one language twice, another language than declared: refused with what was seen."""
    before = rows()
    with pytest.raises(LanguageMismatch) as refused:
        deposit(texts, **metadata)
    assert refused.value.code == code
    assert rows() == before


def test_force_records_the_override(services: Services, deposit: Deposit) -> None:
    """An archivist who insists is believed, and the record says so."""
    receipt = deposit({"original": ARABIC}, original={"language": "en"}, force=True)
    check = services.catalogue.work(receipt.work_id).texts[0].latest.language_check
    assert (check["declared"], check["found"], check["overridden"]) == ("en", "ar", True)


def test_external_ids_are_one_works(rows: Any, deposit: Deposit, pair: Receipt) -> None:
    """Another text under a taken external id is a conflict that names the work."""
    before = rows()
    with pytest.raises(Conflict, match=pair.work_id):
        deposit({"original": ARABIC + "\nوختم حديثه بالشكر."}, external_id="sample-1")
    assert rows() == before


def test_joining_nothing(deposit: Deposit) -> None:
    """There must be a work to join."""
    with pytest.raises(NotFound):
        deposit({"original": ARABIC}, to_work="0192f0c5-0000-7000-8000-000000000000")


def test_hidden_characters_are_kept_and_flagged(services: Services, deposit: Deposit) -> None:
    """NUL and bidi controls stay in the capture; the version is flagged, without NUL."""
    odd = ARABIC.replace("السوق", "السو\u202eق\x00", 1)
    receipt = deposit({"original": odd})
    version = services.catalogue.work(receipt.work_id).texts[0].latest
    assert {flag["code"] for flag in version.flags} >= {"nul", "bidi-control"}
    assert "\x00" not in version.content
    assert services.blobs.get(version.capture.sha256) == odd.encode()


def test_a_short_text_with_one_nul_stays_what_it_is(services: Services, now: datetime) -> None:
    """A stray NUL does not make UTF-8 look like UTF-16, in a file or inline."""
    words = "Title here\n\nThe river \0 bank of the city and the bridge."
    inline = assemble(from_mapping({"original": {"text": words}}), {})
    file = assemble(from_mapping({}), {"original": Source(words.encode())})
    for deposit in (inline, file):
        (draft,) = services.intake.preview(deposit).drafts
        assert draft.reading.decoded.charset == "utf-8"
        assert draft.content == "Title here\n\nThe river bank of the city and the bridge."
        assert [flag.code for flag in draft.reading.flags] == ["nul"]


def test_one_wording_is_stored_once(services: Services, deposit: Deposit, pair: Receipt) -> None:
    """Two works with one disclaimer share its row, each with its own use."""
    deposit({"original": ARABIC.replace("الأحد", "الاثنين"), "translation": ENGLISH.replace("Sunday", "Monday")})
    ((record, uses),) = services.catalogue.disclaimers()
    assert uses == 2
    assert {work for work, _, _ in services.catalogue.disclaimer(record.id)[1]} >= {pair.work_id}


def test_organisations_are_one_agent_everywhere(services: Services, deposit: Deposit, pair: Receipt) -> None:
    """The same outlet in two works is one agent; two bylines of one name are not one person."""
    other = deposit(
        {"original": ARABIC.replace("الأحد", "الاثنين"), "translation": ENGLISH.replace("Sunday", "Monday")}
    )

    def agents(work_id: str, role: str) -> set[str]:
        versions = services.catalogue.work(work_id).versions
        return {hop.agent.id for version in versions for hop in version.hops if hop.role == role}

    assert agents(pair.work_id, "trl") == agents(other.work_id, "trl")
    assert agents(pair.work_id, "aut").isdisjoint(agents(other.work_id, "aut"))


def test_an_outlet_learns_its_names(services: Services, deposit: Deposit, pair: Receipt) -> None:
    """A later deposit that names a known outlet in both scripts adds the name that was missing."""
    agent = {
        "kind": "organisation",
        "names": [{"name": "قارئ الوادي", "language": "ar"}, {"name": "The Valley Reader", "language": "en"}],
    }
    other = deposit(
        {"original": ARABIC.replace("الأحد", "الاثنين"), "translation": ENGLISH.replace("Sunday", "Monday")},
        hops=[{"role": "trl", "agent": agent}],
    )
    hop = next(hop for hop in services.catalogue.work(pair.work_id).texts[1].latest.hops if hop.role == "trl")
    assert {name.name for name in hop.agent.names} == {"The Valley Reader", "قارئ الوادي"}
    later = services.catalogue.work(other.work_id).texts[1].latest
    assert {hop.agent.id for hop in later.hops if hop.role == "trl"} == {hop.agent.id}


def test_a_translators_credit_is_no_disclaimer(services: Services, deposit: Deposit) -> None:
    """ "Translated by X" names a hand; it disclaims nothing."""
    english = ENGLISH.partition("This article was translated")[0] + "Translated by Rana Haddad\n"
    receipt = deposit({"original": ARABIC, "translation": english})
    version = services.catalogue.work(receipt.work_id).texts[1].latest
    assert version.disclaimers == ()
    assert [hop.agent.name() for hop in version.hops if hop.role == "trl"] == ["Rana Haddad"]


def test_each_version_is_owed_its_processing(rows: Any, pair: Receipt) -> None:
    """A deposit leaves one job a version, in the same transaction."""
    assert rows()["job"] == len(pair.texts) == 2
