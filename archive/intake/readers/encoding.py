"""From bytes to characters: byte order mark, then the declared charset if the text bears it out, then a guess.

A charset that the depositor declared is respected or refused, never silently replaced: bytes that
decode but give mojibake are refused too, saying what they look like. A charset that only the page's
own markup declares may be wrong (saved pages often are) and is replaced with a note. The guess is
among the encodings Arabic and English texts come in; anything else can be declared. Whether the
result is an article is left to ``plain`` and ``html``.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from typing import Final

from archive.errors import BadFile
from archive.intake.readers.plausible import plausibility
from archive.intake.readers.reading import Decoded

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE: Final = ("utf-16-le", "utf-16-be")
_BYTEWISE: Final = ("windows-1256", "iso-8859-6", "windows-1252")
_ISOLATED: Final = ["utf_8", "utf_16", "cp1256", "iso8859_6", "cp1252"]
_IANA: Final = {
    "cp1256": "windows-1256",
    "iso8859-6": "iso-8859-6",
    "iso8859_6": "iso-8859-6",
    "cp1252": "windows-1252",
}
# WHATWG Encoding §4.2: what is labelled Latin-1 or ASCII is read as windows-1252.
_LATIN: Final = frozenset(("iso8859-1", "ascii", "cp1252"))

GOOD: Final = 70
"""Plausibility below which a text is not taken as rightly decoded; right Arabic has 75 and more from 40 bytes on."""
_MARGIN: Final = 8
"""By how much another encoding must be more plausible to contradict a declared one."""
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Guess:
    charset: str
    text: str
    score: int

    @property
    def article(self) -> str:
        return f"{self.charset} ({self.score} % plausible)"


def decode(data: bytes, *, declared: str | None = None, in_markup: str | None = None) -> Decoded:
    """Return the characters of ``data``; raise :class:`BadFile` undecodable, surrogate or binary."""
    if bom := _bom(data):
        return _with_bom(data, *bom, declared)
    if declared is not None:
        return _as_declared(data, declared)
    if in_markup is not None and not _only_ascii(data):
        return _as_marked(data, in_markup)
    guess = detect(data)
    note = (
        None
        if guess.score >= GOOD
        else f"Read as {guess.charset}, but the characters are hardly writing ({guess.score} % plausible)."
    )
    return Decoded(guess.text, guess.charset, "detected", guess.score, note)


def encode_inline(text: str) -> bytes:
    """UTF-8 of a text that arrived as characters (JSON); an unpaired surrogate is refused with its position."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _surrogate(text[error.start], f"character {error.start}") from None


def detect(data: bytes) -> _Guess:
    """The most plausible of the encodings we know; :class:`BadFile` where none of them gives writing."""
    guesses = sorted(_guesses(data), key=lambda guess: -guess.score)  # stable: the order above breaks ties
    if not guesses or (guesses[0].score < GOOD and guesses[0].charset != "utf-8"):
        raise _nothing_fits(data, guesses)
    best = guesses[0]
    rivals = [guess for guess in guesses if guess.score > best.score - 3 and guess.text != best.text]
    best = _second_opinion(data, best, rivals) if rivals else best
    if too_many_controls(best.text):
        raise BadFile("The file was expected to be text, but is full of control characters.", code="binary")
    return best


