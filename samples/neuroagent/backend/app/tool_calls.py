"""Calls of tools that a user has to agree to."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models import Message, ToolCall


def waiting(session: Session, *, thread_id: str) -> list[str]:
    """The calls that nobody has decided about."""
    return list(
        session.scalars(
            sa.select(ToolCall.id)
            .join(ToolCall.message)
            .where(Message.thread_id == UUID(thread_id), ToolCall.validated.is_(None))
            .order_by(ToolCall.id)
        )
    )


def validate(session: Session, *, id: str, validated: bool) -> None:
    session.get_one(ToolCall, id).validated = validated
