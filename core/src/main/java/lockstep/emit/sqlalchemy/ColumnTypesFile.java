package lockstep.emit.sqlalchemy;

/// Writes the column types that SQLAlchemy and pgvector do not bring, as far as models use them.
final class ColumnTypesFile {
  private ColumnTypesFile() {}

  static boolean isNeeded(Usage usage) {
    return usage.hasAny(
        Symbol.JSON, Symbol.INET, Symbol.CIDR, Symbol.PG_TYPE, Symbol.AS_TEXT, Symbol.VECTOR);
  }

  static void write(PythonFile file, Usage usage) {
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

  private static void vector(PythonFile file) {
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

                def process_result_value(
                    self, value: Any, dialect: sa.Dialect
                ) -> list[float] | None:
                    return None if value is None else [float(it) for it in value]
            """);
  }
}
