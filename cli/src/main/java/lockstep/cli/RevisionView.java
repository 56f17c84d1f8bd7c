package lockstep.cli;

import java.util.List;
import java.util.stream.Collectors;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.workflow.ReportStatus;
import lockstep.migration.Revision;
import lockstep.migration.RevisionStanding;

/// How the revisions of Alembic are shown beside migrations.
public final class RevisionView {
  private RevisionView() {}

  /// Shows a line for each revision that is not where it should be, and one for all.
  public static void text(
      RevisionStanding standing,
      ReportStatus.Outcome outcome,
      String database,
      Invocation invocation) {
    var pending = outcome.pendingRevisions();
    for (var it : standing.graph().ordered()) {
      if (pending.contains(it)) {
        invocation.result(line("pending", it));
      } else if (standing.versions().isPresent()) {
        invocation.detail(line("applied", it));
      }
    }
    standing.unknown().forEach(it -> invocation.result("%-11s  %s".formatted("unknown", it)));
    var graph = standing.graph();
    invocation.result(
        "Alembic: %s, %s (%s)%s%s"
            .formatted(
                Count.of(graph.ordered().size(), "revision"),
                Count.of(graph.heads().size(), "head"),
                ids(graph.heads()),
                counted(", %d branching: %s", graph.branches()),
                counted(", %d merging: %s", graph.merges())));
    invocation.result(
        standing
            .versions()
            .map(
                it ->
                    "database %s: at %s, %d pending"
                        .formatted(
                            database,
                            it.isEmpty() ? "no revision" : String.join(", ", it),
                            pending.size()))
            .orElse("database %s: no table of versions".formatted(database)));
  }

  private static String line(String word, Revision it) {
    return "%-11s  %s  %s".formatted(word, it.id(), it.title()).stripTrailing();
  }

  private static String counted(String pattern, List<Revision> revisions) {
    return revisions.isEmpty() ? "" : pattern.formatted(revisions.size(), ids(revisions));
  }

  private static String ids(List<Revision> revisions) {
    return revisions.stream().map(Revision::id).collect(Collectors.joining(", "));
  }

  /// Writes the same for programs; `versions` is missing where the database has no table of them.
  public static void json(RevisionStanding standing, ReportStatus.Outcome outcome, JsonWriter out) {
    try (var _ = out.object("alembic")) {
      array("heads", standing.graph().heads(), out);
      array("branches", standing.graph().branches(), out);
      array("merges", standing.graph().merges(), out);
      standing.versions().ifPresent(it -> values("versions", it, out));
      array("pending", outcome.pendingRevisions(), out);
      values("unknown", standing.unknown(), out);
    }
  }

  private static void array(String name, List<Revision> revisions, JsonWriter out) {
    values(name, revisions.stream().map(Revision::id).toList(), out);
  }

  private static void values(String name, List<String> values, JsonWriter out) {
    try (var _ = out.array(name)) {
      values.forEach(out::value);
    }
  }
}
