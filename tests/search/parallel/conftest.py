"""Fixtures strategy.

``sentences`` is an empty archive of aligned sentences: ``sentences.add(("عربي", "English"), …, work="w1")``
deposits a pair, aligned as given, and indexes it; ``sentences.parallel`` is asked.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.search.parallel.fakes import Sentences


@pytest.fixture
def sentences(tmp_path: Path) -> Sentences:
    return Sentences(tmp_path)
