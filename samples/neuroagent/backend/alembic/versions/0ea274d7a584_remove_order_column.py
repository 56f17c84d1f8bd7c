"""Remove order column

Revision ID: 0ea274d7a584
Revises: cf9eedbf9270
Create Date: 2024-12-12 14:21:09.003417

"""

from typing import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0ea274d7a584"
down_revision: str | None = "cf9eedbf9270"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    # Messages of one thread keep their order: two of the same moment are moved apart.
    op.execute(
        """
        UPDATE messages
        SET creation_date = creation_date + make_interval(secs => "order" * 0.001)
        """
    )
    op.drop_column("messages", "order")


def downgrade() -> None:
    op.add_column("messages", sa.Column("order", sa.Integer(), nullable=True))
    op.execute(
        """
        UPDATE messages SET "order" = numbered.position
        FROM (
            SELECT
                message_id,
                row_number() OVER (PARTITION BY thread_id ORDER BY creation_date) - 1 AS position
            FROM messages
        ) AS numbered
        WHERE numbered.message_id = messages.message_id
        """
    )
    op.alter_column("messages", "order", nullable=False)
