"""Switch to UUID

Revision ID: 529e44b33a67
Revises: 52d7f4485020
Create Date: 2025-02-03 17:48:20.915006

"""

from typing import Sequence

from alembic import op

revision: str = "529e44b33a67"
down_revision: str | None = "52d7f4485020"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


KEYS = {
    "threads": ["thread_id", "vlab_id", "project_id", "user_id"],
    "messages": ["message_id", "thread_id"],
    "tool_calls": ["message_id"],
}
REFERENCES = [("messages", "threads", "thread_id"), ("tool_calls", "messages", "message_id")]


def retype(to: str) -> None:
    for table, _, column in REFERENCES:
        op.drop_constraint(f"{table}_{column}_fkey", table, type_="foreignkey")
    for table, columns in KEYS.items():
        for column in columns:
            op.execute(
                f"ALTER TABLE {table} ALTER COLUMN {column} TYPE {to} USING {column}::{to}"
            )
    for table, referred, column in REFERENCES:
        op.create_foreign_key(
            f"{table}_{column}_fkey", table, referred, [column], [column], ondelete="CASCADE"
        )


def upgrade() -> None:
    retype("uuid")


def downgrade() -> None:
    retype("varchar")
