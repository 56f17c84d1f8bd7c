"""Runs the revisions on the database that DATABASE_URL names."""

import os

import sqlalchemy as sa
from alembic import context


def url() -> sa.URL:
    return sa.make_url(os.environ["DATABASE_URL"]).set(drivername="postgresql+psycopg")


def run_offline() -> None:
    context.configure(url=url(), literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()


def run_online() -> None:
    engine = sa.create_engine(url(), poolclass=sa.NullPool)
    with engine.connect() as connection:
        context.configure(connection=connection)
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_offline()
else:
    run_online()
