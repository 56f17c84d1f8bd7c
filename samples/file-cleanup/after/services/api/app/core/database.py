"""The database of the service: engine, sessions, start-up, shutdown and health.

Begun by `lockstep scaffold session`; it is yours from here on.
"""

from __future__ import annotations

import logging
import os
import re
import ssl
import time
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

from sqlalchemy import URL, Connection, Dialect, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.pool import QueuePool

logger = logging.getLogger(__name__)

DRIVER = "asyncpg"
PACKAGES = "'sqlalchemy[asyncio]' asyncpg"


def setting(name: str, otherwise: float) -> float:
    """Return a variable of the environment that is a number."""
    try:
        return float(os.environ.get(name) or otherwise)
    except ValueError:
        raise RuntimeError(f"{name} is no number") from None


POOL_SIZE = int(setting("DATABASE_POOL_SIZE", 10))
MAX_OVERFLOW = int(setting("DATABASE_MAX_OVERFLOW", 20))
POOL_TIMEOUT = setting("DATABASE_POOL_TIMEOUT", 30)
STATEMENT_TIMEOUT = setting("DATABASE_STATEMENT_TIMEOUT", 0)
SLOW_QUERY = setting("DATABASE_SLOW_QUERY", 0)
A_YEAR = 365.0 * 24 * 3600
ECHO = os.environ.get("DATABASE_ECHO", "").lower() in {"1", "true", "yes"}
EXAMPLE = "postgresql://user:password@localhost:5432/database"

# Prisma's client read it by itself; here that is the business of who starts the service.
NO_FILE = (
    "; .env is here, but nothing has read it: call `load_dotenv()` of python-dotenv before this"
    " import, or have it read by what starts the service, as `uvicorn --env-file .env` does"
    if os.path.exists(".env")
    else ""
)


def database_url() -> URL:
    """Return the URL of the environment, as Prisma or a hosting service writes it."""
    written = os.environ.get("DATABASE_URL", "").strip()
    if not written:
        raise RuntimeError(
            f"DATABASE_URL is not set; it is an address as in {EXAMPLE}{NO_FILE}"
        )
    try:
        url = make_url(written.replace("postgres://", "postgresql://", 1))
    except (ArgumentError, ValueError):
        # What was written may hold a password.
        raise RuntimeError(f"DATABASE_URL is no address as in {EXAMPLE}") from None
    if not url.drivername.startswith("postgresql"):
        raise RuntimeError(f"DATABASE_URL is for {url.drivername}, not as in {EXAMPLE}")
    if "@" in (url.host or ""):
        raise RuntimeError("DATABASE_URL: an @ in its password is written as %40")
    return url


def number(parameter: str, url: URL) -> float:
    """Return a parameter of the URL that is a number."""
    written = str(url.query[parameter])
    if not re.fullmatch(r"\d+(\.\d+)?", written):
        # What was written may be a piece of a password that is not quoted.
        raise RuntimeError(f"DATABASE_URL: {parameter} is no number")
    return float(written)


def seconds(parameter: str, url: URL, otherwise: float) -> float:
    """Return a parameter of the URL that is a number of seconds; 0 is no limit in Prisma."""
    return (number(parameter, url) or A_YEAR) if parameter in url.query else otherwise


def schema_path(url: URL) -> str:
    """Return the search path that the URL asks for; empty for the usual one."""
    schema = str(url.query.get("schema", "public"))
    quoted = schema.replace('"', '""')
    return "" if schema == "public" else f'"{quoted}"'


def certificates(url: URL) -> dict[str, str]:
    """Return the files of certificates by libpq's names; Prisma's `sslcert` alone is a root."""
    if "sslidentity" in url.query:
        raise RuntimeError(
            "DATABASE_URL: sslidentity is for Prisma; use sslcert, sslkey"
        )
    names = ("sslrootcert", "sslcert", "sslkey")
    files = {key: str(url.query[key]) for key in names if key in url.query}
    if "sslcert" in files and "sslkey" not in files:
        files.setdefault("sslrootcert", files.pop("sslcert"))
    for key, file in files.items():
        if not os.path.isfile(file) and file != "system":
            raise RuntimeError(f"DATABASE_URL: {key} names no file here")
    return files


def is_pooled(url: URL) -> bool:
    """Return whether a pooler stands between, as PgBouncer, Neon's or Supabase's."""
    is_said = str(url.query.get("pgbouncer", "")).lower() == "true"
    is_said = is_said or url.query.get("statement_cache_size") == "0"
    return is_said or re.search(r"[-.]pooler\.", url.host or "") is not None


# What the driver knows by the URL; all else is said by arguments, or is Prisma's alone.
URL_PARAMETERS = frozenset({"host", "port"})
SERVER_SETTINGS = frozenset({"application_name", "options"})


def encryption(url: URL) -> ssl.SSLContext | str:
    """Return how connections are encrypted, with the certificates that the URL names."""
    mode = str(url.query.get("sslmode", "prefer"))
    files = certificates(url)
    if mode == "disable" or not files:
        return mode
    root = files.get("sslrootcert")
    is_verified = root is not None or mode.startswith("verify-")
    try:
        context = ssl.create_default_context(cafile=None if root == "system" else root)
        if "sslcert" in files:
            password = str(url.query.get("sslpassword", ""))
            context.load_cert_chain(files["sslcert"], files["sslkey"], password)
    except OSError as problem:
        raise RuntimeError(
            f"DATABASE_URL: its certificates are not read: {problem}"
        ) from None
    context.check_hostname = mode == "verify-full" or root == "system"
    context.verify_mode = ssl.CERT_REQUIRED if is_verified else ssl.CERT_NONE
    return context


