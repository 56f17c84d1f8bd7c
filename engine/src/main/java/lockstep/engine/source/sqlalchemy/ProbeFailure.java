package lockstep.engine.source.sqlalchemy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.diagnostic.Code;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.EnvironmentException;
import lockstep.engine.json.Json;
import lockstep.engine.project.Environment;
import lockstep.engine.python.Interpreter;
import lockstep.engine.python.PythonCode;

/// Words what the probe reported when the models could not be read.
///
/// What the models themselves are to blame for is a diagnostic; what the interpreter lacks is an
/// [EnvironmentException].
final class ProbeFailure {
  private final Interpreter interpreter;
  private final String label;
  private final Environment environment;
  private final Json report;
  private final Json error;

  ProbeFailure(
      Interpreter interpreter, String label, Environment environment, Json report, Json error) {
    this.interpreter = interpreter;
    this.label = label;
    this.environment = environment;
    this.report = report;
    this.error = error;
  }

  Diagnostic diagnostic() {
    return switch (text("kind")) {
      case "old-python" -> throw new EnvironmentException(oldPython());
      case "no-sqlalchemy" -> throw new EnvironmentException(noSqlAlchemy());
      case "old-sqlalchemy" -> throw new EnvironmentException(oldSqlAlchemy());
      case "no-dependency" -> throw new EnvironmentException(missingDependency());
      case "settings" -> throw new EnvironmentException(missingSetting());
      case "no-module" -> noModule();
      case "no-metadata" -> noMetadata();
      case "no-tables" -> noTables(label);
      case "import" -> importRaised();
      case "mappers" -> mappersFailed();
      case "ddl" -> ddlFailed();
      default -> throw new IllegalStateException("the probe failed: " + raised() + at());
    };
  }

  private Diagnostic oldPython() {
    return Diagnostic.of(
            PythonCode.TOO_OLD,
            "%s is Python %s; SQLAlchemy models are read by Python 3.9 or later."
                .formatted(interpreter.described(), text(report, "python")))
        .withAdvice("Name another interpreter by `--python`.");
  }

  private Diagnostic noSqlAlchemy() {
    return Diagnostic.of(
            ProbeCode.NO_SQLALCHEMY,
            "SQLAlchemy is not installed for %s.".formatted(interpreter.described()))
        .withAdvice(
            interpreter.installing("sqlalchemy>=2")
                + ", or name the interpreter that has it by `--python`.");
  }

  private Diagnostic oldSqlAlchemy() {
    return Diagnostic.of(
            ProbeCode.OLD_SQLALCHEMY,
            "%s has SQLAlchemy %s; models are read from 2.0 on."
                .formatted(interpreter.described(), text("version")))
        .withAdvice(
            interpreter.installing("sqlalchemy>=2")
                + ", or name another interpreter by `--python`.");
  }

  private Diagnostic missingDependency() {
    return placed(
            ProbeCode.MISSING_DEPENDENCY,
            "`%s` imports `%s`, which is not installed for %s."
                .formatted(text("module"), text("missing"), interpreter.described()))
        .withAdvice(
            interpreter.installing(topLevel(text("missing")))
                + ", or name the interpreter that has it by `--python`.");
  }

  private Diagnostic missingSetting() {
    var names =
        error.items("settings").stream()
            .flatMap(it -> it.text().stream())
            .map("`%s`"::formatted)
            .collect(Collectors.joining(", "));
    return placed(
            ProbeCode.MISSING_SETTING,
            "`%s` cannot be imported without the setting %s: %s."
                .formatted(text("module"), names, raised()))
        .withAdvice(
            "Set it for this command (any value will do: nothing is connected to), or move the"
                + " settings out of the models' import.");
  }

  private Diagnostic noModule() {
    var missing = text("missing");
    var inside =
        missing.equals(text("module")) ? "" : ", since there is no `%s`".formatted(missing);
    var folders =
        error.items("paths").stream()
            .flatMap(it -> it.text().stream())
            .map(it -> "`" + display(it) + "`")
            .collect(Collectors.joining(" and "));
    return Diagnostic.of(
            ProbeCode.NO_MODULE,
            "There is no module `%s` in %s%s.".formatted(text("module"), folders, inside))
        .withAdvice(
            "Name the package as Python imports it, and the folder that it is imported from.");
  }

  private Diagnostic noMetadata() {
    var found = text("found");
    var fact =
        found.equals("nothing")
            ? "`%s` has no `%s`.".formatted(text("module"), text("attribute"))
            : "`%s:%s` is a `%s`, which holds no tables."
                .formatted(text("module"), text("attribute"), found);
    return Diagnostic.of(ProbeCode.NO_METADATA, fact)
        .withAdvice(
            "Name a declarative base or a `MetaData`, or leave out what follows the colon.");
  }

  static Diagnostic noTables(String label) {
    return Diagnostic.of(ProbeCode.NO_TABLES, "`%s` declares no table.".formatted(label))
        .withAdvice("Name the package whose modules declare the models.");
  }

  private Diagnostic importRaised() {
    return placed(
            ProbeCode.IMPORT_RAISED,
            "`%s` cannot be imported: %s.".formatted(text("module"), raised()))
        .withAdvice(
            "Import it by hand in %s to see the whole traceback."
                .formatted(interpreter.described()));
  }

  private Diagnostic mappersFailed() {
    return placed(
            ProbeCode.MAPPERS_FAILED,
            "The mappers of `%s` cannot be configured: %s.".formatted(label, raised()))
        .withAdvice("Mend the relationship or column that SQLAlchemy names.");
  }

  private Diagnostic ddlFailed() {
    return placed(
            ProbeCode.DDL_FAILED,
            "`create_all` of `%s` does not run: %s.".formatted(label, raised()))
        .withAdvice("Mend the table or the listener that SQLAlchemy names.");
  }

  private Diagnostic placed(Code code, String fact) {
    return place().map(it -> Diagnostic.of(code, it, fact)).orElse(Diagnostic.of(code, fact));
  }

  private Optional<Place> place() {
    var line = error.integer("line");
    return error
        .text("file")
        .map(this::display)
        .map(it -> line.isPresent() ? new Place.InFile(it, line.getAsInt()) : new Place.File(it));
  }

  private String display(String file) {
    return environment.show(Path.of(file));
  }

  private String raised() {
    var message = text("message").replaceAll("\\s*\\R\\s*", "; ").replaceAll("[.\\s]+$", "");
    return message.isEmpty() ? text("type") : text("type") + ": " + message;
  }

  private String at() {
    return place().map(it -> " at " + it).orElse("");
  }

  private static String topLevel(String module) {
    return module.split("\\.")[0];
  }

  private String text(String name) {
    return text(error, name);
  }

  private static String text(Json json, String name) {
    return json.text(name).orElse("?");
  }
}
