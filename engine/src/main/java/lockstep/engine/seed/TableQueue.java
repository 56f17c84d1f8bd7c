package lockstep.engine.seed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.Progress;
import lockstep.engine.postgres.Session;
import lockstep.schema.Schema;

/// Tables that wait for their turn, inside a transaction that is open. What others refer to comes
/// first. A table whose rows are refused is tried again after the others: its triggers may look for
/// rows that are not there yet, which no foreign key says.
final class TableQueue {
  private final Session session;
  private final Schema schema;
  private final TableNames names;
  private final Progress progress;
  private final Deque<SeedTable> waiting;
  private final List<TableRun> done = new ArrayList<>();
  private final List<Diagnostic> refused = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int staged = 1;

  TableQueue(
      Session session, Schema schema, TableNames names, List<SeedTable> tables, Progress progress) {
    this.session = session;
    this.schema = schema;
    this.names = names;
    this.progress = progress;
    this.waiting = new ArrayDeque<>(tables);
  }

  /// Returns the runs that came through, in their order; of all tables, or there are diagnostics.
  List<TableRun> run() {
    var passed = 0;
    while (diagnostics.isEmpty() && passed < waiting.size()) {
      var table = waiting.removeFirst();
      if (isReady(table) && isTaken(table)) {
        passed = 0;
        refused.clear();
      } else {
        waiting.addLast(table);
        passed++;
      }
    }
    if (diagnostics.isEmpty()) {
      diagnostics.addAll(refused);
    }
    if (diagnostics.isEmpty() && !waiting.isEmpty()) {
      diagnostics.add(circle());
    }
    return List.copyOf(done);
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  private boolean isReady(SeedTable table) {
    var needs = table.needs();
    return waiting.stream().noneMatch(it -> needs.contains(it.name()));
  }

  private boolean isTaken(SeedTable table) {
    session.execute("SAVEPOINT lockstep_table");
    var run = new TableRun(session, table, names, progress);
    progress.started("Seeding `%s`".formatted(table.name().name()));
    try {
      run.run(schema, staged);
    } finally {
      progress.finished();
    }
    if (run.diagnostics().isEmpty()) {
      staged += table.groups().size();
      done.add(run);
      return true;
    }
    session.execute("ROLLBACK TO lockstep_table");
    var isRefused = run.diagnostics().stream().allMatch(it -> it.code() == SeedCode.REFUSED);
    (isRefused ? refused : diagnostics).addAll(run.diagnostics());
    return false;
  }

  private Diagnostic circle() {
    var names =
        waiting.stream().map(it -> "`%s`".formatted(it.name())).collect(Collectors.joining(", "));
    return Diagnostic.of(
            SeedCode.CYCLE,
            waiting.getFirst().groups().getFirst().rows().getFirst().place(),
            "Each of %s needs rows of another one first.".formatted(names))
        .withAdvice(
            "Make one of the foreign keys deferrable, and give the values of its columns"
                + " themselves.");
  }
}
