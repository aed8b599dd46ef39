"""The real engine with the tiny models of the demonstration: what comes out is what Argos itself would say."""

from __future__ import annotations

import csv
import json
import logging
import os
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from archive.errors import BadFile, BadInput, Broken, ThabatError, Unavailable
from archive.machine import argos
from archive.machine.argos_leg import TOGETHER, Splitter
from archive.machine.packages import Package, PackageStore
from archive.machine.translator import ComputeType, Output, Parameters
from archive.machine.translator_argos import ArgosTranslator, open_translator, try_out
from tests.argos_packages import package_files, write_package
from tests.plain_argos import plain_translate

ROOT = Path(__file__).parents[3]
MODELS = ROOT / "demo" / "models"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
UNSEEN = "قالت سلمى إن القطار لم يصل، وإن الثلج ما زال يسقط على الجبال البعيدة منذ سبعة أيام!"


def _sentences(language: str, count: int = 120) -> list[str]:
    with (MODELS / "sentences.tsv").open(encoding="utf-8", newline="") as file:
        return [row[language] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)][:count]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> PackageStore:
    store = PackageStore(tmp_path_factory.mktemp("models"))
    for name in ("ar_en", "en_ar"):
        store.install(MODELS / f"{name}.argosmodel", source=name, now=NOW)
    return store


@pytest.fixture(scope="module")
def arabic(store: PackageStore) -> ArgosTranslator:
    return open_translator(store.path("ar", "en"), Parameters())


def _relabelled(store: PackageStore, tmp_path: Path, name: str, **changed: Any) -> Package:
    """The same model under other codes, another version, or with ``bpe`` in place of its tokens."""
    with zipfile.ZipFile(MODELS / f"{name}.argosmodel") as archive:
        files = {entry.split("/", 1)[1]: archive.read(entry) for entry in archive.namelist() if not entry.endswith("/")}
    if (bpe := changed.pop("bpe", None)) is not None:
        del files["sentencepiece.model"]
        files["bpe.model"] = bpe
    stated = json.loads(files["metadata.json"]) | changed
    files["metadata.json"] = json.dumps(stated).encode()
    folder = f"translate-{stated['from_code']}_{stated['to_code']}-{stated['package_version'].replace('.', '_')}"
    return store.install(write_package(tmp_path / folder, files, folder=folder), source=folder, now=NOW)


def _in_paragraphs(sentences: list[str]) -> list[list[str]]:
    return [sentences[at : at + 3] for at in range(0, len(sentences), 3)]


@pytest.mark.parametrize("pair", ["ar-en", "en-ar"])
@pytest.mark.parametrize("compute_type", list(ComputeType))
def test_batched_over_articles_is_byte_for_byte_what_argos_says(
    store: PackageStore, tmp_path: Path, pair: str, compute_type: ComputeType
) -> None:
    """All sentences in one call against translate() a text at a time, paragraphs and all."""
    path = store.path(*pair.split("-"))
    paragraphs = _in_paragraphs(_sentences(path[0].from_code))
    plain = plain_translate(path, tmp_path, compute_type=compute_type, intra_threads=1)
    splitter = Splitter(path[0].from_code)
    asked = [splitter.split_sentences(" ".join(paragraph)) for paragraph in paragraphs]
    translator = open_translator(path, Parameters(compute_type=compute_type))
    outputs = iter(translator.translate([sentence for sentences in asked for sentence in sentences]))
    ours = [translator.join([next(outputs) for _ in sentences]) for sentences in asked]
    assert ours == [plain(" ".join(paragraph)) for paragraph in paragraphs]
    assert "\n".join(ours) == plain("\n".join(" ".join(paragraph) for paragraph in paragraphs))


def test_unseen_words_are_byte_for_byte_what_argos_says_too(store: PackageStore, tmp_path: Path) -> None:
    """Where the model is at its least sure: float32 does not depend on what else is in the batch."""
    path = store.path("ar", "en")
    texts = [UNSEEN, "زرافة", "مرحبا ABC 123", f"{UNSEEN} {UNSEEN}", "بَ" * 300, " ".join(["كلمة"] * 99)]
    plain = plain_translate(path, tmp_path, compute_type="float32", intra_threads=1)
    translator = open_translator(path, Parameters())
    ours = {text: translator.translate(Splitter("ar").split_sentences(text) + _sentences("ar", 9)) for text in texts}
    counts = {text: len(outputs) - 9 for text, outputs in ours.items()}
    assert [translator.join(ours[text][: counts[text]]) for text in texts] == [plain(text) for text in texts]


