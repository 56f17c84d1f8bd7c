package lockstep.engine.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Shown;
import lockstep.engine.postgres.ConnectionDefaults;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.text.Closest;

/// Understands sources as people write them: `prisma/schema.prisma`, `postgresql://…`,
/// `python:app.models`, `sql:schema.sql`, `migrations:prisma/migrations`, `empty:`.
public final class SourceSpecReader {
  private static final List<String> PREFIXES =
      List.of("python", "sql", "migrations", "empty", "prisma");

  private final Path folder;
  private final Variables variables;
  private final ConnectionDefaults defaults;

  /// @param folder what relative paths are relative to
  public SourceSpecReader(Path folder, Variables variables, ConnectionDefaults defaults) {
    this.folder = folder;
    this.variables = variables;
    this.defaults = defaults;
  }

  /// The meaning of a text, or what is wrong with it.
  public sealed interface Read {
    record Valid(SourceSpec spec) implements Read {}

    record Invalid(Diagnostic diagnostic) implements Read {}
  }

  public Read read(String text) {
    var colon = text.indexOf(':');
    var prefix = colon < 0 ? "" : text.substring(0, colon);
    var rest = text.substring(colon + 1);
    if (ConnectionUrl.isUrl(text) || prefix.equals("env")) {
      return database(text);
    }
    return switch (prefix) {
      case "python" -> python(rest, text);
      case "sql" -> at(rest, it -> new SourceSpec.Sql(it, text));
      case "migrations" -> at(rest, it -> new SourceSpec.Migrations(it, text));
      case "prisma" -> at(rest, it -> new SourceSpec.Prisma(it, rest));
      case "empty" ->
          rest.isEmpty() ? new Read.Valid(new SourceSpec.Empty()) : unknown(text, "empty");
      default -> path(text, prefix);
    };
  }

  private Read database(String text) {
    return switch (url(text)) {
      case Url.Valid(var url) -> new Read.Valid(new SourceSpec.Database(url, url.toString()));
      case Url.Unset(var variable) ->
          new Read.Invalid(
              Diagnostic.of(
                      ProjectCode.UNSET_VARIABLE,
                      "The variable `%s`, which names a database, is not set.".formatted(variable))
                  .withAdvice("Set it in the environment or in a file `.env` of the project."));
      case Url.Invalid(var reason) -> new Read.Invalid(Diagnostic.of(ProjectCode.BAD_URL, reason));
    };
  }

  /// What a text that shall name a database turned out to be. No case holds a secret in the open.
  public sealed interface Url {
    record Valid(ConnectionUrl url) implements Url {}

    record Unset(String variable) implements Url {}

    record Invalid(String reason) implements Url {}
  }

  /// Reads a URL, or `env:NAME` for one that a variable holds.
  public Url url(String text) {
    if (!text.startsWith("env:")) {
      return parsed(text);
    }
    var name = text.substring("env:".length());
    if (name.isBlank() || name.contains(":")) {
      return new Url.Invalid("`env:` takes the name of a variable, as in `env:DATABASE_URL`.");
    }
    return variables.find(name).map(this::parsed).orElse(new Url.Unset(name));
  }

  private Url parsed(String text) {
    return switch (ConnectionUrl.parse(text, defaults)) {
      case ConnectionUrl.Parsed.Valid(var url) -> new Url.Valid(url);
      case ConnectionUrl.Parsed.Invalid(var reason) -> new Url.Invalid(reason);
    };
  }

  /// A folder before the last slash is where imports start.
  private Read python(String place, String text) {
    var slash = place.lastIndexOf('/');
    var root = slash < 0 ? "." : slash == 0 ? "/" : place.substring(0, slash);
    var names = List.of(place.substring(slash + 1).split(",", -1));
    return names.stream().allMatch(PythonName::isObject)
        ? at(root, it -> new SourceSpec.Python(names, it, text))
        : new Read.Invalid(
            Diagnostic.of(
                    ProjectCode.UNKNOWN_SOURCE,
                    "`%s` does not name a Python module.".formatted(Shown.of(text)))
                .withAdvice(
                    "Name the module to import, as in `python:app.models` or"
                        + " `python:services/api/app.models`."));
  }

  private Read path(String text, String prefix) {
    if (Shown.isHidden(text) && text.contains(":/")) {
      return unknown(text, prefix);
    }
    return switch (WrittenPath.of(folder, text)) {
      case WrittenPath.Invalid it -> invalid(it);
      case WrittenPath.Valid(var path) -> {
        if (prefix.matches("[a-z][a-z0-9+.-]+") && !Files.exists(path)) {
          yield unknown(text, prefix);
        }
        var isSql = text.endsWith(".sql") && !Files.isDirectory(path);
        yield new Read.Valid(
            isSql ? new SourceSpec.Sql(path, text) : new SourceSpec.Prisma(path, text));
      }
    };
  }

  private Read at(String text, Function<Path, SourceSpec> spec) {
    return switch (WrittenPath.of(folder, text)) {
      case WrittenPath.Valid(var path) -> new Read.Valid(spec.apply(path));
      case WrittenPath.Invalid it -> invalid(it);
    };
  }

  private static Read invalid(WrittenPath.Invalid it) {
    return new Read.Invalid(
        Diagnostic.of(ProjectCode.WRONG_VALUE, it.fact()).withAdvice(it.advice()));
  }

  private static Read unknown(String text, String prefix) {
    var closest = Closest.to(prefix, PREFIXES).map("Did you mean `%s:`?"::formatted);
    var known =
        "A source is a schema file or folder, postgresql://…, python:MODULE, sql:FILE,"
            + " migrations:DIR or empty:.";
    return new Read.Invalid(
        Diagnostic.of(ProjectCode.UNKNOWN_SOURCE, "`%s` is not a source.".formatted(Shown.of(text)))
            .withAdvice(closest.or(() -> Optional.of(known))));
  }
}
