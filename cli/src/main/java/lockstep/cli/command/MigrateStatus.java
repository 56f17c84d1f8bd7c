package lockstep.cli.command;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lockstep.cli.Command;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.Options;
import lockstep.cli.OutputFormat;
import lockstep.cli.RevisionView;
import lockstep.cli.Sources;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.ReportStatus;
import lockstep.migration.Journal;
import lockstep.migration.Migration;
import lockstep.migration.Recorded;
import lockstep.migration.Standing;
import picocli.CommandLine.Model.CommandSpec;

/// Says how migrations stand.
public final class MigrateStatus implements Command {
  private static final String FORMAT = "--format";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public void describe(CommandSpec spec) {
    Sources.addHistory(spec);
    spec.addOption(Options.choice(OutputFormat.WORDS, "how to report", FORMAT));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lockstep migrate status", "see what is pending, failed or edited"),
        new Example("lockstep migrate status --verbose", "see also what is applied"),
        new Example(
            "lockstep migrate status --database env:PRODUCTION_URL", "ask another database"));
  }

  @Override
  public Optional<String> verdict() {
    return Optional.of("upToDate");
  }

  @Override
  public ExitCode run(Invocation invocation) {
    var format = OutputFormat.of(invocation, FORMAT);
    var history = Sources.history(invocation);
    var outcome =
        ReportStatus.run(
            new ReportStatus.Request(
                history.folder(), history.database(), history.alembic(), invocation.environment()));
    switch (format) {
      case JSON -> invocation.out().text(json(outcome));
      case TEXT -> text(outcome, history.database().database(), invocation);
    }
    var code = Sources.exitCode(outcome.diagnostics());
    return code == ExitCode.CLEAN && !outcome.isUpToDate() ? ExitCode.FINDINGS : code;
  }

  private static void text(ReportStatus.Outcome outcome, String database, Invocation invocation) {
    invocation.diagnostics(outcome.diagnostics());
    var standings = outcome.history().standings();
    for (var it : standings) {
      var line = "%-11s  %s  %s".formatted(word(it), it.name(), when(it)).stripTrailing();
      if (it instanceof Standing.Applied || it instanceof Standing.Squashed) {
        invocation.detail(line);
      } else {
        invocation.result(line);
      }
    }
    outcome.revisions().ifPresent(it -> RevisionView.text(it, outcome, database, invocation));
    if (outcome.revisions().isPresent() && standings.isEmpty()) {
      return;
    }
    var applied = standings.stream().filter(Standing.Applied.class::isInstance).count();
    var gone =
        standings.stream()
            .filter(it -> it instanceof Standing.Squashed || it instanceof Standing.RolledBack)
            .count();
    invocation.result(
        "database %s: %d of %d applied, %d pending"
            .formatted(
                database, applied, standings.size() - gone, outcome.history().pending().size()));
  }

  private static String word(Standing standing) {
    return switch (standing) {
      case Standing.Applied _ -> "applied";
      case Standing.Pending _ -> "pending";
      case Standing.Failed _ -> "failed";
      case Standing.Missing _ -> "missing";
      case Standing.Unknown _ -> "unknown";
      case Standing.RolledBack _ -> "rolled back";
      case Standing.Squashed _ -> "squashed";
    };
  }

  private static String when(Standing standing) {
    return row(standing)
        .map(it -> it.rolledBackAt().or(it::finishedAt).orElse(it.startedAt()))
        .map(TIME::format)
        .map(it -> standing instanceof Standing.Pending ? "rolled back " + it : it)
        .orElse("");
  }

  private static Optional<Recorded> row(Standing standing) {
    return switch (standing) {
      case Standing.Applied it -> Optional.of(it.row());
      case Standing.Pending it -> it.rolledBack();
      case Standing.Failed it -> Optional.of(it.row());
      case Standing.Missing(var row) -> Optional.of(row);
      case Standing.Unknown(var row) -> Optional.of(row);
      case Standing.RolledBack(var row) -> Optional.of(row);
      case Standing.Squashed(var row, var _) -> Optional.of(row);
    };
  }

  private static Optional<Migration> migration(Standing standing) {
    return switch (standing) {
      case Standing.Applied it -> Optional.of(it.migration());
      case Standing.Pending it -> Optional.of(it.migration());
      case Standing.Failed it -> it.migration();
      case Standing.Missing _, Standing.Unknown _, Standing.RolledBack _, Standing.Squashed _ ->
          Optional.empty();
    };
  }

  private static String json(ReportStatus.Outcome outcome) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("upToDate", outcome.isUpToDate());
      try (var _ = out.array("migrations")) {
        outcome.history().standings().forEach(it -> standing(out, it));
      }
      outcome.revisions().ifPresent(it -> RevisionView.json(it, outcome, out));
      JsonReport.diagnostics(out, outcome.diagnostics());
    }
    return out.toString();
  }

  private static void standing(JsonWriter out, Standing standing) {
    try (var _ = out.object()) {
      out.member("name", standing.name());
      out.member("state", word(standing));
      migration(standing).ifPresent(it -> out.member("checksum", it.checksum().digits()));
      row(standing).ifPresent(it -> row(out, it));
    }
  }

  private static void row(JsonWriter out, Recorded row) {
    try (var _ = out.object("recorded")) {
      out.member("checksum", row.checksum().digits());
      out.member("startedAt", row.startedAt().toString());
      out.member("finishedAt", row.finishedAt().map(Instant::toString));
      out.member("rolledBackAt", row.rolledBackAt().map(Instant::toString));
      out.member("logs", row.logs());
      row.journal().ifPresent(it -> journal(out, it));
    }
  }

  private static void journal(JsonWriter out, Journal journal) {
    try (var _ = out.object("journal")) {
      out.member("done", journal.done());
      out.member("total", journal.total());
      journal.reached().ifPresent(it -> out.member("statement", it.statement()));
      journal.reached().ifPresent(it -> out.member("line", it.line()));
    }
  }
}
