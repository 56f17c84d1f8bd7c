"""Runs the true create_all on a connection that only takes notes."""

import lockstep_facts


class Recorder:
    """An engine on which create_all runs for real, with a database driver that only takes notes."""

    def __init__(self, sqlalchemy, server):
        from sqlalchemy.dialects import registry

        self.sqlalchemy = sqlalchemy
        self.notes = Notes(server)
        self.dialect = recording_dialect(self.notes)
        registry.impls["postgresql.lockstep"] = lambda: self.dialect
        self.engine = sqlalchemy.create_engine(
            "postgresql+lockstep://", poolclass=sqlalchemy.pool.StaticPool
        )
        self.enums = []
        sqlalchemy.event.listen(self.engine, "before_execute", self.saw)

    def saw(self, connection, element, *parameters):
        created = getattr(element, "element", None)
        if isinstance(created, self.sqlalchemy.Enum):
            self.enums.append(created)

    def create_all(self, metadata):
        whole = lockstep_facts.elsewhere(metadata.info)
        views = [t for t in metadata.tables.values() if whole or lockstep_facts.elsewhere(t.info)]
        self.notes.schemas.update(schemas_of(self.sqlalchemy, metadata))
        self.notes.into = self.notes.views if whole else self.notes.statements
        if whole or not views:
            metadata.create_all(self.engine)
        else:
            created = [t for t in metadata.tables.values() if t not in set(views)]
            metadata.create_all(self.engine, tables=created)
            self.notes.into = self.notes.views
            with self.engine.begin() as connection:
                for table in views:
                    create = self.sqlalchemy.schema.CreateTable(
                        table, include_foreign_key_constraints=[]
                    )
                    connection.execute(create)

    def report(self):
        notes = self.notes
        return {
            "statements": notes.statements,
            "views": notes.views,
            "schemas": list(notes.schemas),
            "repeated": notes.repeated,
            "unrecorded": notes.unrecorded,
        }


def schemas_of(sqlalchemy, metadata):
    schemas = {t.schema: None for t in metadata.tables.values() if t.schema}
    for sequence in getattr(metadata, "_sequences", {}).values():
        if sequence.schema:
            schemas[sequence.schema] = None
    for table in metadata.tables.values():
        for column in table.columns:
            schema = getattr(lockstep_facts.element_type(column.type), "schema", None)
            if schema:
                schemas[schema] = None
    return schemas


class Notes:
    def __init__(self, server):
        self.server = server
        self.statements = []
        self.views = []
        self.schemas = {}
        self.repeated = []
        self.unrecorded = []
        self.made = set()
        self.into = self.statements

    def is_made(self, kind, schema, name):
        """Answer as a database would that was empty at first: who asks creates it next."""
        if (kind, schema, name) in self.made:
            if kind == "table":
                self.repeated.append([schema, name])
            return True
        self.made.add((kind, schema, name))
        return False

    def take(self, statement, parameters):
        if parameters:
            if statement.split(None, 1)[0].lower() not in ("insert", "update", "delete"):
                self.unrecorded.append(statement)
        else:
            self.into.append(statement)


def recording_dialect(notes):
    from sqlalchemy.dialects.postgresql.base import PGDialect

    class RecordingDialect(PGDialect):
        driver = "lockstep"
        supports_statement_cache = True

        @classmethod
        def import_dbapi(cls):
            return RecordingDriver(notes)

        def has_table(self, connection, table_name, schema=None, **kw):
            return notes.is_made("table", schema, table_name)

        def has_multi_table(self, connection, table_names, schema=None, **kw):
            return [((schema, it), notes.is_made("table", schema, it)) for it in table_names]

        def has_sequence(self, connection, sequence_name, schema=None, **kw):
            return notes.is_made("sequence", schema, sequence_name)

        def has_type(self, connection, type_name, schema=None, **kw):
            return notes.is_made("type", schema, type_name)

        def has_index(self, connection, table_name, index_name, schema=None, **kw):
            return False

        def has_schema(self, connection, schema_name, **kw):
            return schema_name in notes.schemas

    return RecordingDialect


class RecordingDriver:
    """The part of a DBAPI module (PEP 249) that SQLAlchemy asks for."""

    apilevel = "2.0"
    threadsafety = 1
    paramstyle = "named"  # with any other, SQLAlchemy would double each percent sign

    class Error(Exception):
        pass

    def __init__(self, notes):
        self.notes = notes

    def connect(self, *args, **kw):
        return RecordingConnection(self.notes)


class RecordingConnection:
    def __init__(self, notes):
        self.notes = notes

    def cursor(self, *args, **kw):
        return RecordingCursor(self.notes)

    def commit(self):
        pass

    rollback = close = commit


class RecordingCursor:
    arraysize = 1
    rowcount = -1
    description = None

    def __init__(self, notes):
        self.notes = notes
        self.rows = []

    def execute(self, statement, parameters=None):
        self.rows = []
        self.description = None
        words = statement.split(None, 1)
        if words and words[0].lower() in ("select", "show", "with", "values", "table"):
            self.description = [("?column?", 25, None, None, None, None, None)]
            self.rows = self.answer(statement.strip().lower())
        else:
            self.notes.take(statement, parameters)

    def answer(self, query):
        if query == "select pg_catalog.version()":
            return [("PostgreSQL %s on a recorder" % self.notes.server,)]
        if query == "select current_schema()":
            return [("public",)]
        if query == "show standard_conforming_strings":
            return [("on",)]
        if query.startswith("show transaction isolation level"):
            return [("read committed",)]
        return []

    def executemany(self, statement, parameters):
        self.notes.take(statement, parameters)

    def fetchone(self):
        return self.rows.pop(0) if self.rows else None

    def fetchmany(self, size=1):
        taken, self.rows = self.rows[:size], self.rows[size:]
        return taken

    def fetchall(self):
        return self.fetchmany(len(self.rows))

    def close(self):
        pass
