"""Collects what DDL does not say: classes, attributes, relationships, defaults, places."""

import os
import sys

CLASS_HOOKS = ("__init_subclass__", "__new__", "__init__")
SQLALCHEMY_SCHEMA = os.path.join("sqlalchemy", "sql", "schema.py")


def collect(sqlalchemy, metadatas, places, created_enums):
    tables = {table: None for metadata in metadatas for table in metadata.tables.values()}
    return {
        "tables": [places.table(table) for table in tables],
        "models": [model_facts(it, places) for it in places.mappers if it.local_table in tables],
        "enums": enum_facts(sqlalchemy, tables, created_enums),
    }


def elsewhere(info):
    """Return what a MetaData or Table that create_all does not create stands for."""
    if info.get("is_view"):
        return "view"
    return "external" if info.get("is_external") else None


def elsewhere_of(table):
    return elsewhere(getattr(table, "info", {})) or elsewhere(
        getattr(getattr(table, "metadata", None), "info", {})
    )


class Places:
    """Where tables and models are defined: their files and lines, noted while it happens."""

    def __init__(self, sqlalchemy):
        self.mappers = []
        self.lines = {}
        self.tables = {}
        sqlalchemy.event.listen(sqlalchemy.Table, "after_parent_attach", self.saw_table)
        sqlalchemy.event.listen(sqlalchemy.orm.Mapper, "instrument_class", self.saw_mapper)

    def saw_table(self, table, metadata):
        frame = sys._getframe(1)
        while frame and is_library(frame.f_globals.get("__name__", "")):
            frame = frame.f_back
        if frame:
            module = frame.f_globals.get("__name__", "")
            self.tables[table] = (module, frame.f_code.co_filename, frame.f_lineno)

    def saw_mapper(self, mapper, mapped):
        self.mappers.append(mapper)
        frame = sys._getframe(1)
        while frame:
            is_own = frame.f_globals.get("__name__") == mapped.__module__
            if is_own and frame.f_code.co_name not in CLASS_HOOKS:
                self.lines[mapped] = frame.f_lineno
                return
            frame = frame.f_back

    def defining_modules(self):
        for table, (module, _, _) in self.tables.items():
            yield table, module
        for mapper in self.mappers:
            if hasattr(mapper.local_table, "metadata"):
                yield mapper.local_table, mapper.class_.__module__

    def table(self, table):
        _, file, line = self.tables.get(table, (None, None, None))
        facts = {"schema": table.schema, "name": table.name, "file": file, "line": line}
        kind = elsewhere_of(table)
        if kind:
            facts["elsewhere"] = kind
        return facts

    def model(self, mapped):
        return file_of(mapped), self.lines.get(mapped)

    def at_fault(self, problem):
        """Return file and line of the model or table that SQLAlchemy could not make sense of."""
        for mapper in self.mappers:
            if getattr(mapper, "_configure_failed", None) is problem:
                return self.model(mapper.class_)
        for table, (_, file, line) in self.tables.items():
            if "'%s." % table.fullname in str(problem):
                return file, line
        return None, None


def file_of(cls):
    return getattr(sys.modules.get(cls.__module__), "__file__", None)


def is_library(module):
    return module.partition(".")[0] in ("sqlalchemy", "sqlmodel", "pydantic", "abc", "typing")


def model_facts(mapper, places):
    mapped = mapper.class_
    file, line = places.model(mapped)
    return {
        "name": mapped.__name__,
        "module": mapped.__module__,
        "file": file,
        "line": line,
        "table": name_of(mapper.local_table),
        "parent": mapper.inherits.class_.__name__ if mapper.inherits else None,
        "doc": own_doc(mapped),
        "attributes": list(attributes(mapper)),
        "relationships": [relationship(it) for it in mapper.relationships if is_relation(it)],
    }


def attributes(mapper):
    table = mapper.local_table
    for prop in mapper.column_attrs:
        column = next((it for it in prop.columns if getattr(it, "table", None) is table), None)
        if column is None:
            continue
        yield {
            "name": prop.key,
            "column": column.name,
            "default": default_facts(column.default) or factory_facts(mapper.class_, prop.key),
            "onupdate": default_facts(column.onupdate),
            "doc": prop.doc or column.doc,
        }


def is_relation(prop):
    """Tell a relation from a query of somebody's; with a view, each can only be looked at."""
    tables = (prop.parent.local_table, prop.mapper.local_table)
    return not prop.viewonly or any(elsewhere_of(it) == "view" for it in tables)


def relationship(prop):
    facts = {
        "name": prop.key,
        "target": [prop.mapper.class_.__module__, prop.mapper.class_.__name__],
        "direction": prop.direction.name,
        "many": bool(prop.uselist),
        "opposite": opposite(prop),
        "doc": prop.doc,
    }
    if prop.secondary is not None:
        facts["secondary"] = name_of(prop.secondary)
        facts["near"] = [far.name for _, far in prop.synchronize_pairs]
        facts["far"] = [far.name for _, far in prop.secondary_synchronize_pairs]
    elif prop.direction.name == "MANYTOONE":
        facts["local"] = [near.name for near, _ in prop.local_remote_pairs]
        facts["remote"] = [far.name for _, far in prop.local_remote_pairs]
    return facts


