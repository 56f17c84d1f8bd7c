"""Add entity to message

Revision ID: 169bed537507
Revises: b57e558cf11f
Create Date: 2024-11-18 16:40:02.118935

"""

from typing import Sequence

import json

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "169bed537507"
down_revision: str | None = "b57e558cf11f"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


entity = postgresql.ENUM("USER", "AI_TOOL", "TOOL", "AI_MESSAGE", name="entity", create_type=False)


def entity_of(content: str) -> str:
    """Tells from what a message says who said it."""
    message = json.loads(content)
    if message.get("role") == "tool":
        return "TOOL"
    if message.get("role") == "assistant":
        return "AI_TOOL" if message.get("tool_calls") else "AI_MESSAGE"
    return "USER"


def upgrade() -> None:
    connection = op.get_bind()
    entity.create(connection, checkfirst=True)
    op.add_column("messages", sa.Column("entity", entity, nullable=True))
    messages = connection.execute(sa.text("SELECT message_id, content FROM messages")).all()
    for message_id, content in messages:
        connection.execute(
            sa.text("UPDATE messages SET entity = CAST(:entity AS entity) WHERE message_id = :id"),
            {"entity": entity_of(content), "id": message_id},
        )
    op.alter_column("messages", "entity", nullable=False)


def downgrade() -> None:
    op.drop_column("messages", "entity")
    entity.drop(op.get_bind(), checkfirst=True)
