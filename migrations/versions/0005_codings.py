"""codings of hits

Revision: 0005, after 0004
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op


revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('hit_coding',
    sa.Column('id', sqlmodel.sql.sqltypes.AutoString(length=36), nullable=False),
    sa.Column('work_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('version_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=False),
    sa.Column('end', sa.Integer(), nullable=False),
    sa.Column('quote', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('other_version_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('other_spans', sa.JSON(), nullable=False),
    sa.Column('other_quote', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('alignment_id', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('recipe', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('query', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('code', sqlmodel.sql.sqltypes.AutoString(length=80), nullable=False),
    sa.Column('note', sqlmodel.sql.sqltypes.AutoString(), nullable=True),
    sa.Column('by', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('recorded_at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.CheckConstraint('(start IS NULL AND end IS NULL) OR (0 <= start AND start <= end)', name=op.f('ck_hit_coding_start_end_is_span')),
    sa.CheckConstraint('version_id <> other_version_id', name=op.f('ck_hit_coding_of_two_versions')),
    sa.ForeignKeyConstraint(['alignment_id'], ['alignment.id'], name=op.f('fk_hit_coding_alignment_id')),
    sa.ForeignKeyConstraint(['other_version_id'], ['version.id'], name=op.f('fk_hit_coding_other_version_id')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_hit_coding_version_id')),
    sa.ForeignKeyConstraint(['work_id'], ['work.id'], name=op.f('fk_hit_coding_work_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_hit_coding'))
    )
    with op.batch_alter_table('hit_coding', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_hit_coding_code'), ['code'], unique=False)
        batch_op.create_index('ix_hit_coding_hit', ['version_id', 'other_version_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_hit_coding_work_id'), ['work_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('hit_coding', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_hit_coding_work_id'))
        batch_op.drop_index('ix_hit_coding_hit')
        batch_op.drop_index(batch_op.f('ix_hit_coding_code'))

    op.drop_table('hit_coding')
