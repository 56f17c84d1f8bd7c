"""Added tool call table

Revision ID: cf9eedbf9270
Revises: 169bed537507
Create Date: 2024-11-29 09:05:47.770132

"""

from typing import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "cf9eedbf9270"
down_revision: str | None = "169bed537507"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "tool_calls",
        sa.Column("tool_call_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("arguments", sa.String(), nullable=False),
        sa.Column("validated", sa.Boolean(), nullable=True),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["messages.message_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("tool_call_id"),
    )


def downgrade() -> None:
    op.drop_table("tool_calls")
