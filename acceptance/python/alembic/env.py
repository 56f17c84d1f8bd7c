"""What a team's own env.py does; alembic.ini beside it has a section for each way to ask.

Without `include_schemas` Alembic looks into the default schema only, and takes every table of another one for new
(AlembicTest holds that). So `alembic check` with its defaults is asked about the default schema.
"""

import importlib
from typing import Any

import sqlalchemy as sa
from alembic import context

config = context.config
target_metadata = importlib.import_module(config.get_main_option("models")).Base.metadata


def in_default_schema(item: Any, *_: Any) -> bool:
    return getattr(getattr(item, "table", item), "schema", None) is None


WAYS: dict[str, dict[str, Any]] = {
    "alembic": {"include_object": in_default_schema},
    "unfiltered": {},
    "everything": {"compare_server_default": True, "include_schemas": True},
}

engine = sa.create_engine(config.get_main_option("sqlalchemy.url"), poolclass=sa.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=target_metadata, **WAYS[config.config_ini_section])
    with context.begin_transaction():
        context.run_migrations()
