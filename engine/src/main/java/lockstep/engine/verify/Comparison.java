package lockstep.engine.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lockstep.engine.json.Json;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.mapping.Reading;
import lockstep.schema.ColumnType;
import lockstep.schema.QualifiedName;
import lockstep.text.Order;

/// Says whether two answers to one call are the same.
///
/// Values that are made when a row is written (times, identifiers) only have to be new in both;
/// rows whose order nobody asked for may come in any.
final class Comparison {
  private static final Json NEW = SampleValues.text("«new»");

  /// Errors that only differ in when the same thing is found out.
  private static final Set<String> OF_REFERENCES =
      Set.of("foreign key", "not null", "relation", "not found");

  private final Mapping mapping;
  private final Set<String> lists = new LinkedHashSet<>();
  private final Map<String, Set<Json>> madeFields = new LinkedHashMap<>();
  private final Map<String, Set<Json>> madeColumns = new LinkedHashMap<>();

  /// @param before what is in the tables before any call, as snapshots have it
  Comparison(Reading reading, SampleRows rows, Map<String, Json> before) {
    this.mapping = reading.mapping();
    reading
        .schema()
        .tables()
        .forEach(
            table ->
                table.value().columns().stream()
                    .filter(it -> it.type() instanceof ColumnType.Array)
                    .flatMap(it -> fields(table.name(), it.name().text()).stream())
                    .forEach(lists::add));
    reading
        .schema()
        .tables()
        .forEach(
            table ->
                table.value().columns().stream()
                    .filter(it -> rows.isMade(table.name(), it))
                    .forEach(
                        it -> {
                          madeColumns.put(
                              table.name() + "." + it.name(),
                              present(before, table.name(), it.name().text()));
                          fields(table.name(), it.name().text())
                              .forEach(
                                  field ->
                                      madeFields.put(
                                          field,
                                          new LinkedHashSet<>(
                                              IntStream.range(0, SampleRows.ROWS)
                                                  .mapToObj(
                                                      row -> rows.value(table.name(), it, row))
                                                  .flatMap(Optional::stream)
                                                  .map(value -> SampleValues.seen(value.given()))
                                                  .toList())));
                        }));
  }

  private List<String> fields(QualifiedName table, String column) {
    return mapping.models().stream()
        .filter(it -> it.relation().equals(table))
        .flatMap(
            model ->
                model
                    .scalars()
                    .filter(it -> it.column().text().equals(column))
                    .map(it -> model.name() + "." + it.name()))
        .toList();
  }

  private static Set<Json> present(Map<String, Json> before, QualifiedName table, String column) {
    var values = new LinkedHashSet<Json>();
    Optional.ofNullable(before.get(table.toString())).stream()
        .flatMap(it -> it.items().stream())
        .forEach(row -> row.get(column).ifPresent(values::add));
    return values;
  }

  /// Returns how they differ, in a few words; empty where they are the same.
  ///
  /// @param meant what the client's call means, as a line of meaning.mjs
  /// @param found what the converted one did, as a line of trials.py
  Optional<String> difference(Json call, Json meant, Json found) {
    var raised = meant.text("raised");
    var raisedNow = found.text("raised");
    if (meant.isTrue("mayRaise") && raisedNow.filter(OF_REFERENCES::contains).isPresent()) {
      // To raise an error where a row to connect is missing is as good, and the manual says so.
      return Optional.empty();
    }
    if (raised.isPresent() || raisedNow.isPresent()) {
      return areAlike(raised, raisedNow) ? Optional.empty() : Optional.of(outcomes(meant, found));
    }
    var model = mapping.model(call.text("model").orElse(""));
    var expected = result(call, model, meant);
    var actual = result(call, model, found);
    if (!isEqual(call, expected, actual)) {
      return Optional.of(
          Difference.between(expected, actual).orElseGet(() -> outcomes(meant, found)));
    }
    return tables(meant, found);
  }

  private static boolean areAlike(Optional<String> meant, Optional<String> found) {
    return meant.isPresent()
        && found.isPresent()
        && (meant.equals(found)
            || OF_REFERENCES.contains(meant.get()) && OF_REFERENCES.contains(found.get()));
  }

  private static String outcomes(Json meant, Json found) {
    return "Prisma %s, the converted call %s".formatted(outcome(meant), outcome(found));
  }

  private static String outcome(Json answer) {
    return answer
        .text("raised")
        .map(it -> "raises an error (%s)".formatted(answer.text("said").orElse(it)))
        .orElseGet(() -> "returns " + shown(answer.get("result").orElse(new Json.OfNull())));
  }

  private static String shown(Json value) {
    var text = SampleValues.shown(value);
    return text.length() <= 600 ? text : text.substring(0, 600) + "…";
  }

  private Json result(Json call, Optional<Model> model, Json answer) {
    var result = answer.get("result").orElse(new Json.OfNull());
    var include = call.get("arguments").flatMap(it -> it.get("include")).orElse(new Json.OfNull());
    return model.map(it -> row(it, result, include)).orElse(result);
  }

