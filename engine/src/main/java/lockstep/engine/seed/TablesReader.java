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
  private final TableNames names;
  private final SeedSettings settings;
  private final List<Diagnostic> diagnostics;

  TablesReader(
      Schema schema, TableNames names, SeedSettings settings, List<Diagnostic> diagnostics) {
    this.schema = schema;
    this.names = names;
    this.settings = settings;
    this.diagnostics = diagnostics;
  }

  /// Returns a table for each name, with the rows of all files of that name.
  List<SeedTable> read(List<DataFile> files) {
    var byTable = new LinkedHashMap<QualifiedName, List<DataFile>>();
    for (var file : files) {
      var name = names.of(file.table());
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

  private Diagnostic noTable(DataFile file) {
    return Diagnostic.of(
            SeedCode.NO_SUCH_TABLE,
            new Place.File(file.text().name()),
            "There is no table `%s` for this file.".formatted(names.of(file.table())))
        .withAdvice(closest(file.table(), "Rename the file, or make the table first."));
  }

  private void known(String table, SeedSettings.Said<?> said) {
    if (schema.table(names.of(table)).isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  SeedCode.NO_SUCH_TABLE,
                  said.place(),
                  "There is no table `%s`.".formatted(names.of(table)))
              .withAdvice(closest(table, "Mend the name, or make the table first.")));
    }
  }

  private String closest(String table, String otherwise) {
    var known = schema.tables().map(it -> names.shown(it.name())).toList();
    return Closest.to(table, known).map("Did you mean `%s`?"::formatted).orElse(otherwise);
  }

  private Optional<SeedTable> table(QualifiedName name, List<DataFile> files) {
    var table = schema.table(name).orElseThrow();
    var before = diagnostics.size();
    var groups = groups(files, name);
    if (diagnostics.size() > before) {
      return Optional.empty();
    }
    return key(name, table, groups).map(it -> new SeedTable(name, table, it, groups));
  }

  private List<SeedTable.Group> groups(List<DataFile> files, QualifiedName name) {
    var destinations = new DestinationReader(schema, names, name, diagnostics);
    var byShape = new LinkedHashMap<List<String>, List<DataRow>>();
    for (var file : files) {
      for (var row : file.rows()) {
        byShape.computeIfAbsent(destinations.shape(row.cells()), _ -> new ArrayList<>()).add(row);
      }
    }
    return byShape.values().stream()
        .map(
            rows ->
                new SeedTable.Group(
                    destinations.read(rows.getFirst().cells(), rows.getFirst()), rows))
        .toList();
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
      if (names.of(it.getKey()).equals(name)) {
        return set(it.getValue(), name, given);
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
            ? noKey(name, table, groups.getLast().rows().getFirst())
            : severalKeys(name, found, groups.getFirst().rows().getFirst()));
    return Optional.empty();
  }

  private Diagnostic noKey(QualifiedName name, Table table, DataRow row) {
    return Diagnostic.of(
            SeedCode.NO_KEY,
            row.place(),
            "No key of `%s` is given in every row.".formatted(names.shown(name)))
        .withAdvice("Its keys: %s.".formatted(DestinationReader.keys(table.keyColumns())));
  }

  private Diagnostic severalKeys(QualifiedName name, List<List<Identifier>> keys, DataRow row) {
    var first =
        keys.getFirst().stream().map(it -> '"' + it.text() + '"').collect(Collectors.joining(", "));
    return Diagnostic.of(
            SeedCode.NO_KEY,
            row.place(),
            "A row of `%s` could be known by %s."
                .formatted(names.shown(name), DestinationReader.keys(keys)))
        .withAdvice(
            "Say which in lockstep.toml, as in `%s = [%s]` under `[seed.keys]`."
                .formatted(tomlKey(names.shown(name)), first));
  }

  private static String tomlKey(String name) {
    return name.matches("[A-Za-z0-9_-]+") ? name : '"' + name + '"';
  }

  private Optional<List<Identifier>> set(
      SeedSettings.Said<List<String>> said, QualifiedName name, Set<Identifier> given) {
    var table = schema.table(name).orElseThrow();
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
                    ? "Not every row of `%s` gives this key.".formatted(names.shown(name))
                    : "These columns are no key of `%s`.".formatted(names.shown(name)))
            .withAdvice("Its keys: %s.".formatted(DestinationReader.keys(table.keyColumns()))));
    return Optional.empty();
  }
}
