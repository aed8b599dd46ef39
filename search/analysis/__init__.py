"""Arabic and English analysis: cut into words, fold, stem; one analysis for every engine (SEARCH.md §6)."""

from search.analysis.analyser import Term, analyse, analyser_version

__all__ = ["Term", "analyse", "analyser_version"]
