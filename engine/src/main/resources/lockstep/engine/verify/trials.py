"""What converted calls of Prisma Client Python do on a database.

    python trials.py < JOB > ANSWERS

JOB is {"folder", "connection", "colour", "reset", "snapshot", "models", "classes", "enums", "symbols", "trials": [{"id", "file",
"name", "values", "writes"}]}. In the folder are, for each file, `recorded_N.py`, which calls the client, `converted_N.py`,
which is what became of it, and the models. Each trial runs twice: once against a client that only writes down what it is given, once converted, in a
transaction that is taken back. Prints a line of JSON for each.
"""

import asyncio
import base64
import datetime
import decimal
import enum
import importlib
import json
import sys
import types
import uuid

import sqlalchemy as sa
from sqlalchemy import exc, orm

SESSIONS = "lockstep_verify_sessions"
KINDS = {"23505": "unique", "23503": "foreign key", "23001": "foreign key", "23502": "not null", "23514": "check"}
DRIVERS = {"async": ["asyncpg", "psycopg"], "plain": ["psycopg", "psycopg2"]}


class Json:
    def __init__(self, data):
        self.data = data


class Base64:
    def __init__(self, text):
        self.text = text if isinstance(text, str) else text.decode()

    @classmethod
    def encode(cls, content):
        return cls(base64.b64encode(content))


class Anything:
    """Whatever else the client has: nothing of it is needed here."""