def opposite(prop):
    if isinstance(prop.back_populates, str):
        return prop.back_populates
    return min((it.key for it in prop._reverse_property), default=None)


def default_facts(default):
    if default is None or default.is_sequence:
        return None
    if default.is_callable:
        return callable_facts(default.arg)
    if default.is_clause_element:
        return {"kind": "sql", "text": str(default.arg)}
    return {"kind": "value", "text": repr(default.arg)}


def factory_facts(mapped, name):
    """Find the default_factory of a dataclass field or a pydantic model, which fills rows too."""
    for fields in ("__dataclass_fields__", "__pydantic_fields__", "model_fields"):
        field = vars(mapped).get(fields, {}).get(name)
        factory = getattr(field, "default_factory", None)
        if callable(factory):
            return callable_facts(factory)
    return None


def callable_facts(function):
    """Name a function, with its arguments where functools.partial or a lambda gives some."""
    function = unwrapped(function)
    if getattr(function, "__name__", "") == "<lambda>":
        called = called_by(function)
        if called:
            return {"kind": "call", "text": called[0], "arguments": called[1]}
    arguments = [repr(it) for it in getattr(function, "args", ())]
    keywords = getattr(function, "keywords", None) or {}
    arguments += [name + "=" + repr(value) for name, value in keywords.items()]
    return {
        "kind": "call",
        "text": full_name(getattr(function, "func", function)),
        "arguments": arguments,
    }


def full_name(function):
    owner = getattr(function, "__self__", None)  # a class method that C defines has no module
    module = getattr(function, "__module__", None) or getattr(owner, "__module__", "builtins")
    return module + "." + (getattr(function, "__qualname__", None) or type(function).__qualname__)


def called_by(function):
    """Return what a lambda calls first and the constants it hands over; None where unclear."""
    import dis  # SQLAlchemy has loaded it already

    called, arguments = None, []
    for step in dis.get_instructions(function):
        if step.opname == "LOAD_GLOBAL":
            if called is not None:
                break
            called = function.__globals__.get(step.argval)
        elif step.opname in ("LOAD_ATTR", "LOAD_METHOD"):
            called = getattr(called, str(step.argval), None)
        elif step.opname in ("LOAD_CONST", "LOAD_SMALL_INT"):
            arguments.append(repr(step.argval))
        elif step.opname.startswith("CALL"):
            break
    return (full_name(called), arguments) if callable(called) else None


def unwrapped(function):
    """Take a function out of the lambda in which SQLAlchemy keeps those that want no context."""
    code = getattr(function, "__code__", None)
    if code is None or not code.co_filename.endswith(SQLALCHEMY_SCHEMA):
        return function
    inside = (it.cell_contents for it in function.__closure__ or ())
    return next((it for it in inside if callable(it)), function)


def enum_facts(sqlalchemy, tables, created):
    found = {(it.schema, it.name): it for it in created if it.enum_class is not None}
    for table in tables:
        for column in table.columns:
            kind = element_type(column.type)
            if not isinstance(kind, sqlalchemy.Enum) or kind.enum_class is None:
                continue
            if kind.native_enum and kind.name:
                schema = kind.schema or (table.schema if kind.inherit_schema else None)
                found.setdefault((schema, kind.name), kind)
    return [enum_type(schema, name, kind) for (schema, name), kind in found.items()]


def enum_type(schema, name, kind):
    return {
        "schema": schema,
        "name": name,
        "class": kind.enum_class.__name__,
        "file": file_of(kind.enum_class),
        "doc": own_doc(kind.enum_class),
        "members": [list(it) for it in zip(member_names(kind), kind.enums)],  # noqa: B905
    }


def member_names(kind):
    members = kind.enum_class.__members__
    if len(members) != len(kind.enums):  # aliases are left out where they are not stored
        return [it.name for it in kind.enum_class]
    return list(members)


def element_type(kind):
    """Look through arrays and decorators at the type that the database knows by name."""
    for _ in range(5):
        inner = getattr(kind, "item_type", None) or getattr(kind, "impl_instance", None)
        if inner is None or inner is kind:
            break
        kind = inner
    return kind


def name_of(table):
    return [getattr(table, "schema", None), getattr(table, "name", None)]


def own_doc(cls):
    """Return what the author wrote, and not what dataclasses and enum made up."""
    doc = vars(cls).get("__doc__")
    if not doc or doc.startswith(cls.__name__ + "(") or doc == "An enumeration.":
        return None
    import inspect

    return inspect.cleandoc(doc)
