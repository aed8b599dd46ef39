"""The database: engine and sessions, schema, append-only guards."""

from archive.database.engine import Database
from archive.database.schema import require_current, upgrade

__all__ = ["Database", "require_current", "upgrade"]
