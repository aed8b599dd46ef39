"""An index that is cut short, altered, foreign or left by a killed writer never answers wrongly and heals."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from archive.errors import Unavailable
from search import engine_whoosh, states
from search.analysis import analyser_version
from search.answer import Context, answer
from search.builds import Builds
from search.engine import Engine, IndexUnusable
from search.indexing import document_of
from search.locks import locked
from search.query import parse
from search.schema import EXACT, VERSIONS
from search.service import SearchService
from search.snapshot import SNAPSHOT, Snapshot, load_key, sealed
from search.states import States
from search.tree import Term
from tests.search.fakes import FakeArchive, passage

ROOT = Path(__file__).parents[2]


def build_of(index: Path) -> Path:
    return index / (index / "CURRENT").read_text().strip()


def only(index: Path, pattern: str) -> Path:
    (path,) = build_of(index).glob(pattern)
    return path


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def flip_at(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


def flip_first(path: Path) -> None:
    path.write_bytes(b"[" + path.read_bytes()[1:])


def made_otherwise(**otherwise: str) -> Callable[[Path], object]:
    """As if another Thabat had made it: sound, sealed, and not to be mixed with ours."""

    def make(path: Path) -> None:
        index = path.parents[1]
        snapshot = replace(snapshot_of(index), **otherwise)  # type: ignore[arg-type]
        States.begin(path.parent, load_key(index.with_name(f"{index.name}.key")), snapshot)

    return make


def of_the_format_before(path: Path) -> None:
    """Sealed by us, and naming no log."""
    index = path.parents[1]
    path.write_bytes(sealed({"analyser": "x", "format": 2}, load_key(index.with_name(f"{index.name}.key"))))


DAMAGE: list[tuple[str, str, Callable[[Path], object]]] = [
    ("snapshot cut short", SNAPSHOT, truncate),
    ("snapshot empty", SNAPSHOT, lambda path: path.write_bytes(b"")),
    ("snapshot altered", SNAPSHOT, flip),
    ("snapshot missing", SNAPSHOT, Path.unlink),
    ("snapshot of another analyser", SNAPSHOT, made_otherwise(analyser="old")),
    ("snapshot of another schema", SNAPSHOT, made_otherwise(schema="old")),
    ("snapshot of the format before", SNAPSHOT, of_the_format_before),
    ("log cut short", "*.log", truncate),
    ("log altered", "*.log", flip),
    ("log empty", "*.log", lambda path: path.write_bytes(b"")),
    ("log missing", "*.log", Path.unlink),
    ("segment cut short", "*.seg", truncate),
    ("segment altered", "*.seg", flip),
    ("segment missing", "*.seg", Path.unlink),
    ("segment too long", "*.seg", lambda path: path.write_bytes(path.read_bytes() + b"x")),
    ("segment's header altered", "*.seg", flip_first),
    ("pointer empty", "../CURRENT", lambda path: path.write_bytes(b"")),
    ("pointer astray", "../CURRENT", lambda path: path.write_text("build-../../etc\n")),
    ("key lost", "../../index.key", Path.unlink),
    ("key short", "../../index.key", truncate),
    ("build missing", ".", shutil.rmtree),
]


@pytest.mark.parametrize(("what", "pattern", "damage"), DAMAGE, ids=[what for what, _, _ in DAMAGE])
def test_a_damaged_index_is_refused_and_heals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, pattern: str, damage: Callable[[Path], object]
) -> None:
    """The engine refuses it; the service rebuilds it from the archive and answers."""
    if pattern == "*.seg":
        monkeypatch.setattr(engine_whoosh, "ATTACHED_MOST", 0)
    archive = FakeArchive(passage("زار الناس معرض الكتاب.", work="w-fair"))
    SearchService(tmp_path / "index", archive).catch_up()
    target = build_of(tmp_path / "index") / pattern if "*" not in pattern else only(tmp_path / "index", pattern)
    damage(Path(os.path.normpath(target)))
    with pytest.raises(IndexUnusable):
        Builds(tmp_path / "index").current().check()
    service = SearchService(tmp_path / "index", archive)
    assert [result.work for result in service.search(parse("معرض")).results] == ["w-fair"]
    assert service.status()["usable"] is True


def test_damage_under_a_running_service_heals(tmp_path: Path) -> None:
    """A snapshot replaced by rubbish is noticed by the next search."""
    archive = FakeArchive(passage("زار الناس معرض الكتاب.", work="w-fair"))
    service = SearchService(tmp_path / "index", archive)
    service.catch_up()
    (build_of(tmp_path / "index") / SNAPSHOT).write_bytes(b"\n{}")
    assert service.search(parse("معرض")).total == 1


def test_a_log_cut_under_a_running_writer_is_taken_as_it_is(tmp_path: Path) -> None:
    """What it wrote is gone; it goes on from what is left, and leaves no hole."""
    archive = FakeArchive()
    service = SearchService(tmp_path / "index", archive)
    service.catch_up()
    log = only(tmp_path / "index", "*.log")
    for number in range(3):
        archive.put(passage(f"خبر رقم {number}", work=f"w{number}", text=f"t{number}", version_id=f"k{number}"))
        service.catch_up()
    os.truncate(log, log.stat().st_size - 1)
    assert service.search(parse("خبر")).total == 2
    service.catch_up()
    assert service.search(parse("خبر")).total == 3
    assert Builds(tmp_path / "index").current().position() == service.status()["position"]


def test_an_index_from_elsewhere_is_never_opened(tmp_path: Path) -> None:
    """An index sealed with another archive's key is refused before anything in it is read."""
    SearchService(tmp_path / "theirs" / "index", FakeArchive(passage("معرض"))).catch_up()
    SearchService(tmp_path / "ours" / "index", FakeArchive()).catch_up()
    shutil.rmtree(tmp_path / "ours" / "index")
    shutil.copytree(tmp_path / "theirs" / "index", tmp_path / "ours" / "index")
    with pytest.raises(IndexUnusable, match="seal"):
        Builds(tmp_path / "ours" / "index").current()


