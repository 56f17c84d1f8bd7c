"""Runs the revisions on the database that DATABASE_URL names, with whichever driver it names."""

import asyncio
import os
from typing import Any

import sqlalchemy as sa
from alembic import context

# The metadata of your models, as in `from app.models import Base` and `Base.metadata`: what `alembic check` compares.
target_metadata: sa.MetaData | None = None

# What libpq knows of an address; the other parameters are Prisma's.
KNOWN = ["application_name", "connect_timeout", "host", "options", "port", "sslmode", "sslrootcert"]

# For asyncpg some have another name, and what is not here it does not know.
ASYNCPG = {"host": "host", "port": "port", "sslmode": "ssl"}


def database() -> tuple[sa.URL, str | None]:
    """Returns the address, and the search path if it names a schema in Prisma's way."""
    url = sa.make_url(os.environ["DATABASE_URL"].replace("postgres://", "postgresql://", 1))
    names = ASYNCPG if url.get_driver_name() == "asyncpg" else {key: key for key in KNOWN}
    schema = url.query.get("schema")
    url = url.set(query={names[key]: value for key, value in url.query.items() if key in names})
    return url, f'"{schema}"' if schema else None


def include_object(item: Any, name: str | None, kind: str, reflected: bool, compare_to: Any) -> bool:
    """Leaves Prisma's history alone."""
    return not (kind == "table" and name == "_prisma_migrations")


def include_name(name: str | None, kind: str, parents: Any) -> bool:
    """Looks into the schemas of the models, and into that of the connection, which has no name here."""
    named = {table.schema for table in target_metadata.tables.values()} if target_metadata else set()
    return kind != "schema" or name is None or name in named


def configure(**more: Any) -> None:
    context.configure(
        target_metadata=target_metadata,
        include_schemas=True,
        include_name=include_name,
        include_object=include_object,
        transaction_per_migration=True,
        **more,
    )
    with context.begin_transaction():
        context.run_migrations()


def run(connection: sa.Connection) -> None:
    configure(connection=connection)


async def run_async(url: sa.URL, arguments: dict[str, Any]) -> None:
    from sqlalchemy.ext.asyncio import create_async_engine

    async with create_async_engine(url, poolclass=sa.NullPool, connect_args=arguments).connect() as connection:
        await connection.run_sync(run)


def run_online() -> None:
    url, path = database()
    arguments: dict[str, Any] = {}
    if path and url.get_driver_name() == "asyncpg":
        arguments = {"server_settings": {"search_path": path}}
    elif path:
        arguments = {"options": f"-c search_path={path}"}
    if url.get_dialect().is_async:
        asyncio.run(run_async(url, arguments))
    else:
        with sa.create_engine(url, poolclass=sa.NullPool, connect_args=arguments).connect() as connection:
            run(connection)


if context.is_offline_mode():
    configure(url=database()[0], literal_binds=True)
else:
    run_online()
