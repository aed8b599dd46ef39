"""The rules as data: every expression can be compiled, and none is before it is needed."""

from __future__ import annotations

import subprocess
import sys

from archive.chain.disclaimers import FACETS, RULES

COUNTED = """
import re
compiled, compile_ = [], re.compile
re.compile = lambda pattern, *flags: compiled.append(pattern) or compile_(pattern, *flags)
from archive.chain.disclaimers import FACETS, RULES
patterns = {rule.pattern.pattern for rules in RULES.values() for rule in rules}
patterns |= {rule.pattern.pattern for facets in FACETS.values() for rule in facets.rules}
print(len(patterns.intersection(compiled)))
"""


def test_every_expression_compiles() -> None:
    """Names of groups are among those that captures are read from."""
    rules = [rule for rules in RULES.values() for rule in rules]
    rules += [rule for facets in FACETS.values() for rule in facets.rules]
    others = [one for facets in FACETS.values() for one in (facets.opening, facets.of_itself, facets.speech)]
    groups = {name for rule in rules for name in rule.pattern.compiled.groupindex}
    assert groups == {"by", "edited_by", "party", "source", "permitter"}
    assert all(one.compiled for one in (*others, *(rule.unless for rule in rules if rule.unless)))


def test_nothing_is_compiled_by_importing() -> None:
    """A second at the start of every command would be gone."""
    done = subprocess.run([sys.executable, "-c", COUNTED], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
