"""Both languages say everything, count properly and say nothing that no page asks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from api.pages import catalogue, contexts, record
from api.pages.compare_findings import GROUPS
from api.pages.search_help import EXAMPLES
from api.pages.ui import LANGUAGES, Ui
from archive.models.chain import (
    AgentKind,
    Basis,
    Binding,
    Certainty,
    Completeness,
    DerivationKind,
    Directness,
    Identity,
    NameKind,
)
from archive.models.comparison import ReviewStatus
from archive.models.works import TextRole, WorkKind
from archive.text.blocks import BlockKind
from archive.text.compare.attribution import CLASSES
from archive.text.compare.corrections import Action
from archive.text.compare.extent import Verdict
from archive.text.compare.findings import Band
from archive.text.compare.report import KINDS
from archive.text.compare.revisions import KINDS as REVISIONS
from archive.text.witness.flags import Flag
from archive.text.witness.pivot import Verdict as Opinion
from archive.translation_records import RunStatus
from archive.values import Outcome
from archive.witness_records import LeftOut
from search.facets import FACETS
from search.names.gazetteer import KINDS as KINDS_OF_NAME
from search.parallel.kwic import Order
from search.parallel.question import By
from search.parallel.renderings import Outcome as Outcomes
from search.results import Lacking

PAGES = Path(catalogue.__file__).parent
SOURCES = [*PAGES.glob("templates/*.html"), *PAGES.rglob("*.py")]
VOCABULARIES = {
    "role": TextRole,
    "kind": WorkKind,
    "block": BlockKind,
    "derivation": DerivationKind,
    "completeness": Completeness,
    "directness": Directness,
    "binding": Binding,
    "basis": Basis,
    "certainty": Certainty,
    "unnamed": Identity,
    "identity": Identity,
    "agent-kind": AgentKind,
    "name-kind": NameKind,
    "flag": ["bidi-control", "nul", "zero-width", "tatweel", "control"],
    "side": ["original", "translation"],
    "lacking": ["original", "translation"],
    "disclaimer-filter": ["with", "without"],
    "search-mode": ["words", "meaning", "both"],
    "search-lacking": [why for why in Lacking if why not in (Lacking.OMITTED, Lacking.ADDED)],
    "search-sort": ["relevance", "date"],
    "search-example": EXAMPLES["en"],
    "month": [f"{number:02}" for number in (*range(1, 13), *range(21, 25))],
    "date-doubt": ["about", "perhaps", "perhaps-about"],
    "search-fault": ["unbalanced-quote", "query-too-broad", "no-vectors", "other"],
    "facet": [*FACETS, "translator", "status", "from", "to"],
    "status": ["latest", "superseded"],
    "counted-by": By,
    "outcome": [outcome for outcome in Outcomes if outcome is not Outcomes.RENDERED],
    "unknown": ["unknown", "unnamed"],
    "hit-side": ["ar", "en"],
    "names-way": ["off", "on"],
    "query-reason": ["nothing-before", "one-of", "too-slow"],
    "line-order": Order,
    "missing-filter": ["original", "translation"],
    "language-check": ["agrees", "contradicts", "cannot-tell", "seen", "overridden"],
    "charset-basis": ["bom", "declared", "markup", "detected", "machine"],
    "claim": [claim for claim in record.CLAIMS if claim != "responsibility"]
    + [f"responsibility-{party}" for party in ("author", "source", "publisher", "nobody")],
    "verdict": Outcome,
    "verdict-means": Outcome,
    "verify-sort": ["bytes", "canonical"],
    "removed": ["share bar", "tags", "repeated headline"],
    "language": ["ar", "en", "fr", "und"],
    "deposit-notice": ["mixed-language", "other"],
    "difference": sorted({*KINDS, *REVISIONS.values()}),
    "difference-group": sorted({*GROUPS.values(), "frame", "same"}),
    "band": Band,
    "attribution": CLASSES,
    "redline": ["from", "to", "deleted", "inserted"],
    "compare-pick": ["none", "one", "same", "alone"],
    "review-status": ReviewStatus,
    "correction": Action,
    "verdict-extent": Verdict,
    "machine-flag": Flag,
    "left-out": LeftOut,
    "opinion": Opinion,
    "run-status": RunStatus,
    "witness-lacking": ["install", "ask", "wait", "revision"],
    "uncounted": ["too-broad", "bad-query", "unavailable", "not-watched"],
    "names-tab": ["own", "candidates", "rejected"],
    "name-of": KINDS_OF_NAME,
    "candidate": ["later", "accept", "reject"],
    "error": ["error", "bad-input", "404", "503", "unauthenticated", "not-found"],
}


def keys_used() -> tuple[set[str], set[str]]:
    """Keys written out in templates and code, and beginnings of keys that are put together."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    whole = set(re.findall(r"""\b[tn]\(\s*['"]([a-z][\w.-]*\w)['"]\s*[,)]""", text))
    whole |= set(re.findall(r"""\('/[a-z]*', '(nav\.[a-z]+)'\)""", text))
    begun = set(re.findall(r"""\b[tn]\(\s*['"]([a-z][\w.-]*[.-])['"]\s*~""", text))
    return whole, begun


