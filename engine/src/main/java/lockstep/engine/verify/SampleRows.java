package lockstep.engine.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.engine.postgres.Session;
import lockstep.engine.verify.SampleValues.Repeat;
import lockstep.engine.verify.SampleValues.Value;
import lockstep.mapping.ClientDefault;
import lockstep.mapping.Field;
import lockstep.mapping.Model;
import lockstep.mapping.Reading;
import lockstep.rewrite.Trial.Mention;
import lockstep.schema.Column;
import lockstep.schema.ColumnValue;
import lockstep.schema.Constraint.ForeignKey;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// Some rows of each table, the same each time: keys that fit, NULLs, equal values, odd texts.
final class SampleRows {
  static final int ROWS = 10;

  /// How far references are followed from table to table.
  private static final int DEPTH = 12;

  /// Which row of the other table a row refers to: some to the same, one to a row of NULLs, to some
  /// none.
  private static final List<Integer> REFERRED = List.of(0, 0, 1, 2, 0, 1, 3, 4, 1, 6);

  private final Reading reading;
  private final SampleValues values;
  private final Map<QualifiedName, List<Reference>> references = new LinkedHashMap<>();
  private final Map<String, List<String>> mentioned = new LinkedHashMap<>();

  /// What some columns refer to.
  private record Reference(
      List<Identifier> columns, QualifiedName table, List<Identifier> referenced) {}

  SampleRows(Reading reading, List<Mention> mentions) {
    this.reading = reading;
    this.values = new SampleValues(reading.mapping());
    reading.schema().tables().forEach(it -> references.put(it.name(), references(it)));
    mentions.stream()
        .distinct()
        .forEach(
            it ->
                mentioned
                    .computeIfAbsent(it.model() + "." + it.field(), _ -> new ArrayList<>())
                    .add(it.literal()));
  }

  private List<Reference> references(Schema.Named<Table> table) {
    var found = new ArrayList<Reference>();
    for (var it : table.value().foreignKeys()) {
      found.add(reference(it));
    }
    for (var model : reading.mapping().models()) {
      if (model.relation().equals(table.name())) {
        model.relations().flatMap(it -> reference(it).stream()).forEach(found::add);
      }
    }
    return found.stream().distinct().toList();
  }

  private static Reference reference(ForeignKey key) {
    return new Reference(key.columns(), key.referencedTable(), key.referencedColumns());
  }

  private Optional<Reference> reference(Field.Relation relation) {
    return relation.side() instanceof Field.Side.Owning it
        ? reading
            .mapping()
            .model(relation.target())
            .map(target -> new Reference(it.columns(), target.relation(), it.references()))
        : Optional.empty();
  }

  /// Writes the rows. A row that the database refuses is left out, and tried again when others are
  /// there.
  ///
  /// @return the tables that have none
  List<QualifiedName> insert(Session session) {
    var names = Names.qualified(reading.schema().extensions());
    var pending = new LinkedHashMap<QualifiedName, List<String>>();
    reading
        .schema()
        .tables()
        .filter(it -> !it.value().isPartition())
        .forEach(it -> pending.put(it.name(), inserts(it, names)));
    var empty = new ArrayList<>(pending.keySet());
    var isProgressing = true;
    while (isProgressing) {
      isProgressing = false;
      for (var it : pending.entrySet()) {
        var left =
            it.getValue().stream()
                .filter(insert -> session.tryExecute(insert).isPresent())
                .toList();
        if (left.size() < it.getValue().size()) {
          isProgressing = true;
          empty.remove(it.getKey());
        }
        it.setValue(left);
      }
    }
    return empty;
  }

