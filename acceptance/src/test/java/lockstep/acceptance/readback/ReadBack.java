package lockstep.acceptance.readback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.check.drift.Ignored;
import lockstep.diagnostic.PlainRenderer;
import lockstep.diff.Differ;
import lockstep.emit.sqlalchemy.SqlAlchemyEmitter;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions;
import lockstep.engine.Progress;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.project.Environment;
import lockstep.engine.project.PythonSettings;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Tools;
import lockstep.engine.testing.TestServer;
import lockstep.engine.workflow.SourceReader;
import lockstep.mapping.Reading;
import lockstep.psl.PslReader;

/// Writes the models of a schema, reads them by the probe, and compares.
final class ReadBack implements AutoCloseable {
  private final Path folder;
  private final SourceReader reader;

  ReadBack(PythonEnvironment python, Path folder) {
    var settings =
        new PythonSettings(
            Optional.of(python.program("python").toString()),
            Optional.empty(),
            Optional.empty(),
            PythonSettings.DEFAULT_TIMEOUT);
    var tools =
        new Tools(new ShadowSettings.Embedded(TestServer.settings()), settings, Ignored.NONE);
    this.folder = folder;
    this.reader = new SourceReader(Environment.ofProcess(), folder, tools, Progress.SILENT);
  }

  /// @param lost what the mapper could not say
  record Result(Outcome outcome, Set<Unsayable> lost) {}

  sealed interface Outcome {
    /// @param difference empty when all came back
    record Compared(Optional<String> difference) implements Outcome {}

    /// PostgreSQL does not take the schema itself.
    record Unrunnable() implements Outcome {}
  }

  Result of(SchemaCase schema) throws IOException {
    var given = PslReader.read(schema.files());
    if (given.hasErrors()) {
      var rejected = new Outcome.Compared(Optional.of("our reader rejects it"));
      return new Result(rejected, Set.of());
    }
    var source = new SqlAlchemyOptions.Source("schema.prisma", "");
    var options = SqlAlchemyOptions.standard("app.models", source);
    var emission = SqlAlchemyEmitter.emit(given.schema(), given.mapping(), options);
    var code = Files.createTempDirectory(folder, "models");
    for (var file : emission.files()) {
      var path = code.resolve("app/models").resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.content());
    }
    var prisma = new SourceSpec.Prisma(code, schema.name());
    var settled = reader.settle(given, prisma);
    if (settled.hasErrors()) {
      return new Result(new Outcome.Unrunnable(), Set.of());
    }
    var read = reader.read(new SourceSpec.Python(List.of("app.models"), code, "models"));
    var seen = MapperSight.of(given.mapping(), emission.names());
    return new Result(new Outcome.Compared(difference(settled, read, seen)), seen.lost());
  }

  private static Optional<String> difference(Reading given, Reading read, MapperSight.Seen seen) {
    var all = new ArrayList<String>();
    read.diagnostics().stream()
        .filter(it -> it.isError())
        .forEach(it -> all.add(PlainRenderer.render(it)));
    if (all.isEmpty()) {
      Differ.diff(given.schema(), read.schema()).forEach(it -> all.add(it.toString()));
      all.addAll(lines("-", MappingLines.of(seen.mapping()), MappingLines.of(read.mapping())));
      all.addAll(lines("+", MappingLines.of(read.mapping()), MappingLines.of(seen.mapping())));
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", all));
  }

  private static List<String> lines(String sign, TreeSet<String> these, TreeSet<String> those) {
    return these.stream().filter(it -> !those.contains(it)).map(it -> sign + " " + it).toList();
  }

  @Override
  public void close() {
    reader.close();
  }
}