class Client(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return {"Json": Json, "Base64": Base64}.get(name, Anything)


class Recorder:
    """A client that writes down what it is asked."""

    def __init__(self, models, colour):
        self.models = models
        self.colour = colour
        self.calls = []

    def __getattr__(self, name):
        return RecordedModel(self, self.models[name])


class RecordedModel:
    def __init__(self, recorder, model):
        self.recorder = recorder
        self.model = model

    def __getattr__(self, method):
        def record(*values, **given):
            names = PARAMETERS[method][: len(values)]
            given = {**dict(zip(names, values)), **given}
            self.recorder.calls.append(
                {"model": self.model, "method": method, "arguments": written(given)}
            )
            if self.recorder.colour == "async":
                return nothing()

        return record


async def nothing():
    return None


# In the order in which the client takes them (Prisma Client Python 0.15, actions.py).
PARAMETERS = {
    "find_unique": ["where", "include"],
    "find_unique_or_raise": ["where", "include"],
    "find_first": ["skip", "where", "cursor", "include", "order", "distinct"],
    "find_first_or_raise": ["skip", "where", "cursor", "include", "order", "distinct"],
    "find_many": ["take", "skip", "where", "cursor", "include", "order", "distinct"],
    "count": ["select", "take", "skip", "where", "cursor"],
    "group_by": ["by", "where", "take", "skip", "avg", "sum", "min", "max", "having", "count", "order"],
    "create": ["data", "include"],
    "create_many": ["data"],
    "update": ["data", "where", "include"],
    "update_many": ["data", "where"],
    "upsert": ["where", "data", "include"],
    "delete": ["where", "include"],
    "delete_many": ["where"],
}


def written(value):
    """Return a value that the client is given, as JSON."""
    if isinstance(value, Json):
        return {"$json": value.data}
    if isinstance(value, Base64):
        return {"$bytes": value.text}
    if isinstance(value, dict):
        return {key: written(it) for key, it in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [written(it) for it in value]
    return scalar(value)


def scalar(value):
    if value is None or isinstance(value, (bool, str)):
        return value.value if isinstance(value, enum.Enum) else value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else {"$integer": str(value)}
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    if isinstance(value, decimal.Decimal):
        text = format(value, "f")
        return {"$decimal": text.rstrip("0").rstrip(".") if "." in text else text}
    if isinstance(value, datetime.datetime):
        at = value if value.tzinfo else value.replace(tzinfo=datetime.timezone.utc)
        at = at.astimezone(datetime.timezone.utc)
        return {"$time": at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03}Z"}
    if isinstance(value, datetime.date):
        return {"$time": f"{value.isoformat()}T00:00:00.000Z"}
    if isinstance(value, datetime.time):
        return {"$time": value.strftime("1970-01-01T%H:%M:%S.") + f"{value.microsecond // 1000:03}Z"}
    if isinstance(value, (bytes, bytearray, memoryview)):
        return {"$bytes": base64.b64encode(bytes(value)).decode()}
    if isinstance(value, uuid.UUID):
        return str(value)
    return {"$unknown": repr(value)}


def given(value, member):
    """Return what a parameter of a trial is, as Python has it."""
    if isinstance(value, list):
        return [given(it, member) for it in value]
    if not isinstance(value, dict):
        return value
    ((tag, content),) = value.items()
    if tag == "$time":
        return datetime.datetime.fromisoformat(content.replace("Z", "+00:00"))
    if tag == "$local":
        return datetime.datetime.fromisoformat(content)
    if tag == "$date":
        return datetime.date.fromisoformat(content)
    if tag == "$clock":
        return datetime.time.fromisoformat(content)
    if tag == "$decimal":
        return decimal.Decimal(content)
    if tag == "$bytes":
        return base64.b64decode(content)
    if tag == "$row":
        return tuple(given(it, member) for it in content)
    if tag == "$member":
        return member(*content.split("."))
    return content


class Shown:
    """Results as JSON, by the names that the schema has for fields and members."""

    def __init__(self, classes, enums):
        self.classes = classes
        self.enums = enums

    def of(self, value, include):
        known = self.classes.get(type(value).__name__)
        if known is not None and hasattr(value, "__mapper__"):
            return self.row(value, known, include or {})
        if isinstance(value, enum.Enum):
            return self.enums.get(type(value).__name__, {}).get(value.name, value.name)
        if isinstance(value, dict):
            return {key: self.of(it, {}) for key, it in value.items()}
        if isinstance(value, (list, tuple, set)):
            return [self.of(it, include) for it in value]
        return scalar(value)

    def row(self, value, known, include):
        found = {}
        for field, attribute in known["fields"].items():
            found[field] = self.of(getattr(value, attribute), {})
        for field, options in include.items():
            if options:
                inner = options.get("include") if isinstance(options, dict) else None
                found[field] = self.of(getattr(value, known["relations"][field]), inner)
        return found


def kind(problem):
    if isinstance(problem, exc.NoResultFound):
        return "not found"
    original = getattr(problem, "orig", None)
    state = getattr(original, "sqlstate", None) or getattr(original, "pgcode", None)
    return KINDS.get(state, "other")


def driver(colour):
    for name in DRIVERS[colour]:
        try:
            importlib.import_module(name)
            return name
        except ImportError:
            continue
    print(json.dumps({"missing": DRIVERS[colour][0]}))
    sys.exit(0)


def connected(name, connection):
    database = {"asyncpg": "database"}.get(name, "dbname")
    return {database if key == "database" else key: value for key, value in connection.items()}


def show(trial, recorder, outcome):
    print(json.dumps({"id": trial["id"], "calls": recorder.calls, **outcome}), flush=True)


class Trials:
    """All trials of a job, one after the other."""

    def __init__(self, job):
        self.job = job
        self.shown = Shown(job["classes"], job["enums"])
        sys.path.insert(0, job["folder"])
        for name in ("", ".models", ".errors", ".enums", ".types", ".fields", ".client", ".partials"):
            sys.modules["prisma" + name] = Client("prisma" + name)
        sessions = sys.modules[SESSIONS] = types.ModuleType(SESSIONS)
        name = driver(job["colour"])
        url = f"postgresql+{name}://"
        arguments = connected(name, job["connection"])
        if job["colour"] == "async":
            from sqlalchemy.ext import asyncio as sqlalchemy_asyncio

            self.engine = sqlalchemy_asyncio.create_async_engine(url, connect_args=arguments)
            self.sessions = sqlalchemy_asyncio.async_sessionmaker(expire_on_commit=False)
        else:
            self.engine = sa.create_engine(url, connect_args=arguments)
            self.sessions = orm.sessionmaker(expire_on_commit=False)
        sessions.AsyncSessionLocal = sessions.SessionLocal = self.sessions

    def call(self, kind, trial, client):
        module = importlib.import_module(f"{kind}_{trial['file']}")
        member = self.member if kind == "converted" else lambda _, name: name
        values = [given(it, member) for it in trial["values"]]
        return getattr(module, trial["name"])(client, *values)

    def member(self, enum_name, name):
        """Return the member that models have for one of the schema's."""
        symbol = self.job["symbols"][enum_name]
        models = importlib.import_module(self.job["models_package"])
        names = self.job["enums"][symbol]
        return next(it for it in getattr(models, symbol) if names[it.name] == name)

    def result(self, value, calls):
        last = calls[-1]["arguments"] if calls else {}
        return self.shown.of(value, last.get("include"))

    @staticmethod
    def problem(problem):
        said = str(problem).strip() or type(problem).__name__
        return {"raised": kind(problem), "said": said.splitlines()[0]}

    @staticmethod
    def tables(rows):
        return {name: json.loads(content) for name, content in rows}

    async def awaited(self):
        for trial in self.job["trials"]:
            recorder = Recorder(self.job["models"], "async")
            try:
                await self.call("recorded", trial, recorder)
            except Exception as problem:
                show(trial, recorder, {"unrecorded": repr(problem)})
                continue
            async with self.engine.connect() as connection:
                transaction = await connection.begin()
                if trial["writes"]:
                    await connection.exec_driver_sql(self.job["reset"])
                self.sessions.configure(bind=connection, join_transaction_mode="create_savepoint")
                try:
                    value = await self.call("converted", trial, None)
                    outcome = {"result": self.result(value, recorder.calls)}
                    if trial["writes"]:
                        rows = await connection.exec_driver_sql(self.job["snapshot"])
                        outcome["tables"] = self.tables(rows)
                except Exception as problem:
                    outcome = self.problem(problem)
                await transaction.rollback()
            show(trial, recorder, outcome)
        await self.engine.dispose()

    def plain(self):
        for trial in self.job["trials"]:
            recorder = Recorder(self.job["models"], "plain")
            try:
                self.call("recorded", trial, recorder)
            except Exception as problem:
                show(trial, recorder, {"unrecorded": repr(problem)})
                continue
            with self.engine.connect() as connection:
                transaction = connection.begin()
                if trial["writes"]:
                    connection.exec_driver_sql(self.job["reset"])
                self.sessions.configure(bind=connection, join_transaction_mode="create_savepoint")
                try:
                    value = self.call("converted", trial, None)
                    outcome = {"result": self.result(value, recorder.calls)}
                    if trial["writes"]:
                        rows = connection.exec_driver_sql(self.job["snapshot"])
                        outcome["tables"] = self.tables(rows)
                except Exception as problem:
                    outcome = self.problem(problem)
                transaction.rollback()
            show(trial, recorder, outcome)


def main():
    trials = Trials(json.load(sys.stdin))
    if trials.job["colour"] == "async":
        asyncio.run(trials.awaited())
    else:
        trials.plain()


main()
