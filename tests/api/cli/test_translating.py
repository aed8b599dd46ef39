"""``thabat translate``: works, all that are missing, an outlet; progress, Ctrl-C, refusals, JSON."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from api.services import Services
from archive.intake.receipt import Receipt
from tests.api.cli.conftest import Cli
from tests.archive.machine_archive import STORY, FakeShop
from tests.fakes import fake_package

Deposit = Callable[..., Receipt]
PERSIAN = "بازار گشوده شد\n\nشهرداری صبح یکشنبه اعلام کرد که بازار قدیمی پس از بازسازی دوباره گشوده می‌شود."


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch) -> FakeShop:
    """What the command opens instead of a model."""
    shop = FakeShop()
    monkeypatch.setattr("api.services._open_translator", shop)
    return shop


@pytest.fixture
def model(services: Services) -> None:
    fake_package(services.packages.store.root)


@pytest.fixture
def story(deposit: Deposit) -> Receipt:
    return deposit({"original": STORY}, original={"language": "ar", "outlet": "صوت الوادي"})


@pytest.mark.usefixtures("model")
def test_a_work_is_translated(cli: Cli, shop: FakeShop, story: Receipt, services: Services) -> None:
    """One line says which run, through what, how many sentences; a second time nothing is done."""
    result = cli("translate", story.work_id)
    assert result.code == 0, result.err
    run = services.translations.of_work(story.work_id)[0]
    assert result.out.splitlines()[0] == f"run {run.id}  done  ar→en 1.0  of {story.texts[0].version_id}"
    assert "4 of 4 sentences, 0 known already" in result.out
    asked = len(shop.asked)
    assert cli("translate", story.texts[0].version_id).code == 0
    assert len(shop.asked) == asked


@pytest.mark.usefixtures("model", "shop")
def test_all_that_are_missing(cli: Cli, story: Receipt, deposit: Deposit) -> None:
    """What is refused is said, passed over, and gives exit 1; what stands is not done again."""
    bad = deposit({"original": PERSIAN}, force=True, original={"language": "ar"}).texts[0].version_id
    result = cli("translate", "--all-missing", "--json")
    assert result.code == 1
    assert [run["version_id"] for run in result.json["runs"]] == [story.texts[0].version_id]
    assert result.json["refused"] == [{"version": bad, "code": "wrong-language"}]
    assert "reads as fa" in result.err
    assert result.json["runs"][0]["result"]["summary"]["translated"] == 4


@pytest.mark.usefixtures("model", "shop")
def test_an_outlet(cli: Cli, story: Receipt, deposit: Deposit) -> None:
    """By its name; another one has none."""
    deposit({"original": STORY.replace("أمس", "اليوم")}, original={"language": "ar", "outlet": "جريدة أخرى"})
    result = cli("translate", "--outlet", "صوت الوادي", "--json")
    assert [run["work_id"] for run in result.json["runs"]] == [story.work_id]
    assert cli("translate", "--outlet", "لا أحد", "--json").json == {"runs": [], "refused": []}


def test_without_a_model_it_says_what_to_install(cli: Cli, story: Receipt) -> None:
    """Exit 2, one line, offline included."""
    for asked in (["--all-missing"], [story.work_id]):
        result = cli("translate", *asked)
        assert (result.code, result.out) == (2, "")
        assert "thabat models install ar-en --from-index" in result.err
        assert len(result.err.splitlines()) == 1


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name works, or say --all-missing or --outlet"),
        (["x", "--all-missing"], "name works, or say --all-missing or --outlet"),
        (["--all-missing", "--compute-type", "int4"], "expected one of float32, int8; found 'int4'"),
        (["nobody"], "there is no version nobody"),
    ],
)
def test_bad_use_is_one_line(cli: Cli, arguments: list[str], said: str) -> None:
    """Exit 2."""
    result = cli("translate", *arguments)
    assert result.code == 2
    assert said in result.err


@pytest.mark.usefixtures("model", "story")
def test_an_unknown_package_is_refused(cli: Cli, shop: FakeShop) -> None:
    """Before anything is owed."""
    result = cli("translate", "--all-missing", "--package", "fr-en")
    assert result.code == 2
    assert "'fr-en'" in result.err
    assert shop.opened == []


@pytest.mark.usefixtures("model", "story")
def test_verify_translates_a_sample_again(cli: Cli, shop: FakeShop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Step 13, and only then."""
    monkeypatch.setattr("archive.machine.translator_argos.open_translator", shop)
    assert cli("translate", "--all-missing").code == 0
    assert "\n13 " not in cli("verify").out
    result = cli("verify", "--machine-sample", 3)
    assert "13  HOLDS        machine sentences come out again as they were recorded: 3 sentences" in result.out


SLOW = """
import os, sys, time
import api.services
from tests.archive.machine_archive import FakeShop
from tests.fakes import FakeTranslator
from archive import translating_batches
translating_batches.BATCH = 4
class Slow(FakeTranslator):
    def _translate(self, sentences):
        sys.stderr.write("batch\\n"); sys.stderr.flush()
        time.sleep(0.3)
        return super()._translate(sentences)
api.services._open_translator = lambda path, parameters: Slow({}, package=path[0].identity, parameters=parameters)
from api.cli.main import main
raise SystemExit(main(["translate", "--all-missing"]))
"""


@pytest.mark.usefixtures("model")
def test_ctrl_c_ends_after_the_batch_at_hand(services: Services, deposit: Deposit, data: Path) -> None:
    """Exit 130; what was done stays, the rest is owed, and the same command goes on."""
    for number in range(12):
        deposit({"original": f"سوق {number}\n\nفتحت البلدية السوق رقم {number} أمس."}, original={"language": "ar"})
    process = _start(data)
    while process.stderr.readline() != "batch\n":
        pass
    time.sleep(0.4)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert "is still owed" in err
    runs = services.translations.newest(limit=100)
    done = sum(run.result is not None for run in runs)
    assert 0 < done < 12
    assert f"{done} of 12 translated" in out
    process = _start(data)
    process.communicate(timeout=60)
    assert process.returncode == 0
    assert all(run.result is not None for run in services.translations.newest(limit=100))


def _start(data: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "THABAT_DATA": str(data), "PYTHONPATH": str(Path(__file__).parents[3])}
    return subprocess.Popen(
        [sys.executable, "-c", SLOW], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )
