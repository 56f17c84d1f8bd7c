"""Tokens that a user's conversations have cost."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models import Message, Thread, TokenConsumption


def used(session: Session, *, user_id: str) -> list[dict[str, Any]]:
    """How many tokens of each type each model took."""
    rows = session.execute(
        sa.select(
            TokenConsumption.model, TokenConsumption.type, sa.func.sum(TokenConsumption.count)
        )
        .join(TokenConsumption.message)
        .join(Message.thread)
        .where(Thread.user_id == UUID(user_id))
        .group_by(TokenConsumption.model, TokenConsumption.type)
        .order_by(TokenConsumption.model, TokenConsumption.type)
    )
    return [{"model": model, "type": type, "count": count} for model, type, count in rows]
