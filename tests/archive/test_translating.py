"""Machine translations: asked for once, made in batches, kept as a witness, and never taken for a person's."""

import errno
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from api.services import Services
from api.translating import Lane
from archive import jobs, translating_batches
from archive.errors import BadInput, BadMetadata, Conflict, LanguageMismatch, NotFound, Unavailable
from archive.intake.receipt import Receipt
from archive.machine.translator import ComputeType, Output, Parameters
from archive.store import blobs as blob_module
from archive.translation_records import RunStatus
from archive.values import utc_now
from archive.verify import verify
from search.query import parse
from tests.archive.machine_archive import STORY, FakeShop, with_machine
from tests.fakes import FakeTranslator, fake_package

Deposit = Callable[..., Receipt]
PERSIAN = (
    "شهرداری بازار قدیمی را گشود\n\nشهرداری صبح یکشنبه اعلام کرد که بازار قدیمی پس از بازسازی دوباره گشوده می‌شود. "
    "کار چهار ماه طول کشید و کارگران گفتند که سقف چوبی همچنان پابرجاست."
)


@pytest.fixture
def shop() -> FakeShop:
    return FakeShop()


@pytest.fixture
def archive(services: Services, shop: FakeShop) -> Services:
    return with_machine(services, shop)


@pytest.fixture
def story(deposit: Deposit) -> str:
    """The version of the Arabic story."""
    return deposit({"original": STORY}, original={"language": "ar"}).texts[0].version_id


def _arabic(deposit: Deposit, number: int) -> str:
    text = f"سوق الوادي {number}\n\nفتحت البلدية السوق رقم {number} أمس. وقال رئيسها إن العمل بدأ."
    return deposit({"original": text}, original={"language": "ar"}).texts[0].version_id


def _translate(archive: Services, version: str, now: datetime, **options: object) -> str:
    run = archive.translations.request(version, actor="test", now=now, **options).id
    Lane(archive).run_once()
    return run


# --- what is recorded -------------------------------------------------------------------------------------------------


def test_a_run_is_recorded_with_its_text(archive: Services, story: str, now: datetime) -> None:
    """A text of the role machine, laid out like its source, each sentence with a span in both."""
    run = archive.translations.get(_translate(archive, story, now))
    assert run.status is RunStatus.DONE
    work = archive.catalogue.work(run.work_id)
    machine = work.texts[-1]
    assert (machine.role, machine.language) == ("machine", "en")
    version = machine.latest
    assert version.id == run.result.target_version_id
    assert version.title == "market-of the-valley"
    assert (
        version.content.split("\n\n")[1]
        == "opened municipality market old yesterday. and-said its-head that work began."
    )
    assert [block.kind for block in version.layout] == [block.kind for block in work.texts[0].latest.layout]
    [derivation] = work.derivations
    assert (derivation.kind, derivation.target_id, derivation.source_id) == ("machine_translation", version.id, story)
    sentences = archive.translations.sentences(run.id)
    assert [item.source_text.split()[0] for item in sentences] == ["سوق", "فتحت", "وقال", "فتحت"]
    assert [item.target_text.split()[0] for item in sentences] == ["market-of", "opened", "and-said", "opened"]
    assert all(item.target.of(version.content) == item.target_text for item in sentences)
    assert version.segments == 4
    assert verify(archive.settings.data).exit_code == 0


def test_the_chain_names_software_and_nobody_else(archive: Services, story: str, now: datetime) -> None:
    """One hop, of an agent that is a program; a second run through the same path has the same agent."""
    _translate(archive, story, now)
    _translate(archive, story, now, again=True)
    work = archive.catalogue.work(archive.catalogue.work_of_version(story))
    hops = [hop for text in work.texts if text.by_machine for hop in text.latest.hops]
    assert [(hop.role, hop.agent.kind, hop.agent.name()) for hop in hops] == [
        ("trl", "software", "Argos Translate (ar→en 1.0)")
    ] * 2
    assert len({hop.agent.id for hop in hops}) == 1


