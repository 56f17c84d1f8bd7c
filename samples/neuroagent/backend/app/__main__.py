"""Answers calls: one line of JSON in, one line out, a transaction each.

As in {"call": "threads.rename", "with": {"id": "…", "title": "Dendrites"}}.
"""

import json
import sys
from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from app import messages, threads, tokens, tool_calls
from app.database import sessions

CALLS: dict[str, Callable[..., Any]] = {
    "threads.create": threads.create,
    "threads.of_user": threads.of_user,
    "threads.rename": threads.rename,
    "threads.delete": threads.delete,
    "messages.add": messages.add,
    "messages.of_thread": messages.of_thread,
    "messages.search": messages.search,
    "tool_calls.waiting": tool_calls.waiting,
    "tool_calls.validate": tool_calls.validate,
    "tokens.used": tokens.used,
}

begin = sessions().begin
for line in sys.stdin:
    request = json.loads(line)
    try:
        with begin() as session:
            answer = {"answer": CALLS[request["call"]](session, **request["with"])}
    except SQLAlchemyError as e:
        answer = {"error": str(e)}
    print(json.dumps(answer), flush=True)