def test_over_a_pivot_it_is_what_argos_says_and_both_packages_are_named(store: PackageStore, tmp_path: Path) -> None:
    """The sentence between is kept; its pieces go through the second package as sentences of their own."""
    own = PackageStore(tmp_path / "models")
    first = own.install(MODELS / "ar_en.argosmodel", source="ar_en", now=NOW)
    second = _relabelled(own, tmp_path, "en_ar", to_code="fa", to_name="Persian")
    path = own.path("ar", "fa")
    assert path == (first, second)
    translator = open_translator(path, Parameters())
    assert [package.id for package in translator.packages] == [first.id, second.id]
    assert first.id in translator.recipe
    assert second.id in translator.recipe
    (tmp_path / "plain").mkdir()
    plain = plain_translate(path, tmp_path / "plain", compute_type="float32", intra_threads=1)
    sentences = [text for text in _sentences("ar", 30) if len(Splitter("ar").split_sentences(text)) == 1]
    outputs = translator.translate(sentences)
    assert [translator.join([output]) for output in outputs] == [plain(sentence) for sentence in sentences]
    assert [output.via for output in outputs] == [
        output.text for output in open_translator([first], Parameters()).translate(sentences)
    ]
    assert translator.translate(["😀"])[0].via == open_translator([first], Parameters()).translate(["😀"])[0].text
    with pytest.raises(BadInput, match="ar → en → fa"):
        translator.score(["نعم"], ["بله"])


def test_a_package_with_the_tokens_of_moses_is_what_argos_says_too(tmp_path: Path) -> None:
    """Older packages split words by byte pairs; across two languages they share no tokens, so nothing is scored."""
    package = _relabelled(PackageStore(tmp_path / "models"), tmp_path, "en_ar", bpe=b"#version: 0.2\nt h\nth e</w>\n")
    (tmp_path / "plain").mkdir()
    plain = plain_translate([package], tmp_path / "plain", compute_type="float32", intra_threads=1)
    translator = open_translator([package], Parameters())
    texts = ["The council met.", "the other three", "They didn't say “why”."]
    assert [translator.join([output]) for output in translator.translate(texts)] == [plain(text) for text in texts]
    with pytest.raises(BadInput, match="whose languages share their tokens"):
        translator.score(["the"], ["ال"])


def test_a_prefix_that_tells_the_model_its_language_is_in_no_sentence(tmp_path: Path) -> None:
    """Models with several targets begin each output with a token for one; Argos leaves it in all but the first."""
    package = _relabelled(PackageStore(tmp_path / "models"), tmp_path, "ar_en", target_prefix="▁the")
    translator = open_translator([package], Parameters())
    outputs = translator.translate(_sentences("ar", 8)[7:8] * 2)
    assert "the" not in translator.join(outputs).split()[:1]
    assert outputs[0].pieces[0] != "▁the"
    assert outputs[0].target_tokens == len(outputs[0].pieces) + 1
    assert translator.environment()["target_prefix"] == "▁the"


@pytest.mark.parametrize("compute_type", ComputeType)
def test_threads_change_nothing_but_time(store: PackageStore, compute_type: ComputeType) -> None:
    """So they are no part of the recipe: what one thread is given in two turns, two are given in one."""
    sentences = list(dict.fromkeys(_sentences("ar", 200)))[:TOGETHER]
    more = [UNSEEN, *(sentence.split(" ", 1)[-1] for sentence in sentences[:20])]
    one = open_translator(store.path("ar", "en"), Parameters(compute_type=compute_type))
    two = open_translator(store.path("ar", "en"), Parameters(compute_type=compute_type, inter_threads=2))
    assert [*one.translate(sentences), *one.translate(more)] == two.translate([*sentences, *more])
    assert one.recipe == two.recipe
    assert (one.environment()["inter_threads"], two.environment()["inter_threads"]) == ("1", "2")


def test_each_sentence_is_found_in_its_paragraph(arabic: ArgosTranslator) -> None:
    """What argostranslate throws away: which part of the text is which sentence's."""
    outputs = arabic.translate(_sentences("ar", 6))
    text, spans = arabic.place(outputs)
    assert text == arabic.join(outputs)
    assert [span.of(text) for span in spans] == [output.text.strip() for output in outputs]


def test_the_order_and_the_company_of_a_sentence_change_nothing(arabic: ArgosTranslator) -> None:
    """One at a time, backwards, or twice in a list."""
    sentences = [*_sentences("ar", 20), UNSEEN]
    together = arabic.translate(sentences)
    assert [arabic.translate([sentence])[0].text for sentence in sentences] == [output.text for output in together]
    assert arabic.translate(sentences[::-1] + sentences)[: len(sentences)] == together[::-1]


