package lockstep.emit.sqlalchemy;

import static lockstep.emit.python.Expression.verbatim;

import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Arguments;
import lockstep.emit.sqlalchemy.Columns.Here;
import lockstep.mapping.ClientDefault;
import lockstep.mapping.Field;
import lockstep.schema.ColumnType;
import lockstep.schema.ObjectPath;

/// Writes what the client fills in, by the functions of the module `ids`.
final class ClientDefaults {
  private final Findings findings;

  ClientDefaults(Findings findings) {
    this.findings = findings;
  }

  boolean hasDefault(Field.Scalar field) {
    return !(field.onCreate() instanceof ClientDefault.None);
  }

  void write(PythonFile file, Here here, Field.Scalar field, Arguments arguments) {
    write(file, here, "default", field.onCreate(), arguments);
    write(file, here, "onupdate", field.onUpdate(), arguments);
  }

  private void write(
      PythonFile file, Here here, String keyword, ClientDefault value, Arguments arguments) {
    switch (value) {
      case ClientDefault.None _ -> {}
      case ClientDefault.Computed(var description) ->
          findings.add(
              SqlAlchemyCode.CLIENT_DEFAULT,
              ObjectPath.column(here.name(), here.column().name()),
              "is filled in by `" + description + "`, which only its own program can compute",
              "Set it where rows are made, or by a listener in a mixin.");
      default -> arguments.add(keyword, function(file, here, value));
    }
  }

  private static Expression function(PythonFile file, Here here, ClientDefault value) {
    var isUuid = here.type().annotation().equals("UUID");
    return switch (value) {
      case ClientDefault.Cuid(var version) ->
          named(file, version == 1 ? Symbol.NEW_CUID : Symbol.NEW_CUID2);
      case ClientDefault.Uuid(var version) -> {
        if (version == 7) {
          yield named(file, isUuid ? Symbol.NEW_UUID7 : Symbol.NEW_UUID7_TEXT);
        }
        yield named(file, isUuid ? Symbol.NEW_UUID4 : Symbol.NEW_UUID4_TEXT);
      }
      case ClientDefault.Ulid _ -> named(file, Symbol.NEW_ULID);
      case ClientDefault.Nanoid(var length) -> {
        var function = file.need(Symbol.NEW_NANOID);
        yield verbatim(
            length == ClientDefault.Nanoid.STANDARD_LENGTH
                ? function
                : "lambda: " + function + "(" + length + ")");
      }
      case ClientDefault.Now _ -> now(file, here.column().type());
      case ClientDefault.None _, ClientDefault.Computed _ -> verbatim("None");
    };
  }

  private static Expression now(PythonFile file, ColumnType type) {
    if (!(type instanceof ColumnType.Scalar(var scalar, var _))) {
      return named(file, Symbol.UTC_NOW);
    }
    return switch (scalar) {
      case TIMESTAMPTZ -> named(file, Symbol.UTC_NOW_WITH_ZONE);
      case DATE -> verbatim("lambda: " + file.need(Symbol.UTC_NOW) + "().date()");
      case TIME -> verbatim("lambda: " + file.need(Symbol.UTC_NOW) + "().time()");
      case TIMETZ -> verbatim("lambda: " + file.need(Symbol.UTC_NOW_WITH_ZONE) + "().timetz()");
      default -> named(file, Symbol.UTC_NOW);
    };
  }

  private static Expression named(PythonFile file, Symbol function) {
    return verbatim(file.need(function));
  }
}
