package lockstep.acceptance.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.ScratchServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every command in the manual does what the page says, on a copy of the sample and its database.
class ManualTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir Path folder;

  static Stream<String> pages() throws IOException {
    try (var files = Files.list(Checkout.root().resolve("docs/manual"))) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith(".md"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandDoesWhatThePageSays(String name) throws IOException {
    var page =
        ManualPage.of(name, Files.readString(Checkout.root().resolve("docs/manual").resolve(name)));
    var project = folder.resolve("file-cleanup");
    copy(Checkout.root().resolve("samples/file-cleanup"), project);
    try (var database = ScratchServer.instance().scratch()) {
      assertThat(database.run(history(project))).isEmpty();
      var environment = environment(database);
      for (var step : page.steps()) {
        perform(step, project, database, environment);
      }
    }
  }

  private static void perform(
      ManualPage.Step step,
      Path project,
      ScratchServer.Scratch database,
      Map<String, String> environment)
      throws IOException {
    switch (step) {
      case ManualPage.Step.Run(var command, var exit) -> {
        var result = Command.run(project, environment, LIMIT, List.of("sh", "-c", command));
        assertThat(result.exit())
            .as("%s%n%s%s", command, result.output(), result.errors())
            .isEqualTo(exit);
      }
      case ManualPage.Step.Edit(var file, var from, var to) -> {
        var text = Files.readString(project.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(project.resolve(file), text.replace(from, to));
      }
      case ManualPage.Step.Sql(var statement) -> assertThat(database.run(statement)).isEmpty();
    }
  }

  /// The sample's migrations, on a database without the extensions that other tests want.
  private static String history(Path project) throws IOException {
    var migration =
        project.resolve("packages/db/prisma/migrations/20260112090000_init/migration.sql");
    return """
        DROP EXTENSION IF EXISTS
          "uuid-ossp", pgcrypto, citext, pg_trgm, btree_gin, btree_gist, hstore, ltree;
        """
        + Files.readString(migration);
  }

  /// A PATH on which `lockstep` is this build, and the database as the project knows it.
  private Map<String, String> environment(ScratchServer.Scratch database) throws IOException {
    var programs = Files.createDirectories(folder.resolve("bin"));
    var lockstep = programs.resolve("lockstep");
    Files.writeString(
        lockstep,
        "#!/bin/sh\nexec '%s' -cp '%s' lockstep.cli.Main \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path")));
    assertThat(lockstep.toFile().setExecutable(true)).isTrue();
    return Map.of(
        "PATH", programs + ":" + System.getenv("PATH"), "DATABASE_URL", database.url().reveal());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        if (!file.toString().contains("__pycache__")) {
          Files.copy(file, to.resolve(from.relativize(file)));
        }
      }
    }
  }
}
