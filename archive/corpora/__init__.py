"""Whole collections of pairs compared without an archive: one JSON object a line in, one a line out."""
