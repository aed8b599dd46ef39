"""Find disclaimers in a text, and say what each claims: translated, edited, by whom, whose responsibility.

Works sentence by sentence on the fold, so harakat, hamza spellings and quotation marks do not matter; the
clauses of a sentence are also read one by one, and adjacent sentences of one paragraph are one disclaimer.
Names are as printed. The wordings are data in ``disclaimer_english`` and ``disclaimer_arabic``; storing a
wording once, with its uses, is the intake's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from archive.chain import names_arabic, names_english
from archive.chain.byline_record import QUOTES, Standing, same_name, split_trailing_brackets, unquoted
from archive.chain.bylines import script_of
from archive.chain.disclaimer_arabic import ARABIC
from archive.chain.disclaimer_english import ENGLISH
from archive.chain.disclaimer_general import GENERAL, OF_ITSELF
from archive.chain.disclaimer_rules import Kind, Responsibility, Rule
from archive.chain.extents import Extent, extent_declared
from archive.chain.lexicon_names import ARABIC_NOT_NAMES
from archive.text.fold import Folded, fold, fold_with_offsets
from archive.values import Digest, Span

__all__ = ["Claims", "DisclaimerFound", "Extent", "extent_declared", "find_disclaimers", "wording_key"]


@dataclass(frozen=True, slots=True)
class Claims:
    """What a disclaimer claims. ``permission``: it speaks of permission or rights; ``source``: where it first stood."""

    translated: bool = False
    edited: bool = False
    by: str | None = None
    responsibility: Responsibility | None = None
    responsible_party: str | None = None
    not_verified: bool = False
    not_endorsed: bool = False
    permission: bool = False
    permission_from: str | None = None
    abridged: bool = False
    source: str | None = None
    edited_by: str | None = None

    @property
    def editor(self) -> str | None:
        """Who edited: another hand where print names one, else whoever the sentence names."""
        return self.edited_by or self.by if self.edited else None


@dataclass(frozen=True, slots=True)
class DisclaimerFound:
    """One disclaimer with its verbatim quote; ``kind`` is the most telling of its sentences' kinds."""

    span: Span
    quote: str
    language: str
    kind: Kind
    claims: Claims


RULES: Final[dict[str, tuple[Rule, ...]]] = {"en": ENGLISH, "ar": ARABIC}
"""The rules tried on every sentence, by language; a sentence may satisfy several. Then come the ``GENERAL`` ones."""
MAX_SENTENCE: Final = 600
"""Characters. No disclaimer sentence is longer; a wall of text is not searched with backtracking patterns."""

