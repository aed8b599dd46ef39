"""The settings: the only place that reads the environment. Read once at the edge, frozen, passed inward.

Each field is also an environment variable, ``THABAT_`` and the field's name in capitals.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final, Self

from archive.errors import BadInput

PREFIX: Final = "THABAT_"
MIB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    data: Path = Path("thabat-data")  # folder of the archive: database, blobs, index, keys
    host: str = "127.0.0.1"  # address that `thabat serve` listens on
    port: int = 8077  # and its port; 0 takes a free one
    reading_closed: bool = False  # true: reading needs a key too, not only writing
    origin: str = "thabat.local/log"  # name of the journal in checkpoints; chosen at `thabat init`, kept with the key
    max_body_bytes: int = 32 * MIB  # largest request body
    max_file_bytes: int = 10 * MIB  # largest single file of a deposit
    worker: bool = True  # run the worker inside `thabat serve`
    checkpoint_seconds: int = 300  # how often the worker signs a checkpoint when the journal grew
    argos_index: str = ""  # list of packages for `thabat models install --from-index`; empty: Argos's own
    title: str = "Thabat"  # what the description of the API calls this archive
    debug: bool = False  # true: the command line shows tracebacks

    @classmethod
    def read(cls, environment: Mapping[str, str] | None = None, **given: Any) -> Self:
        """Defaults, then ``THABAT_…`` variables, then ``given`` (those that are not None)."""
        environment = os.environ if environment is None else environment
        values: dict[str, Any] = {}
        for field in fields(cls):
            variable = PREFIX + field.name.upper()
            if variable in environment:
                values[field.name] = _parse(variable, environment[variable], type(field.default))
        values.update({name: value for name, value in given.items() if value is not None})
        return replace(cls(), **values)

    @property
    def database_url(self) -> str:
        return f"sqlite:///{(self.data / 'thabat.db').absolute()}"

    @property
    def blobs(self) -> Path:
        return self.data / "blobs"

    @property
    def models(self) -> Path:
        return self.data / "models"

    @property
    def index(self) -> Path:
        return self.data / "index"

    @property
    def links(self) -> Path:
        return self.index / "links"

    @property
    def names(self) -> Path:
        return self.data / "names"

    @property
    def vectors(self) -> Path:
        return self.data / "vectors"

    @property
    def saved_searches(self) -> Path:
        return self.data / "searches.json"


_TRUE: Final = frozenset({"1", "true", "yes", "on"})
_FALSE: Final = frozenset({"0", "false", "no", "off", ""})


def _parse(name: str, value: str, kind: type[Any]) -> Any:
    try:
        if kind is bool:
            return _truth(value)
        return Path(value) if issubclass(kind, Path) else kind(value)
    except ValueError:
        raise BadInput(f"{name}: expected {kind.__name__}, found {value!r}") from None


def _truth(value: str) -> bool:
    if value.lower() in _TRUE:
        return True
    if value.lower() in _FALSE:
        return False
    raise ValueError(value)
