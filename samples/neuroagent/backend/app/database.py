"""The connection to the database that DATABASE_URL names."""

import os

import sqlalchemy as sa
from sqlalchemy.orm import Session, sessionmaker


def sessions() -> sessionmaker[Session]:
    url = sa.make_url(os.environ["DATABASE_URL"]).set(drivername="postgresql+psycopg")
    return sessionmaker(sa.create_engine(url, pool_pre_ping=True))
