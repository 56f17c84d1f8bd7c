package lockstep.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lockstep.cli.BadCall;
import lockstep.cli.CliCode;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.OutputFormat;
import lockstep.cli.PlanOptions;
import lockstep.cli.Sources;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Shown;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.project.Project;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.engine.workflow.SourceReader;
import lockstep.engine.workflow.WriteMigration;
import lockstep.engine.workflow.WriteMigration.Content;
import lockstep.migration.Migration;
import lockstep.migration.MigrationName;
import picocli.CommandLine.Model.CommandSpec;

/// Writes a migration.
public final class MigrateNew implements Command {
  private static final String EMPTY = "--empty";
  private static final String FROM_SQL = "--from-sql";
  private static final String NO_GENERATE = "--no-generate";
  private static final String FORMAT = "--format";

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.one("NAME", "a few words on what it does, as in add_users"));
    spec.addOption(Options.flag("write one without SQL, to be filled in by hand", EMPTY));
    spec.addOption(Options.value("FILE", "take the SQL of this file", FROM_SQL));
    PlanOptions.add(spec);
    spec.addOption(Options.flag("do not generate code afterwards", NO_GENERATE));
    Sources.addMigrations(spec);
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
    Sources.addTools(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "lockstep migrate new add_users", "what the schema has and the history has not"),
        new Example("lockstep migrate new years --rename users.age=years", "rename, do not drop"),
        new Example("lockstep migrate new fill_in_names --empty", "SQL that you write yourself"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("written");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    invocation.exclude(EMPTY, FROM_SQL);
    var words = words(invocation.required(0));
    var project =
        Sources.project(invocation, Optional.empty(), "lockstep diff migrations:DIR %s --sql");
    var folder = Sources.migrations(invocation, project);
    try (var reader = invocation.reader(project.folder(), project.tools())) {
      var outcome =
          WriteMigration.run(
              request(folder, words, content(project, invocation), reader, invocation));
      Consumer<List<Diagnostic>> told =
          all -> {
            switch (format) {
              case JSON -> invocation.out().text(json(outcome, all, folder, invocation));
              case TEXT -> text(outcome, folder, invocation);
            }
          };
      if (outcome.hasErrors() || invocation.has(NO_GENERATE)) {
        told.accept(outcome.diagnostics());
        return Sources.exitCode(outcome.diagnostics());
      }
      return Generate.after(project, reader, outcome.diagnostics(), format, invocation, told);
    }
  }

  static WriteMigration.Request request(
      Path folder, String words, Content content, SourceReader reader, Invocation invocation) {
    return new WriteMigration.Request(
        folder,
        words,
        content,
        reader,
        PlanOptions.trial(invocation),
        PlanOptions.consent(invocation),
        invocation.environment(),
        LocalDateTime.now(ZoneOffset.UTC));
  }

  static String words(String name) {
    return MigrationName.words(name)
        .orElseThrow(
            () ->
                new BadCall(
                    CliCode.BAD_VALUE,
                    "`%s` has no letter that may stand in the name of a migration."
                        .formatted(Shown.of(name)),
                    Optional.of("Say in a few English words what it does, as in `add_users`.")));
  }

  private static Content content(Project project, Invocation invocation) {
    if (invocation.has(EMPTY)) {
      return new Content.Nothing();
    }
    return invocation
        .value(FROM_SQL)
        .<Content>map(it -> new Content.File(file(it, invocation)))
        .orElseGet(() -> new Content.Difference(project.source(), PlanOptions.style(invocation)));
  }

  private static Path file(String written, Invocation invocation) {
    var path = invocation.path(written);
    if (Files.isDirectory(path)) {
      throw new BadCall(
          CliCode.BAD_VALUE,
          "`%s` takes a file, and `%s` is a folder.".formatted(FROM_SQL, Shown.of(written)),
          Optional.empty());
    }
    return path;
  }

  private static void text(WriteMigration.Outcome outcome, Path folder, Invocation invocation) {
    invocation.diagnostics(outcome.diagnostics());
    files(outcome.written(), folder, invocation).forEach(it -> invocation.result("created  " + it));
    if (outcome.written().isEmpty() && !outcome.hasErrors()) {
      invocation.note("nothing to do: the history has all that the schema has");
    }
  }

  /// Returns the files that were written, as messages call them.
  static List<String> files(List<Migration> written, Path folder, Invocation invocation) {
    return written.stream()
        .flatMap(
            it ->
                List.of(MigrationFolder.SCRIPT, MigrationFolder.DOWN).stream()
                    .filter(file -> file.equals(MigrationFolder.SCRIPT) || it.down().isPresent())
                    .map(file -> folder.resolve(it.name()).resolve(file)))
        .map(invocation.environment()::show)
        .toList();
  }

  private static String json(
      WriteMigration.Outcome outcome, List<Diagnostic> all, Path folder, Invocation invocation) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("written", !outcome.written().isEmpty());
      try (var _ = out.array("files")) {
        files(outcome.written(), folder, invocation).forEach(out::value);
      }
      JsonReport.diagnostics(out, all);
    }
    return out.toString();
  }
}
