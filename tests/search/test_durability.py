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
from search.analysis import analyser_version
from search.answer import Context, answer
from search.builds import Builds
from search.engine import Engine, IndexUnusable
from search.indexing import document_of
from search.locks import locked
from search.query import parse
from search.schema import EXACT
from search.service import SearchService
from search.snapshot import SNAPSHOT, Snapshot, load, load_key, save
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


def flip_first(path: Path) -> None:
    path.write_bytes(b"[" + path.read_bytes()[1:])


def of_another_analyser(path: Path) -> None:
    """As if an older Thabat had made it: sound, sealed, and not to be mixed with."""
    index = path.parents[1]
    key = load_key(index.with_name(f"{index.name}.key"))
    save(path.parent, replace(load(path.parent, key, analyser_version()), analyser="old"), key)


DAMAGE: list[tuple[str, str, Callable[[Path], object]]] = [
    ("snapshot cut short", SNAPSHOT, truncate),
    ("snapshot empty", SNAPSHOT, lambda path: path.write_bytes(b"")),
    ("snapshot altered", SNAPSHOT, flip),
    ("snapshot missing", SNAPSHOT, Path.unlink),
    ("snapshot of another analyser", SNAPSHOT, of_another_analyser),
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
    tmp_path: Path, what: str, pattern: str, damage: Callable[[Path], object]
) -> None:
    """The engine refuses it; the service rebuilds it from the archive and answers."""
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


AT_THE_RENAME = """
import os, signal, sys
from pathlib import Path
from search import snapshot
from search.builds import Builds
from search.indexing import document_of
from tests.search.fakes import passage

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

engine = Builds(Path(sys.argv[1])).current()
what, when = sys.argv[2:]
if what == "commit":
    gone = ["k0000003"]
    documents = [document_of(passage("خبر رقم 8", work="w8", text="t8", version_id="k0000008"))]
if when == "before":
    Path.replace = die
else:
    snapshot.fsync_directory = die
engine.commit(documents, position=9, gone=gone) if what == "commit" else engine.tidy()
"""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("what", ["commit", "merge"])
def test_killed_at_the_rename(tmp_path: Path, what: str, when: str) -> None:
    """Just before, the old state holds; just after, the new one, whole; what is left over goes with the next commit."""
    index = tmp_path / "index"
    SearchService(index, FakeArchive()).catch_up()
    engine = Builds(index).current()
    for number in range(8):
        found = passage(f"خبر رقم {number}", work=f"w{number}", text=f"t{number}", version_id=f"k{number:07}")
        engine.commit([document_of(found)], position=number)
    command = [sys.executable, "-c", AT_THE_RENAME, str(index), what, when]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -signal.SIGKILL
    committed = what == "commit" and when == "after"
    engine = Builds(index).current()
    engine.check()
    assert engine.position() == (9 if committed else 7)
    assert works_in(engine) == {f"w{n}" for n in range(9 if committed else 8)} - ({"w3"} if committed else set())
    engine.commit([], position=10)
    names = {f"{segment.name}.seg" for segment in snapshot_of(index).segments}
    assert {path.name for path in build_of(index).iterdir()} == {*names, "lock", SNAPSHOT}


def works_in(engine: Engine) -> set[str]:
    with engine.reading() as reading:
        return {row.work for row in reading.rows(reading.find(Term(EXACT, "خبر")).numbers.tolist())}


def snapshot_of(index: Path) -> Snapshot:
    return load(build_of(index), load_key(index.with_name(f"{index.name}.key")), analyser_version())


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


def test_the_snapshot_is_plain_to_read(tmp_path: Path) -> None:
    """A seal, then JSON: an operator can see what is indexed."""
    SearchService(tmp_path / "index", FakeArchive(passage("معرض"))).catch_up()
    _, body = (build_of(tmp_path / "index") / SNAPSHOT).read_bytes().split(b"\n")
    assert json.loads(body)["position"] == 1
