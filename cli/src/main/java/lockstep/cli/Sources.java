package lockstep.cli;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.check.lint.Levels;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Shown;
import lockstep.engine.project.NamedSources;
import lockstep.engine.project.Overrides;
import lockstep.engine.project.Project;
import lockstep.engine.project.ProjectCode;
import lockstep.engine.project.ProjectReader;
import picocli.CommandLine.Model.CommandSpec;

/// How the commands that read sources are told which, and with what.
public final class Sources {
  /// What names a source, for the help of whoever takes one.
  public static final String WAYS =
      "a schema file or folder, postgresql://…, python:MODULE, sql:FILE or empty:";

  private static final String SHADOW_URL = "--shadow-url";
  private static final String PYTHON = "--python";
  private static final String DATABASE = "--database";
  private static final String NO_DATABASE = "--no-database";

  private Sources() {}

  /// Adds the options for what sources are read with.
  public static void addTools(CommandSpec spec) {
    spec.addOption(
        Options.value(
            "URL", "a server to try sources on, instead of the embedded one", SHADOW_URL));
    spec.addOption(
        Options.value("PROGRAM", "the Python that imports models, as in .venv/bin/python", PYTHON));
  }

  /// Adds the options for which database is compared.
  public static void addDatabase(CommandSpec spec) {
    spec.addOption(
        Options.value("URL", "compare with this database, not with the one that is set", DATABASE));
    spec.addOption(Options.flag("compare with no database", NO_DATABASE));
  }

  /// @throws BadCall where one of the texts names no source
  public static NamedSources.Valid named(Invocation invocation, String... texts) {
    var reader = new ProjectReader(invocation.environment(), overrides(invocation));
    return switch (reader.sources(List.of(texts))) {
      case NamedSources.Valid it -> {
        it.specs().forEach(spec -> invocation.detail("source: " + spec.label()));
        ProjectView.lines(it.tools()).forEach(invocation::detail);
        yield it;
      }
      case NamedSources.Invalid(var diagnostics) -> throw new BadCall(diagnostics);
    };
  }

  /// Returns the project of a folder, or the one that the current folder belongs to.
  ///
  /// @param forSchema what to call for a schema file instead, with `%s` where its path goes
  /// @throws BadCall where its settings are wrong, or a file is named that has none
  public static Project project(Invocation invocation, Optional<String> folder, String forSchema) {
    folder.filter(it -> isNoProject(it, invocation)).ifPresent(it -> refuse(it, forSchema));
    var reader = new ProjectReader(invocation.environment(), overrides(invocation));
    var read = folder.map(it -> reader.at(invocation.path(it))).orElseGet(reader::here);
    return switch (read) {
      case ProjectReader.Read.Valid(var project) -> {
        ProjectView.lines(project, invocation.environment()).forEach(invocation::detail);
        yield project;
      }
      case ProjectReader.Read.Invalid(var diagnostics) -> throw new BadCall(diagnostics);
    };
  }

  /// Returns how much the project here minds each hazard of SQL scripts.
  ///
  /// @throws BadCall where its settings are wrong
  public static Levels levels(Invocation invocation) {
    var diagnostics = new ArrayList<Diagnostic>();
    var levels =
        new ProjectReader(invocation.environment(), overrides(invocation)).levels(diagnostics);
    if (!diagnostics.isEmpty()) {
      throw new BadCall(diagnostics);
    }
    return levels;
  }

  private static boolean isNoProject(String path, Invocation invocation) {
    return !path.endsWith(".toml") && Files.isRegularFile(invocation.path(path));
  }

  private static void refuse(String path, String forSchema) {
    throw new BadCall(
        CliCode.BAD_VALUE,
        "A project is named by its folder or its lockstep.toml, not by `%s`."
            .formatted(Shown.of(path)),
        Optional.of(
            path.endsWith(".prisma")
                ? "Did you mean `%s`?".formatted(forSchema.formatted(Shown.of(path)))
                : "Name the folder, or none for the project that this one belongs to."));
  }

  private static Overrides overrides(Invocation invocation) {
    return new Overrides(
        database(invocation), invocation.value(SHADOW_URL), invocation.value(PYTHON));
  }

  private static Overrides.DatabaseChoice database(Invocation invocation) {
    invocation.exclude(DATABASE, NO_DATABASE);
    if (invocation.has(NO_DATABASE)) {
      return new Overrides.DatabaseChoice.None();
    }
    return invocation
        .value(DATABASE)
        .<Overrides.DatabaseChoice>map(Overrides.DatabaseChoice.Named::new)
        .orElseGet(Overrides.DatabaseChoice.AsSet::new);
  }

  /// Returns what diagnostics mean for the exit code: a wrong call before a wrong schema.
  public static ExitCode exitCode(List<Diagnostic> diagnostics) {
    var errors = diagnostics.stream().filter(Diagnostic::isError).toList();
    if (errors.stream().anyMatch(it -> it.code() instanceof ProjectCode)) {
      return ExitCode.BAD_CALL;
    }
    return errors.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }
}
