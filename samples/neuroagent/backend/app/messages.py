"""Messages of a thread, with what the agent did for each."""

import datetime as dt
import json
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, selectinload

from app.models import (
    ComplexityEstimation,
    Entity,
    Message,
    ReasoningLevel,
    Task,
    Thread,
    TokenConsumption,
    TokenType,
    ToolCall,
    ToolSelection,
)


def add(
    session: Session,
    *,
    thread_id: str,
    entity: str,
    content: dict[str, Any],
    is_complete: bool = True,
    tool_calls: list[dict[str, Any]] | None = None,
    selected_tools: list[str] | None = None,
    complexity: dict[str, Any] | None = None,
    tokens: list[dict[str, Any]] | None = None,
) -> str:
    """Adds a message at the end of a thread."""
    thread = session.get_one(Thread, UUID(thread_id))
    thread.update_date = now = dt.datetime.now(dt.UTC)
    message = Message(
        thread=thread,
        creation_date=now,
        entity=Entity(entity),
        content=json.dumps(content),
        is_complete=is_complete,
    )
    message.tool_calls = [
        ToolCall(id=it["id"], name=it["name"], arguments=json.dumps(it["arguments"]))
        for it in tool_calls or []
    ]
    message.tool_selection = [ToolSelection(tool_name=it) for it in selected_tools or []]
    if complexity:
        reasoning = complexity["reasoning"]
        message.complexity_estimation = [
            ComplexityEstimation(
                complexity=complexity["complexity"],
                model=complexity["model"],
                reasoning=reasoning and ReasoningLevel(reasoning),
            )
        ]
    message.token_consumption = [
        TokenConsumption(
            type=TokenType(it["type"]), task=Task(it["task"]), count=it["count"], model=it["model"]
        )
        for it in tokens or []
    ]
    session.add(message)
    session.flush()
    return str(message.id)


def of_thread(session: Session, *, thread_id: str) -> list[dict[str, Any]]:
    """The messages of a thread, in the order in which they were added."""
    messages = session.scalars(
        sa.select(Message)
        .where(Message.thread_id == UUID(thread_id))
        .order_by(Message.creation_date)
        .options(
            selectinload(Message.tool_calls),
            selectinload(Message.tool_selection),
            selectinload(Message.complexity_estimation),
        )
    )
    return [
        {
            "id": str(message.id),
            "entity": message.entity,
            "content": json.loads(message.content),
            "is_complete": message.is_complete,
            "tool_calls": [
                {
                    "id": it.id,
                    "name": it.name,
                    "arguments": json.loads(it.arguments),
                    "validated": it.validated,
                }
                for it in sorted(message.tool_calls, key=lambda it: it.id)
            ],
            "selected_tools": sorted(it.tool_name for it in message.tool_selection),
            "complexity": [
                {"complexity": it.complexity, "model": it.model, "reasoning": it.reasoning}
                for it in message.complexity_estimation
            ],
        }
        for message in messages
    ]


def search(session: Session, *, user_id: str, text: str) -> list[dict[str, Any]]:
    """The messages of a user that have the words of a text, the best first."""
    query = sa.func.websearch_to_tsquery("english", text)
    rows = session.execute(
        sa.select(Message.id, Thread.title)
        .join(Message.thread)
        .where(Thread.user_id == UUID(user_id), Message.search_vector.bool_op("@@")(query))
        .order_by(sa.func.ts_rank(Message.search_vector, query).desc(), Message.creation_date)
    )
    return [{"id": str(id), "thread": title} for id, title in rows]
