"""Threads: conversations of a user with the agent."""

import datetime as dt
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models import Message, Thread


def create(
    session: Session,
    *,
    user_id: str,
    title: str,
    vlab_id: str | None = None,
    project_id: str | None = None,
) -> str:
    thread = Thread(
        user_id=UUID(user_id),
        title=title,
        vlab_id=vlab_id and UUID(vlab_id),
        project_id=project_id and UUID(project_id),
        creation_date=dt.datetime.now(dt.UTC),
    )
    session.add(thread)
    session.flush()
    return str(thread.id)


def of_user(session: Session, *, user_id: str) -> list[dict[str, Any]]:
    """The threads of a user, the one that was changed last first."""
    messages = (
        sa.select(sa.func.count())
        .where(Message.thread_id == Thread.id)
        .correlate(Thread)
        .scalar_subquery()
    )
    rows = session.execute(
        sa.select(Thread, messages)
        .where(Thread.user_id == UUID(user_id))
        .order_by(Thread.update_date.desc())
    )
    return [
        {
            "id": str(thread.id),
            "title": thread.title,
            "project_id": thread.project_id and str(thread.project_id),
            "messages": count,
        }
        for thread, count in rows
    ]


def rename(session: Session, *, id: str, title: str) -> None:
    session.get_one(Thread, UUID(id)).title = title


def delete(session: Session, *, id: str) -> None:
    """Deletes a thread; the database deletes all that is of it."""
    session.delete(session.get_one(Thread, UUID(id)))
