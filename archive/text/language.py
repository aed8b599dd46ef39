"""What language a text is in, and whether that is what was declared.

Script first: it settles most questions and is never wrong. Then the letters, which tell Arabic,
Persian, Urdu, Pashto, Sorani and Kurmanji apart. Only then, for 200 letters or more, a detector
behind the seam of :mod:`archive.machine.detector`, whose answer must fit the script. Judged
paragraph by paragraph, so that a piece half in another language shows. English names in an Arabic
text do not make it mixed. Undetermined (``und``) is an answer; refusing a text is the intake's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Literal

from archive.machine.detector import Detector
from archive.text import scripts
from archive.text.recipe import recipe
from archive.text.segment import split_sentences
from archive.values import UNDETERMINED, primary_language

MIN_LETTERS: Final = 40
"""About eight words; under that the letters of three languages in four are not yet on show (MACHINE.md §6)."""
MIN_DETECTOR_LETTERS: Final = 200
MIN_PROBABILITY: Final = 900  # in a thousand
MAX_ASKED: Final = 12  # questions to the detector about one undecided text; each costs some 3 ms
MIN_SHARE: Final = 60  # % of the letters that the leading script's paragraphs must hold
NATIVE_SHARE: Final = 35  # % of letters in another script that make a paragraph more than Latin with quotations
MIXED_SHARE: Final = 20  # % of the letters in other languages that contradict a declared one

RECIPE: Final = recipe(
    "language", 1, letters=MIN_LETTERS, detector_letters=MIN_DETECTOR_LETTERS, probability=MIN_PROBABILITY
)

Basis = Literal["script", "letters", "langdetect", "too-short"]


@dataclass(frozen=True, slots=True)
class LanguageFinding:
    """``shares`` are letter counts by ISO 15924 script; ``mixed`` the paragraphs in another language than the rest."""

    language: str
    basis: Basis
    probability_millis: int | None
    shares: dict[str, int]
    mixed: tuple[tuple[int, str], ...]
    letters: int
    mixed_letters: int = 0
    evidence: str = ""

    @property
    def script(self) -> str | None:
        return max(self.shares, key=lambda script: self.shares[script]) if self.shares else None


@dataclass(frozen=True, slots=True)
class _Unit:
    """A paragraph, or a sentence of one in two scripts; ``index`` is the paragraph's."""

    index: int
    text: str
    counts: dict[str, int]
    letters: int
    script: str


@dataclass(frozen=True, slots=True)
class _Opinion:
    language: str
    basis: Basis
    probability_millis: int | None = None
    evidence: str = ""


def examine(paragraphs: Sequence[str], *, detector: Detector | None) -> LanguageFinding:
    """Say what language ``paragraphs`` are in. Without a detector most languages in Latin letters stay undetermined."""
    units = [unit for index, text in enumerate(paragraphs) for unit in _units(index, text)]
    shares = sum((Counter(unit.counts) for unit in units), Counter[str]())
    held = Counter[str]()
    for unit in units:
        held[unit.script] += unit.letters
    opinions = {script: _opinion(script, _held_by(script, units), held[script], detector) for script in held}
    leading = max(held, key=lambda script: (held[script], script), default=None)
    if leading is None:
        return LanguageFinding(UNDETERMINED, "too-short", None, {}, (), 0)
    if held[leading] * 100 < MIN_SHARE * shares.total():
        leading, main = None, _Opinion(UNDETERMINED, "script", evidence=_halves(held))
    else:
        main = opinions[leading]
    unsure = leading is not None and main.basis == "langdetect" and main.language == UNDETERMINED
    others = _shared(units, detector) if unsure else _others(units, leading, opinions, detector)
    return LanguageFinding(
        main.language,
        main.basis,
        main.probability_millis,
        dict(shares),
        tuple(dict.fromkeys((unit.index, language) for unit, language in others)),
        shares.total(),
        sum(unit.letters for unit, _ in others),
        main.evidence,
    )


def _units(index: int, text: str) -> list[_Unit]:
    """One paragraph, or its sentences where a second script holds much of it: a whole page may be one line."""
    unit = _read(index, text)
    if unit is None:
        return []
    second = sorted(unit.counts.values())[-2] if len(unit.counts) > 1 else 0
    if second < MIN_DETECTOR_LETTERS or second * 100 < MIXED_SHARE * unit.letters:
        return [unit]
    sentences = (_read(index, span.of(text)) for span in split_sentences(text, UNDETERMINED))
    return [sentence for sentence in sentences if sentence is not None]


