package lockstep.sql;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lockstep.schema.ColumnType;
import lockstep.schema.ScalarType;

/// Writes types as Prisma spells them: its native types in capitals and short, as in
/// `TIMESTAMPTZ(6)`, all others as PostgreSQL prints them (Prisma 7).
public final class TypeSql {
  private TypeSql() {}

  public static String of(ColumnType type, Names names) {
    return switch (type) {
      case ColumnType.Scalar(var scalar, var modifiers) ->
          prefix(scalar, names) + word(scalar) + parentheses(modifiers);
      case ColumnType.Enumerated(var name) -> names.of(name);
      case ColumnType.OfDomain(var name) -> names.of(name);
      case ColumnType.Composite(var name) -> names.of(name);
      case ColumnType.Range(var name) -> names.of(name);
      case ColumnType.Array(var element, var dimensions) ->
          of(element, names) + "[]".repeat(dimensions);
      case ColumnType.Opaque(var sql) -> sql;
    };
  }

  private static String prefix(ScalarType type, Names names) {
    return type.extension().map(names::prefix).orElse("");
  }

  private static String parentheses(List<Integer> modifiers) {
    return modifiers.isEmpty()
        ? ""
        : modifiers.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
  }

  private static String word(ScalarType type) {
    return switch (type) {
      case NUMERIC -> "DECIMAL";
      case VARCHAR -> "VARCHAR";
      case CHAR -> "CHAR";
      case VARBIT -> "VARBIT";
      case TIME -> "TIME";
      case TIMETZ -> "TIMETZ";
      case TIMESTAMP -> "TIMESTAMP";
      case TIMESTAMPTZ -> "TIMESTAMPTZ";
      case SMALLINT,
          INTEGER,
          BIGINT,
          REAL,
          DOUBLE_PRECISION,
          MONEY,
          BOOLEAN,
          TEXT,
          CITEXT,
          BYTEA,
          UUID,
          XML,
          JSON,
          JSONB,
          DATE,
          BIT,
          INET,
          OID ->
          type.sql().toUpperCase(Locale.ROOT);
      default -> type.sql();
    };
  }
}
