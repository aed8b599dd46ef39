"""The query language: what people type, read into a tree with a place for every piece."""

from search.syntax.parser import parse_query

__all__ = ["parse_query"]
