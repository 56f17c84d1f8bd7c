package lockstep.engine.workflow;

import java.util.List;
import lockstep.check.lint.Levels;
import lockstep.check.lint.Lint;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.engine.source.sql.SqlFiles;
import lockstep.schema.Schema;

/// Says what SQL scripts would do to a running service. Runs none of them.
public final class LintScripts {
  private LintScripts() {}

  /// @param files in the order in which they are deployed, each by itself
  public record Request(SqlFiles files, Levels levels) {}

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
    return files.diagnostics().isEmpty()
        ? new Outcome(
            files.scripts().size(), Lint.check(files.scripts(), Schema.empty(), request.levels()))
        : new Outcome(0, files.diagnostics());
  }
}