  private List<String> inserts(Schema.Named<Table> table, Names names) {
    return IntStream.range(0, ROWS)
        .mapToObj(it -> insert(table, names, it))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> insert(Schema.Named<Table> table, Names names, int row) {
    var columns = new ArrayList<String>();
    var literals = new ArrayList<String>();
    for (var it : table.value().columns()) {
      if (it.value() instanceof ColumnValue.Generated) {
        continue;
      }
      var value = value(table.name(), it, row);
      if (value.isEmpty() && !it.isNullable()) {
        return Optional.empty();
      }
      columns.add(Quote.name(it.name()));
      literals.add(value.flatMap(Value::sql).map(Quote::literal).orElse("NULL"));
    }
    return Optional.of(
        "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES (%s)"
            .formatted(
                names.of(table.name()), String.join(", ", columns), String.join(", ", literals)));
  }

  /// Returns what a column has in a row. Rows from 100 on are not in the tables.
  Optional<Value> value(QualifiedName table, Column column, int row) {
    return value(table, column, row, 0);
  }

  private Optional<Value> value(QualifiedName table, Column column, int row, int depth) {
    var reference =
        references.getOrDefault(table, List.of()).stream()
            .filter(it -> it.columns().contains(column.name()))
            .findFirst();
    var isKey = isLastOfKey(table, column.name());
    if (column.isNullable() && row % 4 == 3 && row < 100) {
      return Optional.of(Value.NULL);
    }
    if (reference.isPresent() && depth < DEPTH) {
      return referred(table, reference.get(), column, row, depth);
    }
    return values.of(
        column.type(),
        row,
        isKey ? Repeat.FORBIDDEN : Repeat.ALLOWED,
        mentioned(table, column.name()));
  }

  private Optional<Value> referred(
      QualifiedName table, Reference reference, Column column, int row, int depth) {
    var referenced = reference.referenced().get(reference.columns().indexOf(column.name()));
    return table(reference.table())
        .column(referenced)
        .flatMap(it -> value(reference.table(), it, referredRow(table, reference, row), depth + 1));
  }

  private int referredRow(QualifiedName table, Reference reference, int row) {
    if (row >= 100) {
      return row;
    }
    var keys = table(table).keyColumns();
    if (keys.stream().anyMatch(it -> reference.columns().containsAll(it))) {
      return row;
    }
    var isOfKey = keys.stream().anyMatch(it -> it.containsAll(reference.columns()));
    if (!isOfKey) {
      return REFERRED.get(row % REFERRED.size());
    }
    var position =
        references.get(table).stream()
            .filter(it -> keys.stream().anyMatch(key -> key.containsAll(it.columns())))
            .toList()
            .indexOf(reference);
    return position == 0 ? row / 2 : (row / 2 + row % 2) % ROWS;
  }

  private Table table(QualifiedName name) {
    return reading.schema().table(name).orElseThrow();
  }

  /// Returns whether no two rows have the same in a column: it is a key, or what tells rows apart
  /// in one of several columns.
  boolean isLastOfKey(QualifiedName table, Identifier column) {
    return table(table).keyColumns().stream()
        .map(
            key ->
                key.stream()
                    .filter(
                        it ->
                            references.get(table).stream()
                                .noneMatch(reference -> reference.columns().contains(it)))
                    .toList())
        .anyMatch(key -> !key.isEmpty() && key.getLast().equals(column));
  }

  boolean isReference(QualifiedName table, Identifier column) {
    return references.getOrDefault(table, List.of()).stream()
        .anyMatch(it -> it.columns().contains(column));
  }

  private List<String> mentioned(QualifiedName table, Identifier column) {
    return reading.mapping().models().stream()
        .filter(it -> it.relation().equals(table))
        .flatMap(
            model ->
                model.scalar(column).stream()
                    .flatMap(
                        it ->
                            mentioned
                                .getOrDefault(model.name() + "." + it.name(), List.of())
                                .stream()))
        .toList();
  }

  /// Returns the columns of which a value may be made when a row is written: what clients and
  /// defaults fill in, and what refers to such.
  boolean isMade(QualifiedName table, Column column) {
    return isMade(table, column, 0);
  }

  private boolean isMade(QualifiedName table, Column column, int depth) {
    var isFilledIn =
        models(table)
            .flatMap(it -> it.scalar(column.name()).stream())
            .anyMatch(
                it ->
                    !(it.onCreate() instanceof ClientDefault.None)
                        || !(it.onUpdate() instanceof ClientDefault.None));
    if (isFilledIn) {
      return true;
    }
    var isDefault =
        switch (column.value()) {
          case ColumnValue.Serial _, ColumnValue.Identity _ -> true;
          case ColumnValue.Default(var expression) ->
              expression.text().contains("(") || expression.text().contains("CURRENT");
          case ColumnValue.None _, ColumnValue.Generated _ -> false;
        };
    return isDefault
        || depth < DEPTH
            && references.getOrDefault(table, List.of()).stream()
                .filter(it -> it.columns().contains(column.name()))
                .anyMatch(
                    it ->
                        table(it.table())
                            .column(it.referenced().get(it.columns().indexOf(column.name())))
                            .filter(other -> isMade(it.table(), other, depth + 1))
                            .isPresent());
  }

  private Stream<Model> models(QualifiedName table) {
    return reading.mapping().models().stream().filter(it -> it.relation().equals(table));
  }

  /// Returns a query for all rows of all tables, a row of JSON for each.
  String snapshot() {
    var names = Names.qualified(reading.schema().extensions());
    return reading
        .schema()
        .tables()
        .filter(it -> !it.value().isPartition())
        .map(
            it ->
                "select %s as name, coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as content from %s t"
                    .formatted(Quote.literal(it.name().toString()), names.of(it.name())))
        .collect(Collectors.joining(" union all "));
  }

  /// Returns what makes new rows have the same numbers each time.
  String reset() {
    var names = Names.qualified(reading.schema().extensions());
    var sequences =
        reading
            .schema()
            .tables()
            .flatMap(it -> it.value().columns().stream())
            .flatMap(
                it ->
                    switch (it.value()) {
                      case ColumnValue.Serial serial -> Stream.of(serial.sequence());
                      case ColumnValue.Identity identity -> Stream.of(identity.sequence());
                      case ColumnValue.None _, ColumnValue.Default _, ColumnValue.Generated _ ->
                          Stream.empty();
                    })
            .map(it -> "setval(" + Quote.literal(names.of(it)) + ", 1000)")
            .toList();
    return "select " + (sequences.isEmpty() ? "1" : String.join(", ", sequences));
  }
}
