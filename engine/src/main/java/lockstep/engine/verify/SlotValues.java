package lockstep.engine.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.engine.json.Json;
import lockstep.engine.verify.SampleValues.Repeat;
import lockstep.engine.verify.SampleValues.Value;
import lockstep.mapping.Field;
import lockstep.mapping.Model;
import lockstep.mapping.Reading;
import lockstep.rewrite.Trial.Slot;
import lockstep.rewrite.Trial.Use;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.ScalarType;

/// What the parameters of a trial are: values that rows have, that none has, and NULL.
final class SlotValues {
  /// How many times a call with parameters is tried, each time with values of one row.
  private static final int SETS = 6;

  /// Then, where it has several, with values of different rows: which seeds every other one has.
  private static final List<List<Integer>> MIXED = List.of(List.of(0, 4), List.of(4, 1));

  private static final int MISSING = 101;
  private static final int FRESH = 200;

  /// The rows that calls look for; those whose number leaves 3 over have NULLs.
  private static final List<Integer> ROWS = List.of(0, 1, 4, 3, MISSING, 2);

  private static final List<Integer> COUNTS = List.of(2, 1, 3, 5, 1, 4);

  private final Reading reading;
  private final SampleRows rows;
  private final SampleValues values;

  SlotValues(Reading reading, SampleRows rows) {
    this.reading = reading;
    this.rows = rows;
    this.values = new SampleValues(reading.mapping());
  }

  /// Returns the values of all parameters, once for each time; empty where one has a type of which
  /// no value is known.
  List<List<Json>> of(List<Slot> slots) {
    if (slots.isEmpty()) {
      return List.of(List.of());
    }
    var sets = new ArrayList<List<Json>>();
    for (var seed = 0; seed < SETS; seed++) {
      set(slots, List.of(seed)).ifPresent(sets::add);
    }
    if (slots.size() > 1) {
      MIXED.forEach(it -> set(slots, it).ifPresent(sets::add));
    }
    return sets;
  }

  private Optional<List<Json>> set(List<Slot> slots, List<Integer> seeds) {
    var all = new ArrayList<Json>();
    for (var slot : slots) {
      of(slot, seeds.get(all.size() % seeds.size())).ifPresent(all::add);
    }
    return all.size() == slots.size() ? Optional.of(all) : Optional.empty();
  }

  private Optional<Json> of(Slot slot, int seed) {
    return switch (slot) {
      case Slot.Number _ ->
          Optional.of(SampleValues.number(String.valueOf(COUNTS.get(seed % COUNTS.size()))));
      case Slot.Condition _ -> Optional.of(new Json.OfBoolean(seed % 2 == 0));
      case Slot.Direction _ -> Optional.of(SampleValues.text(seed % 2 == 0 ? "asc" : "desc"));
      case Slot.Rows(var each) -> tuples(each, seed);
      case Slot.OfField(var use, var model, var field) ->
          reading.mapping().model(model).flatMap(it -> ofField(use, it, field, seed));
    };
  }

  private Optional<Json> tuples(List<Slot> each, int seed) {
    var tuples = new ArrayList<Json>();
    for (var row = 0; row < (seed + 2) % 4; row++) {
      var own = seed + 6 * (row + 1) + row;
      var values = each.stream().flatMap(it -> of(it, own).stream()).toList();
      if (values.size() != each.size()) {
        return Optional.empty();
      }
      tuples.add(SampleValues.object("$row", new Json.OfArray(values)));
    }
    return Optional.of(new Json.OfArray(tuples));
  }

  private Optional<Json> ofField(Use use, Model model, String name, int seed) {
    var column =
        model
            .field(name)
            .filter(Field.Scalar.class::isInstance)
            .flatMap(
                it ->
                    reading
                        .schema()
                        .table(model.relation())
                        .flatMap(table -> table.column(((Field.Scalar) it).column())));
    return column.flatMap(it -> ofColumn(use, model, it, seed)).map(Value::given);
  }

  private Optional<Value> ofColumn(Use use, Model model, Column column, int seed) {
    var row = ROWS.get(seed % ROWS.size());
    return switch (use) {
      case SOUGHT -> value(model, column, row);
      case SOUGHT_AMONG -> several(model, column, seed);
      case PART -> value(model, column, row).map(it -> part(it, seed));
      case ELEMENT -> element(model, column, row);
      case WRITTEN -> written(model, column, seed);
      case AMOUNT -> Optional.of(amount(column.type(), COUNTS.get(seed % COUNTS.size())));
    };
  }

  private Optional<Value> value(Model model, Column column, int row) {
    return rows.value(model.relation(), column, row);
  }

  private Optional<Value> element(Model model, Column column, int row) {
    return column.type() instanceof ColumnType.Array(var element, var _)
        ? values.of(element, row, Repeat.ALLOWED, List.of())
        : value(model, column, row);
  }

  private Optional<Value> several(Model model, Column column, int seed) {
    var sought =
        switch (seed % SETS) {
          case 0 -> Stream.of(0, 2);
          case 1 -> Stream.<Integer>of();
          case 2 -> Stream.of(1, 1, MISSING);
          case 3 -> Stream.of(4);
          case 4 -> Stream.of(MISSING);
          default -> IntStream.range(0, 6).boxed();
        };
    var all =
        sought
            .flatMap(it -> element(model, column, it).stream())
            .filter(it -> !it.isNull())
            .map(Value::given)
            .toList();
    return Optional.of(new Value(new Json.OfArray(all), Optional.of("")));
  }

  private static Value part(Value whole, int seed) {
    var text = whole.given().text().orElse("n");
    var part =
        switch (seed % SETS) {
          case 0 -> text;
          case 1 -> text.substring(text.length() / 3, text.length() - text.length() / 3);
          case 2 -> "%";
          case 3 -> "_";
          case 4 -> "zzq";
          default -> "";
        };
    return new Value(SampleValues.text(part), Optional.of(part));
  }

  private Optional<Value> written(Model model, Column column, int seed) {
    var set = seed % SETS;
    if (set == 2 && column.isNullable()) {
      return Optional.of(Value.NULL);
    }
    var isKey = rows.isLastOfKey(model.relation(), column.name());
    if (rows.isReference(model.relation(), column.name())) {
      return value(model, column, set == 4 ? MISSING : set == 3 ? 4 : set);
    }
    return value(model, column, isKey && set != 1 ? FRESH + seed : set == 3 ? 4 : set);
  }

  private static Value amount(ColumnType type, int amount) {
    var literal = String.valueOf(amount);
    return type instanceof ColumnType.Scalar(var scalar, var _) && scalar == ScalarType.NUMERIC
        ? new Value(
            SampleValues.object("$decimal", SampleValues.text(literal)), Optional.of(literal))
        : new Value(SampleValues.number(literal), Optional.of(literal));
  }
}
