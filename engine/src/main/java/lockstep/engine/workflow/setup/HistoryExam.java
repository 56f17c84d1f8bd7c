package lockstep.engine.workflow.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.project.Project;
import lockstep.engine.project.ProjectCode;
import lockstep.engine.workflow.DoctorCode;
import lockstep.engine.workflow.ReportStatus;
import lockstep.migration.Revision;
import lockstep.migration.Standing;

/// Whether a database has the migrations that lie on disk.
///
/// @param agrees whether the database is what the schema says, however it came to be
record HistoryExam(Project project, ReportStatus.Outcome status, boolean agrees) {
  static final String TOPIC = "migrations";
  private static final int NAMED = 3;

  Part part() {
    var standings = status.history().standings();
    if (standings.isEmpty() && status.revisions().isEmpty()) {
      return Part.skipped(TOPIC, "there are none");
    }
    var pending =
        Stream.concat(
                status.history().pending().stream().map(it -> it.migration().name()),
                status.pendingRevisions().stream().map(Revision::id))
            .toList();
    var isUnrecorded =
        agrees
            && !pending.isEmpty()
            && standings.stream().allMatch(Standing.Pending.class::isInstance);
    var findings = new ArrayList<Diagnostic>();
    status.diagnostics().stream()
        .filter(it -> !(it.code() instanceof ProjectCode))
        .filter(it -> !isUnrecorded || it.code() != MigrateCode.NO_HISTORY)
        .forEach(findings::add);
    if (isUnrecorded) {
      findings.add(unrecorded(pending.getLast()));
    } else if (!pending.isEmpty()) {
      findings.add(behind(pending));
    }
    var applied = standings.stream().filter(Standing.Applied.class::isInstance).count();
    var fact =
        standings.isEmpty()
            ? "revisions of Alembic"
            : "%d of %d applied".formatted(applied, standings.size());
    return Part.of(TOPIC, fact, findings);
  }

  private Diagnostic behind(List<String> pending) {
    var isPrisma = !status.history().pending().isEmpty();
    var names = pending.stream().limit(NAMED).collect(Collectors.joining("`, `", "`", "`"));
    var more = pending.size() > NAMED ? ", …" : "";
    return Diagnostic.of(
            DoctorCode.BEHIND,
            "The database has not %s: %s%s."
                .formatted(
                    pending.size() == 1
                        ? "one " + word(isPrisma)
                        : pending.size() + " " + word(isPrisma) + "s",
                    names,
                    more))
        .withAdvice(isPrisma ? "Run `lockstep migrate apply`." : "Run `alembic upgrade head`.");
  }

  private static String word(boolean isPrisma) {
    return isPrisma ? "migration" : "revision";
  }

  private static Diagnostic unrecorded(String last) {
    return Diagnostic.of(
            DoctorCode.UNRECORDED,
            "The database is what the schema says, and has no record of any migration.")
        .withAdvice(
            "Run `lockstep migrate resolve --applied %s` for each, once the next shall be applied."
                .formatted(last));
  }
}
