"""The archive's own names: files that people edit beside the gazetteer that comes with Thabat."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from archive.errors import BadFile, BadInput, NotFound
from search.names import Candidate, NameTerms, OwnNames, expand
from search.names.editing import entry_id
from search.names.gazetteer import Entry

ZARQUN, SEBT = Candidate("Zarqun", "زرقون", 4, 5, 0.9), Candidate("Sebt", "سبت", 3, 3, 0.8)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "names"


@pytest.fixture
def own(folder: Path) -> OwnNames:
    return OwnNames(folder)


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


def test_names_are_changed_and_removed(own: OwnNames, folder: Path) -> None:
    """By the id of what they say; a removed one is proposed again, and a reader beside it sees each change."""
    beside = OwnNames(folder)
    kept, is_new = own.add(Entry(("سبت", " سبت "), ("Sebt",), "people"))
    assert (is_new, kept.arabic) == (True, ("سبت",))
    assert own.add(Entry(("سبت",), ("Sebt",), "people")) == (kept, False)
    changed = own.replace(entry_id(kept), Entry(("سبت",), ("Sabt",), "people"))
    assert (beside.accepted(), beside.gazetteer().aliases("Sabt")) == ((changed,), ("سبت",))
    with pytest.raises(NotFound):
        own.replace(entry_id(kept), changed)
    assert own.remove(entry_id(changed)) == changed
    assert beside.accepted() == ()
    assert own.open([SEBT]) == [SEBT]


def test_a_rejection_is_taken_back(own: OwnNames) -> None:
    """By a person, or by accepting the pair; another's rejection stays."""
    rejected = own.reject("Sebt", "سبت")
    assert own.reject("Sebt", "سبت") == rejected
    own.reject("Zarqun", "زرقون")
    assert len(own.rejected()) == 2
    own.take_back(entry_id(rejected))
    assert own.open([ZARQUN, SEBT]) == [SEBT]
    own.accept("Zarqun", "زرقون")
    assert own.rejected() == ()


def test_many_write_at_once(own: OwnNames, folder: Path) -> None:
    """Threads with their own doors lose nothing of each other's."""
    doors = [OwnNames(folder) for _ in range(4)]

    def write(door: OwnNames, first: int) -> None:
        for number in range(first, first + 5):
            door.accept(f"Sebt{'abcdefghijklmnopqrst'[number]}", "سبت")

    threads = [threading.Thread(target=write, args=(door, 5 * at)) for at, door in enumerate(doors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert own.check() == 20