def too_many_controls(text: str) -> bool:
    """A few NULs are an accident in a text; more than one in fifty is a binary file."""
    return len(_CONTROLS.findall(text)) > max(4, len(text) // 50)


# -- the three ways ---------------------------------------------------------------------------


def _bom(data: bytes) -> tuple[bytes, str] | None:
    return next(((mark, charset) for mark, charset in _BOMS if data.startswith(mark)), None)


def _with_bom(data: bytes, mark: bytes, charset: str, declared: str | None) -> Decoded:
    if declared is not None and not charset.startswith(_codec(declared).replace("_", "-").removesuffix("-sig")):
        raise _contradicted(declared, f"it begins with the byte order mark of {charset}")
    text = _strictly(data[len(mark) :], charset, what="its byte order mark says")
    return Decoded(text, charset, "bom", 100)


def _as_declared(data: bytes, declared: str) -> Decoded:
    codec = _codec(declared)
    charset = _name(codec)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        _refuse_surrogates(data, charset)
        where = f"byte {error.start} (0x{data[error.start]:02x}) cannot be decoded; it looks like {_looks_like(data)}"
        raise _contradicted(declared, where) from None
    score = plausibility(text)
    if better := _contradiction(data, _Guess(charset, text, score)):
        raise _contradicted(declared, f"the characters that gives are not writing ({score} % plausible); {better}")
    return Decoded(text, charset, "declared", score)


def _as_marked(data: bytes, in_markup: str) -> Decoded:
    try:
        read = _as_declared(data, in_markup)
    except BadFile as error:
        if error.code == "surrogate":
            raise
        guess = detect(data)
        note = f"The page's markup declares {in_markup}, but it was read as {guess.charset}: {error.detail}"
        return Decoded(guess.text, guess.charset, "detected", guess.score, note)
    return Decoded(read.text, read.charset, "markup", read.confidence_percent)


def _contradiction(data: bytes, declared: _Guess) -> str | None:
    """What the bytes look like instead, if they clearly do."""
    try:
        best = detect(data)
    except BadFile:
        return None if declared.score >= GOOD else "no encoding known here fits better"
    if best.text == declared.text:
        return None
    valid_utf8 = best.charset == "utf-8" and not _only_ascii(data)  # hardly ever so by chance
    if valid_utf8 or best.score - declared.score >= _MARGIN or declared.score < GOOD:
        return f"it looks like {best.article}"
    return None


# -- guessing ---------------------------------------------------------------------------------


def _guesses(data: bytes) -> list[_Guess]:
    found: list[_Guess | None] = [_try(data, "utf-8")]
    if found[0] and 10 * len(_CONTROLS.findall(found[0].text)) <= len(found[0].text):
        # In a wide encoding every second byte or so would be a control character; a stray NUL is an accident.
        return [replace(found[0], score=plausibility(_CONTROLS.sub("", found[0].text)))]
    if len(data) % 2 == 0:
        found += [_try(data, charset) for charset in _WIDE]
    if found[0] is None:
        _refuse_surrogates(data, "utf-8")
        found += [_try(data, charset) for charset in _BYTEWISE]
    return [guess for guess in found if guess]


def _try(data: bytes, charset: str) -> _Guess | None:
    try:
        text = data.decode(charset)
    except UnicodeDecodeError:
        return None
    score = plausibility(text)
    if charset in _WIDE and not _has_spaces(text):
        score = min(score, GOOD - 20)  # two ASCII letters make one CJK letter, but never a space
    # ASCII bytes with a few NULs: 100 for the lack of evidence, less a point a hundredth of controls
    controls = 100 * len(_CONTROLS.findall(text)) // max(1, len(text))
    return _Guess(charset, text, max(0, score - controls))


def _has_spaces(text: str) -> bool:
    return text.count(" ") + text.count("\n") >= max(1, len(text) // 25)


def _second_opinion(data: bytes, best: _Guess, rivals: list[_Guess]) -> _Guess:
    """charset-normalizer, held to the candidates (alone it takes short ISO-8859-6 for Thai)."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - heavy, and only for close calls

    found = from_bytes(data[:20_000], cp_isolation=_ISOLATED).best()
    named = _name(found.encoding) if found else best.charset
    return next((guess for guess in (best, *rivals) if guess.charset == named), best)


# -- words for errors -------------------------------------------------------------------------


def _codec(label: str) -> str:
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        raise _contradicted(label, "no encoding by that name is known") from None
    if not info._is_text_encoding:  # noqa: SLF001 - the only place where CPython says it
        raise _contradicted(label, "that is not an encoding of text")
    return "cp1252" if info.name in _LATIN else info.name


def _name(codec: str) -> str:
    return _IANA.get(codec, codec).replace("_", "-").removesuffix("-sig")


def _only_ascii(data: bytes) -> bool:
    return data.isascii() and not _CONTROLS.search(data.decode("ascii"))


def _strictly(data: bytes, charset: str, *, what: str) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        _refuse_surrogates(data, charset)
        raise BadFile(
            f"The file was read as {charset}, as {what}; byte {error.start} cannot be decoded.", code="undecodable"
        ) from None


def _refuse_surrogates(data: bytes, charset: str) -> None:
    """Raise if the only fault of ``data`` are surrogates standing alone (or as pairs, in UTF-8: CESU-8)."""
    if not charset.startswith("utf-") or (charset != "utf-8" and _try(data, "utf-8")):
        return
    try:
        text = data.decode(charset, "surrogatepass")
    except UnicodeDecodeError:
        return
    lone = _SURROGATE.search(text)
    if lone and plausibility(_SURROGATE.sub("", text)) >= GOOD:
        raise _surrogate(lone.group(), f"character {lone.start()}")


def _surrogate(character: str, where: str) -> BadFile:
    return BadFile(
        f"The text was checked for whole characters; at {where} stands the unpaired surrogate U+{ord(character):04X}.",
        code="surrogate",
    )


def _looks_like(data: bytes) -> str:
    try:
        return detect(data).article
    except BadFile:
        return "nothing known here"


def _contradicted(declared: str, found: str) -> BadFile:
    return BadFile(f"The file was declared to be {declared[:40]}: {found}.", code="undecodable")


def _nothing_fits(data: bytes, guesses: list[_Guess]) -> BadFile:
    if too_many_controls(data[:100_000].decode("latin-1")):
        return BadFile("The file was expected to be text, but holds bytes that no text has.", code="binary")
    near = _nearly_utf8(data) or (f"the nearest is {guesses[0].article}" if guesses else "not even nearly")
    return BadFile(
        f"The file is in no encoding known here (UTF-8, UTF-16, Windows-1256, ISO-8859-6): {near}.", code="undecodable"
    )


def _nearly_utf8(data: bytes) -> str | None:
    """Where UTF-8 breaks off, if most of the file is UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        decoded = data.decode("utf-8", "ignore")
        if len(decoded.encode()) >= len(data) * 0.9 and not decoded.isascii():
            return f"it looks like UTF-8 with a fault at byte {error.start} (0x{data[error.start]:02x})"
    return None
