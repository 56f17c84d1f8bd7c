package lockstep.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The tables that Prisma's settings leave to others (`tables.external`, Prisma 7): of those it
/// does not find in its schema, it drops all others.
///
/// @param file the settings; where there are none yet, the one that would be made
/// @param text what stands in it; empty where it is not there
public record ExternalTables(Path file, Optional<String> text) {
  private static final String USUAL_FILE = "prisma.config.ts";

  /// By this name another object's members are among an object's.
  private static final String SPREAD = ".";

  /// A string or a comment.
  private static final Pattern NO_CODE =
      Pattern.compile(
          "//[^\\n]*|(?s:/\\*.*?\\*/)"
              + "|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'|(?s:`(?:\\\\.|[^`\\\\])*+`)");

  private static final Pattern EXPORTED =
      Pattern.compile(
          "(?:\\bexport\\s+default|\\bmodule\\.exports\\s*=)\\s*(?:[\\w.]+\\s*\\(\\s*)?\\{");

  /// Reads the nearest settings from a schema up to the project's folder; else those in a folder of
  /// the project that name the schema, as where one of several packages is for Prisma.
  ///
  /// @throws IOException where they cannot be read
  public static ExternalTables of(Path schema, Path root) throws IOException {
    for (var it = schema.getParent(); it != null && it.startsWith(root); it = it.getParent()) {
      var file = PrismaConfig.file(it);
      if (file.isPresent()) {
        return read(file.get());
      }
    }
    try (var folders = Files.list(root)) {
      for (var it : folders.filter(Files::isDirectory).sorted().toList()) {
        if (isOf(schema, it)) {
          return read(PrismaConfig.file(it).orElseThrow());
        }
      }
    }
    return new ExternalTables(root.resolve(USUAL_FILE), Optional.empty());
  }

  private static boolean isOf(Path schema, Path folder) {
    return PrismaConfig.find(folder)
        .flatMap(PrismaConfig::schema)
        .filter(it -> WrittenPath.of(folder, it).equals(new WrittenPath.Valid(schema)))
        .isPresent();
  }

  private static ExternalTables read(Path file) throws IOException {
    return new ExternalTables(file, Optional.of(Files.readString(file)));
  }

  /// @param table as in `public.alembic_version`
  public Exclusion exclusion(String table) {
    if (text.isEmpty()) {
      return Exclusion.MISSING;
    }
    var exported = TypeScriptReader.exported(text.get());
    if (!(exported instanceof TypeScriptLiteral.Members)) {
      return Exclusion.UNKNOWN;
    }
    var isOn =
        value(exported, "experimental", "externalTables")
            .map(
                it ->
                    it instanceof TypeScriptLiteral.Flag(var flag) ? said(flag) : Exclusion.UNKNOWN)
            .orElse(Exclusion.MISSING);
    var isListed =
        value(exported, "tables", "external")
            .map(
                it ->
                    it instanceof TypeScriptLiteral.Items items
                        ? listed(items, table)
                        : Exclusion.UNKNOWN)
            .orElse(Exclusion.MISSING);
    return Stream.of(Exclusion.MISSING, Exclusion.UNKNOWN)
        .filter(it -> isOn == it || isListed == it)
        .findFirst()
        .orElse(Exclusion.THERE);
  }

  /// A part that is no literal may hold anything.
  private static Optional<TypeScriptLiteral> value(
      TypeScriptLiteral exported, String part, String name) {
    return exported
        .get(part)
        .or(() -> exported.get(SPREAD))
        .flatMap(
            it ->
                it instanceof TypeScriptLiteral.Members
                    ? it.get(name)
                    : Optional.of(new TypeScriptLiteral.Unknown()));
  }

  private static Exclusion said(boolean flag) {
    return flag ? Exclusion.THERE : Exclusion.MISSING;
  }

  private static Exclusion listed(TypeScriptLiteral.Items items, String table) {
    if (items.values().contains(new TypeScriptLiteral.Text(table))) {
      return Exclusion.THERE;
    }
    return items.values().stream().allMatch(TypeScriptLiteral.Text.class::isInstance)
        ? Exclusion.MISSING
        : Exclusion.UNKNOWN;
  }

  /// Returns what the settings have to say, as they say it.
  public static String edit(String table) {
    return "experimental: { externalTables: true }, tables: { external: [\"%s\"] }"
        .formatted(table);
  }

  /// Returns new settings, which leave no table to others yet.
  ///
  /// @param schema relative to their folder, as is `migrations`
  public ExternalTables begun(String schema, String migrations) {
    return new ExternalTables(
        file,
        Optional.of(
            """
            import { defineConfig, env } from "prisma/config";

            export default defineConfig({
              schema: "%s",
              migrations: { path: "%s" },
              datasource: { url: env("DATABASE_URL") },
            });
            """
                .formatted(schema, migrations)));
  }

  /// Returns the settings with a table left to others; empty where it is not certain how that is
  /// said there.
  public Optional<ExternalTables> with(String table) {
    var code = text.map(it -> NO_CODE.matcher(it).replaceAll(m -> " ".repeat(m.group().length())));
    var exported = code.map(EXPORTED::matcher).filter(it -> it.find());
    if (exported.isEmpty()
        || !(TypeScriptReader.exported(text.get()) instanceof TypeScriptLiteral.Members members)
        || Stream.of("experimental", "tables", SPREAD)
            .anyMatch(it -> members.get(it).isPresent())) {
      return Optional.empty();
    }
    var edited = new StringBuilder(text.get()).insert(exported.get().end(), lines(table));
    return Optional.of(new ExternalTables(file, Optional.of(edited.toString())))
        .filter(it -> it.exclusion(table) == Exclusion.THERE);
  }

  private static String lines(String table) {
    var lines =
        """
        // The table in which Alembic keeps its versions: without this, Prisma would drop it.
        experimental: { externalTables: true },
        tables: { external: ["%s"] },
        """;
    return "\n" + lines.formatted(table).indent(2).stripTrailing();
  }
}
