"""Imports packages of generated models and tells what `create_all` would say, without a database.

    ddl_text.py FOLDER PACKAGE…

Prints {"python": VERSION, "site": where SQLAlchemy is, "ddl": {PACKAGE: SQL}}. Warnings are errors.
"""

from __future__ import annotations

import importlib
import json
import pathlib
import platform
import sys
import warnings

import sqlalchemy as sa
from sqlalchemy import orm
from sqlalchemy.dialects import postgresql


def ddl(package: str) -> str:
    metadata = importlib.import_module(package).Base.metadata
    orm.configure_mappers()
    statements = []
    for table in metadata.sorted_tables:
        indexes = sorted(table.indexes, key=lambda it: str(it.name))
        for element in (sa.schema.CreateTable(table), *map(sa.schema.CreateIndex, indexes)):
            statements.append(str(element.compile(dialect=postgresql.dialect())))
    return "\n".join(statements)


def answer(folder: str, packages: list[str]) -> str:
    warnings.simplefilter("error")
    sys.dont_write_bytecode = True
    sys.path.insert(0, folder)
    site = pathlib.Path(sa.__file__).parent.parent
    return json.dumps({"python": platform.python_version(), "site": str(site), "ddl": {it: ddl(it) for it in packages}})


if __name__ == "__main__":
    print(answer(sys.argv[1], sys.argv[2:]))
