"""Says in Prisma's table what Alembic does, while both tools deploy.

`env.py` calls this after each step. Written by `lockstep takeover --dual`: call that again after a change.
"""

import os
import uuid

import sqlalchemy as sa

TABLE = "_prisma_migrations"

# Each migration: its checksum, and the revisions that a database has which has it.
MIGRATIONS = {
@MIGRATIONS@}

CREATE = f"""
CREATE TABLE IF NOT EXISTS {TABLE} (
  id                      varchar(36) primary key not null,
  checksum                varchar(64) not null,
  finished_at             timestamptz,
  migration_name          varchar(255) not null,
  logs                    text,
  rolled_back_at          timestamptz,
  started_at              timestamptz not null default now(),
  applied_steps_count     integer not null default 0
)"""

APPLIED = f"SELECT migration_name FROM {TABLE} WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL"

INSERT = f"""
INSERT INTO {TABLE} (id, checksum, logs, started_at, finished_at, migration_name)
VALUES (:id, :checksum, '', now(), now(), :name)"""

TAKE_BACK = f"UPDATE {TABLE} SET rolled_back_at = now() WHERE migration_name = :name AND rolled_back_at IS NULL"


def record(ctx, step, heads, run_args):
    """Records what the database has now, in the transaction of the step."""
    # What only prints SQL asks no database, and a recording is none that anybody uses.
    if ctx.as_sql or os.environ.get("LOCKSTEP_SCRATCH"):
        return
    has = up_to(ctx.opts["script"], heads)
    ctx.connection.execute(sa.text(CREATE))
    applied = {row[0] for row in ctx.connection.execute(sa.text(APPLIED))}
    for name, (checksum, revisions) in MIGRATIONS.items():
        is_there = has.issuperset(revisions)
        if step.is_upgrade and is_there and name not in applied:
            values = {"id": str(uuid.uuid4()), "checksum": checksum, "name": name}
            ctx.connection.execute(sa.text(INSERT), values)
        elif not step.is_upgrade and not is_there and name in applied:
            ctx.connection.execute(sa.text(TAKE_BACK), {"name": name})


def up_to(script, heads):
    """Returns the revisions that a database has which is at these."""
    has, to_do = set(), list(heads)
    while to_do:
        revision = script.get_revision(to_do.pop())
        if revision.revision not in has:
            has.add(revision.revision)
            to_do += listed(revision.down_revision) + listed(revision.dependencies)
    return has


def listed(ids):
    return [ids] if isinstance(ids, str) else list(ids or ())