def test_everything_it_takes_to_make_it_again_is_there(archive: Services, story: str, now: datetime) -> None:
    """Packages by hash, parameters, recipes, environment, digests, times, who asked."""
    run = archive.translations.get(
        _translate(archive, story, now, parameters=Parameters(compute_type=ComputeType.INT8))
    )
    assert [package.id for package in run.packages] == [archive.packages.store.find("ar-en").id]
    assert run.parameters["compute_type"] == "int8"
    assert (run.by, run.requested_at, run.repeat) == ("test", now, 0)
    assert run.result.environment == {"engine": "fake"}
    assert "fake-translator" in run.result.recipe
    assert "segment|" in run.result.splitter
    assert run.result.started_at <= run.result.finished_at
    assert run.result.summary["translated"] == 4


# --- once, again, cached ----------------------------------------------------------------------------------------------


def test_the_same_again_is_the_same_run(archive: Services, shop: FakeShop, story: str, now: datetime) -> None:
    """Nothing is owed twice and nobody is asked twice."""
    first = _translate(archive, story, now)
    asked = len(shop.asked)
    again = archive.translations.request(story, actor="another", now=now)
    assert (again.id, again.created, again.status) == (first, False, RunStatus.DONE)
    Lane(archive).run_once()
    assert len(shop.asked) == asked
    assert len(archive.translations.of_work(archive.catalogue.work_of_version(story))) == 1


def test_asked_for_again_it_is_another_run(archive: Services, shop: FakeShop, story: str, now: datetime) -> None:
    """It stands beside the first, and takes nothing from the cache."""
    first = _translate(archive, story, now)
    asked = len(shop.asked)
    second = _translate(archive, story, now, again=True)
    assert second != first
    assert len(shop.asked) == 2 * asked
    runs = archive.translations.of_work(archive.catalogue.work_of_version(story))
    assert {run.result.summary["cached"] for run in runs} == {0}
    assert len({run.result.target_version_id for run in runs}) == 2
    assert verify(archive.settings.data).exit_code == 0


def test_a_sentence_is_asked_for_once(
    archive: Services, shop: FakeShop, story: str, deposit: Deposit, now: datetime
) -> None:
    """Within a text, between texts, and between runs of the worker; who asked first is said."""
    other = deposit({"original": STORY.replace("سوق الوادي", "العمل")}, original={"language": "ar"}).texts[0].version_id
    first = _translate(archive, story, now)
    second = _translate(archive, other, now)
    assert len(shop.asked) == len(set(shop.asked)) == 4
    assert [item.cached_from for item in archive.translations.sentences(first)] == [None] * 4
    assert [item.cached_from for item in archive.translations.sentences(second)] == [None, first, first, first]


def test_texts_are_translated_together(archive: Services, shop: FakeShop, deposit: Deposit, now: datetime) -> None:
    """Forty texts, one model, one after the other on record."""
    versions = [_arabic(deposit, number) for number in range(40)]
    for version in versions:
        archive.translations.request(version, actor="test", now=now)
    assert Lane(archive).run_once().done == 40
    assert len(shop.opened) == 1
    assert archive.catalogue.counts().machine_texts == 40
    assert archive.translations.originals(without_run=True) == []


def test_two_lanes_do_each_run_once(archive: Services, deposit: Deposit, now: datetime) -> None:
    """Whoever comes second finds nothing, or loses."""
    for number in range(20):
        archive.translations.request(_arabic(deposit, number), actor="test", now=now)
    other = Lane(with_machine(archive, FakeShop()))
    with other.beside():
        mine = Lane(archive).run_once()
        while any(run.status is not RunStatus.DONE for run in archive.translations.newest(limit=100)):
            pass
    assert mine.done + other.tally.done == 20
    assert archive.catalogue.counts().machine_texts == 20


# --- taking back, failing, coming back --------------------------------------------------------------------------------


def test_a_run_can_be_taken_back_until_it_is_done(archive: Services, story: str, now: datetime) -> None:
    """Then nothing of it is made; asked for once more it is owed under another id."""
    request = archive.translations.request(story, actor="test", now=now)
    assert archive.translations.cancel(request.id, actor="desk", now=now).status is RunStatus.CANCELLED
    assert archive.translations.cancel(request.id, actor="desk", now=now).status is RunStatus.CANCELLED
    assert Lane(archive).run_once().done == 0
    anew = _translate(archive, story, now)
    assert anew != request.id
    with pytest.raises(Conflict, match="not undone"):
        archive.translations.cancel(anew, actor="desk", now=now)


