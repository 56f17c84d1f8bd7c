package lockstep.check.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diff.Change;
import lockstep.mapping.Reading;
import lockstep.schema.Constraint;
import lockstep.schema.Namespace;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;

/// Tables in which other tools keep their own records.
public final class Bystanders {
  private static final Set<String> TABLES =
      Set.of(
          "_prisma_migrations",
          "alembic_version",
          "flyway_schema_history",
          "databasechangelog",
          "databasechangeloglock",
          "schema_migrations",
          "ar_internal_metadata",
          "django_migrations",
          "goose_db_version",
          "knex_migrations",
          "knex_migrations_lock",
          "_sqlx_migrations",
          "__diesel_schema_migrations",
          "__EFMigrationsHistory");

  private Bystanders() {}

  /// Returns what a database says without such tables, for code that is generated from it; a note
  /// names them. One that another table refers to stays.
  ///
  /// @param name what messages call the database
  public static Reading leaveOut(Reading reading, String name) {
    return leaveOut(reading, name, Schema.empty());
  }

  /// The same where a schema may name such a table: then it belongs to that.
  public static Reading leaveOut(Reading reading, String name, Schema declared) {
    var schema = reading.schema();
    var tables =
        schema
            .tables()
            .map(Schema.Named::name)
            .filter(it -> TABLES.contains(it.name().text()) && !isReferredTo(it, schema))
            .filter(it -> declared.table(it).isEmpty())
            .toList();
    if (tables.isEmpty()) {
      return reading;
    }
    var diagnostics = new ArrayList<>(reading.diagnostics());
    diagnostics.add(leftOut(tables, name));
    return new Reading(
        without(tables, schema),
        reading.said().map(said -> said.then(it -> it.without(tables::contains))),
        reading.origins(),
        diagnostics);
  }

  static boolean isReferredTo(QualifiedName table, Schema schema) {
    return schema
        .tables()
        .filter(it -> !it.name().equals(table))
        .flatMap(it -> it.value().constraints().stream())
        .anyMatch(
            it -> it instanceof Constraint.ForeignKey key && key.referencedTable().equals(table));
  }

  private static Schema without(List<QualifiedName> tables, Schema schema) {
    var namespaces = schema.namespaces().stream().map(it -> without(tables, it)).toList();
    return schema.withNamespaces(namespaces);
  }

  private static Namespace without(List<QualifiedName> tables, Namespace in) {
    return in.withObjects(
        in.objects().stream()
            .filter(
                it ->
                    !(it instanceof Table)
                        || !tables.contains(QualifiedName.of(in.name(), it.name())))
            .toList());
  }

  private static Diagnostic leftOut(List<QualifiedName> tables, String name) {
    var names =
        tables.stream().map(it -> "`" + it.name().text() + "`").collect(Collectors.joining(", "));
    var isOne = tables.size() == 1;
    return Diagnostic.of(
        DriftCode.LEFT_ALONE,
        (isOne
                ? "Table %s of %s belongs to another tool and was left out."
                : "Tables %s of %s belong to other tools and were left out.")
            .formatted(names, name));
  }

  /// Returns whether a change is the presence of such a table on one side only, where nobody wrote
  /// that it shall be there.
  static boolean owns(Change change, Findings findings) {
    var isOneSided =
        change instanceof Change.CreateObject(var _, Table _)
            || change instanceof Change.DropObject(var _, Table _);
    return isOneSided
        && TABLES.contains(change.object().names().getLast().text())
        && !findings.isDeclared(change.object());
  }

  static Drift leftAlone(Change change, Findings findings) {
    var isInFrom = change instanceof Change.DropObject;
    var fact =
        "%s of %s belongs to another tool and was left alone."
            .formatted(
                Findings.subject(change.object()),
                isInFrom ? findings.fromName() : findings.toName());
    return findings.drift(
        DriftCode.LEFT_ALONE,
        change.object(),
        fact,
        isInFrom ? Optional.of("table") : Optional.empty(),
        isInFrom ? Optional.empty() : Optional.of("table"));
  }
}
