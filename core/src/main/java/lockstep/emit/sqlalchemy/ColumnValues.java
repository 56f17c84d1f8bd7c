package lockstep.emit.sqlalchemy;

import static lockstep.emit.python.Expression.text;
import static lockstep.emit.python.Expression.verbatim;

import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Arguments;
import lockstep.emit.sqlalchemy.Columns.Here;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.ColumnValue;
import lockstep.schema.ColumnValue.GeneratedStorage;
import lockstep.schema.ColumnValue.IdentityMode;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.SequenceOptions;
import lockstep.schema.SequenceOptions.Cycling;
import lockstep.schema.Table;

/// Writes where the database takes a column's value from.
///
/// SQLAlchemy makes a serial of an integer key that says nothing; every other one has to say so. A
/// serial that is no key is a sequence of its own, which the base module ties to its column once
/// both are there: Alembic would report any other spelling for ever (Alembic 1.20).
final class ColumnValues {
  private final Types types;
  private final Findings findings;

  ColumnValues(Types types, Findings findings) {
    this.types = types;
    this.findings = findings;
  }

  /// Adds what stands before the keyword arguments: a sequence, identity or computed value.
  void positional(Here here, Arguments arguments) {
    switch (here.column().value()) {
      case ColumnValue.None _, ColumnValue.Default _ -> {}
      case ColumnValue.Serial serial -> {
        if (!isKeySerial(here, serial)) {
          arguments.add(sequence(serial.sequence(), serial.options()).of("sa.Sequence"));
        }
      }
      case ColumnValue.Identity identity -> arguments.add(identity(here, identity));
      case ColumnValue.Generated(var expression, var storage) ->
          arguments.add(
              new Arguments()
                  .add(SqlText.escaped(expression.text()))
                  .add("persisted", storage == GeneratedStorage.STORED ? "True" : "False")
                  .of("sa.Computed"));
    }
  }

  /// Says whether an integer key counts by itself, where SQLAlchemy would guess wrong.
  void autoincrement(Here here, boolean hasClientDefault, Arguments arguments) {
    var table = here.table();
    if (table.isEmpty() || !isKey(table.get(), here)) {
      return;
    }
    var isSole = table.get().primaryKey().filter(it -> it.columns().size() == 1).isPresent();
    var refers = Columns.hasForeignKey(table.get(), here.column().name());
    switch (here.column().value()) {
      case ColumnValue.Serial serial when isKeySerial(here, serial) -> {
        if (!isSole) {
          arguments.add("autoincrement", "True");
        } else if (refers) {
          arguments.add("autoincrement", text("ignore_fk"));
        }
      }
      case ColumnValue.None _ -> {
        if (isSole && !refers && !hasClientDefault && SqlText.isNumber(here.column().type())) {
          arguments.add("autoincrement", "False");
        }
      }
      default -> {}
    }
  }

  void serverDefault(Here here, Arguments arguments) {
    switch (here.column().value()) {
      case ColumnValue.Default(var expression) ->
          arguments.add("server_default", SqlText.serverDefault(expression, here.column().type()));
      case ColumnValue.Serial serial -> {
        if (!isKeySerial(here, serial)) {
          arguments.add("server_default", "sa.FetchedValue()");
        }
      }
      case ColumnValue.None _, ColumnValue.Identity _, ColumnValue.Generated _ -> {}
    }
  }

  /// Returns the arguments of a sequence, without what PostgreSQL assumes.
  Arguments sequence(QualifiedName name, SequenceOptions options) {
    var arguments = new Arguments().add(text(name.name().text()));
    counting(options, arguments);
    Blueprint.schemaName(name.namespace()).ifPresent(it -> arguments.add("schema", text(it)));
    arguments.add("data_type", types.of(ColumnType.of(options.type())).type());
    return arguments;
  }

  private static boolean isKeySerial(Here here, ColumnValue.Serial serial) {
    return here.table()
        .filter(it -> isKeySerial(here.name(), it, here.column(), serial))
        .isPresent();
  }

  /// A serial as `primary_key=True` makes it: the only one of a key, with the sequence that
  /// PostgreSQL makes.
  private static boolean isKeySerial(
      QualifiedName name, Table table, Column column, ColumnValue.Serial serial) {
    return isKey(table, column)
        && column.type() instanceof ColumnType.Scalar(var type, var _)
        && SqlText.isInteger(type)
        && serial.equals(ColumnValue.Serial.of(name, column.name(), type))
        && table.columns().stream()
            .filter(it -> it.value() instanceof ColumnValue.Serial && isKey(table, it))
            .findFirst()
            .filter(column::equals)
            .isPresent();
  }

  /// Returns whether a table has a serial that `primary_key=True` does not make.
  static boolean hasOwnSequence(QualifiedName name, Table table) {
    return table.columns().stream()
        .anyMatch(
            it ->
                it.value() instanceof ColumnValue.Serial serial
                    && !isKeySerial(name, table, it, serial));
  }

  private static boolean isKey(Table table, Here here) {
    return isKey(table, here.column());
  }

  private static boolean isKey(Table table, Column column) {
    return table.primaryKey().filter(it -> it.columns().contains(column.name())).isPresent();
  }

  private Expression identity(Here here, ColumnValue.Identity identity) {
    var arguments = new Arguments();
    if (identity.mode() == IdentityMode.ALWAYS) {
      arguments.add("always", "True");
    }
    counting(identity.options(), arguments);
    var expected = ColumnValue.Serial.sequenceOf(here.name(), here.column().name());
    if (!identity.sequence().equals(expected)) {
      findings.add(
          SqlAlchemyCode.SEQUENCE,
          ObjectPath.column(here.name(), here.column().name()),
          "counts by the sequence `" + identity.sequence() + "`, and an identity names its own",
          "Rename the sequence to `" + expected + "`.");
    }
    return arguments.of("sa.Identity");
  }

  private static void counting(SequenceOptions options, Arguments arguments) {
    var usual = SequenceOptions.ascending(options.type());
    number("start", options.start(), usual.start(), arguments);
    number("increment", options.increment(), usual.increment(), arguments);
    number("minvalue", options.minimum(), usual.minimum(), arguments);
    number("maxvalue", options.maximum(), usual.maximum(), arguments);
    if (options.cycling() == Cycling.CYCLES) {
      arguments.add("cycle", "True");
    }
    number("cache", options.cache(), usual.cache(), arguments);
  }

  private static void number(String keyword, long value, long usual, Arguments arguments) {
    if (value != usual) {
      arguments.add(keyword, verbatim(Long.toString(value)));
    }
  }
}