def test_languages_have_the_same_keys():
    """English and Arabic hold the same messages and the same counted messages."""
    english, arabic = (catalogue.load(language) for language in LANGUAGES)
    assert set(english.messages) == set(arabic.messages)
    assert set(english.plurals) == set(arabic.plurals)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_category_is_there(language):
    """A counted message has each category of its language and no other."""
    for key, forms in catalogue.load(language).plurals.items():
        assert set(forms) == set(catalogue.PLURALS[language]), key


def test_placeholders_agree():
    """A message takes the same values in both languages."""
    english, arabic = (catalogue.load(language).messages for language in LANGUAGES)
    for key, message in english.items():
        assert set(re.findall(r"{(\w+)}", message)) == set(re.findall(r"{(\w+)}", arabic[key])), key


def test_no_bare_ranges_in_arabic():
    """Digits joined by a hyphen would be drawn backwards in an Arabic line: they come in as isolated values."""
    arabic = catalogue.load("ar")
    forms = [form for plural in arabic.plurals.values() for form in plural.values()]
    assert not [text for text in (*arabic.messages.values(), *forms) if re.search(r"\d[-–/]\d", text)]


def test_every_key_used_exists():
    """No template or view asks for a message that nobody wrote."""
    known = catalogue.load("en")
    whole, begun = keys_used()
    assert len(whole) > 100
    assert whole <= {*known.messages, *known.plurals}
    for start in begun:
        assert any(key.startswith(start) for key in (*known.messages, *known.plurals)), start


def test_every_key_is_used():
    """No message is kept that no page shows."""
    known = catalogue.load("en")
    whole, begun = keys_used()
    ahead = (*begun, *(f"{name}." for name in VOCABULARIES))
    assert not [key for key in (*known.messages, *known.plurals) if key not in whole and not key.startswith(ahead)]


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_a_vocabulary_has_a_word(language, vocabulary):
    """Values of the archive's closed vocabularies are never shown raw."""
    messages = catalogue.load(language).messages
    assert not [str(value) for value in VOCABULARIES[vocabulary] if f"{vocabulary}.{value}" not in messages]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "لا أعمال"), (1, "عمل واحد"), (2, "عملان"), (3, "3 أعمال"), (10, "10 أعمال"), (11, "11 عملًا"),
        (99, "99 عملًا"), (100, "100 عمل"), (102, "102 عمل"), (103, "103 أعمال"), (111, "111 عملًا"), (1_000, "1,000 عمل"),
    ],
)  # fmt: skip
def test_arabic_counts(count, words):
    """Arabic nouns follow their number."""
    assert str(Ui("ar").n("count.works", count)) == words


def test_english_counts():
    """English knows one and other."""
    assert [str(Ui("en").n("count.works", count)) for count in (0, 1, 2)] == ["0 works", "1 work", "2 works"]


def test_unknown_values_are_shown_as_they_are():
    """A value from a later version of the archive is not an error and not invented."""
    assert Ui("ar").term("basis", "dreamt") == "dreamt"
    assert Ui("ar").first("error", "no-such-code", "404", "error") == catalogue.load("ar").messages["error.404"]


def test_values_in_messages_are_escaped():
    """A value that is not markup cannot become markup."""
    assert "<b>" not in Ui("en").t("hop.recipe") + Ui("en").t("kept.seen", language="<b>")


def test_contexts_are_documented():
    """Every page says in its context what it shows."""
    pages = [value for name, value in vars(contexts).items() if name.endswith("Page")]
    assert len(pages) >= 10
    assert all(page.__doc__ and not page.__doc__.startswith(page.__name__ + "(") for page in pages)