  /// Returns a row with what is new in it set aside, and what is in no order in one.
  private Json row(Model model, Json value, Json include) {
    if (value instanceof Json.OfArray(var values)) {
      return new Json.OfArray(values.stream().map(it -> row(model, it, include)).toList());
    }
    if (!(value instanceof Json.OfObject(var members))) {
      return value;
    }
    var all = new TreeMap<String, Json>();
    members.forEach((name, it) -> all.put(name, member(model, name, it, include)));
    return new Json.OfObject(all);
  }

  private Json member(Model model, String name, Json value, Json include) {
    if (value instanceof Json.OfNull && isList(model, name)) {
      // The client has an empty list where the database has NULL; the manual says so.
      return SampleValues.list();
    }
    if (model.field(name).orElse(null) instanceof Field.Relation relation) {
      var options = include.get(name).orElse(new Json.OfNull());
      var target = mapping.model(relation.target()).orElseThrow();
      var inner = row(target, value, options.get("include").orElse(new Json.OfNull()));
      return options.get("order_by").isPresent() ? inner : sorted(inner);
    }
    var made = madeFields.get(model.name() + "." + name);
    return made == null || made.contains(value) || value instanceof Json.OfNull
        ? inOrder(value)
        : NEW;
  }

  /// Returns a value with members and numbers in one form.
  private static Json inOrder(Json value) {
    return switch (value) {
      case Json.OfNumber(var literal) ->
          SampleValues.number(new BigDecimal(literal).stripTrailingZeros().toPlainString());
      case Json.OfArray(var values) ->
          new Json.OfArray(values.stream().map(Comparison::inOrder).toList());
      case Json.OfObject(var members) -> {
        var all = new TreeMap<String, Json>();
        members.forEach((name, it) -> all.put(name, inOrder(it)));
        yield new Json.OfObject(all);
      }
      default -> value;
    };
  }

  private boolean isList(Model model, String field) {
    return lists.contains(model.name() + "." + field);
  }

  private static Json sorted(Json value) {
    return value instanceof Json.OfArray(var values)
        ? new Json.OfArray(values.stream().sorted(Order.by(SampleValues::shown)).toList())
        : value;
  }

  /// Which of several rows comes first is not said where no order is, or where they are equal in
  /// it.
  private boolean isEqual(Json call, Json expected, Json actual) {
    if (expected.equals(actual)) {
      return true;
    }
    if (!(expected instanceof Json.OfArray) || !(actual instanceof Json.OfArray)) {
      return false;
    }
    var arguments = call.get("arguments").orElse(new Json.OfNull());
    var isPart = has(arguments, "take") || has(arguments, "skip") || has(arguments, "cursor");
    var isSame = sorted(expected).equals(sorted(actual));
    if (!has(arguments, "order")) {
      return isSame || isPart && expected.items().size() == actual.items().size();
    }
    return (isSame || isPart)
        && orderKeys(arguments, expected).equals(orderKeys(arguments, actual));
  }

  private static boolean has(Json arguments, String name) {
    return arguments.get(name).filter(it -> !(it instanceof Json.OfNull)).isPresent();
  }

  private static List<List<Json>> orderKeys(Json arguments, Json rows) {
    var order = arguments.get("order").orElseThrow();
    var names = new ArrayList<String>();
    if (order instanceof Json.OfArray(var several)) {
      several.forEach(it -> names.addAll(it.members().keySet()));
    } else {
      names.addAll(order.members().keySet());
    }
    return rows.items().stream()
        .map(row -> names.stream().map(it -> row.get(it).orElse(new Json.OfNull())).toList())
        .toList();
  }

  private Optional<String> tables(Json meant, Json found) {
    var expected = meant.get("tables").map(Json::members).orElse(Map.of());
    var actual = found.get("tables").map(Json::members).orElse(Map.of());
    for (var table : expected.keySet()) {
      var before = contents(table, expected.get(table));
      var after = contents(table, actual.getOrDefault(table, new Json.OfNull()));
      if (!before.equals(after)) {
        var expectedRows = without(before, after);
        var actualRows = without(after, before);
        return Optional.of(
            "afterwards `%s` has other rows: %s"
                .formatted(
                    table,
                    Difference.between(expectedRows, actualRows)
                        .orElseGet(() -> shown(expectedRows))));
      }
    }
    return Optional.empty();
  }

  private static Json without(Json all, Json others) {
    return new Json.OfArray(
        all.items().stream().filter(it -> !others.items().contains(it)).toList());
  }

  private Json contents(String table, Json rows) {
    return sorted(
        new Json.OfArray(
            rows.items().stream()
                .map(
                    row -> {
                      var all = new TreeMap<String, Json>();
                      row.members()
                          .forEach((column, it) -> all.put(column, column(table, column, it)));
                      return (Json) new Json.OfObject(all);
                    })
                .toList()));
  }

  private Json column(String table, String column, Json value) {
    var made = madeColumns.get(table + "." + column);
    return made == null || made.contains(value) || value instanceof Json.OfNull
        ? inOrder(value)
        : NEW;
  }
}
