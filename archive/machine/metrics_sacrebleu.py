"""chrF++, BLEU and TER by sacrebleu, each with its signature: the only file that imports it, when first used.

Sentences are counted, not scored: sacrebleu's own statistics of each pair are what is kept, and any sum of
them is turned into a score by sacrebleu again. BLEU's words are those of ``13a`` for English and of ``intl``
elsewhere, since ``13a`` leaves ، ؟ ؛ « » glued to Arabic words (MACHINE.md §7); of a sentence alone it is that
of the effective order, which a short one is not nought by. No tokenizer that fetches a model is used.
sacrebleu offers no public door to its statistics; the two methods used here are pinned by tests against its
public ``corpus_score``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from archive.text.witness.likeness import Scores, Statistics, runs_millis
from archive.values import primary_language

if TYPE_CHECKING:
    from archive.text.witness.likeness import Metrics

CHARACTERS: Final = 6
WORDS: Final = 2
"""Orders of n-grams in chrF++ (Popović 2017)."""


class SacrebleuMetrics:
    """Metrics for texts in one language."""

    def __init__(self, language: str) -> None:
        from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415 - heavy, and only for likeness
        from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415
        from sacrebleu.metrics.ter import TER  # noqa: PLC0415

        words = "13a" if primary_language(language) == "en" else "intl"
        self._bleu = BLEU(tokenize=words)
        self._bleu_of_one = BLEU(tokenize=words, effective_order=True)
        self._chrf = CHRF(char_order=CHARACTERS, word_order=WORDS)
        self._ter = TER()
        self.signatures = {
            "bleu": self._signature(self._bleu),
            "bleu_of_one": self._signature(self._bleu_of_one),
            "chrf": self._signature(self._chrf),
            "ter": self._signature(self._ter),
        }

    def statistics(self, machine: Sequence[str], human: Sequence[str]) -> list[Statistics]:
        """See :class:`archive.text.witness.likeness.Metrics`."""
        if not machine:
            return []
        counted = [_counts(metric, machine, human) for metric in (self._bleu, self._chrf, self._ter)]
        return [Statistics(*one) for one in zip(*counted, strict=True)]

    def scores(self, total: Statistics, *, sentence: bool = False) -> Scores:
        """See :class:`archive.text.witness.likeness.Metrics`."""
        return Scores(
            chrf_millis=_score(self._chrf, total.chrf),
            bleu_millis=_score(self._bleu_of_one if sentence else self._bleu, total.bleu),
            ter_millis=_score(self._ter, total.ter),
            runs_millis=runs_millis(total.runs),
        )

    @staticmethod
    def _signature(metric: Any) -> str:
        metric.corpus_score(["a"], [["a"]])  # the number of references is known only after a use
        return str(metric.get_signature().format())


def metrics_for(language: str) -> Metrics:
    """The metrics for texts in ``language``."""
    return SacrebleuMetrics(language)


def _counts(metric: Any, machine: Sequence[str], human: Sequence[str]) -> list[tuple[int, ...]]:
    rows = metric._extract_corpus_statistics(list(machine), [list(human)])  # noqa: SLF001
    return [tuple(int(value) for value in row) for row in rows]


def _score(metric: Any, counts: tuple[int, ...]) -> int:
    score: float = metric._compute_score_from_stats(list(counts)).score  # noqa: SLF001
    return round(1000 * score)
