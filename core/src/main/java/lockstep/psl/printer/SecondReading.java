package lockstep.psl.printer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import lockstep.diagnostic.Diagnostic;
import lockstep.mapping.Mapping;
import lockstep.mapping.Reading;
import lockstep.psl.PslReader;
import lockstep.schema.Column;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;
import lockstep.text.SourceText;

/// Reads what was printed and reports each object that does not come back, unless somebody has: so
/// that nothing is lost in silence, whatever a schema may hold in time.
final class SecondReading {
  private final Schema again;
  private final Losses losses;

  private SecondReading(Schema again, Losses losses) {
    this.again = again;
    this.losses = losses;
  }

  static void check(Schema schema, Mapping mapping, SourceText text, Losses losses) {
    var reading = PslReader.read(List.of(text));
    if (reading.hasErrors()) {
      invalid(reading, losses);
      return;
    }
    var check = new SecondReading(reading.schema(), losses);
    check.compare(
        schema.extensions(), reading.schema().extensions(), it -> ObjectPath.extension(it.name()));
    schema.namespaces().forEach(check::namespace);
    new SecondMapping(reading.mapping(), losses).check(mapping);
  }

  private static void invalid(Reading reading, Losses losses) {
    reading.diagnostics().stream()
        .filter(Diagnostic::isError)
        .findFirst()
        .ifPresent(it -> losses.invalid(it.fact()));
  }

  private void namespace(Namespace in) {
    var other = again.namespace(in.name()).orElseGet(() -> Namespace.empty(in.name()));
    compare(in.enums(), other.enums(), it -> path(Kind.ENUM, in, it.name()));
    compare(in.domains(), other.domains(), it -> path(Kind.DOMAIN, in, it.name()));
    compare(in.sequences(), other.sequences(), it -> path(Kind.SEQUENCE, in, it.name()));
    compare(in.views(), other.views(), it -> path(Kind.VIEW, in, it.name()));
    compare(shells(in.tables()), shells(other.tables()), it -> path(Kind.TABLE, in, it.name()));
    for (var table : in.tables()) {
      other.table(table.name()).ifPresent(it -> table(in, table, it));
    }
    for (var table : other.tables()) {
      if (in.table(table.name()).isEmpty()) {
        losses.changed(
            path(Kind.TABLE, in, table.name()), "the relation that needs it brings a table.");
      }
    }
    if (in.equals(Namespace.empty(in.name())) && again.namespace(in.name()).isEmpty()) {
      losses.notSaid(ObjectPath.namespace(in.name()));
    }
  }

  private void table(Namespace in, Table table, Table other) {
    var name = QualifiedName.of(in.name(), table.name());
    var path = ObjectPath.table(name);
    compare(table.columns(), other.columns(), it -> ObjectPath.column(name, it.name()));
    compare(
        table.constraints(),
        other.constraints(),
        it -> ObjectPath.of(Kind.CONSTRAINT, name, it.name()));
    compare(table.indexes(), other.indexes(), it -> ObjectPath.of(Kind.INDEX, name, it.name()));
    var hasMore = !names(table).containsAll(names(other)) || !columns(table).equals(columns(other));
    if (hasMore && losses.nameNothingIn(path)) {
      losses.notSaid(path);
    }
  }

  private static List<Identifier> names(Table table) {
    var names = new ArrayList<Identifier>();
    table.constraints().forEach(it -> names.add(it.name()));
    table.indexes().forEach(it -> names.add(it.name()));
    return names;
  }

  private static List<Identifier> columns(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  /// Tables without what has a path of its own.
  private static List<Table> shells(List<Table> tables) {
    return tables.stream().map(it -> it.with(List.of(), List.of(), List.of())).toList();
  }

  private static ObjectPath path(Kind kind, Namespace in, Identifier name) {
    return ObjectPath.of(kind, QualifiedName.of(in.name(), name));
  }

  private <T> void compare(List<T> given, List<T> again, Function<T, ObjectPath> path) {
    var byPath = new HashMap<ObjectPath, T>();
    again.forEach(it -> byPath.put(path.apply(it), it));
    for (var it : given) {
      var at = path.apply(it);
      if (!it.equals(byPath.get(at))) {
        losses.notSaid(at);
      }
    }
  }
}
