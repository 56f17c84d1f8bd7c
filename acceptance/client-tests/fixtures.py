"""The fixtures of their tests, with sessions in the place of the client."""

import asyncio
import inspect
import os

import pytest
import sqlalchemy as sa
from app.core import database as sessions
from app.models import Base
from databases import utils  # before `constants`, which needs it half read
from databases.constants import CONFIG_MAPPING

OWNER = sa.create_engine(
    sa.make_url(os.environ["DATABASE_URL"]).set(drivername="postgresql+psycopg")
)


class Client:
    """What is asked of the client and is no query has no answer here."""

    def is_connected(self) -> bool:
        return True


@pytest.fixture(scope="session")
def event_loop():
    loop = asyncio.new_event_loop()
    yield loop
    if inspect.iscoroutinefunction(sessions.shutdown):
        loop.run_until_complete(sessions.shutdown())
    loop.close()


@pytest.fixture(scope="session")
def client() -> Client:
    return Client()


@pytest.fixture(autouse=True)
def setup_client(request) -> None:
    """Each test begins with empty tables, but those that say they go on."""
    if request.node.get_closest_marker("persist_data") is None:
        tables = ", ".join(f'"{it.name}"' for it in Base.metadata.sorted_tables)
        with OWNER.begin() as connection:
            connection.execute(sa.text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))


@pytest.fixture
def database() -> str:
    return "postgresql"


@pytest.fixture
def raw_queries():
    return utils.RAW_QUERIES_MAPPING["postgresql"]


@pytest.fixture(scope="session")
def config():
    return CONFIG_MAPPING["postgresql"]


@pytest.fixture
def snapshot(snapshot):
    return snapshot.use_extension(utils.AmberSharedExtension)
