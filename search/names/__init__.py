"""Names in any spelling and script: scores, query expansion, a gazetteer and what aligned sentences teach it."""

from search.names.expansion import Expansion, NameTerms, expand
from search.names.gazetteer import Gazetteer, curated
from search.names.learning import Candidate, learn
from search.names.matching import score
from search.names.own import OwnNames

__all__ = ["Candidate", "Expansion", "Gazetteer", "NameTerms", "OwnNames", "curated", "expand", "learn", "score"]