def test_the_key_is_for_its_owner_only(tmp_path: Path) -> None:
    """Who can read the key can make an index that is opened."""
    SearchService(tmp_path / "index", FakeArchive()).catch_up()
    assert (tmp_path / "index.key").stat().st_mode & 0o777 == 0o600


def test_what_a_killed_writer_left_is_swept_up(tmp_path: Path) -> None:
    """Half-written files go with the next commit, an unfinished build with the next rebuild."""
    archive = FakeArchive(passage("معرض"))
    service = SearchService(tmp_path / "index", archive)
    service.catch_up()
    litter = build_of(tmp_path / "index") / "t_dead.seg"
    litter.write_bytes(b"half")
    orphan = tmp_path / "index" / "build-dead"
    orphan.mkdir()
    archive.put(passage("جديد"))
    service.catch_up()
    assert not litter.exists()
    service.rebuild()
    assert not orphan.exists()


def test_a_lock_that_is_held_is_waited_for_and_then_said(tmp_path: Path) -> None:
    """The error names the lock; the lock is free when its holder is done."""
    with locked(tmp_path / "lock", wait=0), pytest.raises(Unavailable, match="lock"), locked(tmp_path / "lock", wait=0):
        pass
    with locked(tmp_path / "lock", wait=0):
        pass


WRITER = """
import sys
from pathlib import Path
from search.builds import Builds
from search.indexing import QUICK_MERGE, document_of
from tests.search.fakes import passage

engine = Builds(Path(sys.argv[1])).current()
for number in range(int(sys.argv[2]), 1_000_000):
    found = passage(f"خبر رقم {number} من الكاتب", work=f"w{number}", text=f"t{number}", version_id=f"k{number:07}")
    engine.commit([document_of(found)], position=number)
    print(number, flush=True)
    engine.tidy(QUICK_MERGE)
"""


