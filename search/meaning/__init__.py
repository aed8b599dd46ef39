"""Search by meaning: sentences as vectors, found across languages by how close they lie."""
