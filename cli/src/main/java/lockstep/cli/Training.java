package lockstep.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import lockstep.engine.project.Environment;

/// Runs commands whose classes a cache of loaded classes shall hold, and says nothing.
///
/// The launcher runs it after each build, once for each cache. It needs no server, no interpreter
/// and no network, and it ends normally: the cache is written when the Java machine shuts down.
final class Training {
  private static final String SETTINGS =
      """
      source = "schema"
      [database]
      url = "env:LOCKSTEP_TRAINING"
      [[target]]
      to = "sqlalchemy"
      out = "models"
      """;

  /// A schema as small ones are, without what the two files of the large one switch on.
  private static final String PLAIN =
      """
      generator client {
        provider        = "prisma-client-js"
        previewFeatures = "views"
      }

      datasource db {
        provider = "postgresql"
      }

      /*
       * A person.
       */
      model Person {
        id   Int    @id @default(autoincrement())
        name String @default("a \\"name\\"")
      }
      """;

  /// With nothing to compare the schema with, no server is asked.
  private static final String WITHOUT_TARGETS = "source = \"valid.prisma\"\n";

  private final Shell shell;
  private final Path folder;

  private Training(Path folder) {
    var terminal = new Terminal(silent(), silent());
    this.shell = new Shell(Environment.ofProcess(), terminal);
    this.folder = folder;
  }

  /// @param arguments one of `start`, `offline` and `server`: what the cache is for
  public static void main(String[] arguments) throws IOException {
    var folder = Files.createTempDirectory("lockstep-training");
    try {
      new Training(folder).train(arguments[0]);
    } finally {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void train(String extent) throws IOException {
    // Nobody calls it here, and every cache shall hold it.
    var _ = Main.class;
    switch (extent) {
      case "start" -> start();
      case "offline" -> offline();
      case "server" -> server();
      default -> throw new IllegalArgumentException(extent);
    }
  }

  private void start() {
    run("--version");
    run("--help");
    run("validate", "--help");
    run("explain", "CLI001");
    run("completion", "bash");
  }

  private void offline() throws IOException {
    var valid = schema();
    var broken = write("broken.prisma", "model A {\n  id Strin @id\n  b\n");
    var out = folder.resolve("models").toString();
    for (var i = 0; i < 3; i++) {
      run("validate", valid);
      run("ddl", valid);
      run("generate", "--from", valid, "--out", out);
    }
    var plain = write("plain.prisma", PLAIN);
    run("ddl", plain);
    run("generate", "--from", plain, "--out", folder.resolve("plain").toString());
    run("validate", "--unknown");
    run("validate", broken);
    run("validate", valid, "--format", "json");
    run("format", "--check", valid);
    run("generate", "--from", valid, "--out", out, "--check");
    write("lockstep.toml", SETTINGS);
    run("generate", folder.toString());
  }

  /// Everything, and what only a server would have brought in.
  private void server() throws IOException {
    LoadedClasses.load();
    offline();
    var valid = schema();
    run("diff", valid, "empty:");
    run("diff", valid, folder.resolve("broken.prisma").toString());
    write("lockstep.toml", WITHOUT_TARGETS);
    run("check", folder.toString(), "--no-database");
  }

  private void run(String... arguments) {
    shell.run(List.of(arguments));
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /// A folder of two files.
  private String schema() throws IOException {
    Files.createDirectories(folder.resolve("schema"));
    for (var name : List.of("training.prisma", "training-relations.prisma")) {
      try (var resource = Training.class.getResourceAsStream(name)) {
        write("schema/" + name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return folder.resolve("schema").toString();
  }

  private static Output silent() {
    return new Output(OutputStream.nullOutputStream(), false, false);
  }
}
