package lockstep.engine.migrate.prisma;

import java.util.Set;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.postgres.OtherCase;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.migration.Migration;
import lockstep.sql.Quote;

/// What a failed migration comes of, as far as the server's words tell, and what to do about it.
record Cause(MigrateCode code, String advice) {
  /// A table or index, a column, an object of another kind, a function, a schema.
  private static final Set<String> DUPLICATE = Set.of("42P07", "42701", "42710", "42723", "42P06");

  /// Nothing is wrong with it: somebody wanted the process to end.
  static Cause interrupted(String again) {
    return new Cause(MigrateCode.MIGRATION_FAILED, "To go on, call %s.".formatted(again));
  }

  /// @param again the command that goes on with the migration
  static Cause of(SqlError error, Session session, Migration migration, String again) {
    var meant = OtherCase.meant(error, session, migration.script().content());
    if (meant.isPresent()) {
      return new Cause(
          MigrateCode.OTHER_CASE,
          "Write `%s`, with these quotes, as it is called; then call %s."
              .formatted(Quote.name(meant.get()), again));
    }
    return DUPLICATE.contains(error.state())
        ? new Cause(
            MigrateCode.THERE_ALREADY,
            "Where all that it makes is there, call `lockstep migrate resolve --applied %s`; else take away what is there, then call %s."
                .formatted(migration.name(), again))
        : new Cause(
            MigrateCode.MIGRATION_FAILED, "Mend what it says, then call %s.".formatted(again));
  }
}