def test_a_sentence_is_scored_on_the_scale_of_the_search(arabic: ArgosTranslator) -> None:
    """The machine's own sentence has the score it was found with; a foreign one is less likely."""
    source = _sentences("ar", 8)[7]
    [output] = arabic.translate([source])
    own, other = arabic.score([source, source], [output.text, "Nothing of the kind was ever said."])
    assert abs(own - output.score_micros) < 2_000
    assert other < own


def test_two_versions_side_by_side_each_answer_for_themselves(store: PackageStore, tmp_path: Path) -> None:
    """Argos goes on using the one that it opened first, even when its files are gone (MACHINE.md §1.3)."""
    own = PackageStore(tmp_path / "models")
    old = _relabelled(own, tmp_path, "ar_en", package_version="0.1")
    sentence = _sentences("ar", 8)[7]
    before = open_translator([old], Parameters()).translate([sentence])[0].text
    wrong_way = _relabelled(own, tmp_path, "en_ar", from_code="ar", to_code="en", package_version="0.2")
    assert own.path("ar", "en") == (wrong_way,)
    assert open_translator(own.path("ar", "en"), Parameters()).translate([sentence])[0].text != before
    own.remove(wrong_way.id)
    assert open_translator(own.path("ar", "en"), Parameters()).translate([sentence])[0].text == before


def test_what_the_model_does_not_know_and_what_it_could_not_finish_is_told(store: PackageStore) -> None:
    """Truncation is silent in the engine; here every output says whether it happened."""
    translator = open_translator(store.path("ar", "en"), Parameters(beam_size=1))
    known, unknown, long = translator.translate([_sentences("ar", 8)[7], "Ωmega 漢字", "كلمة " * 1100])
    assert (known.truncated_in, known.truncated_out, known.unknown) == (False, False, False)
    assert unknown.unknown
    assert long.truncated_in
    assert long.source_tokens > 1024


def test_letterless_empty_and_endless_texts(arabic: ArgosTranslator) -> None:
    """Our splitter shows a model no emoji and no figures, and nothing longer than it reads."""
    splitter = Splitter("ar")
    assert splitter.split_sentences("") == splitter.split_sentences("😀 😀 123 — ١٢٣ ...") == []
    pieces = splitter.split_sentences(" ".join(["كلمة"] * 3000))
    assert len(pieces) == 30
    assert not any(output.truncated_in for output in arabic.translate(pieces[:2]))
    assert arabic.join([]) == ""
    assert arabic.translate([""])[0].text == ""
    with pytest.raises(BadInput, match=r"U\+DC00"):
        arabic.translate(["نص \udc00"])