def test_what_was_taken_back_meanwhile_is_not_recorded(archive: Services, story: str, now: datetime) -> None:
    """The worker had it in hand; its lease is lost."""
    request = archive.translations.request(story, actor="test", now=now)
    lane = Lane(archive)
    prepare = archive.translations.prepare

    def cancelled_under_way(*arguments: object, **options: object) -> object:
        made = list(prepare(*arguments, **options))
        archive.translations.cancel(request.id, actor="desk", now=now)
        return made

    archive.translations.prepare = cancelled_under_way
    assert lane.run_once().lost == 1
    assert archive.translations.get(request.id).status is RunStatus.CANCELLED
    assert archive.catalogue.counts().machine_texts == 0


def test_stopped_after_a_batch_it_goes_on_there(
    archive: Services, shop: FakeShop, story: str, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentences of the first batch are kept, and nobody is asked for them again."""
    monkeypatch.setattr(translating_batches, "BATCH", 2)
    request = archive.translations.request(story, actor="test", now=now)
    stops = iter([False, True])
    assert list(archive.translations.prepare([request.id], clock=utc_now, stopped=lambda: next(stops))) == []
    assert len(shop.asked) == 2
    assert archive.translations.progress(request.id).done == 2
    assert Lane(archive).run_once().done == 1
    assert len(shop.asked) == len(set(shop.asked)) == 3
    assert [item.cached_from for item in archive.translations.sentences(request.id)] == [None] * 4
    assert archive.translations.progress(request.id).done == archive.translations.progress(request.id).total == 4


def test_a_sentence_that_breaks_the_engine_fails_its_text_alone(
    services: Services, story: str, deposit: Deposit, now: datetime
) -> None:
    """The others of the batch are done; the job says what happened without a word of the text."""
    archive = with_machine(services, FakeShop(refuses=["سوق الوادي 7"]))
    runs = [archive.translations.request(_arabic(deposit, number), actor="test", now=now).id for number in range(5, 9)]
    tally = Lane(archive).run_once()
    assert (tally.done, tally.failed) == (3, 1)
    failed = archive.translations.get(runs[2])
    assert (failed.status, failed.error) == (RunStatus.QUEUED, "Unavailable (machine-failed)")


def test_a_run_that_was_given_up_is_owed_again_when_asked_for(
    services: Services, story: str, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under the same id."""
    monkeypatch.setattr("archive.jobs.MAX_ATTEMPTS", 1)
    archive = with_machine(services, FakeShop(refuses=["سوق الوادي"]))
    run = _translate(archive, story, now)
    assert archive.translations.get(run).status is RunStatus.FAILED
    assert archive.translations.request(story, actor="test", now=now).id == run
    assert archive.translations.get(run).status is RunStatus.QUEUED
    Lane(with_machine(archive, FakeShop())).run_once()
    assert archive.translations.get(run).status is RunStatus.DONE


def test_a_full_disk_costs_nothing_but_time(
    archive: Services, shop: FakeShop, story: str, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing half is recorded, no attempt is spent for good, no sentence is asked for twice."""
    run = archive.translations.request(story, actor="test", now=now).id

    def full(**_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(blob_module.tempfile, "mkstemp", full)
        with pytest.raises(Unavailable, match="No space left"):
            Lane(archive).run_once()
    assert archive.translations.get(run).status is RunStatus.RUNNING  # until its lease runs out
    assert archive.catalogue.counts().machine_texts == 0
    later = Lane(archive, clock=lambda: utc_now() + 2 * jobs.LEASE)
    assert later.run_once().done == 1
    assert archive.translations.get(run).status is RunStatus.DONE
    assert len(shop.asked) == len(set(shop.asked))
    assert verify(archive.settings.data).exit_code == 0


def test_a_full_database_costs_nothing_but_time(archive: Services, shop: FakeShop, story: str, now: datetime) -> None:
    """What was under way is done once there is room, and each run once."""
    archive.translations.request(story, actor="test", now=now)
    connection = archive.database.writer.raw_connection()
    pages = connection.driver_connection.execute("PRAGMA page_count").fetchone()[0]
    connection.driver_connection.execute(f"PRAGMA max_page_count = {pages}")
    connection.close()
    with pytest.raises(Unavailable, match="full"):
        _ask_again_and_again(archive, story, now)
    archive.database.writer.dispose()  # a new connection has no limit
    later = Lane(archive, clock=lambda: utc_now() + 4 * jobs.LEASE)
    while any(run.result is None for run in archive.translations.newest(limit=100)):
        later.run_once()
    assert verify(archive.settings.data).exit_code == 0
    assert archive.catalogue.counts().machine_texts == len(archive.translations.newest(limit=100))


def _ask_again_and_again(archive: Services, version: str, now: datetime) -> None:
    for _ in range(40):
        Lane(archive, clock=lambda: utc_now() + 2 * jobs.LEASE).run_once()
        archive.translations.request(version, again=True, actor="test", now=now)


# --- packages ---------------------------------------------------------------------------------------------------------


def test_without_a_model_it_says_what_to_install(services: Services, story: str, now: datetime) -> None:
    """Online and offline; nothing is owed."""
    archive = with_machine(services, FakeShop(), installed=False)
    with pytest.raises(
        BadInput, match=r"thabat models install ar-en --from-index.*offline.*thabat models install FILE"
    ) as error:
        archive.translations.request(story, actor="test", now=now)
    assert error.value.code == "no-model"
    assert archive.translations.newest() == []


def test_two_versions_of_a_package_stand_side_by_side(archive: Services, story: str, now: datetime) -> None:
    """The newest unless said; each run says which it was."""
    older = archive.packages.store.find("ar-en")
    newer = fake_package(archive.packages.store.root, version="1.10")
    runs = [_translate(archive, story, now), _translate(archive, story, now, packages=[older.id])]
    assert [archive.translations.get(run).packages[0].version for run in runs] == ["1.10", "1.0"]
    assert runs[0] != runs[1]
    assert archive.translations.request(story, packages=[newer.id[:12]], actor="test", now=now).id == runs[0]


def test_a_way_over_a_third_language_names_both_packages(archive: Services, story: str, now: datetime) -> None:
    """The text is a relay, and both packages are on record."""
    fake_package(archive.packages.store.root, "en", "fr")
    run = archive.translations.get(_translate(archive, story, now, to="fr"))
    assert [(package.from_code, package.to_code) for package in run.packages] == [("ar", "en"), ("en", "fr")]
    work = archive.catalogue.work(run.work_id)
    assert (work.texts[-1].language, work.derivations[0].directness) == ("fr", "relay")
    assert work.texts[-1].latest.hops[0].agent.name() == "Argos Translate (ar→en 1.0 + en→fr 1.0)"
    assert verify(archive.settings.data).exit_code == 0


@pytest.mark.parametrize(("names", "to"), [(["en-fr"], None), (["ar-en", "ar-en"], None), (["ar-en"], "fr")])
def test_packages_that_lead_elsewhere_are_refused(
    archive: Services, story: str, now: datetime, names: list[str], to: str | None
) -> None:
    """From the text's language to the one that is wanted, two at most."""
    fake_package(archive.packages.store.root, "en", "fr")
    with pytest.raises(BadInput, match="expected packages that lead from ar") as error:
        archive.translations.request(story, packages=names, to=to, actor="test", now=now)
    assert error.value.code == "wrong-model"


def test_a_package_in_use_is_not_removed(archive: Services, story: str, now: datetime) -> None:
    """While a run is owed, never; where one was made, only by force, for it could not be made again."""
    request = archive.translations.request(story, actor="test", now=now)
    with pytest.raises(Conflict, match="still owed") as error:
        archive.packages.remove("ar-en", actor="test", now=now, force=True)
    assert error.value.code == "model-in-use"
    Lane(archive).run_once()
    with pytest.raises(Conflict, match="make them again"):
        archive.packages.remove("ar-en", actor="test", now=now)
    archive.packages.remove("ar-en", actor="test", now=now, force=True)
    assert archive.packages.store.installed() == ()
    assert archive.translations.get(request.id).packages[0].version == "1.0"
    assert verify(archive.settings.data).exit_code == 0


def test_a_package_that_went_fails_what_was_owed(archive: Services, story: str, now: datetime) -> None:
    """Behind the archive's back: the job says so."""
    run = archive.translations.request(story, actor="test", now=now).id
    archive.packages.store.remove(archive.packages.store.find("ar-en").id)
    assert Lane(archive).run_once().failed == 1
    assert archive.translations.get(run).error == "NotFound (unknown-model)"


# --- what a machine is not shown --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        PERSIAN,
        "بازار کھل گیا\n\nبلدیہ نے اتوار کی صبح اعلان کیا ہے کہ پرانا بازار دوبارہ کھل جائے گا۔ کام چار مہینے تک جاری رہا۔",
        "بازار پرانستل شو\n\nښاروالۍ د یکشنبې په سهار اعلان وکړ چې زوړ بازار به بیا پرانستل شي. کار څلور میاشتې دوام وکړ.",
        "بازاڕ کرایەوە\n\nشارەوانی بەیانی یەکشەممە ڕایگەیاند کە بازاڕی کۆن دووبارە دەکرێتەوە. کارەکە چوار مانگی خایاند.",
    ],
    ids=["fa", "ur", "ps", "ckb"],
)
def test_other_languages_in_arabic_letters_never_reach_the_model(
    archive: Services, shop: FakeShop, deposit: Deposit, now: datetime, text: str
) -> None:
    """Kept as Arabic by force; the letters say otherwise."""
    version = deposit({"original": text}, force=True, original={"language": "ar"}).texts[0].version_id
    with pytest.raises(LanguageMismatch, match="not put before a model for ar"):
        archive.translations.request(version, actor="test", now=now)
    assert shop.asked == []


