package lockstep.migration;

import java.util.Optional;

/// How one migration stands: what lies on disk beside what the database recorded. Exactly one of
/// these holds.
public sealed interface Standing {
  String name();

  /// It is on disk and the database has it.
  record Applied(Migration migration, Recorded row, Checksum.Agreement text) implements Standing {
    @Override
    public String name() {
      return migration.name();
    }
  }

  /// It is on disk and the database is to get it.
  ///
  /// @param rolledBack the last attempt, where there was one
  /// @param overtakenBy the last migration that was applied although its name comes later, as where
  ///   two branches were merged
  record Pending(Migration migration, Optional<Recorded> rolledBack, Optional<String> overtakenBy)
      implements Standing {
    @Override
    public String name() {
      return migration.name();
    }
  }

  /// It began and did not end well. Nothing is applied until somebody says what became of it.
  record Failed(Optional<Migration> migration, Recorded row) implements Standing {
    @Override
    public String name() {
      return row.name();
    }
  }

  /// The database has it and the disk lacks it, although later ones are there.
  record Missing(Recorded row) implements Standing {
    @Override
    public String name() {
      return row.name();
    }
  }

  /// The database has it, and it comes after all that is on disk: somebody deployed from a newer
  /// state of the project.
  record Unknown(Recorded row) implements Standing {
    @Override
    public String name() {
      return row.name();
    }
  }

  /// The database has it, and on disk is one migration in the place of it and others.
  ///
  /// @param by the name of that one
  record Squashed(Recorded row, String by) implements Standing {
    @Override
    public String name() {
      return row.name();
    }
  }

  /// It was rolled back and is not on disk any more. Nothing is to be done.
  record RolledBack(Recorded row) implements Standing {
    @Override
    public String name() {
      return row.name();
    }
  }
}
