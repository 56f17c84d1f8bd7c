"""Tells Lockstep which statements each Alembic revision sends, and keeps them to a scratch database.

Python reads this file when it starts. Every connection that SQLAlchemy opens goes to the scratch
database, whatever the project's settings name; before each revision it waits until Lockstep has
looked at the database. Nothing is installed, and nothing of the project is changed.
"""

import datetime
import decimal
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import re
import socket
import sys
import threading
import uuid

URL = os.environ.get("LOCKSTEP_SCRATCH", "")
ADDRESS = os.environ.get("LOCKSTEP_RECORDER", "")


class Line:
    """The way to Lockstep: a JSON object a line, and an answer to those that ask for one."""

    def __init__(self):
        self.stream = None
        self.process = None
        self.lock = threading.Lock()

    def say(self, event, wait=False, **facts):
        with self.lock:
            self.send(event, wait, facts)

    def send(self, event, wait, facts):
        if self.stream is None or self.process != os.getpid():
            host, port = ADDRESS.rsplit(":", 1)
            connection = socket.create_connection((host, int(port)))
            self.stream = connection.makefile("rw", encoding="utf-8", newline="\n")
            self.process = os.getpid()
        self.stream.write(json.dumps({"event": event, **facts}) + "\n")
        self.stream.flush()
        if wait and not self.stream.readline():
            raise RuntimeError("Lockstep has ended")


LINE = Line()


class Recording:
    """What is going on: which revision runs, and in which direction."""

    revision = None
    failure = None


def watch_alembic(module):
    if "sqlalchemy" in WATCHED:
        LINE.say("refused", reason="it loads SQLAlchemy in a way of its own")
        raise RuntimeError("Lockstep: SQLAlchemy was loaded unseen")
    class_ = module.RevisionStep
    begin = class_.__init__

    def __init__(self, *args, **kw):
        begin(self, *args, **kw)
        function = self.migration_fn
        revision = self.revision.revision
        direction = "up" if self.is_upgrade else "down"

        def recorded(*args, **kw):
            LINE.say("begin", wait=True, revision=revision, direction=direction)
            Recording.revision = revision
            try:
                function(*args, **kw)
            finally:
                Recording.revision = None
            LINE.say("end", revision=revision, direction=direction)

        self.migration_fn = recorded

    class_.__init__ = __init__
    context = module.MigrationContext
    configure = context.__init__

    def separately(self, dialect, connection, opts, *args, **kw):
        opts["transaction_per_migration"] = True
        configure(self, dialect, connection, opts, *args, **kw)
        if getattr(self, "_in_external_transaction", False):
            LINE.say("together")

    context.__init__ = separately


def watch_sqlalchemy(module):
    from sqlalchemy import event, pool
    from sqlalchemy.engine import Engine, make_url

    scratch = make_url(URL)

    @event.listens_for(Engine, "do_connect")
    def connect(dialect, _record, arguments, parameters):
        if dialect.name != "postgresql":
            LINE.say("refused", reason="it connects to %s" % dialect.name)
            raise RuntimeError("Lockstep: this connects to %s, not to PostgreSQL" % dialect.name)
        url = scratch.set(drivername="postgresql+" + dialect.driver)
        arguments[:], wanted = dialect.create_connect_args(url)
        parameters.clear()
        parameters.update(wanted)

    @event.listens_for(pool.Pool, "connect")
    def connected(connection, _record):
        cursor = connection.cursor()
        cursor.execute("select current_database()")
        found = cursor.fetchone()[0]
        cursor.close()
        connection.rollback()
        if found != scratch.database:
            LINE.say("refused", reason="it opens connections in a way of its own")
            raise RuntimeError("Lockstep: this connection is not to the scratch database")

    @event.listens_for(Engine, "after_cursor_execute")
    def executed(connection, cursor, statement, parameters, context, executemany):
        options = connection.get_execution_options()
        alone = options.get("isolation_level") == "AUTOCOMMIT"
        # A batch of several rows in one INSERT comes as one set of parameters.
        sets = parameters if executemany and isinstance(parameters, list) else [parameters]
        for each in sets:
            LINE.say(
                "statement",
                within=Recording.revision is not None,
                sql=rendered(connection, cursor, context, statement, each),
                alone=alone,
            )


def rendered(connection, cursor, context, statement, parameters):
    """Returns the text with its values, as the driver itself would write them where it can."""
    driver = connection.dialect.driver
    if not parameters and (context is None or context.execution_options.get("no_parameters")):
        return statement
    if driver == "psycopg2":
        return cursor.mogrify(statement, parameters).decode("utf-8")
    if driver in ("psycopg", "psycopg_async"):
        import psycopg

        raw = connection.connection.driver_connection
        client = psycopg.AsyncClientCursor if driver == "psycopg_async" else psycopg.ClientCursor
        return client(raw).mogrify(statement, parameters)
    values = list(parameters.values()) if isinstance(parameters, dict) else list(parameters or ())
    if not values and driver == "asyncpg":
        return statement
    if driver == "asyncpg":
        return DOLLAR.sub(
            lambda it: literal(values[int(it.group(1)) - 1]) if it.group(1) else it.group(), statement
        )
    remaining = iter(values)
    return FORMAT.sub(lambda it: "%" if it.group() == "%%" else literal(next(remaining)), statement)


DOLLAR = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\$(\d+)")
FORMAT = re.compile(r"%%|%s")


INFINITE = float("inf")


def literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (float, decimal.Decimal)) and (value != value or abs(value) == INFINITE):
        return quoted(str(value))
    if isinstance(value, (int, float, decimal.Decimal)):
        return str(value) if value >= 0 else "(%s)" % value
    if isinstance(value, (bytes, memoryview)):
        return "'\\x%s'::bytea" % bytes(value).hex()
    if isinstance(value, (list, tuple)):
        return "ARRAY[%s]" % ", ".join(literal(it) for it in value)
    if isinstance(value, dict):
        return quoted(json.dumps(value))
    if isinstance(value, datetime.timedelta):
        return quoted("%d days %d.%06d seconds" % (value.days, value.seconds, value.microseconds))
    if isinstance(value, str):
        return quoted(str.__str__(value))
    if isinstance(value, (uuid.UUID, datetime.date, datetime.time)):
        return quoted(str(value))
    raise TypeError("Lockstep cannot write a %s as SQL" % type(value).__name__)


def quoted(text):
    return "'%s'" % text.replace("'", "''")


WATCHED = {"alembic.runtime.migration": watch_alembic, "sqlalchemy": watch_sqlalchemy}


class Finder(importlib.abc.MetaPathFinder):
    """Has a module watched as soon as it is loaded, and slows down no start that does not need it."""

    asking = False

    def find_spec(self, name, path, target=None):
        if name not in WATCHED or self.asking:
            return None
        self.asking = True
        try:
            spec = importlib.util.find_spec(name)
        finally:
            self.asking = False
        if spec is None or spec.loader is None:
            return spec
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            # Some only ask whether a module is there, and load it later.
            watch = WATCHED.pop(name, None)
            if watch is not None:
                watch(module)

        spec.loader.exec_module = exec_module
        return spec


if URL and ADDRESS:
    sys.meta_path.insert(0, Finder())

# The project, or its environment, may have a file of this name of its own.
HERE = os.path.dirname(os.path.abspath(__file__))
for entry in sys.path:
    if os.path.abspath(entry or ".") != HERE:
        other = importlib.machinery.PathFinder.find_spec("sitecustomize", [entry])
        if other is not None and other.loader is not None:
            module = importlib.util.module_from_spec(other)
            other.loader.exec_module(module)
            break
