package lockstep.engine.source.sqlalchemy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.diagnostic.Origins;
import lockstep.diagnostic.Place;
import lockstep.engine.project.Environment;
import lockstep.engine.source.sqlalchemy.ProbeReport.ModelFacts;
import lockstep.engine.source.sqlalchemy.ProbeReport.Spot;
import lockstep.engine.source.sqlalchemy.ProbeReport.Standing;
import lockstep.engine.source.sqlalchemy.ProbeReport.TableName;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;

/// Where tables and columns are written in the user's Python files.
final class ModelOrigins {
  private final Environment environment;
  private final ProbeReport report;
  private final PythonFiles files;
  private final Set<TableName> views = new HashSet<>();

  ModelOrigins(Environment environment, ProbeReport report, PythonFiles files) {
    this.environment = environment;
    this.report = report;
    this.files = files;
    report.tables().stream()
        .filter(it -> it.standing() == Standing.VIEW)
        .forEach(it -> views.add(it.name()));
  }

  static QualifiedName qualified(TableName name) {
    return QualifiedName.of(
        name.schema().map(Identifier::of).orElse(Schema.DEFAULT_NAMESPACE),
        Identifier.of(name.name()));
  }

  /// Where several classes show one table, the first that says something about an object counts.
  Origins all() {
    var places = new LinkedHashMap<ObjectPath, Place>();
    for (var table : report.tables()) {
      place(table.spot()).ifPresent(it -> places.put(path(table.name()), it));
    }
    var seen = new HashSet<TableName>();
    for (var model : report.models()) {
      var definition = files.find(model.name(), model.spot());
      if (definition.isPresent()) {
        if (seen.add(model.table())) {
          places.put(path(model.table()), placeOf(model.spot(), definition.get().line()));
        }
        columns(model, definition.get(), places);
      }
    }
    return Origins.of(places);
  }

  /// Returns where a table is declared, by its name as SQL quotes it.
  Optional<Place> ofTable(String quoted) {
    var plain = quoted.replace("\"", "");
    return report.tables().stream()
        .filter(
            it ->
                it.name()
                    .schema()
                    .map(s -> s + ".")
                    .orElse("")
                    .concat(it.name().name())
                    .equals(plain))
        .findFirst()
        .flatMap(it -> place(it.spot()));
  }

  private void columns(
      ModelFacts model, PythonClasses.Definition definition, Map<ObjectPath, Place> places) {
    for (var attribute : model.attributes()) {
      var path =
          ObjectPath.of(
              views.contains(model.table()) ? Kind.VIEW_COLUMN : Kind.COLUMN,
              qualified(model.table()),
              Identifier.of(attribute.column()));
      definition
          .attribute(attribute.name())
          .map(it -> placeOf(model.spot(), it.line()))
          .ifPresent(it -> places.putIfAbsent(path, it));
    }
  }

  private ObjectPath path(TableName name) {
    return ObjectPath.of(views.contains(name) ? Kind.VIEW : Kind.TABLE, qualified(name));
  }

  private Optional<Place> place(Spot spot) {
    return spot.file()
        .map(it -> environment.show(Path.of(it)))
        .map(
            it ->
                spot.line().isPresent()
                    ? new Place.InFile(it, spot.line().getAsInt())
                    : new Place.File(it));
  }

  private Place placeOf(Spot spot, int line) {
    return new Place.InFile(environment.show(Path.of(spot.file().orElseThrow())), line);
  }
}
