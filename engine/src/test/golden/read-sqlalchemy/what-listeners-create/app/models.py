import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg

metadata = sa.MetaData(schema="app")
sa.event.listen(metadata, "before_create", sa.DDL("CREATE SCHEMA app"))
sa.event.listen(metadata, "before_create", sa.DDL("CREATE EXTENSION IF NOT EXISTS citext"))
sa.event.listen(
    metadata, "after_create", sa.DDL("SELECT 1").execute_if(dialect="sqlite")
)

logs = sa.Table(
    "logs",
    metadata,
    sa.Column("id", sa.BigInteger, primary_key=True),
    sa.Column("text", pg.CITEXT),
    sa.Column("kind", sa.Enum("info", "error", name="kind", schema="app"), server_default="info"),
)


@sa.event.listens_for(logs, "after_create")
def finish(target, connection, **kw):
    connection.exec_driver_sql("CREATE INDEX logs_text_idx ON app.logs (upper(text::text))")
    connection.execute(sa.text("CREATE VIEW app.errors AS SELECT l.id FROM app.logs l, app.logs m WHERE l.kind = 'error'"))
    connection.exec_driver_sql("CREATE RULE quiet AS ON DELETE TO app.logs DO INSTEAD NOTHING")
    connection.execute(sa.text("GRANT SELECT ON app.logs TO nobody_at_all"))
    connection.execute(target.insert(), {"id": 1, "text": "first"})
    if connection.execute(sa.text("SELECT 1 WHERE false")).first():
        raise AssertionError("a recorder has no rows")
