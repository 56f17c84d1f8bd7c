package lockstep.emit.sqlalchemy;

import static lockstep.emit.python.Expression.text;

import lockstep.schema.ScalarType;

/// Writes the column types that SQLAlchemy and pgvector do not bring, as far as models use them.
final class ColumnTypesFile {
  private final Usage usage;
  private final Types types;

  ColumnTypesFile(Usage usage, Types types) {
    this.usage = usage;
    this.types = types;
  }

  static boolean isNeeded(Usage usage) {
    return usage.hasAny(
        Symbol.JSON,
        Symbol.INET,
        Symbol.CIDR,
        Symbol.PG_TYPE,
        Symbol.AS_TEXT,
        Symbol.VECTOR,
        Symbol.CITEXT,
        Symbol.HSTORE);
  }

  void write(PythonFile file) {
    if (usage.has(Symbol.CIDR)) {
      file.module().imports().standard("ipaddress");
      alias(file, "Cidr", "ipaddress.IPv4Network | ipaddress.IPv6Network");
    }
    if (usage.has(Symbol.INET)) {
      file.module().imports().standard("ipaddress");
      file.need(Symbol.TYPE_ALIAS);
      file.module()
          .source(
              """
              Inet: TypeAlias = (
                  ipaddress.IPv4Address
                  | ipaddress.IPv4Interface
                  | ipaddress.IPv6Address
                  | ipaddress.IPv6Interface
              )
              """);
    }
    if (usage.has(Symbol.JSON)) {
      file.need(Symbol.ANY);
      alias(file, "Json", "dict[str, Any] | list[Any] | str | int | float | bool");
    }
    if (usage.has(Symbol.PG_TYPE)) {
      pgType(file);
    }
    if (usage.has(Symbol.AS_TEXT)) {
      asText(file);
    }
    if (usage.has(Symbol.CITEXT)) {
      elsewhere(file, Symbol.CITEXT, ScalarType.CITEXT);
    }
    if (usage.has(Symbol.HSTORE)) {
      elsewhere(file, Symbol.HSTORE, ScalarType.HSTORE);
    }
    if (usage.has(Symbol.VECTOR)) {
      vector(file);
    }
  }

  private static void alias(PythonFile file, String name, String type) {
    file.need(Symbol.TYPE_ALIAS);
    file.module().source(name + ": TypeAlias = " + type);
  }

  private static void pgType(PythonFile file) {
    file.need(Symbol.SA);
    file.need(Symbol.ANY);
    file.need(Symbol.USER_DEFINED_TYPE);
    file.module().definition();
    file.module()
        .source(
            """
            class PgType(UserDefinedType[str]):
                \"""A type that SQLAlchemy has no class for; its values travel as text.\"""

                cache_ok = True

                def __init__(self, name: str) -> None:
                    self.name = name

                def get_col_spec(self, **_: Any) -> str:
                    return self.name

                def bind_expression(
                    self, bindvalue: sa.BindParameter[str]
                ) -> sa.ColumnElement[str]:
                    return sa.cast(sa.type_coerce(bindvalue, sa.Text()), self)

                def column_expression(
                    self, colexpr: sa.ColumnElement[Any]
                ) -> sa.ColumnElement[str]:
                    return sa.cast(colexpr, sa.Text())
            """);
  }

  /// Drivers disagree about bit strings and about lists of types they do not know.
  private static void asText(PythonFile file) {
    file.need(Symbol.SA);
    file.need(Symbol.ANY);
    file.need(Symbol.TYPE_ENGINE);
    file.module().definition();
    file.module()
        .source(
            """
            class AsText(sa.TypeDecorator[Any]):
                \"""Reads and writes another type as text, a list of it as a list of texts.

                asyncpg and psycopg give the same values for it.
                \"""

                impl = sa.Text
                cache_ok = True

                def __init__(self, stored: TypeEngine[Any]) -> None:
                    super().__init__()
                    self.stored = stored
                    is_list = isinstance(stored, sa.ARRAY)
                    self.text = sa.ARRAY(sa.Text()) if is_list else sa.Text()

                def load_dialect_impl(self, dialect: sa.Dialect) -> TypeEngine[Any]:
                    return dialect.type_descriptor(self.stored)

                def bind_expression(
                    self, bindparam: sa.BindParameter[Any]
                ) -> sa.ColumnElement[Any]:
                    return sa.cast(sa.type_coerce(bindparam, self.text), self.stored)

                def column_expression(self, column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
                    return sa.cast(column, self.text)
            """);
  }

  /// SQLAlchemy's own class with another name in SQL: the extension stands in a namespace that no
  /// search path need hold. What is bound and what is read stay the same.
  ///
  /// Alembic, which asks for the type of no expression, compares it with what it found by its
  /// search path, and would take the full name for another type (Alembic 1.20,
  /// `_tokenize_column_type`).
  private void elsewhere(PythonFile file, Symbol symbol, ScalarType type) {
    file.need(Symbol.PG);
    file.need(Symbol.ANY);
    file.module().definition();
    file.module()
        .source(
            """
            class %s(pg.%s):
                \"""The type by its full name in SQL, by its own where types are compared.\"""

                __visit_name__ = "user_defined"

                def get_col_spec(self, type_expression: Any = None, **_: Any) -> str:
            """
                .formatted(symbol.symbol(), type.name()));
    schemaOf(file, type);
    file.module()
        .source(
            """
                    return "%1$s" if type_expression is None else f"{schema}.%1$s"
            """
                .formatted(type.sql()));
  }

  private void vector(PythonFile file) {
    var prefix = types.prefix(ScalarType.VECTOR);
    file.need(Symbol.SA);
    file.need(Symbol.ANY);
    file.need(Symbol.PGVECTOR);
    file.module().definition();
    file.module()
        .source(
            """
            class Vector(sa.TypeDecorator[list[float]]):
                \"""A vector as a list of numbers, whatever the version of pgvector gives.\"""

                impl = PgVector
                cache_ok = True
            """);
    if (!prefix.isEmpty()) {
      qualifiedVector(file);
    }
    file.module()
        .source(
            """

                def process_result_value(
                    self, value: Any, dialect: sa.Dialect
                ) -> list[float] | None:
                    return None if value is None else [float(it) for it in value]
            """);
  }

  private void schemaOf(PythonFile file, ScalarType type) {
    var prefix = types.prefix(type);
    file.module().expression(8, "schema = ", text(prefix.substring(0, prefix.length() - 1)), "");
  }

  private void qualifiedVector(PythonFile file) {
    file.module()
        .source(
            """
                __visit_name__ = "user_defined"

                def __init__(self, dim: int | None = None) -> None:
                    super().__init__(dim)
                    self.dim = dim

                def get_col_spec(self, type_expression: Any = None, **_: Any) -> str:
            """);
    schemaOf(file, ScalarType.VECTOR);
    file.module()
        .source(
            """
                    name = "vector" if self.dim is None else f"vector({self.dim})"
                    return name if type_expression is None else f"{schema}.{name}"
            """);
  }
}
