package lockstep.engine.source.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import lockstep.engine.project.SourceSpec;
import lockstep.sql.ScriptPart;
import lockstep.sql.SqlToken;
import lockstep.sql.StatementSplitter;
import lockstep.text.SourceText;

/// The SQL files that belong to a Prisma schema, read.
public final class DeclaredFiles {
  private static final Set<String> QUERIES = Set.of("select", "insert", "update", "delete", "with");

  private DeclaredFiles() {}

  /// Reads the files in the order of their names, which says nothing. The queries for which Prisma
  /// generates functions, in a folder `sql` of its schema (Prisma 7, TypedSQL), are not among them.
  ///
  /// @param show how messages name a path
  public static SqlFiles read(SourceSpec.Prisma schema, Function<Path, String> show) {
    try {
      var files = schema.sql().find().stream().sorted(NaturalOrder.OF_PATHS).toList();
      var read = SqlFiles.read(files, show);
      var inSchema = files.stream().filter(it -> it.startsWith(schema.path())).map(show).toList();
      var scripts =
          read.scripts().stream()
              .filter(it -> !(inSchema.contains(it.name()) && isTypedQuery(it)))
              .toList();
      return new SqlFiles(scripts, read.diagnostics());
    } catch (IOException e) {
      return SqlFiles.none(SqlFiles.unreadable(show.apply(schema.path()), e));
    }
  }

  private static boolean isTypedQuery(SourceText script) {
    return Path.of(script.name()).getParent() instanceof Path folder
        && folder.endsWith("sql")
        && StatementSplitter.split(script.content()).stream()
            .allMatch(
                it -> it instanceof ScriptPart.Statement(var span) && isQuery(script.text(span)));
  }

  private static boolean isQuery(String statement) {
    return SqlToken.of(statement, 1).stream().anyMatch(it -> QUERIES.contains(it.text()));
  }
}
