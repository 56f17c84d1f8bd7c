"""Drive a database.py of `lockstep scaffold session`: one session that commits, one that fails."""

import asyncio
import importlib
import inspect
import logging
import sys
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stdout)


async def settled(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


async def step(session_life: Any, *problem: Exception) -> Any:
    """Go on in a generator of either kind, with a problem or without one."""
    if inspect.isasyncgen(session_life):
        going = session_life.athrow(*problem) if problem else session_life.__anext__()
        return await going
    return session_life.throw(*problem) if problem else next(session_life, None)


async def main() -> None:
    try:
        database = importlib.import_module("database")
    except RuntimeError as problem:
        print("failed:", problem)
        return
    try:
        await settled(database.startup())
    except RuntimeError as problem:
        print("failed:", problem)
        session = await step(database.get_session())
        try:
            await settled(session.execute(text("SELECT 1")))
        except SQLAlchemyError as raised:
            print("a session raises", type(raised).__name__)
        return
    for problem in [(), (ValueError("told"),)]:
        life = database.get_session()
        session = await step(life)
        await settled(session.execute(text("INSERT INTO plans VALUES (1)")))
        try:
            await step(life, *problem)
            print("committed")
        except StopAsyncIteration:
            print("committed")
        except ValueError as raised:
            print("raised", raised)
    life = database.get_session()
    session = await step(life)
    settings = ("SHOW search_path", "SHOW application_name", "SHOW timezone")
    for sql in ("SELECT count(*) FROM plans", *settings):
        print(sql, (await settled(session.execute(text(sql)))).scalar())
    await settled(session.execute(text("SELECT pg_sleep(0.1)")))
    print("in use", (await settled(database.health()))["pool"]["in_use"])
    await settled(session.close())
    health = await settled(database.health())
    print(health["status"], health["pool"]["size"], health["pool"]["in_use"])
    await settled(database.shutdown())


asyncio.run(main())
