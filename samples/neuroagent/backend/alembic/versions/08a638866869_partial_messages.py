"""Partial messages

Revision ID: 08a638866869
Revises: 818a9ba86187
Create Date: 2025-03-28 10:44:51.300718

"""

from typing import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "08a638866869"
down_revision: str | None = "818a9ba86187"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column(
        "messages",
        sa.Column("is_complete", sa.Boolean(), server_default=sa.true(), nullable=False),
    )
    op.alter_column("messages", "is_complete", server_default=None)


def downgrade() -> None:
    op.execute("DELETE FROM messages WHERE NOT is_complete")
    op.drop_column("messages", "is_complete")
