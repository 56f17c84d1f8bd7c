package lockstep.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lockstep.sql.ScriptPart;
import lockstep.sql.SqlToken;
import lockstep.sql.StatementSplitter;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// What of a migration goes to the server at a time, where all of it cannot be one transaction.
///
/// @param span from its first statement to the end of its last, without the semicolon
/// @param first number of its first statement in the file, from 1
/// @param last number of its last statement: the same but in a transaction of the file's own
/// @param end where its last statement begins: `COMMIT`, in a transaction of the file's own
public record MigrationStep(
    SourceText script, Span span, int first, int last, int end, Conduct conduct) {
  /// How the server takes a step.
  public enum Conduct {
    /// It can be part of a transaction.
    TOGETHER,
    /// It cannot, or it is unknown what it does there.
    ALONE,
    /// From `BEGIN` to `COMMIT` as the file has it.
    TRANSACTION,
    /// It changes nothing but how the statements after it are read.
    SETTING
  }

  /// With these the server refuses a statement within a transaction: it can be part of none, it
  /// ends it, or it uses a value that the same transaction added to an enum.
  public static final Set<String> NOT_TOGETHER = Set.of("25001", "2D000", "55P04");

  private static final int HEAD = 24;

  private static final Set<String> OF_SERVER = Set.of("database", "tablespace", "subscription");

  /// Returns the steps of a script in order. What only psql understands is none.
  public static List<MigrationStep> of(SourceText script) {
    var steps = new ArrayList<MigrationStep>();
    var open = new ArrayList<Span>();
    var number = 0;
    for (var part : StatementSplitter.split(script.content())) {
      if (!(part instanceof ScriptPart.Statement(var span))) {
        continue;
      }
      number++;
      var head = SqlToken.of(script.text(span), HEAD);
      if (open.isEmpty() && !isBegin(head)) {
        steps.add(new MigrationStep(script, span, number, number, span.start(), conduct(head)));
        continue;
      }
      open.add(span);
      if (isEnd(head)) {
        var conduct = isCommit(head) ? Conduct.TRANSACTION : Conduct.ALONE;
        steps.add(transaction(script, open, number, conduct));
        open.clear();
      }
    }
    if (!open.isEmpty()) {
      steps.add(transaction(script, open, number, Conduct.ALONE));
    }
    return List.copyOf(steps);
  }

  private static MigrationStep transaction(
      SourceText script, List<Span> parts, int last, Conduct conduct) {
    var end = parts.getLast();
    var span = new Span(parts.getFirst().start(), end.end());
    return new MigrationStep(script, span, last - parts.size() + 1, last, end.start(), conduct);
  }

  /// Returns whether steps can all go to the server as one transaction.
  public static boolean areOneTransaction(List<MigrationStep> steps) {
    return steps.stream()
        .map(MigrationStep::conduct)
        .allMatch(it -> it == Conduct.TOGETHER || it == Conduct.SETTING);
  }

  /// Returns whether nobody queues behind it while it waits for a lock.
  public boolean isInNobodysWay() {
    var head = SqlToken.of(text(), HEAD);
    return conduct == Conduct.ALONE
        && (has(head, "concurrently") || is(head, 0, "vacuum") && !has(head, "full"));
  }

  /// Returns whether it may commit while it runs, so that some of it stands where it fails.
  public boolean mayCommit() {
    var head = SqlToken.of(text(), 1);
    return conduct != Conduct.TRANSACTION && (is(head, 0, "call") || is(head, 0, "do"));
  }

  /// Returns its statements, each as a step.
  public List<MigrationStep> parts() {
    var parts = new ArrayList<MigrationStep>();
    for (var part : StatementSplitter.split(text())) {
      var start = span.start() + part.span().start();
      var inFile = new Span(start, span.start() + part.span().end());
      var number = first + parts.size();
      parts.add(new MigrationStep(script, inFile, number, number, start, conduct));
    }
    return List.copyOf(parts);
  }

  public String text() {
    return script.text(span);
  }

  /// Returns the line on which it begins, from 1.
  public int line() {
    return script.position(span.start()).line();
  }

  private static boolean isBegin(List<SqlToken> head) {
    return is(head, 0, "begin") || is(head, 0, "start");
  }

  /// What is chained begins the next one at once.
  private static boolean isEnd(List<SqlToken> head) {
    var ends =
        isCommit(head) || isRollback(head) || is(head, 0, "prepare") && is(head, 1, "transaction");
    return ends && (!has(head, "chain") || has(head, "no"));
  }

  static boolean isRollback(List<SqlToken> head) {
    return is(head, 0, "abort")
        || is(head, 0, "rollback") && !has(head, "to") && !is(head, 1, "prepared");
  }

  private static boolean isCommit(List<SqlToken> head) {
    return (is(head, 0, "commit") || is(head, 0, "end")) && !is(head, 1, "prepared");
  }

  /// What is not known here to run alone says so itself: the server refuses it, and nothing stands
  /// (PostgreSQL 18).
  private static Conduct conduct(List<SqlToken> head) {
    if (head.isEmpty()) {
      return Conduct.TOGETHER;
    }
    return switch (head.getFirst().text()) {
      case "set", "reset" -> Conduct.SETTING;
      case "select" -> has(head, "set_config") ? Conduct.SETTING : Conduct.TOGETHER;
      case "vacuum", "reindex", "cluster", "commit", "end", "rollback", "abort" -> Conduct.ALONE;
      case "create", "drop" ->
          head.size() > 1 && OF_SERVER.contains(head.get(1).text()) || isConcurrent(head)
              ? Conduct.ALONE
              : Conduct.TOGETHER;
      case "alter" ->
          is(head, 1, "system") || has(head, "detach") && has(head, "concurrently")
              ? Conduct.ALONE
              : Conduct.TOGETHER;
      default -> Conduct.TOGETHER;
    };
  }

  private static boolean isConcurrent(List<SqlToken> head) {
    return has(head.subList(0, Math.min(3, head.size())), "index") && has(head, "concurrently");
  }

  private static boolean is(List<SqlToken> head, int place, String word) {
    return head.size() > place && head.get(place).is(word);
  }

  private static boolean has(List<SqlToken> head, String word) {
    return head.stream().anyMatch(it -> it.is(word));
  }
}
