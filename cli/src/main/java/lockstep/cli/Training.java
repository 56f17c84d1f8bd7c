package lockstep.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lockstep.engine.FileTrees;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.postgres.embedded.EmbeddedServer;
import lockstep.engine.postgres.embedded.EmbeddedSettings;
import lockstep.engine.project.Environment;

/// Runs commands whose classes a cache of loaded classes shall hold, and says nothing.
///
/// The launcher runs it after each build, once for each cache. It needs no interpreter and no
/// network, and it ends normally: the cache is written when the Java machine shuts down.
final class Training {
  /// The exit code where the server was never fetched: a cache without what it brings in would be
  /// in the way of a better one. The launcher tries again at the next command that wants it.
  private static final int NO_SERVER_YET = 4;

  private static final List<String> NEED_SERVER = List.of("server", "reading", "history");

  private static final String SETTINGS =
      """
      # What is followed, and what follows it.
      source = "schema"

      [database]
      url = "env:LOCKSTEP_TRAINING"
      [[target]]
      to = "sqlalchemy"
      out = "models"
      package = "models" # as it is imported
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

  private static final String BROKEN = "model A {\n  id Strin @id\n  b\n";

  /// A schema of several namespaces.
  private static final String NAMESPACES =
      """
      generator client {
        provider = "prisma-client-js"
      }

      datasource db {
        provider = "postgresql"
        schemas  = ["one", "two"]
      }

      enum Kind {
        GOOD
        BAD

        @@schema("two")
      }

      model Person {
        id    Int    @id
        kind  Kind   @default(GOOD)
        items Item[]

        @@schema("one")
      }

