# One line to start, one to check. `make demo` needs Python 3.11 or newer and make, and nothing else.
PYTHON ?= python3
VENV ?= .venv
SERVE ?= 1
SIZE ?= 50000
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed-$(shell cat requirements.lock pyproject.toml | cksum | cut -d' ' -f1)

.DEFAULT_GOAL := help
.PHONY: help install demo test test-all check bench bench-search lock clean

help:  ## what there is to make
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

install: $(STAMP)  ## an environment of its own, every package by its hash

# Without build isolation: the build backend is in the lock too, so nothing comes in without a hash. Without dependencies
# of dependencies: the lock is complete but for what is left out on purpose (ADR 0011; tests/test_installation.py holds it).
$(STAMP):
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Thabat needs Python 3.11 or newer, found " + sys.version.split()[0] + "; say PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@rm -f $(VENV)/.installed-*
	@touch $@

demo: install  ## build ./thabat-demo, show what it can do, serve it (SERVE=0: end after the tour)
	SERVE=$(SERVE) $(BIN)/thabat demo

# A process a core, each test file in one of them.
PYTEST := $(BIN)/python -m pytest -n auto --dist loadfile

test: install  ## the tests, without the slow ones
	$(PYTEST)

test-all: install  ## every test: slow ones and those in a browser too
	$(PYTEST) -m ''

check: install  ## style, types, architecture, migrations, documentation
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT \
		&& sed "s|^sqlalchemy.url.*|sqlalchemy.url = sqlite:///$$folder/check.db|" alembic.ini > "$$folder/alembic.ini" \
		&& $(BIN)/alembic --config "$$folder/alembic.ini" upgrade head \
		&& $(BIN)/alembic --config "$$folder/alembic.ini" check
	$(BIN)/python -m pytest tests/test_docs.py

bench: install  ## how fast: prints the table
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.translating

bench-search: install  ## search beside SQLite FTS5, tantivy and stock Whoosh: prints the tables (SIZE=50000)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/bench/requirements.lock
	$(BIN)/python -m tests.bench.search --size 2000
	$(BIN)/python -m tests.bench.search --size $(SIZE)
	$(BIN)/python -m tests.bench.search_meaning

lock: install  ## requirements.lock from pyproject.toml: all platforms, all hashes, no addresses
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url pyproject.toml --group dev --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --group pyproject.toml:bench --output-file tests/bench/requirements.lock

clean:  ## remove what can be made again; archives and the environment stay
	rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache bench-out
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +
