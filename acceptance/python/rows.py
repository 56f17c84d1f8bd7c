"""Writes and reads rows through generated models by an asynchronous session, and says what came out.

    rows.py FOLDER PACKAGE SQLALCHEMY_URL

Expects the tables to be there and empty. Two rounds, the tables emptied in between: in the first every column that
the client does not fill in by itself is given a value and every relation a row at its other end; in the second only
what a row cannot be without. Each round commits, reads everything back in another session, and compares: the values,
their Python types with what the attributes are annotated with, the rows at the other ends. Prints one JSON object:
{"attributes": {"User.email": "str", …}, "rows": N, "relations": N, "defaults": N, "comparisons": N, "wrong": ["User.email: …", …]}.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import decimal
import enum
import importlib
import ipaddress
import json
import re
import sys
import types
import typing
import uuid
import warnings
from typing import Any

import sqlalchemy as sa
from sqlalchemy import orm
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from row_values import TEXT, can_be_compared, same, value

FORMATS = {
    "new_cuid": r"c[0-9a-z]{24}",
    "new_cuid2": r"[a-z][0-9a-z]{23}",
    "new_uuid4_text": r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
    "new_uuid7_text": r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
    "new_ulid": r"[0-7][0-9A-HJKMNP-TV-Z]{25}",
    "new_nanoid": r"[A-Za-z0-9_-]{21}",
}


class Round:
    """One set of rows, as they were written."""

    def __init__(self, base: Any, is_full: bool) -> None:
        self.base = base
        self.is_full = is_full
        self.mappers = sorted(
            (m for m in base.registry.mappers if m.local_table.metadata is base.metadata), key=lambda m: m.class_.__name__
        )
        self.referenced = {key.column for table in base.metadata.tables.values() for key in table.foreign_keys}
        self.rows: dict[type, Any] = {}
        self.others: list[Any] = []
        self.given: dict[type, dict[str, Any]] = {}
        self.count = 0

    def write(self) -> list[Any]:
        for mapper in self.mappers:
            row = self.rows[mapper.class_] = self.row(mapper)
            columns = {attribute.key for attribute in mapper.column_attrs}
            self.given[mapper.class_] = {key: it for key, it in vars(row).items() if key in columns}
        for mapper in self.mappers:
            self.relate(mapper, self.rows[mapper.class_])
        return [*self.others, *self.rows.values()]

    def row(self, mapper: Any) -> Any:
        """Makes a row without what it refers to."""
        self.count += 1
        given: dict[str, Any] = {}
        for attribute in mapper.column_attrs:
            column = attribute.columns[0]
            if column.default is not None or column.computed is not None or column.foreign_keys or fills_itself(column):
                continue
            is_spare = column.nullable or column.server_default is not None
            if not self.is_full and is_spare and column not in self.referenced:
                if column.server_default is None:
                    given[attribute.key] = None
                continue
            if any(column in r.local_columns for r in mapper.relationships if r.direction is orm.MANYTOONE):
                continue
            is_short = column.primary_key or column in self.referenced
            given[attribute.key] = value(column.type, self.count, "{n}" if is_short else TEXT)
        return mapper.class_(**given)

    def relate(self, mapper: Any, row: Any) -> None:
        for relation in mapper.relationships:
            if relation.viewonly:
                continue
            target = relation.mapper
            if relation.direction is orm.MANYTOONE:
                if not self.is_full and all(c.nullable for c in relation.local_columns):
                    continue
                setattr(row, relation.key, self.other(target) if target is mapper else self.rows[target.class_])
            elif relation.direction is orm.MANYTOMANY and self.is_full:
                others = getattr(row, relation.key)
                other = self.other(target) if target is mapper else self.rows[target.class_]
                if other not in others:  # the other end may have put it there
                    others.append(other)

    def other(self, mapper: Any) -> Any:
        """A second row of the same class, with its required references only."""
        row = self.row(mapper)
        for relation in mapper.relationships:
            if relation.direction is orm.MANYTOONE and not relation.viewonly and relation.mapper is not mapper:
                if any(not c.nullable for c in relation.local_columns):
                    setattr(row, relation.key, self.rows[relation.mapper.class_])
        self.others.append(row)
        return row


def fills_itself(column: sa.Column[Any]) -> bool:
    return column.identity is not None or column is column.table.autoincrement_column


def annotations(cls: type) -> dict[str, Any]:
    """The annotations of columns, evaluated where they stand, without `Mapped`."""
    module = sys.modules[cls.__module__]
    found: dict[str, Any] = {}
    columns = {a.key for a in sa.inspect(cls).column_attrs}
    for name, source in cls.__annotations__.items():
        if name in columns:
            found[name] = typing.get_args(eval(source, vars(module)))[0]
    return found


def conforms(given: Any, expected: Any) -> bool:
    origin = typing.get_origin(expected)
    if expected is Any:
        return True
    if expected is None or expected is type(None):
        return given is None
    if origin in (typing.Union, types.UnionType):
        return any(conforms(given, it) for it in typing.get_args(expected))
    if origin is list:
        return isinstance(given, list) and all(conforms(it, typing.get_args(expected)[0]) for it in given)
    if origin is dict:
        key, item = typing.get_args(expected)
        return isinstance(given, dict) and all(conforms(k, key) and conforms(v, item) for k, v in given.items())
    if origin is not None:
        return isinstance(given, origin)
    if expected is dt.date or expected in (int, float, bool, str, bytes):
        return type(given) is expected
    return isinstance(given, expected)


def kind(given: Any) -> str:
    if isinstance(given, list):
        return f"list[{', '.join(sorted({kind(it) for it in given}))}]"
    if isinstance(given, uuid.UUID):
        return "uuid.UUID"  # asyncpg gives a subclass of its own, which equals, hashes and prints the same
    return f"{type(given).__module__}.{type(given).__qualname__}".removeprefix("builtins.")


class Report:
    def __init__(self) -> None:
        self.attributes: dict[str, str] = {}
        self.wrong: list[str] = []
        self.rows = self.relations = self.defaults = self.comparisons = 0

    def check(self, cls: type, written: Any, read: Any) -> None:
        self.rows += 1
        mapper = sa.inspect(cls)
        for name, expected in annotations(cls).items():
            where = f"{cls.__name__}.{name}"
            column = mapper.attrs[name].columns[0]
            after = getattr(read, name)
            if not conforms(after, expected):
                self.wrong.append(f"{where}: {after!r} ({kind(after)}) is no {expected}")
            if after is not None:
                self.attributes[where] = kind(after)
            if name in written and not same(written[name], after):
                self.wrong.append(f"{where}: wrote {written[name]!r}, read {after!r}")
            self.default(where, column, after)

    def default(self, where: str, column: Any, after: Any) -> None:
        if column.default is None or not column.default.is_callable:
            return
        self.defaults += 1
        if after is None:
            self.wrong.append(f"{where}: the client filled nothing in")
        made_by = getattr(column.default.arg, "__wrapped__", column.default.arg)
        shape = FORMATS.get(getattr(made_by, "__name__", ""))
        if shape and not re.fullmatch(shape, str(after)):
            self.wrong.append(f"{where}: {after!r} is not of the form {shape}")

    def related(self, round_: Round, cls: type, read: Any) -> None:
        for relation in relations(cls, round_.is_full):
            self.relations += 1
            found = getattr(read, relation.key)
            if relation.uselist:
                self.expect(f"{cls.__name__}.{relation.key}", isinstance(found, list))
            elif found is not None:
                self.expect(f"{cls.__name__}.{relation.key}", isinstance(found, relation.mapper.class_))
            if round_.is_full and not found and not (relation.mapper is sa.inspect(cls) and relation.uselist):
                self.wrong.append(f"{cls.__name__}.{relation.key}: nothing at the other end")

    async def found(self, session: Any, cls: type, key: Any, written: dict[str, Any]) -> None:
        """Looks for a row by all that was written into it; what was given as None is NULL and nothing else."""
        mapper = sa.inspect(cls)
        is_row = [column == part for column, part in zip(mapper.primary_key, key, strict=True)]
        conditions = {name: condition(mapper.attrs[name], getattr(cls, name), it) for name, it in written.items()}
        known = {name: it for name, it in conditions.items() if it is not None}
        self.comparisons += len(known)
        if await is_there(session, cls, *is_row, *known.values()) is not True:
            for name, it in known.items():
                answer = await is_there(session, cls, *is_row, it)
                if answer is not True:
                    self.wrong.append(f"{cls.__name__}.{name}: not found by {written[name]!r}: {answer}")

    async def mirrored(self, session: Any, round_: Round, cls: type, read: Any) -> None:
        """Looks back at a row from the row of the same class that it refers to."""
        referring = []
        for relation in relations(cls, round_.is_full):
            back = next(iter(relation._reverse_property), None)
            target = None if relation.uselist else getattr(read, relation.key)
            if type(target) is cls and back is not None:
                referring.append((back, sa.inspect(target).identity))
        for back, key in referring:
            options = [orm.selectinload(getattr(cls, back.key))]
            found = getattr(await session.get(cls, key, options=options, populate_existing=True), back.key)
            self.expect(f"{cls.__name__}.{back.key}", read in found if back.uselist else read is found)

    def expect(self, where: str, holds: bool) -> None:
        if not holds:
            self.wrong.append(f"{where}: something else at the other end")


def relations(cls: type, is_full: bool) -> list[Any]:
    """The relations to follow; from a row with as little as it can have, only where it refers to another one."""
    found = [it for it in sa.inspect(cls).relationships if not it.viewonly]
    return [it for it in found if is_full or it.direction is orm.MANYTOONE]


def condition(attribute: Any, column: Any, given: Any) -> Any:
    """What holds for a column with that value; None where nobody would ask."""
    column_type = attribute.columns[0].type
    if given is None:
        return column.is_(None)
    if isinstance(column_type, pg.TSVECTOR):
        return column.match(given.strip("'"))
    return sa.and_(column == given, column.in_([given])) if can_be_compared(column_type) else None


async def is_there(session: Any, cls: type, *conditions: Any) -> bool | str:
    try:
        async with session.begin_nested():
            return await session.scalar(sa.select(sa.func.count()).select_from(cls).where(*conditions)) == 1
    except sa.exc.SQLAlchemyError as e:
        return str(e.args[0])


async def play(engine: Any, base: Any, is_full: bool, report: Report) -> None:
    round_ = Round(base, is_full)
    async with AsyncSession(engine, expire_on_commit=False) as session:
        session.add_all(round_.write())
        await session.flush()
        keys = {cls: sa.inspect(row).identity for cls, row in round_.rows.items()}
        written = {cls: {**filled_in(row), **round_.given[cls]} for cls, row in round_.rows.items()}
        await session.commit()
    async with AsyncSession(engine) as session:
        for cls, key in keys.items():
            options = [orm.selectinload(getattr(cls, it.key)) for it in relations(cls, is_full)]
            read = await session.get(cls, key, options=options, populate_existing=True)
            if read is None:
                report.wrong.append(f"{cls.__name__}: not found by its key {key}")
                continue
            report.check(cls, written[cls], read)
            report.related(round_, cls, read)
            await report.mirrored(session, round_, cls, read)
            await report.found(session, cls, key, written[cls])
        await session.rollback()
    if is_full:
        await change(engine, keys, report)


def filled_in(row: Any) -> dict[str, Any]:
    """What the client put into a row by itself when it was written."""
    attributes = sa.inspect(type(row)).column_attrs
    made = [a.key for a in attributes if a.columns[0].default is not None and a.columns[0].default.is_callable]
    return {key: vars(row)[key] for key in made if key in vars(row)}


async def change(engine: Any, keys: dict[type, Any], report: Report) -> None:
    """Changes each row that notes when it was changed, and looks at the note."""
    for cls, key in keys.items():
        columns = [a for a in sa.inspect(cls).column_attrs if a.columns[0].onupdate is not None]
        plain = [
            a
            for a in sa.inspect(cls).column_attrs
            if type(a.columns[0].type) is sa.Text and not a.columns[0].primary_key and not a.columns[0].foreign_keys
        ]
        if not columns or not plain:
            continue
        async with AsyncSession(engine, expire_on_commit=False) as session:
            row = await session.get(cls, key)
            before = [getattr(row, a.key) for a in columns]
            setattr(row, plain[0].key, "changed")
            await asyncio.sleep(0.002)
            await session.commit()
            for attribute, old in zip(columns, before):
                await session.refresh(row)
                now = getattr(row, attribute.key)
                if not (now >= old if isinstance(attribute.columns[0].type, sa.Date) else now > old):
                    report.wrong.append(f"{cls.__name__}.{attribute.key}: not set when the row changed")
                report.defaults += 1


async def empty(engine: Any, tables: Any) -> None:
    names = ", ".join(engine.dialect.identifier_preparer.format_table(it) for it in tables)
    async with engine.begin() as connection:
        await connection.execute(sa.text(f"TRUNCATE {names} CASCADE"))


async def main(folder: str, package: str, url: str) -> None:
    sys.path.insert(0, folder)
    base = importlib.import_module(package).Base
    orm.configure_mappers()
    report = Report()
    engine = create_async_engine(url)
    try:
        for is_full in (True, False):
            await play(engine, base, is_full, report)
            await empty(engine, base.metadata.tables.values())
    finally:
        await engine.dispose()
    print(
        json.dumps(
            {
                "attributes": dict(sorted(report.attributes.items())),
                "rows": report.rows,
                "relations": report.relations,
                "defaults": report.defaults,
                "comparisons": report.comparisons,
                "wrong": report.wrong,
            }
        )
    )


if __name__ == "__main__":
    warnings.simplefilter("error")
    asyncio.run(main(*sys.argv[1:]))
