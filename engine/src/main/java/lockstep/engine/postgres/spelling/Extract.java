package lockstep.engine.postgres.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.diff.Pair;
import lockstep.schema.ColumnValue;
import lockstep.schema.CompositeType;
import lockstep.schema.Constraint;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Extension;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.OptionsObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Sequence;
import lockstep.schema.Table;

/// As much of a schema as its doubtful parts need in order to stand.
final class Extract {
  private Extract() {}

  /// All types and sequences, and extensions of any version, with those that only the other schema
  /// has, as this one may take them for granted; the doubtful tables without foreign keys; for
  /// views, all of both; and the functions that any of these name.
  static Schema of(Schema schema, Schema other, Doubtful doubtful) {
    var routines = NeededRoutines.of(doubtful, schema, other);
    var namespaces = new ArrayList<Namespace>();
    for (var pair : Pair.match(schema.namespaces(), other.namespaces(), Namespace::name)) {
      namespaces.add(
          switch (pair) {
            case Pair.Added(var it) -> types(Namespace.empty(it.name()), it, doubtful);
            case Pair.Dropped(var it) -> types(it, Namespace.empty(it.name()), doubtful);
            case Pair.Kept(var it, var that) -> types(it, that, doubtful);
          });
    }
    for (var in : routines.keySet()) {
      var at = namespaces.stream().map(Namespace::name).toList().indexOf(in);
      var objects = new ArrayList<SchemaObject>(namespaces.get(at).objects());
      objects.addAll(routines.get(in));
      namespaces.set(at, namespaces.get(at).withObjects(objects));
    }
    return new Schema(
        union(schema.extensions(), other.extensions(), Extension::name).stream()
            .map(Extension::ofAnyVersion)
            .toList(),
        namespaces,
        schema.dependencies().and(other.dependencies()));
  }

  private static <T> List<T> union(List<T> own, List<T> others, Function<T, Identifier> name) {
    var all = new ArrayList<T>();
    for (var pair : Pair.match(own, others, name)) {
      all.add(
          switch (pair) {
            case Pair.Added(var it) -> it;
            case Pair.Dropped(var it) -> it;
            case Pair.Kept(var it, var _) -> it;
          });
    }
    return all;
  }

  private static Namespace types(Namespace it, Namespace other, Doubtful doubtful) {
    var tables =
        it.tables().stream()
            .filter(table -> isNeeded(QualifiedName.of(it.name(), table.name()), doubtful))
            .map(Extract::alone)
            .toList();
    return Namespace.of(
        it.name(),
        Optional.empty(),
        union(it.enums(), other.enums(), EnumType::name),
        union(it.compositeTypes(), other.compositeTypes(), CompositeType::name),
        union(it.optionsObjects(), other.optionsObjects(), OptionsObject::name),
        union(it.domains(), other.domains(), Domain::name),
        union(it.sequences(), other.sequences(), Sequence::name).stream()
            .filter(sequence -> !isMadeWith(tables, QualifiedName.of(it.name(), sequence.name())))
            .map(Extract::unowned)
            .toList(),
        tables,
        doubtful.hasViews() ? it.views() : List.of());
  }

  private static boolean isNeeded(QualifiedName table, Doubtful doubtful) {
    return doubtful.hasViews() || doubtful.tables().contains(table);
  }

  /// Whether a column brings the sequence, which the other schema has by itself.
  private static boolean isMadeWith(List<Table> tables, QualifiedName sequence) {
    return tables.stream()
        .flatMap(it -> it.columns().stream())
        .anyMatch(
            it ->
                it.value() instanceof ColumnValue.Serial(var name, var _) && name.equals(sequence));
  }

  private static Sequence unowned(Sequence it) {
    return new Sequence(it.name(), it.options(), Optional.empty(), Optional.empty());
  }

  private static Table alone(Table it) {
    return new Table(
        it.name(),
        it.columns(),
        it.constraints().stream()
            .filter(constraint -> !(constraint instanceof Constraint.ForeignKey))
            .toList(),
        it.indexes(),
        it.comment());
  }
}
