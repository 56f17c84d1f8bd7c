package lockstep.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lockstep.cli.BadCall;
import lockstep.cli.CliCode;
import lockstep.cli.Command;
import lockstep.cli.Count;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.LockTimeout;
import lockstep.cli.MigrationLimits;
import lockstep.cli.Options;
import lockstep.cli.OutputFormat;
import lockstep.cli.Sources;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Reason;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.project.ProjectCode;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.TakeOver;
import picocli.CommandLine.Model.CommandSpec;

/// Makes migrations of the history of another tool; [Handback] is the way back.
public final class Takeover implements Command {
  private static final String ALEMBIC = "alembic";
  private static final String PRISMA = "prisma";
  private static final List<String> TOOLS = List.of(ALEMBIC, PRISMA);
  private static final String FROM = "--from";
  private static final String TO = "--to";
  private static final String CONFIG = "--config";
  private static final String VERSIONS = "--versions";
  private static final String DIR = "--dir";
  private static final String DATABASE = "--database";
  private static final String UPGRADE = "--upgrade";
  private static final String DOWNGRADE = "--downgrade";
  private static final String NO_DOWN = "--no-down";
  private static final String BASELINE = "--baseline";
  private static final String ACCEPT_DRIFT = "--accept-drift";
  private static final String DUAL = "--dual";
  private static final String NO_PULL = "--no-pull";
  private static final String NO_GENERATE = "--no-generate";
  private static final String DRY_RUN = "--dry-run";
  private static final String FORMAT = "--format";
  private static final String USUAL_FOLDER = "prisma/migrations";

