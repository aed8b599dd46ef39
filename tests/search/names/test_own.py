"""The archive's own names: files that people edit beside the gazetteer that comes with Thabat."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.errors import BadFile, BadInput
from search.names import Candidate, NameTerms, OwnNames, expand

ZARQUN, SEBT = Candidate("Zarqun", "زرقون", 4, 5, 0.9), Candidate("Sebt", "سبت", 3, 3, 0.8)


@pytest.fixture
def own(tmp_path: Path) -> OwnNames:
    return OwnNames(tmp_path / "names")


def test_what_is_accepted_is_found_at_once(own: OwnNames) -> None:
    """A short name, which sound alone would not find, in the spelling of the other script."""
    terms = NameTerms(["راضي", "rada"])
    assert "راضي" not in {one.term for one in expand("Rada", terms, own.gazetteer())}
    own.accept("Rada", "راضي")
    assert "راضي" in {one.term for one in expand("Rada", terms, own.gazetteer())}
    assert own.check() == 1


def test_what_was_said_of_is_not_proposed_again(own: OwnNames) -> None:
    """Accepted, rejected, or in the gazetteer already; in any spelling that folds alike."""
    homs = Candidate("Homs", "حمص", 9, 9, 1.0)
    assert own.open([ZARQUN, SEBT, homs]) == [ZARQUN, SEBT]
    own.accept("zarqun", "زرقون", "person")
    own.reject("Sebt", "سبت")
    assert own.open([ZARQUN, SEBT]) == []


def test_files_are_peoples_own(own: OwnNames, tmp_path: Path) -> None:
    """Names are added at the end; comments stay, and another's addition is read."""
    own.accept("Sebt", "سبت")
    path = tmp_path / "names" / "accepted.toml"
    path.write_text("# by hand\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    own.accept('Za"rqun', "زرقون")
    assert path.read_text(encoding="utf-8").startswith("# by hand\n")
    assert OwnNames(tmp_path / "names").check() == 2


def test_a_slip_in_a_file_stops_no_search(own: OwnNames, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The names last read stay in use, the slip is named, and nothing is added below it."""
    own.accept("Sebt", "سبت")
    own.gazetteer()
    path = tmp_path / "names" / "accepted.toml"
    path.write_text(path.read_text(encoding="utf-8") + "[[name]\n", encoding="utf-8")
    assert own.gazetteer().find("Sebt")
    assert "not TOML" in caplog.text
    for attempt in (own.check, lambda: own.accept("Zarqun", "زرقون")):
        with pytest.raises(BadFile, match=r"accepted\.toml"):
            attempt()


@pytest.mark.parametrize(
    ("latin", "arabic", "kind"), [("سبت", "سبت", "place"), ("Sebt", "Sebt", "place"), ("Sebt", "سبت", "thing")]
)
def test_what_is_no_name_is_refused(own: OwnNames, latin: str, arabic: str, kind: str) -> None:
    """Each spelling in its script, the kind one of four."""
    with pytest.raises(BadInput):
        own.accept(latin, arabic, kind)
