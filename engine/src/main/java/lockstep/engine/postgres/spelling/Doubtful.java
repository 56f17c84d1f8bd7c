package lockstep.engine.postgres.spelling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lockstep.diff.Change;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.ColumnValue;
import lockstep.schema.Constraint;
import lockstep.schema.Domain;
import lockstep.schema.Index;
import lockstep.schema.QualifiedName;
import lockstep.schema.View;

/// The objects of which it is open whether they differ or are only spelled differently.
///
/// @param hasTypes whether domains are among them
/// @param hasViews whether views are among them
record Doubtful(Set<QualifiedName> tables, boolean hasTypes, boolean hasViews) {
  static Doubtful among(List<Change> changes) {
    var tables = new LinkedHashSet<QualifiedName>();
    changes.forEach(it -> tables.addAll(table(it)));
    tables.addAll(withPartners(changes));
    return new Doubtful(
        tables,
        changes.stream()
            .anyMatch(it -> it instanceof Change.AlterObject(var _, Domain _, Domain _)),
        changes.stream().anyMatch(Doubtful::isAboutQueries));
  }

  boolean isEmpty() {
    return tables.isEmpty() && !hasTypes && !hasViews;
  }

  private static boolean isAboutQueries(Change change) {
    return change instanceof Change.AlterObject(var _, View from, View to)
        && from.query().isPresent()
        && to.query().isPresent();
  }

  private static List<QualifiedName> table(Change change) {
    if (change instanceof Change.AlterColumn it && isOpen(it.from(), it.to())) {
      return List.of(it.table());
    }
    if (change instanceof Change.AlterConstraint it && hasText(it.to())) {
      return List.of(it.table());
    }
    return change instanceof Change.AlterIndex it ? List.of(it.table()) : List.of();
  }

  /// A dropped and an added part may be the same part under two names.
  private static List<QualifiedName> withPartners(List<Change> changes) {
    var dropped = new LinkedHashSet<QualifiedName>();
    var added = new LinkedHashSet<QualifiedName>();
    for (var change : changes) {
      switch (change) {
        case Change.DropConstraint it when hasText(it.constraint()) -> dropped.add(it.table());
        case Change.AddConstraint it when hasText(it.constraint()) -> added.add(it.table());
        case Change.DropIndex it when hasText(it.index()) -> dropped.add(it.table());
        case Change.AddIndex it when hasText(it.index()) -> added.add(it.table());
        default -> {}
      }
    }
    dropped.retainAll(added);
    return new ArrayList<>(dropped);
  }

  private static boolean isOpen(Column from, Column to) {
    return isOpaque(from.type())
        || isOpaque(to.type())
        || !from.value().equals(to.value()) && hasText(from.value()) && hasText(to.value());
  }

  private static boolean isOpaque(ColumnType type) {
    return switch (type) {
      case ColumnType.Opaque _ -> true;
      case ColumnType.Array(var element, var _) -> isOpaque(element);
      case ColumnType.Scalar _,
          ColumnType.Enumerated _,
          ColumnType.OfDomain _,
          ColumnType.Composite _,
          ColumnType.Range _ ->
          false;
    };
  }

  /// A serial column's default is a text too, wherever somebody wrote it by hand.
  private static boolean hasText(ColumnValue value) {
    return switch (value) {
      case ColumnValue.Default _, ColumnValue.Generated _, ColumnValue.Serial _ -> true;
      case ColumnValue.None _, ColumnValue.Identity _ -> false;
    };
  }

  private static boolean hasText(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Check _, Constraint.Exclusion _ -> true;
      case Constraint.PrimaryKey _,
          Constraint.Unique _,
          Constraint.ForeignKey _,
          Constraint.NotNull _ ->
          false;
    };
  }

  private static boolean hasText(Index index) {
    return index.where().isPresent()
        || index.keys().stream()
            .anyMatch(
                it ->
                    it.operatorClass().isPresent()
                        || it.target() instanceof Index.Target.OfExpression);
  }
}