def test_a_mixed_text_is_translated_by_paragraph(
    archive: Services, shop: FakeShop, deposit: Deposit, now: datetime
) -> None:
    """Paragraphs in another language, and lines in another script, stand as they stood, with a flag."""
    persian = PERSIAN.partition("\n\n")[2]
    text = f"{STORY}\n\n{persian}\n\nReuters contributed to this report from the capital.\n\nبدأ العمل أمس."
    version = deposit({"original": text}, force=True, original={"language": "ar"}).texts[0].version_id
    run = _translate(archive, version, now)
    kept = [item for item in archive.translations.sentences(run) if not item.by_machine]
    assert {flag for item in kept for flag in item.flags} == {"other_language_skipped"}
    assert [item.target_text for item in kept] == [item.source_text for item in kept]
    assert len(kept) == 3
    assert not any(item.usable for item in kept)
    assert not any("شهرداری" in sentence or "Reuters" in sentence for sentence in shop.asked)


def test_a_sentence_without_letters_is_carried_over(
    archive: Services, shop: FakeShop, deposit: Deposit, now: datetime
) -> None:
    """A model would make something up for it."""
    version = deposit({"original": f"{STORY}\n\n🙂 2015 ٪ ٤٥"}, original={"language": "ar"}).texts[0].version_id
    run = archive.translations.get(_translate(archive, version, now))
    last = archive.translations.sentences(run.id)[-1]
    assert (last.flags, last.target_text, last.score_micros) == (("no_letters_skipped",), "🙂 2015 ٪ ٤٥", None)
    assert "🙂 2015 ٪ ٤٥" not in shop.asked
    assert run.result.summary["flags"]["no_letters_skipped"] == 1


