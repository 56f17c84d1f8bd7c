"""Reports what SQLAlchemy models say: the DDL of create_all, and the facts of the mappers.

Runs in the user's interpreter. Imports the package with all its modules, lets SQLAlchemy create
everything on a connection that only records, and writes one JSON document to a descriptor that
nobody else knows. Needs Python 3.9 and SQLAlchemy 2.0.
"""

import gc
import importlib
import json
import os
import sys


class Failure(Exception):
    """An end that has a message of its own."""

    def __init__(self, kind, **facts):
        super().__init__(kind)
        self.facts = {"kind": kind, **facts}


class Explained(Failure):
    """An end that an exception brought about: its type, its message, and the user's line."""

    def __init__(self, kind, problem, declared=None, **facts):
        super().__init__(kind, **facts)
        self.problem = problem
        self.declared = declared  # where what the problem is about was, if that is known


def main(request, load):
    channel = open_channel()
    gc.disable()
    report = {"python": "%d.%d.%d" % sys.version_info[:3]}
    try:
        probe(request, report, load)
    except Explained as end:
        explain = load("failures").explain
        report["error"] = {**end.facts, **explain(end.problem, request["root"], end.declared)}
    except Failure as end:
        report["error"] = end.facts
    except BaseException as problem:
        facts = load("failures").explain(problem, request["root"])
        report["error"] = {"kind": "internal", **facts}
    text = json.dumps(report, separators=(",", ":"))
    with os.fdopen(channel, "wb") as out:
        out.write(b"\x1elockstep\x1e" + text.encode("ascii") + b"\x1e")
    # The user's threads and exit handlers are none of our business, and may hang.
    os._exit(0)


def open_channel():
    """Keep standard output for the report and send what anybody prints to standard error."""
    channel = os.dup(1)
    os.dup2(2, 1)
    return channel


def probe(request, report, load):
    sys.path[:] = request["paths"] + [it for it in sys.path if it not in ("", *request["paths"])]
    sqlalchemy = import_sqlalchemy(report)
    facts = load("facts")
    places = facts.Places(sqlalchemy)
    metadatas = {}
    for models in request["models"]:
        modules = import_models(models["module"], request, load)
        for it in find_metadata(sqlalchemy, modules, places, models.get("attribute")):
            metadatas[id(it)] = it
    metadatas = in_order_of_dependency(list(metadatas.values()))
    if not metadatas:
        raise Failure("no-tables")
    attempt("mappers", places, sqlalchemy.orm.configure_mappers)
    recorder = load("recorder").Recorder(sqlalchemy, request["server"])
    for metadata in metadatas:
        attempt("ddl", places, recorder.create_all, metadata)
    report.update(recorder.report())
    report.update(facts.collect(sqlalchemy, metadatas, places, recorder.enums))


def attempt(kind, places, act, *arguments):
    try:
        act(*arguments)
    except Exception as problem:
        raise Explained(kind, problem, places.at_fault(problem)) from None


def import_sqlalchemy(report):
    try:
        import sqlalchemy
    except ModuleNotFoundError as problem:
        if problem.name != "sqlalchemy":
            raise
        raise Failure("no-sqlalchemy") from None
    report["sqlalchemy"] = sqlalchemy.__version__
    if int(sqlalchemy.__version__.split(".")[0]) < 2:
        raise Failure("old-sqlalchemy", version=sqlalchemy.__version__)
    import sqlalchemy.orm

    return sqlalchemy


def import_models(name, request, load):
    """Import the module and, where it is a package, everything in it, so that all models exist."""
    modules = [import_module(name, name, request, load)]
    if hasattr(modules[0], "__path__"):
        import pkgutil

        def unreadable(failed):
            import_module(failed, name, request, load)

        for found in pkgutil.walk_packages(modules[0].__path__, name + ".", unreadable):
            if found.name.rpartition(".")[2] != "__main__":
                modules.append(import_module(found.name, name, request, load))
    return modules


def import_module(name, wanted, request, load):
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as problem:
        missing = problem.name or ""
        if (wanted + ".").startswith(missing + "."):
            facts = {"module": wanted, "missing": missing, "paths": request["paths"]}
            raise Failure("no-module", **facts) from None
        raise Explained("no-dependency", problem, missing=missing, module=name) from None
    except BaseException as problem:
        settings = load("failures").missing_settings(problem)
        if settings:
            raise Explained("settings", problem, module=name, settings=settings) from None
        raise Explained("import", problem, module=name) from None


def find_metadata(sqlalchemy, modules, places, attribute):
    """Return the MetaData that the package defines or uses, in the order of their first tables."""
    if attribute:
        return [named_metadata(sqlalchemy, modules[0], attribute)]
    names = {module.__name__ for module in modules}
    found = {}
    for table, module in places.defining_modules():
        if module in names:
            found.setdefault(id(table.metadata), table.metadata)
    for module in modules:
        for value in list(vars(module).values()):
            metadata = metadata_of(sqlalchemy, value)
            if metadata is not None:
                found.setdefault(id(metadata), metadata)
    return list(found.values())


def named_metadata(sqlalchemy, module, attribute):
    value = module
    for name in attribute.split("."):
        value = getattr(value, name, None)
    metadata = metadata_of(sqlalchemy, value)
    if metadata is None:
        metadata = getattr(value, "metadata", None)
    if not isinstance(metadata, sqlalchemy.MetaData):
        kind = "nothing" if value is None else type(value).__name__
        raise Failure("no-metadata", module=module.__name__, attribute=attribute, found=kind)
    return metadata


def metadata_of(sqlalchemy, value):
    if isinstance(value, sqlalchemy.MetaData):
        return value
    if isinstance(value, (type, sqlalchemy.Table, sqlalchemy.orm.registry)):
        metadata = getattr(value, "metadata", None)
        if isinstance(metadata, sqlalchemy.MetaData):
            return metadata
    return None


def in_order_of_dependency(metadatas):
    """Put a MetaData behind those to whose tables its foreign keys point by object."""
    done = []

    def visit(metadata):
        if metadata in done or metadata not in metadatas:
            return
        metadatas_left.remove(metadata)
        for table in metadata.tables.values():
            for constraint in table.foreign_key_constraints:
                try:
                    target = constraint.referred_table.metadata
                except Exception:  # create_all will say it better
                    continue
                if target in metadatas_left:
                    visit(target)
        done.append(metadata)

    metadatas_left = list(metadatas)
    while metadatas_left:
        visit(metadatas_left[0])
    return done
