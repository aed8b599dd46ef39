"""``thabat compare``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from archive.intake.receipt import Receipt
from tests.api.cli.conftest import Cli
from tests.samples import ARABIC, ENGLISH


@pytest.fixture
def changed(deposit: Callable[..., Receipt]) -> Receipt:
    return deposit({"original": ARABIC, "translation": ENGLISH.replace("450", "540")})


def test_a_work_is_its_original_and_translation(cli: Cli, changed: Receipt) -> None:
    """Counts first, then each difference with the words on both sides and where they stand."""
    result = cli("compare", changed.work_id)
    assert result.code == 0
    lines = result.out.splitlines()
    assert lines[1] == "0 of 3 source sentences have no counterpart"
    assert any(line.startswith("H number_changed: ٤٥٠") for line in lines)
    assert any("less sure or neutral" in line for line in lines) == ("--all-bands" in result.out)


def test_the_same_comparison_as_over_http(cli: Cli, changed: Receipt) -> None:
    """Named by versions or by the work it is one and the same, with the id of its content."""
    a, b = (text.version_id for text in changed.texts)
    by_versions, by_work = cli("compare", a, b, "--json").json, cli("compare", changed.work_id, "--json").json
    assert by_versions == by_work
    assert len(by_versions["id"]) == 32
    assert by_versions["a_id"] == a
    assert {one["kind"] for one in by_versions["findings"]} >= {"number_changed"}
    assert cli("compare", a, b, "--json", "--all-bands").json["hidden"] == 0


def test_a_revision(cli: Cli, deposit: Callable[..., Receipt]) -> None:
    """Two versions in one language are counted in words."""
    first = deposit({"original": ARABIC})
    second = deposit({"original": ARABIC.replace("القديم", "الجديد")}, to_work=first.work_id)
    result = cli("compare", first.texts[0].version_id, second.texts[0].version_id)
    assert result.out.splitlines()[1] == "2 words inserted, 2 deleted, 0 passages moved"


def test_texts_that_are_no_pair(cli: Cli, changed: Receipt, deposit: Callable[..., Receipt]) -> None:
    """They are called that, and nothing is named."""
    other = "Bees dance to tell where flowers are.\n\nTheir wax was once used for candles.\n\nA hive has one queen."
    bees = deposit({"translation": other}, translation={"language": "en"})
    result = cli("compare", changed.texts[0].version_id, bees.texts[0].version_id)
    assert "do not look like a pair" in result.out
    assert "\n0 differences" in result.out


def test_what_cannot_be_compared(cli: Cli, changed: Receipt, deposit: Callable[..., Receipt]) -> None:
    """A version alone, a work without a translation, one version twice, nothing by that name: exit 2, one line."""
    version = changed.texts[0].version_id
    lone = deposit({"original": ARABIC.replace("الأحد", "السبت")})
    results = [
        cli("compare", version), cli("compare", lone.work_id), cli("compare", version, version),
        cli("compare", "nothing"), cli("compare", version, "nothing"),
    ]  # fmt: skip
    assert [result.code for result in results] == [2] * 5
    assert all(result.err.count("\n") == 1 for result in results)
