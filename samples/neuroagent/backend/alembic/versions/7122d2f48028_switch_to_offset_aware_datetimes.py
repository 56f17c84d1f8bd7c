"""Switch to offset aware datetimes

Revision ID: 7122d2f48028
Revises: 529e44b33a67
Create Date: 2025-02-20 08:59:13.202884

"""

from typing import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "7122d2f48028"
down_revision: str | None = "529e44b33a67"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


COLUMNS = [
    ("threads", "creation_date"),
    ("threads", "update_date"),
    ("messages", "creation_date"),
]


def upgrade() -> None:
    for table, column in COLUMNS:
        op.alter_column(
            table,
            column,
            type_=sa.DateTime(timezone=True),
            postgresql_using=f"{column} AT TIME ZONE 'UTC'",
        )


def downgrade() -> None:
    for table, column in COLUMNS:
        op.alter_column(
            table,
            column,
            type_=sa.DateTime(),
            postgresql_using=f"{column} AT TIME ZONE 'UTC'",
        )