_KINDS: Final[tuple[Kind, ...]] = (
    "translation", "abridgement", "responsibility", "endorsement", "verification", "permission", "source", "rights",
)  # fmt: skip
_BREAK: Final = re.compile(r"(?<=[.!?؟…])[\"'”’»)\]]*(?=\s)|\n+")
_ABBREVIATION: Final = re.compile(r"(?:\b(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof|St|No|Inc|Co)|(?<!\w)[أدم])\.\Z")
_EDITED: Final = re.compile(
    r"\bedit(?:ed|ing)\b|(?<!\w)و?(?:لل|ال)?(?:حرر|حررت|تحرير|تحريره|تحريرها|حرره|حررها|محرر|محرره)(?!\w)"
)
_ABRIDGED: Final = re.compile(
    r"\b(?:abridged|shortened|condensed)\b|(?<!\w)و?(?:لل|ال)?(?:مختصره?|اختصار(?:ه|ها)?|اختصرت?|تلخيص(?:ه|ها)?)(?!\w)"
)
_CLAUSE: Final = re.compile(r"\s*[;؛]\s*|,\s+(?=which\s)|,\s+and\s+(?=responsibility\s)", re.IGNORECASE)
_GATE: Final = {
    "en": re.compile(
        r"translat|edited|adapted|abridg|shorten|condens|compil|respons|liab|verif|confirm|check|compar|authentic|vouch|omitted|removed|courtesy|arrangement|account|corrobor|endors"
        r"|imply|permission|copyright|\(c\)|©|reserved|originally|first|publi|author|writer|contributor|columnist"
        r"|reflect|represent|opinion|views?\b"
    ),
    "ar": re.compile(
        r"ترجم|حرر|تحرير|اختص|مختصر|تلخيص|حذف|مسءول|عبر|عكس|[يت]مثل|تبن|ءيد|يعني|تعني|تحقق|تاكد|حقوق|اذن|موافق"
        r"|ترخيص|تصريح|اتفاق|نقلا|نشر|تاكد|تثبت|خضع|يمنع|يحظر|يجوز|يسمح|راي|اراء"
    ),
}
"""Without one of these a sentence matches no rule: what spares nearly all prose the rules themselves."""
_LOWER_OPENING: Final = re.compile(r"[a-z]")
_AFTER_NAME: Final = re.compile(
    r"\s+(?:from|for|and\s+(?:does|do|is|was|the|its|has)|on|in|with|who|which|without|under|exclusively)\b.*|,.*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    language: str
    kind: Kind
    claims: Claims
    stands_alone: bool


def find_disclaimers(text: str) -> tuple[DisclaimerFound, ...]:
    """Every disclaimer in ``text``, in order. A sentence about "it" counts only beside one that names the text."""
    runs: list[list[_Sentence]] = []
    for span in _sentences(text):
        sentence = _read(text, span)
        if sentence is None:
            continue
        if (
            runs
            and text[runs[-1][-1].span.end : span.start].strip(" \t") == ""
            and runs[-1][-1].language == sentence.language
        ):
            runs[-1].append(sentence)
        else:
            runs.append([sentence])
    return tuple(_joined(text, run) for run in runs if any(sentence.stands_alone for sentence in run))


def wording_key(quote: str) -> str:
    """The SHA-256 that all printings of one wording share, whatever their quotation marks, spacing and vowel marks."""
    words = re.findall(r"\w+", fold(quote))
    return str(Digest.of(" ".join(words).encode()))


def _sentences(text: str) -> list[Span]:
    """Rough sentences, trimmed; an abbreviation or initial does not end one."""
    spans, start = [], 0
    for match in [*_BREAK.finditer(text), None]:
        end = match.end() if match else len(text)
        if match and match.group()[:1] != "\n" and _ABBREVIATION.search(text[start : match.start()]):
            continue
        piece = text[start:end]
        if piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            spans.append(Span(first, first + len(piece.strip())))
        start = end
    return spans


def _read(text: str, span: Span) -> _Sentence | None:
    printed = span.of(text)
    if len(printed) > MAX_SENTENCE:
        return None
    language = script_of(printed)
    readings = _by_clause(printed, language) if _GATE[language].search(fold(printed)) else []
    if not readings:
        return None
    kind = min((rule.kind for rule, _ in readings), key=_KINDS.index)
    alone = any(not rule.follows for rule, _ in readings)
    return _Sentence(span, language, kind, _merged([claims for _, claims in readings]), alone)


def _by_clause(printed: str, language: str) -> list[tuple[Rule, Claims]]:
    """What the sentence says as a whole, and its further clauses; or its clauses, if every one is understood."""
    whole = _readings(printed, language)
    clauses = _CLAUSE.split(printed)
    if len(clauses) == 1:
        return whole
    first, *further = (_readings(clause, language) for clause in clauses)
    if not whole and not (first and all(further)):
        return []
    return [*(whole or first), *(reading for clause in further for reading in clause)]


def _readings(printed: str, language: str) -> list[tuple[Rule, Claims]]:
    words = fold(printed)
    rules = RULES[language] + GENERAL[language] if OF_ITSELF[language].search(words) else RULES[language]
    matches = [(rule, match) for rule in rules if (match := rule.pattern.match(words))]
    if not matches:
        return []  # nearly every sentence of a newspaper: the way back to print is not needed
    folded = fold_with_offsets(printed)
    readings = [(rule, _claims(rule, match, folded, printed)) for rule, match in matches]
    return [(rule, claims) for rule, claims in readings if claims is not None]


def _claims(rule: Rule, match: re.Match[str], folded: Folded, printed: str) -> Claims | None:
    names = {group: _name(folded, match, group, printed) for group in match.groupdict()}
    if rule.needs_name and not any(names.values()):
        return None
    translation = rule.kind in {"translation", "abridgement"}
    words = match.group().replace(match.groupdict().get("by") or "\0", " ")
    holder = names.get("permitter") or (names.get("party") if rule.kind in {"permission", "rights"} else None)
    return Claims(
        translated="translated" in rule.flags,
        edited="edited" in rule.flags or (translation and bool(_EDITED.search(words))),
        by=names.get("by"),
        responsibility=_responsible(rule, names.get("party")),
        responsible_party=names.get("party") if rule.responsibility else None,
        not_verified="not_verified" in rule.flags,
        not_endorsed="not_endorsed" in rule.flags,
        permission="permission" in rule.flags,
        permission_from=holder,
        abridged="abridged" in rule.flags or (translation and bool(_ABRIDGED.search(words))),
        source=names.get("source"),
        edited_by=names.get("edited_by"),
    )


def _responsible(rule: Rule, party: str | None) -> Responsibility | None:
    """A person who answers for a text is its author; an outlet its source."""
    module = names_arabic if script_of(party or "") == "ar" else names_english
    person = party is not None and module.person(party) is Standing.KNOWN
    return "author" if rule.responsibility == "source" and person else rule.responsibility


def _name(folded: Folded, match: re.Match[str], group: str, printed: str) -> str | None:
    """The captured words if they are a name: capitalised in English, an outlet, person or proper noun in Arabic."""
    if match.groupdict().get(group) is None or not match[group].strip():
        return None
    span = folded.span(*match.span(group))
    if printed[span.start] in QUOTES and printed[span.end : span.end + 1] in QUOTES:
        span = Span(span.start, min(span.end + 1, len(printed)))  # the pattern gave the closing mark to the stop
    words = span.of(printed).strip()
    return _arabic_name(words, group) if script_of(words) == "ar" else _english_name(words)


def _english_name(words: str) -> str | None:
    name = unquoted(split_trailing_brackets(_AFTER_NAME.sub("", words))[0]).strip(" ,;:")
    name = re.sub(r"^the\s+(?=website\b|site\b)", "", name)
    if not name or len(name.split()) > 8:
        return None
    known = names_english.outlet(name, None) or names_english.person(name)
    return name if known and not (_LOWER_OPENING.match(name) and known is not Standing.KNOWN) else None


def _arabic_name(words: str, group: str) -> str | None:
    """Sources need proof (نقلاً عن مصدر عسكري names none); who translated or permitted is named by the frame itself."""
    name = unquoted(split_trailing_brackets(words)[0]).strip(" ،,؛:-")
    proved = names_arabic.outlet(words, None) is Standing.KNOWN or names_arabic.person(name) is Standing.KNOWN
    if group == "source" and not proved:
        return None
    sentence_words = any(fold(word) in ARABIC_NOT_NAMES for word in name.split())
    return name if name and len(name.split()) <= 6 and (proved or not sentence_words) else None


def _merged(claims: list[Claims]) -> Claims:
    """All that any of them claims: a translator's name before an editor's, who answers before who does not."""
    ordered = sorted(claims, key=lambda one: (not one.translated, one.responsibility == "nobody"))
    merged = Claims(
        **{
            field: next((value for one in ordered if (value := getattr(one, field))), getattr(Claims(), field))
            for field in Claims.__dataclass_fields__
        }
    )
    editors = (one.by for one in ordered if one.edited and not one.translated and not same_name(one.by, merged.by))
    responsibility = merged.responsibility
    if responsibility == "source" and same_name(merged.responsible_party, merged.by):
        responsibility = "publisher"
    edited_by = merged.edited_by or next(filter(None, editors), None)
    return replace(merged, edited_by=edited_by, responsibility=responsibility)


def _joined(text: str, run: list[_Sentence]) -> DisclaimerFound:
    span = Span(run[0].span.start, run[-1].span.end)
    kind = min((sentence.kind for sentence in run), key=_KINDS.index)
    return DisclaimerFound(span, span.of(text), run[0].language, kind, _merged([sentence.claims for sentence in run]))