AT_THE_MOMENT = """
import os, signal, sys
from pathlib import Path
from search import engine_whoosh, snapshot, states
from search.builds import Builds
from search.indexing import document_of
from tests.search.fakes import passage

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def die_halfway(descriptor):
    os.truncate(descriptor, os.fstat(descriptor).st_size - 70)
    die()

engine = Builds(Path(sys.argv[1])).current()
what, where, moment = sys.argv[2:]
if where == "file":
    engine_whoosh.ATTACHED_MOST = 0
if moment.endswith("the rename"):
    states.LOG_MOST = 0  # so that the log is begun anew
match moment:
    case "before the record":
        states.States.append = die
    case "half a record":
        os.fdatasync = die_halfway
    case "after the record":
        os.fdatasync = die
    case "before the rename":
        Path.replace = die
    case "after the rename":
        snapshot.fsync_directory = die
if what == "commit":
    documents = [document_of(passage("خبر رقم 8", work="w8", text="t8", version_id="k0000008"))]
    engine.commit(documents, position=9, gone=["k0000003"])
else:
    engine.tidy()
"""
MOMENTS = ("before the record", "half a record", "after the record", "before the rename", "after the rename")


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("where", ["log", "file"])
@pytest.mark.parametrize("what", ["commit", "merge"])
def test_killed_at_the_worst_moment(tmp_path: Path, what: str, where: str, moment: str) -> None:
    """Until a state is whole, the old one holds; then the new one; what is left over goes with the next commit."""
    index = tmp_path / "index"
    SearchService(index, FakeArchive()).catch_up()
    engine = Builds(index).current()
    for number in range(8):
        found = passage(f"خبر رقم {number}", work=f"w{number}", text=f"t{number}", version_id=f"k{number:07}")
        engine.commit([document_of(found)], position=number)
    command = [sys.executable, "-c", AT_THE_MOMENT, str(index), what, where, moment]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -signal.SIGKILL
    committed = what == "commit" and moment.startswith("after")
    for engine in (engine, Builds(index).current()):  # noqa: B020  the one that was open, and a new one
        engine.check()
        assert engine.position() == (9 if committed else 7)
        assert works_in(engine) == {f"w{n}" for n in range(9 if committed else 8)} - ({"w3"} if committed else set())
    engine.commit([], position=10)
    segments = {f"{segment.name}.seg" for segment in snapshot_of(index).segments if not segment.log}
    logs = {path.name for path in build_of(index).glob("*.log")}
    assert {path.name for path in build_of(index).iterdir()} == {*segments, *logs, "lock", SNAPSHOT}
    assert len(logs) == 1
    assert Builds(index).current().position() == 10


def test_a_log_cut_anywhere_is_an_earlier_state(tmp_path: Path) -> None:
    """However much of it is lost, it says nothing that was not committed; what it lost is indexed again."""
    archive = FakeArchive()
    service = SearchService(tmp_path / "index", archive)
    service.catch_up()
    log = only(tmp_path / "index", "*.log")
    sizes = [log.stat().st_size]
    for number in range(4):
        archive.put(passage(f"خبر رقم {number}", work=f"w{number}", text=f"t{number}", version_id=f"k{number}"))
        service.catch_up()
        sizes.append(log.stat().st_size)
    whole = log.read_bytes()
    for size in range(sizes[-1], sizes[0], -997):
        log.write_bytes(whole[:size])
        engine = Builds(tmp_path / "index").current()
        assert works_in(engine) == {f"w{n}" for n in range(sum(size >= end for end in sizes[1:]))}
        again = SearchService(tmp_path / "index", archive)
        again.catch_up()
        assert works_in(Builds(tmp_path / "index").current()) == {f"w{number}" for number in range(4)}


