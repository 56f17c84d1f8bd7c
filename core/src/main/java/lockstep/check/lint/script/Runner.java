package lockstep.check.lint.script;

/// Who runs a script, as far as its name tells, and so what runs in one transaction.
public enum Runner {
  /// Prisma Migrate sends a file at once: PostgreSQL takes several statements for one transaction.
  PRISMA,
  /// Flyway opens a transaction for each file, unless none of its statements can run in one.
  FLYWAY,
  /// Nobody that is known: each statement by itself, as `psql -f` runs it.
  UNKNOWN;

  /// @param script the name of a script's file
  public static Runner of(String script) {
    var path = script.replace('\\', '/');
    var name = path.substring(path.lastIndexOf('/') + 1);
    if (name.equals("migration.sql")) {
      return PRISMA;
    }
    return name.matches("(V[0-9][0-9._]*|R)__.*\\.sql") ? FLYWAY : UNKNOWN;
  }

  public boolean wrapsScript() {
    return this != UNKNOWN;
  }

  public String title() {
    return switch (this) {
      case PRISMA -> "Prisma";
      case FLYWAY -> "Flyway";
      case UNKNOWN -> "psql";
    };
  }
}
