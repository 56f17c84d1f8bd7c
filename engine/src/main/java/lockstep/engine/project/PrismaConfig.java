package lockstep.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What Prisma's own settings say (Prisma 7, `prisma.config.ts`), read without Node.
///
/// @param schema the schema file or folder, as written: relative to the settings' folder
/// @param migrations their folder, as written
/// @param databaseUrl a URL, or `env:NAME`
record PrismaConfig(
    Optional<String> schema, Optional<String> migrations, Optional<String> databaseUrl) {
  private static final List<String> NAMES =
      List.of(
          "prisma.config.ts",
          "prisma.config.js",
          "prisma.config.mts",
          "prisma.config.mjs",
          "prisma.config.cts",
          "prisma.config.cjs",
          ".config/prisma.ts",
          ".config/prisma.js");

  @Override
  public String toString() {
    return "PrismaConfig[" + schema + "]";
  }

  /// Reads the first settings file in a folder; empty where there is none that can be read.
  static Optional<PrismaConfig> find(Path folder) {
    return file(folder).flatMap(PrismaConfig::read);
  }

  /// Returns the settings file that Prisma takes in a folder.
  static Optional<Path> file(Path folder) {
    return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  private static Optional<PrismaConfig> read(Path file) {
    try {
      return Optional.of(parse(Files.readString(file)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  static PrismaConfig parse(String text) {
    var exported = TypeScriptReader.exported(text);
    return new PrismaConfig(
        exported.get("schema").flatMap(PrismaConfig::path),
        exported.get("migrations").flatMap(it -> it.get("path")).flatMap(PrismaConfig::path),
        exported
            .get("datasource")
            .flatMap(it -> it.get("url"))
            .or(() -> exported.get("migrate").flatMap(it -> it.get("url")))
            .flatMap(PrismaConfig::url));
  }

  private static Optional<String> path(TypeScriptLiteral value) {
    return switch (value) {
      case TypeScriptLiteral.Text(var text) -> Optional.of(text);
      case TypeScriptLiteral.Call(var function, var arguments)
          when function.endsWith("join") || function.endsWith("resolve") ->
          joined(arguments);
      case TypeScriptLiteral.Call _,
          TypeScriptLiteral.Variable _,
          TypeScriptLiteral.Flag _,
          TypeScriptLiteral.Items _,
          TypeScriptLiteral.Members _,
          TypeScriptLiteral.Unknown _ ->
          Optional.empty();
    };
  }

  /// Joins the known parts; a part that is not known, such as `__dirname`, is taken for this
  /// folder.
  private static Optional<String> joined(List<TypeScriptLiteral> parts) {
    var known =
        parts.stream()
            .filter(TypeScriptLiteral.Text.class::isInstance)
            .map(it -> ((TypeScriptLiteral.Text) it).value())
            .collect(Collectors.joining("/"));
    return known.isEmpty() ? Optional.empty() : Optional.of(known);
  }

  private static Optional<String> url(TypeScriptLiteral value) {
    return switch (value) {
      case TypeScriptLiteral.Text(var text) -> Optional.of(text);
      case TypeScriptLiteral.Variable(var name) -> Optional.of("env:" + name);
      case TypeScriptLiteral.Call _,
          TypeScriptLiteral.Flag _,
          TypeScriptLiteral.Items _,
          TypeScriptLiteral.Members _,
          TypeScriptLiteral.Unknown _ ->
          Optional.empty();
    };
  }
}
