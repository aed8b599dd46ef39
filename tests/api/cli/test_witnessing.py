"""``thabat compare … --machine``."""

from __future__ import annotations

from tests.api.cli.conftest import Cli
from tests.api.witnesses import Beside, beside

__all__ = ["beside"]


def test_three_witnesses_as_text(cli: Cli, beside: Beside) -> None:
    """Row by row, the machine's words under their banner and with their flags; the figures say what they are."""
    result = cli("compare", beside.work, "--machine", "last")
    assert result.code == 0, result.err
    assert "! machine translation, not read by a person; run " + beside.run in result.out
    assert "  machine  said Karim Saadi that 40 families" in result.out
    assert "  machine  [repetition] " in result.out
    assert "no figure: flagged" in result.out
    assert "likeness, not quality: " in result.out
    assert "left out: 1 flagged, 1 no_machine, 1 no_person" in result.out
    assert "the machine bears out the difference: 40" in result.out
    assert "  bleu: nrefs:1|" in result.out


def test_an_opinion_on_a_hint_is_told_with_the_hints(cli: Cli, beside: Beside) -> None:
    """Without --all-bands no line names a finding that is not listed above."""
    every = cli("compare", beside.work, "--machine", "last", "--json").json["likeness"]["opinions"]
    usual = cli("compare", beside.work, "--machine", "last").out
    asked = cli("compare", beside.work, "--machine", "last", "--all-bands").out
    hidden = [one["finding_id"] for one in every if {one["band_before"], one["band_after"]} == {"L"}]
    assert all(f"finding {one['finding_id']}: the machine" in asked for one in every)
    assert [name for name in hidden if f"finding {name}: the machine" in usual] == []


def test_json_has_what_http_has(cli: Cli, beside: Beside) -> None:
    """The comparison as ever, with one member more; by the run's id it is the same."""
    told = cli("compare", beside.work, "--machine", beside.run, "--json").json
    assert told["likeness"]["human_version_id"] == told["b_id"] == beside.person
    assert told["likeness"]["kept"]
    assert cli("compare", beside.work, "--machine", "last", "--json").json == told
    assert "likeness" not in cli("compare", beside.work, "--json").json


def test_without_a_machine_it_says_what_to_do(cli: Cli, pair: object) -> None:
    """No package installed: which, how, and how offline. A score needs a run."""
    work = pair.work_id  # type: ignore[attr-defined]
    result = cli("compare", work, "--machine", "last")
    assert result.code != 0
    assert "thabat models install ar-en --from-index" in result.err
    assert "offline" in result.err
    assert "--machine" in cli("compare", work, "--score").err
