package lockstep.acceptance.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.oracle.ScratchServer;

/// A copy of a sample and a database for it, to change as one likes.
public final class SampleProject implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String COPY = "COPY_URL";

  private static final List<String> FILE_CLEANUP =
      List.of("packages/db/prisma/migrations/20260112090000_init/migration.sql");

  /// Where a sample's tables are, by its name; others make theirs themselves.
  private static final Map<String, List<String>> SCRIPTS =
      Map.of(
          "file-cleanup/before",
          FILE_CLEANUP,
          "file-cleanup/after",
          FILE_CLEANUP,
          "minions",
          List.of("db/schema.sql"));

  /// What other tests want and these projects do not have.
  private static final String WITHOUT_EXTENSIONS =
      """
      DROP EXTENSION IF EXISTS
        "uuid-ossp", pgcrypto, citext, pg_trgm, btree_gin, btree_gist, hstore, ltree;
      """;

  /// What a project has that was run where it is: none of it is the sample's.
  private static final Pattern MADE =
      Pattern.compile("/(__pycache__|node_modules|generated|\\.venv)(/|$)");

  private final Path folder;
  private final ScratchServer.Scratch database;
  private final Map<String, String> environment;

  private SampleProject(
      Path folder, ScratchServer.Scratch database, Map<String, String> environment) {
    this.folder = folder;
    this.database = database;
    this.environment = environment;
  }

  /// @param in a folder that is the test's own
  public static SampleProject copy(String name, Path in) throws IOException {
    var folder = files(name, in);
    var database = database(folder, scripts(name));
    return new SampleProject(folder, database, environment(in, database));
  }

  /// Returns a copy of a sample's files alone.
  public static Path files(String name, Path in) throws IOException {
    var folder = in.resolve(Path.of(name).getName(0));
    copy(Checkout.root().resolve("samples").resolve(name), folder);
    return folder;
  }

  /// Returns what makes a sample's tables, in order.
  public static List<String> scripts(String name) {
    return SCRIPTS.getOrDefault(name, List.of());
  }

  /// Returns an environment with the pins that file-cleanup has after the switch.
  public static PythonEnvironment fileCleanup() {
    var service = Checkout.root().resolve("samples/file-cleanup/after/services/api");
    return PythonEnvironment.ofProject("file-cleanup", service.resolve("requirements.txt"));
  }

  /// A project of the tests' own, with a database that has nothing in it.
  ///
  /// @param folder below `acceptance`
  public static SampleProject own(String folder, Path in) throws IOException {
    var project = in.resolve(folder);
    copy(Checkout.acceptance(folder), project);
    var database = ScratchServer.instance().plain();
    return new SampleProject(project, database, environment(in, database));
  }

  private static ScratchServer.Scratch database(Path folder, List<String> scripts)
      throws IOException {
    if (scripts.isEmpty()) {
      return ScratchServer.instance().plain();
    }
    var database = ScratchServer.instance().scratch();
    assertThat(database.run(WITHOUT_EXTENSIONS)).isEmpty();
    for (var it : scripts) {
      assertThat(database.run(Files.readString(folder.resolve(it)))).as(it).isEmpty();
    }
    return database;
  }

  public Path folder() {
    return folder;
  }

  public ScratchServer.Scratch database() {
    return database;
  }

  /// Runs a line of a shell; `lockstep` in it is this build. A line that names `COPY_URL` has a
  /// copy of the database as it is now.
  public Command.Result run(String line) {
    if (!line.contains(COPY)) {
      return run(line, environment);
    }
    try (var copy = database.copy()) {
      var variables = new HashMap<>(environment);
      variables.put(COPY, copy.url().reveal());
      return run(line, variables);
    }
  }

  private Command.Result run(String line, Map<String, String> variables) {
    return Command.run(folder, variables, LIMIT, List.of("sh", "-c", line));
  }

  /// Returns a program to start in a folder of the project.
  public ProcessBuilder program(String in, String... words) {
    var program = new ProcessBuilder(words).directory(folder.resolve(in).toFile());
    program.environment().putAll(environment);
    return program;
  }

  /// Replaces a text in a file.
  public void edit(String file, String from, String to) throws IOException {
    var text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }

  /// A PATH on which `lockstep` is this build, and the database as the project knows it.
  private static Map<String, String> environment(Path in, ScratchServer.Scratch database)
      throws IOException {
    var programs = Files.createDirectories(in.resolve("bin"));
    var lockstep = programs.resolve("lockstep");
    Files.writeString(
        lockstep,
        """
        #!/bin/sh
        exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' lockstep.cli.Main "$@"
        """
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
        if (!MADE.matcher(file.toString()).find()) {
          Files.copy(file, to.resolve(from.relativize(file)));
        }
      }
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