      model Item {
        id      Int    @id
        ownerId Int
        owner   Person @relation(fields: [ownerId], references: [id])

        @@index([ownerId])
        @@schema("two")
      }
      """;

  /// With nothing to compare the schema with, no server is asked.
  private static final String WITHOUT_TARGETS = "source = \"valid.prisma\"\n";

  /// A Python that answers what one answered that had imported the models of `PLAIN` and
  /// `training-relations.prisma`.
  private static final String PYTHON =
      """
      #!/bin/sh
      printf '\\036lockstep\\036'
      cat '%s'
      printf '\\036'
      """;

  /// Of each kind one: in one transaction, in none, and one that fails.
  private static final Map<String, String> HISTORY =
      new TreeMap<>(
          Map.of(
              "1_together",
              "CREATE TABLE a (id int PRIMARY KEY);\n-- A comment.\nCREATE TABLE b (id int);\n",
              "2_alone",
              "CREATE INDEX CONCURRENTLY a_id ON a (id);\n",
              "3_in_parts",
              "CREATE TABLE c (id int);\nCREATE INDEX CONCURRENTLY c_id ON c (id);\n",
              "4_fails",
              "SET lock_timeout = '1s';\nCREATE TABLE a (id int);\n"));

  private final Environment environment;
  private final Shell shell;
  private final Path folder;

  private Training(Path folder) {
    var terminal = new Terminal(silent(), silent());
    this.environment = Environment.ofProcess();
    this.shell = new Shell(environment, terminal);
    this.folder = folder;
  }

  /// @param arguments one of `start`, `validate`, `offline`, `server`, `reading` and `history`:
  ///   what the cache is for
  public static void main(String[] arguments) throws IOException {
    if (NEED_SERVER.contains(arguments[0]) && !isServerFetched()) {
      Runtime.getRuntime().halt(NO_SERVER_YET);
    }
    var folder = Files.createTempDirectory("lockstep-training");
    try {
      new Training(folder).train(arguments[0]);
    } finally {
      FileTrees.delete(folder);
    }
  }

  private void train(String extent) throws IOException {
    // Nobody calls these here, and every cache shall hold them.
    var _ = Main.class;
    var _ = Terminal.ofProcess(environment);
    switch (extent) {
      case "start" -> start();
      case "validate" -> validate();
      case "offline" -> offline();
      case "server" -> server();
      case "reading" -> reading();
      case "history" -> history();
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

  private void validate() throws IOException {
    var schemas =
        List.of(schema(), write("plain.prisma", PLAIN), write("namespaces.prisma", NAMESPACES));
    for (var i = 0; i < 3; i++) {
      schemas.forEach(it -> run("validate", it));
    }
    run("validate", "--unknown");
    run("validate", write("broken.prisma", BROKEN));
    run("validate", schemas.getFirst(), "--format", "json");
    schemas.forEach(it -> run("format", "--check", it));
    run("format", write("unformatted.prisma", PLAIN.replace("  id   Int ", "  id Int")));
  }

  private void offline() throws IOException {
    var valid = schema();
    var out = folder.resolve("app/models").toString();
    for (var i = 0; i < 3; i++) {
      run("ddl", valid);
      run("generate", "--from", valid, "--out", out);
    }
    offline("plain", PLAIN);
    offline("namespaces", NAMESPACES);
    run("ddl", "--unknown");
    run("ddl", write("broken.prisma", BROKEN));
    run("generate", "--from", valid, "--out", out, "--check");
    write("lockstep.toml", SETTINGS);
    run("generate", folder.toString());
  }

  private void offline(String name, String text) throws IOException {
    var schema = write(name + ".prisma", text);
    run("ddl", schema);
    run("generate", "--from", schema, "--out", folder.resolve(name).toString());
  }

  private static boolean isServerFetched() {
    return EmbeddedServer.isFetched(EmbeddedSettings.of(Environment.ofProcess().cacheFolder()));
  }

  /// Everything, and a check of models on the embedded server.
  private void server() throws IOException {
    LoadedClasses.all();
    validate();
    offline();
    var project = Files.createDirectories(folder.resolve("project"));
    Files.createDirectories(project.resolve("schema"));
    write("project/schema/plain.prisma", PLAIN);
    write("project/schema/relations.prisma", resource("training-relations.prisma"));
    write("project/lockstep.toml", SETTINGS);
    write(
        "project/report.json",
        resource("training-report.json").replace("@FOLDER@", project.toString()));
    var python = project.resolve("python");
    Files.writeString(python, PYTHON.formatted(project.resolve("report.json")));
    Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwx------"));
    run("generate", project.toString());
    for (var i = 0; i < 2; i++) {
      run("check", project.toString(), "--python", python.toString(), "--no-database");
    }
    run("diff", project.resolve("schema").toString(), "empty:");
    run("show", project.resolve("schema").toString());
    run("show", project.resolve("schema").toString(), "--format", "json");
    run("diff", project.resolve("schema").toString(), folder.resolve("broken.prisma").toString());
    history();
  }

  /// A database with something of each usual kind, that is shown and compared.
  private void reading() throws IOException {
    LoadedClasses.login();
    var schema = schema();
    var plain = write("plain.prisma", PLAIN);
    try (var shadow = Shadow.open(shadow());
        var database = shadow.create()) {
      var url = database.url().reveal();
      try (var session = Session.open(database.url())) {
        session.execute(resource("training-database.sql"));
      }
      for (var i = 0; i < 2; i++) {
        run("show", url);
        run("diff", url, schema, "--sql", "--no-proof");
        run("diff", plain, url);
      }
      run("show", url, "public.item");
      run("show", url, "--format", "json");
      run("diff", url, url);
    }
    run("show", schema);
    run("diff", schema, "empty:");
    run("diff", plain, write("broken.prisma", BROKEN));
  }

  /// A history that is applied, taken back and applied again, and what is there without a change.
  private void history() throws IOException {
    LoadedClasses.login();
    var history = folder.resolve("history");
    for (var it : HISTORY.entrySet()) {
      Files.createDirectories(history.resolve(it.getKey()));
      write("history/%s/migration.sql".formatted(it.getKey()), it.getValue());
      write("history/%s/down.sql".formatted(it.getKey()), "DROP TABLE a;\n");
    }
    try (var shadow = Shadow.open(shadow());
        var database = shadow.create()) {
      var url = database.url().reveal();
      for (var verb : List.of("apply", "apply", "status", "rollback", "apply")) {
        run("migrate", verb, "--dir", history.toString(), "--database", url);
      }
    }
  }

  private static ShadowSettings shadow() {
    return new ShadowSettings.Embedded(EmbeddedSettings.of(Environment.ofProcess().cacheFolder()));
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
      write("schema/" + name, resource(name));
    }
    return folder.resolve("schema").toString();
  }

  private static String resource(String name) throws IOException {
    try (var resource = Training.class.getResourceAsStream(name)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Output silent() {
    return new Output(OutputStream.nullOutputStream(), false, false);
  }
}