def test_threads_share_a_translator(arabic: ArgosTranslator) -> None:
    """CTranslate2's is safe in several; so is ours."""
    sentences = _sentences("ar", 10)
    expected = [output.text for output in arabic.translate(sentences)]
    found: list[list[Output]] = []
    threads = [Thread(target=lambda: found.append(arabic.translate(sentences))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [[output.text for output in outputs] for outputs in found] == [expected] * 4


def test_a_changed_package_is_not_opened(tmp_path: Path) -> None:
    """A model is data for a parser in C++: trusted by its hash or not at all."""
    store = PackageStore(tmp_path)
    package = store.install(MODELS / "ar_en.argosmodel", source="ar_en", now=NOW)
    model = package.folder / "model" / "model.bin"
    data = bytearray(model.read_bytes())
    data[5000] ^= 1
    model.write_bytes(data)
    with pytest.raises(Broken, match=r"ar-en@0.1 .*model/model.bin is not what was received.*again mends it") as caught:
        open_translator([package], Parameters())
    assert caught.value.code == "model-changed"


def test_a_package_that_its_engine_cannot_open_is_refused_when_it_is_tried_out(tmp_path: Path) -> None:
    """The layout fits and the weights make no sense; no path of this machine is in the message."""
    store = PackageStore(tmp_path / "models")
    file = write_package(tmp_path / "a", package_files())
    with pytest.raises(ThabatError, match=r"ar-en@1.0 .* cannot be opened by its engine") as caught:
        store.install(file, source="a", now=NOW, trial=try_out)
    assert str(tmp_path) not in caught.value.detail
    assert store.installed() == ()
    with pytest.raises(BadFile):
        store.install(write_package(tmp_path / "b", {"metadata.json": b""}), source="b", now=NOW, trial=try_out)
    store.install(MODELS / "en_ar.argosmodel", source="en_ar", now=NOW, trial=try_out)


def test_what_a_run_was_made_with_is_described_without_a_name(arabic: ArgosTranslator) -> None:
    """Versions, processor, every parameter of the search; no user, no machine, no folder."""
    found = arabic.environment()
    assert {"thabat", "argostranslate", "ctranslate2", "sentencepiece", "python", "processor_features"} < set(found)
    assert {"beam_size", "length_penalty", "max_decoding_length", "replace_unknowns", "splitter"} < set(found)
    assert (found["compute_type"], found["compute_type_resolved"]) == ("float32", "float32")
    import platform

    assert not any(platform.node() in value or str(Path.home()) in value for value in found.values() if platform.node())


def test_no_line_of_a_log_holds_a_sentence(store: PackageStore, caplog: pytest.LogCaptureFixture) -> None:
    """argostranslate writes every text at INFO."""
    caplog.set_level(logging.DEBUG)
    [sentence] = _sentences("ar", 1)
    open_translator(store.path("ar", "en"), Parameters()).translate([sentence])
    assert sentence[:20] not in caplog.text


_ALONE = """
import logging, os, socket, sys
from datetime import UTC, datetime
from pathlib import Path

def refuse(*arguments, **named):
    raise AssertionError("the network was asked for")

class Refused(socket.socket):
    __init__ = refuse

socket.socket = Refused
socket.create_connection = socket.getaddrinfo = refuse
logging.basicConfig(level=logging.DEBUG)
from archive.machine.packages import PackageStore
from archive.machine.translator import Parameters
from archive.machine.translator_argos import open_translator, try_out

before = dict(os.environ)
store = PackageStore(Path(sys.argv[1]))
store.install(Path(sys.argv[2]), source="ar_en", now=datetime.now(UTC), trial=try_out)
translator = open_translator(store.path("ar", "en"), Parameters())
print(translator.translate([sys.argv[3]])[0].text)
assert dict(os.environ) == before
print(sorted(set(sys.modules) & {"torch", "stanza", "spacy", "minisbd", "onnxruntime"}))
"""


def test_a_whole_translation_without_network_home_or_anybodys_settings(tmp_path: Path) -> None:
    """A process of its own: sockets refuse, foreign settings are ignored, no folder is made, nothing heavy comes in."""
    home = tmp_path / "home"
    foreign = home / ".config" / "argos-translate"
    foreign.mkdir(parents=True)
    (foreign / "settings.json").write_text('{"ARGOS_BEAM_SIZE": "1", "ARGOS_DEBUG": "1", "ARGOS_COMPUTE_TYPE": "int8"}')
    before = sorted(home.rglob("*"))
    sentence = _sentences("ar", 8)[7]
    done = subprocess.run(
        [sys.executable, "-c", _ALONE, str(tmp_path / "models"), str(MODELS / "ar_en.argosmodel"), sentence],
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
            "HOME": str(home),
            "ARGOS_CHUNK_TYPE": "NONE",
            "ARGOS_DEVICE_TYPE": "cuda",
            "ARGOS_PACKAGES_DIR": str(tmp_path / "nowhere"),
            "PYTHONPATH": str(ROOT),
        },
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    text, heavy = done.stdout.splitlines()
    assert "600 fighters" in text
    assert heavy == "[]"
    assert sentence[:15] not in done.stderr
    assert sorted(home.rglob("*")) == before  # nor the folder in which ONNX Runtime keeps what it tells its maker
    assert not (tmp_path / "nowhere").exists()


def test_another_series_of_argostranslate_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names inside it are used; they are looked for before anything is translated."""
    argos._load.cache_clear()
    monkeypatch.setattr(argos, "SERIES", "1.12.")
    with pytest.raises(Unavailable, match=r"expected argostranslate 1.12.\*, found 1.11") as caught:
        argos.load()
    assert caught.value.code == "no-engine"
    monkeypatch.undo()
    monkeypatch.setitem(argos._USED, "settings", ("an_attribute_that_is_gone",))
    with pytest.raises(Unavailable, match=r"lacks settings\.an_attribute_that_is_gone"):
        argos.load()
    monkeypatch.undo()
    argos.load()


def test_a_stand_in_says_what_it_is_when_something_uses_it() -> None:
    """Not an AttributeError three libraries down."""
    loaded = argos.load()
    from argostranslate import sbd

    with pytest.raises(Unavailable, match="sentence splitter of Argos was asked for"):
        sbd.stanza.Pipeline()
    with pytest.raises(Unavailable, match="sentence splitter"):
        sbd.SBDetect("ar")
    assert "stanza" not in sys.modules
    assert loaded is argos.load()
