package lockstep.emit.sqlalchemy;

import java.util.List;
import java.util.Set;
import lockstep.emit.PythonKeywords;

/// Names that generated code must leave to Python, to SQLAlchemy or to its own imports.
final class Reserved {
  static final Set<String> KEYWORDS = PythonKeywords.ALL;

  /// What a class body or an annotation in it refers to, what a declarative class has of its own,
  /// `self` as the constructor takes attributes by name, and what ruff's E741 takes for a digit.
  static final Set<String> ATTRIBUTES =
      Set.of(
          "metadata",
          "registry",
          "type_annotation_map",
          "self",
          "l",
          "I",
          "O",
          "sa",
          "pg",
          "dt",
          "int",
          "str",
          "bool",
          "float",
          "bytes",
          "list",
          "dict",
          "mapped_column",
          "relationship",
          "foreign",
          "remote",
          "new_cuid",
          "new_cuid2",
          "new_uuid4",
          "new_uuid4_text",
          "new_uuid7",
          "new_uuid7_text",
          "new_ulid",
          "new_nanoid",
          "utc_now",
          "utc_now_with_zone",
          "enum_type");

  /// What modules of the package import or define beside their classes.
  static final List<String> CLASSES =
      List.of(
          "Annotated",
          "Any",
          "AsText",
          "Base",
          "Cidr",
          "Citext",
          "ClassVar",
          "Decimal",
          "DeclarativeBase",
          "Hstore",
          "Inet",
          "Json",
          "Mapped",
          "MappingProxyType",
          "PgType",
          "TypeAlias",
          "UUID",
          "Vector",
          "ViewBase");

  /// The modules that every package may have beside those of its models.
  static final Set<String> MODULES =
      Set.of("base", "column_types", "enums", "ids", "tables", "mixins");

  /// What an enumeration of strings has of its own (Python 3.14, `enum.StrEnum`), as far as a
  /// member's name could be the same.
  static final Set<String> MEMBERS =
      Set.of(
          "mro",
          "name",
          "value",
          "I",
          "O",
          "l",
          "capitalize",
          "casefold",
          "center",
          "count",
          "encode",
          "endswith",
          "expandtabs",
          "find",
          "format",
          "format_map",
          "index",
          "isalnum",
          "isalpha",
          "isascii",
          "isdecimal",
          "isdigit",
          "isidentifier",
          "islower",
          "isnumeric",
          "isprintable",
          "isspace",
          "istitle",
          "isupper",
          "join",
          "ljust",
          "lower",
          "lstrip",
          "maketrans",
          "partition",
          "removeprefix",
          "removesuffix",
          "replace",
          "rfind",
          "rindex",
          "rjust",
          "rpartition",
          "rsplit",
          "rstrip",
          "split",
          "splitlines",
          "startswith",
          "strip",
          "swapcase",
          "title",
          "translate",
          "upper",
          "zfill");

  private Reserved() {}
}