def connect_arguments(url: URL) -> dict[str, Any]:
    """Return what asyncpg wants to be told outside of the URL."""
    arguments: dict[str, Any] = {"timeout": seconds("connect_timeout", url, 10.0)}
    if "sslmode" in url.query or certificates(url):
        arguments["ssl"] = encryption(url)
    # Columns without a zone have times in UTC, also by their defaults.
    settings = {"timezone": "UTC"}
    settings |= {key: str(url.query[key]) for key in SERVER_SETTINGS & url.query.keys()}
    if schema_path(url):
        settings["search_path"] = schema_path(url)
    arguments["server_settings"] = settings
    if STATEMENT_TIMEOUT > 0:
        arguments["command_timeout"] = STATEMENT_TIMEOUT
    if is_pooled(url):
        # Behind a pooler the next statement may come to another server connection, which knows
        # nothing of statements that were prepared on this one.
        arguments["statement_cache_size"] = 0
        arguments["prepared_statement_cache_size"] = 0
        arguments["prepared_statement_name_func"] = lambda: f"__asyncpg_{uuid4()}__"
    return arguments


def driver_url(url: URL) -> URL:
    """Return the URL for the driver, without what only Prisma understands."""
    known = {key: value for key, value in url.query.items() if key in URL_PARAMETERS}
    return url.set(drivername=f"postgresql+{DRIVER}", query=known)


def pool_limits(url: URL) -> tuple[int, int]:
    """Return how many connections are kept, and how many more there may be.

    What the URL says is a limit, as Prisma reads it.
    """
    if "connection_limit" not in url.query:
        return POOL_SIZE, MAX_OVERFLOW
    limit = int(number("connection_limit", url))
    if limit < 1:
        raise RuntimeError("DATABASE_URL: connection_limit is less than 1")
    return limit, 0


def make_engine(url: URL) -> AsyncEngine:
    """Return the engine; nothing is connected yet."""
    kept, more = pool_limits(url)
    try:
        return create_async_engine(
            driver_url(url),
            connect_args=connect_arguments(url),
            pool_size=kept,
            max_overflow=more,
            pool_timeout=seconds("pool_timeout", url, POOL_TIMEOUT),
            pool_pre_ping=True,
            echo=ECHO,
        )
    except ImportError as problem:
        advice = f"run `python -m pip install {PACKAGES}`"
        raise RuntimeError(f"{problem}; {advice}") from problem


URL_HERE = database_url()
engine = make_engine(URL_HERE)
AsyncSessionLocal = async_sessionmaker(engine, expire_on_commit=False)


@event.listens_for(engine.sync_engine, "do_connect")
def connect(dialect: Dialect, _: Any, given: Any, arguments: Any) -> DBAPIConnection:
    """Connect; a server that is not reached is an error of the database, as any other."""
    try:
        return dialect.connect(*given, **arguments)
    except OSError as problem:
        raise OperationalError("connect", None, problem) from problem


async def get_session() -> AsyncIterator[AsyncSession]:
    """Give a request its session; commit at its end, or roll back and raise."""
    async with AsyncSessionLocal() as session:
        try:
            yield session
            await session.commit()
        except BaseException:
            await session.rollback()
            raise


async def startup() -> None:
    """Fail at once where there is no database, and say which."""
    try:
        async with engine.connect() as connection:
            await connection.execute(text("SELECT 1"))
    except Exception as problem:
        reason = getattr(problem, "orig", None) or problem
        said = " ".join(str(reason).split()) or type(reason).__name__
        where = engine.url.set(query={}).render_as_string()
        raise RuntimeError(f"no database at {where}: {said}") from problem


async def shutdown() -> None:
    """Close all connections."""
    await engine.dispose()


async def health() -> dict[str, Any]:
    """Return whether the database answers, how fast, and how the pool stands."""
    start = time.perf_counter()
    status = "ok"
    try:
        async with engine.connect() as connection:
            await connection.execute(text("SELECT 1"))
    except Exception as problem:
        logger.warning("the database does not answer: %s", type(problem).__name__)
        status = "unavailable"
    pool = engine.pool
    figures = (
        {
            "size": pool.size(),
            "in_use": pool.checkedout(),
            "idle": pool.checkedin(),
            "overflow": max(0, pool.overflow()),
        }
        if isinstance(pool, QueuePool)
        else {}
    )
    return {
        "status": status,
        "milliseconds": round((time.perf_counter() - start) * 1000, 1),
        "pool": figures,
    }


if SLOW_QUERY > 0:

    @event.listens_for(engine.sync_engine, "before_cursor_execute")
    def start_clock(connection: Connection, *_: Any) -> None:
        """Remember when a statement began."""
        connection.info["started"] = time.perf_counter()

    @event.listens_for(engine.sync_engine, "after_cursor_execute")
    def stop_clock(connection: Connection, _: Any, statement: str, *__: Any) -> None:
        """Log a statement that took long; its values are left out."""
        duration = time.perf_counter() - connection.info["started"]
        if duration >= SLOW_QUERY:
            logger.warning(
                "slow query, %.3f s: %s", duration, " ".join(statement.split())
            )
