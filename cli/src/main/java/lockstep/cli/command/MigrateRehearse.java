package lockstep.cli.command;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
import lockstep.engine.json.JsonWriter;
import lockstep.engine.migrate.prisma.Observation;
import lockstep.engine.migrate.prisma.Rehearsed;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.RehearseMigrations;
import lockstep.engine.workflow.RehearseMigrations.Rehearsal;
import picocli.CommandLine.Model.CommandSpec;

/// Tries pending migrations on a copy of a database.
public final class MigrateRehearse implements Command {
  private static final String ON = "--on";
  private static final String MOST = "--most";
  private static final String FORMAT = "--format";
  private static final int SHOWN = 60;

  @Override
  public void describe(CommandSpec spec) {
    spec.addOption(Options.value("URL", "a copy of the database, whose rows may be lost", ON));
    spec.addOption(
        Options.value("SECONDS", "how long a statement may keep others waiting; 1", MOST));
    Sources.addMigrations(spec);
    MigrationLimits.add(spec);
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "lockstep migrate rehearse --on env:COPY_URL", "what is pending: there, back, there"),
        new Example(
            "lockstep migrate rehearse --on env:COPY_URL --most 0.2",
            "warn of whatever would stop others for longer"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("rehearsed");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    var copy =
        Sources.database(
            invocation,
            invocation
                .value(ON)
                .orElseThrow(
                    () ->
                        new BadCall(
                            CliCode.WRONG_ARGUMENTS,
                            "It is not said which copy to rehearse on.",
                            Optional.of(
                                "Name a copy of the database, as in `%s env:COPY_URL`."
                                    .formatted(ON)))));
    var history = Sources.migrations(invocation);
    var outcome =
        RehearseMigrations.run(
            new RehearseMigrations.Request(
                history.folder(),
                copy,
                history.database(),
                MigrationLimits.of(invocation),
                LockTimeout.seconds(invocation, MOST).orElse(Duration.ofSeconds(1)),
                invocation.environment(),
                invocation.progress()));
    switch (format) {
      case JSON -> invocation.out().text(json(outcome));
      case TEXT -> text(outcome, copy.database(), invocation);
    }
    return Sources.exitCode(outcome.diagnostics());
  }

  private static void text(RehearseMigrations.Outcome outcome, String copy, Invocation invocation) {
    for (var it : outcome.rehearsals()) {
      invocation.result(invocation.out().bold(it.migration().name()));
      text("there", it.up(), invocation);
      it.back().ifPresent(back -> text("back", back, invocation));
      it.again()
          .ifPresent(
              again -> invocation.result("  %-9s %10s".formatted("again", seconds(again.time()))));
    }
    invocation.diagnostics(outcome.diagnostics());
    var oneWay = outcome.rehearsals().stream().filter(it -> it.back().isEmpty()).count();
    invocation.note(
        "copy %s: %s rehearsed%s"
            .formatted(
                copy,
                Count.of(outcome.rehearsals().size(), "migration"),
                oneWay == 0 ? "" : ", %d without a way back".formatted(oneWay)));
  }

  private static void text(String way, Rehearsed rehearsed, Invocation invocation) {
    invocation.result("  %-9s %10s".formatted(way, seconds(rehearsed.time())));
    for (var it : rehearsed.statements()) {
      invocation.result(
          "  %5d. %12s  %s"
              .formatted(it.step().first(), seconds(it.time()), shortened(it.words())));
      for (var lock : it.locks()) {
        invocation.result(
            "%22s%s on %s for %s"
                .formatted("", lock.mode().sql(), lock.relation(), seconds(lock.held())));
      }
      it.rewritten().forEach(name -> invocation.result("%22srewrites %s".formatted("", name)));
    }
  }

  private static String shortened(String statement) {
    return statement.length() <= SHOWN ? statement : statement.substring(0, SHOWN - 1) + "…";
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f s", time.toNanos() / 1e9);
  }

  private static String json(RehearseMigrations.Outcome outcome) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("rehearsed", !outcome.hasErrors());
      try (var _ = out.array("migrations")) {
        outcome.rehearsals().forEach(it -> json(out, it));
      }
      JsonReport.diagnostics(out, outcome.diagnostics());
    }
    return out.toString();
  }

  private static void json(JsonWriter out, Rehearsal rehearsal) {
    try (var _ = out.object()) {
      out.member("name", rehearsal.migration().name());
      json(out, "there", rehearsal.up());
      rehearsal.back().ifPresent(it -> json(out, "back", it));
      rehearsal.again().ifPresent(it -> json(out, "again", it));
    }
  }

  private static void json(JsonWriter out, String way, Rehearsed rehearsed) {
    try (var _ = out.object(way)) {
      out.member("milliseconds", rehearsed.time().toMillis());
      try (var _ = out.array("statements")) {
        rehearsed.statements().forEach(it -> json(out, it));
      }
    }
  }

  private static void json(JsonWriter out, Observation it) {
    try (var _ = out.object()) {
      out.member("number", it.step().first());
      out.member("line", it.step().line());
      out.member("statement", it.words());
      out.member("milliseconds", it.time().toMillis());
      try (var _ = out.array("locks")) {
        for (var lock : it.locks()) {
          try (var _ = out.object()) {
            out.member("relation", lock.relation());
            out.member("mode", lock.mode().sql());
            out.member("milliseconds", lock.held().toMillis());
          }
        }
      }
      try (var _ = out.array("rewritten")) {
        it.rewritten().forEach(out::value);
      }
    }
  }
}
