package lockstep.engine.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.project.SeedSettings;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;
import lockstep.text.Closest;

/// Lays the rows of data files over the tables that there are; what does not fit goes to
/// `diagnostics`.
final class TablesReader {
  private final Schema schema;
  private final Identifier home;
  private final SeedSettings settings;
  private final List<Diagnostic> diagnostics;
  private final DestinationReader destinations;

  /// @param home the namespace of tables that are named without one
  TablesReader(
      Schema schema, Identifier home, SeedSettings settings, List<Diagnostic> diagnostics) {
    this.schema = schema;
    this.home = home;
    this.settings = settings;
    this.diagnostics = diagnostics;
    this.destinations = new DestinationReader(schema, diagnostics);
  }

  /// Returns a table for each name, with the rows of all files of that name.
  List<SeedTable> read(List<DataFile> files) {
    var byTable = new LinkedHashMap<QualifiedName, List<DataFile>>();
    for (var file : files) {
      var name = name(file.table());
      if (schema.table(name).isPresent()) {
        byTable.computeIfAbsent(name, _ -> new ArrayList<>()).add(file);
      } else {
        diagnostics.add(noTable(file));
      }
    }
    settings.keys().forEach((table, said) -> known(table, said));
    settings.expected().forEach((table, said) -> known(table, said));
    var tables = new ArrayList<SeedTable>();
    byTable.forEach((name, some) -> table(name, some).ifPresent(tables::add));
    return tables;
  }

  /// Returns the table that a name without or with its namespace means.
  QualifiedName name(String written) {
    var dot = written.indexOf('.');
    return dot <= 0 || dot == written.length() - 1
        ? QualifiedName.of(home, Identifier.of(written))
        : QualifiedName.of(written.substring(0, dot), written.substring(dot + 1));
  }

  private Diagnostic noTable(DataFile file) {
    return Diagnostic.of(
            SeedCode.NO_SUCH_TABLE,
            new Place.File(file.text().name()),
            "There is no table `%s` for this file.".formatted(name(file.table())))
        .withAdvice(closest(file.table()));
  }

  private void known(String table, SeedSettings.Said<?> said) {
    if (schema.table(name(table)).isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  SeedCode.NO_SUCH_TABLE,
                  said.place(),
                  "There is no table `%s`.".formatted(name(table)))
              .withAdvice(closest(table)));
    }
  }

  private Optional<String> closest(String table) {
    var names =
        schema
            .tables()
            .map(
                it ->
                    it.name().namespace().equals(home)
                        ? it.name().name().text()
                        : it.name().toString())
            .toList();
    return Closest.to(table, names).map("Did you mean `%s`?"::formatted);
  }

  private Optional<SeedTable> table(QualifiedName name, List<DataFile> files) {
    var table = schema.table(name).orElseThrow();
    var before = diagnostics.size();
    var groups = groups(files, table);
    if (diagnostics.size() > before) {
      return Optional.empty();
    }
    return key(name, table, groups).map(it -> new SeedTable(name, table, it, groups));
  }

  private List<SeedTable.Group> groups(List<DataFile> files, Table table) {
    var byShape = new LinkedHashMap<List<String>, List<DataRow>>();
    for (var file : files) {
      for (var row : file.rows()) {
        byShape.computeIfAbsent(shape(row.cells(), table), _ -> new ArrayList<>()).add(row);
      }
    }
    return byShape.values().stream()
        .map(
            rows ->
                new SeedTable.Group(
                    destinations.read(rows.getFirst().cells(), rows.getFirst(), table), rows))
        .toList();
  }

  /// Rows of one shape go to the same places. What is in a JSON column is a value of any shape.
  private List<String> shape(List<Cell> cells, Table table) {
    var shape = new ArrayList<String>();
    for (var it : cells) {
      shape.add(it.name());
      if (DestinationReader.isNoRow(it, table)) {
        shape.add("NULL");
      }
      if (it.content() instanceof Cell.Content.Members(var _, var inner)
          && !destinations.isJson(it, table)) {
        shape.add("{");
        shape.addAll(shape(inner, table));
        shape.add("}");
      }
    }
    return shape;
  }

  /// Returns the columns by which rows are known: those that are set, else the primary key where
  /// every row gives it, else the one unique key that every row gives.
  private Optional<List<Identifier>> key(
      QualifiedName name, Table table, List<SeedTable.Group> groups) {
    if (groups.isEmpty()) {
      return Optional.of(List.of());
    }
    var given = new LinkedHashSet<>(groups.getFirst().columns());
    groups.forEach(it -> given.retainAll(it.columns()));
    for (var it : settings.keys().entrySet()) {
      if (name(it.getKey()).equals(name)) {
        return set(it.getValue(), table, given);
      }
    }
    var primary = table.primaryKey().map(it -> it.columns()).filter(given::containsAll);
    if (primary.isPresent()) {
      return primary;
    }
    var found = table.uniqueColumns().stream().filter(given::containsAll).toList();
    if (found.stream().map(Set::copyOf).distinct().count() == 1) {
      return Optional.of(found.getFirst());
    }
    diagnostics.add(
        found.isEmpty()
            ? noKey(table, groups.getLast().rows().getFirst())
            : severalKeys(table, found, groups.getFirst().rows().getFirst()));
    return Optional.empty();
  }

  private static Diagnostic noKey(Table table, DataRow row) {
    return Diagnostic.of(
            SeedCode.NO_KEY,
            row.place(),
            "No key of `%s` is given in every row.".formatted(table.name()))
        .withAdvice("Its keys: %s.".formatted(DestinationReader.keys(table.keyColumns())));
  }

  private static Diagnostic severalKeys(Table table, List<List<Identifier>> keys, DataRow row) {
    var first =
        keys.getFirst().stream().map(it -> '"' + it.text() + '"').collect(Collectors.joining(", "));
    return Diagnostic.of(
            SeedCode.NO_KEY,
            row.place(),
            "A row of `%s` could be known by %s."
                .formatted(table.name(), DestinationReader.keys(keys)))
        .withAdvice(
            "Say which in lockstep.toml, as in `%s = [%s]` under `[seed.keys]`."
                .formatted(table.name(), first));
  }

  private Optional<List<Identifier>> set(
      SeedSettings.Said<List<String>> said, Table table, Set<Identifier> given) {
    var columns = said.value().stream().filter(it -> !it.isEmpty()).map(Identifier::of).toList();
    var isKey =
        table.keyColumns().stream().anyMatch(it -> Set.copyOf(it).equals(Set.copyOf(columns)));
    if (isKey && given.containsAll(columns)) {
      return Optional.of(columns);
    }
    diagnostics.add(
        Diagnostic.of(
                SeedCode.NO_KEY,
                said.place(),
                isKey
                    ? "Not every row of `%s` gives this key.".formatted(table.name())
                    : "These columns are no key of `%s`.".formatted(table.name()))
            .withAdvice("Its keys: %s.".formatted(DestinationReader.keys(table.keyColumns()))));
    return Optional.empty();
  }
}
