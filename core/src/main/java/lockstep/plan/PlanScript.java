package lockstep.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.plan.Conduct.Lock;
import lockstep.plan.Conduct.Work;
import lockstep.sql.Quote;

/// A plan as a script for people to read and for psql to run: with the transactions and limits of
/// time under which it is safe, and what is known of each step in a comment.
public final class PlanScript {
  /// How long others wait behind a step that waits for a lock.
  public static final Duration LOCK_TIMEOUT = Duration.ofSeconds(3);

  private final StringBuilder out = new StringBuilder();
  private final List<Integer> starts = new ArrayList<>();
  private final boolean isLimited;
  private final String lockTimeout = "'%ds'".formatted(LOCK_TIMEOUT.toSeconds());
  private String limit = "";
  private String lockLimit = lockTimeout;

  private PlanScript(Plan plan) {
    isLimited = plan.steps().stream().anyMatch(it -> it.conduct().lock() != Lock.NONE);
    if (isLimited) {
      out.append("SET lock_timeout = ").append(lockTimeout).append(";\n\n");
    }
    plan.batches().forEach(this::batch);
  }

  /// Where nothing that is there is touched, the script is the statements alone.
  public static PlanScript of(Plan plan) {
    return new PlanScript(plan);
  }

  public String text() {
    return starts.isEmpty() ? new Plan(List.of()).toSql() : out.toString();
  }

  /// Returns the place of the step that an offset belongs to.
  public int stepAt(int offset) {
    var place = 0;
    while (place + 1 < starts.size() && starts.get(place + 1) <= offset) {
      place++;
    }
    return place;
  }

  private void batch(List<Step> batch) {
    var isBlock = isLimited && batch.size() > 1;
    if (isBlock) {
      startPart();
      out.append("BEGIN;\n\n");
    }
    batch.forEach(this::step);
    if (isBlock) {
      out.append("\nCOMMIT;\n");
    }
  }

  private void startPart() {
    out.append(out.isEmpty() || out.charAt(out.length() - 2) == '\n' ? "" : "\n");
  }

  private void step(Step step) {
    startPart();
    starts.add(out.length());
    out.append(heading(step)).append('\n');
    step.hazards().forEach(it -> out.append(comment(it)));
    limit(step.conduct());
    out.append(step.sql()).append(";\n");
  }

  /// What is done at once needs no words.
  private static String work(Conduct it) {
    return it.work() == Work.CATALOG
        ? ""
        : ": %s, %s"
            .formatted(
                it.lock() == Lock.NONE ? it.lock().sql() : it.lock().sql() + " lock",
                it.work().words());
  }

  /// Returns the comment above a step, without the end of the line.
  static String heading(Step step) {
    return "-- " + step.kind().heading() + work(step.conduct());
  }

  /// Returns a finding as a line of comment.
  static String comment(Diagnostic it) {
    return "-- %s %s: %s\n"
        .formatted(it.severity().word(), it.code().id(), Quote.inComment(it.fact()));
  }

  private void limit(Conduct conduct) {
    var wantedLock = conduct.isPatient() ? "0" : lockTimeout;
    if (isLimited && !wantedLock.equals(lockLimit)) {
      lockLimit = wantedLock;
      out.append("SET lock_timeout = ").append(wantedLock).append(";\n");
    }
    var wanted = conduct.limit().map(it -> "'" + it.toSeconds() + "s'").orElse("0");
    if (isLimited && !wanted.equals(limit)) {
      limit = wanted;
      out.append("SET statement_timeout = ").append(wanted).append(";\n");
    }
  }
}
