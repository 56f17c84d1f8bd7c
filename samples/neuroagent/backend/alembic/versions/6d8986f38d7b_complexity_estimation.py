"""Complexity estimation

Revision ID: 6d8986f38d7b
Revises: 02aab0a6eef4
Create Date: 2025-06-04 12:02:40.667205

"""

from typing import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "6d8986f38d7b"
down_revision: str | None = "02aab0a6eef4"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "complexity_estimation",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("complexity", sa.Integer(), nullable=True),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column(
            "reasoning",
            sa.Enum("NONE", "MINIMAL", "LOW", "MEDIUM", "HIGH", name="reasoninglevels"),
            nullable=True,
        ),
        sa.Column("message_id", sa.UUID(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["messages.message_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    op.drop_table("complexity_estimation")
    op.execute("DROP TYPE reasoninglevels")
