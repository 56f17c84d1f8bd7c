"""Allow empty vlab and project

Revision ID: 818a9ba86187
Revises: 7122d2f48028
Create Date: 2025-03-11 13:27:36.556729

"""

from typing import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "818a9ba86187"
down_revision: str | None = "7122d2f48028"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.alter_column("threads", "vlab_id", existing_type=sa.UUID(), nullable=True)
    op.alter_column("threads", "project_id", existing_type=sa.UUID(), nullable=True)


def downgrade() -> None:
    # Threads without a project have no place in the schema before.
    op.execute("DELETE FROM threads WHERE vlab_id IS NULL OR project_id IS NULL")
    op.alter_column("threads", "project_id", existing_type=sa.UUID(), nullable=False)
    op.alter_column("threads", "vlab_id", existing_type=sa.UUID(), nullable=False)