  /// The longest history that was tried takes a tenth of it.
  private static final Duration TIMEOUT = Duration.ofMinutes(30);

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(Options.choice(TOOLS, "whose history it is", FROM));
    spec.addOption(Options.choice(TOOLS, "whose it becomes", TO));
    spec.addOption(
        Options.value("PATH", "alembic.ini, pyproject.toml, or the folder of either", CONFIG));
    spec.addOption(
        Options.value("DIR", "the folder of revisions, where env.py names another", VERSIONS));
    spec.addOption(Options.value("DIR", "the folder of migrations; " + USUAL_FOLDER, DIR));
    spec.addOption(
        Options.value(
            "URL", "record there as applied what it has; else only write files", DATABASE));
    spec.addOption(
        Options.value(
            "COMMAND", "applies all revisions; python -m alembic upgrade heads", UPGRADE));
    spec.addOption(
        Options.value("COMMAND", "takes all back; python -m alembic downgrade base", DOWNGRADE));
    spec.addOption(Options.flag("write no down.sql", NO_DOWN));
    spec.addOption(Options.flag("one migration that makes all that the revisions make", BASELINE));
    spec.addOption(
        Options.flag(
            "both tools go on deploying: each says in the other's table what it does", DUAL));
    spec.addOption(
        Options.flag("record a database that is not what its revisions make", ACCEPT_DRIFT));
    spec.addOption(Options.flag("write no schema", NO_PULL));
    spec.addOption(Options.flag("do not generate code afterwards", NO_GENERATE));
    spec.addOption(Options.flag("record and prove, but write nothing", DRY_RUN));
    LockTimeout.add(spec, "how long to wait for who changes the database; 3");
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
    Sources.addTools(spec);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "lockstep takeover --from alembic --to prisma --dry-run",
            "record every revision on a scratch database and prove that it can be repeated"),
        new Example(
            "lockstep takeover --from alembic --to prisma --database env:DATABASE_URL",
            "write the migrations, and record as applied what the database has"),
        new Example(
            "lockstep takeover --from alembic --to prisma --config backend --no-down",
            "of a history elsewhere, and without a way back"),
        new Example(
            "lockstep takeover --from prisma --to alembic --config backend --dry-run",
            "and back: a revision for each migration that has none"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("takenOver");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    invocation.exclude(DOWNGRADE, NO_DOWN);
    invocation.exclude(DRY_RUN, DATABASE);
    var from = invocation.value(FROM);
    if (from.isEmpty() || !invocation.has(TO) || from.equals(invocation.value(TO))) {
      throw new BadCall(
          CliCode.WRONG_ARGUMENTS,
          "It is not said which history becomes which.",
          Optional.of("Call `lockstep takeover --from alembic --to prisma`."));
    }
    if (from.get().equals(PRISMA)) {
      return handBack(invocation, format);
    }
    var project = project(invocation);
    var database = invocation.value(DATABASE).map(it -> Sources.database(invocation, it));
    var tools = Sources.named(invocation, "empty:").tools();
    var folder = invocation.path(invocation.value(DIR).orElse(USUAL_FOLDER));
    var place = Sources.followed(invocation, folder);
    TakeOver.Outcome outcome;
    try (var reader = invocation.reader(project.folder(), tools)) {
      outcome =
          TakeOver.run(
              new TakeOver.Request(
                  project,
                  words(invocation, UPGRADE).orElseGet(() -> usual(project, "upgrade", "heads")),
                  downgrade(invocation, project),
                  folder,
                  place.schema(),
                  place.folder(),
                  database,
                  reader,
                  invocation.environment(),
                  MigrationLimits.of(invocation),
                  TIMEOUT,
                  !invocation.has(NO_PULL),
                  invocation.has(BASELINE),
                  invocation.has(ACCEPT_DRIFT),
                  invocation.has(DUAL),
                  invocation.has(DRY_RUN)));
      switch (format) {
        case JSON -> invocation.out().text(json(outcome));
        case TEXT -> text(outcome, database, invocation);
      }
    }
    var isWithoutCode = List.of(DRY_RUN, NO_PULL, NO_GENERATE).stream().anyMatch(invocation::has);
    return outcome.hasErrors() || isWithoutCode
        ? Sources.exitCode(outcome.diagnostics())
        : generate(format, invocation);
  }

  /// Only by now there is a schema.
  private static ExitCode generate(OutputFormat format, Invocation invocation) {
    var project = Sources.projectHere(invocation);
    if (project.isEmpty()) {
      return ExitCode.CLEAN;
    }
    try (var reader = invocation.reader(project.get().folder(), project.get().tools())) {
      return Generate.after(project.get(), reader, format, invocation);
    }
  }

  private static ExitCode handBack(Invocation invocation, OutputFormat format) {
    for (var it : List.of(UPGRADE, DOWNGRADE, NO_DOWN, ACCEPT_DRIFT)) {
      if (invocation.has(it)) {
        throw new BadCall(
            CliCode.WRONG_ARGUMENTS,
            "`%s` is for revisions that are recorded.".formatted(it),
            Optional.of("Leave it out: migrations are read as they are."));
      }
    }
    var database = invocation.value(DATABASE).map(it -> Sources.database(invocation, it));
    var place = invocation.path(config(invocation));
    var project =
        found(invocation)
            .orElseGet(() -> AlembicProject.begin(isIni(place) ? place.getParent() : place));
    return new Handback(invocation, database, invocation.has(DUAL), invocation.has(DRY_RUN))
        .run(invocation.value(DIR).orElse(USUAL_FOLDER), project, format);
  }

  private static boolean isIni(Path place) {
    return place.toString().endsWith(".ini");
  }

  private static String config(Invocation invocation) {
    return invocation.value(CONFIG).orElse(".");
  }

  private static AlembicProject project(Invocation invocation) {
    return found(invocation)
        .orElseThrow(
            () ->
                new BadCall(
                    CliCode.BAD_VALUE,
                    "Nothing at `%s` says where an Alembic history is."
                        .formatted(config(invocation)),
                    Optional.of("Name alembic.ini, or its folder, by `%s`.".formatted(CONFIG))));
  }

  private static Optional<AlembicProject> found(Invocation invocation) {
    var written = config(invocation);
    try {
      var found = AlembicProject.find(invocation.path(written));
      var versions = invocation.value(VERSIONS).map(invocation::path);
      return found.map(it -> versions.map(it::withVersions).orElse(it));
    } catch (IOException e) {
      throw EnvironmentException.of(
          ProjectCode.FILE_UNREADABLE,
          "`%s` cannot be read: %s.".formatted(written, Reason.of(e)),
          "Let this user read it.");
    }
  }

  private static Optional<List<String>> downgrade(Invocation invocation, AlembicProject project) {
    if (invocation.has(NO_DOWN)) {
      return Optional.empty();
    }
    // Whoever applies by a command of their own takes back by one of their own too.
    return invocation.has(UPGRADE) || invocation.has(DOWNGRADE)
        ? words(invocation, DOWNGRADE)
        : Optional.of(usual(project, "downgrade", "base"));
  }

  private static List<String> usual(AlembicProject project, String verb, String target) {
    var settings = project.settings().getFileName().toString();
    return settings.endsWith(".toml")
        ? List.of("python", "-m", "alembic", verb, target)
        : List.of("python", "-m", "alembic", "-c", settings, verb, target);
  }

  private static Optional<List<String>> words(Invocation invocation, String option) {
    return invocation.value(option).map(it -> List.of(it.strip().split("\\s+")));
  }

  private static void text(
      TakeOver.Outcome outcome, Optional<ConnectionUrl> database, Invocation invocation) {
    var written = invocation.has(DRY_RUN) ? "would write" : "wrote";
    for (var it : outcome.taken()) {
      for (var migration : it.migrations()) {
        invocation.result("%s  %s".formatted(it.revision().id(), migration.name()));
      }
    }
    if (!outcome.hasErrors()) {
      var change = invocation.has(DRY_RUN) ? "would be %s  %s" : "%s  %s";
      outcome
          .files()
          .forEach(it -> invocation.result(change.formatted(it.kind().word(), it.name())));
    }
    invocation.diagnostics(outcome.diagnostics());
    if (outcome.hasErrors()) {
      invocation.note("nothing taken over");
      return;
    }
    var graph = outcome.graph();
    invocation.note(
        "%s, %s, %s"
            .formatted(
                Count.of(graph.ordered().size(), "revision"),
                Count.of(graph.merges().size(), "merge"),
                Count.of(graph.heads().size(), "head")));
    if (!outcome.taken().isEmpty()) {
      invocation.note(
          "%s %s, %d with a way back; catalogs equal after %d of %s"
              .formatted(
                  written,
                  Count.of(outcome.migrations().size(), "migration"),
                  outcome.migrations().stream().filter(it -> it.down().isPresent()).count(),
                  outcome.compared(),
                  Count.of(outcome.taken().size(), "revision")));
    }
    database.ifPresent(
        it ->
            invocation.note(
                "database %s: %s recorded as applied"
                    .formatted(it.database(), Count.of(outcome.applied(), "migration"))));
  }

  private static String json(TakeOver.Outcome outcome) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("takenOver", !outcome.hasErrors());
      out.member("compared", outcome.compared());
      out.member("applied", outcome.applied());
      try (var _ = out.array("revisions")) {
        for (var it : outcome.taken()) {
          try (var _ = out.object()) {
            out.member("id", it.revision().id());
            out.member("title", it.revision().title());
            out.member("down", it.hasDown());
            out.member("isAboutRows", it.hasRows());
            try (var _ = out.array("migrations")) {
              it.migrations().forEach(migration -> out.value(migration.name()));
            }
          }
        }
      }
      try (var _ = out.array("files")) {
        for (var it : outcome.files()) {
          try (var _ = out.object()) {
            out.member("path", it.name());
            out.member("change", it.kind().word());
          }
        }
      }
      JsonReport.diagnostics(out, outcome.diagnostics());
    }
    return out.toString();
  }
}
