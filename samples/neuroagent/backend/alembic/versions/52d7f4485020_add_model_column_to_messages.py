"""Add model column to messages

Revision ID: 52d7f4485020
Revises: 0ea274d7a584
Create Date: 2025-01-15 11:33:58.621940

"""

from typing import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "52d7f4485020"
down_revision: str | None = "0ea274d7a584"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("messages", sa.Column("model", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("messages", "model")
