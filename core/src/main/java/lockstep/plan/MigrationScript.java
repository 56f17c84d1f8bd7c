package lockstep.plan;

import java.util.List;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.sql.Quote;

/// A plan as the file of a migration, for people to review: what is to be minded on top, and below
/// it the statements alone, since whoever applies the file brings transactions and limits of time.
public final class MigrationScript {
  private MigrationScript() {}

  /// Returns the script of a plan of which all may run at once.
  public static String of(Plan plan) {
    return warnings(plan) + statements(plan);
  }

  /// Returns the script of any plan; one that cannot run in one transaction has several of its own.
  ///
  /// @param header lines of comment that stand on top
  public static String of(Plan plan, String header) {
    var parts = plan.parts();
    var body =
        parts.size() < 2
            ? statements(plan)
            : parts.stream().map(MigrationScript::block).collect(Collectors.joining("\n"));
    return header + warnings(plan) + (header.isEmpty() ? "" : "\n") + body;
  }

  private static String block(Plan part) {
    return isAlone(part) ? statements(part) : "BEGIN;\n\n" + statements(part) + "\nCOMMIT;\n";
  }

  private static boolean isAlone(Plan part) {
    return part.steps().stream()
        .anyMatch(it -> it.conduct().transaction() == Conduct.Transaction.NONE);
  }

  private static String statements(Plan plan) {
    return plan.isEmpty()
        ? plan.toSql()
        : plan.steps().stream()
            .map(it -> PlanScript.heading(it) + "\n" + it.sql() + ";\n")
            .collect(Collectors.joining("\n"));
  }

  private static String warnings(Plan plan) {
    List<String> warnings =
        plan.hazards().stream()
            .filter(it -> it.severity() != Severity.NOTE)
            .map(MigrationScript::warning)
            .distinct()
            .toList();
    return warnings.isEmpty() ? "" : String.join("", warnings) + "\n";
  }

  private static String warning(Diagnostic it) {
    return PlanScript.comment(it)
        + it.advice().map(advice -> "--   " + Quote.inComment(advice) + "\n").orElse("");
  }
}
