"""Within tool call task

Revision ID: 12bd7610cbc2
Revises: 6d8986f38d7b
Create Date: 2025-06-26 16:55:18.439920

"""

from typing import Sequence

from alembic import op

revision: str = "12bd7610cbc2"
down_revision: str | None = "6d8986f38d7b"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.get_context().autocommit_block():
        op.execute("ALTER TYPE task ADD VALUE IF NOT EXISTS 'CALL_WITHIN_TOOL'")


def downgrade() -> None:
    # A value cannot be taken out of a type: the type is made anew.
    op.execute("DELETE FROM token_consumption WHERE task = 'CALL_WITHIN_TOOL'")
    op.execute("ALTER TYPE task RENAME TO task_old")
    op.execute("CREATE TYPE task AS ENUM ('CHAT_COMPLETION', 'TOOL_SELECTION')")
    op.execute(
        "ALTER TABLE token_consumption ALTER COLUMN task TYPE task USING task::text::task"
    )
    op.execute("DROP TYPE task_old")
