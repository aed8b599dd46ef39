"""Fixtures strategy: ``data`` is a fresh copy of :mod:`tests.archive.verify.tiny_archive`, built once a module."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.archive.verify import tiny_archive as tiny


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("built")
    tiny.build(data)
    return data


@pytest.fixture
def data(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "data")
