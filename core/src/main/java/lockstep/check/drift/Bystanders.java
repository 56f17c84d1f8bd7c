package lockstep.check.drift;

import java.util.Optional;
import java.util.Set;
import lockstep.diff.Change;

/// Tables in which other tools keep their own records.
final class Bystanders {
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

  /// Returns whether a change is the presence of such a table on one side only, where nobody wrote
  /// that it shall be there.
  static boolean owns(Change change, Findings findings) {
    var isOneSided = change instanceof Change.CreateTable || change instanceof Change.DropTable;
    return isOneSided
        && TABLES.contains(change.object().names().getLast().text())
        && !findings.isDeclared(change.object());
  }

  static Drift leftAlone(Change change, Findings findings) {
    var isInFrom = change instanceof Change.DropTable;
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
