package lockstep.psl.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.mapping.ClientDefault;
import lockstep.mapping.Field;
import lockstep.mapping.Model.Visibility;
import lockstep.psl.analysis.BuiltInType;
import lockstep.psl.analysis.ValueType;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.ColumnValue;
import lockstep.schema.ObjectPath;
import lockstep.schema.ScalarType;

/// The lines of fields that hold values.
final class Scalars {
  private final Losses losses;
  private final PrintedNames names;
  private final FieldTypes types;
  private final DefaultText defaults;

  Scalars(Losses losses, PrintedNames names) {
    this.losses = losses;
    this.names = names;
    this.types = new FieldTypes(names);
    this.defaults = new DefaultText(names);
  }

  FieldTypes types() {
    return types;
  }

  /// Returns a field's line.
  ///
  /// @param field empty for a column that the mapping does not know: clients do not see it
  /// @param keys attributes that make it a key by itself
  String line(Backing in, Column column, Optional<Field.Scalar> field, List<String> keys) {
    var path = ObjectPath.column(in.name(), column.name());
    var name = names.column(in.model(), column.name());
    var type = types.of(column);
    check(path, column, field, type);
    var parts = new ArrayList<String>();
    parts.add(name);
    parts.add(type.word());
    parts.addAll(keys);
    defaultValue(in, path, column, field, type).ifPresent(it -> parts.add("@default(" + it + ")"));
    if (field.isPresent() && field.get().onUpdate() instanceof ClientDefault.Now) {
      parts.add("@updatedAt");
    }
    if (!name.equals(column.name().text())) {
      parts.add("@map(" + PslText.quoted(column.name().text()) + ")");
    }
    if (field.map(Field::visibility).orElse(Visibility.IGNORED) == Visibility.IGNORED) {
      parts.add("@ignore");
    }
    type.nativeType().ifPresent(parts::add);
    return String.join(" ", parts);
  }

  private void check(
      ObjectPath path, Column column, Optional<Field.Scalar> field, FieldTypes.Printed type) {
    if (FieldTypes.losesNotNull(column, type)) {
      losses.lostPart(path, "a list that takes no NULL");
    }
    losses.lostPart(column.collation().isPresent(), path, "a collation");
    losses.lostPart(
        !column.storage().equals(Column.Storage.STANDARD), path, "how values are stored");
    losses.comment(path, column.comment(), field.flatMap(Field::documentation));
    field.ifPresent(it -> checkUpdate(path, it, type));
  }

  private void checkUpdate(ObjectPath path, Field.Scalar field, FieldTypes.Printed type) {
    switch (field.onUpdate()) {
      case ClientDefault.None _ -> {}
      case ClientDefault.Now _ -> {
        if (!type.type().is(BuiltInType.DATE_TIME)) {
          losses.changed(path, "only a `DateTime` can be set by `@updatedAt`.");
        }
      }
      case ClientDefault.Cuid _,
          ClientDefault.Uuid _,
          ClientDefault.Ulid _,
          ClientDefault.Nanoid _,
          ClientDefault.Computed _ ->
          losses.lostPart(path, "a value that a client computes at every update");
    }
  }

  private Optional<String> defaultValue(
      Backing in,
      ObjectPath path,
      Column column,
      Optional<Field.Scalar> field,
      FieldTypes.Printed type) {
    var fromDatabase = fromDatabase(in, path, column, type);
    var client = field.flatMap(it -> fromClient(path, it, type));
    if (fromDatabase.isPresent() && client.isPresent()) {
      losses.lostPart(path, "a client's default beside the database's");
    }
    return fromDatabase.or(() -> client);
  }

  private Optional<String> fromDatabase(
      Backing in, ObjectPath path, Column column, FieldTypes.Printed type) {
    return switch (column.value()) {
      case ColumnValue.None _ -> Optional.empty();
      case ColumnValue.Default(var expression) ->
          Optional.of(defaults.of(expression.text(), type, column.type()));
      case ColumnValue.Serial serial -> serial(in, path, column, serial);
      case ColumnValue.Identity _ -> {
        losses.changed(path, "an identity column is written as one with a sequence.");
        yield Optional.of("autoincrement()");
      }
      case ColumnValue.Generated _ -> {
        losses.lostPart(path, "a generated column");
        yield Optional.empty();
      }
    };
  }

  private Optional<String> serial(
      Backing in, ObjectPath path, Column column, ColumnValue.Serial serial) {
    if (!(column.type() instanceof ColumnType.Scalar(var type, _)) || !isWholeNumber(type)) {
      losses.lostPart(path, "a sequence for this type");
      return Optional.empty();
    }
    var usual = ColumnValue.Serial.of(in.name(), column.name(), type);
    var isNumbered =
        serial.sequence().namespace().equals(usual.sequence().namespace())
            && serial.sequence().name().text().matches(".*_seq\\d*");
    losses.lostPart(!serial.options().equals(usual.options()), path, "the options of a sequence");
    losses.lostPart(!isNumbered, path, "the name of a sequence");
    return Optional.of("autoincrement()");
  }

  private static boolean isWholeNumber(ScalarType type) {
    return switch (type) {
      case SMALLINT, INTEGER, BIGINT -> true;
      default -> false;
    };
  }

  private Optional<String> fromClient(
      ObjectPath path, Field.Scalar field, FieldTypes.Printed type) {
    losses.lostPart(
        field.onCreate() instanceof ClientDefault.Now
            && !(field.onUpdate() instanceof ClientDefault.Now),
        path,
        "a time that the client writes into new rows only");
    losses.lostPart(
        field.onCreate() instanceof ClientDefault.Computed,
        path,
        "a default that a client computes");
    var function = ClientDefaultText.of(field.onCreate());
    if (function.isPresent() && !(type.type().equals(new ValueType.BuiltIn(BuiltInType.STRING)))) {
      losses.lostPart(path, "a default that a client makes for this type");
      return Optional.empty();
    }
    return function;
  }
}
