package lockstep.acceptance.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
import lockstep.check.drift.Drift;
import lockstep.check.drift.DriftCode;
import lockstep.check.drift.Ignored;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.PlainRenderer;
import lockstep.engine.Progress;
import lockstep.engine.migrate.Patience;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Project;
import lockstep.engine.project.PythonSettings;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Tools;
import lockstep.engine.testing.TestServer;
import lockstep.engine.workflow.Consent;
import lockstep.engine.workflow.PlanChanges;
import lockstep.engine.workflow.PushSchema;
import lockstep.engine.workflow.RunChecks;
import lockstep.engine.workflow.SourceReader;
import lockstep.mapping.Reading;
import lockstep.plan.Style;
import lockstep.schema.ObjectPath;
import lockstep.text.SourceText;

/// A schema in files, and what `check` and `push` make of it and a database.
///
/// @param path the file, or a folder of files
record WrittenSchema(Path path) {
  /// @param parent where a folder for the files is made
  static WrittenSchema of(Path parent, List<SourceText> files) {
    try {
      var folder = Files.createTempDirectory(parent, "schema");
      for (var i = 0; i < files.size(); i++) {
        Files.writeString(folder.resolve("%04d.prisma".formatted(i)), files.get(i).content());
      }
      return new WrittenSchema(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Reading read() {
    try (var reader = reader()) {
      return reader.read(spec());
    }
  }

  RunChecks.Outcome check(Scratch database) {
    var project =
        new Project(
            folder(),
            Optional.empty(),
            spec(),
            List.of(),
            List.of(),
            Optional.of(database.url()),
            folder().resolve("migrations"),
            Optional.empty(),
            tools(),
            List.of());
    var outcome = RunChecks.run(new RunChecks.Request(project, environment(), Progress.SILENT));
    assertThat(outcome.failures()).isEmpty();
    return outcome;
  }

  /// Returns what `check` has to say, if anything: not what it leaves alone, nor that views are
  /// missing, which a schema names and somebody else makes.
  Optional<String> drift(Scratch database) {
    var outcome = check(database);
    var drifts =
        outcome.drifts().stream()
            .filter(it -> it.object().kind() != ObjectPath.Kind.VIEW)
            .map(Drift::diagnostic);
    var all =
        Stream.concat(drifts, outcome.diagnostics().stream())
            .filter(it -> it.code() != DriftCode.LEFT_ALONE && !isAboutTheSchemaAlone(it))
            .map(PlainRenderer::render)
            .collect(Collectors.joining());
    return Optional.of(all).filter(it -> !it.isEmpty());
  }

  private static boolean isAboutTheSchemaAlone(Diagnostic it) {
    return !it.isError() && it.code().id().startsWith("PSL");
  }

  /// Makes a database equal to the schema; returns why not, if anything stands against it.
  Optional<String> push(Scratch database) {
    try (var reader = reader()) {
      var outcome =
          PushSchema.run(
              new PushSchema.Request(
                  spec(),
                  database.url(),
                  reader,
                  Style.ONLINE,
                  new Consent(List.of(), List.of()),
                  PlanChanges.Trial.WANTED,
                  Optional.of(Patience.USUAL)));
      return outcome.diagnostics().stream()
          .filter(Diagnostic::isError)
          .map(PlainRenderer::render)
          .findFirst();
    }
  }

  private SourceSpec.Prisma spec() {
    return new SourceSpec.Prisma(path, "schema.prisma");
  }

  private SourceReader reader() {
    return new SourceReader(environment(), folder(), tools(), Progress.SILENT);
  }

  private Environment environment() {
    return new Environment(Map.of(), folder(), folder());
  }

  private Path folder() {
    return path.getParent();
  }

  private static Tools tools() {
    return new Tools(
        new ShadowSettings.Embedded(TestServer.settings()), PythonSettings.DEFAULT, Ignored.NONE);
  }
}
