"""Finding: analysis, index, ranking. Reads :mod:`archive.passages` only; :mod:`search.service` is its face."""
