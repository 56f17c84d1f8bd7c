package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.project.Environment;
import lockstep.engine.source.prisma.HistoryReplay;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.schema.Schema;
import lockstep.sql.Names;

/// Begins a file of tests for a project of its user's: every migration there and back, the tables
/// there, a row written and read. It is theirs from then on.
public final class MigrationTests {
  private MigrationTests() {}

  /// Who runs the tests.
  public enum Runner {
    PYTEST("pytest", "tests/test_migrations.py"),
    VITEST("vitest", "tests/migrations.test.ts"),
    JUNIT("junit", "src/test/java/MigrationsTest.java");

    private final String word;
    private final String file;

    Runner(String word, String file) {
      this.word = word;
      this.file = file;
    }

    public String word() {
      return word;
    }

    /// Returns where such tests usually lie, in the folder of a project.
    public String usualFile() {
      return file;
    }
  }

  /// @param migrations the folder
  /// @param project the folder that the tests call Lockstep in
  /// @param folder that JUnit runs in
  /// @param mayReplace whether a file that is there is written anew
  public record Request(
      Runner runner,
      Path file,
      Path migrations,
      Path project,
      Path folder,
      boolean mayReplace,
      SourceReader reader,
      Environment environment) {}

  /// Returns why nothing was written; empty where all went well.
  public static List<Diagnostic> run(Request request) {
    var show = request.environment();
    var folder = MigrationFolder.read(request.migrations(), show::show);
    if (!folder.diagnostics().isEmpty()) {
      return folder.diagnostics();
    }
    var begun = new BegunFile(request.file(), request.mayReplace(), show);
    if (!begun.inTheWay().isEmpty()) {
      return begun.inTheWay();
    }
    try (var database = request.reader().shadow().create()) {
      var replay = new HistoryReplay(database);
      var said = replay.run(folder.migrations());
      if (said.stream().anyMatch(Diagnostic::isError)) {
        return said;
      }
      var schema = replay.read("history").schema();
      return begun.write(() -> text(request, schema, SampleRow.find(schema, database)));
    }
  }

  private static String text(Request request, Schema schema, Optional<SampleRow> row) {
    var word = request.runner().word();
    var from = request.runner() == Runner.JUNIT ? request.folder() : request.file().getParent();
    var names = Names.qualified(schema.extensions());
    var tables =
        schema
            .tables()
            .map(it -> indent(request.runner()) + quoted(names.of(it.name())))
            .collect(Collectors.joining(",\n"));
    return template(word)
        .replace("@ROOT@", quoted(relative(from, request.project())))
        .replace("@MIGRATIONS@", quoted(relative(request.project(), request.migrations())))
        .replace("@TABLES@", request.runner() == Runner.PYTEST ? tables + "," : tables)
        .replace("@ROW@\n", row.map(it -> rowTest(word, it)).orElse(""));
  }

  private static String rowTest(String word, SampleRow row) {
    return template(word + "-row")
        .replace("@INSERT@", quoted(row.insert()))
        .replace("@SELECT@", quoted(row.select()));
  }

  private static String indent(Runner runner) {
    return switch (runner) {
      case PYTEST -> "    ";
      case VITEST -> "  ";
      case JUNIT -> "          ";
    };
  }

  /// All three languages read a text as JSON has it.
  private static String quoted(String text) {
    var json = JsonWriter.compact();
    json.value(text);
    return json.toString();
  }

  private static String relative(Path from, Path to) {
    var path = from.toAbsolutePath().normalize().relativize(to.toAbsolutePath().normalize());
    return path.toString().isEmpty() ? "." : path.toString().replace('\\', '/');
  }

  private static String template(String name) {
    return Template.read("scaffold/%s.txt".formatted(name));
  }
}
