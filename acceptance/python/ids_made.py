"""Makes identifiers by the client-side defaults of generated models, and counts what it made.

    ids_made.py FOLDER PACKAGE COUNT

Calls the default of every column that has one: COUNT times in a row, the same again by eight threads, some by forked
children. Prints a JSON object of one entry for each column: {"Made.a": {"kind": "new_cuid", "ids": [some of them],
"before": MS, "after": MS, "made": N, "distinct": N, "letters": ["characters at the first place", …]}}.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import sqlalchemy as sa
from sqlalchemy import orm

THREADS = 8
CHILDREN = 4
SHOWN = 200


def main(folder: str, package: str, count: int) -> None:
    sys.path.insert(0, folder)
    base = importlib.import_module(package).Base
    orm.configure_mappers()
    report = {}
    for mapper in base.registry.mappers:
        for attribute in mapper.column_attrs:
            default = attribute.columns[0].default
            if default is not None and default.is_callable and not attribute.columns[0].onupdate:
                report[f"{mapper.class_.__name__}.{attribute.key}"] = made_by(default.arg, count)
    print(json.dumps(report))


def made_by(default: Any, count: int) -> dict[str, Any]:
    make = lambda: str(default(None))  # noqa: E731
    before = now()
    in_a_row = [make() for _ in range(count)]
    after = now()
    with ThreadPoolExecutor(THREADS) as pool:
        tasks = [pool.submit(lambda: [make() for _ in range(count // THREADS)]) for _ in range(THREADS)]
        by_threads = [it for task in tasks for it in task.result()]
    by_children = [it for _ in range(CHILDREN) for it in in_child(make, count // 20)]
    everything = [*in_a_row, *by_threads, *by_children]
    return {
        "kind": getattr(getattr(default, "__wrapped__", default), "__name__", ""),
        "ids": [*in_a_row[: SHOWN // 2], *in_a_row[-SHOWN // 2 :]],
        "before": before,
        "after": after,
        "made": len(everything),
        "distinct": len(set(everything)),
        "lengths": sorted({len(it) for it in everything}),
        "letters": ["".join(sorted(set(place))) for place in zip(*in_a_row)],
    }


def now() -> int:
    return time.time_ns() // 1_000_000


def in_child(make: Callable[[], str], count: int) -> list[str]:
    """Makes some in a child that starts with this process's counters."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        with os.fdopen(writer, "w") as out:
            out.write("\n".join(make() for _ in range(count)))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        text = answer.read()
    os.waitpid(child, 0)
    return text.split("\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
