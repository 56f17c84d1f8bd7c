package lockstep.plan;

import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.ColumnValue;
import lockstep.schema.Constraint;
import lockstep.schema.QualifiedName;
import lockstep.schema.SequenceOptions;
import lockstep.schema.Table;
import lockstep.sql.Names;
import lockstep.sql.Quote;
import lockstep.sql.TypeSql;

/// Columns in SQL, as `CREATE TABLE` has them.
final class ColumnSql {
  private ColumnSql() {}

  static String of(QualifiedName table, Column column, Names names) {
    return of(table, column, column.isNullable() ? "" : " NOT NULL", names);
  }

  /// Returns a column with what its table says of its being not NULL. Servers before PostgreSQL 18
  /// read a name there and forget it.
  static String of(QualifiedName name, Column column, Table table, Names names) {
    return table
        .notNull(column.name())
        .map(it -> of(name, column, notNull(it), names))
        .orElseGet(() -> of(name, column, names));
  }

  /// What need not hold for all rows is said afterwards.
  private static String notNull(Constraint.NotNull it) {
    return it.validity() == Constraint.Validity.NOT_VALID
        ? ""
        : " " + ConstraintSql.named(it) + "NOT NULL" + ConstraintSql.inheritance(it.inheritance());
  }

  private static String of(QualifiedName table, Column column, String notNull, Names names) {
    return Quote.name(column.name())
        + " "
        + type(table, column, names)
        + collation(column, names)
        + notNull
        + value(table, column, names);
  }

  /// Returns what is special about a column that another table gives.
  static String altered(QualifiedName table, Column column, Names names) {
    var isWithoutValue = column.value() instanceof ColumnValue.None;
    return special(table, column, names) + (isWithoutValue ? " DEFAULT NULL" : "");
  }

  /// Returns what is special about a column that a type gives.
  static String special(QualifiedName table, Column column, Names names) {
    return Quote.name(column.name())
        + " WITH OPTIONS"
        + (column.isNullable() ? "" : " NOT NULL")
        + value(table, column, names);
  }

  /// Returns whether `SERIAL` makes such a column: the name of its sequence and all options are
  /// those that PostgreSQL chooses.
  static boolean isPlainSerial(QualifiedName table, Column column) {
    return column.value() instanceof ColumnValue.Serial(var sequence, var options)
        && column.type() instanceof ColumnType.Scalar(var type, var _)
        && type == options.type()
        && options.isDefault()
        && !column.isNullable()
        && sequence.equals(ColumnValue.Serial.sequenceOf(table, column.name()));
  }

  static String collatedType(Column column, Names names) {
    return TypeSql.of(column.type(), names) + collation(column, names);
  }

  private static String collation(Column column, Names names) {
    return column.collation().map(it -> " COLLATE " + names.of(it)).orElse("");
  }

  private static String type(QualifiedName table, Column column, Names names) {
    if (!isPlainSerial(table, column)) {
      return TypeSql.of(column.type(), names);
    }
    var serial = (ColumnValue.Serial) column.value();
    return switch (serial.options().type()) {
      case SMALLINT -> "SMALLSERIAL";
      case BIGINT -> "BIGSERIAL";
      default -> "SERIAL";
    };
  }

  static String value(QualifiedName table, Column column, Names names) {
    return switch (column.value()) {
      case ColumnValue.None _ -> "";
      case ColumnValue.Default(var expression) -> " DEFAULT " + expression;
      case ColumnValue.Serial(var sequence, var _) ->
          isPlainSerial(table, column)
              ? ""
              : " DEFAULT nextval(" + Quote.literal(names.of(sequence)) + "::regclass)";
      case ColumnValue.Identity it -> " GENERATED " + identity(table, column, it, names);
      case ColumnValue.Generated(var expression, var storage) ->
          " GENERATED ALWAYS AS (" + expression + ") " + storage;
    };
  }

  private static String identity(
      QualifiedName table, Column column, ColumnValue.Identity it, Names names) {
    var mode =
        switch (it.mode()) {
          case ALWAYS -> "ALWAYS";
          case BY_DEFAULT -> "BY DEFAULT";
        };
    var usual = ColumnValue.Serial.sequenceOf(table, column.name());
    var name = it.sequence().equals(usual) ? "" : " SEQUENCE NAME " + names.of(it.sequence());
    return mode + " AS IDENTITY" + options(name, it.options());
  }

  private static String options(String name, SequenceOptions options) {
    var all = (name + SequenceSql.options(options)).strip();
    return all.isEmpty() ? "" : " (" + all + ")";
  }
}
