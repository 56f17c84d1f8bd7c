"""Track token usage

Revision ID: 02aab0a6eef4
Revises: dde4f8453a14
Create Date: 2025-05-08 09:37:22.084511

"""

from typing import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "02aab0a6eef4"
down_revision: str | None = "dde4f8453a14"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "token_consumption",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("message_id", sa.UUID(), nullable=False),
        sa.Column(
            "type",
            sa.Enum("INPUT_NONCACHED", "INPUT_CACHED", "COMPLETION", name="tokentype"),
            nullable=False,
        ),
        sa.Column("task", sa.Enum("CHAT_COMPLETION", "TOOL_SELECTION", name="task"), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["messages.message_id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.drop_column("messages", "model")


def downgrade() -> None:
    op.add_column("messages", sa.Column("model", sa.String(), nullable=True))
    op.drop_table("token_consumption")
    op.execute("DROP TYPE task")
    op.execute("DROP TYPE tokentype")
