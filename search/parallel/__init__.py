"""Search over aligned sentences: concordance, renderings, and what was rendered so or not so."""
