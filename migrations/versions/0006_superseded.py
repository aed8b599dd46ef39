"""which version supersedes another, found without reading them all

Revision: 0006, after 0005
"""

import sqlalchemy as sa
from alembic import op


revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        'ix_version_supersedes_id',
        'version',
        ['supersedes_id'],
        sqlite_where=sa.text('supersedes_id IS NOT NULL'),
        postgresql_where=sa.text('supersedes_id IS NOT NULL'),
    )


def downgrade() -> None:
    op.drop_index('ix_version_supersedes_id', table_name='version')
