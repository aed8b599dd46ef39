"""The query language, read: trees with places, and faults that point at the character."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import BadQuery
from search.syntax import parse_query
from search.syntax.fields import FIELDS
from search.syntax.nodes import Both, Either, Filter, Fuzzy, Node, Phrase, Prefix, Within, Without, Word, leaves

SHAPES: dict[type, Callable[[Any], str]] = {
    type(None): lambda _: "",
    Word: lambda node: ("=" if node.exact else "") + node.text,
    Prefix: lambda node: node.text + "*",
    Fuzzy: lambda node: node.text + "~",
    Phrase: lambda node: f"[{node.text}]" + (f"~{node.slop}" if node.slop else ""),
    Within: lambda node: f"{node.field}:{shape(node.node)}",
    Filter: lambda node: f"{node.field}={node.value}",
    Both: lambda node: "(" + " & ".join(map(shape, node.nodes)) + ")",
    Either: lambda node: "(" + " | ".join(map(shape, node.nodes)) + ")",
    Without: lambda node: "!" + shape(node.node),
}


def shape(node: Node | None) -> str:
    """The tree in one line, places left out."""
    return SHAPES[type(node)](node)


READINGS = [
    ("", ""),
    ("  ، ؟ !", ""),
    ("المعارضة", "المعارضة"),
    ("opposition council", "(opposition & council)"),
    ("opposition AND council", "(opposition & council)"),
    ("a OR b c", "(a | (b & c))"),
    ("a | b", "(a | b)"),
    ("(a OR b) c", "((a | b) & c)"),
    ("a -b", "(a & !b)"),
    ("a NOT b", "(a & !b)"),
    ('-"a b"', "![a b]"),
    ("-(a b)", "!(a & b)"),
    ("al-wadi -x", "(al-wadi & !x)"),
    ("a –b", "(a & !b)"),
    ("−a", "!a"),
    ("!a b!", "(!a & b!)"),
    ("a && b||c", "((a & b) | c)"),
    ("AT&T a&&b", "(AT&T & a & b)"),
    ("title: a", "title:a"),
    ("عنوان: ميليشيا", "title:ميليشيا"),
    ("kind: opinion date:\u00a02015", "(kind=opinion & date=2015)"),
    ("العنوان:مجلس لغه:ar", "(title:مجلس & lang=ar)"),
    ("Aleppo: the siege", "(Aleppo: & the & siege)"),
    ("idlib~0", "idlib"),
    ("idlib~1،", "idlib~"),
    ("--a", "!!a"),
    ("«نظام الإنذار»~3", "[نظام الإنذار]~3"),
    ('"نظام الإنذار"~٣', "[نظام الإنذار]~3"),
    ('“typed so"', "[typed so]"),
    ("معارض*", "معارض*"),
    ("idlib~1 idlib~", "(idlib~ & idlib~)"),
    ("=الشام", "=الشام"),
    ('="as printed"', "[as printed]"),
    ("title:مجلس", "title:مجلس"),
    ("عنوان:مجلس", "title:مجلس"),
    ("title:(a OR b) c", "(title:(a | b) & c)"),
    ('outlet:"Valley Reader"', "outlet=Valley Reader"),
    ("translator:unnamed date:2015-10..2015-12", "(translator=unnamed & date=2015-10..2015-12)"),
    ("تاريخ:٢٠١٥", "date=٢٠١٥"),
    ("ar:النظام -en:regime", "(ar:النظام & !en:regime)"),
    ("-disclaimer:none", "!disclaimer=none"),
    ("10:30 https://example.org/a note: x", "(10:30 & https://example.org/a & note: & x)"),
    ("and or not", "(and & or & not)"),
    ("C++ ½", "(C++ & ½)"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "expected"), READINGS, ids=[query for query, _ in READINGS])
def test_what_is_typed_is_read(query: str, expected: str) -> None:
    """Precedence, operators, fields, marks of both scripts."""
    assert shape(parse_query(query)) == expected


FAULTS = [
    ('a "b', 2, "unbalanced-quote"),
    ("a» b", 1, "unbalanced-quote"),
    ("(a b", 0, "unbalanced-bracket"),
    ("a b)", 3, "unbalanced-bracket"),
    ("a OR", 2, "missing-operand"),
    ("OR a", 0, "missing-operand"),
    ("a AND", 2, "missing-operand"),
    ("AND", 0, "missing-operand"),
    ("a NOT", 2, "missing-operand"),
    ("a AND OR b", 2, "missing-operand"),
    ("outlet:(a)", 0, "missing-operand"),
    ("= a =(b)", 4, "missing-operand"),
    ("tit:a", 0, "unknown-field"),
    ("a*b*", 1, "bad-wildcard"),
    ("a~9", 2, "bad-distance"),
    ('"a b"~99', 6, "bad-distance"),
    ('"a b"~', 5, "bad-distance"),
    ('"a b"~x', 5, "bad-distance"),
    ("a~1~1", 1, "bad-distance"),
    ("a~x", 1, "bad-distance"),
    ("a ~1", 2, "bad-distance"),
    ("kind:news~1", 9, "bad-distance"),
    ("a*~1", 1, "bad-wildcard"),
    ("=a*", 2, "bad-wildcard"),
    ("=a~1", 2, "bad-wildcard"),
    ("a - b", 2, "lone-sign"),
    ("- a", 0, "lone-sign"),
    ("a – b", 2, "lone-sign"),
    ("a — b", 2, "lone-sign"),
    ("a -", 2, "lone-sign"),
    ("! a", 0, "lone-sign"),
    ('"a"-b', 3, "lone-sign"),
    ("title:", 0, "missing-operand"),
    ("a kind: ", 2, "missing-operand"),
    ('title:""', 0, "missing-operand"),
    ('outlet:" "', 0, "missing-operand"),
    ("a || || b", 2, "missing-operand"),
    ("(" * 40 + "a" + ")" * 40, 32, "query-too-deep"),
]


@pytest.mark.parametrize(("query", "position", "code"), FAULTS, ids=[query[:12] for query, *_ in FAULTS])
def test_a_fault_is_pointed_at(query: str, position: int, code: str) -> None:
    """Code and character."""
    with pytest.raises(BadQuery) as caught:
        parse_query(query)
    assert (caught.value.position, caught.value.code) == (position, code)


def test_every_field_can_be_asked_in_both_languages() -> None:
    """The English and the Arabic name read as the same field."""
    for field in FIELDS:
        assert shape(parse_query(f"{field.name}:x")) == shape(parse_query(f"{field.arabic}:x"))


def test_a_place_covers_what_was_typed() -> None:
    """Leaves point at their own letters, negated or not."""
    query = 'ar:النظام -("two words" OR المجلس)'
    tree = parse_query(query)
    assert tree is not None
    found = [(leaf.span.of(query), negated) for leaf, negated, _ in leaves(tree)]
    assert found == [("النظام", False), ('"two words"', True), ("المجلس", True)]


@given(st.text(alphabet='ab"()«»|&-–!=~*: ٣1،OR NTADtile', max_size=40))
def test_anything_is_read_or_refused_at_a_place(query: str) -> None:
    """No other error comes out, and no place lies outside the query."""
    try:
        tree, place = parse_query(query), 0
    except BadQuery as fault:
        tree, place = None, fault.position
    assert 0 <= place <= len(query)
    for leaf, *_ in leaves(tree) if tree else ():
        assert 0 <= leaf.span.start < leaf.span.end <= len(query)
        assert leaf.text in query
