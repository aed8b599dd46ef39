"""Alembic's entry: runs on the connection handed in, or on ``sqlalchemy.url`` from alembic.ini."""

from alembic import context
from sqlmodel import SQLModel

import archive.models  # noqa: F401 - registers the tables
from archive.database.engine import Database


def _run(connection) -> None:  # noqa: ANN001
    context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    _run(given)
else:
    with Database(context.config.get_main_option("sqlalchemy.url")).writer.connect() as opened, opened.begin():
        _run(opened)
