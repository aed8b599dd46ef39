"""Benchmarks: `make bench` prints their table. Not part of the test suites."""