def test_what_has_nothing_for_the_machine_is_refused(archive: Services, deposit: Deposit, now: datetime) -> None:
    """No request, no run."""
    version = deposit({"original": "2015\n\n٢٠١٥ 45 %"}, original={"language": "ar"}).texts[0].version_id
    with pytest.raises(BadInput, match="nothing to translate"):
        archive.translations.request(version, actor="test", now=now)


def test_a_machines_text_is_not_translated(archive: Services, story: str, now: datetime) -> None:
    """Nor revised: what a machine said stays what it said."""
    run = archive.translations.get(_translate(archive, story, now))
    with pytest.raises(BadInput, match="only what people wrote"):
        archive.translations.request(run.result.target_version_id, actor="test", now=now)


def test_a_machines_text_is_not_revised(archive: Services, story: str, deposit: Deposit, now: datetime) -> None:
    """A person who works on from it makes a text of their own."""
    run = archive.translations.get(_translate(archive, story, now))
    better = "The market\n\nThe municipality opened the old market yesterday."
    revises = {"language": "en", "revises": run.result.target_version_id}
    with pytest.raises(BadMetadata, match="came out of a machine"):
        deposit({"translation": better}, to_work=run.work_id, translation=revises)
    own = deposit({"translation": better}, to_work=run.work_id, translation={"language": "en"})
    assert own.texts[0].role == "translation"


def test_a_long_text_without_a_full_stop_is_cut_first(archive: Services, deposit: Deposit, now: datetime) -> None:
    """3,000 words in one breath: nothing is cut off in silence."""
    text = "سوق الوادي\n\n" + " ".join(["فتحت البلدية السوق القديم"] * 750)
    version = deposit({"original": text}, original={"language": "ar"}).texts[0].version_id
    run = _translate(archive, version, now)
    long = archive.translations.sentences(run)[-1]
    assert long.pieces >= 30
    assert "truncated_in" not in long.flags
    assert len(long.target_text.split()) == 3000


def test_what_the_engine_cut_off_is_flagged(services: Services, story: str, now: datetime) -> None:
    """And takes no part in scores."""
    shop = FakeShop()
    archive = with_machine(services, shop)
    archive.translations._open = lambda path, parameters: FakeTranslator({}, package=path[0].identity, longest=3)
    sentences = archive.translations.sentences(_translate(archive, story, now))
    assert {"truncated_in", "truncated_out", "has_unknown"} <= set(sentences[1].flags)
    assert not sentences[1].usable


class _Silent(FakeTranslator):
    def _output(self, sentence: str) -> Output:
        return replace(super()._output(sentence), text="", pieces=())


def test_a_machine_that_says_nothing_leaves_a_run_without_a_text(archive: Services, story: str, now: datetime) -> None:
    """Every sentence is flagged as empty, and there is no version."""
    archive.translations._open = lambda path, parameters: _Silent({}, package=path[0].identity)
    run = archive.translations.get(_translate(archive, story, now))
    assert (run.status, run.result.target_version_id) == (RunStatus.DONE, None)
    assert all("empty" in item.flags for item in archive.translations.sentences(run.id))
    assert archive.catalogue.counts().machine_texts == 0
    assert verify(archive.settings.data).exit_code == 0


# --- nothing lets it pass for a person's ------------------------------------------------------------------------------


def test_a_machines_text_counts_nowhere_as_a_persons(archive: Services, story: str, now: datetime) -> None:
    """Counts, titles, the list of works without a translation, search: as if it were not there."""
    before = archive.catalogue.counts()
    run = archive.translations.get(_translate(archive, story, now))
    after = archive.catalogue.counts()
    assert (after.versions, after.pairs, after.machine_texts) == (before.versions, 0, 1)
    work = archive.catalogue.work(run.work_id)
    assert work.titles == {"ar": "سوق الوادي"}
    [summary], _ = archive.catalogue.works(missing_role="translation")
    assert (summary.id, summary.titles, summary.versions) == (run.work_id, {"ar": "سوق الوادي"}, 1)
    archive.search.catch_up()
    assert archive.search.search(parse("municipality")).total == 0
    [found] = archive.search.search(parse("البلدية")).results
    assert set(found.titles) == {"ar"}


def test_no_alignment_is_owed_for_a_machines_text(archive: Services, story: str, now: datetime) -> None:
    """Only a person's translation is compared unasked."""
    _translate(archive, story, now)
    with archive.database.read() as session:
        kinds = {row[0] for row in session.connection().exec_driver_sql("SELECT kind FROM job")}
    assert kinds == {"process", "translate"}


def test_an_unknown_run_is_not_there(archive: Services) -> None:
    """By its id."""
    with pytest.raises(NotFound, match="no machine run"):
        archive.translations.get("0" * 32)


def test_nothing_of_a_text_is_in_the_journal(archive: Services, story: str, data: Path, now: datetime) -> None:
    """Leaves and payloads hold digests."""
    _translate(archive, story, now)
    with archive.database.read() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT body FROM journal_entry UNION SELECT payload FROM journal_payload"
        )
        assert not any("market" in row[0] or "سوق" in row[0] for row in rows)
