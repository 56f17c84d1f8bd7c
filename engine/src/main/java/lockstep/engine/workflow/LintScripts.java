package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.check.lint.Levels;
import lockstep.check.lint.Lint;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.postgres.live.LiveReader;
import lockstep.engine.source.sql.SqlFiles;
import lockstep.schema.Schema;

/// Says what SQL scripts would do to a running service. Runs none of them; a database is only read.
public final class LintScripts {
  private LintScripts() {}

  /// @param files in the order in which they are deployed, each by itself
  /// @param database what they are to run on; without one, only the scripts are known
  public record Request(SqlFiles files, Levels levels, Optional<ConnectionUrl> database) {}

  /// @param scripts how many were read
  /// @param diagnostics the findings, or why files could not be read
  public record Outcome(int scripts, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }

    public int count(Severity severity) {
      return (int) diagnostics.stream().filter(it -> it.severity() == severity).count();
    }

    /// Returns whether nothing is worse than a note.
    public boolean isClean() {
      return count(Severity.ERROR) + count(Severity.WARNING) == 0;
    }
  }

  public static Outcome run(Request request) {
    var files = request.files();
    if (!files.diagnostics().isEmpty()) {
      return new Outcome(0, files.diagnostics());
    }
    var found =
        request
            .database()
            .map(it -> onDatabase(request, it))
            .orElseGet(() -> Lint.check(files.scripts(), Schema.empty(), request.levels()));
    return new Outcome(files.scripts().size(), found);
  }

  private static List<Diagnostic> onDatabase(Request request, ConnectionUrl url) {
    try (var session = Session.open(url)) {
      var reading = Introspector.read(session, IntrospectionOptions.of(url, "database"));
      session.workIn(url.home());
      var reader = new LiveReader(session, url.home());
      var live = session.readOnly(_ -> reader.readForScripts());
      var scripts = request.files().scripts();
      var outcome = Lint.check(scripts, reading.schema(), request.levels(), live);
      var all = new ArrayList<>(outcome.diagnostics());
      for (var probe : outcome.probes()) {
        reader.answer(probe, request.levels()).ifPresent(all::add);
      }
      return all;
    }
  }
}