def test_a_last_commit_that_was_altered_is_not_believed(tmp_path: Path) -> None:
    """The state before it holds; two that are not as they were written are too many."""
    archive = FakeArchive()
    service = SearchService(tmp_path / "index", archive)
    service.catch_up()
    log = only(tmp_path / "index", "*.log")
    ends = []
    for number in range(3):
        archive.put(passage(f"خبر رقم {number}", work=f"w{number}", text=f"t{number}", version_id=f"k{number}"))
        service.catch_up()
        ends.append(log.stat().st_size)
    flip_at(log, ends[2] - 70)
    assert works_in(Builds(tmp_path / "index").current()) == {"w0", "w1"}
    flip_at(log, ends[1] - 70)
    with pytest.raises(IndexUnusable, match="seals"):
        Builds(tmp_path / "index").current()


def test_the_log_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not grow for ever; segments that live in it move on, and who reads the old one reads on."""
    monkeypatch.setattr(states, "LOG_MOST", 30_000)
    engine = Builds(tmp_path / "index")
    SearchService(tmp_path / "index", FakeArchive()).catch_up()
    reader, writer = engine.current(), Builds(tmp_path / "index").current()
    names = set[str]()
    with reader.reading() as old:
        for number in range(30):
            found = passage(f"خبر رقم {number}", work=f"w{number}", text=f"t{number}", version_id=f"k{number:07}")
            writer.commit([document_of(found)], position=number)
            logs = list(build_of(tmp_path / "index").glob("*.log"))
            names.update(log.name for log in logs)
            assert len(logs) <= 2  # the last one goes with the next commit
            assert max(log.stat().st_size for log in logs) < 300_000
            assert works_in(reader) == {f"w{n}" for n in range(number + 1)}
    assert old.size == 0
    assert len(names) > 3


def works_in(engine: Engine) -> set[str]:
    with engine.reading() as reading:
        return {row.work for row in reading.rows(reading.find(Term(EXACT, "خبر")).numbers.tolist())}


def snapshot_of(index: Path) -> Snapshot:
    recipe = Snapshot(analyser_version(), VERSIONS.signature, 0).recipe
    return States(build_of(index), load_key(index.with_name(f"{index.name}.key")), recipe).current()


def acknowledged(index: Path, start: int, kill_after: float) -> int:
    """Run a writer from ``start``, kill it in the middle, return the last number it said was committed."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(index), str(start)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(kill_after)
        writer.send_signal(signal.SIGKILL)
        return int((first + writer.stdout.read()).split()[-1])


def kill_writers(index: Path, times: int) -> None:
    SearchService(index, FakeArchive()).catch_up()
    last, rng = 0, random.Random(20151112)
    for _ in range(times):
        last = acknowledged(index, last + 1, rng.uniform(0.0, 0.25))
        engine = Builds(index).current()
        engine.check()
        position = engine.position()
        with engine.reading() as reading:
            ranking = answer(reading, parse("خبر"), Context({}))
            found = {work.work for work in ranking.page(0, ranking.total)}
        assert position in {last, last + 1}  # killed after the rename, before the word
        assert found == {f"w{number}" for number in range(1, position + 1)}
        last = position


def test_killed_writers_lose_nothing_and_lock_nobody_out(tmp_path: Path) -> None:
    """kill -9 in the middle of commits and merges: every acknowledged document is there, the next writer goes on."""
    kill_writers(tmp_path / "index", 4)


@pytest.mark.slow
def test_many_killed_writers_lose_nothing(tmp_path: Path) -> None:
    """The same, a hundred times."""
    kill_writers(tmp_path / "index", 100)


def test_a_state_is_plain_to_read(tmp_path: Path) -> None:
    """A seal, then JSON: an operator can see what is indexed."""
    SearchService(tmp_path / "index", FakeArchive(passage("معرض"))).catch_up()
    _, body = (build_of(tmp_path / "index") / SNAPSHOT).read_bytes().split(b"\n")
    log = build_of(tmp_path / "index") / json.loads(body)["log"]
    assert json.loads(log.read_bytes()[log.read_bytes().rindex(b'{"analyser"') :])["position"] == 1
