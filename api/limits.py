"""How much one request may carry, each limit with its reason. What one file may hold is a setting.

The size of the whole body is a setting too (:class:`api.settings.Settings`), enforced by
:mod:`api.envelope` for a declared length and by FastAPI for a body without one.
"""

from __future__ import annotations

from typing import Final

from archive.intake.deposit import MAX_TEXTS

MIB: Final = 1024 * 1024

MAX_FILES: Final = MAX_TEXTS + 1
"""Every text of the largest deposit, and the metadata when it is sent as a file."""

MAX_FIELDS: Final = 4
"""``metadata`` and ``force``, and room to say which field was not known instead of a bare refusal."""

MAX_METADATA_BYTES: Final = 1 * MIB
"""Metadata as a form field. 200 hops with names in two scripts take about 100 KiB."""

MAX_JSON_DEPTH: Final = 20
"""Objects and lists inside each other. The deepest metadata has six levels."""
