"""Deposits as files: one by one, or a folder with its metadata."""

from pathlib import Path

import pytest

from archive.errors import BadFile, BadInput, BadMetadata
from archive.importing.files import read_files, read_folder
from archive.intake.deposit import Deposit
from archive.models.works import TextRole

DEMO = Path(__file__).parents[3] / "demo"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ar.txt").write_text("نص", encoding="utf-8")
    (tmp_path / "en.html").write_text("<p>Text</p>", encoding="utf-8")
    (tmp_path / "pair.toml").write_text(
        '[original]\nlanguage = "ar"\n[translation]\nlanguage = "en"\n', encoding="utf-8"
    )
    return tmp_path


def roles(deposit: Deposit) -> dict[str, TextRole]:
    return {text.key: text.role for text in deposit.texts}


def test_sides_are_found_by_their_language(folder: Path) -> None:
    """``ar.txt`` and ``en.html`` need no ``file`` in the metadata."""
    deposit = read_folder(folder)
    assert {text.key: text.source.filename for text in deposit.texts} == {
        "original": "ar.txt",
        "translation": "en.html",
    }


def test_several_files_of_a_side(folder: Path) -> None:
    """The second original and the second translation are just that, and each translation has both sources."""
    names = [folder / f"{number}.txt" for number in range(4)]
    for name in names:
        name.write_text(name.name, encoding="utf-8")
    deposit = read_files(names[:2], names[2:])
    assert roles(deposit) == {
        "original": TextRole.ORIGINAL,
        "original-2": TextRole.ORIGINAL,
        "translation": TextRole.TRANSLATION,
        "translation-2": TextRole.TRANSLATION,
    }
    assert deposit.by_key["translation-2"].sources == ("original", "original-2")


def test_metadata_names_files_beside_it(folder: Path) -> None:
    """``--meta`` alone is enough when each text says its file."""
    meta = folder / "meta.toml"
    meta.write_text('[[texts]]\nkey = "a"\nfile = "ar.txt"\n', encoding="utf-8")
    (text,) = read_files([], [], meta).texts
    assert text.source.data == "نص".encode()


def test_a_file_may_not_lead_out_of_the_folder(folder: Path) -> None:
    """A folder from a stranger must not make the archive keep other files of this machine."""
    meta = folder / "meta.toml"
    meta.write_text('[[texts]]\nkey = "a"\nfile = "../../etc/passwd"\n', encoding="utf-8")
    with pytest.raises(BadMetadata, match="leads out of the folder"):
        read_files([], [], meta)


def test_a_text_is_not_given_twice(folder: Path) -> None:
    """An option and a ``file`` for one side contradict each other."""
    meta = folder / "meta.toml"
    meta.write_text('[original]\nfile = "ar.txt"\n', encoding="utf-8")
    with pytest.raises(BadMetadata, match="given twice"):
        read_files([folder / "ar.txt"], [], meta)


def test_which_file_must_be_plain(folder: Path) -> None:
    """Two candidates, or none, are said; nothing is guessed."""
    (folder / "ar.html").write_text("<p>نص</p>", encoding="utf-8")
    with pytest.raises(BadInput, match=r"original: expected one file, ar\.txt .* found ar\.txt and ar\.html"):
        read_folder(folder)
    (folder / "ar.html").unlink()
    (folder / "ar.txt").unlink()
    with pytest.raises(BadInput, match="found none"):
        read_folder(folder)


def test_faults_name_the_file(folder: Path, tmp_path: Path) -> None:
    """Missing files, wrong metadata and files too large are told with their path."""
    with pytest.raises(BadInput, match=r"gone\.txt: cannot be read"):
        read_files([folder / "gone.txt"], [])
    (folder / "pair.toml").write_text("publised = 1\n", encoding="utf-8")
    with pytest.raises(BadMetadata, match=r"pair\.toml: /publised: .*not known"):
        read_folder(folder)
    large = folder / "large.txt"
    with large.open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    with pytest.raises(BadFile, match=r"large\.txt: the file has 62,914,560 bytes") as caught:
        read_files([large], [])
    assert caught.value.code == "too-large"
    with pytest.raises(BadInput, match=r"there is no pair\.toml"):
        read_folder(tmp_path.parent)


@pytest.mark.parametrize("name", sorted(path.parent.name for path in DEMO.glob("*/pair.toml")))
def test_the_demonstration_is_readable(name: str) -> None:
    """Every folder of ``demo/`` is a deposit."""
    assert read_folder(DEMO / name).external_id == f"demo-{name[:2]}"
