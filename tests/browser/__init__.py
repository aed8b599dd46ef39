"""Pages in a real browser. `make test-all` runs them; they need Debian's chromium and chromium-driver."""
