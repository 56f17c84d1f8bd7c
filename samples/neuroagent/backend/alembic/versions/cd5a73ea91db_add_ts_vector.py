"""Add ts_vector

Revision ID: cd5a73ea91db
Revises: 12bd7610cbc2
Create Date: 2025-07-17 11:19:44.128306

"""

from typing import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "cd5a73ea91db"
down_revision: str | None = "12bd7610cbc2"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("messages", sa.Column("search_vector", postgresql.TSVECTOR(), nullable=True))
    op.execute(
        """
        CREATE FUNCTION messages_search_vector_update() RETURNS trigger AS $$
        BEGIN
            IF NEW.entity IN ('USER', 'AI_MESSAGE') THEN
                NEW.search_vector := to_tsvector(
                    'english', coalesce(NEW.content::jsonb ->> 'content', '')
                );
            ELSE
                NEW.search_vector := NULL;
            END IF;
            RETURN NEW;
        END
        $$ LANGUAGE plpgsql
        """
    )
    op.execute(
        """
        CREATE TRIGGER messages_search_vector_trigger
        BEFORE INSERT OR UPDATE ON messages
        FOR EACH ROW EXECUTE FUNCTION messages_search_vector_update()
        """
    )
    # The trigger fills the column of the messages that are there.
    op.execute("UPDATE messages SET content = content")
    op.create_index(
        "ix_messages_search_vector", "messages", ["search_vector"], postgresql_using="gin"
    )


def downgrade() -> None:
    op.drop_index("ix_messages_search_vector", table_name="messages", postgresql_using="gin")
    op.execute("DROP TRIGGER messages_search_vector_trigger ON messages")
    op.execute("DROP FUNCTION messages_search_vector_update()")
    op.drop_column("messages", "search_vector")
