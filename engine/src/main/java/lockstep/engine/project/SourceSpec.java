package lockstep.engine.project;

import java.nio.file.Path;
import java.util.List;
import lockstep.engine.postgres.ConnectionUrl;

/// Where a schema is to be read from, as a call or the settings name it.
public sealed interface SourceSpec {
  /// Returns how messages call it; shows no password.
  String label();

  /// A Prisma schema.
  ///
  /// @param path a file, or a folder of which all `.prisma` files are one schema
  /// @param sql what says the rest
  record Prisma(Path path, String label, SqlBeside sql) implements SourceSpec {
    /// A schema of which nobody says where its SQL is.
    public Prisma(Path path, String label) {
      this(path, label, SqlBeside.of(path));
    }

    Prisma with(SqlBeside other) {
      return new Prisma(path, label, other);
    }
  }

  /// A live database, which is only read.
  record Database(ConnectionUrl url, String label) implements SourceSpec {
    public Database(ConnectionUrl url) {
      this(url, "database " + url.database());
    }
  }

  /// SQLAlchemy models, imported by the user's own interpreter.
  ///
  /// @param modules names to import, as in `app.models` or, for one of its MetaData,
  ///   `app.models:Base`
  /// @param folder where imports start
  record Python(List<String> modules, Path folder, String label) implements SourceSpec {
    public Python {
      modules = List.copyOf(modules);
    }
  }

  /// SQL, executed on the shadow server.
  ///
  /// @param path a file, or a folder whose `.sql` files run in the order of their names
  record Sql(Path path, String label) implements SourceSpec {}

  /// A folder of migrations as Prisma lays it out, executed on the shadow server.
  record Migrations(Path path, String label) implements SourceSpec {}

  /// A database in which nothing was created.
  record Empty() implements SourceSpec {
    @Override
    public String label() {
      return "empty:";
    }
  }
}
