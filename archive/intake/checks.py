"""What drafts must be, alone and beside each other, before anything is written.

A text in another language than declared, sides that were swapped, two sides in one language: each is
refused with what was seen, unless the depositor insists (``force``), which is then recorded with the
version. Doubts that do not stop a deposit become notices.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from archive.errors import LanguageMismatch
from archive.intake.drafting import Draft
from archive.models.works import TextRole
from archive.text.language import Agreement, check_pair
from archive.values import UNDETERMINED, primary_language

# What the archive takes a pair to be when nobody declares languages: the newsroom's usual direction.
USUAL_PAIR: Final = ("ar", "en")
_OVERRIDE: Final = " (if it is meant so: declare both languages, or record it with --force)"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the depositor should know; ``text`` is the key of the text it is about."""

    code: str
    detail: str
    text: str | None = None


def check_languages(drafts: Sequence[Draft], kept: Mapping[str, str], *, force: bool) -> None:
    """Raise the first contradiction between what was declared, or is usual, and what was seen.

    ``kept``: the language of each version that the work held before.
    """
    if force:
        return
    for original, translation in _pairs(drafts):
        _check_pair(original, translation)
    for draft in drafts:
        if draft.verdict.outcome is Agreement.CONTRADICTS:
            raise LanguageMismatch(
                f"{draft.text.key}: {draft.verdict.sentence}{_OVERRIDE}",
                code=draft.verdict.code,
                pointer=f"{draft.text.pointer}/language",
            )
        _check_beside_kept(draft, kept)


def notices(drafts: Sequence[Draft], *, force: bool) -> list[Notice]:
    found: list[Notice] = []
    for draft in drafts:
        key = draft.text.key
        found += [
            Notice(f"character-{flag.code}", f"{flag.code}: {flag.count} × ({flag.detail})", key)
            for flag in draft.reading.flags
        ]
        if draft.finding.mixed:
            found.append(Notice("mixed-language", _mixed_sentence(draft), key))
        if draft.language == UNDETERMINED:
            found.append(Notice("undetermined-language", "the language could not be told from the text", key))
        if draft.text.role is TextRole.ORIGINAL and draft.says_it_is_translated():
            detail = f"given as an original, but it says “{draft.disclaimers[0].quote[:120]}”"
            found.append(Notice("says-it-is-translated", detail, key))
        if force and draft.verdict.outcome is Agreement.CONTRADICTS:
            found.append(Notice("language-overridden", draft.verdict.sentence, key))
    return found


def language_check(draft: Draft, *, force: bool) -> dict[str, Any]:
    """The record of the check, kept with the version."""
    finding = draft.finding
    return {
        "declared": draft.text.facts.language,
        "found": finding.language,
        "basis": finding.basis,
        "probability_millis": finding.probability_millis,
        "letters": finding.letters,
        "shares": dict(finding.shares),
        "mixed": [[paragraph, language] for paragraph, language in finding.mixed],
        "sentence": draft.verdict.sentence,
        "overridden": force and draft.verdict.outcome is Agreement.CONTRADICTS,
    }


def _pairs(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    by_key = {draft.text.key: draft for draft in drafts}
    for draft in drafts:
        if draft.text.role is not TextRole.ORIGINAL:
            yield from ((by_key[key], draft) for key in draft.text.sources if key in by_key)


def _check_pair(original: Draft, translation: Draft) -> None:
    declared = original.text.facts.language, translation.text.facts.language
    expected = declared if any(declared) else USUAL_PAIR
    verdict = check_pair(expected, (original.finding, translation.finding))
    if verdict is not None:
        raise LanguageMismatch(f"{verdict.sentence}{_OVERRIDE}", code=verdict.code, pointer=original.text.pointer)
    if original.says_it_is_translated() and not translation.says_it_is_translated():
        raise LanguageMismatch(
            f"the sides look swapped: the original itself says “{original.disclaimers[0].quote[:120]}”{_OVERRIDE}",
            code="sides-swapped",
            pointer=original.text.pointer,
        )


def _check_beside_kept(draft: Draft, kept: Mapping[str, str]) -> None:
    """A translation that joins a work is in another language than what it was made from."""
    found = draft.finding.language
    sources = {kept[key] for key in draft.text.sources if key in kept}
    if found != UNDETERMINED and primary_language(found) in map(primary_language, sources):
        raise LanguageMismatch(
            f"{draft.text.key} is in {found}, and so is the text it would be a translation of{_OVERRIDE}",
            code="same-language",
            pointer=draft.text.pointer,
        )


def _mixed_sentence(draft: Draft) -> str:
    parts = ", ".join(f"paragraph {paragraph + 1}: {language}" for paragraph, language in draft.finding.mixed[:5])
    more = len(draft.finding.mixed) - 5
    return f"not all paragraphs are in {draft.finding.language}: {parts}" + (f" and {more} more" if more > 0 else "")