def _held_by(script: str, units: Sequence[_Unit]) -> str:
    return " ".join(unit.text for unit in units if unit.script == script)


def _read(index: int, text: str) -> _Unit | None:
    counts = scripts.letter_counts(text)
    letters = sum(counts.values())
    if not letters:
        return None
    native = {script: count for script, count in counts.items() if script != "Latn"}
    script = max(native, key=lambda script: native[script]) if native else "Latn"
    if native and native[script] * 100 < NATIVE_SHARE * letters:
        script = "Latn"
    return _Unit(index, text, counts, letters, script)


def _halves(by_script: Counter[str]) -> str:
    total = by_script.total()
    parts = [f"{100 * count // total} % {scripts.SCRIPT_NAMES[script]}" for script, count in by_script.most_common()]
    return "paragraphs in several scripts: " + ", ".join(parts)


def _opinion(script: str, text: str, letters: int, detector: Detector | None) -> _Opinion:
    if script in scripts.LANGUAGE_OF_SCRIPT:
        return _Opinion(scripts.LANGUAGE_OF_SCRIPT[script], "script")
    if letters < MIN_LETTERS:
        return _Opinion(UNDETERMINED, "too-short")
    telling = _telling(script, text)
    if telling is not None:
        return _Opinion(telling.language, "letters", evidence=telling.evidence)
    plain = scripts.telling_english(text) if script == "Latn" else None
    if letters < MIN_DETECTOR_LETTERS:
        return _Opinion("en", "letters", evidence=plain.evidence) if plain else _Opinion(UNDETERMINED, "too-short")
    return _ask(detector, text, script)


def _telling(script: str, text: str) -> scripts.Telling | None:
    if script == "Arab":
        return scripts.telling_arabic(text)
    return scripts.telling_latin(text) if script == "Latn" else None


def _ask(detector: Detector | None, text: str, script: str) -> _Opinion:
    answer = detector.detect(text) if detector is not None else None
    if answer is None:
        return _Opinion(UNDETERMINED, "script")
    language, millis = primary_language(answer[0]), round(answer[1] * 1000)
    if language not in scripts.LANGUAGES_OF.get(script, ()) or millis < MIN_PROBABILITY:
        return _Opinion(UNDETERMINED, "langdetect", millis, f"best guess {language}, not good enough")
    return _Opinion(language, "langdetect", millis)


def _others(
    units: Sequence[_Unit], leading: str | None, opinions: Mapping[str, _Opinion], detector: Detector | None
) -> list[tuple[_Unit, str]]:
    """Units long enough to judge and in another language than the text; all of them where there is no leading one."""
    found = []
    for unit in units:
        if unit.letters < MIN_LETTERS:
            continue
        if unit.script != leading:
            found.append((unit, opinions[unit.script].language))
        elif (language := _intruder(unit, opinions[leading].language, detector)) is not None:
            found.append((unit, language))
    return found


def _shared(units: Sequence[_Unit], detector: Detector | None) -> list[tuple[_Unit, str]]:
    """The long units of a text that is no one language as a whole, if they are of several."""
    asked = [unit for unit in units if unit.letters >= MIN_DETECTOR_LETTERS][:MAX_ASKED]
    found = [(unit, _opinion(unit.script, unit.text, unit.letters, detector).language) for unit in asked]
    found = [(unit, language) for unit, language in found if language != UNDETERMINED]
    return found if len({language for _, language in found}) > 1 else []


def _intruder(unit: _Unit, main: str, detector: Detector | None) -> str | None:
    """The language of a unit in the leading script if it is another one. The detector is asked only on suspicion:
    asking it for every paragraph would cost more than the rest together.
    """
    if main == UNDETERMINED or unit.letters < MIN_DETECTOR_LETTERS or not _suspect(unit, main):
        return None
    language = _opinion(unit.script, unit.text, unit.letters, detector).language
    return language if language not in (UNDETERMINED, main) else None


def _suspect(unit: _Unit, main: str) -> bool:
    """Letters are cheap to look at; English shows, or is missed, by its function words."""
    if unit.script != "Latn":
        return unit.script == "Arab"
    english = scripts.english_per_mille(unit.text)
    return english < scripts.SOME_ENGLISH if main == "en" else english >= scripts.PLAIN_ENGLISH


class Agreement(StrEnum):
    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class Verdict:
    """``code`` is that of the :class:`archive.errors.LanguageMismatch` it could become, ``None`` where it agrees."""

    outcome: Agreement
    sentence: str
    code: str | None = None
    seen: str = field(default=UNDETERMINED)


