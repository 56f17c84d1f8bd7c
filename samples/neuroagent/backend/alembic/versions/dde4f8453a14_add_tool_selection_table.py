"""Add tool selection table

Revision ID: dde4f8453a14
Revises: 08a638866869
Create Date: 2025-04-16 15:10:05.741663

"""

from typing import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "dde4f8453a14"
down_revision: str | None = "08a638866869"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "tool_selection",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("tool_name", sa.String(), nullable=False),
        sa.Column("message_id", sa.UUID(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["messages.message_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    op.drop_table("tool_selection")
