package lockstep.cli.command;

import java.util.Optional;
import lockstep.cli.Count;
import lockstep.cli.ExitCode;
import lockstep.cli.Invocation;
import lockstep.cli.MigrationLimits;
import lockstep.cli.OutputFormat;
import lockstep.cli.Sources;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.sink.JsonReport;
import lockstep.engine.workflow.HandBack;
import lockstep.migration.WrittenRevision;

/// The way back of [Takeover]: makes revisions of a history of migrations.
final class Handback {
  private final Invocation invocation;
  private final Optional<ConnectionUrl> database;
  private final boolean isDual;
  private final boolean isDry;

  /// @param database to say in whose table of Alembic's what it has
  Handback(Invocation invocation, Optional<ConnectionUrl> database, boolean isDual, boolean isDry) {
    this.invocation = invocation;
    this.database = database;
    this.isDual = isDual;
    this.isDry = isDry;
  }

  /// @param migrations the folder of the migrations
  ExitCode run(String migrations, AlembicProject project, OutputFormat format) {
    var tools = Sources.named(invocation, "empty:").tools();
    try (var reader = invocation.reader(project.folder(), tools)) {
      var outcome =
          HandBack.run(
              new HandBack.Request(
                  invocation.path(migrations),
                  project,
                  database,
                  reader,
                  invocation.environment(),
                  MigrationLimits.of(invocation),
                  isDual,
                  isDry));
      switch (format) {
        case JSON -> invocation.out().text(json(outcome));
        case TEXT -> text(outcome);
      }
      return Sources.exitCode(outcome.diagnostics());
    }
  }

  private void text(HandBack.Outcome outcome) {
    for (var it : outcome.written()) {
      invocation.result("%s  %s".formatted(it.id(), it.migration().name()));
    }
    invocation.diagnostics(outcome.diagnostics());
    if (outcome.hasErrors()) {
      invocation.note("nothing handed back");
      return;
    }
    var written = isDry ? "would write" : "wrote";
    outcome
        .environment()
        .forEach(
            it -> invocation.note("%s %s".formatted(written, invocation.environment().show(it))));
    invocation.note(
        "%s %s, %d with a way back; %d were there; catalogs equal"
            .formatted(
                written,
                Count.of(outcome.written().size(), "revision"),
                outcome.written().stream().filter(it -> it.down().isPresent()).count(),
                outcome.known()));
    database.ifPresent(
        it ->
            invocation.note(
                "database %s: at %s"
                    .formatted(it.database(), String.join(", ", outcome.stamped()))));
  }

  private String json(HandBack.Outcome outcome) {
    var out = JsonWriter.indented();
    try (var _ = out.object()) {
      out.member("takenOver", !outcome.hasErrors());
      out.member("known", outcome.known());
      try (var _ = out.array("stamped")) {
        outcome.stamped().forEach(out::value);
      }
      try (var _ = out.array("environment")) {
        outcome.environment().forEach(it -> out.value(invocation.environment().show(it)));
      }
      try (var _ = out.array("revisions")) {
        outcome.written().forEach(it -> revision(out, it));
      }
      JsonReport.diagnostics(out, outcome.diagnostics());
    }
    return out.toString();
  }

  private static void revision(JsonWriter out, WrittenRevision it) {
    try (var _ = out.object()) {
      out.member("id", it.id());
      out.member("file", it.fileName());
      out.member("migration", it.migration().name());
      out.member("down", it.down().isPresent());
      out.member("isAlone", it.up().isAlone());
    }
  }
}