def check_declared(declared: str | None, finding: LanguageFinding) -> Verdict:
    """Hold the declared tag against what was seen. What cannot be told is not held against a text."""
    if declared is None or primary_language(declared) == UNDETERMINED:
        return _verdict(Agreement.CANNOT_TELL, f"no language was declared; {_seen(finding)}", finding)
    said = f"declared {declared}; "
    foreign = _foreign_script(declared, finding)
    if foreign:
        return _verdict(Agreement.CONTRADICTS, said + foreign, finding, "wrong-language")
    if finding.letters and finding.mixed_letters * 100 >= MIXED_SHARE * finding.letters:
        return _verdict(Agreement.CONTRADICTS, said + _seen(finding), finding, "mixed-language")
    outcome = _compare(_family(declared), _family(finding.language))
    code = "wrong-language" if outcome is Agreement.CONTRADICTS else None
    return _verdict(outcome, said + _seen(finding), finding, code)


def check_pair(
    declared: tuple[str | None, str | None], findings: tuple[LanguageFinding, LanguageFinding]
) -> Verdict | None:
    """What only shows when both sides are seen: sides swapped, or both in one language. ``None`` otherwise."""
    said, seen = [_family(tag) if tag else None for tag in declared], [_family(found.language) for found in findings]
    if UNDETERMINED in seen:
        return None
    if seen[0] != seen[1] and seen == said[::-1]:
        sentence = f"the sides look swapped: declared {said[0]} and {said[1]}, seen {seen[0]} and {seen[1]}"
        return _verdict(Agreement.CONTRADICTS, sentence, findings[0], "sides-swapped")
    if seen[0] == seen[1] and said[0] != said[1]:
        sentence = f"both sides are {seen[0]}: {_seen(findings[0])}; {_seen(findings[1])}"
        return _verdict(Agreement.CONTRADICTS, sentence, findings[0], "same-language")
    return None


def _verdict(outcome: Agreement, sentence: str, finding: LanguageFinding, code: str | None = None) -> Verdict:
    return Verdict(outcome, sentence, code, finding.language)


def _family(tag: str) -> str:
    language = scripts.DIALECTS.get(primary_language(tag), primary_language(tag))
    return "ku" if language in scripts.KURDISH else language


def _compare(declared: str, seen: str) -> Agreement:
    if seen == UNDETERMINED:
        return Agreement.CANNOT_TELL
    if declared == seen:
        return Agreement.AGREES
    unknown = declared not in scripts.SCRIPTS_OF and seen != "en"
    if unknown or any(declared in group and seen in group for group in scripts.EASILY_MISTAKEN):
        return Agreement.CANNOT_TELL
    return Agreement.CONTRADICTS


def _foreign_script(declared: str, finding: LanguageFinding) -> str | None:
    """``97 % of the 1,240 letters are Arabic script`` where that script is none of the declared language's."""
    named = [part for part in declared.split("-")[1:] if len(part) == 4 and part.isalpha()]
    expected = named or scripts.SCRIPTS_OF.get(_family(declared)) or scripts.SCRIPTS_OF.get(primary_language(declared))
    script = finding.script
    if script is None or not expected or script in expected or finding.letters < MIN_LETTERS // 2:
        return None
    percent = 100 * finding.shares[script] // finding.letters
    return f"{_letters(finding, script)}" if percent >= MIN_SHARE else None


def _letters(finding: LanguageFinding, script: str) -> str:
    percent = 100 * finding.shares[script] // finding.letters
    return f"{percent} % of the {finding.letters:,} letters are {scripts.SCRIPT_NAMES[script]} script"


def _seen(finding: LanguageFinding) -> str:
    """What was seen, with figures."""
    script = finding.script
    if script is None:
        return "there are no letters in the text"
    parts = [_letters(finding, script), _reason(finding)]
    if finding.mixed:
        percent = 100 * finding.mixed_letters // finding.letters
        where = ", ".join(f"{index + 1} ({language})" for index, language in finding.mixed[:6])
        parts.append(f"{percent} % stand in paragraphs of another language: {where}")
    return "; ".join(part for part in parts if part)


def _reason(finding: LanguageFinding) -> str:
    if finding.basis == "too-short":
        return "too few to tell the language"
    if finding.basis == "langdetect" and finding.language != UNDETERMINED:
        return f"langdetect says {finding.language}, probability {(finding.probability_millis or 0) / 1000:.3f}"
    if finding.basis == "letters":
        return f"they point to {finding.language}: {finding.evidence}"
    return finding.evidence or ("" if finding.language != UNDETERMINED else "nothing more to go by")
