"""Imports and creates generated models, one JSON request a line on stdin, one JSON answer a line on stdout.

    {"verb": "create_all", "path": FOLDER, "package": NAME, "url": SQLALCHEMY_URL}
    {"verb": "alembic", "path": FOLDER, "package": NAME, "url": SQLALCHEMY_URL}
    {"verb": "alone", "path": FOLDER, "module": NAME}

Each request runs in a child of its own, so that no two sets of models meet in one interpreter while SQLAlchemy
itself is imported only once. Warnings are errors. The answer is {"ok": {...}} or {"error": TRACEBACK}.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import pkgutil
import sys
import traceback
import warnings
from typing import Any

import sqlalchemy as sa
import sqlalchemy.dialects.postgresql
import sqlalchemy.ext.asyncio
import sqlalchemy.orm

try:
    import pgvector.sqlalchemy  # noqa: F401  imported before the children are made, because it is slow
except ImportError:
    pass


def import_all(path: str, package: str) -> Any:
    """Imports the package and every module below it, with warnings as errors."""
    sys.path.insert(0, path)
    root = importlib.import_module(package)
    for module in pkgutil.walk_packages(root.__path__, package + ".") if hasattr(root, "__path__") else []:
        importlib.import_module(module.name)
    sa.orm.configure_mappers()
    return root


def create(url: str, metadata: sa.MetaData) -> None:
    # Each statement by itself: one transaction for thousands of tables would exhaust the server's locks.
    if "+asyncpg" not in url:
        engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
        metadata.create_all(engine)
        engine.dispose()
        return

    async def run() -> None:
        engine = sqlalchemy.ext.asyncio.create_async_engine(url, isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            await connection.run_sync(metadata.create_all)
        await engine.dispose()

    asyncio.run(run())


def create_all(request: dict[str, Any]) -> dict[str, Any]:
    root = import_all(request["path"], request["package"])
    create(request["url"], root.Base.metadata)
    return {"tables": len(root.Base.metadata.tables), "mappers": len(list(root.Base.registry.mappers))}


def alone(request: dict[str, Any]) -> dict[str, Any]:
    """Imports one module of the package as the first thing, as `from app.models.user import User` does."""
    sys.path.insert(0, request["path"])
    importlib.import_module(request["module"])
    sa.orm.configure_mappers()
    return {}


def alembic(request: dict[str, Any]) -> dict[str, Any]:
    """Returns what `alembic check` would find, with its defaults and with everything switched on."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    metadata = import_all(request["path"], request["package"]).Base.metadata
    engine = sa.create_engine(request["url"])
    options = {"defaults": {}, "everything": {"compare_server_default": True, "include_schemas": True}}
    found = {}
    with engine.connect() as connection:
        for name, opts in options.items():
            context = MigrationContext.configure(connection, opts=opts)
            found[name] = [str(it) for it in compare_metadata(context, metadata)]
    engine.dispose()
    return found


VERBS = {"create_all": create_all, "alembic": alembic, "alone": alone}


def in_child(request: dict[str, Any]) -> dict[str, Any]:
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        with os.fdopen(reader, encoding="utf-8") as answer:
            text = answer.read()
        os.waitpid(child, 0)
        return json.loads(text) if text else {"error": "the interpreter died"}
    os.close(reader)
    os.dup2(2, 1)  # what models print is not an answer
    try:
        warnings.simplefilter("error")
        answer = {"ok": VERBS[request["verb"]](request)}
    except BaseException:
        answer = {"error": traceback.format_exc()}
    with os.fdopen(writer, "w", encoding="utf-8") as out:
        json.dump(answer, out)
    os._exit(0)


for line in sys.stdin:
    print(json.dumps(in_child(json.loads(line))), flush=True)
